// SPDX-License-Identifier: MIT
// What was ordered, to hold a file against: by a job ticket, the command line, or a print shop.
#pragma once

#include <optional>
#include <string>

#include "base/geometry.h"
#include "diag/diagnostic.h"
#include "preflight/inspect.h"

namespace handbill::build {

struct Expected {
  std::optional<Size> trim{};  ///< of every page, as it is looked at
  std::optional<std::size_t> pages{};
  std::string condition;  ///< that it is printed under, by its identifier; empty: any
  std::string sha256;     ///< of the file itself; empty: any
};

/// What `handbill ticket` wrote. Nothing: an error was added.
std::optional<Expected> read_ticket(const std::string& path, diag::Diagnostics& diags);

/// Reports where the file is another than what was ordered.
void judge_expected(const Expected& expected, const preflight::Inspected& file,
                    const std::string& bytes, diag::Diagnostics& diags);

}  // namespace handbill::build
