// SPDX-License-Identifier: MIT
// What people who come from style sheets, word processors and programs call our keys and values.
#pragma once

#include <span>
#include <string_view>

namespace handbill::spec {

/// A key that a table does not have.
struct OtherKey {
  std::string_view table;  ///< as the reference names it, without NAME: "side.frame", "style"
  std::string_view words;  ///< "padding padding-left": with hyphens, in small letters
  std::string_view ours;   ///< table and key: "side.frame.inset"
  std::string_view hint;   ///< names it in backticks
};

/// A value that a key does not take.
struct OtherValue {
  std::string_view key;    ///< "align"; of several names each
  std::string_view words;  ///< "middle centred"
  std::string_view ours;   ///< "center"
};

std::span<const OtherKey> other_keys();
std::span<const OtherValue> other_values();

/// Null: we know of no such word. `table` as the reference names it: "style.NAME".
const OtherKey* find_other_key(std::string_view table, std::string_view word);
/// Null as well.
const OtherValue* find_other_value(std::string_view key, std::string_view word);

}  // namespace handbill::spec
