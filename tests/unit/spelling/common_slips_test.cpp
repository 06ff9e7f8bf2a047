// SPDX-License-Identifier: MIT
// Words as people mistype them, by the lists that are installed.
#include <catch2/catch.hpp>
#include <span>

#include "spelling/speller.h"

using namespace handbill::spelling;

namespace {

struct CommonSlip {
  const char *typed, *meant;
};

constexpr CommonSlip kEnglish[] = {
    {"accomodate", "accommodate"},
    {"acheive", "achieve"},
    {"aestetic", "aesthetic"},
    {"alergic", "allergic"},
    {"antibotic", "antibiotic"},
    {"apointment", "appointment"},
    {"apparant", "apparent"},
    {"aquire", "acquire"},
    {"begining", "beginning"},
    {"beleive", "believe"},
    {"bleach", "bleach"},
    {"bruse", "bruise"},
    {"calender", "calendar"},
    {"clenser", "cleanser"},
    {"collegen", "collagen"},
    {"comming", "coming"},
    {"commited", "committed"},
    {"concious", "conscious"},
    {"dermatolgist", "dermatologist"},
    {"definately", "definitely"},
    {"diffrent", "different"},
    {"disapear", "disappear"},
    {"embarass", "embarrass"},
    {"enviroment", "environment"},
    {"excercise", "exercise"},
    {"exfoliat", "exfoliate"},
    {"experiance", "experience"},
    {"facail", "facial"},
    {"feever", "fever"},
    {"foriegn", "foreign"},
    {"goverment", "government"},
    {"hemmorhage", "hemorrhage"},
    {"ibuprofin", "ibuprofen"},
    {"immediatly", "immediately"},
    {"independant", "independent"},
    {"inflamation", "inflammation"},
    {"irratation", "irritation"},
    {"itchyness", "itchiness"},
    {"knowlege", "knowledge"},
    {"lukwarm", "lukewarm"},
    {"maintainance", "maintenance"},
    {"mositurizer", "moisturizer"},
    {"neccessary", "necessary"},
    {"neddle", "needle"},
    {"noticable", "noticeable"},
    {"occured", "occurred"},
    {"ocasion", "occasion"},
    {"peice", "piece"},
    {"perfume", "perfume"},
    {"pilowcase", "pillowcase"},
    {"posible", "possible"},
    {"prefered", "preferred"},
    {"pregnent", "pregnant"},
    {"proceedure", "procedure"},
    {"questionaire", "questionnaire"},
    {"reccomend", "recommend"},
    {"recieve", "receive"},
    {"redness", "redness"},
    {"rednes", "redness"},
    {"retinoll", "retinol"},
    {"scedule", "schedule"},
    {"seperate", "separate"},
    {"sevral", "several"},
    {"sunscren", "sunscreen"},
    {"swelling", "swelling"},
    {"swellling", "swelling"},
    {"symptons", "symptoms"},
    {"therapyst", "therapist"},
    {"tommorow", "tomorrow"},
    {"treatmant", "treatment"},
    {"truely", "truly"},
    {"untill", "until"},
    {"vitamine", "vitamin"},
    {"wether", "whether"},
};

constexpr CommonSlip kSpanish[] = {
    {"alergia", "alergia"},
    {"analgesico", "analgésico"},
    {"antibiotico", "antibiótico"},
    {"atencion", "atención"},
    {"cabesa", "cabeza"},
    {"cicatris", "cicatriz"},
    {"clinica", "clínica"},
    {"colageno", "colágeno"},
    {"comezon", "comezón"},
    {"conserbar", "conservar"},
    {"cuidadoz", "cuidados"},
    {"despues", "después"},

    {"dolór", "dolor"},
    {"emvarazo", "embarazo"},
    {"envase", "envase"},
    {"escosor", "escozor"},
    {"fiebrre", "fiebre"},
    {"gravedád", "gravedad"},
    {"hinchason", "hinchazón"},
    {"infeccion", "infección"},
    {"inflamacion", "inflamación"},
    {"inyeccion", "inyección"},
    {"limpiesa", "limpieza"},
    {"maquillage", "maquillaje"},
    {"medico", "médico"},
    {"moretón", "moretón"},
    {"ospital", "hospital"},
    {"proteccion", "protección"},
    {"recomendasion", "recomendación"},
    {"rrojez", "rojez"},
    {"sesion", "sesión"},
    {"sintomas", "síntomas"},
    {"tratamineto", "tratamiento"},
    {"umeda", "húmeda"},
    {"vacuna", "vacuna"},
    {"volber", "volver"},
};

struct Counted {
  std::vector<std::string> missed{}, others{};
  std::size_t asked = 0;
};

Counted count(std::span<const CommonSlip> slips, const char* language) {
  const Speller speller({}, {{HANDBILL_WORD_LISTS}, {}, {}});
  Counted counted;
  for (const CommonSlip& each : slips) {
    const bool is_known = speller.look_up(each.typed, language) == Spelling::Right;
    if (std::string_view(each.typed) == each.meant) {
      CAPTURE(each.typed);
      CHECK(is_known);
      continue;
    }
    ++counted.asked;
    if (is_known) {
      counted.missed.push_back(each.typed);
      continue;
    }
    const auto found = speller.suggestions(each.typed, language, 1);
    const std::string first = found.empty() ? "nothing" : found.front().word;
    if (first != each.meant) counted.others.push_back(std::string(each.typed) + " " + first);
  }
  return counted;
}

void check_counted(const Counted& counted) {
  CAPTURE(counted.asked, counted.missed, counted.others);
  CHECK(counted.missed.size() * 10 <= counted.asked);
  CHECK(counted.others.size() * 10 <= counted.asked);
}

}  // namespace

TEST_CASE("Nine in ten English slips are found, and nine in ten have what is meant first") {
  check_counted(count(kEnglish, "en-US"));
}

TEST_CASE("Nine in ten Spanish slips are found, and nine in ten have what is meant first") {
  check_counted(count(kSpanish, "es-US"));
}
