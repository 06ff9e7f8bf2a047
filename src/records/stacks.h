// SPDX-License-Identifier: MIT
// From the ledger of prints to the stacks of copies that there are.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "manifest/shown.h"
#include "spec/printed_spec.h"

namespace handbill::records {

/// The copies of one print.
struct Stack {
  std::string id, document, language, edition, shop, note;
  std::vector<std::string> settings{};  ///< as --set has them
  std::int64_t printed = 0, left = 0;
  spec::Date date;
  std::optional<spec::Date> corrected{};  ///< put right by hand, last on that day
  std::string shows;                      ///< the hash of what it shows
  /// What it shows; stacks of one state share it. Null: the ledger does not say, which was reported
  /// if copies are left.
  std::shared_ptr<const manifest::Shown> shown;
  diag::Span at;  ///< its entry
};

/// In the order of the ledger, also those of which nothing is left. Reports entries that do not
/// hold together, record-faulty; what is there twice, word for word, counts once.
std::vector<Stack> stacks_of(const spec::PrintedSpec& ledger, diag::Diagnostics& diags);

}  // namespace handbill::records
