// SPDX-License-Identifier: MIT
// What differs between the facts and words that a document showed and those it shows now.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "manifest/shown.h"

namespace handbill::manifest {

struct ShownDifference {
  enum class Of {
    Fact,
    Text,
    Order  ///< all of it stands there; the text `key` is now read before the one that `is` names
  } of{};
  std::string key;                         ///< as it is now, or was when it is gone
  std::optional<std::string> was{}, is{};  ///< nothing: it was, or is, not shown
  std::vector<std::string> places{};       ///< where it was shown; of what is new where it is
  bool operator==(const ShownDifference&) const = default;
};

/// By path, in the order of `then`. Entries of a list are known by what they say, so that one more
/// or less moves none of the others. The version is not compared.
std::vector<ShownDifference> compare(const Shown& then, const Shown& now);

}  // namespace handbill::manifest
