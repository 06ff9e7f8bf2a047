// SPDX-License-Identifier: MIT
#include "prose/rule_pack.h"

#include <algorithm>
#include <utility>

#include "prose/checks.h"

namespace handbill::prose {

RulePack::RulePack(std::string name, spec::RulePackSpec pack) : name_(std::move(name)) {
  entries_.reserve(pack.word_rules.size());
  for (auto& each : pack.word_rules) {
    const WordCheck* check = find_word_check(each.value.check->value);
    std::string id = each.name;
    entries_.push_back({std::move(id), check, std::move(each)});
  }
}

void RulePack::read(Entry& entry, diag::Diagnostics& diags) const {
  if (!entry.written) return;
  entry.rule = read_rule(std::move(*entry.written), name_, diags);
  entry.written.reset();
}

void RulePack::read_all(diag::Diagnostics& diags) {
  for (Entry& each : entries_) read(each, diags);
}

const WordRule* RulePack::find(std::size_t rule, const std::set<std::string>& languages,
                               diag::Diagnostics& diags) {
  Entry& entry = entries_[rule];
  const auto is_looked_at = [&](const spec::WordRuleSpec& written) {
    // What a checklist has no words for is asked of people.
    return written.languages.empty() || written.item ||
           std::ranges::any_of(languages,
                               [&](const std::string& each) { return holds_in(written, each); });
  };
  if (entry.written) {
    if (!is_looked_at(entry.written->value)) return nullptr;
    read(entry, diags);
  }
  return entry.rule && is_looked_at(entry.rule->written) ? &*entry.rule : nullptr;
}

std::set<std::string> languages_of(const words::Words& words) {
  std::set<std::string> languages;
  for (const words::Paragraph& paragraph : words.paragraphs) {
    for (const words::Run& each : paragraph.runs) languages.insert(each.language);
  }
  return languages;
}

}  // namespace handbill::prose
