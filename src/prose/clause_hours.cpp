// SPDX-License-Identifier: MIT
#include "prose/clause_hours.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "prose/typed_days.h"
#include "prose/word_list.h"

namespace handbill::prose {
namespace {

enum class ClauseCue { None, Open, Close, Hours };

struct CuePhrase {
  std::array<std::string_view, 4> words;
  ClauseCue cue;
};
/// The longest that begin alike first.
constexpr auto kCuePhrases = std::to_array<CuePhrase>({
    {{"营", "业", "时", "间"}, ClauseCue::Hours},
    {{"门", "诊", "时", "间"}, ClauseCue::Hours},
    {{"开", "放", "时", "间"}, ClauseCue::Hours},
    {{"办", "公", "时", "间"}, ClauseCue::Hours},
    {{"服", "务", "时", "间"}, ClauseCue::Hours},
    {{"不", "营", "业"}, ClauseCue::Close},
    {{"不", "开", "门"}, ClauseCue::Close},
    {{"不", "开", "诊"}, ClauseCue::Close},
    {{"不", "开", "放"}, ClauseCue::Close},
    {{"关", "门"}, ClauseCue::Close},
    {{"关", "闭"}, ClauseCue::Close},
    {{"停", "诊"}, ClauseCue::Close},
    {{"休", "诊"}, ClauseCue::Close},
    {{"休", "业"}, ClauseCue::Close},
    {{"休", "息"}, ClauseCue::Close},
    {{"午", "休"}, ClauseCue::Close},
    {{"打", "烊"}, ClauseCue::Close},
    {{"营", "业"}, ClauseCue::Open},
    {{"开", "门"}, ClauseCue::Open},
    {{"开", "放"}, ClauseCue::Open},
    {{"开", "诊"}, ClauseCue::Open},
    {{"ساعات", "العمل"}, ClauseCue::Hours},
    {{"أوقات", "العمل"}, ClauseCue::Hours},
    {{"ساعات", "الدوام"}, ClauseCue::Hours},
    {{"أوقات", "الدوام"}, ClauseCue::Hours},
    {{"مواعيد", "العمل"}, ClauseCue::Hours},
    {{"لا", "نعمل"}, ClauseCue::Close},
    {{"لا", "نفتح"}, ClauseCue::Close},
    {{"لا", "تعمل"}, ClauseCue::Close},
    {{"لا", "تفتح"}, ClauseCue::Close},
    {{"مغلق"}, ClauseCue::Close},
    {{"مغلقة"}, ClauseCue::Close},
    {{"مغلقون"}, ClauseCue::Close},
    {{"نغلق"}, ClauseCue::Close},
    {{"تغلق"}, ClauseCue::Close},
    {{"يغلق"}, ClauseCue::Close},
    {{"نفتح"}, ClauseCue::Open},
    {{"تفتح"}, ClauseCue::Open},
    {{"يفتح"}, ClauseCue::Open},
    {{"مفتوح"}, ClauseCue::Open},
    {{"مفتوحة"}, ClauseCue::Open},
    {{"مفتوحون"}, ClauseCue::Open},
    {{"نعمل"}, ClauseCue::Open},
    {{"تعمل"}, ClauseCue::Open},
});

constexpr auto kClauseEnds =
    std::to_array<std::string_view>({",", ";", "，", "；", "،", "؛", "و", "但", "而"});
constexpr auto kJoins = std::to_array<std::string_view>(
    {"-", "–", "—", "‑", "‐", "~", "～", "至", "到", "إلى", "الى", "حتى", "لغاية"});
/// What may stand with days and times alone.
constexpr auto kFillers = std::to_array<std::string_view>(
    {"من", "الساعة", "يوم", "أيام", "每", "从", "和", "及", "与", "و"});
/// All but these days are meant.
constexpr auto kExceptions = std::to_array<std::string_view>({"除", "باستثناء", "عدا"});

class ClauseReader {
 public:
  ClauseReader(const ReadParagraph& paragraph, std::string_view text, words::Range sentence,
               const std::vector<TypedTime>& times)
      : tokens_(paragraph.tokens),
        sentence_(sentence),
        times_(times),
        days_(find_typed_days(paragraph, text, sentence)) {}

  std::vector<HoursClaim> read() {
    cue_ = cue_in(sentence_).value_or(ClauseCue::None);
    if (cue_ == ClauseCue::None && !says_nothing_else()) return {};
    for (std::size_t i = sentence_.begin; i < sentence_.end; ++i) {
      if (is_in(kExceptions, plain(i))) return {};
    }
    // What the first clause says is so until another says something else.
    for (std::size_t i = sentence_.begin; i < sentence_.end;) {
      std::size_t end = i;
      while (end < sentence_.end && !ends_clause(end)) ++end;
      read_clause({i, end});
      i = end + 1;
    }
    return std::move(claims_);
  }

 private:
  std::string_view plain(std::size_t i) const {
    return i < sentence_.end ? std::string_view(tokens_[i].plain) : std::string_view();
  }
  const TypedTime* time_at(std::size_t i) const {
    const auto found = std::ranges::find(times_, i, &TypedTime::first);
    return found == times_.end() || i >= sentence_.end ? nullptr : &*found;
  }
  const TypedDays* days_at(std::size_t i) const {
    const auto found = std::ranges::find(days_, i, &TypedDays::first);
    return found == days_.end() ? nullptr : &*found;
  }
  bool ends_clause(std::size_t i) const { return is_in(kClauseEnds, plain(i)); }

  /// Its tokens behind the first; nothing: none begins there.
  std::optional<std::pair<ClauseCue, std::size_t>> cue_at(std::size_t i) const {
    for (const CuePhrase& each : kCuePhrases) {
      std::size_t count = 0;
      while (count < each.words.size() && !each.words[count].empty() &&
             plain(i + count) == each.words[count]) {
        ++count;
      }
      const bool is_whole = count == each.words.size() || each.words[count].empty();
      if (count > 0 && is_whole) return std::pair(each.cue, count);
    }
    return std::nullopt;
  }

  std::optional<ClauseCue> cue_in(words::Range range) const {
    for (std::size_t i = range.begin; i < range.end; ++i) {
      if (const auto cue = cue_at(i)) return cue->first;
    }
    return std::nullopt;
  }

  /// Days and times alone: "周一至周五 8:00–17:00".
  bool says_nothing_else() const {
    bool has_times = false;
    for (std::size_t i = sentence_.begin; i < sentence_.end; ++i) {
      if (const TypedTime* time = time_at(i)) {
        has_times = true;
        i = time->last;
      } else if (const TypedDays* days = days_at(i)) {
        i = days->last;
      } else if (tokens_[i].kind == Token::Kind::Word && !is_in(kFillers, plain(i)) &&
                 !is_in(kJoins, plain(i))) {
        return false;
      }
    }
    return has_times && !days_.empty();
  }

  void read_clause(words::Range clause) {
    std::vector<int> days;
    std::optional<words::Range> place;
    for (const TypedDays& each : days_) {
      if (each.first < clause.begin || each.last >= clause.end) continue;
      days.insert(days.end(), each.days.begin(), each.days.end());
      place = {place ? place->begin : each.first, each.last};
    }
    const auto own_cue = cue_in(clause);
    const bool is_hours = cue_ == ClauseCue::Hours && !own_cue;
    const ClauseCue cue = own_cue.value_or(is_hours ? ClauseCue::Hours : cue_);
    if (!days.empty()) last_days_ = days;
    if (!read_times(clause, cue) && place && own_cue && cue != ClauseCue::Hours) {
      // "每天休息" is advice to rest.
      const bool is_rest = days.size() == 7 && cue == ClauseCue::Close;
      if (!is_rest) add_days(cue, days, *place);
    }
  }

  void add_days(ClauseCue cue, const std::vector<int>& days, words::Range place) {
    HoursClaim claim{cue == ClauseCue::Close ? HoursClaim::Kind::ClosedOn
                                             : HoursClaim::Kind::OpenOn};
    claim.days = days;
    claim.begin = tokens_[place.begin].begin;
    claim.end = tokens_[place.end].end;
    claims_.push_back(std::move(claim));
  }

  /// False: there are none.
  bool read_times(words::Range clause, ClauseCue cue) {
    bool has_times = false;
    for (std::size_t i = clause.begin; i < clause.end; ++i) {
      const TypedTime* from = time_at(i);
      if (from == nullptr) continue;
      has_times = true;
      const TypedTime* to = end_of_range(from->last + 1);
      if (to != nullptr && to->last < clause.end) {
        add_range(*from, *to, cue);
        i = to->last;
        continue;
      }
      const bool is_until = i > clause.begin && is_in(kJoins, before_time(i));
      add_time(*from, is_until ? ClauseCue::Close : cue, cue);
      i = from->last;
    }
    return has_times;
  }

  /// "الساعة" says that a time follows.
  std::string_view before_time(std::size_t i) const {
    const std::size_t at = i > sentence_.begin && plain(i - 1) == "الساعة" ? i - 1 : i;
    return at > sentence_.begin ? plain(at - 1) : std::string_view();
  }

  const TypedTime* end_of_range(std::size_t i) const {
    if (!is_in(kJoins, plain(i))) return nullptr;
    return time_at(plain(i + 1) == "الساعة" ? i + 2 : i + 1);
  }

  void add_range(const TypedTime& from, const TypedTime& to, ClauseCue cue) {
    HoursClaim claim{cue == ClauseCue::Close ? HoursClaim::Kind::ClosedBetween
                                             : HoursClaim::Kind::OpenBetween};
    claim.from = from;
    claim.to = to;
    settle_half(*claim.from, *claim.to);
    claim.begin = from.begin;
    claim.end = to.end;
    claim.days = last_days_;
    claims_.push_back(std::move(claim));
  }

  /// `kind` says what happens at the time: the end of what is open, too.
  void add_time(const TypedTime& time, ClauseCue kind, ClauseCue cue) {
    if (cue == ClauseCue::Hours || cue == ClauseCue::None) return;
    const bool closes = kind == ClauseCue::Close;
    if (closes && cue == ClauseCue::Close && is_in_range_of_rest()) return;
    HoursClaim claim{closes ? HoursClaim::Kind::ClosesAt : HoursClaim::Kind::OpensAt};
    (closes ? claim.to : claim.from) = time;
    claim.begin = time.begin;
    claim.end = time.end;
    claim.days = last_days_;
    claims_.push_back(std::move(claim));
  }

  /// "午休" begins at noon, and is no end of the day.
  bool is_in_range_of_rest() const {
    for (std::size_t i = sentence_.begin; i < sentence_.end; ++i) {
      if (plain(i) == "休") return true;
    }
    return false;
  }

  const std::vector<Token>& tokens_;
  words::Range sentence_;
  const std::vector<TypedTime>& times_;
  std::vector<TypedDays> days_;
  ClauseCue cue_ = ClauseCue::None;
  std::vector<int> last_days_;
  std::vector<HoursClaim> claims_;
};

/// Some of it is in ideographs or Arabic letters.
bool may_say_hours(const ReadParagraph& paragraph, words::Range sentence) {
  for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
    const std::string& word = paragraph.tokens[i].plain;
    const auto first = static_cast<unsigned char>(word.empty() ? 'a' : word.front());
    // U+0600 to U+06FF begin with D8 to DB, U+4E00 to U+9FFF with E4 to E9.
    if ((first >= 0xD8 && first <= 0xDB) || (first >= 0xE4 && first <= 0xE9)) return true;
  }
  return false;
}

}  // namespace

std::vector<HoursClaim> find_clause_hours(const ReadParagraph& paragraph, std::string_view text,
                                          words::Range sentence,
                                          const std::vector<TypedTime>& times) {
  if (!may_say_hours(paragraph, sentence)) return {};
  return ClauseReader(paragraph, text, sentence, times).read();
}

}  // namespace handbill::prose
