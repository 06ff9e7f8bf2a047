// SPDX-License-Identifier: MIT
// Which of many messages are told, and in which order.
#pragma once

#include <optional>
#include <vector>

#include "diag/diagnostic.h"

namespace handbill::diag {

struct Told {
  std::vector<const Diagnostic*> list{};
  /// Says how many are not in the list.
  std::optional<Diagnostic> rest{};
};

/// At most `most`, errors before warnings before notes; those chosen are sorted by file (in reading
/// order) and offset, stable. They stay where they are.
Told told_of(const Diagnostics& diags, std::size_t most);

}  // namespace handbill::diag
