// SPDX-License-Identifier: MIT
// Steps of a timeline that leave a day out, or tell of one twice: "Day 3", then "Day 5".
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "prose/check_functions.h"
#include "prose/spans_of_time.h"
#include "prose/written_amounts.h"

namespace handbill::prose {
namespace {

/// From hour to hour behind the treatment.
struct Step {
  double begin = 0, end = 0;
  double unit = 0;        ///< hours of what it counts in
  bool is_range = false;  ///< of several days or weeks
  bool is_rest = false;   ///< "rest of day 1": it begins where the one before ends
  std::size_t paragraph = 0;
  std::size_t first = 0, last = 0;  ///< its tokens
};

bool ends_step(const Passage& passage, std::size_t at) {
  return at >= passage.size() || passage.is_sign(at) ||
         passage.written().text[passage.end(at - 1)] == '\n';
}

/// "days 4 to 7", "weeks 2 and 3", "day 1", "días 2 y 3": the unit, then which.
std::optional<Step> counted_step(const Passage& passage, std::size_t at) {
  const auto unit = hours_in(passage.plain(at));
  if (!unit || *unit < 1) return std::nullopt;
  const auto from = number_at(passage, at + 1);
  if (!from || from->decimals > 0 || from->value < 1) return std::nullopt;
  Step step{(from->value - 1) * *unit, from->value * *unit, *unit};
  step.last = from->last;
  const std::size_t mark = from->last + 1;
  const bool joins =
      is_range_mark(passage.plain(mark)) || passage.is_any(mark, {"and", "y", "&", "al"});
  const auto to = joins ? number_at(passage, mark + 1) : std::nullopt;
  if (to && to->value > from->value) {
    // "Days 2 and 5" leave out what is between them on purpose.
    const bool is_pair = passage.is_any(mark, {"and", "y", "&"});
    if (is_pair && to->value != from->value + 1) return std::nullopt;
    step.end = to->value * *unit;
    step.is_range = true;
    step.last = to->last;
  }
  if (passage.is_any(step.last + 1, {"onward", "onwards", "on", "+", "en"}) ||
      (passage.is_any(step.last + 1, {"and", "y"}) && !passage.is_number(step.last + 2))) {
    return std::nullopt;
  }
  return step;
}

/// "First 4 hours", "primeras 24 horas", "24 to 48 hours", "first week".
std::optional<Step> span_step(const Passage& passage, std::size_t at) {
  if (passage.is_any(at, {"the", "las", "los"})) ++at;
  const bool is_first = passage.is_any(at, {"first", "primer", "primera", "primeras", "primeros"});
  if (is_first) {
    if (const auto hours = hours_in(passage.plain(at + 1))) {
      Step step{0, *hours, *hours};
      step.last = at + 1;
      return step;
    }
    const auto span = span_at(passage, at + 1);
    if (!span || span->is_vague || span->low != span->high) return std::nullopt;
    Step step{0, span->high, hours_in(passage.plain(span->last)).value_or(1)};
    step.is_range = true;
    step.last = span->last;
    return step;
  }
  const auto span = span_at(passage, at);
  if (!span || span->is_vague || span->low >= span->high) return std::nullopt;
  if (passage.is_any(span->last + 1, {"before", "antes"})) {
    return std::nullopt;
  }
  Step step{span->low, span->high, hours_in(passage.plain(span->last)).value_or(1)};
  step.is_range = true;
  step.last = span->last;
  // "4–7 days" are days 4 to 7 in a timeline that counts so; "24–48 hours" are hours.
  if (step.unit > 1) step.begin -= step.unit;
  return step;
}

std::optional<Step> step_at(const Passage& passage, std::size_t at) {
  std::optional<Step> step;
  if (passage.is_any(at, {"rest", "resto"}) && passage.is_any(at + 1, {"of", "de", "del"})) {
    const std::size_t unit = passage.is_any(at + 2, {"the"}) ? at + 3 : at + 2;
    step = counted_step(passage, unit);
    if (step) step->is_rest = true;
  } else {
    step = counted_step(passage, at);
    if (!step) step = span_step(passage, at);
  }
  if (!step || !ends_step(passage, step->last + 1)) return std::nullopt;
  step->first = at;
  return step;
}

/// "day 4", "days 4 to 6" of the hours between two steps.
std::string missing_between(const Step& before, const Step& behind) {
  const double unit =
      std::max(before.unit, kHoursOfDay) > kHoursOfDay && behind.unit >= kHoursOfWeek ? kHoursOfWeek
                                                                                      : kHoursOfDay;
  const auto from = static_cast<int>(std::floor(before.end / unit + 1e-6)) + 1;
  const auto to = static_cast<int>(std::ceil(behind.begin / unit - 1e-6));
  const std::string name = unit > kHoursOfDay ? "week" : "day";
  if (to <= from) return name + " " + std::to_string(from);
  return name + "s " + std::to_string(from) + " to " + std::to_string(to);
}

/// Steps that follow one another: those of one table column, list, or lines of a text.
class TimelineReader {
 public:
  explicit TimelineReader(const Reading& reading) : reading_(reading) {}

  std::vector<std::vector<Step>> read() {
    for (std::size_t i = 0; i < reading_.paragraphs.size(); ++i) read_paragraph(i);
    close();
    return std::move(timelines_);
  }

 private:
  void read_paragraph(std::size_t index) {
    const Passage passage(reading_, index);
    if (passage.size() == 0) return;
    if (!is_beside(index)) close();
    // Beside a step stands what is to be done in it.
    if (!steps_.empty() && is_other_column(index)) return;
    bool has_step = false;
    for (const Sentence& each : reading_.paragraphs[index].sentences) {
      const std::size_t at = each.tokens.begin;
      const bool begins_line = at == 0 || passage.written().text[passage.begin(at) - 1] == '\n';
      if (!begins_line || each.tokens.end == at) continue;
      auto step = step_at(passage, at);
      if (!step) continue;
      step->paragraph = index;
      if (step->is_rest && !steps_.empty()) step->begin = steps_.back().end;
      steps_.push_back(*step);
      last_ = index;
      has_step = true;
    }
    // A step without a number ends what can be compared.
    if (!has_step && !may_stand_between(index)) close();
  }

  const words::Paragraph& at(std::size_t index) const { return reading_.written(index); }

  /// In the column, list or level of headings of the last step.
  bool is_beside(std::size_t index) const {
    if (steps_.empty()) return true;
    const words::Paragraph &one = at(last_), &other = at(index);
    if (one.kind == words::Kind::Heading) {
      return other.kind != words::Kind::Heading || other.level >= one.level;
    }
    if (one.flow != other.flow) return false;
    return one.cell.has_value() == other.cell.has_value();
  }

  bool is_other_column(std::size_t index) const {
    const words::Paragraph &one = at(last_), &other = at(index);
    return one.cell && other.cell && one.cell->column != other.cell->column;
  }

  /// What is said of a step: a text below its heading, the rest of its item.
  bool may_stand_between(std::size_t index) const {
    if (steps_.empty()) return true;
    const words::Paragraph &one = at(last_), &other = at(index);
    if (one.kind == words::Kind::Heading) return other.kind != words::Kind::Heading;
    return one.kind == words::Kind::ListItem && !other.label;
  }

  void close() {
    if (steps_.size() > 1) timelines_.push_back(std::move(steps_));
    steps_.clear();
  }

  const Reading& reading_;
  std::vector<std::vector<Step>> timelines_;
  std::vector<Step> steps_;
  std::size_t last_ = 0;
};

constexpr double kSlack = 0.01;

bool has_gap(const Step& before, const Step& behind) {
  // What counts in months is only near.
  const double slack = std::max(before.unit, behind.unit) > kHoursOfWeek ? 3 * kHoursOfDay : kSlack;
  return behind.begin > before.end + slack && behind.begin - before.end >= kHoursOfDay - kSlack;
}

bool overlaps(const Step& before, const Step& behind) {
  const double slack = std::max(before.unit, behind.unit) > kHoursOfWeek ? 3 * kHoursOfDay : kSlack;
  return behind.begin > before.begin + kSlack && behind.begin < before.end - slack &&
         behind.end > before.end + kSlack;
}

/// Dates to look in on ("Day 1", "Day 7", "Week 4") are no timeline without gaps.
bool is_closed_timeline(const std::vector<Step>& steps) {
  std::size_t gaps = 0, ranges = 0;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (steps[i].is_range || steps[i].is_rest) ++ranges;
    if (i > 0 && has_gap(steps[i - 1], steps[i])) ++gaps;
  }
  const std::size_t joints = steps.size() - 1;
  return gaps == 0 || 2 * gaps < joints + (ranges > 0 ? 1 : 0) || ranges == steps.size();
}

}  // namespace

void judge_timelines(const WordRule&, const Judged& judged, Findings& found) {
  for (const std::vector<Step>& steps : TimelineReader(judged.reading).read()) {
    if (!is_closed_timeline(steps)) continue;
    for (std::size_t i = 1; i < steps.size(); ++i) {
      const Step &before = steps[i - 1], &behind = steps[i];
      const bool is_gap = has_gap(before, behind);
      if (!is_gap && !overlaps(before, behind)) continue;
      const Passage here(judged.reading, behind.paragraph), there(judged.reading, before.paragraph);
      Finding finding;
      finding.paragraph = behind.paragraph;
      finding.begin = here.begin(behind.first);
      finding.end = here.end(behind.last);
      const std::string first(there.text(before.first, before.last));
      finding.message = is_gap ? "behind `" + first + "` comes `{found}`: nothing is said of " +
                                     missing_between(before, behind)
                               : "`{found}` begins before `" + first + "` is over";
      finding.hints.push_back(
          is_gap ? "say what is to be done then, or let one of the two steps be longer"
                 : "let each step begin where the one before it ends");
      finding.level = is_gap ? Level::Consider : Level::Warning;
      found.push_back(std::move(finding));
    }
  }
}

}  // namespace handbill::prose
