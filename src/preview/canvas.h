// SPDX-License-Identifier: MIT
// A picture put together from the bottom up: pages under maps, shapes, words.
#pragma once

#include <string>
#include <vector>

#include "display/page_list.h"
#include "font/font_book.h"
#include "text/style.h"

namespace handbill::preview {

/// Of all previews.
constexpr Length kMargin = Length::pt(48);
constexpr Length kNameSize = Length::pt(11);
constexpr Length kNoteSize = Length::pt(9);

class Canvas {
 public:
  /// Pages and layers become forms of `list`. Words are set in `style`; with no font there are
  /// none.
  Canvas(display::PageList& list, const text::CharacterStyle& style, const font::FontBook& fonts)
      : list_(list), style_(style), fonts_(fonts) {}

  /// A form of the list; only what lies inside `clip`, in the picture's coordinates, is seen.
  void place(std::size_t form, const Matrix& map, Path clip);
  void paint(display::Shape shape);
  enum class Anchor { Start, Middle };
  /// One line; its baseline starts at, or has its middle at, `at`.
  void write(std::string text, Length size, Point at, Anchor anchor = Anchor::Middle,
             const color::Color& color = color::Color::process({0, 0, 0, 0.75}));

  display::Page finish(std::string name, Size size);

 private:
  /// What has been painted since becomes a form, so that pages can be placed over it.
  void close_layer();

  display::PageList& list_;
  const text::CharacterStyle& style_;
  const font::FontBook& fonts_;
  std::vector<display::PlacedPage> placed_;
  std::vector<display::Item> layer_;
};

}  // namespace handbill::preview
