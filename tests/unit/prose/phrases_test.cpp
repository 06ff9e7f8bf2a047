// SPDX-License-Identifier: MIT
// The language of phrases, and what it finds.
#include "prose/phrases.h"

#include <catch2/catch.hpp>

namespace handbill::prose {
namespace {

/// What is found, one behind the other.
std::string found_in(const std::string& phrase, const std::string& text) {
  const auto made = read_phrase(phrase);
  if (!made) return "no phrase";
  PhraseSet set;
  set.add(*made);
  const ReadParagraph read = read_text(text);
  std::string found;
  for (const Match& each : set.find(read)) {
    const std::size_t begin = read.tokens[each.first].begin;
    found += "[" + text.substr(begin, read.tokens[each.last].end - begin) + "]";
  }
  return found;
}

struct PhraseRow {
  const char* phrase;
  const char* text;
  const char* found;
};

}  // namespace

TEST_CASE("phrases find what they say, and no more") {
  const auto [phrase, text, found] = GENERATE(values<PhraseRow>({
      {"cure", "We cure it. CURE! Cured? Secure.", "[cure][CURE]"},
      {"cure*", "We cure it. Cured? Secure.", "[cure][Cured]"},
      {"cure|heal*", "They heal, healing cures; cure", "[heal][healing][cure]"},
      {"very? safe", "It is very safe and safe.", "[very safe][safe]"},
      {"no .. guarantee*", "no way to guarantee", "[no way to guarantee]"},
      {"no .. guarantee*", "no one two three four guarantee", "[no one two three four guarantee]"},
      {"no .. guarantee*", "no one two three four five guarantee", ""},
      {"no .. guarantee*", "We say no. A guarantee", ""},
      {"# days", "for 7 days and seven days", "[7 days]"},
      {"100 %", "100% safe, 10 % not", "[100%]"},
      {"100%", "100% safe, 100 % too", "[100%][100 %]"},
      {"don't", "Don’t, don't", "[Don’t][don't]"},
      {"before-and-after", "Before‑and‑after pictures", "[Before‑and‑after]"},
      {"保证", "我们保证效果", "[保证]"},
      {"garantiza* .. resultados", "Garantizamos los mejores resultados",
       "[Garantizamos los mejores resultados]"},
      {"", "", "no phrase"},
      {"..", "", "no phrase"},
      {"very?", "", "no phrase"},
      {".. cure", "", "no phrase"},
      {"cure ..", "", "no phrase"},
      {"a .. b .. c .. d", "a b c d", "[a b c d]"},
      {"a .. b .. c .. d .. e", "", "no phrase"},
      {"cure|not this", "cure this, not this", "[cure this][not this]"},
  }));
  CAPTURE(phrase, text);
  CHECK(found_in(phrase, text) == found);
}

TEST_CASE("a phrase has 24 places at most") {
  std::string phrase = "a";
  for (int i = 1; i < 24; ++i) phrase += " a";
  CHECK(read_phrase(phrase));
  CHECK_FALSE(read_phrase(phrase + " a"));
}

}  // namespace handbill::prose
