// SPDX-License-Identifier: MIT
#include "press/impose.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace handbill::press {
namespace {

using display::Page;
using display::PageList;
using display::PlacedPage;
using document::Imposition;
using document::Printed;
using document::Scheme;

/// A front and what is printed on its back: indices of pages.
struct Leaf {
  std::size_t front = 0;
  std::optional<std::size_t> back{};
};

std::vector<Leaf> leaves_of(const PageList& pages, Printed printed) {
  std::vector<Leaf> leaves;
  const std::size_t sides = printed == Printed::OneSide ? 1 : 2;
  for (std::size_t i = 0; i < pages.pages.size(); i += sides) {
    const bool has_back = sides == 2 && i + 1 < pages.pages.size();
    leaves.push_back({i, has_back ? std::optional(i + 1) : std::nullopt});
  }
  return leaves;
}

Rect mapped(const Rect& box, const Matrix& map) {
  const Point a = map.apply(box.origin()), b = map.apply({box.right(), box.bottom()});
  return Rect::from_edges(std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x),
                          std::max(a.y, b.y));
}

Rect trim_box(const Page& page) { return {{}, {}, page.trim.width, page.trim.height}; }

/// Turned about the upright middle axis of something `width` wide: what is seen from behind.
Matrix turn_over(Length width) { return {-1, 0, 0, 1, width.pt(), 0}; }
/// The same about the level axis.
Matrix tumble(Length height) { return {1, 0, 0, -1, 0, height.pt()}; }

/// Fronts and backs stand on the same side of the sheet.
bool puts_both_on_one(const Imposition& imposition) {
  return imposition.scheme == Scheme::WorkAndTurn || imposition.scheme == Scheme::WorkAndTumble;
}

/// Lays leaves on sheets by cells; coordinates are those of the sheet until a page is finished.
class Imposer {
 public:
  Imposer(PageList pages, const Imposition& imposition, Printed printed)
      : imposition_(imposition), leaves_(leaves_of(pages, printed)), result_(std::move(pages)) {
    result_.forms = std::move(result_.pages);
    result_.pages.clear();
    for (Page& form : result_.forms) {
      form.media = form.bleed;
      form.links.clear();
      form.guides.clear();
    }
  }

  PageList by_cells() &&;
  PageList by_tiles() &&;

 private:
  int columns() const { return imposition_.columns.value_or(1); }
  int rows() const { return imposition_.rows.value_or(1); }
  std::size_t cells() const { return static_cast<std::size_t>(columns() * rows()); }
  bool has_both_on_one() const { return puts_both_on_one(imposition_); }
  Size cell_size() const;
  Rect printable() const;
  Matrix front_map(std::size_t cell) const;
  Rect cell_clip(std::size_t cell) const;
  Matrix sheet_turn() const;
  std::size_t sheet_count() const;
  std::optional<std::size_t> leaf_at(std::size_t sheet, std::size_t cell) const;
  void add_front(Page& page, std::size_t form, std::size_t cell) const;
  void add_back(Page& page, std::size_t form, std::size_t cell) const;
  Rect block() const;
  void finish(Page page, bool is_back, std::string name);
  void add_tile(std::size_t form, Rect part, const std::string& name);

  const Imposition& imposition_;
  std::vector<Leaf> leaves_;
  PageList result_;
};

Size Imposer::cell_size() const {
  const Size trim = result_.forms.front().trim;
  return imposition_.quarter_turn ? Size{trim.height, trim.width} : trim;
}

Rect Imposer::printable() const {
  return Rect{{}, {}, imposition_.sheet.width, imposition_.sheet.height}.inset(imposition_.margin);
}

/// From a page to its cell on the front of the sheet; the block of cells stands in the middle of
/// what the press can print.
Matrix Imposer::front_map(std::size_t cell) const {
  const Size size = cell_size();
  const std::size_t in_row = static_cast<std::size_t>(columns());
  const std::size_t rows_above = cell / in_row;
  const auto column = static_cast<double>(cell % in_row);
  const auto row = static_cast<double>(rows_above);
  const Length across = imposition_.gutter_across, down = imposition_.gutter_down;
  const Length width = size.width * columns() + across * (columns() - 1);
  const Length height = size.height * rows() + down * (rows() - 1);
  const Rect room = printable();
  const Point corner{room.left + (room.width - width) / 2 + (size.width + across) * column,
                     room.top + (room.height - height) / 2 + (size.height + down) * row};
  const Matrix to_cell = imposition_.quarter_turn ? Matrix{0, 1, -1, 0, size.width.pt(), 0}
                                                  // clockwise
                                                  : Matrix{};
  return to_cell.then(Matrix::translate(corner));
}

/// The bleed, cut at the middle of gutters that are too narrow for two.
Rect Imposer::cell_clip(std::size_t cell) const {
  const Page& form = result_.forms.front();
  const Length bleed = -form.bleed.left;
  const auto column = static_cast<int>(cell % static_cast<std::size_t>(columns()));
  const auto row = static_cast<int>(cell / static_cast<std::size_t>(columns()));
  const Length across = std::min(bleed, imposition_.gutter_across / 2);
  const Length down = std::min(bleed, imposition_.gutter_down / 2);
  const Insets out{row > 0 ? down : bleed, column + 1 < columns() ? across : bleed,
                   row + 1 < rows() ? down : bleed, column > 0 ? across : bleed};
  return mapped(trim_box(form), front_map(cell))
      .inset({-out.top, -out.right, -out.bottom, -out.left});
}

Matrix Imposer::sheet_turn() const {
  const Size sheet = imposition_.sheet;
  return document::turns_about_upright_axis(imposition_) ? turn_over(sheet.width)
                                                         : tumble(sheet.height);
}

std::size_t Imposer::sheet_count() const {
  if (imposition_.scheme == Scheme::StepAndRepeat) return leaves_.size();
  const std::size_t per_sheet = has_both_on_one() ? cells() / 2 : cells();
  // Turned sheets repeat each leaf until the half is full.
  if (has_both_on_one()) return leaves_.size();
  return (leaves_.size() + per_sheet - 1) / per_sheet;
}

std::optional<std::size_t> Imposer::leaf_at(std::size_t sheet, std::size_t cell) const {
  std::size_t leaf = sheet;
  if (imposition_.scheme == Scheme::NUp) leaf = sheet * cells() + cell;
  if (imposition_.scheme == Scheme::CutAndStack) leaf = cell * sheet_count() + sheet;
  return leaf < leaves_.size() ? std::optional(leaf) : std::nullopt;
}

void Imposer::add_front(Page& page, std::size_t form, std::size_t cell) const {
  page.placed.push_back({form, front_map(cell), Path::rect(cell_clip(cell))});
}

/// The back lies behind its front: leaf and sheet are turned over both.
void Imposer::add_back(Page& page, std::size_t form, std::size_t cell) const {
  const Matrix turn = sheet_turn();
  const Matrix map = turn_over(result_.forms[form].trim.width).then(front_map(cell)).then(turn);
  page.placed.push_back({form, map, Path::rect(mapped(cell_clip(cell), turn))});
}

/// Of the trims of all cells, filled or not, on the front: all sheets of a job are cut alike.
Rect Imposer::block() const {
  Rect all = mapped(trim_box(result_.forms.front()), front_map(0));
  for (std::size_t cell = 1; cell < cells(); ++cell) {
    all = all.united(mapped(trim_box(result_.forms.front()), front_map(cell)));
  }
  return all;
}

/// Moves the origin from the corner of the sheet to that of the pages' trims.
void Imposer::finish(Page page, bool is_back, std::string name) {
  if (page.placed.empty()) return;
  const Rect block = is_back ? mapped(this->block(), sheet_turn()) : this->block();
  const Point by{-block.left, -block.top};
  const Matrix move = Matrix::translate(by);
  for (PlacedPage& each : page.placed) {
    each.map = each.map.then(move);
    if (each.clip) each.clip = each.clip->transformed(move);
  }
  const Length bleed = -result_.forms.front().bleed.left;
  page.name = std::move(name);
  page.trim = block.size();
  page.bleed = Rect{{}, {}, block.width, block.height}.outset(bleed);
  page.media = Rect{by.x, by.y, imposition_.sheet.width, imposition_.sheet.height};
  result_.pages.push_back(std::move(page));
}

PageList Imposer::by_cells() && {
  const std::size_t sheets = sheet_count();
  for (std::size_t sheet = 0; sheet < sheets; ++sheet) {
    Page front, back;
    for (std::size_t cell = 0; cell < cells(); ++cell) {
      const auto index = leaf_at(sheet, cell);
      if (!index) continue;
      const Leaf& leaf = leaves_[*index];
      if (has_both_on_one()) {
        const auto columns = static_cast<std::size_t>(this->columns());
        const bool is_front = imposition_.scheme == Scheme::WorkAndTurn
                                  ? cell % columns < columns / 2
                                  : cell < cells() / 2;
        if (!is_front) continue;
        add_front(front, leaf.front, cell);
        if (leaf.back) add_back(front, *leaf.back, cell);
        continue;
      }
      add_front(front, leaf.front, cell);
      if (leaf.back) add_back(back, *leaf.back, cell);
    }
    const std::string name = "sheet " + std::to_string(sheet + 1);
    finish(std::move(front), false, has_both_on_one() ? name : name + " front");
    finish(std::move(back), true, name + " back");
  }
  return std::move(result_);
}

/// `part` is what of the page the sheet shows, with its overlaps.
void Imposer::add_tile(std::size_t form, Rect part, const std::string& name) {
  Page page;
  page.name = name;
  page.trim = imposition_.sheet;
  page.bleed = page.media = trim_box(page);
  const Rect room = printable();
  const Matrix map = Matrix::translate(room.origin() - part.origin());
  page.placed.push_back({form, map, Path::rect(mapped(part, map))});
  result_.pages.push_back(std::move(page));
}

PageList Imposer::by_tiles() && {
  const Rect room = printable();
  const Length overlap = imposition_.overlap;
  const auto count = [&](Length whole, Length tile) {
    const double steps = (whole - overlap - kTolerance) / (tile - overlap);
    return std::max(1, static_cast<int>(std::ceil(steps)));
  };
  for (std::size_t form = 0; form < result_.forms.size(); ++form) {
    const Size trim = result_.forms[form].trim;
    const int columns = count(trim.width, room.width), rows = count(trim.height, room.height);
    // Bleed is printed as far as the tiles have room for it: who cuts by hand is never exact.
    const Length bleed = -result_.forms[form].bleed.left;
    const auto spare = [&](Length tile, int tiles, Length length) {
      return std::min(bleed, (tile * tiles - overlap * (tiles - 1) - length) / 2);
    };
    const Length across = spare(room.width, columns, trim.width);
    const Length down = spare(room.height, rows, trim.height);
    const Rect whole = trim_box(result_.forms[form]).inset({-down, -across, -down, -across});
    for (int row = 0; row < rows; ++row) {
      for (int column = 0; column < columns; ++column) {
        const Length left = whole.left + (room.width - overlap) * column;
        const Length top = whole.top + (room.height - overlap) * row;
        const Rect part = Rect::from_edges(left, top, std::min(left + room.width, whole.right()),
                                           std::min(top + room.height, whole.bottom()));
        add_tile(form, part,
                 result_.forms[form].name + ", row " + std::to_string(row + 1) + " of " +
                     std::to_string(rows) + ", column " + std::to_string(column + 1) + " of " +
                     std::to_string(columns));
      }
    }
  }
  return std::move(result_);
}

/// Paper that is bought and thrown away, and piles that are not of one height.
void tell_of_empty_places(const PageList& pages, const Imposition& imposition, Printed printed,
                          diag::Diagnostics& diags) {
  const std::size_t leaves = leaves_of(pages, printed).size();
  const auto places =
      static_cast<std::size_t>(imposition.columns.value_or(1) * imposition.rows.value_or(1));
  const std::size_t empty = (places - leaves % places) % places;
  if (empty == 0) return;
  const auto counted = [](std::size_t count, const std::string& word, const std::string& words) {
    return std::to_string(count) + " " + (count == 1 ? word : words);
  };
  diags.warning(diag::DiagnosticId::SheetNotFull, imposition.span,
                "`" + imposition.name + "` cuts a sheet into " + counted(places, "leaf", "leaves") +
                    ", and the document has " + std::to_string(leaves) + ": " +
                    counted(empty, "place stays", "places stay") + " empty",
                {leaves == 1 ? "`step-and-repeat` fills the sheet with the same leaf"
                             : "give it as many `columns` and `rows` as divide the leaves"});
}

bool has_backs(const PageList& pages, Printed printed) {
  return printed == Printed::BothSides && pages.pages.size() % 2 == 0;
}

bool has_one_trim(const PageList& pages) {
  return std::ranges::all_of(pages.pages, [&](const Page& page) {
    return page.trim == pages.pages.front().trim && page.bleed == pages.pages.front().bleed;
  });
}

}  // namespace

std::optional<PageList> impose(PageList pages, const Imposition& imposition, Printed printed,
                               diag::Diagnostics& diags) {
  if (pages.pages.empty()) return pages;
  if (puts_both_on_one(imposition) && !has_backs(pages, printed)) {
    diags.error(diag::DiagnosticId::BadImposition, imposition.span,
                "`" + imposition.name +
                    "` prints fronts and backs on one sheet, but the document "
                    "has a side without a back",
                {"`step-and-repeat` prints one side"});
    return std::nullopt;
  }
  if (imposition.scheme == Scheme::Tile) {
    return Imposer(std::move(pages), imposition, printed).by_tiles();
  }
  if (!has_one_trim(pages)) {
    diags.error(diag::DiagnosticId::BadImposition, imposition.span,
                "the pages are not all of one size");
    return std::nullopt;
  }
  if (imposition.scheme == Scheme::CutAndStack) {
    tell_of_empty_places(pages, imposition, printed, diags);
  }
  return Imposer(std::move(pages), imposition, printed).by_cells();
}

Rect placed_trim(const PageList& pages, const PlacedPage& placed) {
  return mapped(trim_box(pages.forms.at(placed.form)), placed.map);
}

}  // namespace handbill::press
