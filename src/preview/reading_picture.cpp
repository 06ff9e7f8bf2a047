// SPDX-License-Identifier: MIT
#include "preview/reading_picture.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/overload.h"
#include "display/item_kinds.h"
#include "preview/canvas.h"
#include "preview/draw_pile.h"

namespace handbill::preview {
namespace {

using display::Role;

constexpr Size kSideRoom = {Length::pt(720), Length::pt(560)};  // of one side above the other
constexpr Size kPageRoom = {Length::pt(380), Length::pt(480)};  // of pages side by side
constexpr Length kPagesApart = Length::pt(30);                  // of pages
constexpr Length kAround = Length::pt(2);                       // between a thing and its outline
constexpr double kPale = 0.5;                                   // of what is printed
constexpr Length kNumberSize = Length::pt(8);
constexpr double kDigit = 0.58, kPadding = 0.45;  // of the size of numbers
constexpr Length kLookColumn = Length::pt(104);

/// What the outlines tell apart, by colour and by line.
struct Look {
  const char* name;
  color::Cmyk ink;
  double width;              // pt
  std::vector<double> dash;  // pt
};

const std::array<Look, 5>& looks() {
  static const std::array<Look, 5> kLooks = {Look{"heading", {0.9, 0.5, 0, 0.1}, 1.6, {}},
                                             Look{"text", {0.75, 0, 0.75, 0.35}, 0.8, {}},
                                             Look{"list", {0.3, 0.85, 0, 0.1}, 0.8, {4, 2}},
                                             Look{"table", {0, 0.65, 0.95, 0.2}, 0.8, {1.5, 1.5}},
                                             Look{"picture", {0, 0.9, 0.6, 0.15}, 1.6, {6, 2.5}}};
  return kLooks;
}

const Look& look_of(Role role) {
  switch (role) {
    case Role::Heading1:
    case Role::Heading2:
    case Role::Heading3:
    case Role::Heading4:
      return looks()[0];
    case Role::List:
    case Role::ListItem:
      return looks()[2];
    case Role::Table:
    case Role::TableRow:
    case Role::TableHeader:
    case Role::TableCell:
      return looks()[3];
    case Role::Figure:
      return looks()[4];
    case Role::Document:
    case Role::Section:
    case Role::Paragraph:
    case Role::Quote:
    case Role::Link:
    case Role::Label:
    case Role::Reference:
    case Role::Note:
    case Role::Emphasis:
    case Role::Strong:
    case Role::Abbreviation:
    case Role::Word:
    case Role::Blank:
    case Role::Box:
    case Role::TickedBox:
    case Role::Artifact:
      return looks()[1];
  }
  return looks()[1];
}

/// From the tops of capitals to the feet of descenders, near enough.
Rect bounds_of(const display::GlyphRun& run) {
  Rect box{run.origin.x, run.origin.y, {}, {}};
  for (const display::Glyph& glyph : run.glyphs) {
    box = box.united({run.origin.x + glyph.x, run.origin.y + glyph.y, glyph.advance, {}});
  }
  return Rect::from_edges(box.left, box.top - run.size * 0.75, box.right(),
                          box.bottom() + run.size * 0.25);
}

std::optional<Rect> bounds_of(const display::Item& item) {
  return std::visit(
      Overload{[](const display::GlyphRun& run) { return std::optional(bounds_of(run)); },
               [](const display::Shape& shape) { return shape.path.bounds(); },
               [](const display::PlacedPicture& picture) { return picture.clip.bounds(); }},
      item.content);
}

/// What lies in both; nothing: they have nothing in common.
std::optional<Rect> common(const Rect& one, const Rect& other) {
  const Length left = std::max(one.left, other.left), top = std::max(one.top, other.top);
  const Length right = std::min(one.right(), other.right());
  const Length bottom = std::min(one.bottom(), other.bottom());
  if (right < left || bottom < top) return std::nullopt;
  return Rect::from_edges(left, top, right, bottom);
}

/// What is seen of it on the trimmed side.
std::optional<Rect> seen_of(const display::Item& item, Size trim) {
  std::optional<Rect> box = bounds_of(item);
  if (box && item.clip) {
    const auto clip = item.clip->bounds();
    box = clip ? common(*box, *clip) : std::nullopt;
  }
  return box ? common(*box, {{}, {}, trim.width, trim.height}) : std::nullopt;
}

/// One outline.
struct Outlined {
  std::size_t side = 0;
  std::size_t number = 0;  ///< from 1
  Role role{};
  Rect box;
};

/// What stands in the document or a section itself is outlined as a whole: a list, a table.
std::size_t block_of(const std::vector<display::StructNode>& nodes, display::StructId node) {
  std::size_t at = node.index();
  while (at != 0) {
    const std::size_t parent = nodes[at].parent.index();
    if (parent == 0 || nodes[parent].role == Role::Section) break;
    at = parent;
  }
  return at;
}

std::vector<Outlined> find_outlined(const display::PageList& list, std::size_t sides) {
  struct Part {
    std::size_t side, frame;
    auto operator<=>(const Part&) const = default;
  };
  std::map<std::size_t, std::map<Part, Rect>> blocks;
  for (std::size_t side = 0; side < sides; ++side) {
    for (const display::Item& item : list.forms[side].items) {
      if (!item.structure || item.structure->index() >= list.structure.size()) continue;
      const auto box = seen_of(item, list.forms[side].trim);
      if (!box) continue;
      auto& parts = blocks[block_of(list.structure, *item.structure)];
      const auto [part, is_new] = parts.try_emplace({side, item.frame.index()}, *box);
      if (!is_new) part->second = part->second.united(*box);
    }
  }
  std::vector<Outlined> outlined;
  std::size_t number = 0;
  for (const auto& [block, parts] : blocks) {
    ++number;
    for (const auto& [part, box] : parts) {
      outlined.push_back({part.side, number, list.structure[block].role, box});
    }
  }
  return outlined;
}

class ReadingPicture {
 public:
  ReadingPicture(const document::Document& document, Arranged arranged,
                 std::vector<Outlined> outlined, Canvas& canvas)
      : document_(document),
        outlined_(std::move(outlined)),
        canvas_(canvas),
        first_(arranged == Arranged::Spreads ? 1 : 0) {
    const std::size_t sides = document.sides.size();
    columns_ = sides > 2 ? 2 : 1;
    rows_ = (first_ + sides + columns_ - 1) / columns_;
    const Size room = columns_ > 1 ? kPageRoom : kSideRoom;
    const Size trim = document.sheet.trim;
    scale_ = std::min({1.0, room.width / trim.width, room.height / trim.height});
    sheet_ = {trim.width * scale_, trim.height * scale_};
  }

  Size size() const {
    const auto columns = static_cast<double>(columns_), rows = static_cast<double>(rows_);
    const Length width = sheet_.width * columns + kPagesApart * (columns - 1);
    return {std::max(width, kLookColumn * 5) + kMargin * 2,
            kMargin / 2 + row_height() * rows + kMargin};
  }

  void draw() {
    paint_ground(canvas_, size());
    for (std::size_t i = 0; i < document_.sides.size(); ++i) draw_side(i);
    draw_legend();
  }

 private:
  Length row_height() const { return kNameSize * 3 + sheet_.height + kNoteSize * 2; }

  Point origin(std::size_t side) const {
    const std::size_t row = (first_ + side) / columns_, in_row = (first_ + side) % columns_;
    const std::size_t column = document_.right_to_left ? columns_ - 1 - in_row : in_row;
    const auto columns = static_cast<double>(columns_);
    const Length width = sheet_.width * columns + kPagesApart * (columns - 1);
    const Length left = (size().width - width) / 2;
    return {left + (sheet_.width + kPagesApart) * static_cast<double>(column),
            kMargin / 2 + row_height() * static_cast<double>(row) + kNameSize * 3};
  }

  void draw_side(std::size_t side) {
    const Point at = origin(side);
    const Rect box{at.x, at.y, sheet_.width, sheet_.height};
    const Matrix map = Matrix::scale(scale_, scale_).then(Matrix::translate(at));
    canvas_.write(document_.sides[side].name, kNameSize,
                  {at.x + sheet_.width / 2, at.y - kNameSize * 1.2});
    paint_shadow(canvas_, box, {});
    canvas_.place(side, map, Path::rect(box));
    canvas_.paint({.path = Path::rect(box), .fill = color::Color::paper(), .opacity = kPale});
    for (const Outlined& each : outlined_) {
      if (each.side == side) draw_outline(each, map);
    }
    // No outline crosses a number.
    for (const Outlined& each : outlined_) {
      if (each.side == side) draw_number(each, map);
    }
  }

  static Rect placed(const Rect& box, const Matrix& map) {
    const Point from = map.apply(box.origin()), to = map.apply({box.right(), box.bottom()});
    return Rect::from_edges(from.x, from.y, to.x, to.y).outset(kAround);
  }

  static display::Stroke stroke_of(const Look& look) {
    display::Stroke stroke{.color = color::Color::process(look.ink),
                           .width = Length::pt(look.width)};
    for (const double each : look.dash) stroke.dash.push_back(Length::pt(each));
    return stroke;
  }

  void draw_outline(const Outlined& each, const Matrix& map) {
    canvas_.paint(
        {.path = Path::rect(placed(each.box, map)), .stroke = stroke_of(look_of(each.role))});
  }

  /// At the corner where reading begins, before the first letter.
  void draw_number(const Outlined& each, const Matrix& map) {
    const Rect box = placed(each.box, map);
    const std::string number = std::to_string(each.number);
    const Length width = kNumberSize * (kDigit * static_cast<double>(number.size()) + kPadding * 2);
    const Length height = kNumberSize * 1.35, outwards = width / 2 - kAround * 1.5;
    const Point middle{document_.right_to_left ? box.right() + outwards : box.left - outwards,
                       box.top + kAround};
    const Look& look = look_of(each.role);
    const Rect tag{middle.x - width / 2, middle.y - height / 2, width, height};
    canvas_.paint({.path = Path::rounded_rect(tag, height / 2),
                   .fill = color::Color::process(look.ink),
                   .stroke = display::Stroke{.color = color::Color::paper()}});
    canvas_.write(number, kNumberSize, {middle.x, middle.y + kNumberSize * 0.35},
                  Canvas::Anchor::Middle, color::Color::paper());
  }

  void draw_legend() {
    const Length y = size().height - kMargin;
    Length left = (size().width - kLookColumn * static_cast<double>(looks().size())) / 2;
    for (const Look& look : looks()) {
      const Rect sample{left, y, kNoteSize * 2.4, kNoteSize};
      canvas_.paint({.path = Path::rect(sample), .stroke = stroke_of(look)});
      canvas_.write(look.name, kNoteSize, {sample.right() + kNoteSize, y + kNoteSize * 0.85},
                    Canvas::Anchor::Start);
      left += kLookColumn;
    }
    canvas_.write("Numbers tell in which order it is read aloud.", kNoteSize,
                  {size().width / 2, y + kNoteSize * 3});
  }

  const document::Document& document_;
  std::vector<Outlined> outlined_;
  Canvas& canvas_;
  std::size_t first_ = 0;  ///< places that stay empty before the first side
  std::size_t columns_ = 1, rows_ = 1;
  double scale_ = 1;
  Size sheet_;  ///< in the picture
};

}  // namespace

display::Page reading_picture(const document::Document& document, Arranged arranged,
                              display::PageList& list, const font::FontBook& fonts) {
  Canvas canvas(list, document.slug_style, fonts);
  ReadingPicture picture(document, arranged, find_outlined(list, document.sides.size()), canvas);
  picture.draw();
  return canvas.finish("reading", picture.size());
}

}  // namespace handbill::preview
