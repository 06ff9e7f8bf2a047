// SPDX-License-Identifier: MIT
#include "spelling/spanish_words.h"

#include <catch2/catch.hpp>
#include <set>

using namespace handbill::spelling;

namespace {

bool is_made(const std::string& word) {
  static const std::set<std::string> kWords{
      "aplique",    "aplicar",      "rápida",     "rapida",       "suave",       "específica",
      "especifica", "continua",     "retroviral", "inflamatoria", "abdominal",   "evitar",
      "convertir",  "conciliación", "tolerable",  "vacuna",       "gota",        "poco",
      "poca",       "trombo",       "tórax",      "torácico",     "plaqueta",    "moderad",
      "texto",      "rayado",       "anemia",     "hepático",     "esófago",     "esofágico",
      "encéfalo",   "especial",     "aorta",      "aórtica",      "antibiótico", "cáncer",
      "migraña",    "inhalar",      "regida",     "relacionada",  "fumador",     "remplazar",
      "edificar",   "abundante",    "aneurisma",  "trasplante"};
  return is_made_in_spanish(word, [](const std::string& each) { return kWords.contains(each); });
}

}  // namespace

TEST_CASE("Spanish makes words of words") {
  for (const char* word :
       {"aplíquese",        "aplicárselo",    "rápidamente",     "suavemente",
        "específicamente",  "continuamente",  "antirretroviral", "antinflamatoria",
        "antiinflamatoria", "evitación",      "convertidora",    "conciliacional",
        "tolerabilidad",    "vacunales",      "gotita",          "exfumador",
        "irremplazable",    "edificabilidad", "abundantísima",   "pseudoaneurisma",
        "alotrasplante",    "idelalisib",     "gotitas",         "poquito",
        "poquísima",        "trombectomía",   "trombosis",       "toracoabdominal",
        "toracoesofágico",  "plaquetario",    "anemización",     "hepatopatía",
        "mesoencéfalo",     "inespecífica",   "correlacionada",  "antibioticoterapia",
        "migrañosas",       "inhalatoria",    "trastuzumab",     "supraaórtica",
        "microrrayado",     "pembrolizumab"}) {
    CAPTURE(word);
    CHECK(is_made(word));
  }
}

TEST_CASE("And no word whose accent is missing, or of parts that are none") {
  for (const char* word :
       {"apliquese",         "aplicarselo",   "rapidamente",   "especificamente", "antiretroviral",
        "evitacion",         "convertidorra", "trombectomia",  "hepatopatia",     "moderadmente",
        "cotexto",           "coregida",      "gotito",        "abitis",          "zzzectomía",
        "toracoabominal",    "mab",           "kumab",         "protexto",        "rebdominal",
        "suavementes",       "iremplazable",  "imremplazable", "exfumadro",       "edifcabilidad",
        "antirrinflamatoria"}) {
    CAPTURE(word);
    CHECK_FALSE(is_made(word));
  }
}

TEST_CASE("What stands before a hyphen may be the beginning of a word") {
  const auto has = [](const std::string& each) {
    return each == "abdominal" || each == "cefálico";
  };
  CHECK(is_spanish_prefix("anti", has));
  CHECK(is_spanish_prefix("abdomino", has));
  CHECK(is_spanish_prefix("céfalo", has));
  CHECK_FALSE(is_spanish_prefix("abdomina", has));
  CHECK_FALSE(is_spanish_prefix("hepato", has));
}
