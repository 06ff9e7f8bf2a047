// SPDX-License-Identifier: MIT
#include "prose/word_rules.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/nearest.h"
#include "prose/checks.h"
#include "prose/example_document.h"
#include "prose/in_ticks.h"
#include "prose/judge_words.h"

namespace handbill::prose {
namespace {

using diag::DiagnosticId;
using spec::WordRuleSpec;

/// A key that only some checks take.
struct OwnKey {
  std::string_view name;
  /// Where it is written; nothing: it is not.
  std::optional<diag::Span> (*written)(const WordRuleSpec& rule);
};

template <auto Member>
constexpr OwnKey own(std::string_view name) {
  return {name, [](const WordRuleSpec& rule) -> std::optional<diag::Span> {
            const auto& value = rule.*Member;
            if constexpr (requires { value.has_value(); }) {
              return value ? std::optional(value->span) : std::nullopt;
            } else if constexpr (requires { value.front().name_span; }) {
              return value.empty() ? std::nullopt : std::optional(value.front().name_span);
            } else {
              return value.empty() ? std::nullopt : std::optional(value.front().span);
            }
          }};
}

constexpr auto kOwnKeys = std::to_array<OwnKey>({
    own<&WordRuleSpec::words>("words"),
    own<&WordRuleSpec::swap>("swap"),
    own<&WordRuleSpec::beside>("beside"),
    own<&WordRuleSpec::begins>("begins"),
    own<&WordRuleSpec::within>("within"),
    own<&WordRuleSpec::measure>("measure"),
    own<&WordRuleSpec::facts>("facts"),
    own<&WordRuleSpec::least>("least"),
    own<&WordRuleSpec::most>("most"),
});

constexpr auto kParts = std::to_array<std::string_view>(
    {"headings", "paragraphs", "items", "quotes", "notes", "cells", "pictures"});

bool has(std::span<const std::string_view> names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

Level level_of(const WordRuleSpec& rule) {
  const std::string_view word = rule.level ? std::string_view(rule.level->value) : "warning";
  if (word == "error") return Level::Error;
  if (word == "final") return Level::Final;
  if (word == "voices") return Level::Voices;
  if (word == "consider") return Level::Consider;
  return word == "off" ? Level::Off : Level::Warning;
}

class RuleReader {
 public:
  RuleReader(std::string_view pack, diag::Diagnostics& diags) : pack_(pack), diags_(diags) {}

  /// Nothing: it is off, or faulty.
  std::optional<WordRule> read(spec::Named<WordRuleSpec> written) {
    const std::size_t errors = diags_.error_count();
    const WordCheck* check = known_check(*written.value.check);
    if (check == nullptr) return std::nullopt;
    check_keys(written, *check);
    check_parts(written.value);
    check_values(written.value, *check);
    WordRule rule{std::move(written.name),
                  std::string(pack_),
                  check,
                  level_of(written.value),
                  std::move(written.value),
                  {},
                  {},
                  {},
                  {}};
    const WordRuleSpec& keys = rule.written;
    for (const spec::SetSpec& each : keys.swap) add(each.name, each.name_span, rule.words);
    for (const spec::Text& each : keys.words) add(each.value, each.span, rule.words);
    for (const spec::Text& each : keys.except) add(each.value, each.span, rule.except);
    for (const spec::Text& each : keys.beside) add(each.value, each.span, rule.beside);
    for (const spec::Text& each : keys.begins) add(each.value, each.span, rule.begins);
    if (diags_.error_count() > errors || rule.level == Level::Off) return std::nullopt;
    return rule;
  }

 private:
  const WordCheck* known_check(const spec::Text& name) {
    const WordCheck* check = find_word_check(name.value);
    if (check != nullptr) return check;
    std::vector<std::string> names;
    for (const WordCheck& each : word_checks()) names.emplace_back(each.name);
    diags_.error(DiagnosticId::UnknownRule, name.span,
                 "there is no check of words " + in_ticks(name.value), hint(name.value, names));
    return nullptr;
  }

  static std::vector<std::string> hint(std::string_view word, std::span<const std::string> names) {
    const auto near = nearest(word, names);
    if (!near) return {};
    return {"did you mean " + in_ticks(*near) + "?"};
  }

  void check_keys(const spec::Named<WordRuleSpec>& rule, const WordCheck& check) {
    for (const OwnKey& key : kOwnKeys) {
      const auto written = key.written(rule.value);
      if (!written && has(check.needs, key.name)) tell_missing(rule, check, key.name);
      if (!written || has(check.needs, key.name) || has(check.may_have, key.name)) continue;
      diags_.error(DiagnosticId::UnknownKey, *written,
                   "the check " + in_ticks(check.name) + " takes no " + in_ticks(key.name));
    }
    if (!rule.value.message && check.message.empty()) tell_missing(rule, check, "message");
    if (rule.value.measure && check.measures != nullptr) check_measure(*rule.value.measure, check);
  }

  void check_measure(const spec::Text& measure, const WordCheck& check) {
    if (has(check.measures(), measure.value)) return;
    const std::vector<std::string> names(check.measures().begin(), check.measures().end());
    diags_.error(DiagnosticId::BadValue, measure.span,
                 "the check " + in_ticks(check.name) + " can't measure " + in_ticks(measure.value),
                 hint(measure.value, names));
  }

  void tell_missing(const spec::Named<WordRuleSpec>& rule, const WordCheck& check,
                    std::string_view key) {
    diags_.error(DiagnosticId::MissingKey, rule.name_span,
                 in_ticks(rule.name) + " needs the key " + in_ticks(key) + " of its check " +
                     in_ticks(check.name));
  }

  void check_parts(const WordRuleSpec& rule) {
    const std::vector<std::string> names(kParts.begin(), kParts.end());
    for (const spec::Text& each : rule.of) {
      if (has(kParts, each.value)) continue;
      diags_.error(DiagnosticId::BadValue, each.span,
                   "there are no " + in_ticks(each.value) + " to look at", hint(each.value, names));
    }
  }

  void check_values(const WordRuleSpec& rule, const WordCheck& check) {
    if (check.can_read == nullptr) return;
    for (const spec::SetSpec& each : rule.swap) {
      const std::string* value = each.text.as_string();
      if (value == nullptr || check.can_read(rule, *value)) continue;
      diags_.error(DiagnosticId::BadValue, each.text.span,
                   in_ticks(*value) + " can't be read by the check " + in_ticks(check.name));
    }
  }

  void add(std::string_view written, diag::Span span, PhraseSet& phrases) {
    if (auto phrase = read_phrase(written)) {
      phrases.add(std::move(*phrase));
      return;
    }
    diags_.error(DiagnosticId::BadValue, span,
                 in_ticks(written) + " is no phrase that can be looked for",
                 {"write words as they stand in a text; `..` and `?` stand between others"});
  }

  std::string_view pack_;
  diag::Diagnostics& diags_;
};

class Trial {
 public:
  Trial(const WordRule& rule, diag::Diagnostics& diags) : rules_{rule}, diags_(diags) {
    const auto& languages = rule.written.languages;
    if (!languages.empty()) language_ = languages.front().value;
  }

  void run() {
    const WordRule& rule = rules_.front();
    for (const spec::Text& each : rule.written.found) {
      if (!finds(each)) tell(each, " finds nothing in its own example " + in_ticks(each.value));
    }
    for (const spec::Text& each : rule.written.sound) {
      if (finds(each))
        tell(each, " finds something in " + in_ticks(each.value) + ", which is sound");
    }
  }

 private:
  bool finds(const spec::Text& example) const {
    const bool is_marked = rules_.front().check->subject == Subject::Structure;
    const auto as_document = is_marked ? marked_document : one_paragraph;
    const Reading reading = read("", as_document(example, language_));
    Context context;
    context.is_for_voices = true;
    const Judged judged{reading, context};
    return !judge_words(rules_, judged).list().empty() ||
           !compare_words(rules_, std::span(&judged, 1)).list().empty();
  }

  void tell(const spec::Text& example, const std::string& what) {
    diags_.error(DiagnosticId::RuleUntrue, example.span,
                 "the rule " + in_ticks(rules_.front().id) + what,
                 {"change the phrases of the rule, or the example"});
  }

  std::vector<WordRule> rules_;
  std::string language_ = "en";
  diag::Diagnostics& diags_;
};

}  // namespace

bool holds_in(const WordRuleSpec& rule, std::string_view language) {
  const auto& languages = rule.languages;
  return languages.empty() || std::ranges::any_of(languages, [&](const spec::Text& each) {
           return language.starts_with(each.value) &&
                  (language.size() == each.value.size() || language[each.value.size()] == '-');
         });
}

std::optional<WordRule> read_rule(spec::Named<WordRuleSpec> written, std::string_view pack,
                                  diag::Diagnostics& diags) {
  return RuleReader(pack, diags).read(std::move(written));
}

std::vector<WordRule> word_rules(const spec::RulePackSpec& pack, std::string_view name,
                                 diag::Diagnostics& diags) {
  std::vector<WordRule> rules;
  for (const auto& written : pack.word_rules) {
    if (auto rule = read_rule(written, name, diags)) rules.push_back(std::move(*rule));
  }
  return rules;
}

RuleList listed(const std::vector<WordRule>& rules) {
  RuleList list;
  for (const WordRule& each : rules) list.push_back(&each);
  return list;
}

void try_examples(const std::vector<WordRule>& rules, diag::Diagnostics& diags) {
  for (const WordRule& each : rules) Trial(each, diags).run();
}

}  // namespace handbill::prose
