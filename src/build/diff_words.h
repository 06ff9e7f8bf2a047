// SPDX-License-Identifier: MIT
// How changes are said, on a terminal and on a sheet.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "build/diff.h"

namespace handbill::build {

/// Of a paragraph that is told as a whole.
inline constexpr std::size_t kMostLetters = 240;

/// The beginning of a text, up to a space, of at most so many letters.
std::string beginning_of(std::string_view text, std::size_t letters);
/// With what stayed cut to a few words before and behind what changed.
std::vector<compare::Piece> shortened(const std::vector<compare::Piece>& pieces);
/// "inside, left, below “Opening hours”".
std::string place_of(const compare::Passage& passage);
/// The passage as it is now, or was.
const compare::Passage& passage_of(const DocumentDiff& diff, const compare::Change& change);
/// "0.03 %", "2.1 %", "35 %".
std::string share_text(double share);
/// "page outside", "page 3".
std::string page_name(const PageChange& page);
/// "was added", "2 paragraphs and 1 page changed".
std::string summary_of(const DocumentDiff& diff);
/// What the layout of the sheet calls the pictures of a page.
std::string sheet_picture_name(std::size_t number);

}  // namespace handbill::build
