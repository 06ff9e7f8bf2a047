// SPDX-License-Identifier: MIT
// First step of placing: all that is to be placed, text shaped, in reading order.
#pragma once

#include <deque>
#include <optional>
#include <variant>
#include <vector>

#include "document/document.h"
#include "layout/fill_column.h"
#include "layout/reading_order.h"
#include "layout/set_paragraph.h"

namespace handbill::layout {

struct FrameRef {
  std::size_t side = 0;
  document::FrameIndex frame = 0;
};

/// The frames one flow of text runs through, in the order of sides and frames.
struct Thread {
  Flow flow;
  std::vector<FrameRef> frames;
};

struct SetCell {
  const document::Cell* cell = nullptr;
  std::size_t column = 0;  ///< its first column
  std::size_t span = 1;
  Flow text;
  display::StructId structure{};  ///< of its art
};

struct SetRow {
  const document::Row* row = nullptr;
  std::vector<SetCell> cells;
};

struct SetTable {
  const document::Table* table = nullptr;
  std::vector<SetRow> rows;
};

/// A place in a thread.
struct ThreadStop {
  std::size_t thread = 0;
  std::size_t stop = 0;  ///< index in Thread::frames
};

/// What one frame shows.
using Shown = std::variant<std::monostate, ThreadStop, const SetTable*, display::StructId>;

struct Matter {
  ReadingOrder order;
  std::deque<SetParagraph> paragraphs;  ///< a deque keeps them where they are
  std::vector<Thread> threads;
  std::deque<SetTable> tables;
  std::vector<std::vector<Shown>> shown;  ///< by side and frame; StructId: picture or art
};

Matter gather(const document::Document& document, Context context);

}  // namespace handbill::layout
