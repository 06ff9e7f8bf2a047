// SPDX-License-Identifier: MIT
#include "prose/syllables.h"

#include <catch2/catch.hpp>

namespace handbill::prose {
namespace {

struct Word {
  const char* word;
  std::size_t syllables;
};

void check_syllables(std::initializer_list<Word> words, SyllableRules rules) {
  for (const Word& each : words) {
    CAPTURE(each.word);
    CHECK(count_syllables(each.word, rules) == each.syllables);
  }
}

}  // namespace

TEST_CASE("English words have as many syllables as are heard") {
  check_syllables(
      {{"skin", 1},        {"wash", 1},         {"sunscreen", 2},    {"infection", 3},
       {"moisturizer", 4}, {"collagen", 3},     {"needle", 2},       {"needles", 2},
       {"tiny", 2},        {"peeled", 1},       {"treated", 2},      {"washes", 2},
       {"creates", 2},     {"create", 2},       {"area", 3},         {"healthcare", 2},
       {"safely", 2},      {"careful", 2},      {"movement", 2},     {"element", 3},
       {"serious", 3},     {"patient", 2},      {"ingredient", 4},   {"science", 2},
       {"being", 2},       {"studying", 3},     {"employee", 3},     {"didn't", 2},
       {"don't", 1},       {"they've", 1},      {"organism", 4},     {"unique", 2},
       {"rhythm", 2},      {"something", 2},    {"sunburned", 2},    {"microneedling", 4},
       {"follow-up", 3},   {"high-quality", 4}, {"isotretinoin", 5}, {"breastfeeding", 3},
       {"actual", 3},      {"question", 2},     {"fluid", 2},        {"juice", 1},
       {"radio", 3},       {"nation", 2},       {"spf", 3},          {"a", 1},
       {"the", 1},         {"caf\u00E9", 2},    {"every", 2},        {"hygiene", 2},
       {"business", 2},    {"sometimes", 2},    {"happier", 3},      {"video", 3}},
      SyllableRules::English);
}

TEST_CASE("Spanish words have as many syllables as RAE counts") {
  check_syllables({{"piel", 1},      {"sanando", 3},
                   {"después", 2},   {"microagujas", 5},
                   {"día", 2},       {"agua", 2},
                   {"queloides", 3}, {"anticoagulantes", 7},
                   {"guía", 2},      {"pingüino", 3},
                   {"hoy", 1},       {"muy", 1},
                   {"cuidado", 3},   {"caer", 2},
                   {"león", 2},      {"aéreo", 4},
                   {"país", 2},      {"búho", 2},
                   {"prohibir", 2},  {"construir", 2},
                   {"ahí", 2},       {"higiene", 3},
                   {"leer", 2},      {"poeta", 3},
                   {"rojez", 2},     {"y", 1},
                   {"noche", 2},     {"quemaduras", 4},
                   {"guerra", 2},    {"isotretinoína", 7}},
                  SyllableRules::Spanish);
}

}  // namespace handbill::prose
