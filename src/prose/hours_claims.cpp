// SPDX-License-Identifier: MIT
#include "prose/hours_claims.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "content/time_of_day.h"
#include "prose/clause_hours.h"
#include "prose/typed_days.h"

namespace handbill::prose {
namespace {

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

/// Whether a claim has them already.
struct DayMention : TypedDays {
  bool is_taken = false;
};

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

  void find_days() {
    for (TypedDays& each : find_typed_days(paragraph_, text_, {begin_, end_})) {
      days_.push_back({{std::move(each)}});
    }
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
      const bool is_spanish_day = (plain(i + 1) == "los" || plain(i + 1) == "el") && is_day(i + 2);
      // "cerramos a las 18:00"
      const bool is_spanish_time = plain(i + 1) == "a" &&
                                   (plain(i + 2) == "las" || plain(i + 2) == "la") &&
                                   time_at(i + 3) != nullptr;
      if (!is_spanish_day && !is_spanish_time) return std::nullopt;
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
        settle_half(*claim->from, *claim->to);
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

/// Letters that are of no European language, one at least: their first bytes.
bool has_other_letters(std::string_view text) {
  return std::ranges::any_of(text, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= 0xD8 && byte <= 0xDB) || (byte >= 0xE4 && byte <= 0xE9);
  });
}

}  // namespace

std::vector<HoursClaim> find_hours_claims(const ReadParagraph& paragraph, std::string_view text,
                                          const PhraseSet& subjects) {
  const bool may_claim_here = may_claim(paragraph);
  if (!may_claim_here && !has_other_letters(text)) return {};
  const std::vector<TypedTime> times = find_typed_times(paragraph, text);
  const std::vector<Match> own = may_claim_here ? subjects.find(paragraph) : std::vector<Match>();
  std::vector<HoursClaim> claims;
  for (const Sentence& sentence : paragraph.sentences) {
    auto found = find_clause_hours(paragraph, text, sentence.tokens, times);
    if (found.empty() && may_claim_here) {
      found = ClaimReader(paragraph, text, sentence.tokens, times, own).read();
    }
    std::ranges::move(found, std::back_inserter(claims));
  }
  return claims;
}

}  // namespace handbill::prose
