// SPDX-License-Identifier: MIT
// How much room a text has where it stands: found by setting the document with more of it, or less.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace handbill::desk {

/// Whether all of the document fits when the text is this. Nothing: that can't be told.
using Fits = std::function<std::optional<bool>(const std::string& text)>;

/// Words; of languages that are written without spaces, characters.
struct Room {
  std::size_t left = 0;  ///< what more there is room for, about
  std::size_t over = 0;  ///< what is too many, cut at the end
  bool is_most = false;  ///< there is room for kMostLeft, or for more
  bool in_characters = false;
  /// A sentence without which it fits, or those at the end, and what the text is then. Nothing: it
  /// fits, or has to be written anew.
  std::optional<std::string> leave_out{};
  std::string without{};
};

constexpr std::size_t kMostLeft = 40;

/// Nothing: it can't be told, or something else does not fit.
std::optional<Room> room_of(const std::string& text, std::string_view language, const Fits& fits);

}  // namespace handbill::desk
