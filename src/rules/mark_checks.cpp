// SPDX-License-Identifier: MIT
// Crop and registration marks of files: where they stand, and in what ink.
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "rules/check_functions.h"
#include "rules/content.h"

namespace handbill::rules {
namespace {

constexpr Length kThickest = Length::pt(2);
constexpr Length kShortest = Length::mm(1), kLongest = Length::mm(30);
/// Lines farther off than this mark something else: the bleed, a fold.
constexpr Length kMostOff = Length::mm(2);
/// Paper, plates and rounding of files allow no more.
constexpr Length kLeastOff = Length::mm(0.1);

/// A line of its own outside the trim.
struct MarkLine {
  const plates::Object* object = nullptr;
  Rect box{};
};

bool is_upright(const Rect& box) { return box.height > box.width; }

bool is_mark_line(const Rect& box, const Rect& trim) {
  const auto [thin, length] = std::minmax(box.width, box.height);
  return thin <= kThickest && length >= kShortest && length <= kLongest &&
         !trim.inset(Insets::all(kTolerance)).intersects(box);
}

/// The boxes of a path's figures that are lines or thin boxes.
std::vector<Rect> line_boxes(const plates::Object& object) {
  std::vector<Rect> boxes;
  std::optional<Rect> box;
  const auto finish = [&] {
    if (box) boxes.push_back(*box);
    box.reset();
  };
  for (const PathStep& step : object.path.steps()) {
    if (step.kind == PathStep::Kind::Close) continue;
    if (step.kind == PathStep::Kind::Move) finish();
    const Rect point{step.end.x, step.end.y, {}, {}};
    box = box ? box->united(point) : point;
  }
  finish();
  return boxes;
}

std::vector<MarkLine> mark_lines(const plates::Page& page) {
  std::vector<MarkLine> lines;
  for (const plates::Object& object : page.objects) {
    const bool is_drawn = object.kind == plates::Kind::Stroke || object.kind == plates::Kind::Fill;
    const bool is_thick = object.stroke && object.stroke->width > kThickest;
    if (!is_drawn || is_thick || is_white(object) || object.step != display::ProcessingStep::None)
      continue;
    for (const Rect& box : line_boxes(object)) {
      if (is_mark_line(box, page.trim)) lines.push_back({&object, box});
    }
  }
  return lines;
}

/// Where a crop mark belongs: in line with an edge, at one end of it.
struct Slot {
  bool upright = false;
  Length edge{};  ///< that the mark is in line with
  Length end{};   ///< of that edge
  int way = 0;    ///< 1: the mark lies past `end`, -1: before it
  const char* place = "";
};

std::array<Slot, 8> slots_of(const Rect& t) {
  return {{{true, t.left, t.top, -1, "above the left edge"},
           {true, t.right(), t.top, -1, "above the right edge"},
           {true, t.left, t.bottom(), 1, "below the left edge"},
           {true, t.right(), t.bottom(), 1, "below the right edge"},
           {false, t.top, t.left, -1, "left of the upper edge"},
           {false, t.bottom(), t.left, -1, "left of the lower edge"},
           {false, t.top, t.right(), 1, "right of the upper edge"},
           {false, t.bottom(), t.right(), 1, "right of the lower edge"}}};
}

Length middle(Length from, Length size) { return from + size / 2; }

/// From the end of the edge to the near end of the mark; less than nothing: beside the page.
Length gap(const Slot& slot, const Rect& box) {
  const Length low = slot.upright ? box.top : box.left;
  const Length high = slot.upright ? box.bottom() : box.right();
  return slot.way > 0 ? low - slot.end : slot.end - high;
}

Length off(const Slot& slot, const Rect& box) {
  const Length at = slot.upright ? middle(box.left, box.width) : middle(box.top, box.height);
  return at > slot.edge ? at - slot.edge : slot.edge - at;
}

/// The line nearest to the place; null: none.
const MarkLine* mark_at(const Slot& slot, const std::vector<MarkLine>& lines) {
  constexpr Length kFarthest = Length::mm(40);
  const MarkLine* nearest = nullptr;
  for (const MarkLine& line : lines) {
    if (is_upright(line.box) != slot.upright || off(slot, line.box) > kMostOff) continue;
    const Length from = gap(slot, line.box);
    if (from < -kTolerance || from > kFarthest) continue;
    if (nearest == nullptr || off(slot, line.box) < off(slot, nearest->box)) nearest = &line;
  }
  return nearest;
}

struct CropMarks {
  std::array<Slot, 8> slots;
  std::array<const MarkLine*, 8> marks{};
  std::size_t count() const {
    return 8 - static_cast<std::size_t>(std::ranges::count(marks, nullptr));
  }
  /// Lines beside a page are crop marks when they are so many.
  bool are_meant() const { return count() >= 4; }
};

CropMarks crop_marks_of(const plates::Page& page, const std::vector<MarkLine>& lines) {
  CropMarks found{slots_of(page.trim)};
  for (std::size_t i = 0; i < found.slots.size(); ++i) {
    found.marks[i] = mark_at(found.slots[i], lines);
  }
  return found;
}

void add(std::size_t page, const Rect& box, const char* cause, std::string message,
         std::string hint, Findings& findings, double excess = 0) {
  Finding finding{page, box, {}, std::move(message), std::move(hint), excess};
  finding.cause = cause;
  findings.add(std::move(finding));
}

constexpr const char* kHint = "switch the marks on, or off and on again, when exporting";

void judge_mark(const CheckInputs& scope, std::size_t page, const Slot& slot, const Rect& box,
                Findings& findings) {
  const plates::Page& sheet = scope.print.pages[page];
  const std::string mark = std::string("the crop mark ") + slot.place;
  if (const Length distance = off(slot, box); distance > kLeastOff) {
    add(page, box, "off", mark + " is " + in_unit(distance, sheet) + " off the edge of the trim",
        kHint, findings, distance.pt());
  }
  const Length bleed = scope.sheet.bleed.value_or(Length());
  if (const Length clear = gap(slot, box); clear < bleed - kTolerance) {
    add(page, box, "bleed",
        mark + " begins " + in_unit(clear, sheet) + " from the trim: it keeps off the bleed of " +
            in_unit(bleed, sheet),
        "give the marks an offset of the bleed and more", findings, (bleed - clear).pt());
  }
}

/// A circle that is drawn, as registration marks have one.
bool is_target(const plates::Object& object, const plates::Page& page) {
  if (object.kind != plates::Kind::Stroke || is_white(object) ||
      object.step != display::ProcessingStep::None)
    return false;
  const bool is_round = std::ranges::any_of(
      object.path.steps(), [](const PathStep& step) { return step.kind == PathStep::Kind::Cubic; });
  const Rect& box = object.bounds;
  constexpr Length kSmallest = Length::mm(1.5), kLargest = Length::mm(15);
  const bool is_square = std::abs((box.width - box.height).pt()) < 0.1 * box.width.pt();
  return is_round && is_square && box.width >= kSmallest && box.width <= kLargest &&
         !page.bleed.inset(Insets::all(kTolerance)).intersects(box);
}

/// Tiles of a sign are all paper: nothing can stand beside them.
bool has_room(const plates::Page& page) {
  return !page.trim.outset(kTolerance).contains(page.media);
}

std::string ink_of(const plates::Paint& paint) {
  if (paint.ink_count() == 0) return "no ink";
  return is_black(paint) ? "black ink alone" : inks(paint.ink_count());
}

}  // namespace

void crop_marks(const CheckInputs& scope, Findings& findings) {
  for (std::size_t i = 0; i < scope.print.pages.size(); ++i) {
    const plates::Page& page = scope.print.pages[i];
    const auto lines = mark_lines(page);
    const CropMarks found = crop_marks_of(page, lines);
    const bool is_asked = scope.sheet.crop_marks && has_room(page);
    if (!is_asked && !found.are_meant()) continue;
    if (found.count() < 8) {
      add(i, page.trim, "missing",
          found.count() == 0
              ? "there are no crop marks"
              : std::to_string(8 - found.count()) + " of the 8 crop marks are missing",
          kHint, findings);
    }
    for (std::size_t slot = 0; slot < found.slots.size(); ++slot) {
      if (found.marks[slot] == nullptr) continue;
      judge_mark(scope, i, found.slots[slot], found.marks[slot]->box, findings);
    }
  }
}

void registration_marks(const CheckInputs& scope, Findings& findings) {
  if (!scope.sheet.registration_marks) return;
  for (std::size_t i = 0; i < scope.print.pages.size(); ++i) {
    const plates::Page& page = scope.print.pages[i];
    const bool has_one = std::ranges::any_of(
        page.objects, [&](const plates::Object& each) { return is_target(each, page); });
    if (has_one || !has_room(page)) continue;
    add(i, page.trim, "", "there are no registration marks", kHint, findings);
  }
}

void mark_ink(const CheckInputs& scope, Findings& findings) {
  const auto judge = [&](std::size_t page, const plates::Object& object, const char* what) {
    if (object.paint.all) return;
    add(page, object.bounds, what,
        std::string("a ") + what + " is in " + ink_of(object.paint) +
            ": marks are in the registration colour, on every plate",
        "draw marks in the swatch `Registration`", findings);
  };
  for (std::size_t i = 0; i < scope.print.pages.size(); ++i) {
    const plates::Page& page = scope.print.pages[i];
    const auto lines = mark_lines(page);
    const CropMarks found = crop_marks_of(page, lines);
    if (!found.are_meant()) continue;
    for (const MarkLine* mark : found.marks) {
      if (mark != nullptr) judge(i, *mark->object, "crop mark");
    }
    for (const plates::Object& each : page.objects) {
      if (is_target(each, page)) judge(i, each, "registration mark");
    }
  }
}

}  // namespace handbill::rules
