// SPDX-License-Identifier: MIT
#include "pdf/content.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/check.h"
#include "base/number.h"

namespace handbill::pdf {

Content::Content(const display::Page& page, Resources& resources, PageUse& use)
    : flip_(page), resources_(&resources), use_(&use) {}

void Content::draw(const display::Item& item) {
  set_clip(item.clip);
  std::visit([this](const auto& content) { draw_item(content); }, item.content);
}

/// Neighbours with the same clip share it: art is many shapes in one window.
void Content::set_clip(const std::optional<Path>& clip) {
  if (clip == clip_) return;
  end_text();
  if (clip_) {
    op("Q");
    state_ = outside_clip_;
  }
  if (clip) {
    outside_clip_ = state_;
    op("q");
    append_path(*clip);
    op("W n");
  }
  clip_ = clip;
}

std::optional<std::string> Content::problem() { return std::exchange(problem_, std::nullopt); }

std::string Content::finish() {
  end_text();
  set_clip(std::nullopt);
  return std::move(out_);
}

void Content::fail(std::string what) {
  if (!problem_) problem_ = std::move(what);
}

void Content::number(double value) {
  const auto milli = to_milli(value);
  if (!milli) fail("a coordinate is beyond 32,767 pt, the largest a PDF can hold");
  if (!out_.empty() && out_.back() != '\n' && out_.back() != '[') out_ += ' ';
  append_milli(out_, milli.value_or(0));
}

void Content::point(Point at) {
  number(flip_.x(at.x));
  number(flip_.y(at.y));
}

void Content::op(std::string_view name) {
  if (!out_.empty() && out_.back() != '\n' && out_.back() != ']') out_ += ' ';
  out_ += name;
  out_ += '\n';
}

void Content::set_color(Paint paint, const color::Color& color) {
  const bool fill = paint == Paint::Fill;
  auto& current = fill ? state_.fill : state_.stroke;
  if (current == color) return;
  const auto amount = [this](double value) {
    HANDBILL_CHECK(value >= 0 && value <= 1, "an ink amount is between 0 and 1");
    if (!out_.empty() && out_.back() != '\n') out_ += ' ';
    append_number(out_, value, 4);
  };
  if (color.kind == color::InkKind::Process) {
    for (const double ink : {color.cmyk.c, color.cmyk.m, color.cmyk.y, color.cmyk.k}) amount(ink);
    op(fill ? "k" : "K");
  } else {
    const auto space = resources_->color_space(color);
    if (!space) return fail("`" + color.spot + "` can't be the name of an ink");
    use_->color_spaces.insert(*space);
    out_ += "/CS" + std::to_string(*space) + (fill ? " cs" : " CS");
    amount(color.tint);
    op(fill ? "scn" : "SCN");
  }
  current = color;
}

void Content::set_opacity(double opacity) {
  HANDBILL_CHECK(opacity >= 0 && opacity <= 1, "an opacity is between 0 and 1");
  const Milli wanted = std::llround(opacity * 1000);
  if (state_.opacity == wanted) return;
  state_.opacity = wanted;
  const std::size_t index = resources_->opacity(wanted);
  use_->opacities.insert(index);
  use_->transparency = true;
  out_ += "/GS" + std::to_string(index);
  op("gs");
}

void Content::set_stroke(const display::Stroke& stroke) {
  set_color(Paint::Stroke, stroke.color);
  // A width of 0 would be one pixel of whatever device; the caller leaves such strokes out.
  const Milli width = std::max<Milli>(1, to_milli(stroke.width.pt()).value_or(0));
  if (state_.line_width != width) {
    number(stroke.width);
    op("w");
    state_.line_width = width;
  }
  if (state_.cap != stroke.cap) {
    out_ += static_cast<char>('0' + static_cast<int>(stroke.cap));
    op("J");
    state_.cap = stroke.cap;
  }
  if (state_.join != stroke.join) {
    out_ += static_cast<char>('0' + static_cast<int>(stroke.join));
    op("j");
    state_.join = stroke.join;
  }
  const Milli limit = to_milli(std::max(1.0, stroke.miter_limit)).value_or(10'000);
  if (stroke.join == display::Join::Miter && state_.miter_limit.value_or(10'000) != limit) {
    append_milli(out_, limit);
    op("M");
    state_.miter_limit = limit;
  }
  set_dash(stroke);
}

void Content::set_dash(const display::Stroke& stroke) {
  std::string dash = "[";
  Milli total = 0;
  for (const Length length : stroke.dash) {
    const auto milli = to_milli(length.pt());
    if (!milli || *milli < 0) return fail("a dash has a length that can't be drawn");
    if (dash.size() > 1) dash += ' ';
    append_milli(dash, *milli);
    total += *milli;
  }
  // Dashes of no length at all are an error in PDF, a solid line in every drawing program.
  if (total == 0) dash = "[";
  dash += ']';
  append_milli(dash, total == 0 ? 0 : to_milli(stroke.dash_phase.pt()).value_or(0));
  dash += " d\n";
  if (state_.dash == dash) return;
  out_ += dash;
  state_.dash = std::move(dash);
}

/// Five steps round an upright rectangle are one operator.
bool Content::append_rectangle(const std::vector<PathStep>& steps, std::size_t first) {
  using Kind = PathStep::Kind;
  if (first + 5 > steps.size() || steps[first + 4].kind != Kind::Close) return false;
  for (std::size_t i = 1; i < 4; ++i) {
    if (steps[first + i].kind != Kind::Line) return false;
  }
  const Point a = steps[first].end, b = steps[first + 1].end, c = steps[first + 2].end,
              d = steps[first + 3].end;
  if (a.y != b.y || b.x != c.x || c.y != d.y || d.x != a.x) return false;
  // Edges are rounded, not sizes: rectangles that touch go on touching.
  const auto left = to_milli(flip_.x(a.x).pt()), right = to_milli(flip_.x(c.x).pt());
  const auto top = to_milli(flip_.y(a.y).pt()), bottom = to_milli(flip_.y(c.y).pt());
  if (!left || !right || !top || !bottom) return false;
  for (const Milli value : {*left, *top, *right - *left, *bottom - *top}) {
    if (!out_.empty() && out_.back() != '\n') out_ += ' ';
    append_milli(out_, value);
  }
  op("re");
  return true;
}

void Content::append_path(const Path& path) {
  const std::vector<PathStep>& steps = path.steps();
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const PathStep& step = steps[i];
    switch (step.kind) {
      case PathStep::Kind::Move:
        if (append_rectangle(steps, i)) {
          i += 4;
          break;
        }
        point(step.end);
        op("m");
        break;
      case PathStep::Kind::Line:
        point(step.end);
        op("l");
        break;
      case PathStep::Kind::Cubic:
        point(step.control1);
        point(step.control2);
        point(step.end);
        op("c");
        break;
      case PathStep::Kind::Close:
        op("h");
        break;
    }
  }
}

void Content::draw_item(const display::Shape& shape) {
  const bool fills = shape.fill.has_value();
  const bool strokes = shape.stroke && shape.stroke->width > Length{};
  if (shape.path.empty() || (!fills && !strokes)) return;
  end_text();
  set_opacity(shape.opacity);
  if (fills) set_color(Paint::Fill, *shape.fill);
  if (strokes) set_stroke(*shape.stroke);
  if (!shape.text.empty()) begin_actual_text(shape.text);
  append_path(shape.path);
  const bool even_odd = shape.fill_rule == display::FillRule::EvenOdd;
  if (!fills) {
    op("S");
  } else if (strokes) {
    op(even_odd ? "B*" : "B");
  } else {
    op(even_odd ? "f*" : "f");
  }
  if (!shape.text.empty()) end_actual_text();
}

/// What is drawn until the end stands for this text (PDF 1.7, 14.9.4).
void Content::begin_actual_text(std::string_view text) {
  out_ += "/Span<</ActualText";
  append_utf16_string(out_, text);
  out_ += ">>BDC\n";
}

void Content::end_actual_text() { out_ += "EMC\n"; }

void Content::draw_item(const display::PlacedPicture& placed) {
  const auto object = resources_->picture(placed.picture);
  if (!object) return fail("the data of a picture do not fit its size");
  use_->pictures.insert(*object);
  if (resources_->has_alpha(placed.picture)) use_->transparency = true;
  end_text();
  set_opacity(1);
  op("q");
  if (!placed.clip.empty() && placed.clip != Path::rect(placed.box)) {
    append_path(placed.clip);
    op("W n");
  }
  number(placed.box.width);
  number(0.0);
  number(0.0);
  number(placed.box.height);
  point({placed.box.left, placed.box.bottom()});
  op("cm");
  out_ += "/Im" + std::to_string(*object);
  op("Do");
  op("Q");
}

}  // namespace handbill::pdf
