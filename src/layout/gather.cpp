// SPDX-License-Identifier: MIT
#include "layout/gather.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/check.h"
#include "base/overload.h"
#include "document/cell_columns.h"
#include "document/content_kinds.h"
#include "document/headings.h"
#include "document/reading_order.h"
#include "document/spoken.h"
#include "document/table_headers.h"
#include "document/table_use.h"
#include "layout/table_headers.h"
#include "words/words.h"

namespace handbill::layout {
namespace {

using display::Role;
using display::StructId;

/// Enough of a paragraph to know it by, without the numbers of its notes.
std::string beginning(text::Paragraph paragraph) {
  std::erase_if(paragraph.inlines, [&](const text::Inline& each) {
    const auto* run = std::get_if<text::Run>(&each);
    return run != nullptr && text::part_of(paragraph, *run, text::Part::Kind::Reference) != nullptr;
  });
  const std::string words = document::plain_words(paragraph);
  constexpr std::size_t kMost = 60;
  const std::size_t end = words.size() > kMost ? words.rfind(' ', kMost) : words.npos;
  return end == words.npos ? words : words.substr(0, end) + "…";
}

/// Finds the styles of a text that move by themselves.
class FitFinder {
 public:
  FitFinder(const document::Document& document, const std::optional<document::Copyfit>& whole)
      : fits_(document.style_fits) {
    if (whole) found_.whole = &*whole;
  }

  void add(const std::vector<text::Paragraph>& paragraphs) {
    if (fits_.empty()) return;
    for (const text::Paragraph& each : paragraphs) {
      add(each.style->name);
      for (const text::Note& note : each.notes) add(note.paragraphs);
    }
  }
  void add(const document::Table& table) {
    for (const document::Row& row : table.rows) {
      for (const document::Cell& cell : row.cells) {
        const auto* text = document::text_of(cell);
        if (text != nullptr) add(text->paragraphs);
      }
    }
  }
  ThreadFit take() { return std::move(found_); }

 private:
  void add(const std::string& style) {
    const auto fit = std::ranges::find(fits_, style, &document::StyleFit::style);
    if (fit == fits_.end() || std::ranges::find(found_.styles, &*fit) != found_.styles.end())
      return;
    found_.styles.push_back(&*fit);
  }

  const std::vector<document::StyleFit>& fits_;
  ThreadFit found_;
};

class Gatherer {
 public:
  Gatherer(const document::Document& document, Context context)
      : document_(document),
        context_(context),
        thread_of_(document.stories.size()),
        table_of_(document.tables.size()) {}

  Gathered gather() {
    for (const document::Side& side : document_.sides) {
      gathered_.shown.emplace_back(side.frames.size());
    }
    for (const document::ReadingStop& stop : document::reading_order(document_)) {
      const document::Side& side = document_.sides[stop.side];
      const auto section = [&](diag::Span span) {
        return gathered_.order.add(Role::Section, ReadingOrder::kDocument, span);
      };
      parent_ = stop.panel       ? section(side.panels[*stop.panel].span)
                : side.is_spread ? section(side.span)
                                 : ReadingOrder::kDocument;
      for (const document::FrameIndex i : stop.frames) {
        gathered_.shown[stop.side][i] = frame(side.frames[i]);
      }
    }
    run_threads();
    std::ranges::sort(gathered_.headings, {}, &display::Heading::structure);
    return std::move(gathered_);
  }

 private:
  /// What a frame shows, as it is read; which stop of its thread it is, run_threads() tells.
  FrameStop frame(const document::Frame& frame) {
    gathered_.order.end_blocks();
    is_read_ = !frame.is_running;
    return std::visit(Overload{
                          [](std::monostate) -> FrameStop { return std::monostate{}; },
                          [&](const document::StoryContent& story) -> FrameStop {
                            return ThreadStop{story_thread(story)};
                          },
                          [&](const document::TextContent& text) -> FrameStop {
                            return ThreadStop{new_thread(text.paragraphs, frame.fit, {})};
                          },
                          [&](const document::PictureContent& picture) -> FrameStop {
                            return figure(picture.alt.text, frame.span);
                          },
                          [&](const document::ArtContent& art) -> FrameStop {
                            return art.use == document::ArtContent::Use::Code
                                       ? code(art, frame.span)
                                       : figure(art.alt.text, frame.span);
                          },
                          [&](const document::Table& table) -> FrameStop {
                            return TableStop{new_table(table, frame.span, frame.fit, {})};
                          },
                          [&](const document::TableContent& table) -> FrameStop {
                            return TableStop{named_table(table)};
                          },
                      },
                      frame.content);
  }

  /// Text and tables run through frames in the order of sides and frames, however those are read.
  void run_threads() {
    for (std::size_t side = 0; side < gathered_.shown.size(); ++side) {
      auto& shown = gathered_.shown[side];
      for (document::FrameIndex i = 0; i < shown.size(); ++i) {
        std::visit(Overload{[](const OneOf<std::monostate, FigureStop> auto&) {},
                            [&](ThreadStop& stop) {
                              auto& frames = gathered_.threads[stop.thread].frames;
                              stop.stop = frames.size();
                              frames.push_back({side, i});
                            },
                            [&](TableStop& stop) {
                              TableThread& thread = gathered_.tables[stop.table];
                              stop.stop = thread.frames.size();
                              const int columns = document_.sides[side].frames[i].columns;
                              for (int column = 0; column < std::max(columns, 1); ++column) {
                                if (!thread.frames.empty()) {
                                  thread.headers.push_back(repeated_header(*thread.table.table));
                                }
                                thread.frames.push_back({side, i});
                                thread.columns.push_back(column);
                              }
                            }},
                   shown[i]);
      }
    }
  }

  std::size_t story_thread(const document::StoryContent& content) {
    HANDBILL_CHECK(content.story.index() < document_.stories.size(), "a frame's story exists");
    auto& thread = thread_of_[content.story.index()];
    const document::Story& story = document_.stories[content.story.index()];
    if (!thread) thread = new_thread(story.paragraphs, story.fit, story.name);
    return *thread;
  }

  std::size_t new_thread(const std::vector<text::Paragraph>& paragraphs,
                         const std::optional<document::Copyfit>& fit, std::string name) {
    FitFinder fits(document_, fit);
    fits.add(paragraphs);
    gathered_.threads.push_back({.flow = flow(paragraphs, parent_),
                                 .frames = {},
                                 .text = &paragraphs,
                                 .fit = fits.take(),
                                 .name = std::move(name)});
    return gathered_.threads.size() - 1;
  }

  std::size_t named_table(const document::TableContent& content) {
    HANDBILL_CHECK(content.table.index() < document_.tables.size(), "a frame's table exists");
    auto& thread = table_of_[content.table.index()];
    const document::NamedTable& named = document_.tables[content.table.index()];
    if (!thread) thread = new_table(named.table, named.span, named.fit, named.name);
    return *thread;
  }

  Flow flow(const std::vector<text::Paragraph>& paragraphs, StructId parent) {
    Flow flow;
    if (!is_read_) {
      for (const text::Paragraph& each : paragraphs) flow.push_back(unread_paragraph(each));
      return flow;
    }
    std::map<int, int> of_item;  // how many paragraphs of its own it has
    for (const text::Paragraph& each : paragraphs) {
      if (!each.blocks.empty()) ++of_item[each.blocks.back().number];
    }
    using InItem = ReadingOrder::InItem;
    for (const text::Paragraph& each : paragraphs) {
      const bool is_alone = !each.blocks.empty() && of_item[each.blocks.back().number] == 1;
      flow.push_back(
          paragraph(each, gathered_.order.add_paragraph(
                              each, parent, is_alone ? InItem::Alone : InItem::AmongOthers)));
    }
    return flow;
  }

  SetParagraph* unread_paragraph(const text::Paragraph& one) {
    return paragraph(one, std::nullopt);
  }

  SetParagraph* paragraph(const text::Paragraph& paragraph, std::optional<ParagraphNode> node) {
    SetParagraph& set =
        gathered_.paragraphs.emplace_back(paragraph, place(paragraph, node), context_);
    for (const text::Note& each : paragraph.notes) {
      Flow note = flow(each.paragraphs, parent_);
      lead_to_note(paragraph, each, set.place(), note);
      set.add_note(each, std::move(note));
    }
    lead_again(paragraph, set.place());
    const auto level = display::heading_level(paragraph.role);
    if (level && node) {
      gathered_.headings.push_back({node->words, *level, document::plain_words(paragraph)});
    }
    return &set;
  }

  /// From the number in the text to the note, which is read there too where it can be followed.
  void lead_to_note(const text::Paragraph& paragraph, const text::Note& note,
                    const ReadingPlace& place, const Flow& flow) {
    const auto* reference = std::get_if<text::Run>(&paragraph.inlines.at(note.reference));
    const auto from = reference != nullptr ? place.parts.of(reference->part) : std::nullopt;
    if (!from || flow.empty() || !flow.front()->structure()) return;
    std::string words;
    for (const text::Paragraph& each : note.paragraphs) {
      if (!words.empty()) words += ' ';
      words += document::plain_words(each);
    }
    const Lead back{beginning(paragraph), *from};
    for (const SetParagraph* each : flow) {
      if (const auto number = each->place().parts.marker) gathered_.leads.emplace(*number, back);
    }
    const Lead lead{std::move(words), *flow.front()->structure()};
    note_leads_.emplace(paragraph.parts.at(reference->part->index()).target, lead);
    gathered_.leads.emplace(*from, lead);
  }

  /// Numbers that tell of a note once more lead to it too.
  void lead_again(const text::Paragraph& paragraph, const ReadingPlace& place) {
    for (std::size_t i = 0; i < place.parts.parts.size(); ++i) {
      if (paragraph.parts[i].kind != text::Part::Kind::Reference || !place.parts.parts[i]) continue;
      const auto lead = note_leads_.find(paragraph.parts[i].target);
      if (lead != note_leads_.end()) gathered_.leads.emplace(*place.parts.parts[i], lead->second);
    }
  }

  /// Adds what has a place of its own in the paragraph, as it is read. A part without words has
  /// none.
  ReadingPlace place(const text::Paragraph& paragraph, std::optional<ParagraphNode> node) {
    if (!node) return {};
    ReadingPlace place{node->words, {}};
    if (paragraph.marker) place.parts.marker = label(*paragraph.marker, node->marked);
    // The number of a note leads back to what refers to it.
    if (paragraph.marker && paragraph.role == Role::Note) {
      place.parts.marker =
          gathered_.order.add(Role::Link, *place.parts.marker, paragraph.marker->run.span);
    }
    place.parts.parts.resize(paragraph.parts.size());
    for (const text::Inline& each : paragraph.inlines) {
      const auto part = std::visit([](const auto& one) { return one.part; }, each);
      if (!part) continue;
      const StructId at = place_of(*part, paragraph, place);
      if (const auto* field = std::get_if<text::Field>(&each)) name_blank(*field, at);
    }
    return place;
  }

  StructId label(const text::Marker& marker, StructId parent) {
    using Sign = text::Marker::Sign;
    const StructId label = gathered_.order.add(Role::Label, parent, marker.run.span);
    if (marker.sign == Sign::Text) return label;
    const bool is_ticked = marker.sign == Sign::TickedBox;
    const StructId box =
        gathered_.order.add(is_ticked ? Role::TickedBox : Role::Box, label, marker.run.span);
    say(document::spoken_box(is_ticked ? document::Tick::Done : document::Tick::Open, language()),
        box);
    return box;
  }

  const std::string& language() const { return document_.metadata.language; }

  void say(document::Spoken spoken, StructId node) {
    display::StructNode& speaker = gathered_.order.at(node);
    speaker.alt = std::move(spoken.words);
    if (spoken.language != language()) speaker.language = std::move(spoken.language);
  }

  void name_blank(const text::Field& field, StructId node) {
    if (!blank_labels_) blank_labels_ = words::blank_labels(document_);
    const auto label = blank_labels_->find(&field);
    const std::string words = label != blank_labels_->end() ? label->second : std::string();
    say(document::spoken_blank(words, language()), node);
    gathered_.order.at(node).words = words;
  }

  StructId place_of(text::PartId id, const text::Paragraph& paragraph, ReadingPlace& place) {
    auto& known = place.parts.parts.at(id.index());
    if (known) return *known;
    const text::Part& part = paragraph.parts[id.index()];
    const StructId parent =
        part.within ? place_of(*part.within, paragraph, place) : place.paragraph.value();
    if (part.kind == text::Part::Kind::Reference) {
      // What can be clicked is a link, in a reference too (ISO 14289-1, 7.18.5), but none in a
      // link.
      const StructId around = gathered_.order.add(Role::Reference, parent, part.span);
      known = stands_in_link(part, paragraph) ? around
                                              : gathered_.order.add(Role::Link, around, part.span);
      return *known;
    }
    const StructId node = gathered_.order.add(role_of(part.kind), parent, part.span);
    if (part.kind == text::Part::Kind::Place) {
      gathered_.leads.emplace(node, Lead{part.target, part.place});
    }
    if (part.kind == text::Part::Kind::Icon) gathered_.order.at(node).alt = part.target;
    if (part.kind == text::Part::Kind::Abbreviation) gathered_.order.at(node).words = part.target;
    known = node;
    return node;
  }

  static bool stands_in_link(const text::Part& part, const text::Paragraph& paragraph) {
    for (auto around = part.within; around; around = paragraph.parts[around->index()].within) {
      if (paragraph.parts[around->index()].kind == text::Part::Kind::Link) return true;
    }
    return false;
  }

  static Role role_of(text::Part::Kind kind) {
    using Kind = text::Part::Kind;
    switch (kind) {
      case Kind::Link:
      case Kind::Place:
        return Role::Link;
      case Kind::Reference:
        return Role::Reference;
      case Kind::Icon:
        return Role::Figure;
      case Kind::Emphasis:
        return Role::Emphasis;
      case Kind::Strong:
        return Role::Strong;
      case Kind::Abbreviation:
        return Role::Abbreviation;
      case Kind::Blank:
        return Role::Blank;
    }
    return Role::Link;
  }

  FigureStop figure(const std::string& alt, diag::Span span) {
    if (!is_read_) return {};
    return {gathered_.order.add_figure(alt, parent_, span)};
  }

  /// One without words is decoration, as a picture is.
  FigureStop code(const document::ArtContent& art, diag::Span span) {
    const FigureStop stop = figure(art.alt.text, span);
    if (stop.structure) {
      say(document::spoken_code(art.alt.text, art.says, language()), *stop.structure);
    }
    return stop;
  }

  std::size_t new_table(const document::Table& table, diag::Span span,
                        const std::optional<document::Copyfit>& fit, std::string name) {
    FitFinder fits(document_, fit);
    fits.add(table);
    TableThread thread{{&table, {}}, {}, {}, fits.take(), std::move(name)};
    document::CellColumns columns(table.columns.size());
    if (!is_read_) {
      for (const document::Row& each : table.rows) {
        thread.table.rows.push_back(unread_row(each, columns));
      }
    } else if (const auto use = document::use_of(table); use != document::TableUse::Table) {
      thread.table.rows = rows_side_by_side(table, use, span);
    } else {
      const StructId node = gathered_.order.add(Role::Table, parent_, span);
      TableHeaders headers(table, gathered_.order);
      for (const document::Row& each : table.rows) {
        thread.table.rows.push_back(row(each, columns, node, headers));
      }
    }
    for (const document::Row& each : table.continued) {
      document::CellColumns own(table.columns.size());
      thread.continued.push_back(unread_row(each, own));
    }
    gathered_.tables.push_back(std::move(thread));
    return gathered_.tables.size() - 1;
  }

  SetRow row(const document::Row& row, document::CellColumns& columns, StructId table,
             TableHeaders& headers) {
    SetRow set{&row, {}};
    const StructId node = gathered_.order.add(Role::TableRow, table, row.span);
    headers.begin_row(row, node);
    for (const document::Cell& each : row.cells) {
      const std::size_t column = columns.take(each);
      const StructId cell = headers.add_cell(each, column);
      set.cells.push_back(set_cell(each, column, cell));
    }
    headers.end_row();
    columns.end_row();
    return set;
  }

  /// Of a table that is none to a voice: its rows are items of a list, or what they have is read
  /// as if it stood in no table.
  std::vector<SetRow> rows_side_by_side(const document::Table& table, document::TableUse use,
                                        diag::Span span) {
    using Use = document::TableUse;
    ReadingOrder& order = gathered_.order;
    order.end_blocks();
    const bool is_list = use == Use::List || use == Use::Bullets;
    const StructId around = is_list ? order.add(Role::List, parent_, span) : parent_;
    std::vector<SetRow> rows;
    document::CellColumns columns(table.columns.size());
    for (const document::Row& each : table.rows) {
      SetRow& set = rows.emplace_back(SetRow{&each, {}});
      const bool is_item = use == Use::List && says_something(each);
      const StructId node = is_item ? order.add(Role::ListItem, around, each.span) : around;
      for (const document::Cell& cell : each.cells) {
        const std::size_t column = columns.take(cell);
        order.end_blocks();
        if (use == Use::Bullets) go_on(cell, node);
        set.cells.push_back(is_item ? set_cell(cell, column, node) : set_in(cell, column, node));
      }
      columns.end_row();
    }
    order.end_blocks();
    return rows;
  }

  static bool says_something(const document::Row& row) {
    return std::ranges::any_of(row.cells, document::says_something);
  }

  /// The item of the cell is one of the list that goes on.
  void go_on(const document::Cell& cell, StructId list) {
    const auto* text = document::text_of(cell);
    if (text != nullptr && !text->paragraphs.empty()) {
      gathered_.order.go_on(text->paragraphs.front(), list);
    }
  }

  /// The rows that name the columns, for the eye only.
  std::vector<SetRow> repeated_header(const document::Table& table) {
    std::vector<SetRow> rows;
    document::CellColumns columns(table.columns.size());
    for (const document::Row& row : table.rows) {
      if (!row.header) break;
      rows.push_back(unread_row(row, columns));
    }
    return rows;
  }

  SetRow unread_row(const document::Row& row, document::CellColumns& columns) {
    SetRow set{&row, {}};
    for (const document::Cell& each : row.cells) {
      SetCell& cell = set.cells.emplace_back(empty_cell(each, columns.take(each)));
      const auto* text = document::text_of(each);
      if (text == nullptr) continue;
      for (const text::Paragraph& one : text->paragraphs) {
        cell.text.push_back(unread_paragraph(one));
      }
    }
    columns.end_row();
    return set;
  }

  static SetCell empty_cell(const document::Cell& cell, std::size_t column) {
    return {&cell,
            column,
            static_cast<std::size_t>(std::max(cell.span, 1)),
            static_cast<std::size_t>(std::max(cell.rows, 1)),
            {},
            std::nullopt};
  }

  /// In a node of its own.
  SetCell set_cell(const document::Cell& cell, std::size_t column, StructId node) {
    gathered_.order.end_blocks();
    SetCell set = set_figure(cell, column, node);
    const auto* text = document::text_of(cell);
    if (text == nullptr) return set;
    set.text = set.structure ? flow(text->paragraphs, node) : cell_flow(text->paragraphs, node);
    return set;
  }

  /// Among others, in a node that holds blocks.
  SetCell set_in(const document::Cell& cell, std::size_t column, StructId node) {
    SetCell set = set_figure(cell, column, node);
    const auto* text = document::text_of(cell);
    if (text != nullptr) set.text = flow(text->paragraphs, node);
    return set;
  }

  /// What it shows instead of a text, or with one: that is read first.
  SetCell set_figure(const document::Cell& cell, std::size_t column, StructId node) {
    SetCell set = empty_cell(cell, column);
    const auto add = [&](const auto& figure) {
      set.structure = gathered_.order.add_figure(figure.alt.text, node, {});
    };
    std::visit(
        Overload{[&](const OneOf<document::ArtContent, document::PictureContent> auto& figure) {
                   add(figure);
                 },
                 [&](const document::TextContent&) {
                   if (cell.figure) std::visit(add, cell.figure->content);
                 }},
        cell.content);
    return set;
  }

  /// A cell that is one plain paragraph needs no node between.
  Flow cell_flow(const std::vector<text::Paragraph>& paragraphs, StructId cell) {
    const bool is_plain = paragraphs.size() == 1 && paragraphs.front().role == Role::Paragraph;
    if (!is_plain) return flow(paragraphs, cell);
    return Flow{paragraph(paragraphs.front(), ParagraphNode{cell, cell})};
  }

  const document::Document& document_;
  Context context_;
  Gathered gathered_;
  StructId parent_ = ReadingOrder::kDocument;  ///< of what is gathered now
  bool is_read_ = true;                        ///< it is
  std::map<std::string, Lead> note_leads_;     ///< by the number that refers to the note
  std::optional<std::map<const text::Field*, std::string>> blank_labels_;  ///< once asked for
  std::vector<std::optional<std::size_t>> thread_of_;
  std::vector<std::optional<std::size_t>> table_of_;
};

}  // namespace

const ThreadStop* text_in(const FrameStop& shown) {
  using Stop = const ThreadStop*;
  return std::visit(Overload{[](const ThreadStop& stop) -> Stop { return &stop; },
                             [](const OneOf<std::monostate, TableStop, FigureStop> auto&) -> Stop {
                               return nullptr;
                             }},
                    shown);
}

const TableStop* table_in(const FrameStop& shown) {
  using Stop = const TableStop*;
  return std::visit(Overload{[](const TableStop& stop) -> Stop { return &stop; },
                             [](const OneOf<std::monostate, ThreadStop, FigureStop> auto&) -> Stop {
                               return nullptr;
                             }},
                    shown);
}

Gathered gather(const document::Document& document, Context context) {
  return Gatherer(document, context).gather();
}

}  // namespace handbill::layout
