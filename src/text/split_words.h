// SPDX-License-Identifier: MIT
// The last resort for a word that is wider than its column: it goes on in the next line.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "text/break_lines.h"

namespace handbill::text {

/// The paragraph with places to end a line inside the words of lines that are too wide: web and
/// mail addresses before their marks, without a hyphen (Chicago 7.46), other words between letters,
/// two at least on each side, with one. Where that is not enough a second call parts them between
/// any two graphemes, without one. Nothing: there is no place left.
std::optional<ShapedParagraph> with_split_words(const ShapedParagraph& shaped,
                                                const Paragraph& paragraph,
                                                const std::vector<LineBreak>& wide,
                                                const font::FontBook& fonts);

/// The word that a line ends inside, at byte `offset` of the text.
std::string word_around(std::string_view text, std::uint32_t offset);

}  // namespace handbill::text
