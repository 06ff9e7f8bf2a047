// SPDX-License-Identifier: MIT
#include <algorithm>
#include <vector>

#include "cli/explain_rules.h"
#include "cli/markdown.h"
#include "prose/checks.h"
#include "spec/known_names.h"
#include "spec/rules_spec.h"

namespace handbill::cli {
namespace {

using NamedWordRule = spec::Named<spec::WordRuleSpec>;

std::string keys_of(const prose::WordCheck& check) {
  std::string keys;
  for (const std::string_view each : check.needs) keys += (keys.empty() ? "" : ", ") + code(each);
  for (const std::string_view each : check.may_have) {
    keys += (keys.empty() ? "" : ", ") + code(each) + " or not";
  }
  return keys;
}

std::string measures_of(const prose::WordCheck& check) {
  std::string text = "\nThe `measure` of " + code(check.name) + ": ";
  for (const std::string_view each : check.measures()) {
    text += (&each == &check.measures().front() ? "" : ", ") + code(each);
  }
  return text + ".\n";
}

std::string check_list() {
  std::string text = "## Checks\n\n" + row({"check", "subject", "looks for", "keys"}) +
                     row({"---", "---", "---", "---"});
  for (const prose::WordCheck& each : prose::word_checks()) {
    text += row({code(each.name), std::string(prose::name_of(each.subject)), std::string(each.doc),
                 keys_of(each)});
  }
  for (const prose::WordCheck& each : prose::word_checks()) {
    if (each.measures != nullptr) text += measures_of(each);
  }
  return text + "\n";
}

std::string examples_text(std::string_view what, const std::vector<spec::Text>& texts) {
  if (texts.empty()) return {};
  std::string text(what);
  const char* sign = ": ";
  for (const spec::Text& each : texts) {
    text += sign + code(each.value);
    sign = ", ";
  }
  return text + ".\n\n";
}

std::string source_of(const spec::WordRuleSpec& rule) {
  if (!rule.source) return {};
  const std::string& source = rule.source->value;
  return "Source: " + (rule.link ? "[" + source + "](" + rule.link->value + ")" : source) + ".\n\n";
}

std::string languages_of(const spec::WordRuleSpec& rule) {
  if (rule.languages.empty()) return {};
  std::string text = " In ";
  for (const spec::Text& each : rule.languages) {
    text += (&each == &rule.languages.front() ? "" : ", ") + code(each.value);
  }
  return text + ".";
}

std::string level_of(const spec::WordRuleSpec& rule) {
  const std::string level = rule.level ? rule.level->value : "warning";
  if (level == "final") return "a warning, and an error before a print order";
  if (level == "voices") {
    return "a warning, and an error before an edition is published that is to be read aloud";
  }
  return level == "consider" ? "to consider" : level;
}

std::string item_of(const spec::WordRuleSpec& rule) {
  if (!rule.item) return {};
  std::string text = "Item " + rule.item->value;
  if (rule.part) text += " of " + rule.part->value;
  if (rule.asks) text += ": " + rule.asks->value;
  if (rule.when) text += " Where there are " + rule.when->value + ".";
  return text + "\n\n";
}

}  // namespace

std::string word_rule_text(const NamedWordRule& rule) {
  const spec::WordRuleSpec& written = rule.value;
  std::string text = "### " + rule.name + "\n\n";
  text += item_of(written);
  if (written.message) text += "*" + written.message->value + "*\n\n";
  for (const auto* each : {&written.hint, &written.why}) {
    if (*each) text += (*each)->value + "\n\n";
  }
  text += "Check " + code(written.check->value) + ": " + level_of(written) + "." +
          languages_of(written) + "\n\n";
  return text + source_of(written) + examples_text("Found in", written.found) +
         examples_text("Not in", written.sound);
}

namespace {

std::string word_pack_text(const std::string& name, const spec::RulePackSpec& pack) {
  std::string text = "## " + pack.title->value + " (" + code(name) + ")\n\n";
  if (pack.doc) text += pack.doc->value + "\n\n";
  for (const NamedWordRule& each : pack.word_rules) {
    if (each.name_span.file == pack.span.file) text += word_rule_text(each);
  }
  return text;
}

constexpr const char* kWordRulesHead =
    "# Rules over words\n\n"
    "What documents say is judged by these when they are checked (`handbill check`), and before a "
    "print order (`--final`). Written by `handbill explain --word-rules` from the packs in "
    "`layouts/rules`.\n\n"
    "A layout names its packs: `rules = [\"words\", \"claims\"]`. A pack of the clinic's own "
    "stands "
    "in `layouts/rules` too, and lays its keys over those of the packs it extends:\n\n"
    "```toml\n"
    "# layouts/rules/ours.toml\n"
    "extends = [\"words\"]\n"
    "title   = \"Ours\"\n\n"
    "[word_rule.said-twice]\n"
    "level = \"off\"\n\n"
    "[word_rule.our-name]\n"
    "check   = \"substitution\"\n"
    "level   = \"error\"\n"
    "swap    = { \"glow pen\" = \"Glow Pen\" }\n"
    "found   = [\"Ask for the glow pen.\"]\n"
    "```\n\n"
    "Phrases are words as they are written, of any case. In them `heal*` is every word that begins "
    "so, `cure|heal` is either, `very?` may be left out, `#` is a number, and `..` is up to four "
    "words. What is found begins and ends in one sentence. `except` has phrases in which nothing "
    "is found. The examples of a rule, `found` and `sound`, are tried when the project is "
    "checked.\n\n"
    "Whatever its packs are, a document is judged by the pack that `readers` names, also when it "
    "is only built: what those need who have it read to them. Its examples are small documents "
    "with the signs of Markdown.\n\n"
    "A layout may let a rule be broken for a while, everywhere or for some words or places alone: "
    "`[[waiver]]`, with `words` or `content`.\n\n";

}  // namespace

namespace {

struct NamedPack {
  std::string name;
  spec::RulePackSpec pack;
};

/// Those of a pack about a subject, which it does not have from another pack.
std::string rules_about(prose::Subject subject, const spec::RulePackSpec& pack) {
  std::string text;
  for (const NamedWordRule& each : pack.word_rules) {
    if (each.name_span.file != pack.span.file) continue;
    const prose::WordCheck* check = prose::find_word_check(each.value.check->value);
    if (check == nullptr || check->subject != subject) continue;
    text += (text.empty() ? "" : ", ") + code(each.name);
  }
  return text;
}

std::string subject_list(const std::vector<NamedPack>& packs) {
  std::string text = "## Rules by subject\n\n" + row({"subject", "pack", "rules"}) +
                     row({"---", "---", "---"}) +
                     row({"print: pages, for the press", "", "[Press rules](press-rules.md)"});
  for (const prose::SubjectInfo& subject : prose::subjects()) {
    std::string name = std::string(subject.name) + ": " + std::string(subject.doc);
    for (const NamedPack& each : packs) {
      const std::string rules = rules_about(subject.subject, each.pack);
      if (rules.empty()) continue;
      text += row({name, code(each.name), rules});
      name.clear();
    }
  }
  return text + "\n";
}

}  // namespace

std::optional<std::string> word_rules_reference(const diag::FileReader& files,
                                                diag::SourceMap& sources,
                                                diag::Diagnostics& diags) {
  std::vector<NamedPack> packs;
  for (const std::string& name : spec::names_in(files, "layouts/rules")) {
    auto pack = spec::parse_rules(files, name, {}, sources, diags);
    if (!pack) return std::nullopt;
    if (!pack->word_rules.empty()) packs.push_back({name, std::move(*pack)});
  }
  std::string text = kWordRulesHead + check_list() + subject_list(packs);
  for (const NamedPack& each : packs) text += word_pack_text(each.name, each.pack);
  text.pop_back();
  return text;
}

}  // namespace handbill::cli
