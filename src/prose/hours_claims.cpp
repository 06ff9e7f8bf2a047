// SPDX-License-Identifier: MIT
#include "prose/hours_claims.h"

#include <algorithm>
#include <array>
#include <utility>

#include "content/day_names.h"
#include "content/time_of_day.h"

namespace handbill::prose {
namespace {

using content::kDaysOfWeek;

enum class CueKind { Open, Close, Hours };

struct CueWord {
  std::string_view word;
  CueKind kind;
};
constexpr auto kCueWords = std::to_array<CueWord>({
    {"open", CueKind::Open},      {"opens", CueKind::Open},     {"opened", CueKind::Open},
    {"close", CueKind::Close},    {"closes", CueKind::Close},   {"closed", CueKind::Close},
    {"hours", CueKind::Hours},    {"abierto", CueKind::Open},   {"abierta", CueKind::Open},
    {"abiertos", CueKind::Open},  {"abre", CueKind::Open},      {"abrimos", CueKind::Open},
    {"atendemos", CueKind::Open}, {"cerrado", CueKind::Close},  {"cerrada", CueKind::Close},
    {"cerrados", CueKind::Close}, {"cierra", CueKind::Close},   {"cerramos", CueKind::Close},
    {"horario", CueKind::Hours},  {"horarios", CueKind::Hours},
});

template <std::size_t N>
bool is_among(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

/// Between the one that opens and "open": "we are also open", "is usually closed".
constexpr auto kBetweenHours = std::to_array<std::string_view>(
    {"is",      "are",     "be",      "will",     "stays",    "stay",    "remains", "remain",
     "also",    "now",     "usually", "normally", "always",   "still",   "only",    "not",
     "never",   "no",      "isn't",   "aren't",   "está",     "estamos", "están",   "solo",
     "también", "siempre", "nunca",   "re",       "generally"});
constexpr auto kHoursNegations = std::to_array<std::string_view>(
    {"not", "never", "isn't", "aren't", "don't", "doesn't", "no", "nunca"});
constexpr auto kUntil =
    std::to_array<std::string_view>({"until", "till", "til", "'til", "hasta", "to", "through"});
constexpr auto kFrom = std::to_array<std::string_view>({"from", "at", "desde", "a", "as", "de"});
/// Between two times.
constexpr auto kRangeWords =
    std::to_array<std::string_view>({"to", "until", "till", "through", "and", "a", "hasta", "y"});
constexpr auto kRangeSigns = std::to_array<std::string_view>({"-", "–", "—", "‑", "‐"});
/// What may stand with days and times in a line that says nothing else.
constexpr auto kBare =
    std::to_array<std::string_view>({"from", "to", "until", "till", "through", "and", "on", "at",
                                     "a", "de", "desde", "hasta", "y", "las", "la", "los", "el"});
/// Behind "close", it has an object, and nothing is said of opening hours: "close your eyes".
constexpr auto kObjects = std::to_array<std::string_view>(
    {"the",   "your",   "a",     "an",   "it",        "them", "to",  "all",   "any", "this", "that",
     "wound", "wounds", "pores", "pore", "sores",     "his",  "her", "their", "our", "la",   "el",
     "los",   "los",    "un",    "una",  "comedones", "with", "by",  "in",    "up"});

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
    {"saturdays", 5, 5}, {"sundays", 6, 6},
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
});

/// Days that stand at tokens [first, last].
struct DayMention {
  std::size_t first = 0, last = 0;
  std::vector<int> days;
  bool is_taken = false;  ///< by a claim
};

std::vector<int> days_between(int first, int last) {
  std::vector<int> days;
  for (int day = first;; day = (day + 1) % kDaysOfWeek) {
    days.push_back(day);
    if (day == last) return days;
  }
}

struct Cue {
  std::size_t first = 0, last = 0;  ///< its tokens, those of what is denied included
  CueKind kind = CueKind::Open;
  bool is_denied = false;
};

/// One sentence.
class ClaimReader {
 public:
  ClaimReader(const ReadParagraph& paragraph, std::string_view text, words::Range sentence,
              const std::vector<TypedTime>& times, const std::vector<Match>& subjects)
      : paragraph_(paragraph),
        tokens_(paragraph.tokens),
        text_(text),
        begin_(sentence.begin),
        end_(sentence.end),
        times_(times),
        subjects_(subjects) {}

  std::vector<HoursClaim> read() {
    find_days();
    const std::vector<Cue> cues = find_cues();
    // "Monday to Friday, 9 am to 6 pm; Sunday, closed": no cue stands in the first part.
    std::size_t from = cues.empty() ? end_ : last_semicolon(cues.front().first);
    if (from > begin_ && says_nothing_else(from)) {
      read_clause({begin_, begin_, CueKind::Hours}, begin_, from);
    } else {
      from = begin_;
    }
    for (std::size_t i = 0; i < cues.size(); ++i) {
      const std::size_t to = i + 1 < cues.size() ? beginning_of(cues[i + 1], cues[i]) : end_;
      read_clause(cues[i], from, to);
      from = to;
    }
    return std::move(claims_);
  }

 private:
  std::string_view plain(std::size_t i) const {
    return i < end_ ? std::string_view(tokens_[i].plain) : std::string_view();
  }

  // Days.

  void find_days() {
    for (std::size_t i = begin_; i < end_; ++i) {
      auto mention = day_at(i);
      if (!mention) continue;
      if (!days_.empty() && joins_range(days_.back().last + 1, i)) {
        days_.back().days = days_between(days_.back().days.front(), mention->days.back());
        days_.back().last = mention->last;
      } else {
        days_.push_back(*mention);
      }
      i = mention->last;
    }
  }

  /// "to" or a dash, all that stands between two days.
  bool joins_range(std::size_t first, std::size_t behind) const {
    const bool has_stop = plain(first) == "." && first + 2 == behind;
    if (has_stop) ++first;
    if (first + 1 != behind) return false;
    const std::string_view word = plain(first);
    return word == "to" || word == "through" || word == "thru" || word == "a" || word == "al" ||
           is_among(kRangeSigns, word);
  }

  std::optional<DayMention> day_at(std::size_t i) const {
    for (const DayPhrase& each : kDayPhrases) {
      std::size_t count = 0;
      while (count < each.words.size() && !each.words[count].empty() &&
             plain(i + count) == each.words[count]) {
        ++count;
      }
      const bool is_whole = count == each.words.size() || each.words[count].empty();
      if (count > 0 && is_whole) {
        return DayMention{i, i + count - 1, days_between(each.first, each.last)};
      }
    }
    if (tokens_[i].kind != Token::Kind::Word) return std::nullopt;
    const std::string_view word = plain(i);
    const auto known = std::ranges::find(kDayWords, word, &DayWord::word);
    if (known != kDayWords.end()) {
      return DayMention{i, i, days_between(known->first, known->last)};
    }
    // "sat" and "sun" are words too: as days they are written with a capital.
    const bool is_doubtful = word == "sat" || word == "sun" || word == "wed" || word == "mon";
    if (word.size() < 3 || (is_doubtful && !is_capital(i))) return std::nullopt;
    std::vector<int> days = content::days_of(word);
    if (days.empty()) return std::nullopt;
    return DayMention{i, i, std::move(days)};
  }

  bool is_capital(std::size_t i) const {
    const char first = text_[tokens_[i].begin];
    return first >= 'A' && first <= 'Z';
  }

  // Cues.

  std::vector<Cue> find_cues() const {
    std::vector<Cue> cues;
    for (std::size_t i = begin_; i < end_; ++i) {
      const auto known = std::ranges::find(kCueWords, plain(i), &CueWord::word);
      if (known == kCueWords.end()) continue;
      if (auto cue = cue_at(i, known->kind, cues.empty() ? nullptr : &cues.back())) {
        cues.push_back(*cue);
      }
    }
    return cues;
  }

  std::optional<Cue> cue_at(std::size_t i, CueKind kind, const Cue* before) const {
    Cue cue{i, i, kind};
    if (kind == CueKind::Hours && !has_hours_behind(i)) return std::nullopt;
    if (kind != CueKind::Hours && is_among(kObjects, plain(i + 1)) && !time_at(i + 2)) {
      const bool is_spanish_day = plain(i + 1) == "los" || plain(i + 1) == "el";
      if (!is_spanish_day || !is_day(i + 2)) return std::nullopt;
    }
    std::size_t at = i;
    while (at > begin_ && is_among(kBetweenHours, plain(at - 1))) {
      --at;
      cue.is_denied = cue.is_denied || is_among(kHoursNegations, plain(at));
    }
    cue.first = at;
    if (!is_own(at, before)) return std::nullopt;
    return cue;
  }

  bool is_day(std::size_t i) const {
    return std::ranges::any_of(
        days_, [&](const DayMention& day) { return day.first <= i && i <= day.last; });
  }

  const TypedTime* time_at(std::size_t i) const {
    const auto found = std::ranges::find(times_, i, &TypedTime::first);
    return found == times_.end() || i >= end_ ? nullptr : &*found;
  }

  /// What stands before token `at` is the organisation, a day, or nothing; or "and", behind a
  /// claim.
  bool is_own(std::size_t at, const Cue* before) const {
    if (at == begin_) return true;
    const std::string_view word = plain(at - 1);
    if (is_day(at - 1) || word == ":" || word == ";") return true;
    const bool joins = word == "and" || word == "but" || word == "y" || word == "pero" ||
                       word == "," || word == "o" || word == "or";
    if (joins && (before != nullptr || is_own_before(at - 1))) return true;
    return std::ranges::any_of(subjects_, [&](const Match& each) { return each.last + 1 == at; });
  }

  /// "On Saturdays, closed".
  bool is_own_before(std::size_t sign) const { return sign > begin_ && is_day(sign - 1); }

  bool has_hours_behind(std::size_t i) const {
    for (const TypedTime& time : times_) {
      if (time.first > i && time.first < end_) return true;
    }
    return plain(i + 1) == ":" || is_day(i + 1);
  }

  /// Days and times with the words between them, from the beginning to `end`.
  bool says_nothing_else(std::size_t end) const {
    std::size_t times = 0;
    for (std::size_t i = begin_; i < end; ++i) {
      if (const TypedTime* time = time_at(i)) {
        ++times;
        i = time->last;
      } else if (tokens_[i].kind == Token::Kind::Word && !is_day(i) && !is_among(kBare, plain(i))) {
        return false;
      }
    }
    return times >= 1 && !days_.empty();
  }

  /// The last before a token; the beginning: there is none.
  std::size_t last_semicolon(std::size_t before) const {
    while (before > begin_ && plain(before) != ";") --before;
    return before;
  }

  /// Days before a cue are of its clause: "and on Saturdays we close at noon".
  std::size_t beginning_of(const Cue& cue, const Cue& before) const {
    for (std::size_t i = cue.first; i > before.last + 1; --i) {
      const std::string_view word = plain(i - 1);
      if (word == "," || word == ";" || word == "and" || word == "but" || word == "y") return i;
    }
    return cue.first;
  }

  // Clauses.

  void read_clause(const Cue& cue, std::size_t from, std::size_t to) {
    std::vector<int> days;
    std::pair<std::size_t, std::size_t> place{cue.first, cue.last};
    bool has_place = false;
    for (const DayMention& each : days_) {
      if (each.first < from || each.last >= to) continue;
      days.insert(days.end(), each.days.begin(), each.days.end());
      place = {has_place ? place.first : each.first, each.last};
      has_place = true;
    }
    const bool closes = (cue.kind == CueKind::Close) != cue.is_denied;
    HoursClaim claim{.days = days};
    claim.begin = tokens_[place.first].begin;
    claim.end = tokens_[std::min(place.second, end_ - 1)].end;
    const std::size_t count = claims_.size();
    if (is_all_day(cue.last + 1)) {
      claim.kind = HoursClaim::Kind::AllDay;
      claim.begin = tokens_[cue.last].begin;
      claim.end = tokens_[cue.last + 2].end;
      if (!closes) claims_.push_back(claim);
      return;
    }
    read_times(cue, closes, {from, to});
    const bool has_times = claims_.size() > count || std::ranges::any_of(times_, [&](auto& time) {
                             return time.first >= from && time.last < to;
                           });
    if (has_times || days.empty()) return;
    last_days_ = days;
    if (cue.kind == CueKind::Hours) return;
    claim.kind = closes ? HoursClaim::Kind::ClosedOn : HoursClaim::Kind::OpenOn;
    claims_.push_back(std::move(claim));
  }

  bool is_all_day(std::size_t i) const {
    return plain(i) == "24" &&
           (plain(i + 1) == "hours" || plain(i + 1) == "horas" || plain(i + 1) == "/");
  }

  /// A time, or a number alone where one must stand.
  std::optional<TypedTime> any_time(std::size_t i) const {
    if (const TypedTime* time = time_at(i)) return *time;
    if (i >= end_) return std::nullopt;
    auto bare = read_bare_hour(paragraph_, i);
    // "5 days", "8 chairs": a word behind it says what it counts.
    const bool is_counted = i + 1 < end_ && tokens_[i + 1].kind == Token::Kind::Word &&
                            !is_among(kRangeWords, plain(i + 1)) &&
                            !is_among(kBare, plain(i + 1)) && !is_day(i + 1);
    return bare && !is_counted ? bare : std::nullopt;
  }

  /// Where a second time stands behind one that ends at token `last`: "– 5 pm", "to 5 pm".
  std::optional<TypedTime> end_of_range(std::size_t last) const {
    std::size_t at = last + 1;
    const bool joins = is_among(kRangeSigns, plain(at)) || is_among(kRangeWords, plain(at));
    if (!joins) return std::nullopt;
    ++at;
    while (plain(at) == "las" || plain(at) == "la") ++at;
    return any_time(at);
  }

  void read_times(const Cue& cue, bool closes, words::Range clause) {
    const bool is_heading = cue.last == begin_ && cue.kind == CueKind::Hours;
    std::size_t behind = clause.begin;  ///< the times before
    for (std::size_t i = is_heading ? begin_ : cue.last + 1; i < clause.end; ++i) {
      const auto time = any_time(i);
      if (!time) continue;
      const auto end = end_of_range(time->last);
      const bool is_surely_time = time_at(i) != nullptr || (end && end->style);
      std::size_t before = i;
      while (before > begin_ && (plain(before - 1) == "las" || plain(before - 1) == "la")) --before;
      const std::string_view word = before > begin_ ? plain(before - 1) : std::string_view();
      const bool follows_cue = before == cue.last + 1;
      std::optional<HoursClaim> claim;
      if (end && (is_surely_time || is_among(kFrom, word) || follows_cue || is_day(before - 1))) {
        claim =
            HoursClaim{closes ? HoursClaim::Kind::ClosedBetween : HoursClaim::Kind::OpenBetween};
        claim->from = time;
        claim->to = end;
        take_half(*claim->from, *claim->to);
      } else if (is_among(kUntil, word)) {
        if (!closes) claim = HoursClaim{HoursClaim::Kind::ClosesAt};
        if (claim) claim->to = time;
      } else if (is_among(kFrom, word) || (is_surely_time && follows_cue)) {
        claim = at_time(cue, closes, *time);
      }
      const std::size_t last = claim && end && claim->from && claim->to ? end->last : time->last;
      if (claim) add(std::move(*claim), {behind, i}, last + 1, clause.end);
      if (claim || is_surely_time) behind = last + 1;
      i = last;
    }
  }

  std::optional<HoursClaim> at_time(const Cue& cue, bool closes, const TypedTime& time) const {
    HoursClaim claim;
    if (cue.kind == CueKind::Open && !closes) {
      claim.kind = HoursClaim::Kind::OpensAt;
      claim.from = time;
      return claim;
    }
    // "Closed from 24 December" says when, and not when it closes.
    const std::string_view word = plain(cue.last);
    const bool is_verb = word != "closed" && !word.starts_with("cerrad");
    if (cue.kind != CueKind::Close || !closes || !is_verb) return std::nullopt;
    claim.kind = HoursClaim::Kind::ClosesAt;
    claim.to = time;
    return claim;
  }

  /// With the days that stand before its times, else with those behind them, else with those of
  /// the claim before.
  void add(HoursClaim claim, words::Range before, std::size_t behind, std::size_t end) {
    take_days(before.begin, before.end, claim);
    std::size_t next = behind;
    while (next < end && time_at(next) == nullptr) ++next;
    if (claim.days.empty()) take_days(behind, next, claim);
    if (claim.days.empty()) claim.days = last_days_;
    last_days_ = claim.days;
    claim.begin = (claim.from ? *claim.from : *claim.to).begin;
    claim.end = (claim.to ? *claim.to : *claim.from).end;
    claims_.push_back(std::move(claim));
  }

  void take_days(std::size_t from, std::size_t to, HoursClaim& claim) {
    for (DayMention& each : days_) {
      if (each.first < from || each.last >= to || each.is_taken) continue;
      claim.days.insert(claim.days.end(), each.days.begin(), each.days.end());
      each.is_taken = true;
    }
  }

  /// "8 to 5 pm", "1–5 pm": the first time is before the second.
  static void take_half(TypedTime& from, TypedTime& to) {
    if (from.is_half_known && !to.is_half_known && to.minutes <= from.minutes) {
      to.minutes += content::kNoon;
      to.is_half_known = true;
    }
    if (from.is_half_known || !to.is_half_known) return;
    const int later = from.minutes + content::kNoon;
    if (from.minutes < content::kNoon && later < to.minutes) {
      // "8 to 5 pm" is from morning on, "1 to 5 pm" is not.
      constexpr int kEarliest = 6 * 60;
      if (from.minutes < kEarliest) from.minutes = later;
    } else if (from.minutes == content::kNoon && to.minutes > content::kNoon) {
      from.minutes = content::kNoon;
    }
    from.is_half_known = true;
  }

  const ReadParagraph& paragraph_;
  const std::vector<Token>& tokens_;
  std::string_view text_;
  std::size_t begin_, end_;
  const std::vector<TypedTime>& times_;
  const std::vector<Match>& subjects_;
  std::vector<DayMention> days_;
  std::vector<int> last_days_;
  std::vector<HoursClaim> claims_;
};

/// A line of days and times alone is short.
constexpr std::size_t kMostBareTokens = 60;

bool may_claim(const ReadParagraph& paragraph) {
  const bool is_short = paragraph.tokens.size() <= kMostBareTokens;
  return std::ranges::any_of(paragraph.tokens, [&](const Token& token) {
    if (token.kind == Token::Kind::Number) return is_short;
    return std::ranges::find(kCueWords, token.plain, &CueWord::word) != kCueWords.end();
  });
}

}  // namespace

std::vector<HoursClaim> find_hours_claims(const ReadParagraph& paragraph, std::string_view text,
                                          const PhraseSet& subjects) {
  if (!may_claim(paragraph)) return {};
  const std::vector<TypedTime> times = find_typed_times(paragraph, text);
  const std::vector<Match> own = subjects.find(paragraph);
  std::vector<HoursClaim> claims;
  for (const Sentence& sentence : paragraph.sentences) {
    for (HoursClaim& each : ClaimReader(paragraph, text, sentence.tokens, times, own).read()) {
      claims.push_back(std::move(each));
    }
  }
  return claims;
}

}  // namespace handbill::prose
