// SPDX-License-Identifier: MIT
// The check `agrees-with-hours`: what a text says of opening hours, held against those of the
// content.
#include <algorithm>
#include <functional>
#include <set>

#include "content/day_names.h"
#include "content/opening_hours.h"
#include "prose/check_functions.h"
#include "prose/hours_claims.h"
#include "prose/hours_tables.h"
#include "prose/own_facts.h"

namespace handbill::prose {
namespace {

using content::DayHours;
using content::kDaysOfWeek;
using content::OpeningHours;
using content::TimeSpan;
using ClaimKind = HoursClaim::Kind;

/// True of hours nobody can tell anything against: they are not known, or by appointment.
bool is_open_question(const DayHours& day) {
  return !day.is_known() || day.state == DayHours::State::ByAppointment || day.weeks.has_value();
}

/// The time as it is written, or 12 hours later where am or pm is not said.
bool is_at(const TypedTime& time, int minutes) {
  constexpr int kDay = content::kMinutesOfDay;
  const int wanted = minutes % kDay;
  if (time.minutes % kDay == wanted) return true;
  return !time.is_half_known && (time.minutes + content::kNoon) % kDay == wanted;
}

bool any_span(const DayHours& day, const std::function<bool(const TimeSpan&)>& holds) {
  if (std::ranges::any_of(day.spans, holds)) return true;
  const auto over_lunch = day.spans_over_lunch();
  if (std::ranges::any_of(over_lunch, holds)) return true;
  return !day.spans.empty() && holds({day.spans.front().open, day.spans.back().close});
}

bool is_open_between(const DayHours& day, const TypedTime& from, const TypedTime& to) {
  return any_span(
      day, [&](const TimeSpan& span) { return is_at(from, span.open) && is_at(to, span.close); });
}

/// All of the time lies in its hours.
bool is_open_throughout(const DayHours& day, int from, int to) {
  return std::ranges::any_of(
      day.spans, [&](const TimeSpan& span) { return span.open <= from && to <= span.close; });
}

/// What the claim says is so on this day.
bool holds_on(const HoursClaim& claim, const DayHours& day) {
  using enum DayHours::State;
  if (is_open_question(day)) return true;
  switch (claim.kind) {
    case ClaimKind::OpenOn:
      return day.state != Closed;
    case ClaimKind::ClosedOn:
      return day.state == Closed;
    case ClaimKind::AllDay:
      return day.state == AllDay;
    case ClaimKind::OpensAt:
      return any_span(day, [&](const TimeSpan& span) { return is_at(*claim.from, span.open); });
    case ClaimKind::ClosesAt:
      return any_span(day, [&](const TimeSpan& span) { return is_at(*claim.to, span.close); });
    case ClaimKind::OpenBetween:
      return is_open_between(day, *claim.from, *claim.to);
    case ClaimKind::ClosedBetween:
      return !is_open_throughout(day, claim.from->minutes, claim.to->minutes);
  }
  return true;
}

bool holds_on_some(const HoursClaim& claim, const content::Week& week) {
  // A break is of a day that is open.
  const bool is_break = claim.kind == ClaimKind::ClosedBetween;
  return std::ranges::any_of(week, [&](const DayHours& day) {
    return holds_on(claim, day) && !(is_break && day.state == DayHours::State::Closed);
  });
}

/// A day of the claim of which it is not so; nothing: it may be so.
struct Contradiction {
  std::optional<int> day{};  ///< nothing: no day of the week is as it says
};

/// In a season, or on a date, other hours may be meant.
bool may_be_special(const HoursClaim& claim, const OpeningHours& hours, std::optional<int> day) {
  const auto in_week = [&](const content::Week& week) {
    return day ? holds_on(claim, week[static_cast<std::size_t>(*day)]) : holds_on_some(claim, week);
  };
  const auto is_in_season = [&](const content::Season& each) { return in_week(each.days); };
  const auto is_on_date = [&](const content::SpecialDay& each) {
    return !day && holds_on(claim, each.hours);
  };
  return std::ranges::any_of(hours.seasons, is_in_season) ||
         std::ranges::any_of(hours.special, is_on_date);
}

std::optional<Contradiction> contradiction(const HoursClaim& claim, const OpeningHours& hours) {
  if (claim.days.empty()) {
    if (holds_on_some(claim, hours.days) || may_be_special(claim, hours, std::nullopt)) {
      return std::nullopt;
    }
    return Contradiction{};
  }
  for (const int day : claim.days) {
    if (holds_on(claim, hours.days[static_cast<std::size_t>(day)])) continue;
    if (!may_be_special(claim, hours, day)) return Contradiction{day};
  }
  return std::nullopt;
}

bool is_on_12_hours(const HoursClaim& claim) {
  for (const auto* time : {&claim.from, &claim.to}) {
    if (*time && (*time)->style) return (*time)->style->half != TimeStyle::Half::FullDay;
  }
  return true;
}

std::string told_time(int minutes, bool on_12_hours) {
  minutes %= content::kMinutesOfDay;
  return on_12_hours ? content::time_on_12_hours(minutes) : content::time_on_24_hours(minutes);
}

std::string told_hours(const DayHours& day, bool on_12_hours) {
  if (day.state == DayHours::State::Closed) return "closed";
  if (day.state == DayHours::State::AllDay) return "open 24 hours";
  std::string text;
  for (const TimeSpan& span : day.spans) {
    text += (text.empty() ? "" : ", ") + told_time(span.open, on_12_hours) + " – " +
            told_time(span.close, on_12_hours);
  }
  return text;
}

/// What is so by the content: of the day, or of all days, each told once.
std::string truth(const OpeningHours& hours, std::optional<int> day, bool on_12_hours) {
  if (day) {
    return content::day_name(*day) + ": " +
           told_hours(hours.days[static_cast<std::size_t>(*day)], on_12_hours);
  }
  std::vector<std::string> told;
  for (const DayHours& each : hours.days) {
    std::string text = told_hours(each, on_12_hours);
    const bool is_new = std::ranges::find(told, text) == told.end();
    if (is_new && !text.empty() && each.state != DayHours::State::Closed) {
      told.push_back(std::move(text));
    }
  }
  std::string all;
  for (const std::string& each : told) all += (all.empty() ? "" : "; ") + each;
  return all;
}

/// The only time that the claim can have meant: minutes of the day.
std::optional<int> only_time(const OpeningHours& hours, const std::vector<int>& days,
                             bool is_closing) {
  std::set<int> times;
  for (int day = 0; day < kDaysOfWeek; ++day) {
    const bool is_asked = days.empty() || std::ranges::find(days, day) != days.end();
    const DayHours& each = hours.days[static_cast<std::size_t>(day)];
    if (!is_asked || each.spans.empty()) continue;
    times.insert(is_closing ? each.spans.back().close : each.spans.front().open);
  }
  return times.size() == 1 ? std::optional(*times.begin() % content::kMinutesOfDay) : std::nullopt;
}

class HoursJudge {
 public:
  HoursJudge(const Judged& judged, const std::vector<OwnHours>& all, Findings& found)
      : judged_(judged), all_(all), found_(found) {}

  void judge(std::size_t paragraph, const HoursClaim& claim) {
    // Of several hours, any may be meant.
    const std::string* path = nullptr;
    const OpeningHours* hours = nullptr;
    std::optional<Contradiction> first;
    for (const auto& [name, each] : all_) {
      const auto found = contradiction(claim, each);
      if (!found) return;
      if (first) continue;
      first = found;
      path = &name;
      hours = &each;
    }
    if (!first) return;
    Finding finding{.paragraph = paragraph, .begin = claim.begin, .end = claim.end};
    finding.said = {{"fact", *path}, {"truth", truth(*hours, first->day, is_on_12_hours(claim))}};
    narrow(claim, *hours, finding);
    if (!is_fact(judged_.reading.written(paragraph), finding.begin, finding.end)) {
      found_.push_back(std::move(finding));
    }
  }

 private:
  /// To the time that is wrong, if it is one; with the right one.
  void narrow(const HoursClaim& claim, const OpeningHours& hours, Finding& finding) const {
    const auto opens = only_time(hours, claim.days, false);
    const auto closes = only_time(hours, claim.days, true);
    const bool is_range = claim.kind == ClaimKind::OpenBetween;
    const bool may_open = claim.kind == ClaimKind::OpensAt || is_range;
    const bool may_close = claim.kind == ClaimKind::ClosesAt || is_range;
    const bool is_open_wrong = may_open && opens && !is_at(*claim.from, *opens);
    const bool is_close_wrong = may_close && closes && !is_at(*claim.to, *closes);
    for (const bool at_open : {true, false}) {
      const auto& typed = at_open ? claim.from : claim.to;
      if (!(at_open ? may_open : may_close) || !typed) continue;
      if (const auto later = with_other_half(*typed, claim, hours)) {
        return mend(*typed, *later, finding);
      }
    }
    if (is_open_wrong == is_close_wrong) return;
    mend(is_open_wrong ? *claim.from : *claim.to, is_open_wrong ? *opens : *closes, finding);
  }

  /// "5:00 am" where it closes at 5:00 pm; nothing: am for pm is not the fault.
  static std::optional<int> with_other_half(const TypedTime& typed, const HoursClaim& claim,
                                            const OpeningHours& hours) {
    HoursClaim other = claim;
    TypedTime& time = claim.from && claim.from->first == typed.first ? *other.from : *other.to;
    time.minutes = (time.minutes + content::kNoon) % content::kMinutesOfDay;
    const bool is_on_12 = typed.style && typed.style->half != TimeStyle::Half::FullDay;
    if (!is_on_12 || contradiction(other, hours)) return std::nullopt;
    return time.minutes;
  }

  void mend(const TypedTime& typed, int minutes, Finding& finding) const {
    finding.begin = typed.begin;
    finding.end = typed.end;
    if (!typed.style) return;
    finding.instead = written_time(minutes, *typed.style);
    finding.mended = written_in_place(judged_.reading.paragraphs[finding.paragraph],
                                      judged_.reading.written(finding.paragraph).text, typed,
                                      minutes, *typed.style);
  }

  const Judged& judged_;
  const std::vector<OwnHours>& all_;
  Findings& found_;
};

}  // namespace

namespace {

/// Times that are typed by hand and are so. Nothing is said of days alone: no reference tells them.
class TypedHoursJudge {
 public:
  TypedHoursJudge(const Judged& judged, const std::vector<OwnHours>& all, Findings& found)
      : judged_(judged), all_(all), found_(found) {}

  /// Of a table one is told, and not each row of it.
  void judge(const CellClaim& cell) {
    if (told_table_ == cell.table) return;
    const std::size_t count = found_.size();
    judge(cell.paragraph, cell.claim);
    if (found_.size() > count) told_table_ = cell.table;
  }

  void judge(std::size_t paragraph, const HoursClaim& claim) {
    if (!claim.from && !claim.to) return;
    for (const auto& [path, hours] : all_) {
      if (contradiction(claim, hours)) continue;
      tell(paragraph, claim, path);
      return;
    }
  }

 private:
  void tell(std::size_t paragraph, const HoursClaim& claim, const std::string& path) {
    Finding finding{.paragraph = paragraph, .begin = claim.begin, .end = claim.end};
    const std::string refer = "{" + path + ".summary}";
    finding.said = {{"fact", path}, {"refer", refer}};
    if (take_summary(path + ".summary", finding)) finding.mended = refer;
    const words::Paragraph& written = judged_.reading.written(paragraph);
    if (!is_fact(written, finding.begin, finding.end)) found_.push_back(std::move(finding));
  }

  /// The words of the summary stand round the claim, as the program would write them.
  bool take_summary(const std::string& path, Finding& finding) const {
    const std::string summary = printed_fact(*judged_.context.content, path);
    const ReadParagraph wanted = read_text(summary);
    const auto& tokens = judged_.reading.paragraphs[finding.paragraph].tokens;
    const auto& words = wanted.tokens;
    const auto first = std::search(
        tokens.begin(), tokens.end(), words.begin(), words.end(),
        [](const Token& left, const Token& right) { return left.plain == right.plain; });
    if (words.empty() || first == tokens.end()) return false;
    const auto last = first + static_cast<std::ptrdiff_t>(words.size()) - 1;
    const std::size_t begin = first->begin, end = last->end;
    if (finding.begin < begin || finding.end > end) return false;
    finding.begin = begin;
    finding.end = end;
    return true;
  }

  const Judged& judged_;
  const std::vector<OwnHours>& all_;
  Findings& found_;
  std::optional<std::size_t> told_table_;
};

}  // namespace

void judge_hours(const WordRule& rule, const Judged& judged, Findings& found) {
  const content::Content* content = judged.context.content;
  if (content == nullptr) return;
  const bool tells_same = rule.written.measure && rule.written.measure->value == "same";
  // Most texts say nothing of hours, and need not wait until these are read.
  std::optional<std::vector<OwnHours>> all;
  for (std::size_t i = 0; i < judged.reading.paragraphs.size(); ++i) {
    const std::string& text = judged.reading.written(i).text;
    for (const HoursClaim& each :
         find_hours_claims(judged.reading.paragraphs[i], text, rule.words)) {
      if (!all) all = own_hours(*content);
      if (tells_same) {
        TypedHoursJudge(judged, *all, found).judge(i, each);
      } else {
        HoursJudge(judged, *all, found).judge(i, each);
      }
    }
  }
  const std::vector<CellClaim> cells = find_hours_in_tables(judged.reading);
  if (cells.empty()) return;
  if (!all) all = own_hours(*content);
  TypedHoursJudge same(judged, *all, found);
  for (const CellClaim& each : cells) {
    if (tells_same) {
      same.judge(each);
    } else {
      HoursJudge(judged, *all, found).judge(each.paragraph, each.claim);
    }
  }
}

}  // namespace handbill::prose
