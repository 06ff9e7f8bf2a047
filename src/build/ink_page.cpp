// SPDX-License-Identifier: MIT
// The heat map as a page: it is drawn by the same sinks as the documents.
#include <algorithm>
#include <cmath>
#include <utility>

#include "base/number.h"
#include "build/ink_report.h"
#include "display/item_kinds.h"
#include "plates/heat.h"
#include "text/break_lines.h"
#include "text/shape.h"

namespace handbill::build {
namespace {

using color::Color;
using display::Shape;

// On a sheet of Letter; larger sheets have larger words, smaller ones a margin.
constexpr Length kTitle = Length::pt(15);
constexpr Length kText = Length::pt(9);
constexpr Length kMargin = Length::pt(30);
constexpr Length kLeastWidth = Length::pt(420);
constexpr Length kBadge = Length::pt(6.5);
constexpr int kScaleSteps = 200;
constexpr double kScaleEnd = 400;  // percent: all four process inks

Color grey(double amount) { return Color::black().tinted(amount); }
// Screens show them as the blue and the orange of the scale.
Color below_limit() { return Color::process({0.95, 0.65, 0.35, 0.45}); }
Color above_limit() { return Color::process({0, 0.75, 1, 0.05}); }

Shape filled(Path path, Color color) {
  Shape shape;
  shape.path = std::move(path);
  shape.fill = std::move(color);
  return shape;
}

Shape outlined(const Rect& box, Color color, Length width) {
  Shape shape;
  shape.path = Path::rect(box);
  shape.stroke = display::Stroke{.color = std::move(color), .width = width};
  return shape;
}

class InkPage {
 public:
  InkPage(const InkReport& report, const text::CharacterStyle& type, const font::FontBook& fonts)
      : report_(report), type_(type), fonts_(fonts) {}

  display::PageList draw(const plates::Print& print, std::size_t index, const std::string& title,
                         double pixels_per_inch) {
    const plates::Page& from = print.pages.at(index);
    const Rect media = from.media;
    unit_ = std::max(1.0, std::max(media.width, media.height).pt() / 800);
    const Length margin = kMargin * unit_;
    width_ = std::max(media.width, kLeastWidth) + margin * 2;
    Point at = {margin, margin};
    words(title, at, kTitle, Color::black());
    at.y += kTitle * 1.35 * unit_;
    words(report_.verdict(), at, kText, grey(0.75));
    at.y += kText * 2.2 * unit_;
    const Point shift = at - media.origin();
    add_map(plates::map_ink(print, index, pixels_per_inch), shift);
    add(outlined(from.trim.moved(shift), grey(0.35), Length::pt(0.5) * unit_));
    add_squares(shift);
    at.y += media.height + kText * 1.6 * unit_;
    add_scale(at);
    at.y += kText * 4.2 * unit_;
    for (std::size_t i = 0; i < report_.squares.size(); ++i) add_caption(i, at);
    page_.name = "ink";
    page_.trim = {width_, at.y + margin * 0.5};
    page_.bleed = page_.media = {{}, {}, page_.trim.width, page_.trim.height};
    list_.pages.push_back(std::move(page_));
    list_.metadata.title = title;
    return std::move(list_);
  }

 private:
  void add(Shape shape) { page_.items.push_back({std::move(shape)}); }

  void add_picture(display::Picture picture, const Rect& box) {
    const display::PictureId id{static_cast<std::uint32_t>(list_.pictures.size())};
    list_.pictures.push_back(std::make_shared<const display::Picture>(std::move(picture)));
    page_.items.push_back({display::PlacedPicture{id, box, Path::rect(box)}});
  }

  /// One line, its top at `at`; gives its width.
  Length words(const std::string& text, Point at, Length size, Color color) {
    if (type_.fonts.empty()) return {};
    text::Paragraph paragraph;
    paragraph.style.edit().text = type_;
    paragraph.style.edit().text.edit().size = size * unit_;
    paragraph.style.edit().text.edit().color = std::move(color);
    paragraph.style.edit().leading = size * unit_ * 1.2;
    paragraph.style.edit().optical_margins = 0;
    paragraph.role = display::Role::Artifact;
    paragraph.inlines.push_back(text::Run{text, paragraph.style->text});
    diag::Diagnostics unheard;  // a character no font has is left out of a preview
    const auto shaped = text::shape(paragraph, fonts_, unheard);
    const text::Measure measure{std::max(width_ - at.x - kMargin * unit_ * 0.5, Length::pt(50))};
    const auto breaks = text::break_lines(shaped, paragraph, measure, fonts_);
    const auto lines = text::set_lines(shaped, paragraph, breaks, measure, fonts_);
    const text::Line& line = lines.front();
    for (display::Item item : line.items) {
      auto* run = display::text_of(item);
      if (run == nullptr) continue;
      run->origin = run->origin + Point{at.x, at.y + line.ascent};
      page_.items.push_back(std::move(item));
    }
    return line.width;
  }

  void add_map(const plates::InkMap& map, Point shift) {
    const Rect box = {map.area.left, map.area.top, map.cell() * map.width, map.cell() * map.height};
    add_picture(plates::heat_picture(map, report_.limit), box.moved(shift));
  }

  Color verdict_color(const HeavySquare& heavy) const {
    return heavy.square.percent > report_.limit ? above_limit() : below_limit();
  }

  void badge(std::size_t number, Point center) {
    const Length radius = kBadge * unit_;
    add(filled(
        Path::ellipse(center, radius + Length::pt(1) * unit_, radius + Length::pt(1) * unit_),
        Color::paper()));
    add(filled(Path::ellipse(center, radius, radius), verdict_color(report_.squares[number])));
    const Length size = kText;
    const Point at = {center.x - size * unit_ * 0.28, center.y - size * unit_ * 0.62};
    words(std::to_string(number + 1), at, size, Color::paper());
  }

  /// A light line under each dark one shows on any ground.
  void add_squares(Point shift) {
    for (const HeavySquare& heavy : report_.squares) {
      const Rect box = heavy.square.box.moved(shift);
      add(outlined(box, Color::paper(), Length::pt(3) * unit_));
      add(outlined(box, verdict_color(heavy), Length::pt(1.4) * unit_));
    }
    for (std::size_t i = 0; i < report_.squares.size(); ++i) {
      badge(i, report_.squares[i].square.box.moved(shift).origin());
    }
  }

  void add_scale(Point at) {
    const Rect bar = {at.x, at.y, Length::pt(360) * unit_, kText * unit_};
    display::Picture picture;
    picture.space = display::Picture::Space::Rgb;
    picture.width = kScaleSteps;
    picture.height = 1;
    for (int i = 0; i < kScaleSteps; ++i) {
      const color::Rgb rgb = plates::heat_color((i + 0.5) / kScaleSteps * kScaleEnd, report_.limit);
      for (const double v : {rgb.r, rgb.g, rgb.b}) {
        picture.bytes += static_cast<char>(std::lround(v * 255));
      }
    }
    add_picture(std::move(picture), bar);
    add(outlined(bar, grey(0.35), Length::pt(0.5) * unit_));
    for (const double tick : {0.0, 100.0, 200.0, report_.limit, kScaleEnd}) {
      const bool limit = tick == report_.limit;
      // Its words need room at their right.
      if (!limit && tick > report_.limit - 40 && tick < report_.limit + 100) continue;
      const Length x = bar.left + bar.width * (tick / kScaleEnd);
      Shape line;
      line.path = Path::segment({x, bar.bottom()}, {x, bar.bottom() + kText * 0.35 * unit_});
      line.stroke = display::Stroke{.color = grey(0.6), .width = Length::pt(0.5) * unit_};
      add(std::move(line));
      const std::string label = format_number(tick, 0) + (limit ? " %, the limit" : " %");
      words(label, {x - kText * 0.5 * unit_, bar.bottom() + kText * 0.5 * unit_}, kText,
            limit ? Color::black() : grey(0.75));
    }
  }

  void add_caption(std::size_t number, Point& at) {
    const HeavySquare& heavy = report_.squares[number];
    const Length indent = Length::pt(18) * unit_, line = kText * 1.35 * unit_;
    badge(number, {at.x + kBadge * unit_, at.y + kText * 0.62 * unit_});
    const std::string percent = format_number(std::round(heavy.square.percent), 0) + " %";
    words(percent, {at.x + indent, at.y}, kText, Color::black());
    const Length words_at = at.x + indent + Length::pt(36) * unit_;
    for (const HeavySquare::Source& source : heavy.sources) {
      const std::string share = format_number(std::round(source.percent), 0) + " % by ";
      words(share + source.what + (source.where.empty() ? "" : "  " + source.where),
            {words_at, at.y}, kText, grey(0.75));
      at.y += line;
    }
    if (heavy.sources.empty()) at.y += line;
    at.y += line * 0.4;
  }

  const InkReport& report_;
  const text::CharacterStyle& type_;
  const font::FontBook& fonts_;
  display::PageList list_;
  display::Page page_;
  Length width_;
  double unit_ = 1;  ///< how much larger than on Letter all is drawn
};

}  // namespace

display::PageList ink_page(const plates::Print& print, std::size_t page, const InkReport& report,
                           const std::string& title, double pixels_per_inch,
                           const text::CharacterStyle& type, const font::FontBook& fonts) {
  return InkPage(report, type, fonts).draw(print, page, title, pixels_per_inch);
}

}  // namespace handbill::build
