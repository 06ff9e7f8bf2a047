// SPDX-License-Identifier: MIT
// Slips as hands make them, made by rule of words that leaflets have, by the lists that are
// installed: what more words are known must not hide them.
#include <catch2/catch.hpp>
#include <functional>
#include <map>
#include <set>

#include "spelling/letters.h"
#include "spelling/speller.h"

using namespace handbill::spelling;

namespace {

constexpr const char* kLeafletWords[] = {
    "abdomen",       "aceite",         "actividad",     "agua",
    "alcohol",       "alergia",        "alimentos",     "almohada",
    "ampolla",       "anestesia",      "antibiótico",   "antiinflamatorio",
    "aplicación",    "aplique",        "ardor",         "bañera",
    "beneficios",    "boca",           "brazo",         "cabello",
    "cabeza",        "calor",          "cambios",       "cicatriz",
    "cicatrización", "circulación",    "cirugía",       "clínica",
    "comezón",       "complicaciones", "conducir",      "consulta",
    "corazón",       "costra",         "crema",         "cuidado",
    "curación",      "dermatóloga",    "desinfección",  "diabetes",
    "diagnóstico",   "dificultad",     "doctora",       "dolor",
    "ejercicio",     "embarazo",       "emergencia",    "enfermera",
    "enjuague",      "enrojecimiento", "escalofríos",   "especialista",
    "esteroides",    "evitar",         "exposición",    "factor",
    "fiebre",        "gasa",           "guantes",       "hábitos",
    "hemorragia",    "herida",         "hielo",         "higiene",
    "hinchazón",     "horario",        "hospital",      "hidratante",
    "ibuprofeno",    "inflamación",    "infección",     "instrucciones",
    "inyección",     "jabón",          "labios",        "lavado",
    "lesión",        "limpieza",       "llamar",        "maquillaje",
    "máquina",       "mascarilla",     "medicamento",   "mejilla",
    "moretones",     "náuseas",        "necesario",     "observación",
    "oído",          "operación",      "paciente",      "pañuelo",
    "párpado",       "pastilla",       "pecho",         "peligro",
    "pequeño",       "piel",           "pomada",        "precaución",
    "preguntas",     "presión",        "procedimiento", "producto",
    "protector",     "próximo",        "quemadura",     "químico",
    "radiografía",   "rápidamente",    "recuperación",  "reacción",
    "regreso",       "repose",         "resultado",     "riesgo",
    "sangrado",      "sangre",         "seguimiento",   "seguro",
    "semana",        "sensación",      "síntomas",      "sol",
    "sombrero",      "suave",          "suavemente",    "sudor",
    "temperatura",   "tomografía",     "toalla",        "tratamiento",
    "úlcera",        "vacuna",         "vendaje",       "ventana",
    "visión",        "zapatos",        "hematología",   "dermatológico",
    "anafiláctico",  "epidermis",      "glóbulos",      "metástasis",
    "oftálmico",     "párpados",       "percutáneo",    "prostático",
    "queratosis",    "tiroides"};

/// The first `from` with `to` in its place; nothing: there is none.
std::string with(const std::string& word, std::string_view from, std::string_view to) {
  const std::size_t at = word.find(from);
  return at == word.npos ? std::string() : std::string(word).replace(at, from.size(), to);
}

struct Slip {
  const char* name;
  std::function<std::string(const std::string&)> make;
};

/// Where letters of one byte stand beside each other, of the word's middle.
std::size_t middle(const std::string& word) {
  for (std::size_t at = word.size() / 2; at + 1 < word.size(); ++at) {
    const bool is_plain = static_cast<unsigned char>(word[at]) < 0x80 &&
                          static_cast<unsigned char>(word[at + 1]) < 0x80;
    if (is_plain && word[at] != word[at + 1]) return at;
  }
  return word.npos;
}

const std::vector<Slip>& slips() {
  static const std::vector<Slip> kSlips{
      {"accent", [](const std::string& word) { return without_stress(word); }},
      {"b for v", [](const std::string& word) { return with(word, "v", "b"); }},
      {"v for b", [](const std::string& word) { return with(word, "b", "v"); }},
      {"no h", [](const std::string& word) { return with(word, "h", ""); }},
      {"s for c", [](const std::string& word) { return with(word, "ci", "si"); }},
      {"y for ll", [](const std::string& word) { return with(word, "ll", "y"); }},
      {"j for g", [](const std::string& word) { return with(word, "gi", "ji"); }},
      {"doubled",
       [](const std::string& word) {
         const std::size_t at = middle(word);
         return at == word.npos ? "" : std::string(word).insert(at, 1, word[at]);
       }},
      {"transposed",
       [](const std::string& word) {
         const std::size_t at = middle(word);
         std::string made = word;
         if (at != word.npos) std::swap(made[at], made[at + 1]);
         return made;
       }},
      {"left out",
       [](const std::string& word) {
         const std::size_t at = middle(word);
         return at == word.npos ? "" : std::string(word).erase(at, 1);
       }},
  };
  return kSlips;
}

}  // namespace

TEST_CASE("Slips in Spanish words are found, however many words are made by rule") {
  const Speller speller({});
  std::size_t made = 0, found = 0;
  std::map<std::string, std::string> passed;
  for (const std::string word : kLeafletWords) {
    CAPTURE(word);
    CHECK(speller.look_up(word, "es") == Spelling::Right);
    for (const Slip& slip : slips()) {
      const std::string typed = slip.make(word);
      if (typed.empty() || typed == word) continue;
      ++made;
      if (speller.look_up(typed, "es") == Spelling::Unknown) {
        ++found;
      } else {
        passed[slip.name] += " " + typed;
      }
    }
  }
  for (const auto& [name, words] : passed) UNSCOPED_INFO(name << ":" << words);
  INFO("found " << found << " of " << made);
  CHECK(made > 500);
  CHECK(found * 100 >= made * 96);
}
