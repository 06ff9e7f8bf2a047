// SPDX-License-Identifier: MIT
// Numbers beside a word of the other number: "for 7 day", "1 weeks".
#include <array>
#include <string>

#include "prose/check_functions.h"
#include "prose/spans_of_time.h"
#include "prose/written_amounts.h"

namespace handbill::prose {
namespace {

/// What may stand behind a noun that ends a part of a sentence: "7 day trial" is none.
constexpr auto kBehindNoun = std::to_array<std::string_view>(
    {"after",      "before",   "and",     "or",    "to",  "if",       "then",  "until", "from",
     "but",        "when",     "while",   "with",  "ago", "later",    "after", "y",     "o",
     "después",    "antes",    "si",      "hasta", "con", "para",     "luego", "tras",  "más",
     "pero",       "seguidos", "between", "apart", "at",  "on",       "in",    "entre", "ahead",
     "beforehand", "prior",    "earlier", "each",  "per", "straight", "por",   "al",    "cada"});
/// What stands before a number that counts, and is no number of a place ("week 1 days").
constexpr auto kBeforeOne = std::to_array<std::string_view>(
    {"for",   "after",   "in",    "within", "every", "about",  "takes",  "take",
     "lasts", "last",    "than",  "just",   "only",  "wait",   "least",  "most",
     "by",    "next",    "first", "cada",   "por",   "en",     "dentro", "durante",
     "tras",  "después", "de",    "unas",   "solo",  "espere", "until",  "before",
     "over",  "under",   "antes", "hace",   "menos", "máximo"});

std::string with_case_of(std::string_view written, const std::string& word) {
  const bool is_capital = written.front() >= 'A' && written.front() <= 'Z';
  if (!is_capital || word.empty()) return word;
  std::string result = word;
  if (result.front() >= 'a' && result.front() <= 'z') {
    result.front() = static_cast<char>(result.front() - 'a' + 'A');
  }
  return result;
}

class NumberReader {
 public:
  explicit NumberReader(const Passage& passage) : passage_(passage) {}

  /// The number before the noun at `noun` wants it to be many.
  bool wants_many(std::size_t noun) const {
    const auto count = count_before(noun);
    if (!count || count->value < 2 || !stands_free(*count)) return false;
    const bool ends = noun + 1 >= passage_.size() || passage_.is_any(noun + 1, kBehindNoun) ||
                      passage_.is_any(noun + 1, {".", ",", ";", ":", "!", "?", ")", "…"});
    // "Week 2 day 3", "a 7-day"
    return ends && !hours_in(passage_.plain(count->first - 1)) && !passage_.touches(noun);
  }

  bool wants_one(std::size_t noun) const {
    const auto count = count_before(noun);
    if (!count || count->value != 1 || !stands_free(*count)) return false;
    const std::size_t before = count->first - 1;
    return count->first == 0 || passage_.is_any(before, kBeforeOne) ||
           passage_.is_any(before, {"(", ":", ","});
  }

 private:
  std::optional<WrittenNumber> count_before(std::size_t noun) const {
    if (noun == 0) return std::nullopt;
    if (const auto word = number_word(passage_.plain(noun - 1)); word && *word > 1) {
      return WrittenNumber{.value = double(*word), .first = noun - 1, .last = noun - 1};
    }
    const auto number = number_at(passage_, noun - 1);
    if (!number || number->is_fraction || number->decimals > 0) return std::nullopt;
    return number;
  }

  /// It is no part of a fraction, a range of which another number counts, a section ("1.1").
  bool stands_free(const WrittenNumber& count) const {
    const std::size_t before = count.first - 1;
    if (count.value != 1)
      return !passage_.is_any(before, {"/", ".", "#"}) || !passage_.touches(count.first);
    return !is_range_mark(passage_.plain(before)) &&
           !passage_.is_any(before, {"/", ".", "or", "o", "and", "y", "+", "#"});
  }

  const Passage& passage_;
};

}  // namespace

void judge_number_agreement(const WordRule& rule, const Judged& judged, Findings& found) {
  PhraseSet many;
  for (const spec::SetSpec& each : rule.written.swap) {
    many.add(read_phrase(*each.text.as_string()).value_or(Phrase{}));
  }
  const auto tell = [&](std::size_t paragraph, const Passage& passage, std::size_t noun,
                        const std::string& meant) {
    Finding finding;
    finding.paragraph = paragraph;
    finding.begin = passage.begin(noun);
    finding.end = passage.end(noun);
    finding.mended = with_case_of(passage.text(noun), meant);
    finding.instead = std::string(passage.text(noun - 1)) + " " + *finding.mended;
    finding.said["found"] = passage.text(noun - 1, noun);
    found.push_back(std::move(finding));
  };
  for (std::size_t i = 0; i < judged.reading.paragraphs.size(); ++i) {
    const Passage passage(judged.reading, i);
    const NumberReader reader(passage);
    for (const Match& each : rule.words.find(judged.reading.paragraphs[i])) {
      if (!reader.wants_many(each.first)) continue;
      tell(i, passage, each.first, *rule.written.swap[each.phrase].text.as_string());
    }
    for (const Match& each : many.find(judged.reading.paragraphs[i])) {
      if (!reader.wants_one(each.first)) continue;
      tell(i, passage, each.first, rule.written.swap[each.phrase].name);
    }
  }
}

}  // namespace handbill::prose
