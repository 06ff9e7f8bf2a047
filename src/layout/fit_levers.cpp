// SPDX-License-Identifier: MIT
#include "layout/fit_levers.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "base/number.h"

namespace handbill::layout {
namespace {

using document::LeastToMost;

enum Lever : std::size_t { kAfter, kTracking, kGlyphWidth, kLeading, kSize };

constexpr Length kSizeStep = Length::pt(0.1);
constexpr Length kLeadingStep = Length::pt(0.1);
constexpr Length kAfterStep = Length::pt(0.25);
constexpr double kTrackingStep = 0.001;
constexpr double kWidthStep = 0.001;
/// A wider range is gone through in larger steps.
constexpr int kMostSteps = 4096;

int steps(double way, double step) {
  return way <= 0 ? 0 : static_cast<int>(std::ceil(way / step - 1e-9));
}

template <class T>
T clamped(T wish, const std::optional<LeastToMost<T>>& range) {
  return range ? std::clamp(wish, range->least, range->most) : wish;
}

Length step_for(Length way, Length smallest) { return std::max(smallest, way / kMostSteps); }

std::string in_points(Length length) { return format_number(length.pt(), 2) + " pt"; }

}  // namespace

FitLevers::FitLevers(const document::Copyfit& fit, const text::ParagraphStyle& style)
    : fit_(fit), style_(style) {
  const auto way = [](const std::optional<LeastToMost<Length>>& range) {
    return range ? range->most - range->least : Length();
  };
  size_step_ = step_for(way(fit.size), kSizeStep);
  leading_step_ = step_for(way(fit.leading), kLeadingStep);
  const FitSetting wish = at({});
  if (fit.after) ends_[kAfter] = steps((wish.after - fit.after->least) / kAfterStep, 1);
  if (fit.tracking) ends_[kTracking] = steps(wish.tracking - fit.tracking->least, kTrackingStep);
  if (fit.glyph_width) {
    ends_[kGlyphWidth] = steps(wish.glyph_width - fit.glyph_width->least, kWidthStep);
  }
  if (fit.leading) ends_[kLeading] = steps((wish.leading - fit.leading->least) / leading_step_, 1);
  if (!fit.sizes.empty()) {
    ends_[kSize] = static_cast<int>(fit.sizes.size()) - 1;
  } else if (fit.size) {
    ends_[kSize] = steps((wish.size - fit.size->least) / size_step_, 1);
  }
}

Length FitLevers::wished_leading(Length size) const {
  return clamped(style_.leading * (size / style_.text->size), fit_.leading);
}

Length FitLevers::size_at(int position) const {
  if (!fit_.sizes.empty()) return fit_.sizes[static_cast<std::size_t>(position)];
  if (!fit_.size) return style_.text->size;
  if (position == 0) return fit_.size->most;
  return std::max(fit_.size->most - size_step_ * position, fit_.size->least);
}

FitSetting FitLevers::at(const Positions& positions) const {
  const auto moved = [](auto from, auto step, int count, const auto& range) {
    return count == 0 ? from : std::max(from - step * count, range->least);
  };
  FitSetting setting;
  setting.size = size_at(positions[kSize]);
  setting.leading =
      moved(wished_leading(setting.size), leading_step_, positions[kLeading], fit_.leading);
  const double growth = setting.size / style_.text->size;
  setting.after =
      clamped(fit_.after ? style_.space_after : style_.space_after * growth, fit_.after);
  setting.after = moved(setting.after, kAfterStep, positions[kAfter], fit_.after);
  setting.tracking = moved(clamped(style_.text->tracking, fit_.tracking), kTrackingStep,
                           positions[kTracking], fit_.tracking);
  setting.glyph_width = moved(clamped(style_.glyph_width[1], fit_.glyph_width), kWidthStep,
                              positions[kGlyphWidth], fit_.glyph_width);
  return setting;
}

std::string FitLevers::words(const FitSetting& setting) const {
  std::string words = in_points(setting.size);
  if (!fit_.sizes.empty()) {
    words += " (of " + std::to_string(fit_.sizes.size()) + " sizes from " +
             format_number(fit_.size->most.pt(), 2) + " down)";
  } else if (fit_.size) {
    words += " (of " + format_number(fit_.size->least.pt(), 2) + " to " +
             in_points(fit_.size->most) + ")";
  }
  words += ", leading " + in_points(setting.leading);
  if (fit_.tracking) words += ", tracking " + format_number(setting.tracking * 100, 1) + "%";
  if (fit_.glyph_width) {
    words += ", glyph width " + format_number(setting.glyph_width * 100, 1) + "%";
  }
  if (fit_.after) words += ", space after " + in_points(setting.after);
  return words;
}

namespace {

/// `count` of `steps`, for a way of `own` steps, rounded up.
int part_of_way(std::int64_t own, std::int64_t count, std::int64_t steps) {
  return static_cast<int>((own * count + steps - 1) / steps);
}

/// Moves the levers of all styles together: as many steps as the style with the longest way has.
class JointLevers {
 public:
  explicit JointLevers(const std::vector<FitLevers>& styles) : styles_(styles) {
    for (const FitLevers& each : styles) {
      for (std::size_t i = 0; i < ends_.size(); ++i) ends_[i] = std::max(ends_[i], each.ends()[i]);
    }
  }

  const FitLevers::Positions& ends() const { return ends_; }

  FitSettings at(const FitLevers::Positions& positions) const {
    FitSettings settings;
    settings.reserve(styles_.size());
    for (const FitLevers& each : styles_) {
      FitLevers::Positions own{};
      for (std::size_t i = 0; i < own.size(); ++i) {
        if (ends_[i] > 0) own[i] = part_of_way(each.ends()[i], positions[i], ends_[i]);
      }
      settings.push_back(each.at(own));
    }
    return settings;
  }

 private:
  const std::vector<FitLevers>& styles_;
  FitLevers::Positions ends_{};
};

/// What a text takes grows with this: lines get longer by size, width and tracking of its glyphs,
/// and stand apart by their leading.
double area_of(const FitSettings& settings) {
  constexpr double kMeanGlyph = 0.5;  // em
  const FitSetting& main = settings.back();
  return main.size.pt() * (main.glyph_width * kMeanGlyph + main.tracking) * main.leading.pt();
}

/// Tries settings, and guesses from how full the room was which to try next.
class FitSearch {
 public:
  FitSearch(const JointLevers& levers, const std::function<Trial(const FitSettings&)>& try_it)
      : levers_(levers), try_it_(try_it) {}

  bool fits(const FitLevers::Positions& positions) {
    const FitSettings settings = levers_.at(positions);
    const Trial trial = try_it_(settings);
    if (trial.fill > 0) fill_of_area_ = trial.fill / area_of(settings);
    return trial.fits;
  }

  /// Moves a lever as far as the text fits, and no further than it must, from where it does not. Or
  /// to its end: the text does not fit there.
  bool move(FitLevers::Positions& positions, std::size_t lever) {
    const int end = levers_.ends()[lever];
    Between between{0, end + 1};
    for (int tries = 0; between.does > end; ++tries) {
      const int at = tries < kMostGuesses ? guess(positions, lever, between) : end;
      positions[lever] = at;
      const bool does_fit = fits(positions);
      if (!does_fit && at == end) return false;
      (does_fit ? between.does : between.does_not) = at;
    }
    positions[lever] = fewest_steps(positions, lever, between);
    return true;
  }
  /// Lets a lever back as far as the text fits, as it does where the lever is.
  void let_back(FitLevers::Positions& positions, std::size_t lever) {
    positions[lever] = fewest_steps(positions, lever, {-1, positions[lever]});
  }

 private:
  /// Steps at which it does not fit, and more at which it does; one more than there are: not known.
  struct Between {
    int does_not = 0;
    int does = 0;
  };

  int fewest_steps(FitLevers::Positions positions, std::size_t lever, Between between) {
    for (int tries = 0; between.does - between.does_not > 1; ++tries) {
      const int at = tries < kMostGuesses ? guess(positions, lever, between) : middle(between);
      positions[lever] = at;
      (fits(positions) ? between.does : between.does_not) = at;
    }
    return between.does;
  }

  static int middle(const Between& between) {
    return between.does_not + (between.does - between.does_not) / 2;
  }

  /// The fewest steps between at which it may fit; the most there are if it may at none of them.
  int guess(FitLevers::Positions positions, std::size_t lever, Between between) const {
    const auto area_at = [&](int steps) {
      positions[lever] = steps;
      return area_of(levers_.at(positions));
    };
    const int first = between.does_not + 1, last = between.does - 1;
    if (fill_of_area_ == 0 || area_at(first) == area_at(last)) {
      return between.does > levers_.ends()[lever] ? last : middle(between);
    }
    Between may{between.does_not, last};
    while (may.does - may.does_not > 1) {
      const int at = middle(may);
      (area_at(at) * fill_of_area_ <= 1 ? may.does : may.does_not) = at;
    }
    return may.does;
  }

  /// Then the way is halved, in case that guesses lead nowhere.
  static constexpr int kMostGuesses = 4;

  const JointLevers& levers_;
  const std::function<Trial(const FitSettings&)>& try_it_;
  double fill_of_area_ = 0;  // 0: not known
};

}  // namespace

FitResult find_fit(const std::vector<FitLevers>& styles,
                   const std::function<Trial(const FitSettings&)>& try_it) {
  const JointLevers levers(styles);
  FitSearch search(levers, try_it);
  FitLevers::Positions positions{};
  if (search.fits(positions)) return {levers.at(positions), true};
  for (std::size_t lever = 0; lever < FitLevers::kCount; ++lever) {
    if (levers.ends()[lever] == 0 || !search.move(positions, lever)) continue;
    for (std::size_t back = lever; back-- > 0;) {
      if (positions[back] > 0) search.let_back(positions, back);
    }
    return {levers.at(positions), true};
  }
  return {levers.at(positions), false};
}

}  // namespace handbill::layout
