// SPDX-License-Identifier: MIT
#include "spelling/spanish_of_english.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace handbill::spelling;

namespace {

bool is_among(const std::string& word, const std::vector<std::string>& words) {
  return std::ranges::find(words, word) != words.end();
}

struct SameWord {
  const char *english, *spanish;
};

}  // namespace

TEST_CASE("Words of medicine are respelt as Spanish spells them") {
  constexpr SameWord kWords[] = {
      {"thromboembolism", "tromboembolismo"},
      {"serotonin", "serotonina"},
      {"triglycerides", "triglicéridos"},
      {"prostatic", "prostáticas"},
      {"fibrillation", "fibrilaciones"},
      {"gestational", "gestacionales"},
      {"spironolactone", "espironolactona"},
      {"amlodipine", "amlodipino"},
      {"schistosome", "esquistosoma"},
      {"sciatic", "ciática"},
      {"pneumonitis", "neumonitis"},
      {"tracheal", "traqueal"},
      {"cholesterol", "colesterol"},
      {"chemotherapy", "quimioterapia"},
      {"lymphedema", "linfedema"},
      {"leukemia", "leucemia"},
      {"ketoconazole", "ketoconazol"},
      {"keratosis", "queratosis"},
      {"immunology", "inmunología"},
      {"hemorrhagic", "hemorrágico"},
      {"percutaneous", "percutáneo"},
      {"cystic", "quístico"},
      {"zygomatic", "cigomático"},
      {"hydrazine", "hidracina"},
      {"metastatic", "metastásica"},
      {"procaine", "procaína"},
      {"arteriopathies", "arteriopatías"},
      {"erythropoietin", "eritropoyetina"},
      {"neuroleptic", "neuroléptico"},
      {"nucleic", "nucleico"},
      {"glomerulus", "glomérulo"},
      {"aureus", "aureus"},
      {"impression", "impresión"},
  };
  for (const SameWord& each : kWords) {
    CAPTURE(each.english, each.spanish);
    CHECK(is_among(each.spanish, spanish_of_english(each.english)));
  }
}

TEST_CASE("No word without the accent that Spanish writes is made of one") {
  constexpr SameWord kSlips[] = {
      {"prostatic", "prostatica"},     {"immunology", "inmunologia"},
      {"fibrillation", "fibrilacion"}, {"arteriopathies", "arteriopatia"},
      {"glomerulus", "glomerulo"},     {"impression", "impressión"},
      {"percutaneous", "percutaneo"},  {"hemorrhagic", "hemorragico"}};
  for (const SameWord& each : kSlips) {
    CAPTURE(each.english, each.spanish);
    CHECK_FALSE(is_among(each.spanish, spanish_of_english(each.english)));
  }
}

TEST_CASE("Words too short to tell, and of no such ending, are none of medicine") {
  CHECK(spanish_of_english("gland").empty());
  CHECK(spanish_of_english("glands").empty());
  CHECK(spanish_of_english("").empty());
  CHECK(spanish_of_english("stomach").empty());
}

TEST_CASE("Words that sound alike in Spanish are told as such") {
  CHECK(spanish_sound_of("mobilidad") == spanish_sound_of("movilidad"));
  CHECK(spanish_sound_of("hemorragia") == spanish_sound_of("emoragia"));
  CHECK(spanish_sound_of("sirujía") == spanish_sound_of("cirugía"));
  CHECK(spanish_sound_of("amariya") == spanish_sound_of("amarilla"));
  CHECK(spanish_sound_of("zumo") == spanish_sound_of("sumo"));
  CHECK(spanish_sound_of("gato") != spanish_sound_of("jato"));
  CHECK(spanish_sound_of("cama") != spanish_sound_of("sama"));
  CHECK(spanish_sound_of("pero") != spanish_sound_of("pelo"));
  CHECK(spanish_sound_of("").empty());
}
