// SPDX-License-Identifier: MIT
// What printed copies say that is not so now.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "manifest/shown.h"

namespace handbill::records {

struct Change {
  enum class Of { Fact, Text } of{};
  std::string key;                         ///< as it is now, or was when it is gone
  std::optional<std::string> was{}, is{};  ///< nothing: the copies, or the document, lack it
  auto operator<=>(const Change&) const = default;
};

/// The value of a fact as it is told now, whether the document shows it or not; nothing: there is
/// none.
using FactNow = std::function<std::optional<std::string>(const std::string& path)>;

/// Facts first. A fact that the document shows no longer is still right where the content has it;
/// words that stand elsewhere now are still said. `now` is as the ledger notes it.
std::vector<Change> changes(const manifest::Shown& then, const manifest::Shown& now,
                            const FactNow& fact_now);

enum class Copies { One, Several };

/// What such copies do: "say `clinic.phone` `(301) 555-0100`; it is `(301) 555-0199` now". Of texts
/// the words around the first difference.
std::string told(const Change& change, Copies copies);

/// "1 copy", "2,000,000 copies".
std::string counted_copies(std::int64_t count);

}  // namespace handbill::records
