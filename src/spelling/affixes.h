// SPDX-License-Identifier: MIT
// All forms of the words of a Hunspell dictionary (NAME.aff, NAME.dic), as hunspell(5) tells.
// Dictionaries in UTF-8 whose words are made of a stem, a prefix and up to two suffixes; compounds
// are not made.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace handbill::spelling {

class Affixes {
 public:
  /// Throws std::runtime_error for what it can't read: another encoding, rules that are cut off.
  explicit Affixes(std::string_view aff);

  using Take = std::function<void(std::string)>;
  /// Every form of a line of the .dic file, some more than once. Lines that are no words of it
  /// (notes, words of several words) have none.
  void forms(std::string_view line, const Take& take) const;

 private:
  struct Letters {
    std::u32string signs;
    bool are_excluded = false;
  };
  struct Rule {
    bool is_prefix = false;
    bool crosses = false;  ///< prefix and suffix may stand at one word
    std::string strip, add;
    std::vector<Letters> condition;  ///< of the letters at that end of the word
    std::u32string flags;
  };

  std::u32string flags_of(std::string_view text) const;
  static bool fits(const Rule& rule, std::string_view word);
  static std::string applied(const Rule& rule, std::string_view word);
  void read_rule(const std::vector<std::string_view>& words);
  template <typename Work>
  void each_rule(const std::u32string& flags, const Work& work) const;

  enum class FlagKind { One, Utf8, Two, Number } kind_ = FlagKind::One;
  std::map<char32_t, std::vector<Rule>> rules_;
  std::u32string no_words_, never_used_;  ///< flags of stems
};

}  // namespace handbill::spelling
