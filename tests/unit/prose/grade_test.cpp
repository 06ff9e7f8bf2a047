// SPDX-License-Identifier: MIT
#include "prose/grade.h"

#include <catch2/catch.hpp>

#include "prose/sections.h"
#include "unit/prose/written_document.h"

namespace handbill::prose {
namespace {

Sums sums_of_text(const std::string& text, const std::string& language = "en") {
  const Reading reading = written_reading(text, language);
  std::vector<std::size_t> all(reading.words.paragraphs.size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
  return sum_of(count_sentences(reading, all));
}

}  // namespace

TEST_CASE("sentences of prose are counted, and nothing else") {
  struct Case {
    const char* text;
    std::size_t sentences, words;
  };
  const Case cases[] = {
      {"Wash your face. Dry it gently.", 2, 6},
      {"# What to do\nWash your face.", 1, 3},
      {"- Wash your face\n- Dry it gently", 2, 6},
      // A label is no sentence, a short one is.
      {"Date", 0, 0},
      {"Not sure", 0, 0},
      {"Rest.", 1, 1},
      // A number is a word.
      {"Wait for 24 hours.", 1, 4},
      {"|Do|For how long\nWash your face gently|twice a day", 2, 7},
      {"", 0, 0},
  };
  for (const Case& each : cases) {
    INFO(each.text);
    const Sums sums = sums_of_text(each.text);
    CHECK(sums.sentences == each.sentences);
    CHECK(sums.words == each.words);
  }
}

TEST_CASE("words of another language are no words of the document") {
  CHECK(sums_of_text("La piel puede pelarse.", "es").syllables == 7);
  // One syllable each: nothing is known of them.
  CHECK(sums_of_text("La piel puede pelarse.", "fr").syllables == 4);
}

TEST_CASE("grades are those of their formulas") {
  const Sums sums{2, 20, 30, 3};
  CHECK(flesch_kincaid(sums) == Approx(0.39 * 10 + 11.8 * 1.5 - 15.59));
  CHECK(smog(sums) == Approx(1.043 * std::sqrt(45.0) + 3.1291));
  CHECK(szigriszt(sums) == Approx(206.835 - 62.3 * 1.5 - 10));
  CHECK(syllable_rules("en-US") == SyllableRules::English);
  CHECK(syllable_rules("es") == SyllableRules::Spanish);
  CHECK_FALSE(syllable_rules("ar"));
}

TEST_CASE("sections list items, rows or paragraphs, and what leads to them") {
  const Reading reading = written_reading(
      "Before all.\n# Do\nFor a week:\n- Wash.\n- Rest.\n# Eat\nSoup.\nBread.\n# Rows\na b|c d\ne "
      "f|g h");
  const auto sections = sections_of(reading);
  REQUIRE(sections.size() == 4);
  CHECK_FALSE(sections[0].heading);
  const Entries listed = entries_of(reading, sections[1]);
  CHECK(listed.lead_in.size() == 1);
  CHECK(listed.entries.size() == 2);
  CHECK(entries_of(reading, sections[2]).entries.size() == 2);
  const Entries rows = entries_of(reading, sections[3]);
  REQUIRE(rows.entries.size() == 2);
  CHECK(rows.entries[0].paragraphs.size() == 2);
}

}  // namespace handbill::prose
