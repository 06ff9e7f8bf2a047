// SPDX-License-Identifier: MIT
// The one escape for everything that is printed for people or programs.
#pragma once

#include <string>
#include <string_view>

namespace handbill {

/// A text of any origin as part of one line: what would steer a terminal, end the line, turn the
/// reading direction or hide itself is shown instead. Control characters as their pictures (␛, ␊),
/// others by their number (<U+202E>), bytes that are not UTF-8 as theirs (<E9>).
std::string shown(std::string_view text);

/// The name of a file at the head of a line: one that could be taken for what stands behind it
/// ("a.pdf: no errors") stands between quotes.
std::string shown_name(std::string_view name);

/// The same as `shown` for a text of several lines that are the program's own: line ends stay.
std::string shown_lines(std::string_view text);

/// JSON as a library writes it, with the same characters as \uXXXX inside its strings.
std::string shown_json(std::string_view json);

}  // namespace handbill
