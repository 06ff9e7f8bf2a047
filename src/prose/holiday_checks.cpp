// SPDX-License-Identifier: MIT
// Holidays that stand beside a day they are not on.
#include <algorithm>
#include <map>
#include <string>

#include "prose/check_functions.h"
#include "prose/date_checks.h"
#include "prose/holidays.h"

namespace handbill::prose {
namespace {

/// Words that may stand between a holiday and its day.
constexpr auto kBetweenNameAndDate = std::to_array<std::string_view>(
    {",",       "(",        ":",    "–",  "—",  "-",         "is",  "on",  "falls", "this", "year",
     "the",     "day",      "it",   "es", "el", "será",      "cae", "día", "este",  "año",  "se",
     "celebra", "observed", "will", "be", "in", "observado", "es",  "se",  "de"});
/// What makes another day of a holiday: "before Thanksgiving", "Christmas week".
constexpr auto kMovedBy = std::to_array<std::string_view>(
    {"before",    "after",  "eve",     "until",  "till",    "post",  "pre",     "week",    "since",
     "following", "around", "near",    "by",     "through", "antes", "después", "víspera", "hasta",
     "semana",    "desde",  "weekend", "except", "not",     "no",    "than"});
constexpr std::size_t kMostBetween = 4;

struct NamedHoliday {
  Match match;
  HolidayRule rule;
};

/// "Christmas Day (observed)"
bool is_all_but_observed(const ReadParagraph& read, const Match& match) {
  for (std::size_t i = 0; i < read.tokens.size(); ++i) {
    if (i >= match.first && i <= match.last) continue;
    const Token& each = read.tokens[i];
    if (each.kind != Token::Kind::Sign && each.plain != "observed" && each.plain != "day")
      return false;
  }
  return true;
}

class HolidayJudge {
 public:
  HolidayJudge(const WordRule& rule, const Judged& judged, Findings& found)
      : rule_(rule), judged_(judged), country_(country_of(judged.context)), found_(found) {}

  void judge() {
    for (std::size_t i = 0; i < judged_.reading.paragraphs.size(); ++i) judge_paragraph(i);
  }

 private:
  std::optional<HolidayRule> rule_of(const Match& match) const {
    return holiday_in(*rule_.written.swap[match.phrase].text.as_string(), country_);
  }

  void judge_paragraph(std::size_t index) {
    const std::vector<Match> matches = rule_.words.find(judged_.reading.paragraphs[index]);
    if (matches.empty()) return;
    const Passage passage(judged_.reading, index);
    const std::vector<WrittenDate> dates = dates_in(passage);
    for (const Match& each : matches) {
      const auto holiday = rule_of(each);
      if (!holiday || is_moved(passage, each) || is_inside_longer(each, matches)) continue;
      if (const auto date = date_beside(passage, each, dates)) {
        judge_date(index, {each, *holiday}, dates, *date);
      } else if (dates.empty()) {
        judge_row(index, {each, *holiday});
      }
    }
  }

  /// "Christmas" in "Christmas Eve".
  static bool is_inside_longer(const Match& match, const std::vector<Match>& matches) {
    return std::ranges::any_of(matches, [&](const Match& other) {
      const bool holds = other.first <= match.first && other.last >= match.last;
      return holds && other.last - other.first > match.last - match.first;
    });
  }

  static bool is_moved(const Passage& passage, const Match& match) {
    for (std::size_t back = 1; back <= 3 && back <= match.first; ++back) {
      const std::size_t at = match.first - back;
      if (passage.is_sign(at) && !passage.is_any(at, {"-", "–"})) return false;
      // "No sessions on Labor Day" tells its day.
      if (passage.is_any(at, kMovedBy) && (back == 1 || passage.plain(at) != "no")) return true;
    }
    return false;
  }

  static std::optional<std::size_t> date_beside(const Passage& passage, const Match& match,
                                                const std::vector<WrittenDate>& dates) {
    for (std::size_t i = 0; i < dates.size(); ++i) {
      // Of "Easter Sunday, April 4" the weekday is part of the name.
      const WrittenDate& date = dates[i];
      const std::size_t first = date.first > match.last ? date.first : date.date_first;
      if (first > match.last && joins(passage, match.last + 1, first)) return i;
    }
    for (std::size_t i = 0; i < dates.size(); ++i) {
      const bool is_before = dates[i].last < match.first;
      if (is_before && joins(passage, dates[i].last + 1, match.first) && ends_name(passage, match))
        return i;
    }
    return std::nullopt;
  }

  static bool joins(const Passage& passage, std::size_t begin, std::size_t end) {
    if (end - begin > kMostBetween || end == begin) return end == begin;
    for (std::size_t at = begin; at < end; ++at) {
      if (!passage.is_any(at, kBetweenNameAndDate)) return false;
    }
    // "Independence Day (July 4), Labor Day": what is in brackets belongs to what is before them.
    return !(passage.is_any(begin, {")"}));
  }

  /// No "Christmas party".
  static bool ends_name(const Passage& passage, const Match& match) {
    const std::size_t next = match.last + 1;
    return !passage.is_word(next) || passage.is_any(next, {"we", "our", "the", "and", "is",
                                                           "office", "observed", "estaremos", "y"});
  }

  void judge_date(std::size_t paragraph, const NamedHoliday& holiday,
                  const std::vector<WrittenDate>& dates, std::size_t index) {
    const WrittenDate& date = dates[index];
    if (!date.is_possible()) return;
    const auto year = date.year ? date.year : year_meant(judged_, paragraph, dates, index);
    if (year) {
      if (!is_on(holiday.rule, date, *year)) tell(paragraph, date, holiday, *year, std::nullopt);
      return;
    }
    if (is_on_in_any_year(holiday.rule, date)) {
      judge_next(paragraph, date, holiday);
    } else {
      tell(paragraph, date, holiday, 0, std::nullopt);
    }
  }

  void judge_next(std::size_t paragraph, const WrittenDate& date, const NamedHoliday& holiday) {
    if (!judged_.context.today) return;
    const auto next = next_occurrence(date, *judged_.context.today);
    if (next && !is_on(holiday.rule, date, next->year)) {
      tell(paragraph, date, holiday, next->year, Level::Consider);
    }
  }

  static bool is_on(const HolidayRule& rule, const WrittenDate& date, int year) {
    const auto from = date.in_year(year);
    if (!from) return true;
    const spec::Date to{from->year, from->month,
                        std::max(from->day, date.is_numeric ? 0 : date.last_day)};
    for (int in = year - 1; in <= year + 1; ++in) {
      const spec::Date on = holiday_on(rule, in), off = observed_on(rule, in);
      if ((*from <= on && on <= to) || (*from <= off && off <= to)) return true;
    }
    const spec::Date turned{year, date.day, date.month};
    return date.is_numeric && content::is_real_date(turned) && holiday_on(rule, year) == turned;
  }

  static bool is_on_in_any_year(const HolidayRule& rule, const WrittenDate& date) {
    constexpr int kFrom = 2000, kTo = 2100;
    for (int year = kFrom; year < kTo; ++year) {
      if (is_on(rule, date, year)) return true;
    }
    return false;
  }

  void tell(std::size_t paragraph, const WrittenDate& date, const NamedHoliday& holiday, int year,
            std::optional<Level> level) {
    const Passage passage(judged_.reading, paragraph);
    const auto named =
        name_.empty() ? std::string(passage.text(holiday.match.first, holiday.match.last)) : name_;
    Finding finding;
    finding.paragraph = paragraph;
    finding.begin = passage.begin(date.date_first);
    finding.end = passage.end(date.date_last);
    if (is_of_hours(passage.written(), finding.begin)) return;
    finding.level = level;
    if (year > 0) {
      const spec::Date on = holiday_on(holiday.rule, year);
      finding.instead = in_words(on);
      finding.message = "`" + named + "` is on " +
                        std::string(weekday_name(content::weekday_of(on))) +
                        ", {instead}, not on `{found}`";
      mend(finding, passage, date, on);
    } else {
      finding.message = "`" + named + "` is on `{found}` in no year";
    }
    found_.push_back(std::move(finding));
  }

  /// It comes from the special dates of opening hours, which are judged where they are written.
  bool is_of_hours(const words::Paragraph& paragraph, std::size_t begin) const {
    if (judged_.context.content == nullptr || paragraph.origins.empty()) return false;
    const text::Origin& origin = paragraph.origins.at(begin);
    return origin.fact != nullptr && judged_.context.content->types().is_hours(origin.fact->path);
  }

  /// The day of the month, where that is all that is wrong.
  static void mend(Finding& finding, const Passage& passage, const WrittenDate& date,
                   const spec::Date& on) {
    if (date.is_numeric || date.last_day != date.day || on.month != date.month || date.weekday)
      return;
    for (std::size_t at = date.date_first; at <= date.date_last; ++at) {
      const bool has_ending = passage.is_word(at + 1) && passage.touches(at + 1);
      if (passage.plain(at) != std::to_string(date.day) || has_ending) continue;
      const std::size_t begin = passage.begin(at), end = passage.end(at);
      const std::string& text = passage.written().text;
      finding.mended = text.substr(finding.begin, begin - finding.begin) + std::to_string(on.day) +
                       text.substr(end, finding.end - end);
      return;
    }
  }

  /// The holiday is all of a cell, and a date all of that beside it.
  void judge_row(std::size_t index, const NamedHoliday& holiday) {
    const words::Paragraph& own = judged_.reading.written(index);
    const ReadParagraph& read = judged_.reading.paragraphs[index];
    if (!own.cell || !is_all_but_observed(read, holiday.match)) return;
    for (const std::size_t other : {index - 1, index + 1}) {
      if (other >= judged_.reading.paragraphs.size()) continue;
      const words::Paragraph& beside = judged_.reading.written(other);
      if (!beside.cell || beside.flow != own.flow || beside.cell->row != own.cell->row) continue;
      const Passage passage(judged_.reading, other);
      const std::vector<WrittenDate> dates = dates_in(passage);
      if (dates.size() != 1 || dates[0].first != 0 || dates[0].last + 1 != passage.size()) continue;
      const Passage mine(judged_.reading, index);
      name_ = mine.text(holiday.match.first, holiday.match.last);
      judge_date(other, holiday, dates, 0);
      name_.clear();
      return;
    }
  }

  const WordRule& rule_;
  const Judged& judged_;
  const std::string country_;
  Findings& found_;
  std::string name_;  ///< of a holiday in another cell
};

}  // namespace

void judge_holidays(const WordRule& rule, const Judged& judged, Findings& found) {
  HolidayJudge(rule, judged, found).judge();
}

std::optional<spec::Date> right_holiday(const WordRule& rule, const Context& context,
                                        const NamedDays& days) {
  const ReadParagraph read = read_text(days.name);
  for (const Match& each : rule.words.find(read)) {
    const auto holiday =
        holiday_in(*rule.written.swap[each.phrase].text.as_string(), country_of(context));
    if (!holiday || !is_all_but_observed(read, each)) continue;
    for (int year = days.from.year - 1; year <= days.to.year + 1; ++year) {
      const spec::Date on = holiday_on(*holiday, year), off = observed_on(*holiday, year);
      if ((days.from <= on && on <= days.to) || (days.from <= off && off <= days.to)) {
        return std::nullopt;
      }
    }
    return holiday_on(*holiday, days.from.year);
  }
  return std::nullopt;
}

}  // namespace handbill::prose
