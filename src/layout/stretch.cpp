// SPDX-License-Identifier: MIT
#include "layout/stretch.h"

#include <algorithm>
#include <cmath>

#include "layout/stack_lines.h"

namespace handbill::layout {
namespace {

/// A place between two paragraphs.
struct StretchPoint {
  std::size_t line = 0;  ///< the first below it
  double weight = 0;
  Length most;
  Length given{};
};

/// What goes where no style of the column says a share.
constexpr int kUnasked = 1;

/// Of the place between two paragraphs; nothing: no style says.
std::optional<int> weight_between(const text::ParagraphStyle& above,
                                  const text::ParagraphStyle& below) {
  if (!above.stretch_after && !below.stretch_before) return std::nullopt;
  return above.stretch_after.value_or(0) + below.stretch_before.value_or(0);
}

std::vector<StretchPoint> points_of(const std::vector<ColumnLine>& lines, int unasked) {
  std::vector<StretchPoint> points;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const SetParagraph& below = *lines[i].paragraph;
    const SetParagraph& above = *lines[i - 1].paragraph;
    // A side heading and the text beside it stay together.
    if (!starts_paragraph(below, lines[i].index) || above.style().side) continue;
    const int weight = weight_between(above.style(), below.style()).value_or(unasked);
    if (weight > 0) points.push_back({i, static_cast<double>(weight), below.style().leading});
  }
  return points;
}

/// In proportion to the weights; what one point can't take goes to the others.
void spread(Length rest, std::vector<StretchPoint>& points) {
  std::vector<StretchPoint*> open;
  for (StretchPoint& each : points) open.push_back(&each);
  while (!open.empty() && rest > kTolerance) {
    double weights = 0;
    for (const StretchPoint* each : open) weights += each->weight;
    const Length share = rest / weights;
    for (StretchPoint* each : open) {
      const Length given = std::min(share * each->weight, each->most - each->given);
      each->given += given;
      rest -= given;
    }
    std::erase_if(open, [](const StretchPoint* each) { return fits(each->most, each->given); });
  }
}

/// Whole steps, the heaviest points and then the upper ones first.
void spread_steps(int steps, Length step, std::vector<StretchPoint>& points) {
  std::vector<StretchPoint*> order;
  for (StretchPoint& each : points) order.push_back(&each);
  std::ranges::stable_sort(
      order, [](const StretchPoint* a, const StretchPoint* b) { return a->weight > b->weight; });
  for (StretchPoint* each : order) {
    if (steps-- <= 0) return;
    each->given = step;
  }
}

}  // namespace

bool touches_grid(const ColumnFill& column) {
  return std::ranges::any_of(column.lines, [](const ColumnLine& line) {
    return line.paragraph->style().grid != text::GridSnap::None;
  });
}

std::vector<Length> stretch(const ColumnFill& column, Length height,
                            const std::optional<Grid>& grid) {
  std::vector<Length> shifts(column.lines.size());
  std::vector<StretchPoint> points = points_of(column.lines, 0);
  if (points.empty()) points = points_of(column.lines, kUnasked);
  const Length rest = height - column.bottom();
  if (points.empty() || rest <= kTolerance) return shifts;
  if (grid && touches_grid(column)) {
    const double most = static_cast<double>(points.size());
    const double steps = std::min(std::floor((rest + kTolerance) / grid->step), most);
    spread_steps(static_cast<int>(steps), grid->step, points);
  } else {
    spread(rest, points);
  }
  Length shift;
  auto point = points.begin();
  for (std::size_t i = 0; i < shifts.size(); ++i) {
    if (point != points.end() && point->line == i) shift += (point++)->given;
    shifts[i] = shift;
  }
  return shifts;
}

}  // namespace handbill::layout
