// SPDX-License-Identifier: MIT
// The words of a clinic: content/words.txt for all languages, content/LANG/words.txt for one. A
// line has a word or several; # begins a note. They are right as they are written there.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "diag/file_reader.h"
#include "diag/source_map.h"

namespace handbill::spelling {

struct OwnWord {
  std::string text;      ///< "HydraFacial", "Botox Cosmetic"
  std::string language;  ///< "es"; empty: all
};

struct OwnWords {
  std::vector<OwnWord> words{};
  /// What puts further lines at the end of content/words.txt, without them; nothing: it is not
  /// there.
  std::optional<diag::Fix> more{};

  /// In the order of the files: those that hold for words of a BCP 47 language.
  std::vector<std::string_view> of(std::string_view language) const;
};

inline constexpr std::string_view kOwnWordsFile = "content/words.txt";
inline constexpr std::size_t kMostOwnWords = 20'000;
inline constexpr std::size_t kLongestOwnWord = 200;  ///< bytes of a line

/// Reports what read_text does of a file that is there, and too-large for one with too many words
/// or a line that is too long.
OwnWords read_own_words(const diag::FileReader& files, diag::SourceMap& sources,
                        diag::Diagnostics& diags);

/// What puts a word at the end of content/words.txt; nothing: there is no such file.
std::optional<diag::Fix> added(std::string_view word, const OwnWords& own);

}  // namespace handbill::spelling
