// SPDX-License-Identifier: MIT
#include "press/bind_pages.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/check.h"
#include "press/fold_plan.h"
#include "press/paper_room.h"
#include "press/tell_binding.h"

namespace handbill::press {
namespace {

using display::Page;
using display::PageList;
using document::Document;
using document::Imposition;

/// Of the bar on the back of a section, by which one sees that sections lie in order.
constexpr Length kCollatingHeight = Length::mm(5);
constexpr Length kCollatingWidth = Length::mm(3);
/// Where nothing is milled off, it stays in the fold.
constexpr Length kCollatingInFold = Length::mm(1);
/// From head and foot, where trimming would cut it.
constexpr Length kCollatingClear = Length::mm(15);

enum class Face { Front, Back };

/// Lays pages on sheets; coordinates are those of the block of two pages, as one sees that side,
/// until the sheet is finished.
class Binder {
 public:
  Binder(PageList pages, const Imposition& imposition, const PaperRoom& room)
      : imposition_(imposition), room_(room) {
    result_.sheets = std::move(pages);
    PageList& list = result_.sheets;
    list.forms = std::exchange(list.pages, {});
    for (Page& form : list.forms) {
      form.media = form.bleed;
      form.links.clear();
      form.guides.clear();
    }
  }

  void add(const BoundSheet& sheet);
  BoundSheets finish() && { return std::move(result_); }

 private:
  Size trim() const { return result_.sheets.forms.front().trim; }
  Length bleed() const { return -result_.sheets.forms.front().bleed.left; }
  Length between(const BoundSheet& sheet) const;
  std::string name(const BoundSheet& sheet, Face face) const;
  void add_collating_mark(Page& page, const BoundSheet& sheet, Length middle) const;
  void finish_side(Page page, const BoundSheet& sheet, Face face);

  const Imposition& imposition_;
  const PaperRoom& room_;
  BoundSheets result_;
};

/// What lies between the trims of the two pages of a sheet.
Length Binder::between(const BoundSheet& sheet) const {
  if (sheet.part == BoundSheet::Part::Section) return imposition_.binding.mill * 2;
  if (!room_.has_spine()) return {};
  const auto spine = room_.spine();
  HANDBILL_CHECK(spine.has_value(), "a cover apart is bound only with a known spine");
  return *spine;
}

/// "section 2, sheet 1 front".
std::string Binder::name(const BoundSheet& sheet, Face face) const {
  if (sheet.part == BoundSheet::Part::Cover) {
    return face == Face::Front ? "cover outside" : "cover inside";
  }
  std::string name;
  if (room_.sections() > 1) name = "section " + std::to_string(sheet.section + 1) + ", ";
  name += "sheet " + std::to_string(sheet.depth + 1);
  return name + (face == Face::Front ? " front" : " back");
}

/// One step further down for each section, so that a book in order shows a stair.
void Binder::add_collating_mark(Page& page, const BoundSheet& sheet, Length middle) const {
  if (room_.sections() < 2 || sheet.part == BoundSheet::Part::Cover || sheet.depth > 0) return;
  const Length mill = imposition_.binding.mill;
  const Length width = mill > Length() ? std::min(kCollatingWidth, mill * 2) : kCollatingInFold;
  const double room = (trim().height - kCollatingClear * 2) / kCollatingHeight;
  const std::size_t steps = room < 1 ? 1 : static_cast<std::size_t>(room);
  const Length top = std::min(kCollatingClear, trim().height / 4) +
                     kCollatingHeight * static_cast<double>(sheet.section % steps);
  const Rect bar{middle - width / 2, top, width, kCollatingHeight};
  page.items.push_back(
      {.content = display::Shape{.path = Path::rect(bar), .fill = color::Color::black()}});
}

void Binder::add(const BoundSheet& sheet) {
  const Length width = trim().width, between = this->between(sheet);
  const Length shift = room_.shift(sheet), middle = width + between / 2;
  const Rect whole = Rect{{}, {}, width * 2 + between, trim().height}.outset(bleed());
  const Rect left = Rect::from_edges(whole.left, whole.top, middle, whole.bottom());
  const Rect right = Rect::from_edges(middle, whole.top, whole.right(), whole.bottom());
  for (const Face face : {Face::Front, Face::Back}) {
    const std::array<std::size_t, 2>& pages = face == Face::Front ? sheet.front : sheet.back;
    Page page;
    page.placed.push_back({pages[0], Matrix::translate({shift, {}}), Path::rect(left)});
    page.placed.push_back(
        {pages[1], Matrix::translate({width + between - shift, {}}), Path::rect(right)});
    if (face == Face::Front) add_collating_mark(page, sheet, middle);
    finish_side(std::move(page), sheet, face);
  }
}

/// The block stands in the middle of what the press can print. A sheet that is turned about its
/// level axis has its backs upside down.
void Binder::finish_side(Page page, const BoundSheet& sheet, Face face) {
  const Length width = trim().width * 2 + between(sheet), height = trim().height;
  const Size paper = imposition_.sheet;
  const Rect printable = Rect{{}, {}, paper.width, paper.height}.inset(imposition_.margin);
  Point corner{printable.left + (printable.width - width) / 2,
               printable.top + (printable.height - height) / 2};
  if (face == Face::Back) {
    if (document::turns_about_upright_axis(imposition_)) {
      corner.x = paper.width - corner.x - width;
    } else {
      corner.y = paper.height - corner.y - height;
      const Matrix around{-1, 0, 0, -1, width.pt(), height.pt()};
      for (display::PlacedPage& each : page.placed) {
        each.map = each.map.then(around);
        each.clip = each.clip->transformed(around);
      }
    }
  }
  page.name = name(sheet, face);
  page.trim = {width, height};
  page.bleed = Rect{{}, {}, width, height}.outset(bleed());
  page.media = {-corner.x, -corner.y, paper.width, paper.height};
  MarkPlaces places{{{}, width}, {{}, height}, {}, {}};
  const Length between = this->between(sheet);
  if (sheet.part == BoundSheet::Part::Cover && between > kTolerance) {
    places.folds_across = {trim().width, trim().width + between};
  } else {
    places.folds_across = {width / 2};
  }
  result_.places.push_back(std::move(places));
  result_.sheets.pages.push_back(std::move(page));
}

}  // namespace

std::optional<BoundSheets> bind_pages(const Document& document, PageList pages,
                                      const Imposition& imposition, diag::Diagnostics& diags) {
  if (!can_be_bound(document, pages, imposition, diags)) return std::nullopt;
  const auto edge = document.right_to_left ? BindingEdge::Right : BindingEdge::Left;
  const std::vector<BoundSheet> sheets = fold_plan(pages.pages.size(), imposition.binding, edge);
  const PaperRoom room(document, imposition, sheets);
  if (!has_room_for_cover(document, imposition, room, diags)) return std::nullopt;
  tell_binding(document, imposition, sheets, room, diags);
  Binder binder(std::move(pages), imposition, room);
  for (const BoundSheet& sheet : sheets) binder.add(sheet);
  return std::move(binder).finish();
}

}  // namespace handbill::press
