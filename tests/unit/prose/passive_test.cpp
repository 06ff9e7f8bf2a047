// SPDX-License-Identifier: MIT
#include "prose/passive.h"

#include <catch2/catch.hpp>

namespace handbill::prose {
namespace {

/// What is found, parted by " / ".
std::string passives(const std::string& text, const char* language) {
  const ReadParagraph read = read_text(text);
  std::string told;
  for (const words::Range& each : passives_in(read, language)) {
    if (!told.empty()) told += " / ";
    const std::size_t begin = read.tokens[each.begin].begin;
    told += text.substr(begin, read.tokens[each.end - 1].end - begin);
  }
  return told;
}

struct PassiveCase {
  const char* text;
  const char* found;
};

}  // namespace

TEST_CASE("English passives are found by their form") {
  const PassiveCase cases[] = {
      {"The skin is cleaned first.", "is cleaned"},
      {"It was not seen by a nurse, and is now being watched.",
       "was not seen / is now being watched"},
      {"Your face will be gently washed.", "be gently washed"},
      {"Cream is given, then removed.", "is given"},
      {"It gets burned.", "gets burned"},
      {"Sunscreen is used.", "is used"},
      {"Loans are guaranteed.", "are guaranteed"},
      {"You are used to it.", ""},
      {"You are tired and your skin is red.", ""},
      {"Are you sunburned?", ""},
      {"She is a trained nurse.", ""},
      {"They need to bleed.", ""},
      {"We clean your skin.", ""},
      // It ends with the sentence.
      {"How is it? Cleaned.", ""},
  };
  for (const PassiveCase& each : cases) {
    INFO(each.text);
    CHECK(passives(each.text, "en-US") == each.found);
  }
}

TEST_CASE("Spanish passives are those with ser") {
  const PassiveCase cases[] = {
      {"La piel es limpiada por la enfermera.", "es limpiada"},
      {"Fue hecho ayer.", "Fue hecho"},
      {"Los puntos serán retirados.", "serán retirados"},
      {"La crema es rápida.", ""},
      {"La piel está seca.", ""},
      {"Es un cuidado diario.", ""},
      {"Es adecuado para usted.", ""},
  };
  for (const PassiveCase& each : cases) {
    INFO(each.text);
    CHECK(passives(each.text, "es") == each.found);
  }
}

TEST_CASE("of other languages no passives are told") {
  CHECK(tells_passives("en"));
  CHECK_FALSE(tells_passives("zh"));
  CHECK(passives("The skin is cleaned.", "fr").empty());
}

}  // namespace handbill::prose
