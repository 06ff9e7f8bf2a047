// SPDX-License-Identifier: MIT
// Words of a paragraph where nothing can be clicked, set bold or written on.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "words/words.h"

namespace handbill::plain {

/// Words of one language. Lines end at "\n".
struct Piece {
  std::string text;
  std::string language;  ///< BCP 47
};

/// What stands at the end of the last line of a paragraph: on a line of its own, or behind the
/// rest.
enum class FlushEnd { OwnLine, Behind };

struct Manner {
  std::string_view blank = "____________";
  FlushEnd flush_end = FlushEnd::OwnLine;
};

/// A blank is a line of low lines, a link is followed by its address unless it says that itself, a
/// reference to a note stands in brackets.
std::vector<Piece> said(const words::Paragraph& paragraph, const Manner& manner = {});

/// What a picture says, and a code with what it tells, in brackets.
std::vector<Piece> said_of_figure(const words::Paragraph& paragraph);

}  // namespace handbill::plain
