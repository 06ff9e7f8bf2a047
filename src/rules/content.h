// SPDX-License-Identifier: MIT
// Words about painted things that several checks share. Private to this folder.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "plates/print.h"
#include "rules/checks.h"

namespace handbill::rules {

/// Something that is printed on the page itself: not a mark outside the bleed, not a line for a
/// finishing machine.
struct Thing {
  std::size_t page = 0;
  std::size_t index = 0;  ///< in Page::objects
  const plates::Page& sheet;
  const plates::Object& object;
};

/// All of them, in paint order.
std::vector<Thing> content(const plates::Print& print);

/// Type that is seen.
bool is_text(const plates::Object& object);
/// A stroke, or an area filled so thin and long that it is meant as a line.
bool is_line(const plates::Object& object);
/// Of a line.
Length thickness(const plates::Object& object);
/// A plain colour (no tiling, no picture but a mask's) of no ink.
bool is_white(const plates::Object& object);
/// Solid black and nothing else.
bool is_black(const plates::Paint& paint);
double black_of(const plates::Paint& paint);
/// A plain colour: its amounts are known and are those of the whole object.
bool has_paint(const plates::Object& object);

/// Looks for what lies below things. Its work is bounded: on a page of hundreds of thousands of
/// objects, those past the bound count as standing on paper, which `Work` keeps in mind.
class Underlay {
 public:
  explicit Underlay(const CheckInputs& scope) : print_(scope.print), all_work_(scope.work) {}
  /// True when the thing covers ink that was painted before it.
  bool has_ink_below(const Thing& thing);
  /// The same for ink other than black: over its own, black is black whatever it does.
  bool has_other_ink_below(const Thing& thing);
  /// True when the thing covers part of a picture that shows, no mask painted in one colour.
  bool has_picture_below(const Thing& thing);

 private:
  template <class IsLookedFor>
  bool has_below(const Thing& thing, IsLookedFor is_looked_for);
  /// False: there is no more of it.
  bool spend(std::size_t work);

  const plates::Print& print_;
  Work& all_work_;
  std::size_t work_ = 0;
};

/// True when the object paints somewhere in the box; outlines are looked at, not only bounds.
bool paints_in(const plates::Object& object, const Rect& box);
/// True when it paints the whole box.
bool covers(const plates::Object& object, const Rect& box);

/// "8 pt"
std::string points(Length length);
/// "280 %" of 2.8
std::string percent(double amount);
/// "3 inks"
std::string inks(std::size_t count);
/// "`Call us` is 7 pt": its words, or "text" when it has none.
std::string words(const plates::Object& object);
/// A length in the unit of the sheet.
std::string in_unit(Length length, const plates::Page& page);

Finding finding_at(const Thing& thing, std::string message, std::string hint = {},
                   double excess = 0);

}  // namespace handbill::rules
