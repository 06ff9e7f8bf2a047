// SPDX-License-Identifier: MIT
#include <algorithm>

#include "pdf/content.h"
#include "pdf/shading.h"

namespace handbill::pdf {
namespace {

/// What fills the shape evenly: its colour, or the last of a gradient that has no length. Null:
/// nothing.
const color::Color* even_fill(const display::Shape& shape) {
  if (!shape.gradient) return shape.fill ? &*shape.fill : nullptr;
  return is_flat(*shape.gradient) ? &shape.gradient->stops.back().color : nullptr;
}

}  // namespace

void ContentStream::set_stroke(const display::Stroke& stroke) {
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

void ContentStream::set_dash(const display::Stroke& stroke) {
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
bool ContentStream::append_rectangle(const std::vector<PathStep>& steps, std::size_t first) {
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

void ContentStream::append_path(const Path& path) {
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

void ContentStream::draw_item(const display::Shape& shape) {
  const bool shades = shape.gradient && !is_flat(*shape.gradient);
  const color::Color* fill = even_fill(shape);
  const bool strokes = shape.stroke && shape.stroke->width > Length{};
  if (shape.path.empty() || (fill == nullptr && !shades && !strokes)) return;
  end_text();
  set_opacity(shape.opacity);
  set_overprint(fill != nullptr || shades ? std::optional(shape.overprint) : std::nullopt,
                strokes ? std::optional(shape.stroke->overprint) : std::nullopt);
  if (fill != nullptr) set_color(Paint::Fill, *fill);
  if (strokes) set_stroke(*shape.stroke);
  if (!shape.text.empty()) begin_actual_text(shape.text);
  if (shades) paint_gradient(shape, *shape.gradient);
  if (fill != nullptr || strokes) {
    append_path(shape.path);
    const bool even_odd = shape.fill_rule == display::FillRule::EvenOdd;
    if (fill == nullptr) {
      op("S");
    } else if (strokes) {
      op(even_odd ? "B*" : "B");
    } else {
      op(even_odd ? "f*" : "f");
    }
  }
  if (!shape.text.empty()) end_actual_text();
}

/// Nothing: it can't be written, which is said.
std::optional<std::string> ContentStream::shading_of(const display::Gradient& gradient) {
  if (resources_->is_for_screen()) {
    const auto on_screen = [this](const color::Color& ink) { return resources_->on_screen(ink); };
    auto entries = screen_shading_entries(gradient, on_screen, flip_);
    if (!entries) fail(kTooFar);
    return entries;
  }
  const auto colorants = colorants_of(gradient);
  if (!colorants) {
    fail("a gradient has inks that can't be mixed");
    return std::nullopt;
  }
  for (const Plate& plate : colorants->plates) {
    std::string problem = resources_->problem_with(plate);
    if (problem.empty()) continue;
    fail(std::move(problem));
    return std::nullopt;
  }
  const std::string space = resources_->mixed_color_space(*colorants);
  auto entries = shading_entries(gradient, *colorants, space, flip_);
  if (!entries) fail(kTooFar);
  return entries;
}

void ContentStream::paint_gradient(const display::Shape& shape, const display::Gradient& gradient) {
  const auto entries = shading_of(gradient);
  if (!entries) return;
  const std::size_t index = resources_->shading(*entries);
  use_->shadings.insert(index);
  op("q");
  append_path(shape.path);
  op(shape.fill_rule == display::FillRule::EvenOdd ? "W* n" : "W n");
  out_ += "/Sh" + std::to_string(index);
  op("sh");
  op("Q");
}

}  // namespace handbill::pdf
