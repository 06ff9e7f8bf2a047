// SPDX-License-Identifier: MIT
#include "layout/table_columns.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/overload.h"
#include "base/spaces.h"
#include "base/utf8.h"
#include "display/item_kinds.h"
#include "document/content_kinds.h"
#include "text/scripts.h"

namespace handbill::layout {
namespace {

using document::Column;

struct Range {
  Length minimum;
  Length natural;
};

bool is_share(const Column& column) { return std::holds_alternative<Column::Share>(column.width); }
bool is_auto(const Column& column) { return std::holds_alternative<Column::Auto>(column.width); }

/// Of what a cell shows.
Range content_range(const SetCell& cell) {
  if (const auto natural = natural_size(*cell.cell)) {
    const auto& height = cell.cell->height;
    const bool is_scaled = height && natural->height > Length();
    const Length width = is_scaled ? *height * (natural->width / natural->height) : natural->width;
    return {width, width};
  }
  Range range{};
  for (const SetParagraph* each : cell.text) {
    range.natural = std::max(range.natural, each->natural_width());
    range.minimum = std::max(range.minimum, each->minimum_width());
  }
  range.minimum = std::min(range.minimum, range.natural);
  if (!cell.cell->figure) return range;
  const document::CellFigure& figure = *cell.cell->figure;
  const Length width = figure_size(figure).width;
  if (figure.place == document::CellFigure::Place::Before) {
    const Length beside = width + (cell.text.empty() ? Length() : figure.gap);
    return {range.minimum + beside, range.natural + beside};
  }
  return {std::max(range.minimum, width), std::max(range.natural, width)};
}

Length padding_of(const SetCell& cell) {
  return cell.cell->padding.left + cell.cell->padding.right;
}

Range cell_range(const SetCell& cell) {
  const Range range = content_range(cell);
  return {range.minimum + padding_of(cell), range.natural + padding_of(cell)};
}

/// A part of what a line says, as it stands in one run.
struct PlaceInRun {
  const display::GlyphRun* run = nullptr;
  std::size_t at = 0;  ///< bytes of GlyphRun::text
};

/// The first run of a line in which `find` finds something.
template <class Find>
std::optional<PlaceInRun> find_in_line(const text::Line& line, Find find) {
  for (const display::Item& item : line.items) {
    const auto* run = display::text_of(item);
    if (run == nullptr) continue;
    const std::size_t at = find(std::string_view(run->text));
    if (at != std::string_view::npos) return PlaceInRun{run, at};
  }
  return std::nullopt;
}

const display::Glyph* glyph_at(const PlaceInRun& place) {
  for (const display::Glyph& glyph : place.run->glyphs) {
    if (glyph.text_begin <= place.at && place.at < glyph.text_end) return &glyph;
  }
  return nullptr;
}

/// Left edge of the first glyph that stands for the first `text` of the line.
std::optional<Length> place_in_line(const text::Line& line, std::string_view text) {
  const auto place = find_in_line(line, [&](std::string_view words) { return words.find(text); });
  const display::Glyph* glyph = place ? glyph_at(*place) : nullptr;
  return glyph != nullptr ? std::optional(place->run->origin.x + glyph->x) : std::nullopt;
}

/// What a figure without a decimal point stands before.
bool is_decimal_point(std::string_view text) {
  return text == "." || text == "," || text == "\u066B";
}

bool is_dash(std::string_view text) {
  constexpr auto kDashes =
      std::to_array<std::string_view>({"-", "\u2010", "\u2012", "\u2013", "\u2014", "\u2212"});
  return std::ranges::find(kDashes, text) != kDashes.end();
}

bool groups_digits(char32_t c) {
  constexpr std::u32string_view kSigns = U".,'\u00A0\u066C\u2009\u2019\u202F";
  return kSigns.find(c) != kSigns.npos;
}

/// Where the last digit of the first figure begins: of "1,200" in "$1,200 a visit".
std::size_t last_digit(std::string_view words) {
  std::size_t found = words.npos;
  bool was_digit = false;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(words, at);
    const bool is_digit = text::is_decimal_digit(c);
    if (is_digit) found = begin;
    if (!is_digit && found != words.npos && !(was_digit && groups_digits(c))) break;
    was_digit = is_digit;
  }
  return found;
}

/// A figure, with a word before it at most ("from 60", "CHF 60"), or nothing but a dash.
bool is_figure(std::string_view words) {
  if (is_dash(words)) return true;
  int spaces = 0;
  for (std::size_t at = 0; at < words.size();) {
    const char32_t c = next_code_point(words, at);
    if (text::is_decimal_digit(c)) return true;
    if (c == ' ' || c == kNoBreakSpace) ++spaces;
    if (spaces > 1) return false;
  }
  return false;
}

/// Right edge of a figure that has no decimal point, or of a dash.
std::optional<Length> figure_end(const text::Line& line) {
  auto place = find_in_line(line, last_digit);
  if (!place) place = find_in_line(line, [](std::string_view) { return std::size_t{0}; });
  const display::Glyph* glyph = place ? glyph_at(*place) : nullptr;
  if (glyph == nullptr) return std::nullopt;
  return place->run->origin.x + glyph->x + glyph->advance;
}

/// Widths under way: what each column could be, then what it is.
class Widths {
 public:
  Widths(const SetTable& table, Length width)
      : set_(table),
        columns_(table.table->columns),
        width_(width),
        ranges_(columns_.size()),
        boxes_(columns_.size()) {}

  std::vector<ColumnBox> solve() {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (const auto* fixed = std::get_if<Length>(&columns_[i].width))
        ranges_[i] = {*fixed, *fixed};
    }
    measure_single_cells();
    widen_for_spans();
    share_out();
    Length left;
    for (ColumnBox& box : boxes_) {
      box.left = left;
      left += box.width + gap_after(static_cast<std::size_t>(&box - boxes_.data()));
    }
    return std::move(boxes_);
  }

 private:
  void measure_single_cells();
  void widen_for_spans();
  void share_out();
  Length gap_after(std::size_t column) const {
    return columns_[column].gap.value_or(set_.table->column_gap);
  }
  /// Between `count` columns from `first` on.
  Length gaps(std::size_t first, std::size_t count) const {
    Length sum;
    for (std::size_t i = first; i + 1 < first + count; ++i) sum += gap_after(i);
    return sum;
  }

  const SetTable& set_;
  const std::vector<Column>& columns_;
  Length width_;
  std::vector<Range> ranges_;
  std::vector<ColumnBox> boxes_;
};

void Widths::measure_single_cells() {
  for (const SetRow& row : set_.rows) {
    for (const SetCell& cell : row.cells) {
      if (cell.span != 1) continue;
      ColumnBox& box = boxes_[cell.column];
      if (const auto aligned = aligned_line(set_, cell)) {
        box.before = std::max(box.before, aligned->before);
        box.after = std::max(box.after, aligned->after);
      }
      if (std::holds_alternative<Length>(columns_[cell.column].width)) continue;
      const Range range = cell_range(cell);
      Range& column = ranges_[cell.column];
      column.natural =
          std::max({column.natural, range.natural, box.before + box.after + padding_of(cell)});
      column.minimum = std::max(column.minimum, range.minimum);
    }
  }
}

/// A cell over several columns whose widest word does not go into them widens the last automatic
/// one.
void Widths::widen_for_spans() {
  for (const SetRow& row : set_.rows) {
    for (const SetCell& cell : row.cells) {
      if (cell.span == 1) continue;
      Length room = gaps(cell.column, cell.span);
      std::optional<std::size_t> elastic;
      bool shares = false;
      for (std::size_t i = cell.column; i < cell.column + cell.span; ++i) {
        room += ranges_[i].natural;
        shares = shares || is_share(columns_[i]);
        if (is_auto(columns_[i])) elastic = i;
      }
      const Length missing = cell_range(cell).minimum - room;
      if (shares || !elastic || missing <= Length()) continue;
      ranges_[*elastic].natural += missing;
      ranges_[*elastic].minimum += missing;
    }
  }
}

void Widths::share_out() {
  Length room = width_ - gaps(0, columns_.size());
  Range autos{}, shares{};
  double weights = 0;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (is_auto(columns_[i])) {
      autos.natural += ranges_[i].natural;
      autos.minimum += ranges_[i].minimum;
    } else if (const auto* share = std::get_if<Column::Share>(&columns_[i].width)) {
      shares.minimum += ranges_[i].minimum;
      weights += share->weight;
    } else {
      room -= ranges_[i].natural;
    }
  }
  // How much of what they can spare the automatic columns keep.
  const Length spare = autos.natural - autos.minimum;
  const Length left_to_autos = room - shares.minimum - autos.minimum;
  const double kept = spare <= Length() ? 1 : std::clamp(left_to_autos / spare, 0.0, 1.0);
  const Length rest = std::max(room - autos.minimum - spare * kept, Length());
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const Range& range = ranges_[i];
    if (is_auto(columns_[i])) {
      boxes_[i].width = range.minimum + (range.natural - range.minimum) * kept;
    } else if (const auto* share = std::get_if<Column::Share>(&columns_[i].width)) {
      boxes_[i].width = weights > 0 ? rest * (share->weight / weights) : Length();
    } else {
      boxes_[i].width = range.natural;
    }
  }
}

}  // namespace

std::vector<ColumnBox> column_boxes(const SetTable& table, Length width) {
  if (table.table->columns.empty()) return {};
  return Widths(table, width).solve();
}

Length columns_end(const std::vector<ColumnBox>& columns) {
  return columns.empty() ? Length() : columns.back().left + columns.back().width;
}

std::optional<AlignedLine> aligned_line(const SetTable& table, const SetCell& cell) {
  const std::string& text = table.table->columns[cell.column].align_on;
  if (text.empty() || cell.span != 1 || cell.text.size() != 1) return std::nullopt;
  const std::string& words = cell.text.front()->text();
  const bool has_text = words.find(text) != std::string::npos;
  if (!has_text && !(is_decimal_point(text) && is_figure(words))) return std::nullopt;
  if (cell.text.front()->paragraph().flush_end) return std::nullopt;
  const SetLines& set = cell.text.front()->lines(kUnlimited);
  if (set.lines.size() != 1) return std::nullopt;
  const text::Line& line = set.lines.front();
  const auto place = has_text ? place_in_line(line, text) : figure_end(line);
  if (!place) return std::nullopt;
  return AlignedLine{&line, *place - line.left, line.left + line.width - *place};
}

Size figure_size(const document::CellFigure& figure) {
  const Size natural = std::visit(
      Overload{[](const document::ArtContent& art) { return art.art ? art.art->size : Size(); },
               [&](const document::PictureContent&) { return figure.natural; }},
      figure.content);
  const bool is_scaled = figure.height && natural.height > Length();
  return is_scaled ? Size{*figure.height * (natural.width / natural.height), *figure.height}
                   : natural;
}

std::optional<Size> natural_size(const document::Cell& cell) {
  using Natural = std::optional<Size>;
  return std::visit(Overload{[](const document::ArtContent& art) {
                               return Natural(art.art ? art.art->size : Size());
                             },
                             [&](const document::PictureContent&) { return Natural(cell.natural); },
                             [](const document::TextContent&) { return Natural(); }},
                    cell.content);
}

}  // namespace handbill::layout
