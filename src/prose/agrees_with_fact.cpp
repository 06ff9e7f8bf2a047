// SPDX-License-Identifier: MIT
// The check `agrees-with-fact`: what is typed by hand, held against the facts.
#include <algorithm>
#include <array>

#include "prose/check_functions.h"
#include "prose/compare_facts.h"
#include "prose/own_facts.h"

namespace handbill::prose {
namespace {

struct FactComparer {
  std::string_view type;  ///< as `facts` names it
  void (*compare)(const WordRule&, const Judged&, Comparison&);
};
constexpr auto kFactComparers = std::to_array<FactComparer>({
    {"phone", compare_phones},
    {"mail", compare_mail},
    {"web", compare_sites},
    {"address", compare_addresses},
    {"money", compare_prices},
    {"name", compare_names},
});

struct AgreementName {
  std::string_view name;  ///< as `measure` has it
  Agreement agreement;
};
constexpr auto kAgreements = std::to_array<AgreementName>({
    {"same", Agreement::Same},
    {"slip", Agreement::Slip},
    {"other", Agreement::Other},
    {"blank", Agreement::Blank},
});

bool is_asked(const WordRule& rule, Agreement agreement) {
  if (!rule.written.measure) return false;
  const auto found =
      std::ranges::find(kAgreements, rule.written.measure->value, &AgreementName::name);
  return found != kAgreements.end() && found->agreement == agreement;
}

/// "the clinic’s"; without an organisation "the project’s".
std::string whose(const Compared& compared) {
  return (compared.organisation.empty() ? "the project" : compared.organisation) + "’s";
}

Finding finding_of(const Compared& compared) {
  Finding finding{.paragraph = compared.paragraph, .begin = compared.begin, .end = compared.end};
  finding.instead = compared.is;
  finding.said = {{"fact", compared.fact}, {"refer", compared.refer}, {"whose", whose(compared)}};
  const bool is_surely_meant =
      compared.agreement == Agreement::Same || compared.agreement == Agreement::Slip;
  if (is_surely_meant && !compared.refer.empty()) finding.mended = compared.refer;
  return finding;
}

}  // namespace

std::size_t slips_between(std::string_view one, std::string_view other, std::size_t most) {
  const std::size_t longer = std::max(one.size(), other.size());
  if (longer - std::min(one.size(), other.size()) > most) return most + 1;
  // Optimal string alignment: rows of the two letters before, of the letter before, and its own.
  std::vector<std::size_t> before(other.size() + 1), last(other.size() + 1), row(other.size() + 1);
  for (std::size_t j = 0; j <= other.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= one.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= other.size(); ++j) {
      const bool is_same = one[i - 1] == other[j - 1];
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (is_same ? 0U : 1U)});
      const bool is_swapped =
          i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
      if (is_swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, row);
  }
  return std::min(last[other.size()], most + 1);
}

void judge_agreement(const WordRule& rule, const Judged& judged, Findings& found) {
  if (judged.context.content == nullptr) return;
  Comparison compared;
  for (const spec::Text& type : rule.written.facts) {
    const auto comparer = std::ranges::find(kFactComparers, type.value, &FactComparer::type);
    if (comparer != kFactComparers.end()) comparer->compare(rule, judged, compared);
  }
  for (const Compared& each : compared) {
    const words::Paragraph& paragraph = judged.reading.written(each.paragraph);
    if (!is_asked(rule, each.agreement) || is_fact(paragraph, each.begin, each.end)) continue;
    const bool is_declared =
        each.agreement != Agreement::Same &&
        is_text_of_its_own(*judged.context.content, paragraph, each.begin, each.end);
    if (!is_declared) found.push_back(finding_of(each));
  }
}

}  // namespace handbill::prose
