// SPDX-License-Identifier: MIT
// Telephone numbers, told by their shape alone; content/phone judges those that are facts.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace handbill::document {

struct PhoneShape {
  std::size_t end = 0;                 ///< where it began: there is none
  std::optional<std::size_t> joint{};  ///< the space before its extension
};

/// "(301) 555-0100", "+44 20 7946 0958", "1-800-FLOWERS", "301.555.0100 ext. 12".
PhoneShape read_phone(std::u32string_view text, std::size_t begin);

}  // namespace handbill::document
