// SPDX-License-Identifier: MIT
// First step of placing: all that is to be placed, text shaped, in reading order.
#pragma once

#include <deque>
#include <map>
#include <memory>
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

/// How text gives way so that it fits its frames.
struct ThreadFit {
  const document::Copyfit* whole = nullptr;       ///< of its main style, which the others follow
  std::vector<const document::StyleFit*> styles;  ///< those of its styles that move by themselves

  bool empty() const { return whole == nullptr && styles.empty(); }
  /// Of what is not empty.
  diag::Span span() const { return whole != nullptr ? whole->span : styles.front()->fit.span; }
};

/// The frames one flow of text runs through, in the order of sides and frames.
struct TextThread {
  Flow flow;
  std::vector<FrameRef> frames;
  const std::vector<text::Paragraph>* text = nullptr;  ///< what the flow is made from
  ThreadFit fit{};
  std::string name{};      ///< of the story: "how"
  bool is_fitted = false;  ///< to a number of lines
};

struct SetCell {
  const document::Cell* cell = nullptr;
  std::size_t column = 0;  ///< its first column
  std::size_t span = 1;    ///< columns taken
  std::size_t rows = 1;    ///< rows taken
  Flow text;
  std::optional<display::StructId> structure{};  ///< of its art
};

struct SetRow {
  const document::Row* row = nullptr;
  std::vector<SetCell> cells;
};

struct SetTable {
  const document::Table* table = nullptr;
  std::vector<SetRow> rows;
};

/// The columns of frames that one table runs through.
struct TableThread {
  SetTable table;
  std::vector<FrameRef> frames;  ///< by stop: a frame as often as it has columns
  /// Its header rows once more, for each stop after the first; not read again.
  std::vector<std::vector<SetRow>> headers;
  ThreadFit fit{};
  std::string name{};
  /// By group, what heads it where it goes on in another frame; not read either.
  std::vector<SetRow> continued{};
  std::vector<int> columns{};  ///< by stop: which of its frame it is
};

/// A place in a thread.
struct ThreadStop {
  std::size_t thread = 0;
  std::size_t stop = 0;  ///< index in TextThread::frames
};

/// A place in the thread of a table.
struct TableStop {
  std::size_t table = 0;
  std::size_t stop = 0;  ///< index in TableThread::frames, of the first column
};

/// A picture or art.
struct FigureStop {
  std::optional<display::StructId> structure;  ///< nothing: decoration
};

/// What one frame shows.
using FrameStop = std::variant<std::monostate, ThreadStop, TableStop, FigureStop>;

/// What copyfit has made of a text or table of the document, and what its lines are made from.
struct Refitted {
  std::vector<text::Paragraph> text;
  document::Table table;
  std::deque<SetParagraph> paragraphs;
};

/// Where words lead that tell of a place in the document.
struct Lead {
  std::string says;  ///< what stands there
  /// The note; a place by its page or heading.
  std::variant<display::StructId, text::InnerPlace> to;
};

struct Gathered {
  ReadingOrder order;
  std::vector<display::Heading> headings;   ///< in reading order
  std::map<display::StructId, Lead> leads;  ///< by what leads there
  std::deque<SetParagraph> paragraphs;      ///< a deque keeps them where they are
  std::vector<TextThread> threads;
  std::deque<TableThread> tables;
  std::vector<std::unique_ptr<Refitted>> refitted;
  std::vector<std::vector<FrameStop>> shown;  ///< by side and frame
};

/// What one frame shows if it is text; null: it is not.
const ThreadStop* text_in(const FrameStop& shown);
/// The same of tables.
const TableStop* table_in(const FrameStop& shown);

Gathered gather(const document::Document& document, Context context);

}  // namespace handbill::layout
