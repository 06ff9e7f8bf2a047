// SPDX-License-Identifier: MIT
#include "document/merged_styles.h"

#include <algorithm>
#include <set>
#include <vector>

#include "document/inherit.h"

namespace handbill::document {
namespace {

using enum diag::DiagnosticId;

const std::optional<spec::Text>& parent_of(const spec::Named<spec::StyleSpec>& style) {
  return style.value.text.parent;
}
const std::optional<spec::Text>& parent_of(const spec::Named<spec::CharacterSpec>& style) {
  return style.value.parent;
}

/// Reports the circle that `chain` ends in, the style at `first` being met again.
template <class Style>
void report_cycle(const Teller& teller, const std::vector<const Style*>& chain, std::size_t first) {
  const Style& start = *chain[first];
  diag::Diagnostic cycle{StyleCycle, diag::Severity::Error,
                         "style " + quoted(start.name) + " inherits from itself",
                         parent_of(start)->span};
  for (std::size_t i = first + 1; i < chain.size(); ++i) {
    cycle.labels.push_back({parent_of(*chain[i])->span, "by way of " + quoted(chain[i]->name)});
  }
  teller.diags.add(std::move(cycle));
}

/// The style and its parents, itself first. Reports unknown parents, and each circle once.
template <class Style>
std::vector<const Style*> ancestry(const Teller& teller, const std::vector<Style>& styles,
                                   const Style& style,
                                   std::set<std::string, std::less<>>& in_reported_cycle) {
  std::vector<const Style*> chain = {&style};
  while (const std::optional<spec::Text>& parent = parent_of(*chain.back())) {
    const Style* next = find_named(styles, parent->value);
    if (next == nullptr) {
      teller.error(UnknownStyle, parent->span, "no style is called " + quoted(parent->value),
                   did_you_mean(parent->value, names_of(styles)));
      break;
    }
    const auto met = std::find(chain.begin(), chain.end(), next);
    if (met == chain.end()) {
      chain.push_back(next);
      continue;
    }
    if (!in_reported_cycle.contains(next->name)) {
      report_cycle(teller, chain, static_cast<std::size_t>(met - chain.begin()));
    }
    for (auto each = met; each != chain.end(); ++each) in_reported_cycle.insert((*each)->name);
    break;
  }
  return chain;
}

/// Each style of a list, laid over its parents.
template <class Spec>
void merge(const Teller& teller, const std::vector<spec::Named<Spec>>& styles,
           std::set<std::string, std::less<>>& in_reported_cycle,
           std::map<std::string, Spec, std::less<>>& merged) {
  for (const spec::Named<Spec>& style : styles) {
    if (merged.contains(style.name)) continue;
    const auto chain = ancestry(teller, styles, style, in_reported_cycle);
    Spec result;
    for (auto each = chain.rbegin(); each != chain.rend(); ++each) lay_over(result, (*each)->value);
    merged.emplace(style.name, std::move(result));
  }
}

}  // namespace

MergedStyles::MergedStyles(const spec::LayoutSpec& layout, const Teller& teller) {
  std::set<std::string, std::less<>> in_reported_cycle;
  merge(teller, layout.styles, in_reported_cycle, paragraphs_);
  merge(teller, layout.characters, in_reported_cycle, characters_);
}

const spec::StyleSpec* MergedStyles::paragraph(std::string_view name) const {
  const auto found = paragraphs_.find(name);
  return found == paragraphs_.end() ? nullptr : &found->second;
}

const spec::CharacterSpec& MergedStyles::character(const spec::Text& name,
                                                   const Teller& teller) const {
  static const spec::CharacterSpec kNone;
  if (const auto found = characters_.find(name.value); found != characters_.end()) {
    return found->second;
  }
  std::vector<std::string> names;
  for (const auto& [each, spec] : characters_) names.push_back(each);
  teller.error(UnknownStyle, name.span, "no character style is called " + quoted(name.value),
               did_you_mean(name.value, names));
  return kNone;
}

}  // namespace handbill::document
