// SPDX-License-Identifier: MIT
// The words that somebody typed in a text, and how each stands there: what checks of spelling and
// of capitals look at. Private to this folder.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "prose/checks.h"
#include "spelling/letters.h"

namespace handbill::prose {

using spelling::Casing;

struct UsedWord {
  std::size_t paragraph = 0;
  std::size_t token = 0;   ///< index in the paragraph's tokens
  std::string_view text;   ///< as it is written
  std::string_view plain;  ///< Token::plain
  std::string_view language;
  Casing casing = Casing::Small;
  /// A capital says nothing of it: it begins a sentence, stands behind a sign, or in a title in
  /// which most words have one.
  bool may_have_capital = false;
  bool is_in_title = false;
  bool is_in_capitals = false;  ///< all of its sentence is
};

/// All words of a document but those of facts, addresses, single letters, units ("mg"), and what
/// belongs to a number ("24h", "B12").
std::vector<UsedWord> used_words(const Reading& reading);

/// It has the capital of a name: within a sentence.
bool is_like_name(const UsedWord& word);

/// Plain forms of all words that are names somewhere in these.
std::set<std::string, std::less<>> names_in(const std::vector<UsedWord>& words);

Finding finding_of(const UsedWord& word, const Reading& reading);

}  // namespace handbill::prose
