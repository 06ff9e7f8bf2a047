// SPDX-License-Identifier: MIT
// The rules over words that a document is judged by: those of its packs.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "diag/file_reader.h"
#include "diag/source_map.h"
#include "prose/phrases.h"
#include "spec/rules_spec.h"

namespace handbill::prose {

struct WordCheck;

/// What a finding is called. Final: a warning, and an error before a print order. Voices: a
/// warning, and an error before an edition is published that is to be read aloud.
enum class Level { Error, Final, Voices, Warning, Consider, Off };

struct WordRule {
  std::string id;  ///< "no-promises"
  std::string pack;
  const WordCheck* check = nullptr;
  Level level = Level::Warning;
  spec::WordRuleSpec written;  ///< all keys of it, as the pack has them
  PhraseSet words;             ///< of `words`; of `swap` where a rule has that
  PhraseSet except, beside, begins;
};

/// It looks at words of this language ("es-US").
bool holds_in(const spec::WordRuleSpec& rule, std::string_view language);
inline bool holds_in(const WordRule& rule, std::string_view language) {
  return holds_in(rule.written, language);
}

/// The rule of a pack. Nothing: it is off, or faulty, which is reported: unknown-rule for a check
/// that does not exist, bad-value for phrases that can't be read, missing-key and unknown-key for
/// what its check needs and does not take.
std::optional<WordRule> read_rule(spec::Named<spec::WordRuleSpec> written, std::string_view pack,
                                  diag::Diagnostics& diags);

/// Rules that stand elsewhere.
using RuleList = std::vector<const WordRule*>;
RuleList listed(const std::vector<WordRule>& rules);

/// Those of a pack and of the packs it extends, as read_rule() has them.
std::vector<WordRule> word_rules(const spec::RulePackSpec& pack, std::string_view name,
                                 diag::Diagnostics& diags);

/// Tries the examples of rules on them: reports rule-untrue where one does not find what its
/// `found` says, or finds something in what is `sound`. What needs facts or a calendar has none.
void try_examples(const std::vector<WordRule>& rules, diag::Diagnostics& diags);

}  // namespace handbill::prose
