// SPDX-License-Identifier: MIT
// Paths, clipping and painting (PDF 1.7, 8.5).
#include <algorithm>
#include <cmath>

#include "preflight/interpreter.h"

namespace handbill::preflight {
namespace {

/// The box of a path that is nothing but an upright rectangle.
std::optional<Rect> as_box(const Path& path) {
  const auto& steps = path.steps();
  if (steps.size() < 4 || steps.size() > 6) return std::nullopt;
  std::vector<Point> corners;
  for (const PathStep& step : steps) {
    if (step.kind == PathStep::Kind::Cubic) return std::nullopt;
    if (step.kind == PathStep::Kind::Move && !corners.empty()) return std::nullopt;
    if (step.kind != PathStep::Kind::Close) corners.push_back(step.end);
  }
  if (corners.size() == 5 && corners.back() == corners.front()) corners.pop_back();
  if (corners.size() != 4) return std::nullopt;
  for (std::size_t i = 0; i < 4; ++i) {
    const Point side = corners[(i + 1) % 4] - corners[i];
    const Point next = corners[(i + 2) % 4] - corners[(i + 1) % 4];
    const auto flat = [](Length length) { return std::abs(length.pt()) < 1e-6; };
    if (!(flat(side.x) && flat(next.y)) && !(flat(side.y) && flat(next.x))) return std::nullopt;
  }
  return path.bounds();
}

Rect common(const Rect& a, const Rect& b) {
  const Length left = std::max(a.left, b.left), top = std::max(a.top, b.top);
  return Rect::from_edges(left, top, std::max(left, std::min(a.right(), b.right())),
                          std::max(top, std::min(a.bottom(), b.bottom())));
}

}  // namespace

Point Interpreter::to_page(double x, double y) const {
  return state_.map.apply({Length::pt(x), Length::pt(y)});
}

void Interpreter::move_to(const Args& args) {
  current_ = start_ = to_page(args.number(0), args.number(1));
  path_.move(current_);
}

void Interpreter::line_to(const Args& args) {
  if (path_.empty()) note_content("`l` without a point to begin at");
  current_ = to_page(args.number(0), args.number(1));
  path_.empty() ? path_.move(current_) : path_.line(current_);
}

void Interpreter::curve_to(const Args& args) {
  if (path_.empty()) note_content("`c` without a point to begin at");
  if (path_.empty()) path_.move(to_page(args.number(0), args.number(1)));
  current_ = to_page(args.number(4), args.number(5));
  path_.cubic(to_page(args.number(0), args.number(1)), to_page(args.number(2), args.number(3)),
              current_);
}

void Interpreter::curve_from_here(const Args& args) {
  if (path_.empty()) return;
  const Point from = current_;
  current_ = to_page(args.number(2), args.number(3));
  path_.cubic(from, to_page(args.number(0), args.number(1)), current_);
}

void Interpreter::curve_to_there(const Args& args) {
  if (path_.empty()) return;
  current_ = to_page(args.number(2), args.number(3));
  path_.cubic(to_page(args.number(0), args.number(1)), current_, current_);
}

void Interpreter::close_path(const Args&) {
  if (path_.empty()) return;
  path_.close();
  current_ = start_;
}

void Interpreter::rectangle(const Args& args) {
  const double x = args.number(0), y = args.number(1);
  const double right = x + args.number(2), top = y + args.number(3);
  current_ = start_ = to_page(x, y);
  path_.move(current_);
  path_.line(to_page(right, y));
  path_.line(to_page(right, top));
  path_.line(to_page(x, top));
  path_.close();
}

void Interpreter::stroke(const Args&) {
  paint_stroke();
  finish_path();
}

void Interpreter::close_stroke(const Args& args) {
  close_path(args);
  stroke(args);
}

void Interpreter::fill(const Args&) {
  paint_fill(display::FillRule::NonZero);
  finish_path();
}

void Interpreter::fill_even_odd(const Args&) {
  paint_fill(display::FillRule::EvenOdd);
  finish_path();
}

void Interpreter::fill_stroke(const Args&) {
  paint_fill(display::FillRule::NonZero);
  paint_stroke();
  finish_path();
}

void Interpreter::fill_stroke_even_odd(const Args&) {
  paint_fill(display::FillRule::EvenOdd);
  paint_stroke();
  finish_path();
}

void Interpreter::close_fill_stroke(const Args& args) {
  close_path(args);
  fill_stroke(args);
}

void Interpreter::close_fill_stroke_even_odd(const Args& args) {
  close_path(args);
  fill_stroke_even_odd(args);
}

void Interpreter::end_path(const Args&) { finish_path(); }
void Interpreter::clip(const Args&) { clip_pending_ = true; }
void Interpreter::clip_even_odd(const Args&) { clip_pending_ = true; }

void Interpreter::finish_path() {
  if (clip_pending_) clip_to(path_);
  clip_pending_ = false;
  path_ = {};
}

void Interpreter::clip_to(const Path& path) {
  const auto box = path.bounds().value_or(Rect{});
  if (!as_box(path) && !path.empty()) {
    state_.clips.push_back(std::make_shared<const Path>(path));
    constexpr std::size_t kMost = 64;
    if (state_.clips.size() > kMost) state_.clips.erase(state_.clips.begin());
  }
  state_.clip_box = state_.clip_box ? common(*state_.clip_box, box) : box;
}

display::Stroke Interpreter::stroke_style() const {
  // Under a map that stretches one way only, the thinner of the weights a line has.
  const double scale = state_.map.least_scale();
  display::Stroke style;
  style.width = Length::pt(std::abs(state_.line_width) * scale);
  style.cap = state_.cap == 1   ? display::Cap::Round
              : state_.cap == 2 ? display::Cap::Square
                                : display::Cap::Butt;
  style.join = state_.join == 1   ? display::Join::Round
               : state_.join == 2 ? display::Join::Bevel
                                  : display::Join::Miter;
  style.miter_limit = std::max(1.0, state_.miter_limit);
  const bool dashed = std::ranges::any_of(state_.dash, [](double d) { return d > 0; });
  if (dashed) {
    for (const double d : state_.dash) style.dash.push_back(Length::pt(std::max(0.0, d) * scale));
  }
  style.dash_phase = Length::pt(state_.dash_phase * scale);
  return style;
}

void Interpreter::paint_fill(display::FillRule rule) {
  if (path_.empty()) return;
  plates::Object object;
  object.kind = plates::Kind::Fill;
  object.path = path_;
  object.fill_rule = rule;
  object.overprint = state_.overprint_fill;
  fill_area(std::move(object), state_.fill);
}

void Interpreter::paint_stroke() {
  if (path_.empty()) return;
  plates::Object object;
  object.kind = plates::Kind::Stroke;
  object.path = path_;
  object.stroke = stroke_style();
  object.overprint = state_.overprint_stroke;
  fill_area(std::move(object), state_.stroke);
}

}  // namespace handbill::preflight
