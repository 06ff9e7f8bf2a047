// SPDX-License-Identifier: MIT
#include "spelling/affixes.h"

#include <algorithm>
#include <array>
#include <optional>
#include <stdexcept>
#include <utility>

#include "base/utf8.h"

namespace handbill::spelling {
namespace {

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < line.size();) {
    at = line.find_first_not_of(" \t\r", at);
    if (at == line.npos) break;
    const std::size_t end = std::min(line.find_first_of(" \t\r", at), line.size());
    words.push_back(line.substr(at, end - at));
    at = end;
  }
  return words;
}

/// Flags of stems that are no words by themselves, whose forms are.
constexpr auto kNoStems = std::to_array<std::string_view>({"NEEDAFFIX", "ONLYINCOMPOUND"});
/// And of words that are left out: curses too, which no list of ours may offer.
constexpr auto kNeverUsed = std::to_array<std::string_view>({"FORBIDDENWORD", "NOSUGGEST"});

/// "0" stands for nothing.
std::string letters_of(std::string_view written) {
  return written == "0" ? std::string() : std::string(written);
}

}  // namespace

std::u32string Affixes::flags_of(std::string_view text) const {
  std::u32string flags;
  switch (kind_) {
    case FlagKind::Utf8:
      return to_utf32(text);
    case FlagKind::One:
      for (const char each : text) flags += static_cast<unsigned char>(each);
      return flags;
    case FlagKind::Two:
      for (std::size_t at = 0; at + 1 < text.size(); at += 2) {
        flags += static_cast<char32_t>(static_cast<unsigned char>(text[at]) * 256U +
                                       static_cast<unsigned char>(text[at + 1]));
      }
      return flags;
    case FlagKind::Number:
      for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(',', at), text.size());
        flags += static_cast<char32_t>(std::stoul(std::string(text.substr(at, end - at))));
        at = end + 1;
      }
      return flags;
  }
  return flags;
}

void Affixes::read_rule(const std::vector<std::string_view>& words) {
  // PFX flag strip add[/flags] [condition …]
  Rule rule;
  const std::u32string flag = flags_of(words[1]);
  if (flag.size() != 1) throw std::runtime_error("a rule has no flag");
  rule.is_prefix = words[0] == "PFX";
  rule.strip = letters_of(words[2]);
  const std::size_t slash = words[3].find('/');
  rule.add = letters_of(words[3].substr(0, slash));
  if (slash != words[3].npos) rule.flags = flags_of(words[3].substr(slash + 1));
  const std::u32string condition = to_utf32(words.size() > 4 ? words[4] : ".");
  std::optional<Letters> group;
  for (const char32_t sign : condition) {
    if (sign == U'[') {
      group.emplace();
    } else if (sign == U']' && group) {
      rule.condition.push_back(*std::exchange(group, std::nullopt));
    } else if (group && sign == U'^' && group->signs.empty()) {
      group->are_excluded = true;
    } else if (group) {
      group->signs += sign;
    } else if (sign == U'.') {
      rule.condition.push_back({{}, true});
    } else {
      rule.condition.push_back({{sign}, false});
    }
  }
  if (condition == U".") rule.condition.clear();
  auto& rules = rules_[flag[0]];
  rule.crosses = !rules.empty() && rules[0].crosses;
  rules.push_back(std::move(rule));
}

Affixes::Affixes(std::string_view aff) {
  if (aff.starts_with("\xEF\xBB\xBF")) aff.remove_prefix(3);
  if (find_invalid_utf8(aff)) throw std::runtime_error("it is not UTF-8");
  std::map<std::string_view, std::size_t> left;  // of the rules of each flag
  for (std::size_t at = 0; at < aff.size();) {
    const std::size_t end = std::min(aff.find('\n', at), aff.size());
    const auto words = words_of(aff.substr(at, end - at));
    at = end + 1;
    if (words.size() < 2) continue;
    if (words[0] == "SET" && words[1] != "UTF-8") throw std::runtime_error("it is not UTF-8");
    if (words[0] == "FLAG") {
      kind_ = words[1] == "UTF-8"  ? FlagKind::Utf8
              : words[1] == "long" ? FlagKind::Two
                                   : FlagKind::Number;
    }
    const auto is_named = [&](std::string_view key) { return words[0] == key; };
    if (std::ranges::any_of(kNoStems, is_named)) no_words_ += flags_of(words[1]);
    if (std::ranges::any_of(kNeverUsed, is_named)) never_used_ += flags_of(words[1]);
    if ((words[0] != "PFX" && words[0] != "SFX") || words.size() < 4) continue;
    std::size_t& rest = left[words[1]];
    if (rest > 0) {
      --rest;
      read_rule(words);
      continue;
    }
    // The head of a flag's rules: PFX flag Y|N number. The first, empty rule keeps its Y or N.
    rest = std::stoul(std::string(words[3]));
    const std::u32string flag = flags_of(words[1]);
    if (flag.size() != 1) throw std::runtime_error("a rule has no flag");
    Rule head;
    head.is_prefix = words[0] == "PFX";
    head.crosses = words[2] == "Y";
    rules_[flag[0]] = {head};
  }
  for (auto& [flag, rules] : rules_) rules.erase(rules.begin());
}

bool Affixes::fits(const Rule& rule, std::string_view word) {
  const bool has_strip = rule.is_prefix ? word.starts_with(rule.strip) : word.ends_with(rule.strip);
  // What is stripped may be the whole word only where Hunspell is told so, which no list is.
  if (!has_strip || word.size() <= rule.strip.size()) return false;
  if (rule.condition.empty()) return true;
  const std::u32string letters = to_utf32(word);
  if (letters.size() < rule.condition.size()) return false;
  const std::size_t first = rule.is_prefix ? 0 : letters.size() - rule.condition.size();
  for (std::size_t i = 0; i < rule.condition.size(); ++i) {
    const Letters& asked = rule.condition[i];
    if ((asked.signs.find(letters[first + i]) != asked.signs.npos) == asked.are_excluded) {
      return false;
    }
  }
  return true;
}

std::string Affixes::applied(const Rule& rule, std::string_view word) {
  if (rule.is_prefix) return rule.add + std::string(word.substr(rule.strip.size()));
  return std::string(word.substr(0, word.size() - rule.strip.size())) + rule.add;
}

template <typename Work>
void Affixes::each_rule(const std::u32string& flags, const Work& work) const {
  for (const char32_t flag : flags) {
    const auto found = rules_.find(flag);
    if (found == rules_.end()) continue;
    for (const Rule& rule : found->second) work(rule);
  }
}

void Affixes::forms(std::string_view line, const Take& take) const {
  line = line.substr(0, line.find('\t'));
  while (line.ends_with('\r') || line.ends_with(' ')) line.remove_suffix(1);
  const std::size_t slash = line.find('/');
  const std::string stem(line.substr(0, slash));
  const bool is_note = stem.find_first_of(" #<>:@") != stem.npos;
  if (stem.empty() || is_note || find_invalid_utf8(line)) return;
  const std::u32string flags =
      slash == line.npos ? std::u32string() : flags_of(line.substr(slash + 1));

  const auto with_prefixes = [&](const std::string& word) {
    each_rule(flags, [&](const Rule& prefix) {
      if (prefix.is_prefix && prefix.crosses && fits(prefix, word)) take(applied(prefix, word));
    });
  };
  if (flags.find_first_of(never_used_) != flags.npos) return;
  if (flags.find_first_of(no_words_) == flags.npos) take(stem);
  each_rule(flags, [&](const Rule& rule) {
    if (!fits(rule, stem)) return;
    const std::string word = applied(rule, stem);
    take(word);
    if (rule.is_prefix) return;
    if (rule.crosses) with_prefixes(word);
    each_rule(rule.flags, [&](const Rule& second) {
      if (second.is_prefix || !fits(second, word)) return;
      take(applied(second, word));
      if (second.crosses) with_prefixes(applied(second, word));
    });
  });
}

}  // namespace handbill::spelling
