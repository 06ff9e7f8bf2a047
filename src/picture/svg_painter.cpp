// SPDX-License-Identifier: MIT
#include "picture/svg_painter.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "picture/svg_limits.h"
#include "picture/svg_subset.h"

namespace handbill::picture {
namespace {

/// How much lengths grow. Uneven scales are evened out: a pen keeps its round nib.
double scale_of(const Matrix& map) { return std::sqrt(std::abs(map.a * map.d - map.b * map.c)); }

}  // namespace

bool SvgPainter::within_limits(const Path& path, diag::Span element) {
  if (too_large_) return false;
  steps_ += path.steps().size();
  if (steps_ > kMaxArtSteps) {
    diags_.error(diag::DiagnosticId::TooLarge, element,
                 "art has more than " + std::to_string(kMaxArtSteps) + " path steps",
                 {"simplify the outlines in a drawing program"});
    too_large_ = true;
    return false;
  }
  const auto near = [](const PathStep& step) {
    return is_near(step.control1) && is_near(step.control2) && is_near(step.end);
  };
  if (std::all_of(path.steps().begin(), path.steps().end(), near)) return true;
  diags_.error(diag::DiagnosticId::TooLarge, element,
               "shape reaches more than 1,000,000 points away");
  return false;
}

std::optional<color::Color> SvgPainter::find_color(const SvgPaint& paint, diag::Span element) {
  const auto known = known_.find(paint.color);
  if (known != known_.end()) return known->second;
  auto color = swatch_(paint.color);
  if (!color && paint.span.known()) {
    diags_.error(diag::DiagnosticId::SvgColor, paint.span,
                 "colour `" + paint.color + "` is not the screen colour of any swatch",
                 {"use the `screen` colour of a swatch, or give a swatch this one"});
  } else if (!color) {
    diags_.error(diag::DiagnosticId::SvgColor, element,
                 "shape without `fill` is `" + paint.color +
                     "`, which is not the screen colour of any swatch",
                 {"write `fill=\"none\"` or the `screen` colour of a swatch"});
  }
  known_.emplace(paint.color, color);
  return color;
}

std::optional<display::Stroke> SvgPainter::find_stroke(const Job& job, const SvgStyle& style) {
  const double scale = scale_of(job.map);
  const double width = style.stroke_width * scale;
  if (!style.stroke || style.stroke_opacity * job.opacity == 0 || width <= 0) return std::nullopt;
  auto color = find_color(*style.stroke, job.span);
  if (!color) return std::nullopt;
  display::Stroke stroke{.color = std::move(*color),
                         .width = Length::pt(width),
                         .cap = style.cap,
                         .join = style.join,
                         .miter_limit = style.miter_limit,
                         .dash = {},
                         .dash_phase = Length::pt(style.dash_offset * scale),
                         .overprint = color::Overprint::Auto};
  const bool near = width <= kFarthest && std::abs(stroke.dash_phase.pt()) <= kFarthest &&
                    style.miter_limit <= kFarthest;
  if (!near) {
    diags_.error(diag::DiagnosticId::TooLarge, job.span, "stroke is wider than 1,000,000 points");
    return std::nullopt;
  }
  for (const double dash : style.dash) {
    stroke.dash.push_back(Length::pt(std::min(dash * scale, kFarthest)));
  }
  return stroke;
}

SvgPainter::Fill SvgPainter::find_fill(const Job& job, const SvgStyle& style) {
  if (!job.fillable || !style.fill || style.fill_opacity * job.opacity <= 0) return {};
  if (!style.fill->gradient.empty()) return find_gradient(job, *style.fill);
  return {find_color(*style.fill, job.span), nullptr};
}

SvgPainter::Fill SvgPainter::find_gradient(const Job& job, const SvgPaint& paint) {
  const auto written = gradients_.find(paint.gradient);
  if (!written) {
    diags_.error(diag::DiagnosticId::SvgSyntax, paint.span,
                 "there is no gradient " + quoted(paint.gradient));
    return {};
  }
  // One without extent fills nothing that could be seen (SVG 1.1, 7.11); without stops nothing is.
  const auto box = job.outline.bounds();
  if (!box || written->stops.empty()) return {};
  const auto gradient = placed(*written, {*box, job.map, view_});
  if (!gradient) {
    diags_.error(diag::DiagnosticId::SvgUnsupported, paint.span,
                 "a radial gradient that is no circle here is outside the subset of SVG",
                 {"give it `gradientUnits=\"userSpaceOnUse\"` and a circle in the units of the "
                  "drawing, and its focus inside the circle"});
    return {};
  }
  auto result = std::make_shared<display::Gradient>(*gradient);
  for (const SvgGradient::Stop& stop : written->stops) {
    const auto color = find_color(stop.color, job.span);
    if (!color) return {};
    result->stops.push_back({stop.offset, *color});
  }
  stops_ += result->stops.size();
  const bool is_near_enough = is_near(result->from) && is_near(result->to) &&
                              is_near({result->from_radius, result->to_radius});
  if (stops_ > kMaxStops || !is_near_enough) {
    diags_.error(diag::DiagnosticId::TooLarge, paint.span,
                 is_near_enough ? "art has more than 100,000 stops of gradients"
                                : "a gradient reaches more than 1,000,000 points away");
    return {};
  }
  const bool has_length = result->from != result->to || result->from_radius != result->to_radius;
  if (!has_length || result->stops.size() == 1) return {result->stops.back().color, nullptr};
  return {std::nullopt, std::move(result)};
}

void SvgPainter::paint(Job job, const SvgStyle& style) {
  // A map that flattens everything draws nothing (SVG 1.1, 7.4).
  if (job.outline.empty() || scale_of(job.map) == 0) return;
  Fill fill = find_fill(job, style);
  Path path = job.map == Matrix{} ? std::move(job.outline) : job.outline.transformed(job.map);
  if (!within_limits(path, job.span)) return;

  auto stroke = find_stroke(job, style);
  if (!fill.any() && !stroke) return;

  // Where a see-through stroke lies on its fill both show; one shape would show the stroke alone.
  const bool apart = fill.any() && stroke && (style.fill_opacity < 1 || style.stroke_opacity < 1);
  if (apart) {
    display::Shape under;
    under.path = path;
    under.fill = fill.color;
    under.gradient = fill.gradient;
    under.fill_rule = style.fill_rule;
    under.opacity = job.opacity * style.fill_opacity;
    under.overprint = color::Overprint::Auto;
    shapes_.push_back(std::move(under));
    fill = {};
  }
  display::Shape shape;
  shape.opacity = job.opacity * (fill.any() ? style.fill_opacity : style.stroke_opacity);
  shape.path = std::move(path);
  shape.fill = std::move(fill.color);
  shape.gradient = std::move(fill.gradient);
  shape.fill_rule = style.fill_rule;
  shape.stroke = std::move(stroke);
  shape.overprint = color::Overprint::Auto;
  shapes_.push_back(std::move(shape));
}

}  // namespace handbill::picture
