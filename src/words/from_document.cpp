// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>

#include "base/overload.h"
#include "document/cell_columns.h"
#include "document/content_kinds.h"
#include "document/reading_order.h"
#include "document/table_headers.h"
#include "words/read_paragraph.h"

namespace handbill::words {
namespace {

/// The frame in which a story or table begins.
struct FramePlace {
  std::size_t side = 0;
  document::FrameIndex frame = 0;
};

class Walk {
 public:
  explicit Walk(const document::Document& document)
      : document_(document),
        story_begins_(document.stories.size()),
        table_begins_(document.tables.size()) {
    words_.title = document.metadata.title;
    words_.language = document.metadata.language;
    find_beginnings();
  }

  Words walk() {
    for (const document::ReadingStop& stop : document::reading_order(document_)) read_stop(stop);
    find_unsaid();
    return std::move(words_);
  }
  /// Once all is read.
  std::map<const text::Field*, std::string> take_labels() { return std::move(labels_); }

 private:
  /// Text flows through the frames that name it side by side, whatever is read first.
  void find_beginnings() {
    for (std::size_t side = 0; side < document_.sides.size(); ++side) {
      const auto& frames = document_.sides[side].frames;
      for (document::FrameIndex i = 0; i < frames.size(); ++i) {
        const FramePlace place{side, i};
        std::visit(
            Overload{[&](const document::StoryContent& story) {
                       auto& begin = story_begins_.at(story.story.index());
                       if (!begin) begin = place;
                     },
                     [&](const document::TableContent& table) {
                       auto& begin = table_begins_.at(table.table.index());
                       if (!begin) begin = place;
                     },
                     [](const OneOf<std::monostate, document::TextContent, document::PictureContent,
                                    document::ArtContent, document::Table> auto&) {}},
            frames[i].content);
      }
    }
  }

  /// Also those that come again from page to page.
  void find_unsaid() {
    for (const document::NamedTable& each : document_.tables) find_unsaid(each.table);
    for (const document::Side& side : document_.sides) {
      for (const document::Frame& frame : side.frames) {
        std::visit([&](const auto& content) { find_unsaid(content); }, frame.content);
      }
    }
  }
  void find_unsaid(const document::Table& table) {
    for (const document::Row& row : table.rows) {
      for (const document::Cell& cell : row.cells) {
        const auto find = [&](const auto& content) { find_unsaid(content); };
        if (cell.figure) std::visit(find, cell.figure->content);
        std::visit(find, cell.content);
      }
    }
  }
  void find_unsaid(const OneOf<document::PictureContent, document::ArtContent> auto& figure) {
    const auto& known = words_.unsaid;
    const bool is_new = figure.unsaid && std::ranges::find(known, *figure.unsaid) == known.end();
    if (is_new) words_.unsaid.push_back(*figure.unsaid);
  }
  void find_unsaid(const OneOf<std::monostate, document::TextContent, document::StoryContent,
                               document::TableContent> auto&) {}

  void read_stop(const document::ReadingStop& stop) {
    const document::Side& side = document_.sides[stop.side];
    const std::size_t begin = words_.flows.size();
    words_.parts.push_back(
        {side.name, stop.panel ? side.panels[*stop.panel].name : "", side.is_spread, {}});
    for (const document::FrameIndex frame : stop.frames) read_frame({stop.side, frame});
    words_.parts.back().flows = {begin, words_.flows.size()};
    if (words_.flows.size() == begin) words_.parts.pop_back();
  }

  void read_frame(FramePlace place) {
    place_ = place;
    const document::Frame& frame = document_.sides[place.side].frames[place.frame];
    if (frame.is_running) return;
    const auto begins_here = [&](const std::optional<FramePlace>& begin) {
      return begin && begin->side == place.side && begin->frame == place.frame;
    };
    std::visit(Overload{
                   [](std::monostate) {},
                   [&](const document::StoryContent& content) {
                     if (!begins_here(story_begins_[content.story.index()])) return;
                     const document::Story& story = document_.stories[content.story.index()];
                     read_flow(Flow::Kind::Text, story.name, frame,
                               [&](Flow&) { add(story.paragraphs, {}); });
                   },
                   [&](const document::TextContent& text) {
                     read_flow(Flow::Kind::Text, frame.name, frame,
                               [&](Flow&) { add(text.paragraphs, {}); });
                   },
                   [&](const document::PictureContent& picture) {
                     read_figure(picture.alt, picture.picture, {}, frame);
                   },
                   [&](const document::ArtContent& art) {
                     const bool is_code = art.use == document::ArtContent::Use::Code;
                     read_figure(art.alt, art.art, is_code ? std::optional(art.says) : std::nullopt,
                                 frame);
                   },
                   [&](const document::Table& table) {
                     read_flow(Flow::Kind::Table, frame.name, frame,
                               [&](Flow& flow) { add(table, flow); });
                   },
                   [&](const document::TableContent& content) {
                     if (!begins_here(table_begins_[content.table.index()])) return;
                     const document::NamedTable& table = document_.tables[content.table.index()];
                     read_flow(Flow::Kind::Table, table.name, frame,
                               [&](Flow& flow) { add(table.table, flow); });
                   },
               },
               frame.content);
  }

  template <class Add>
  void read_flow(Flow::Kind kind, const std::string& name, const document::Frame& frame, Add add) {
    Flow flow{kind, name, frame.span, words_.parts.size() - 1};
    flow.side = place_.side;
    flow.frame = place_.frame;
    flow.paragraphs.begin = flow_begin_ = words_.paragraphs.size();
    add(flow);
    flow.paragraphs.end = words_.paragraphs.size();
    if (flow.paragraphs.begin < flow.paragraphs.end) words_.flows.push_back(std::move(flow));
  }

  void read_figure(const text::TracedText& alt, Shown shown, const std::optional<std::string>& says,
                   const document::Frame& frame) {
    read_flow(Flow::Kind::Figure, frame.name, frame, [&](Flow&) {
      Paragraph figure = read_alt(alt, words_.language);
      figure.kind = says ? Kind::Code : Kind::Figure;
      figure.says = says.value_or("");
      figure.shown = std::move(shown);
      figure.span = frame.span;
      add(std::move(figure));
    });
  }

  /// For a blank that has no words of its own: those of the cell before it in its row, else of the
  /// head of its column.
  std::string beside(const std::optional<Cell>& cell) const {
    if (!cell || words_.paragraphs.empty()) return {};
    const Paragraph& before = words_.paragraphs.back();
    const bool is_same_row =
        before.flow == words_.flows.size() && before.cell && before.cell->row == cell->row;
    if (is_same_row && before.blanks.empty()) return before.text;
    std::string head;
    for (std::size_t i = flow_begin_; i < words_.paragraphs.size(); ++i) {
      const Paragraph& each = words_.paragraphs[i];
      if (!each.cell || !each.cell->is_head) break;
      const std::size_t first = each.cell->column;
      if (first <= cell->column && cell->column < first + each.cell->columns) head = each.text;
    }
    return head;
  }

  void add(const std::vector<text::Paragraph>& paragraphs, const std::optional<Cell>& cell) {
    for (const text::Paragraph& each : paragraphs) {
      Paragraph paragraph = read_paragraph(each);
      paragraph.cell = cell;
      if (!paragraph.blanks.empty()) set_blank_labels(paragraph, beside(cell));
      note_labels(each, paragraph);
      const std::size_t index = words_.paragraphs.size();
      add(std::move(paragraph));
      for (const text::Note& note : each.notes) {
        const std::size_t begin = words_.paragraphs.size();
        add(note.paragraphs, {});
        for (std::size_t i = begin; i < words_.paragraphs.size(); ++i) {
          words_.paragraphs[i].reference = index;
        }
      }
    }
  }

  /// The blanks of a paragraph come in the order of its inlines.
  void note_labels(const text::Paragraph& from, const Paragraph& read) {
    auto blank = read.blanks.begin();
    for (const text::Inline& each : from.inlines) {
      const auto* field = std::get_if<text::Field>(&each);
      if (field != nullptr) labels_.emplace(field, (blank++)->label);
    }
  }

  void add_figure(const text::TracedText& alt, Shown shown, diag::Span span, const Cell& cell,
                  Flow& flow) {
    if (alt.text.empty()) {
      flow.icons.push_back({cell, std::move(shown)});
      return;
    }
    Paragraph figure = read_alt(alt, words_.language);
    figure.kind = Kind::Figure;
    figure.shown = std::move(shown);
    figure.span = span;
    figure.cell = cell;
    add(std::move(figure));
  }

  void add_figure(const document::ArtContent& art, diag::Span span, const Cell& cell, Flow& flow) {
    add_figure(art.alt, art.art, span, cell, flow);
  }
  void add_figure(const document::PictureContent& picture, diag::Span span, const Cell& cell,
                  Flow& flow) {
    add_figure(picture.alt, picture.picture, span, cell, flow);
  }

  void add(const document::Table& table, Flow& flow) {
    document::CellColumns columns(table.columns.size());
    flow.rows = table.rows.size();
    flow.columns = table.columns.size();
    flow.use = document::use_of(table);
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      for (const document::Cell& each : table.rows[row].cells) {
        Cell cell{row,
                  columns.take(each),
                  static_cast<std::size_t>(each.rows),
                  static_cast<std::size_t>(each.span),
                  table.rows[row].header,
                  table.rows[row].kind == document::Row::Kind::GroupHeader};
        cell.names_row = document::names_row(table, table.rows[row], cell.column);
        const diag::Span span = table.rows[row].span;
        if (each.figure) {
          std::visit([&](const auto& figure) { add_figure(figure, span, cell, flow); },
                     each.figure->content);
        }
        std::visit(
            Overload{[&](const document::TextContent& text) { add(text.paragraphs, cell); },
                     [&](const OneOf<document::ArtContent, document::PictureContent> auto& figure) {
                       add_figure(figure, span, cell, flow);
                     }},
            each.content);
      }
      columns.end_row();
    }
  }

  /// Nothing of it is read if it has no word.
  void add(Paragraph paragraph) {
    if (paragraph.text.empty()) return;
    paragraph.flow = words_.flows.size();
    while (!headings_.empty() && paragraph.kind == Kind::Heading &&
           words_.paragraphs[headings_.back()].level >= paragraph.level) {
      headings_.pop_back();
    }
    if (!headings_.empty()) paragraph.heading = headings_.back();
    if (paragraph.kind == Kind::Heading) headings_.push_back(words_.paragraphs.size());
    words_.paragraphs.push_back(std::move(paragraph));
  }

  const document::Document& document_;
  std::vector<std::optional<FramePlace>> story_begins_;
  std::vector<std::optional<FramePlace>> table_begins_;
  Words words_;
  std::map<const text::Field*, std::string> labels_;
  FramePlace place_{};                 ///< of the frame being read
  std::size_t flow_begin_ = 0;         ///< the first paragraph of the flow being read
  std::vector<std::size_t> headings_;  ///< that are open, the innermost last
};

}  // namespace

Words from_document(const document::Document& document) { return Walk(document).walk(); }

std::map<const text::Field*, std::string> blank_labels(const document::Document& document) {
  Walk walk(document);
  walk.walk();
  return walk.take_labels();
}

}  // namespace handbill::words
