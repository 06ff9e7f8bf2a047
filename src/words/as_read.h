// SPDX-License-Identifier: MIT
// What a document says, a paragraph a line: what people approve, whatever it looks like.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "words/words.h"

namespace handbill::words {

/// A paragraph on one line: spaces of all kinds are one plain space, a place to write on is "____",
/// and where words lead stands behind them: "our page <https://example.org>".
struct ReadText {
  std::string text;
  std::size_t paragraph = 0;             ///< index in Words::paragraphs
  std::vector<std::uint32_t> offsets{};  ///< for each byte and one past the end that of its text
};

/// None is empty. What tells of pages, and of who has approved the words and when, is left out.
std::vector<ReadText> as_read(const Words& words);

/// Where bytes [begin, end) of a text are written, of a fact its value; of none, what stands beside
/// them.
diag::Span written_at(const Words& words, const ReadText& text, std::size_t begin, std::size_t end);

}  // namespace handbill::words
