// SPDX-License-Identifier: MIT
// What is said of one subject in two ways: makeup "for 24 hours" and "for 48 hours", redness that
// fades "within days" and "within 3 weeks", sunscreen among what to do and what not to do.
#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "prose/check_functions.h"
#include "prose/statements.h"

namespace handbill::prose {
namespace {

using QuantityKind = Quantity::Kind;

bool are_apart(const Quantity& one, const Quantity& other) {
  constexpr double kSlack = 1e-6;
  return one.high + kSlack < other.low || other.high + kSlack < one.low;
}

/// Neither is of a subject that the other is not of.
bool may_be_of_one(const std::set<std::string>& one, const std::set<std::string>& other) {
  return one.empty() || other.empty() || one == other;
}

/// They speak of the same at the same time.
bool may_be_compared(const Statement& one, const Statement& other) {
  if (one.document == other.document && one.paragraph == other.paragraph &&
      one.sentence == other.sentence) {
    return false;
  }
  const bool is_over = one.quantity && one.quantity->kind == QuantityKind::Over;
  if (is_over) return may_be_of_one(one.of, other.of);
  const bool is_apart = one.when != Statement::When::Unknown &&
                        other.when != Statement::When::Unknown && one.when != other.when;
  return !is_apart && may_be_of_one(one.of, other.of);
}

/// "not for 24 hours" and "after 12 hours".
bool allows_too_early(const Statement& ban, const Statement& leave) {
  const bool is_ban = ban.polarity == Polarity::DoNot && ban.quantity->kind == QuantityKind::For;
  const bool is_leave =
      leave.polarity != Polarity::DoNot && leave.quantity->kind == QuantityKind::After;
  return is_ban && is_leave && leave.quantity->high < ban.quantity->low;
}

enum class Clash { None, Doubt, Sure };

Clash clash_of_quantities(const Statement& one, const Statement& other) {
  const Quantity &first = *one.quantity, &second = *other.quantity;
  const bool is_doubtful = first.is_vague || second.is_vague || one.is_hedged || other.is_hedged;
  const Clash clash = is_doubtful ? Clash::Doubt : Clash::Sure;
  if (allows_too_early(one, other) || allows_too_early(other, one)) return clash;
  if (first.kind != second.kind) return Clash::None;
  const bool is_temperature =
      first.kind == QuantityKind::Fahrenheit || first.kind == QuantityKind::Celsius;
  if (first.kind != QuantityKind::Over && !is_temperature && one.polarity != other.polarity) {
    return Clash::None;
  }
  if (!are_apart(first, second)) return Clash::None;
  // Steps of one recipe: "Simmer for 5 minutes", "Simmer for 30 minutes".
  const bool is_one_document = one.document == other.document;
  if (is_one_document && first.kind == QuantityKind::Brief) return Clash::None;
  // One document may well name two fevers.
  if (is_temperature) return is_one_document ? Clash::None : Clash::Doubt;
  if (first.kind == QuantityKind::Brief) return Clash::Doubt;
  return clash;
}

Clash clash_of(const Statement& one, const Statement& other) {
  if (!may_be_compared(one, other)) return Clash::None;
  if (one.quantity && other.quantity) return clash_of_quantities(one, other);
  if (one.quantity || other.quantity) return Clash::None;
  const bool is_opposite = (one.polarity == Polarity::Do && other.polarity == Polarity::DoNot) ||
                           (one.polarity == Polarity::DoNot && other.polarity == Polarity::Do);
  return is_opposite ? Clash::Doubt : Clash::None;
}

std::string joined(const std::set<std::string>& words) {
  std::string all;
  for (const std::string& each : words) all += each + " ";
  return all;
}

class Comparer {
 public:
  Comparer(const WordRule& rule, std::span<const Judged> judged, Findings& found)
      : rule_(rule), judged_(judged), found_(found) {}

  void compare() {
    std::map<std::string, std::vector<Statement>> by_subject;
    for (std::size_t i = 0; i < judged_.size(); ++i) {
      const words::Words& words = judged_[i].reading.words;
      titles_.push_back(subject_of_title(words.title, words.language));
      for (Statement& each : statements_of(rule_, judged_[i])) {
        each.document = i;
        by_subject[joined(each.subject)].push_back(std::move(each));
      }
    }
    for (const auto& [subject, all] : by_subject) compare_all(all);
    compare_back_references(by_subject);
  }

 private:
  /// Each is told of once, with the first that it contradicts.
  void compare_all(const std::vector<Statement>& all) {
    for (std::size_t i = 1; i < all.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (!have_one_title(all[i], all[j])) continue;
        const Clash clash = clash_of(all[j], all[i]);
        if (clash == Clash::None) continue;
        tell(all[j], all[i], clash);
        break;
      }
    }
  }

  /// "It fades within 3 days" is of redness where redness is among what was said before.
  void compare_back_references(const std::map<std::string, std::vector<Statement>>& by_subject) {
    std::vector<Statement> ends;
    for (const auto& [subject, all] : by_subject) {
      std::ranges::copy_if(all, std::back_inserter(ends), [](const Statement& each) {
        return each.quantity && each.quantity->kind == QuantityKind::Over;
      });
    }
    std::ranges::stable_sort(ends, {}, [](const Statement& each) {
      return std::tuple(each.document, each.paragraph, each.sentence);
    });
    for (std::size_t i = 1; i < ends.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (!share_subject(ends[j], ends[i]) || !have_one_title(ends[j], ends[i])) continue;
        if (clash_of(ends[j], ends[i]) == Clash::None) continue;
        tell(ends[j], ends[i], Clash::Doubt);
        break;
      }
    }
  }

  static bool share_subject(const Statement& one, const Statement& other) {
    if (!one.refers_back && !other.refers_back) return false;
    if (one.subject == other.subject) return false;  // they were compared
    const auto shared = static_cast<std::size_t>(std::ranges::count_if(
        one.subject, [&](const std::string& each) { return other.subject.contains(each); }));
    constexpr std::size_t kEnough = 2;
    const bool is_within = (!one.refers_back && shared == one.subject.size()) ||
                           (!other.refers_back && shared == other.subject.size());
    return shared >= kEnough || is_within;
  }

  bool have_one_title(const Statement& one, const Statement& other) const {
    const auto &first = titles_[one.document], &second = titles_[other.document];
    if (one.document == other.document || first.empty() || second.empty()) return true;
    // "Chicken soup" is not of what "Chicken pie" is.
    return std::ranges::includes(first, second) || std::ranges::includes(second, first);
  }

  const words::Paragraph& paragraph(const Statement& statement) const {
    return judged_[statement.document].reading.written(statement.paragraph);
  }

  std::string text(const Statement& statement) const {
    return paragraph(statement).text.substr(statement.begin, statement.end - statement.begin);
  }

  void tell(const Statement& former, const Statement& later, Clash clash) {
    const diag::Span there = words::written_at(paragraph(former), former.begin, former.end);
    Finding finding;
    finding.document = later.document;
    finding.paragraph = later.paragraph;
    finding.begin = later.begin;
    finding.end = later.end;
    finding.message = later.quantity
                          ? "`{found}` is said here, and `{instead}` elsewhere of the same"
                          : "`{found}` is to be done in one place, and not in another";
    finding.instead = text(former);
    if (there.known()) finding.labels.push_back({there, "said here"});
    if (clash == Clash::Doubt) finding.level = Level::Consider;
    found_.push_back(std::move(finding));
  }

  const WordRule& rule_;
  std::span<const Judged> judged_;
  Findings& found_;
  std::vector<std::set<std::string>> titles_;
};

}  // namespace

void compare_statements(const WordRule& rule, std::span<const Judged> judged, Findings& found) {
  Comparer(rule, judged, found).compare();
}

}  // namespace handbill::prose
