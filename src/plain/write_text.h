// SPDX-License-Identifier: MIT
// A document as plain text: what it says and how it is ordered, and nothing else.
#pragma once

#include <cstddef>
#include <string>

#include "words/words.h"

namespace handbill::plain {

inline constexpr std::size_t kUsualMeasure = 72;

/// UTF-8 in lines of at most `measure` places. Headings are underlined; tables are columns where
/// there is room, else a line "head: value" for each cell; what is read from right to left stands
/// in the order it is read.
std::string write_text(const words::Words& words, std::size_t measure);

}  // namespace handbill::plain
