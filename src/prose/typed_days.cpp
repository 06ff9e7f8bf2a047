// SPDX-License-Identifier: MIT
#include "prose/typed_days.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "content/day_names.h"
#include "prose/word_list.h"

namespace handbill::prose {
namespace {

struct DayWord {
  std::string_view word;
  int first, last;
};
/// English ones are asked of content::days_of.
constexpr auto kDayWords = std::to_array<DayWord>({
    {"lunes", 0, 0},     {"martes", 1, 1},     {"miércoles", 2, 2}, {"jueves", 3, 3},
    {"viernes", 4, 4},   {"sábado", 5, 5},     {"sábados", 5, 5},   {"domingo", 6, 6},
    {"domingos", 6, 6},  {"weekend", 5, 6},    {"weekends", 5, 6},  {"weekday", 0, 4},
    {"weekdays", 0, 4},  {"daily", 0, 6},      {"everyday", 0, 6},  {"mondays", 0, 0},
    {"tuesdays", 1, 1},  {"wednesdays", 2, 2}, {"thursdays", 3, 3}, {"fridays", 4, 4},
    {"saturdays", 5, 5}, {"sundays", 6, 6},    {"الإثنين", 0, 0},   {"الاثنين", 0, 0},
    {"الثلاثاء", 1, 1},  {"الأربعاء", 2, 2},   {"الاربعاء", 2, 2},  {"الخميس", 3, 3},
    {"الجمعة", 4, 4},    {"السبت", 5, 5},      {"الأحد", 6, 6},     {"الاحد", 6, 6},
    {"يوميا", 0, 6},     {"يوميًا", 0, 6},      {"يومياً", 0, 6},
});

struct DayPhrase {
  std::array<std::string_view, 4> words;
  int first, last;
};
constexpr auto kDayPhrases = std::to_array<DayPhrase>({
    {{"every", "day"}, 0, 6},
    {{"seven", "days", "a", "week"}, 0, 6},
    {{"7", "days", "a", "week"}, 0, 6},
    {{"todos", "los", "días"}, 0, 6},
    {{"los", "siete", "días"}, 0, 6},
    {{"fines", "de", "semana"}, 5, 6},
    {{"fin", "de", "semana"}, 5, 6},
    {{"entre", "semana"}, 0, 4},
    {{"كل", "يوم"}, 0, 6},
    {{"طوال", "الأسبوع"}, 0, 6},
    {{"每", "天"}, 0, 6},
    {{"每", "日"}, 0, 6},
    {{"周", "末"}, 5, 6},
    {{"工", "作", "日"}, 0, 4},
});

/// Behind 周, 星期 and 礼拜.
constexpr auto kChineseDays =
    std::to_array<std::string_view>({"一", "二", "三", "四", "五", "六", "日"});

std::vector<int> days_between(int first, int last) {
  std::vector<int> days;
  for (int day = first;; day = (day + 1) % content::kDaysOfWeek) {
    days.push_back(day);
    if (day == last) return days;
  }
}

class DayFinder {
 public:
  DayFinder(const ReadParagraph& paragraph, std::string_view text, words::Range tokens)
      : tokens_(paragraph.tokens), text_(text), begin_(tokens.begin), end_(tokens.end) {}

  std::vector<TypedDays> find() const {
    std::vector<TypedDays> found;
    for (std::size_t i = begin_; i < end_; ++i) {
      const bool follows = !found.empty() && joins_range(found.back().last + 1, i);
      auto days = day_at(i);
      // "周一至五"
      if (!days && follows) days = chinese_day(i, i);
      if (!days) continue;
      if (follows) {
        found.back().days = days_between(found.back().days.front(), days->days.back());
        found.back().last = days->last;
      } else {
        found.push_back(*days);
      }
      i = days->last;
    }
    return found;
  }

 private:
  std::string_view plain(std::size_t i) const {
    return i < end_ ? std::string_view(tokens_[i].plain) : std::string_view();
  }

  /// "to" or a dash, all that stands between two days.
  bool joins_range(std::size_t first, std::size_t behind) const {
    constexpr auto kJoins =
        std::to_array<std::string_view>({"to", "through", "thru", "a", "al", "-", "–", "—", "‑",
                                         "‐", "~", "～", "至", "到", "إلى", "الى", "حتى"});
    const bool has_stop = plain(first) == "." && first + 2 == behind;
    if (has_stop) ++first;
    return first + 1 == behind && is_in(kJoins, plain(first));
  }

  std::optional<TypedDays> day_at(std::size_t i) const {
    for (const DayPhrase& each : kDayPhrases) {
      std::size_t count = 0;
      while (count < each.words.size() && !each.words[count].empty() &&
             plain(i + count) == each.words[count]) {
        ++count;
      }
      const bool is_whole = count == each.words.size() || each.words[count].empty();
      if (count > 0 && is_whole) {
        return TypedDays{i, i + count - 1, days_between(each.first, each.last)};
      }
    }
    if (plain(i) == "周") return chinese_day(i, i + 1);
    const bool is_week =
        (plain(i) == "星" && plain(i + 1) == "期") || (plain(i) == "礼" && plain(i + 1) == "拜");
    return is_week ? chinese_day(i, i + 2) : word_at(i);
  }

  std::optional<TypedDays> word_at(std::size_t i) const {
    if (tokens_[i].kind != Token::Kind::Word) return std::nullopt;
    std::string_view word = plain(i);
    // "and" is written with the word behind it.
    constexpr std::string_view kArabicAnd = "و";
    if (word.starts_with(kArabicAnd)) word.remove_prefix(kArabicAnd.size());
    const auto known = std::ranges::find(kDayWords, word, &DayWord::word);
    if (known != kDayWords.end()) return TypedDays{i, i, days_between(known->first, known->last)};
    // "sat" and "sun" are words too: as days they are written with a capital.
    const bool is_doubtful = word == "sat" || word == "sun" || word == "wed" || word == "mon";
    if (word.size() < 3 || (is_doubtful && !is_capital(i))) return std::nullopt;
    std::vector<int> days = content::days_of(word);
    if (days.empty()) return std::nullopt;
    return TypedDays{i, i, std::move(days)};
  }

  /// The day whose number stands at token `last`. "一周一次" is once a week.
  std::optional<TypedDays> chinese_day(std::size_t first, std::size_t last) const {
    const std::string_view word = plain(last) == "天" ? "日" : plain(last);
    const auto* const day = std::ranges::find(kChineseDays, word);
    constexpr auto kCounted = std::to_array<std::string_view>({"次", "回", "个", "两"});
    if (day == kChineseDays.end() || is_in(kCounted, plain(last + 1))) return std::nullopt;
    if (first > begin_ && first != last) {
      const Token& before = tokens_[first - 1];
      constexpr auto kWeeks = std::to_array<std::string_view>({"两", "几", "第"});
      const bool counts_weeks = before.kind == Token::Kind::Number || is_in(kWeeks, before.plain) ||
                                is_in(kChineseDays, before.plain);
      if (counts_weeks) return std::nullopt;
    }
    const int number = static_cast<int>(day - kChineseDays.begin());
    return TypedDays{first, last, {number}};
  }

  bool is_capital(std::size_t i) const {
    const char first = text_[tokens_[i].begin];
    return first >= 'A' && first <= 'Z';
  }

  const std::vector<Token>& tokens_;
  std::string_view text_;
  std::size_t begin_, end_;
};

}  // namespace

std::vector<TypedDays> find_typed_days(const ReadParagraph& paragraph, std::string_view text,
                                       words::Range tokens) {
  return DayFinder(paragraph, text, tokens).find();
}

}  // namespace handbill::prose
