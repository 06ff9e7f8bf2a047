// SPDX-License-Identifier: MIT
#include "layout/fill_table.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "base/user_unit.h"
#include "layout/place_frame.h"

namespace handbill::layout {
namespace {

constexpr double kClosed = 0, kOpen = 1;  ///< TableSpace::opening
/// So many are tried in a frame at first.
constexpr std::size_t kFirstRows = 64;

}  // namespace

using document::Frame;

TableFiller::TableFiller(const document::Document& document, const TableThread& thread)
    : document_(document), thread_(thread) {
  const auto& rows = thread.table.rows;
  while (headers_ < rows.size() && rows[headers_].row->header) ++headers_;
  may_end_before_.resize(rows.size() + 1);
  std::size_t reach = headers_ + 1;
  for (std::size_t i = 0; i <= rows.size(); ++i) {
    may_end_before_[i] = i >= reach;
    if (i == rows.size()) break;
    for (const SetCell& each : rows[i].cells) reach = std::max(reach, i + each.rows);
  }
  keep_rows_together();
}

/// A foot stands below what it is of, and a group is parted so that enough of its rows stand on
/// both sides.
void TableFiller::keep_rows_together() {
  using Kind = document::Row::Kind;
  const auto& rows = thread_.table.rows;
  const auto row = [&](std::size_t i) -> const document::Row& { return *rows[i].row; };
  const auto is_entry = [&](std::size_t i) { return !row(i).header && row(i).kind == Kind::Entry; };
  std::vector<std::size_t> sizes;  // of groups
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (row(i).group >= sizes.size()) sizes.resize(row(i).group + 1);
    if (is_entry(i)) ++sizes[row(i).group];
  }
  const auto least = static_cast<std::size_t>(thread_.table.table->keep_rows);
  std::size_t before = 0;  // entries of the group above the row
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i > 0 && row(i).group != row(i - 1).group) before = 0;
    const bool is_foot = row(i).kind == Kind::GroupFooter || row(i).kind == Kind::Footer;
    const bool is_parted = is_entry(i) && before > 0;
    const bool is_too_few = before < least || sizes[row(i).group] - before < least;
    if (is_foot || (is_parted && is_too_few)) may_end_before_[i] = false;
    if (row(i).keep_with_next && i + 1 < rows.size()) may_end_before_[i + 1] = false;
    if (is_entry(i)) ++before;
  }
}

/// What heads the rest of a group whose first rows stand in a frame before; null: nothing.
const SetRow* TableFiller::continued(std::size_t begin) const {
  using Kind = document::Row::Kind;
  const auto& rows = thread_.table.rows;
  if (begin <= headers_ || begin >= rows.size()) return nullptr;
  const document::Row& first = *rows[begin].row;
  const bool is_inside = first.kind == Kind::Entry || first.kind == Kind::GroupFooter;
  if (!is_inside || rows[begin - 1].row->group != first.group) return nullptr;
  return first.group < thread_.continued.size() ? &thread_.continued[first.group] : nullptr;
}

const Frame& TableFiller::frame(std::size_t stop) const {
  const FrameRef ref = thread_.frames[stop];
  return document_.sides[ref.side].frames[ref.frame];
}

std::size_t TableFiller::columns_at(std::size_t stop) const {
  return static_cast<std::size_t>(std::max(frame(stop).columns, 1));
}

std::optional<Rect> TableFiller::room(std::size_t stop, const AllBoxes& boxes) const {
  const FrameRef ref = thread_.frames[stop];
  const auto& box = boxes[ref.side][ref.frame];
  if (!box) return std::nullopt;
  const Frame& frame = this->frame(stop);
  Rect room = content_box(frame, *box);
  if (frame.columns <= 1) return room;
  const auto columns = column_room(frame, box->width);
  if (!columns) return std::nullopt;
  const int column = thread_.columns[stop];
  room.left += columns->pitch * (frame.right_to_left ? columns->count - 1 - column : column);
  room.width = columns->width;
  return room;
}

/// Of a column, when its frame has that width.
Length width_in(const Frame& frame, Length frame_width) {
  const auto columns = column_room(frame, frame_width);
  return columns ? columns->width : Length();
}

std::vector<const SetRow*> TableFiller::rows(std::size_t stop, Part part) const {
  std::vector<const SetRow*> rows;
  if (stop > 0 && headers_ <= part.begin && part.begin < part.end) {
    for (const SetRow& each : thread_.headers[stop - 1]) rows.push_back(&each);
    if (const SetRow* heading = continued(part.begin)) rows.push_back(heading);
  }
  for (std::size_t i = part.begin; i < part.end; ++i) rows.push_back(&thread_.table.rows[i]);
  return rows;
}

const std::vector<ColumnBox>& TableFiller::columns(Length width) {
  const document::Table* table = thread_.table.table;
  for (const Columns& each : columns_) {
    if (each.table == table && each.width == width) return each.boxes;
  }
  columns_.push_back({table, width, column_boxes(thread_.table, width)});
  return columns_.back().boxes;
}

TableFragment TableFiller::set(std::size_t stop, Part part, const Rect& room, double opening) {
  TableSpace space{.width = room.width,
                   .opening = opening,
                   .foot = frame(stop).foot,
                   .columns = &columns(room.width)};
  if (frame(stop).vertical_align == document::VerticalAlign::Top) {
    space.grid = grid_at(document_.sheet, room.top);
  }
  return place_table(thread_.table, rows(stop, part), space);
}

TableFragment TableFiller::open(std::size_t stop, Part part, const Rect& room) {
  constexpr double kExact = 1e-6;
  double least = kClosed, most = kOpen;
  TableFragment widest = set(stop, part, room, most);
  if (fits(widest.height, room.height)) return widest;
  TableFragment best = set(stop, part, room, least);
  if (!fits(best.height, room.height) || best.height == widest.height) return best;
  while (most - least > kExact) {
    const double opening = (least + most) / 2;
    TableFragment trial = set(stop, part, room, opening);
    const bool does_fit = trial.height <= room.height;
    (does_fit ? least : most) = opening;
    if (does_fit) best = std::move(trial);
  }
  return best;
}

TableFiller::Part TableFiller::more_than_fits(std::size_t stop, std::size_t begin, const Rect& room,
                                              double opening) {
  const std::size_t end = thread_.table.rows.size();
  for (std::size_t count = kFirstRows; count < end - begin; count *= 2) {
    Part part{begin, begin + count};
    while (part.end < end && !may_end_before_[part.end]) ++part.end;
    const TableFragment tried = set(stop, part, room, opening);
    // Rows follow each other downwards: those after it end outside, too.
    if (!fits(tried.rows.back().box.bottom(), room.height)) return part;
  }
  return {begin, end};
}

TableFiller::Part TableFiller::fill(std::size_t stop, std::size_t begin, const Rect& room) {
  if (thread_.columns[stop] == 0) {
    balanced_.reset();
    const bool balances = frame(stop).balance && columns_at(stop) > 1;
    if (balances && columns_hold(stop, begin, room, kClosed)) {
      balanced_ = balanced_height(stop, begin, room, kClosed);
    }
  }
  const bool is_last = stop + 1 == thread_.frames.size();
  if (is_last) return {begin, thread_.table.rows.size()};
  Rect column = room;
  column.height = balanced_.value_or(room.height);
  return rows_that_fit(stop, begin, column, kClosed);
}

bool TableFiller::columns_hold(std::size_t stop, std::size_t begin, const Rect& room,
                               double opening) {
  for (std::size_t i = 0; i < columns_at(stop); ++i) {
    begin = rows_that_fit(stop + i, begin, room, opening).end;
  }
  return begin == thread_.table.rows.size();
}

Length TableFiller::balanced_height(std::size_t stop, std::size_t begin, const Rect& room,
                                    double opening) {
  Rect tried = room;
  Length least, most = room.height;
  while (!fits(most - least, Length())) {
    tried.height = (least + most) / 2;
    (columns_hold(stop, begin, tried, opening) ? most : least) = tried.height;
  }
  tried.height = most;
  Length tallest;
  for (std::size_t i = 0; i < columns_at(stop); ++i) {
    const Part part = rows_that_fit(stop + i, begin, tried, opening);
    if (part.begin < part.end) {
      tallest = std::max(tallest, set(stop + i, part, tried, opening).height);
    }
    begin = part.end;
  }
  return tallest;
}

std::size_t TableFiller::end_of_rows(std::size_t stop, std::size_t begin, Size room) {
  return rows_that_fit(stop, begin, {{}, {}, room.width, room.height}, kClosed).end;
}

TableFiller::Part TableFiller::rows_that_fit(std::size_t stop, std::size_t begin, const Rect& room,
                                             double opening) {
  Part part = more_than_fits(stop, begin, room, opening);
  const TableFragment all = set(stop, part, room, opening);
  if (fits(all.height, room.height)) return part;
  // Rows that end outside are out; the last of the others may need room for a rule below it.
  const std::size_t repeated = all.rows.size() - (part.end - part.begin);
  const auto ends_inside = [&](std::size_t row) {
    return fits(all.rows[repeated + row - begin].box.bottom(), room.height);
  };
  while (part.end > begin && !ends_inside(part.end - 1)) --part.end;
  while (part.end > begin && (!may_end_before_[part.end] ||
                              !fits(set(stop, part, room, opening).height, room.height))) {
    --part.end;
  }
  return part;
}

void TableFiller::fill_to(std::size_t stop, const AllBoxes& boxes) {
  while (parts_.size() < stop) {
    const std::size_t begin = parts_.empty() ? 0 : parts_.back().end;
    const auto room = this->room(parts_.size(), boxes);
    parts_.push_back(room ? fill(parts_.size(), begin, *room) : Part{begin, begin});
  }
}

double TableFiller::part_placed_at(std::size_t stop, const AllBoxes& boxes) {
  fill_to(stop + 1, boxes);
  const auto room = this->room(stop, boxes);
  if (!room) return 0;
  const auto rows = static_cast<double>(thread_.table.rows.size());
  return static_cast<double>(rows_that_fit(stop, parts_[stop].begin, *room, kClosed).end) / rows;
}

TableFiller::Part TableFiller::rest_at(std::size_t stop, const AllBoxes& boxes) {
  fill_to(stop, boxes);
  return {stop == 0 ? 0 : parts_[stop - 1].end, thread_.table.rows.size()};
}

/// Of those rows in the columns of a frame, as low as they go.
Length TableFiller::height_of(std::size_t stop, Part part, const Rect& room, double opening) {
  const Length whole = set(stop, part, room, opening).height;
  if (columns_at(stop) == 1 || part.begin == part.end) return whole;
  Rect tall = room;
  tall.height = whole;
  return balanced_height(stop, part.begin, tall, opening);
}

Length TableFiller::height_at(std::size_t stop, const GrowingBox& box, const AllBoxes& boxes) {
  const Frame& frame = this->frame(stop);
  const Length width = width_in(frame, box.width);
  const Part rest = rest_at(stop, boxes);
  const auto height_from = [&](Length top) {
    return height_of(stop, rest, {{}, top, width, {}}, kOpen);
  };
  const Length insets = frame.inset.top + frame.inset.bottom;
  if (box.fixed == document::EdgeKind::Top) return insets + height_from(box.at + frame.inset.top);
  const TableSpace loose{.width = width, .opening = kOpen, .foot = frame.foot};
  const Length free = columns_at(stop) > 1
                          ? height_from(box.at)
                          : place_table(thread_.table, rows(stop, rest), loose).height;
  return insets + settle_height(box.at - frame.inset.bottom, free, height_from);
}

Length TableFiller::least_height_at(std::size_t stop, Length top, Length width,
                                    const AllBoxes& boxes) {
  const Insets& inset = frame(stop).inset;
  const Rect room{{}, top + inset.top, width_in(frame(stop), width), {}};
  return inset.top + inset.bottom + height_of(stop, rest_at(stop, boxes), room, kClosed);
}

TableFragment TableFiller::place(std::size_t stop, const AllBoxes& boxes,
                                 diag::Diagnostics& diags) {
  fill_to(stop + 1, boxes);
  const auto room = this->room(stop, boxes);
  if (!room) return {};
  TableFragment placed = open(stop, parts_[stop], *room);
  if (!fits(placed.width, room->width)) {
    const UserUnit unit = user_unit(document_.sheet.trim);
    diag::Diagnostic problem{.id = diag::DiagnosticId::LineTooWide,
                             .message = "the columns of the table are " +
                                        in_words(placed.width - room->width, unit) +
                                        " too wide for " + frame_words(frame(stop)) + " (" +
                                        in_words(room->width, unit) + ")",
                             .span = frame(stop).span};
    problem.frame = frame(stop).name;
    problem.area = diag::PageArea{thread_.frames[stop].side + 1, *room};
    diags.add(std::move(problem));
  }
  return placed;
}

Trial TableFiller::fits_all(const AllBoxes& boxes) {
  Trial result{true};
  for (std::size_t stop = 0; stop < thread_.frames.size(); ++stop) {
    const auto room = this->room(stop, boxes);
    if (!room) return {};
    fill_to(stop + 1, boxes);
    const TableFragment part = set(stop, parts_[stop], *room, kClosed);
    // Type of twice the size takes rows and columns of twice the size.
    const double side = std::max(part.width / room->width, part.height / room->height);
    result.fill = std::max(result.fill, side * side);
    if (!fits(part.width, room->width) || !fits(part.height, room->height)) {
      result.fits = false;
      return result;
    }
    for (const Fragment& row : part.rows) {
      for (const Fragment& cell : row.children) {
        const auto is_wide = [](const LineFragment& line) { return !line.line->holds_its_words(); };
        if (std::ranges::any_of(cell.lines, is_wide)) return {};
      }
    }
  }
  return result;
}

std::optional<Overfull> TableFiller::overfull(std::size_t stop, const TableFragment& placed,
                                              const AllBoxes& boxes) const {
  const FrameRef ref = thread_.frames[stop];
  const Rect box = *boxes[ref.side][ref.frame];
  const Length room = content_box(frame(stop), box).height;
  if (fits(placed.height, room)) return std::nullopt;
  std::size_t fitting = 0;
  while (fitting < placed.rows.size() && fits(placed.rows[fitting].box.bottom(), room)) ++fitting;
  // What sticks out may be no more than the padding or the rule below the last row.
  fitting = std::min(fitting, placed.rows.size() - 1);
  const std::size_t repeated = placed.rows.size() - (parts_[stop].end - parts_[stop].begin);
  const Length over = placed.height - room;
  RowsOver told{.table = thread_.table.table,
                .fitting = parts_[stop].begin + std::max(fitting, repeated) - repeated,
                .lines = static_cast<std::size_t>(std::ceil((over - kTolerance) / leading()))};
  told.place = {
      &frame(stop),
      in_words(over, user_unit(document_.sheet.trim)) + " too tall for " + frame_words(frame(stop)),
      diag::PageArea{ref.side + 1, box}};
  if (placed.rows.size() == thread_.table.rows.size()) {
    told.entry = long_entry(placed.rows, told.lines);
  }
  diag::Diagnostic problem = tell(told);
  if (!thread_.fit.empty()) {
    problem.labels.push_back({thread_.fit.span(), "it is set as small as `fit` lets it"});
  }
  return Overfull{over, std::move(problem)};
}

/// The most of its first lines.
Length TableFiller::leading() const {
  Length line;
  for (const SetRow& row : thread_.table.rows) {
    for (const SetCell& cell : row.cells) {
      if (!cell.text.empty()) line = std::max(line, cell.text.front()->style().leading);
    }
  }
  return std::max(line, Length::pt(1));
}

}  // namespace handbill::layout
