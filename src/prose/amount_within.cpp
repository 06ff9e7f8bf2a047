// SPDX-License-Identifier: MIT
// Amounts of what a rule names that are beyond its limits: doses, strengths, SPF, temperatures.
#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "prose/amount_limits.h"
#include "prose/check_functions.h"
#include "prose/times_a_day.h"

namespace handbill::prose {
namespace {

using LimitEach = AmountLimit::Each;

/// A number with its unit, or alone.
struct FoundAmount {
  WrittenNumber low{}, high{};
  const Unit* unit = nullptr;
  std::size_t first = 0, last = 0;
};

/// How many tokens may stand between a subject and its amount.
std::size_t farthest(const Unit* unit) {
  if (unit == nullptr) return 3;
  switch (unit->dimension) {
    case Dimension::Percent:
      return 2;
    case Dimension::Temperature:
      return 8;
    case Dimension::Length:
    case Dimension::Weight:
    case Dimension::Volume:
      return 16;
  }
  return 0;
}

std::size_t distance(const Match& match, const FoundAmount& amount) {
  if (amount.first > match.last) return amount.first - match.last - 1;
  return amount.last < match.first ? match.first - amount.last - 1 : 0;
}

/// The subjects of a rule in one paragraph, and what is said of how much.
class AmountJudge {
 public:
  AmountJudge(const WordRule& rule, const std::vector<std::vector<AmountLimit>>& limits,
              const Judged& judged, std::size_t paragraph, Findings& found)
      : rule_(rule),
        limits_(limits),
        passage_(judged.reading, paragraph),
        read_(judged.reading.paragraphs[paragraph]),
        paragraph_(paragraph),
        found_(found) {}

  void judge() {
    if (!passage_.may_have_numbers()) return;
    const std::vector<Match> matches = rule_.words.find(read_);
    if (matches.empty()) return;
    for (const Sentence& sentence : read_.sentences) {
      std::vector<Match> subjects;
      std::ranges::copy_if(matches, std::back_inserter(subjects), [&](const Match& each) {
        return each.first >= sentence.tokens.begin && each.last < sentence.tokens.end;
      });
      if (!subjects.empty()) judge_sentence(sentence, subjects);
    }
  }

 private:
  void judge_sentence(const Sentence& sentence, const std::vector<Match>& subjects) {
    std::vector<FoundAmount> amounts = amounts_in(sentence);
    for (std::size_t i = 0; i < amounts.size(); ++i) {
      const Match* subject = subject_of(amounts[i], subjects);
      if (subject == nullptr) continue;
      const std::size_t behind =
          i + 1 < amounts.size() ? amounts[i + 1].first : sentence.tokens.end;
      judge_amount(*subject, amounts[i], sentence, behind);
    }
  }

  std::vector<FoundAmount> amounts_in(const Sentence& sentence) const {
    std::vector<FoundAmount> amounts;
    for (std::size_t at = sentence.tokens.begin; at < sentence.tokens.end; ++at) {
      if (const auto amount = amount_at(passage_, at)) {
        amounts.push_back(
            {amount->low, amount->high, amount->unit.unit, amount->first, amount->last});
        at = amount->last;
      } else if (const auto number = number_at(passage_, at)) {
        amounts.push_back({*number, *number, nullptr, number->first, number->last});
        at = number->last;
      }
    }
    return amounts;
  }

  /// The nearest that has limits in such units; null: there is none.
  const Match* subject_of(const FoundAmount& amount, const std::vector<Match>& subjects) const {
    const Match* nearest = nullptr;
    for (const Match& each : subjects) {
      if (!has_limit(each, amount) || !is_near(each, amount)) continue;
      if (nearest == nullptr || distance(each, amount) < distance(*nearest, amount))
        nearest = &each;
    }
    return nearest;
  }

  bool has_limit(const Match& subject, const FoundAmount& amount) const {
    return std::ranges::any_of(limits_[subject.phrase],
                               [&](const AmountLimit& each) { return is_of(each, amount); });
  }

  static bool is_of(const AmountLimit& limit, const FoundAmount& amount) {
    if (limit.unit == nullptr || amount.unit == nullptr) return limit.unit == amount.unit;
    if (limit.unit->dimension == Dimension::Temperature) return limit.unit == amount.unit;
    return limit.unit->dimension == amount.unit->dimension;
  }

  bool is_near(const Match& subject, const FoundAmount& amount) const {
    // A phrase with a number in it names its own.
    const auto& places = rule_.words[subject.phrase].places;
    const bool has_number = std::ranges::any_of(
        places, [](const Place& each) { return each.choices.empty() && !each.is_gap; });
    if (has_number) return amount.first >= subject.first && amount.last <= subject.last;
    if (distance(subject, amount) > farthest(amount.unit)) return false;
    if (amount.unit != nullptr) {
      // "fades by 50% with hydrocortisone" tells of no strength.
      return amount.unit->dimension != Dimension::Percent ||
             !passage_.is_any(amount.first - 1, {"by"});
    }
    // "SPF 30", "30 SPF", and "SPF of at least 30", but not "SPF for 2 weeks".
    if (amount.last < subject.first) {
      return amount.last + 1 == subject.first && !number_at(passage_, subject.last + 1);
    }
    for (std::size_t at = subject.last + 1; at < amount.first; ++at) {
      if (!passage_.is_any(at, {"of", "de", "at", "least", "al", "menos", "-", "is", ":", "="}))
        return false;
    }
    return true;
  }

  /// `behind`: where what is said of the amount ends.
  void judge_amount(const Match& subject, const FoundAmount& amount, const Sentence& sentence,
                    std::size_t behind) {
    const TimesADay often = times_of(amount, sentence, behind);
    for (const AmountLimit& limit : limits_[subject.phrase]) {
      if (!is_of(limit, amount)) continue;
      double low = in_unit(amount.low, amount, limit), high = in_unit(amount.high, amount, limit);
      if (limit.each == LimitEach::Dose && often.is_sum) continue;
      if (limit.each == LimitEach::Day) {
        if (!often.is_sum && often.times <= 1) continue;
        // What is said of the day elsewhere in the sentence goes before a product.
        if (!often.is_sum && has_sum(sentence)) continue;
        high *= often.times;
      }
      constexpr double kRounding = 1e-9;
      const bool is_over = limit.most && high > *limit.most + kRounding;
      const bool is_under = limit.least && low < *limit.least - kRounding;
      if (!is_over && !is_under) continue;
      tell(subject, amount, limit, limit.each == LimitEach::Day ? often.times : 1);
      return;
    }
  }

  static double in_unit(const WrittenNumber& number, const FoundAmount& amount,
                        const AmountLimit& limit) {
    if (limit.unit == nullptr || limit.unit == amount.unit) return number.value;
    return number.value * amount.unit->size / limit.unit->size;
  }

  /// Said behind the amount, or of all of the sentence: "the daily dose is 5000 mg".
  TimesADay times_of(const FoundAmount& amount, const Sentence& sentence,
                     std::size_t behind) const {
    for (std::size_t at = amount.last + 1; at < behind || at < sentence.tokens.end; ++at) {
      const auto times = times_a_day_at(passage_, at);
      if (times && (at < behind || !times->is_sum)) return *times;
      if (at >= behind && passage_.is_sign(at)) break;
    }
    for (std::size_t at = sentence.tokens.begin; at < amount.first; ++at) {
      const auto times = times_a_day_at(passage_, at);
      if (times && times->is_sum) return *times;
    }
    return {};
  }

  bool has_sum(const Sentence& sentence) const {
    for (std::size_t at = sentence.tokens.begin; at < sentence.tokens.end; ++at) {
      const auto times = times_a_day_at(passage_, at);
      if (times && times->is_sum) return true;
      if (times) at = times->last;
    }
    return false;
  }

  void tell(const Match& subject, const FoundAmount& amount, const AmountLimit& limit,
            double times) {
    Finding finding;
    finding.paragraph = paragraph_;
    const std::size_t first = std::min(subject.first, amount.first);
    const std::size_t last = std::max(subject.last, amount.last);
    finding.begin = passage_.begin(first);
    finding.end = passage_.end(last);
    const bool names_unit = limit.unit != nullptr && amount.unit != nullptr;
    finding.said["limit"] = limit.written;
    finding.said["subject"] = passage_.text(subject.first, subject.last);
    finding.said["amount"] = passage_.text(amount.first, amount.last);
    if (names_unit && times > 1) {
      finding.said["amount"] = written_like(in_unit(amount.high, amount, limit) * times, 1, false) +
                               " " + std::string(limit.unit->name) + " a day";
    }
    found_.push_back(std::move(finding));
  }

  const WordRule& rule_;
  const std::vector<std::vector<AmountLimit>>& limits_;
  const Passage passage_;
  const ReadParagraph& read_;
  std::size_t paragraph_;
  Findings& found_;
};

}  // namespace

bool is_limit_value(const spec::WordRuleSpec&, std::string_view value) {
  return read_limits(value).has_value();
}

void judge_amounts(const WordRule& rule, const Judged& judged, Findings& found) {
  std::vector<std::vector<AmountLimit>> limits;
  for (const spec::SetSpec& each : rule.written.swap) {
    limits.push_back(read_limits(*each.text.as_string()).value_or(std::vector<AmountLimit>{}));
  }
  for (std::size_t i = 0; i < judged.reading.paragraphs.size(); ++i) {
    AmountJudge(rule, limits, judged, i, found).judge();
  }
}

}  // namespace handbill::prose
