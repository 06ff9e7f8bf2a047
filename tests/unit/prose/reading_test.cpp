// SPDX-License-Identifier: MIT
// How texts are cut into sentences, words, numbers and signs.
#include "prose/reading.h"

#include <catch2/catch.hpp>

namespace handbill::prose {
namespace {

/// "word|word.|next": tokens apart, sentences by "/".
std::string cut(const std::string& text) {
  const ReadParagraph read = read_text(text);
  std::string result;
  for (const Sentence& sentence : read.sentences) {
    if (!result.empty()) result += " / ";
    for (std::size_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      if (i > sentence.tokens.begin) result += "|";
      result += read.tokens[i].plain;
    }
  }
  return result;
}

struct CutRow {
  const char* text;
  const char* cut;
};

}  // namespace

TEST_CASE("texts are cut into words, numbers and signs") {
  const auto [text, expected] = GENERATE(values<CutRow>({
      {"", ""},
      {"   ", ""},
      {"Micro-needling isn’t new", "micro-needling|isn't|new"},
      {"SPF 30, 100.4 °F (38 °C)", "spf|30|,|100.4|°|f|(|38|°|c|)"},
      {"1,200 mg; 24h; 8:00 am", "1,200|mg|;|24|h|;|8:00|am"},
      {"3.", "3|."},
      {"e.g. at 5 p.m. today", "e.g.|at|5|p.m.|today"},
      {"at 5 p.m today", "at|5|p.m|today"},
      {"See www.example.com/visit, or mail desk@example.com.",
       "see|www.example.com/visit|,|or|mail|desk@example.com|."},
      {"example.com", "example.com"},
      {"Rest.Wash", "rest|.|wash"},
      {"价格 $20", "价|格|$|20"},
      {"Día", "día"},
      {"COVID-19 B12", "covid-19|b12"},
      {"- item", "-|item"},
  }));
  CAPTURE(text);
  CHECK(cut(text) == expected);
}

TEST_CASE("a sentence ends where it does, and not at every stop") {
  const auto [text, expected] = GENERATE(values<CutRow>({
      {"Rest. Wash.", "rest|. / wash|."},
      {"See Dr. Who at 5 p.m. today.", "see|dr|.|who|at|5|p.m.|today|."},
      {"We close at 5 p.m. Call us.", "we|close|at|5|p.m. / call|us|."},
      {"Really?! Yes!", "really|?|! / yes|!"},
      {"He said “Stop.” Then he left.", "he|said|“|stop|.|” / then|he|left|."},
      {"(Rest first.) Then wash.", "(|rest|first|.|) / then|wash|."},
      {"5454 Wisconsin Ave. Suite 3", "5454|wisconsin|ave|.|suite|3"},
      {"one\ntwo", "one / two"},
      {"and so on... or not", "and|so|on|.|.|.|or|not"},
      {"¿Duele? No.", "¿|duele|? / no|."},
      {"请休息。然后洗脸。", "请|休|息|。 / 然|后|洗|脸|。"},
      {"pay 3.50 now", "pay|3.50|now"},
  }));
  CAPTURE(text);
  CHECK(cut(text) == expected);
}

TEST_CASE("a long text without a space is cut in bounded time") {
  std::string text;
  for (int i = 0; i < 50'000; ++i) text += "a/";
  CHECK(read_text(text).tokens.size() == 100'000);
}

}  // namespace handbill::prose
