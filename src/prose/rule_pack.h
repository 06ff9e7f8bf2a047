// SPDX-License-Identifier: MIT
// A pack whose rules are read when a document needs them: those of a language that it does not
// speak cost nothing.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "prose/word_rules.h"

namespace handbill::prose {

class RulePack {
 public:
  RulePack(std::string name, spec::RulePackSpec pack);

  std::size_t size() const { return entries_.size(); }
  const std::string& id(std::size_t rule) const { return entries_[rule].id; }
  /// Null: there is no check of that name.
  const WordCheck* check(std::size_t rule) const { return entries_[rule].check; }

  /// Reports what is wrong with any of them, as read_rule() does.
  void read_all(diag::Diagnostics& diags);
  /// Null: it is off, faulty, or looks at none of the languages and is no item of a checklist. It
  /// stays where it is.
  const WordRule* find(std::size_t rule, const std::set<std::string>& languages,
                       diag::Diagnostics& diags);

 private:
  struct Entry {
    std::string id;
    const WordCheck* check;
    std::optional<spec::Named<spec::WordRuleSpec>> written;  ///< until it is read
    std::optional<WordRule> rule{};
  };

  void read(Entry& entry, diag::Diagnostics& diags) const;

  std::string name_;
  std::vector<Entry> entries_;
};

/// All that something of the document is in.
std::set<std::string> languages_of(const words::Words& words);

}  // namespace handbill::prose
