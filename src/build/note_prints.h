// SPDX-License-Identifier: MIT
// Notes in the ledger of prints what was printed, and what has become of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "build/print_stacks.h"

namespace handbill::build {

/// What was noted is told in lines; nothing was noted if the run's diagnostics have errors, or
/// something failed.
struct Noted {
  std::vector<std::string> told{};
  std::optional<std::string> failure{};  ///< what could not be written
};

struct PrintOrdered {
  std::int64_t quantity = 0;  ///< of each document, from 1 to spec::kMostCopies
  std::string note;
  std::string from;  ///< the PDF that was sent; empty: the documents as they are now
};

/// Copies of each document that the request asks for.
Noted note_printed(const PrintOrdered& order, Run& run);

/// Stacks by document and language, as the request has them, and these.
struct StackChoice {
  std::vector<std::string> prints{};  ///< ids, or how they begin; empty: any
  std::string before{};               ///< printed before that day; empty: whenever
  std::string reason;
};

/// `quantity`: of one stack; nothing: all that are left of each that is chosen.
Noted note_discarded(const StackChoice& choice, std::optional<std::int64_t> quantity, Run& run);

/// The copies show what the documents show now.
Noted note_corrected(const StackChoice& choice, Run& run);

}  // namespace handbill::build
