// SPDX-License-Identifier: MIT
// A heading that is missing: what stood below it belongs, as TOML has it, to
// the one above.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "diag/diagnostic.h"
#include "spec/value.h"

namespace handbill::content {

struct LostHeading {
  std::string heading;    ///< "hours", "clinic.address"; empty: nobody knows which
  std::size_t first = 0;  ///< of the table above: the keys from here on belong under the heading
};

/// Looks at the tables whose keys the program knows. Nothing: no heading seems to be
/// missing.
std::optional<LostHeading> find_lost_heading(const spec::Entry& table, const spec::Value& root);

void report_lost_heading(const LostHeading& lost, const spec::Entry& table,
                         diag::Diagnostics& diags);

}  // namespace handbill::content
