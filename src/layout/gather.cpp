// SPDX-License-Identifier: MIT
#include "layout/gather.h"

#include <algorithm>

#include "base/check.h"
#include "base/overload.h"

namespace handbill::layout {
namespace {

using display::Role;
using display::StructId;

class Gatherer {
 public:
  Gatherer(const document::Document& document, Context context)
      : document_(document), context_(context), thread_of_(document.stories.size()) {}

  Matter gather() {
    for (std::size_t side = 0; side < document_.sides.size(); ++side) {
      std::vector<Shown> shown;
      const auto& frames = document_.sides[side].frames;
      for (document::FrameIndex i = 0; i < frames.size(); ++i) {
        shown.push_back(frame(frames[i], {side, i}));
      }
      matter_.shown.push_back(std::move(shown));
    }
    return std::move(matter_);
  }

 private:
  Shown frame(const document::Frame& frame, FrameRef ref) {
    matter_.order.end_list();
    return std::visit(
        Overload{
            [](std::monostate) -> Shown { return std::monostate{}; },
            [&](const document::StoryContent& story) -> Shown { return story_stop(story, ref); },
            [&](const document::TextContent& text) -> Shown {
              return next_stop(new_thread(text.paragraphs), ref);
            },
            [&](const document::PictureContent& picture) -> Shown {
              return figure(picture.alt, frame.span);
            },
            [&](const document::ArtContent& art) -> Shown { return figure(art.alt, frame.span); },
            [&](const document::Table& table) -> Shown { return this->table(table, frame.span); },
        },
        frame.content);
  }

  ThreadStop story_stop(const document::StoryContent& content, FrameRef ref) {
    HANDBILL_CHECK(content.story.index() < document_.stories.size(), "a frame's story exists");
    auto& thread = thread_of_[content.story.index()];
    if (!thread) thread = new_thread(document_.stories[content.story.index()].paragraphs);
    return next_stop(*thread, ref);
  }

  std::size_t new_thread(const std::vector<text::Paragraph>& paragraphs) {
    matter_.threads.push_back({flow(paragraphs, ReadingOrder::kDocument), {}});
    return matter_.threads.size() - 1;
  }

  ThreadStop next_stop(std::size_t thread, FrameRef ref) {
    auto& frames = matter_.threads[thread].frames;
    frames.push_back(ref);
    return {thread, frames.size() - 1};
  }

  Flow flow(const std::vector<text::Paragraph>& paragraphs, StructId parent) {
    Flow flow;
    for (const text::Paragraph& each : paragraphs) {
      flow.push_back(paragraph(each, matter_.order.add_paragraph(each.role, parent, each.span)));
    }
    return flow;
  }

  SetParagraph* paragraph(const text::Paragraph& paragraph, StructId structure) {
    SetParagraph& set = matter_.paragraphs.emplace_back(paragraph, structure, context_);
    for (const text::Note& each : paragraph.notes) {
      const StructId reference = matter_.order.add_reference(structure, paragraph.span);
      set.add_note(each, reference, flow(each.paragraphs, ReadingOrder::kDocument));
    }
    return &set;
  }

  StructId figure(const std::string& alt, diag::Span span) {
    return matter_.order.add_figure(alt, ReadingOrder::kDocument, span);
  }

  const SetTable* table(const document::Table& table, diag::Span span) {
    SetTable set{&table, {}};
    const StructId node = matter_.order.add(Role::Table, ReadingOrder::kDocument, span);
    for (const document::Row& each : table.rows) {
      set.rows.push_back(row(each, table.columns.size(), node));
    }
    matter_.tables.push_back(std::move(set));
    return &matter_.tables.back();
  }

  SetRow row(const document::Row& row, std::size_t columns, StructId table) {
    SetRow set{&row, {}};
    const StructId node = matter_.order.add(Role::TableRow, table, row.span);
    std::size_t column = 0;
    for (const document::Cell& each : row.cells) {
      const auto wanted = static_cast<std::size_t>(std::max(each.span, 1));
      HANDBILL_CHECK(column + wanted <= columns, "a row's cells lie in its table's columns");
      const StructId cell =
          matter_.order.add(row.header ? Role::TableHeader : Role::TableCell, node, row.span);
      matter_.order.set_columns(cell, static_cast<int>(wanted));
      set.cells.push_back(set_cell(each, column, wanted, cell));
      column += wanted;
    }
    return set;
  }

  SetCell set_cell(const document::Cell& cell, std::size_t column, std::size_t span,
                   StructId node) {
    SetCell set{&cell, column, span, {}, ReadingOrder::kArtifact};
    matter_.order.end_list();
    if (const auto* art = std::get_if<document::ArtContent>(&cell.content)) {
      set.structure = matter_.order.add_figure(art->alt, node, {});
      return set;
    }
    const auto& paragraphs = std::get<document::TextContent>(cell.content).paragraphs;
    // A cell that is one plain paragraph needs no node between.
    if (paragraphs.size() == 1 && paragraphs.front().role == Role::Paragraph) {
      set.text.push_back(paragraph(paragraphs.front(), node));
    } else {
      set.text = flow(paragraphs, node);
    }
    return set;
  }

  const document::Document& document_;
  Context context_;
  Matter matter_;
  std::vector<std::optional<std::size_t>> thread_of_;
};

}  // namespace

Matter gather(const document::Document& document, Context context) {
  return Gatherer(document, context).gather();
}

}  // namespace handbill::layout
