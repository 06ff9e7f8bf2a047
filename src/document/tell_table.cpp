// SPDX-License-Identifier: MIT
#include "document/tell_table.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "base/overload.h"
#include "document/cell_columns.h"
#include "document/content_kinds.h"
#include "document/take_inlines.h"

namespace handbill::document {
namespace {

/// The text that stands for a drawing; null: the cell shows words.
const text::TracedText* alt_of(const Cell& cell) {
  using Alt = const text::TracedText*;
  return std::visit(Overload{[](const TextContent&) -> Alt { return nullptr; },
                             [](const OneOf<ArtContent, PictureContent> auto& figure) -> Alt {
                               return &figure.alt;
                             }},
                    cell.content);
}

bool is_adornment(const Cell& cell) {
  const text::TracedText* alt = alt_of(cell);
  return alt != nullptr && alt->text.empty();
}

bool has_words(const Cell& cell) {
  const TextContent* text = text_of(cell);
  if (text == nullptr) return false;
  return std::ranges::any_of(text->paragraphs,
                             [](const text::Paragraph& each) { return !each.inlines.empty(); });
}

/// Nothing but lines to write on.
bool is_blank(const std::vector<text::Paragraph>& paragraphs) {
  const auto is_field = [](const text::Inline& each) {
    return std::holds_alternative<text::Field>(each);
  };
  return paragraphs.size() == 1 && !paragraphs.front().inlines.empty() &&
         std::ranges::all_of(paragraphs.front().inlines, is_field);
}

bool is_simple(const Table& table) {
  const auto is_one = [](const Cell& cell) { return cell.span <= 1 && cell.rows <= 1; };
  const auto is_full = [&](const Row& row) {
    return row.cells.size() == table.columns.size() && std::ranges::all_of(row.cells, is_one);
  };
  return std::ranges::all_of(table.rows, is_full) && std::ranges::all_of(table.continued, is_full);
}

void take_out(std::size_t column, Table& table) {
  const auto at = static_cast<std::ptrdiff_t>(column);
  table.columns.erase(table.columns.begin() + at);
  for (auto* rows : {&table.rows, &table.continued}) {
    for (Row& row : *rows) row.cells.erase(row.cells.begin() + at);
  }
}

class ListTeller {
 public:
  ListTeller(const Table& table, bool was_adorned, const Restyler& restyler)
      : table_(table), was_adorned_(was_adorned), restyler_(restyler) {}

  std::vector<text::Paragraph> tell() {
    CellColumns columns(table_.columns.size());
    for (const Row& row : table_.rows) {
      tell(row, columns);
      columns.end_row();
    }
    // A form is filled in on one page.
    for (std::size_t i = 0; is_form(table_) && i + 1 < told_.size(); ++i) {
      told_[i].style.edit().keep_with_next = true;
    }
    return std::move(told_);
  }

 private:
  /// The words of a cell, in the type of a column.
  std::vector<text::Paragraph> words_of(const Cell& cell, diag::Span span) const {
    if (const text::TracedText* alt = alt_of(cell)) {
      if (alt->text.empty()) return {};
      return {restyler_.told(*alt, span)};
    }
    std::vector<text::Paragraph> words;
    if (!has_words(cell)) return words;
    for (const text::Paragraph& each : text_of(cell)->paragraphs) {
      words.push_back(restyler_.restyled(each));
    }
    return words;
  }

  void tell(const Row& row, CellColumns& columns) {
    const bool is_head = row.kind == Row::Kind::GroupHeader;
    bool is_first = true;
    for (const Cell& cell : row.cells) {
      const std::size_t column = columns.take(cell);
      std::vector<text::Paragraph> words = words_of(cell, row.span);
      if (words.empty()) continue;
      if (row.header && table_.columns.size() > 1) {
        heads_[column] = words.front();
        continue;
      }
      if (told_.size() > row_begin_ && is_blank(words)) {
        join(words.front());
        continue;
      }
      const bool is_lead = table_.columns.size() > 1 && (is_first || is_head);
      set_head(column, words.front());
      for (text::Paragraph& each : words) {
        if (is_lead || row.header) lead(each);
        if (table_.columns.size() == 1 && was_adorned_ && !each.marker) restyler_.add_bullet(each);
        told_.push_back(std::move(each));
      }
      is_first = false;
    }
    end_row();
  }

  /// A line to write on, behind what says what to write.
  void join(text::Paragraph& blank) {
    text::Paragraph& label = told_.back();
    label.inlines.push_back(restyler_.added(" ", restyler_.plain()));
    std::vector<text::Inline> line = take_inlines(blank, label);
    label.inlines.insert(label.inlines.end(), std::make_move_iterator(line.begin()),
                         std::make_move_iterator(line.end()));
    label.style.edit().space_before = blank.style->space_before;
  }

  void lead(text::Paragraph& paragraph) const {
    restyler_.embolden(paragraph);
    paragraph.style.edit().keep_with_next = true;
    paragraph.style.edit().space_after = {};
  }

  /// "Price: $120"
  void set_head(std::size_t column, text::Paragraph& words) const {
    const auto head = heads_.find(column);
    if (head == heads_.end() || !words.parts.empty() || !words.notes.empty()) return;
    std::vector<text::Inline> inlines;
    text::SharedStyle last = restyler_.plain();
    for (const text::Inline& each : head->second.inlines) {
      const auto* run = std::get_if<text::Run>(&each);
      if (run == nullptr) continue;
      inlines.push_back(restyler_.added(run->text, run->style));
      last = run->style;
    }
    if (inlines.empty()) return;
    inlines.push_back(restyler_.added(": ", last));
    if (words.flush_end) *words.flush_end += inlines.size();
    inlines.insert(inlines.end(), std::make_move_iterator(words.inlines.begin()),
                   std::make_move_iterator(words.inlines.end()));
    words.inlines = std::move(inlines);
  }

  /// The lines of a row stand closer to each other than rows.
  void end_row() {
    if (told_.size() == row_begin_) return;
    for (std::size_t i = row_begin_; i + 1 < told_.size(); ++i) {
      if (!told_[i].marker) told_[i].style.edit().space_after = {};
    }
    row_begin_ = told_.size();
    told_.back().style.edit().keep_with_next = false;
  }

  const Table& table_;
  const bool was_adorned_;
  const Restyler& restyler_;
  std::map<std::size_t, text::Paragraph> heads_;  ///< by column
  std::vector<text::Paragraph> told_;
  std::size_t row_begin_ = 0;
};

}  // namespace

bool is_form(const Table& table) {
  const auto is_blank_cell = [](const Cell& cell) {
    const TextContent* text = text_of(cell);
    return text != nullptr && is_blank(text->paragraphs);
  };
  return std::ranges::any_of(
             table.rows,
             [&](const Row& row) { return std::ranges::any_of(row.cells, is_blank_cell); }) &&
         std::ranges::none_of(table.rows, &Row::header);
}

Table without_adornment(Table table) {
  if (!is_simple(table)) return table;
  for (std::size_t column = table.columns.size(); column-- > 0;) {
    const auto adorns = [&](const Row& row) {
      const Cell& cell = row.cells[column];
      return is_adornment(cell) || (alt_of(cell) == nullptr && !has_words(cell));
    };
    if (std::ranges::all_of(table.rows, adorns) && std::ranges::all_of(table.continued, adorns)) {
      take_out(column, table);
    }
  }
  return table;
}

std::vector<text::Paragraph> told_as_list(const Table& table, bool was_adorned,
                                          const Restyler& restyler) {
  return ListTeller(table, was_adorned, restyler).tell();
}

}  // namespace handbill::document
