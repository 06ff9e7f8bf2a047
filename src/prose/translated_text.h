// SPDX-License-Identifier: MIT
// A text beside its translation: whether both tell the same numbers, amounts, facts and links, and
// whether anything was left in the language it was translated from.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace handbill::prose {

struct TranslatedText {
  std::string_view source, translation;  ///< as content files have them
  std::string_view source_language, language;
};

/// Bytes [begin, end) of the translation, or none: what it says there, in words behind its path.
struct TextDifference {
  std::size_t begin = 0, end = 0;
  std::string message;
};

/// Numbers and what they count (the same in another unit is the same), facts in braces, hosts of
/// links, entries of lists of Markdown. One and two alone are no matter: where one language has a
/// number another has "twice" or a dual.
std::vector<TextDifference> differences(const TranslatedText& text);

/// Facts in braces of the source that the translation lost: "clinic.phone".
std::vector<std::string> lost_facts(const TranslatedText& text);

/// Words that are the same in all languages: names of products and devices, in any case.
using KnownWords = std::set<std::string, std::less<>>;

/// What of the source was left standing. Nothing: all is translated, as far as anybody can tell by
/// its letters and its small words.
std::optional<TextDifference> left_standing(const TranslatedText& text, const KnownWords& known);

}  // namespace handbill::prose
