// SPDX-License-Identifier: MIT
#include "document/resolve_fill.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace handbill::document {
namespace {

using display::Gradient;

Point fraction(double x, double y) { return {Length::pt(x), Length::pt(y)}; }

/// From the opposite edge or corner to the one named.
void set_ends(Gradient& gradient, std::string_view to) {
  const auto has = [&](std::string_view word) { return to.find(word) != to.npos; };
  const auto end = [&](std::string_view least, std::string_view most) {
    if (has(least)) return 0.0;
    return has(most) ? 1.0 : 0.5;
  };
  const double x = end("left", "right"), y = end("top", "bottom");
  gradient.to = fraction(x, y);
  gradient.from = fraction(1 - x, 1 - y);
}

/// Where the stops are, from 0 to 1; those that say nothing lie evenly between their neighbours
/// (CSS Images 3, 3.5.3).
std::vector<double> offsets(const std::vector<spec::StopSpec>& stops, const Context& context) {
  std::vector<double> offsets(stops.size(), 0);
  std::size_t known = 0;  // all before it are set
  for (std::size_t i = 0; i < stops.size(); ++i) {
    const bool is_last = i + 1 == stops.size();
    if (!stops[i].at && i != 0 && !is_last) continue;
    if (stops[i].at) offsets[i] = stops[i].at->value / 100;
    if (!stops[i].at && is_last) offsets[i] = std::max(1.0, offsets[known]);
    if (offsets[i] < offsets[known]) {
      context.error(diag::DiagnosticId::BadValue, stops[i].at->span,
                    "this stop of the gradient lies before the one above it");
      offsets[i] = offsets[known];
    }
    for (std::size_t between = known + 1; between < i; ++between) {
      const double share = static_cast<double>(between - known) / static_cast<double>(i - known);
      offsets[between] = offsets[known] + (offsets[i] - offsets[known]) * share;
    }
    known = i;
  }
  return offsets;
}

}  // namespace

void resolve_fill(const spec::FillSpec& written, const Context& context, Frame& frame) {
  if (written.color) {
    frame.fill = context.color(*written.color);
    return;
  }
  if (!written.gradient || written.stops.empty()) return;  // reported by parse
  Gradient gradient;
  if (written.gradient->value == "radial") {
    gradient.kind = Gradient::Kind::Radial;
    const bool is_placed = written.center.size() == 2;
    gradient.from = gradient.to =
        is_placed ? fraction(written.center[0].value / 100, written.center[1].value / 100)
                  : fraction(0.5, 0.5);
    gradient.to_radius = Length::pt(written.radius ? written.radius->value / 100 : 1);
  } else {
    set_ends(gradient, written.to ? written.to->value : "bottom");
    if (written.angle) frame.gradient_angle = static_cast<double>(written.angle->value);
  }
  const std::vector<double> places = offsets(written.stops, context);
  for (std::size_t i = 0; i < written.stops.size(); ++i) {
    const auto& color = written.stops[i].color;
    gradient.stops.push_back({places[i], color ? context.color(*color) : color::Color::black()});
  }
  frame.gradient = std::make_shared<const Gradient>(std::move(gradient));
}

}  // namespace handbill::document
