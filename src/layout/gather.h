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
  const std::vector<text::Paragraph>* text = nullptr;  ///< what the flow is made from
  const document::Copyfit* fit = nullptr;
  std::string name{};  ///< of the story: "how"
};

struct SetCell {
  const document::Cell* cell = nullptr;
  std::size_t column = 0;  ///< its first column
  std::size_t span = 1;    ///< columns taken
  std::size_t rows = 1;    ///< rows taken
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

/// The frames one table runs through.
struct TableThread {
  SetTable table;
  std::vector<FrameRef> frames;
  /// Its header rows once more, for each frame after the first; not read again.
  std::vector<std::vector<SetRow>> headers;
  const document::Copyfit* fit = nullptr;
  std::string name{};
};

/// A place in a thread.
struct ThreadStop {
  std::size_t thread = 0;
  std::size_t stop = 0;  ///< index in Thread::frames
};

/// A place in the thread of a table.
struct TableStop {
  std::size_t table = 0;
  std::size_t stop = 0;  ///< index in TableThread::frames
};

/// What one frame shows.
using Shown = std::variant<std::monostate, ThreadStop, TableStop, display::StructId>;

struct Matter {
  ReadingOrder order;
  std::deque<SetParagraph> paragraphs;  ///< a deque keeps them where they are
  std::vector<Thread> threads;
  std::deque<TableThread> tables;
  /// What copyfit has made of the document's: the paragraphs above point here too.
  std::deque<std::vector<text::Paragraph>> fitted_text;
  std::deque<document::Table> fitted_tables;
  std::vector<std::vector<Shown>> shown;  ///< by side and frame; StructId: picture or art
};

Matter gather(const document::Document& document, Context context);

}  // namespace handbill::layout
