// SPDX-License-Identifier: MIT
#include "text/optimum.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/check.h"

namespace handbill::text {
namespace {

/// No line has more places to end in it; keeps hostile text from taking quadratic time.
constexpr std::size_t kMostBreaksInLine = 300;
/// A paragraph is not made looser than by this many lines.
constexpr std::uint32_t kMostSpareLines = 64;
/// Lines after these are taken to have no insets.
constexpr std::size_t kMostInsets = 200;
/// Of two ways that cost the same but for rounding the first is taken, on every machine.
constexpr double kSameCost = 1e-6;
constexpr double kNever = std::numeric_limits<double>::infinity();

}  // namespace

LineTable::LineTable(const ShapedParagraph& shaped, const Paragraph& paragraph,
                     const Measure& measure, const LineWidths& widths)
    : shaped_(shaped), style_(paragraph.style), widths_(widths), edges_(word_edges(shaped)) {
  room_ = (measure.width - style_.indent_start - style_.indent_end).pt();
  const std::size_t count = std::min(measure.insets.size(), kMostInsets);
  for (const LineInset& each : measure.insets.first(count)) {
    taken_.push_back((each.left + each.right).pt());
  }
  Length largest;
  for (const ShapedRun& run : shaped.runs) {
    largest = std::max(largest, style_of(paragraph, run).size);
  }
  slack_ = 2 * largest.pt() + kTolerance.pt();
}

double LineTable::mean_piece() const {
  const auto is_soft = [](const BreakPoint& each) {
    return each.kind == BreakPoint::Kind::SoftHyphen;
  };
  const auto soft = std::ranges::count_if(shaped_.breaks, is_soft);
  const auto pieces = static_cast<double>(shaped_.breaks.size()) - static_cast<double>(soft);
  return widths_.line(0, shaped_.breaks.size()).natural / std::max(pieces, 1.0);
}

LineContext LineTable::context(const Segment& segment, std::size_t from, std::size_t to,
                               double measure) const {
  const WordEdge& start = edges_[from];
  const WordEdge& end = edges_[to];
  const bool is_first = from == segment.begin;
  const bool is_last = to == segment.end;
  return {.measure = measure,
          .is_first = is_first,
          .is_last = is_last,
          .follows_hyphen = !is_first && start.is_hyphen,
          .follows_letter = !is_first && start.dangling == LineContext::Dangling::Letter,
          .ends_in_hyphen = !is_last && end.is_hyphen,
          .starts_alike = !is_last && end.after != 0 && start.after == end.after,
          .ends_alike = !is_first && !is_last && end.before != 0 && start.before == end.before,
          .dangling = is_last ? LineContext::Dangling::Nothing : end.dangling};
}

bool LineTable::is_hopeless(std::size_t from, std::size_t to) const {
  const LineWidth line = widths_.line(from, to);
  return line.natural - line.shrink > measure(from, 0, taken_.size()) + slack_;
}

std::optional<std::vector<Chosen>> Optimum::find(Segment segment, Hyphens hyphens, double worst) {
  target_ = {};
  start(segment, hyphens, worst);
  if (!run(segment)) return std::nullopt;
  std::size_t best = first_way_[places_.size() - 1];
  HANDBILL_CHECK(best < ways_.size(), "one piece a line is always possible");
  for (std::size_t i = best + 1; i < ways_.size(); ++i) {
    if (ways_[i].cost < ways_[best].cost - kSameCost) best = i;
  }
  if (ways_[best].is_bad) return std::nullopt;
  return trace_back(best);
}

std::optional<std::vector<Chosen>> Optimum::find_looser(Segment segment, std::size_t count,
                                                        int by) {
  const auto wanted = std::max<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(count) + by, 1) +
                      static_cast<std::ptrdiff_t>(segment.above);
  const auto fewest = static_cast<std::uint32_t>(segment.above) + fewest_lines(segment, count);
  target_.lines = static_cast<std::uint32_t>(wanted);
  target_.spare = std::min(target_.lines - std::min(target_.lines, fewest), kMostSpareLines);
  start(segment, Hyphens::Soft, kAnyBadness);
  if (!run(segment)) return std::nullopt;
  const auto miss = [&](const Route& way) {
    return std::abs(static_cast<std::ptrdiff_t>(way.lines) - wanted);
  };
  const Route* best = nullptr;
  for (std::size_t i = first_way_[places_.size() - 1]; i < ways_.size(); ++i) {
    const Route& way = ways_[i];
    const bool better = best == nullptr || miss(way) < miss(*best) ||
                        (miss(way) == miss(*best) && way.cost < best->cost);
    if (better) best = &way;
  }
  if (best == nullptr) return std::nullopt;
  return trace_back(static_cast<std::size_t>(best - ways_.data()));
}

std::uint32_t Optimum::counted(std::size_t lines) const {
  return static_cast<std::uint32_t>(target_.lines > 0 ? lines : std::min(lines, table_.insets()));
}

void Optimum::start(const Segment& segment, Hyphens hyphens, double worst) {
  places_.clear();
  for (std::size_t i = segment.begin; i <= segment.end; ++i) {
    const bool is_end = i == segment.begin || i == segment.end;
    if (is_end || hyphens == Hyphens::Soft || !table_.is_soft(i)) places_.push_back(i);
  }
  ways_.reserve(2 * places_.size());
  first_way_.reserve(places_.size() + 1);
  least_.reserve(places_.size());
  Route before;
  before.lines = counted(segment.above);
  ways_.assign(1, before);
  first_way_ = {0, 1};
  least_ = {0};
  rising_ = {0};
  rising_begin_ = 0;
  oldest_ = 0;
  last_good_ = 0;
  worst_ = worst;
}

bool Optimum::run(const Segment& segment) {
  for (std::size_t place = 1; place < places_.size(); ++place) {
    slide_window(place);
    // All that is to come goes through a place of the window.
    if (last_good_ < oldest_) return false;
    reach(segment, place);
    first_way_.push_back(ways_.size());
    note_least(place);
  }
  return true;
}

void Optimum::slide_window(std::size_t place) {
  while (oldest_ + 1 < place && (place - oldest_ > kMostBreaksInLine ||
                                 table_.is_hopeless(places_[oldest_], places_[place]))) {
    ++oldest_;
  }
  while (rising_begin_ < rising_.size() && rising_[rising_begin_] < oldest_) ++rising_begin_;
}

void Optimum::note_least(std::size_t place) {
  double least = kNever;
  for (std::size_t i = first_way_[place]; i < ways_end(place); ++i) {
    least = std::min(least, ways_[i].cost);
    if (!ways_[i].is_bad) last_good_ = place;
  }
  least_.push_back(least);
  while (rising_.size() > rising_begin_ && least_[rising_.back()] >= least) rising_.pop_back();
  rising_.push_back(place);
}

/// Finds the best ways to end a line at `place`.
void Optimum::reach(const Segment& segment, std::size_t place) {
  const std::size_t first = ways_.size();
  std::uint32_t fewest = 0, most = 0;
  if (target_.lines > 0 || table_.insets() > 0) {
    fewest = std::numeric_limits<std::uint32_t>::max();
    for (std::size_t from = oldest_; from < place; ++from) {
      if (!has_ways(from)) continue;
      fewest = std::min(fewest, ways_[first_way_[from]].lines);
      most = std::max(most, ways_[ways_end(from) - 1].lines);
    }
  }
  for (std::uint32_t lines = fewest; lines <= most; ++lines) reach_after(segment, place, lines);
  if (target_.lines > 0) drop_extra_lines(first);
}

/// By a line that `lines` precede, the widest first.
void Optimum::reach_after(const Segment& segment, std::size_t place, std::uint32_t lines) {
  std::size_t first = ways_.size();
  while (first > first_way_[place] && ways_[first - 1].lines == counted(lines + 1)) --first;
  best_ = least_here_ = kNever;
  dearest_here_ = 0;
  for (std::size_t i = first; i < ways_.size(); ++i) note_cost(ways_[i]);
  std::size_t rising = rising_begin_;
  const std::size_t to = places_[place];
  for (std::size_t from = oldest_; from < place; ++from) {
    if (!has_ways(from)) continue;
    const std::size_t start = places_[from];
    const LineWidth width = table_.width(start, to);
    const bool is_one_piece = from + 1 == place;
    const double measure = table_.measure(start, to, lines);
    if (!is_one_piece && is_too_wide(width, measure)) continue;
    LineJudgement judged = judge_.judge_width(width, measure, to == segment.end);
    // A way this much behind never catches up, and narrower lines only get worse.
    const double hopeless = best_ + kLargestContrast - judged.width_cost;
    while (rising_[rising] < from) ++rising;
    if (judged.is_short && least_[rising_[rising]] > hopeless) break;
    if (least_[from] > hopeless) continue;
    const LineContext where = table_.context(segment, start, to, measure);
    judge_.judge_edges(width, where, judged);
    if (target_.lines > 0 && judged.badness > judge_.tolerance) continue;
    connect(from, lines, judged, where, first);
  }
  drop_hopeless(first);
}

void Optimum::connect(std::size_t from, std::uint32_t lines, const LineJudgement& judged,
                      const LineContext& where, std::size_t first) {
  for (std::size_t i = first_way_[from]; i < ways_end(from); ++i) {
    const Route& before = ways_[i];
    if (before.lines != lines) continue;
    const LineJudge::Step step = judge_.follow(before.ending, judged, where);
    offer({.cost = before.cost + judged.cost + step.cost,
           .ratio = judged.ratio,
           .place = static_cast<std::uint32_t>(from),
           .before = static_cast<std::uint32_t>(i),
           .lines = counted(lines + 1),
           .ending = step.ending,
           .is_bad = before.is_bad || judged.badness > worst_},
          first);
  }
}

void Optimum::note_cost(const Route& way) {
  least_here_ = std::min(least_here_, way.cost);
  dearest_here_ = std::max(dearest_here_, way.cost);
  // After more hyphens than one, the next line may have to be without.
  if (way.ending.hyphens <= 1) best_ = std::min(best_, way.cost);
}

/// Keeps the better of two ways that the rest of the paragraph can't tell apart.
void Optimum::offer(const Route& way, std::size_t first) {
  note_cost(way);
  for (std::size_t i = first; i < ways_.size(); ++i) {
    if (ways_[i].ending != way.ending || ways_[i].lines != way.lines) continue;
    if (way.cost < ways_[i].cost - kSameCost) ways_[i] = way;
    return;
  }
  ways_.push_back(way);
}

/// Ways that another, with no more hyphens, is so far ahead of that they never catch up.
void Optimum::drop_hopeless(std::size_t first) {
  if (dearest_here_ <= least_here_ + kLargestContrast) return;
  std::array<double, kMostHyphensInARow + 1> least{};
  least.fill(kNever);
  for (std::size_t i = first; i < ways_.size(); ++i) {
    double& mine = least[ways_[i].ending.hyphens];
    mine = std::min(mine, ways_[i].cost);
  }
  for (std::size_t i = 1; i < least.size(); ++i) least[i] = std::min(least[i], least[i - 1]);
  const auto is_hopeless = [&](const Route& way) {
    return way.cost > least[way.ending.hyphens] + kLargestContrast;
  };
  ways_.erase(
      std::remove_if(ways_.begin() + static_cast<std::ptrdiff_t>(first), ways_.end(), is_hopeless),
      ways_.end());
}

void Optimum::drop_extra_lines(std::size_t first) {
  if (first == ways_.size()) return;
  const std::uint32_t most = ways_[first].lines + target_.spare;
  const auto is_extra = [&](const Route& way) { return way.lines > most; };
  ways_.erase(
      std::find_if(ways_.begin() + static_cast<std::ptrdiff_t>(first), ways_.end(), is_extra),
      ways_.end());
}

std::uint32_t Optimum::fewest_lines(const Segment& segment, std::size_t most) const {
  std::uint32_t lines = 0;
  for (std::size_t from = segment.begin; from < segment.end && lines <= most; ++lines) {
    const std::size_t count = segment.above + lines;
    std::size_t to = from + 1;
    while (to < segment.end && to - from < kMostBreaksInLine &&
           !table_.is_impossible(from, to + 1, count)) {
      ++to;
    }
    from = to;
  }
  return lines;
}

std::vector<Chosen> Optimum::trace_back(std::size_t last) {
  std::vector<Chosen> result;
  std::size_t place = places_.size() - 1;
  for (std::size_t at = last; place > 0; at = ways_[at].before) {
    const Route& way = ways_[at];
    result.push_back({places_[place], way.ratio});
    place = way.place;
  }
  std::ranges::reverse(result);
  return result;
}

}  // namespace handbill::text
