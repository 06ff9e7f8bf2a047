// SPDX-License-Identifier: MIT
// The check `time-style`: times that are not written as most of the document are.
#include <algorithm>
#include <map>

#include "prose/check_functions.h"
#include "prose/typed_times.h"

namespace handbill::prose {
namespace {

struct SetTime {
  std::size_t paragraph = 0;
  TypedTime time;
  bool is_fact = false;
};

TimeStyle with_minutes(TimeStyle style) {
  style.has_minutes = true;
  return style;
}

bool shows_choice(const TypedTime& time) {
  return time.minutes % 60 == 0 && time.style->half != TimeStyle::Half::FullDay;
}

std::vector<SetTime> times_of(const Reading& reading) {
  std::vector<SetTime> times;
  for (std::size_t i = 0; i < reading.paragraphs.size(); ++i) {
    const words::Paragraph& written = reading.written(i);
    for (const TypedTime& each : find_typed_times(reading.paragraphs[i], written.text)) {
      if (!each.style) continue;
      const bool is_from_fact = is_fact(written, each.begin, each.end);
      times.push_back({i, each, is_from_fact});
    }
  }
  return times;
}

/// The one that is found most often; of two the first in order.
template <class Counts>
auto most_frequent(const Counts& counts) {
  return std::ranges::max_element(counts, {}, [](const auto& each) { return each.second; })->first;
}

/// How most are written. Those of facts count alone where there are some: the program writes them.
TimeStyle usual_style(const std::vector<SetTime>& times) {
  const bool has_facts = std::ranges::any_of(times, &SetTime::is_fact);
  std::map<TimeStyle, std::size_t> halves;
  for (const SetTime& each : times) {
    if (each.is_fact || !has_facts) ++halves[with_minutes(*each.time.style)];
  }
  TimeStyle usual = most_frequent(halves);
  // Full hours, with their minutes or without.
  std::map<bool, std::size_t> minutes;
  for (const SetTime& each : times) {
    const bool counts = each.is_fact || !has_facts;
    const bool is_usual = with_minutes(*each.time.style) == usual;
    if (counts && is_usual && shows_choice(each.time)) ++minutes[each.time.style->has_minutes];
  }
  if (!minutes.empty()) usual.has_minutes = most_frequent(minutes);
  return usual;
}

}  // namespace

void judge_time_style(const WordRule&, const Judged& judged, Findings& found) {
  const std::vector<SetTime> times = times_of(judged.reading);
  if (times.size() < 2) return;
  const TimeStyle wanted = usual_style(times);
  for (const SetTime& each : times) {
    const TimeStyle& own = *each.time.style;
    const bool has_other_half = with_minutes(own) != with_minutes(wanted);
    const bool has_other_minutes = shows_choice(each.time) && own.has_minutes != wanted.has_minutes;
    if (each.is_fact || (!has_other_half && !has_other_minutes)) continue;
    Finding finding{.paragraph = each.paragraph, .begin = each.time.begin, .end = each.time.end};
    finding.instead = written_time(each.time.minutes, wanted);
    finding.mended = written_in_place(judged.reading.paragraphs[each.paragraph],
                                      judged.reading.written(each.paragraph).text, each.time,
                                      each.time.minutes, wanted);
    found.push_back(std::move(finding));
  }
}

}  // namespace handbill::prose
