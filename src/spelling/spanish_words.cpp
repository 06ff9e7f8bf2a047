// SPDX-License-Identifier: MIT
#include "spelling/spanish_words.h"

#include <algorithm>
#include <array>
#include <span>

#include "spelling/letters.h"

namespace handbill::spelling {
namespace {

constexpr auto kPrefixes = std::to_array<std::string_view>(
    {"alfa",   "alo",   "angio", "anti",   "auto",   "beta",    "bio",    "bronco",  "cardio",
     "circum", "cito",  "colo",  "contra", "crio",   "dermato", "ecto",   "electro", "endo",
     "entero", "ex",    "extra", "fibro",  "fisio",  "fito",    "foto",   "gamma",   "gastro",
     "hemi",   "hemo",  "hidro", "hiper",  "hipo",   "homo",    "ileo",   "infra",   "inmuno",
     "inter",  "intra", "lipo",  "macro",  "medio",  "mega",    "meso",   "meta",    "micro",
     "mini",   "mio",   "mono",  "morbi",  "multi",  "musculo", "nano",   "naso",    "nefro",
     "neo",    "neumo", "neuro", "normo",  "organo", "oro",     "osteo",  "oto",     "para",
     "peri",   "pluri", "poli",  "pos",    "post",   "pre",     "pseudo", "psico",   "quimio",
     "radio",  "re",    "reno",  "retro",  "rino",   "semi",    "sero",   "seudo",   "sobre",
     "sub",    "super", "supra", "tele",   "termo",  "trans",   "ultra",  "uro",     "vaso",
     "veno",   "video", "viro",  "yuxta"});

/// Stand before longer words alone: "cortar" is of no other word.
constexpr auto kShortPrefixes =
    std::to_array<std::string_view>({"co", "des", "dis", "im", "in", "ir", "pro"});

/// Ends of the names of new medicines, which begin as nothing else does (WHO, The use of stems in
/// the selection of International Nonproprietary Names).
constexpr auto kMedicineEnds =
    std::to_array<std::string_view>({"anib", "ciclib", "gliptina", "lisib", "lutamida", "mab",
                                     "rafenib", "tecán", "tinib", "xabán", "zomib"});

/// Words of medicine are made of Greek parts, of which a list has few.
constexpr auto kMedicalEnds = std::to_array<std::string_view>(
    {"algia",    "algias",    "cito",     "citos",   "ectomía",  "ectomías", "emia",
     "emias",    "fobia",     "fobias",   "grafía",  "grafías",  "gráfica",  "gráficas",
     "gráfico",  "gráficos",  "génesis",  "génica",  "génicas",  "génico",   "génicos",
     "itis",     "logía",     "logías",   "lítica",  "líticas",  "lítico",   "líticos",
     "lógica",   "lógicas",   "lógico",   "lógicos", "megalia",  "metría",   "metrías",
     "osis",     "patía",     "patías",   "penia",   "plasia",   "plastia",  "plastias",
     "pática",   "páticas",   "pático",   "páticos", "pénica",   "pénicas",  "pénico",
     "pénicos",  "rragia",    "rragias",  "rrea",    "scopia",   "scopias",  "scópica",
     "scópicas", "scópico",   "scópicos", "terapia", "terapias", "terápica", "terápicas",
     "terápico", "terápicos", "tomía",    "tomías",  "trofia",   "trófica",  "tróficas",
     "trófico",  "tróficos",  "uria",     "urias",   "áusica",   "áusicas",  "áusico",
     "áusicos",  "émica",     "émicas",   "émico",   "émicos",   "ógrafa",   "ógrafas",
     "ógrafo",   "ógrafos",   "ólisis",   "óloga",   "ólogas",   "ólogo",    "ólogos"});

/// Ends of verbs, and what is made of them.
struct Derived {
  std::string_view made, of;
};
constexpr auto kDerived = std::to_array<Derived>({
    {"aria", "o"},        {"arias", "o"},        {"ario", "o"},      {"arios", "o"},
    {"aria", "a"},        {"arias", "a"},        {"ario", "a"},      {"arios", "a"},
    {"atoria", "ar"},     {"atorias", "ar"},     {"atorio", "ar"},   {"atorios", "ar"},
    {"iforme", "o"},      {"iforme", "a"},       {"iformes", "o"},   {"iformes", "a"},
    {"able", "ar"},       {"ables", "ar"},       {"ación", "ar"},    {"aciones", "ar"},
    {"ador", "ar"},       {"adora", "ar"},       {"adoras", "ar"},   {"adores", "ar"},
    {"aje", "ar"},        {"ajes", "ar"},        {"amiento", "ar"},  {"amientos", "ar"},
    {"ante", "ar"},       {"antes", "ar"},       {"ativa", "ar"},    {"ativas", "ar"},
    {"ativo", "ar"},      {"ativos", "ar"},      {"edor", "er"},     {"edora", "er"},
    {"edoras", "er"},     {"edores", "er"},      {"ible", "er"},     {"ibles", "er"},
    {"imiento", "er"},    {"imientos", "er"},    {"ible", "ir"},     {"ibles", "ir"},
    {"ición", "ir"},      {"iciones", "ir"},     {"idor", "ir"},     {"idora", "ir"},
    {"idoras", "ir"},     {"idores", "ir"},      {"imiento", "ir"},  {"imientos", "ir"},
    {"bilidad", "ble"},   {"bilidades", "ble"},  {"cional", "ción"}, {"cionales", "ción"},
    {"cionista", "ción"}, {"cionistas", "ción"}, {"sional", "sión"}, {"sionales", "sión"},
    {"osa", "a"},         {"osas", "a"},         {"oso", "a"},       {"osos", "a"},
    {"osa", "o"},         {"osas", "o"},         {"oso", "o"},       {"osos", "o"},
    {"al", "a"},          {"ales", "a"},         {"al", "o"},        {"ales", "o"},
});

/// Bytes of the shortest word that others are made of.
constexpr std::size_t kShortest = 5;
constexpr std::size_t kShortestRoot = 3;

/// The last vowel before `end` gets the stress: "hepatic" before "o" is hepátic.
std::string with_stress_before(std::string_view word, std::size_t end) {
  constexpr std::string_view kPlain = "aeiou";
  constexpr std::array<std::string_view, 5> kStressed{"á", "é", "í", "ó", "ú"};
  std::string made(word);
  const std::size_t at = word.substr(0, end).find_last_of(kPlain);
  if (at != word.npos) made.replace(at, 1, kStressed[kPlain.find(word[at])]);
  return made;
}

bool is_plain_vowel(char letter) {
  return std::string_view("aeiou").find(letter) != std::string_view::npos;
}

bool has_stress(const std::string& word) { return without_stress(word) != word; }

/// "patologia": what ends so bears an accent.
bool misses_stress(const std::string& word) {
  if (has_stress(word)) return false;
  return std::ranges::any_of(kMedicalEnds, [&](std::string_view end) {
    const std::string plain = without_stress(end);
    return plain != end && word.ends_with(plain);
  });
}

/// "tromb", "hepato": what other words of medicine begin with, as "trombosis" and "hepático" do.
bool is_root(std::string stem, const HasWord& has) {
  if (stem.ends_with('o')) stem.pop_back();
  if (stem.size() < kShortestRoot) return false;
  if (std::ranges::find(kPrefixes, stem + "o") != kPrefixes.end()) return true;
  for (const std::string_view end :
       {"", "a", "al", "ar", "ario", "e", "ia", "ina", "io", "itis", "o", "oma", "osis"}) {
    if (has(stem + std::string(end))) return true;
  }
  const std::string stressed = with_stress_before(stem, stem.size());
  if (has(stressed) || has(stressed + "ico") || has(stressed + "eo")) return true;
  // "antibiotic" of antibiótico.
  return stem.ends_with("ic") && has(with_stress_before(stem, stem.size() - 2) + "o");
}

std::string_view without_prefix(std::string_view word) {
  for (const std::string_view prefix : kPrefixes) {
    if (word.starts_with(prefix)) return word.substr(prefix.size());
  }
  return word;
}

bool is_medicine(const std::string& word) {
  constexpr std::size_t kShortestName = 7;
  return word.size() >= kShortestName &&
         std::ranges::any_of(kMedicineEnds,
                             [&](std::string_view end) { return word.ends_with(end); });
}

bool is_medical(const std::string& word, const HasWord& has) {
  if (is_medicine(word)) return true;
  return std::ranges::any_of(kMedicalEnds, [&](std::string_view end) {
    if (!word.ends_with(end)) return false;
    const std::string stem = without_stress(word.substr(0, word.size() - end.size()));
    return is_root(stem, has) || is_root(std::string(without_prefix(stem)), has);
  });
}

/// "protéjala", "lávesela": a form of a verb and pronouns, of which a list has few.
bool is_with_enclitic(const std::string& word, const HasWord& has) {
  constexpr auto kPronouns = std::to_array<std::string_view>(
      {"la", "las", "le", "les", "lo", "los", "me", "nos", "se", "te"});
  constexpr std::size_t kShortestVerb = 3;
  const std::string plain = without_stress(word);
  // The stress is written, unless one follows an infinitive.
  const auto is_verb = [&](const std::string& stem) {
    return stem.size() >= kShortestVerb && plain != word && has(stem);
  };
  for (const std::string_view last : kPronouns) {
    if (!plain.ends_with(last)) continue;
    const std::string stem = plain.substr(0, plain.size() - last.size());
    if (is_verb(stem) || (plain == word && stem.ends_with('r') && has(stem))) return true;
    for (const std::string_view first : {"me", "te", "se", "nos"}) {
      if (stem.ends_with(first) && is_verb(stem.substr(0, stem.size() - first.size()))) return true;
    }
  }
  return false;
}

/// "suavemente", of any adjective, whose accent it keeps: "rápidamente".
bool is_adverb(const std::string& word, const HasWord& has) {
  constexpr std::string_view kEnd = "mente";
  if (!word.ends_with(kEnd)) return false;
  const std::string stem = word.substr(0, word.size() - kEnd.size());
  // Of an imperative ("moderad") none is made.
  if (stem.ends_with('d') || !has(stem)) return false;
  // "rapida" is no word, and "especifica" is one of a verb: "específica" is meant.
  if (has_stress(stem) || !stem.ends_with('a')) return true;
  const std::size_t last = stem.find_last_of("aeiou", stem.size() - 2);
  return last == stem.npos || last == 0 || !has(with_stress_before(stem, last));
}

bool is_derived(const std::string& word, const HasWord& has) {
  return std::ranges::any_of(kDerived, [&](const Derived& each) {
    // Of nouns ("vacunal") many short ones look like forms of verbs.
    const std::size_t shortest = each.of.size() == 1 ? kShortest : kShortest - 1;
    if (!word.ends_with(each.made) || word.size() < each.made.size() + shortest) return false;
    const std::string of = word.substr(0, word.size() - each.made.size()) + std::string(each.of);
    // "edificabilidad" of "edificable", which is made of "edificar".
    return has(of) || (each.of == "ble" && is_derived(of, has));
  });
}

/// "aleatorizado", "anemización": of a verb that is made of another word.
bool is_made_verb(const std::string& word, const HasWord& has) {
  constexpr auto kEnds =
      std::to_array<std::string_view>({"izaciones", "ización", "izado", "izada", "izados", "izadas",
                                       "izando", "izante", "izantes", "izar"});
  return std::ranges::any_of(kEnds, [&](std::string_view end) {
    if (!word.ends_with(end) || word.size() < end.size() + kShortest - 1) return false;
    const std::string stem = word.substr(0, word.size() - end.size());
    return std::ranges::any_of(std::to_array<std::string_view>({"", "a", "al", "ia", "io", "o"}),
                               [&](std::string_view of) { return has(stem + std::string(of)); });
  });
}

/// "uvita", "momentito", "poquitos", "riquísima": of the word without its end.
bool is_small_or_great(const std::string& word, const HasWord& has) {
  const std::string one = word.ends_with('s') ? word.substr(0, word.size() - 1) : word;
  if (one.empty() || (one.back() != 'o' && one.back() != 'a')) return false;
  for (const std::string_view middle : {"it", "ísim"}) {
    const std::string_view before = std::string_view(one).substr(0, one.size() - 1);
    if (!before.ends_with(middle) || before.size() < middle.size() + 2) continue;
    std::string stem(before.substr(0, before.size() - middle.size()));
    // It sounds as before, and is spelt so.
    if (stem.ends_with("qu")) stem.replace(stem.size() - 2, 2, "c");
    if (stem.ends_with("gu")) stem.pop_back();
    if (stem.size() < kShortestRoot) continue;
    if (has(stem + one.back())) return true;
    // "abundantísimo" of "abundante".
    if (middle == "ísim" && has(stem + 'e')) return true;
  }
  return false;
}

bool is_made(const std::string& word, const HasWord& has) {
  return has(word) || is_derived(word, has);
}

/// What stands behind a prefix: with its r twice, or without the vowel that both have.
bool is_behind_prefix(std::string_view prefix, const std::string& rest, const HasWord& has) {
  const char last = prefix.back();
  if (is_plain_vowel(last) && rest.starts_with('r')) {
    return rest.starts_with("rr") && is_made(rest.substr(1), has);
  }
  if (rest.size() >= kShortest && is_made(rest, has)) return true;
  constexpr std::size_t kLongEnough = 4;
  return prefix.size() >= kLongEnough && rest.size() >= kShortest &&
         (last == 'a' || last == 'e' || last == 'i' || last == 'o') &&
         has(std::string(1, last) + rest);
}

/// "abdomino", of "abdominal"; "hepato", of "hepático".
bool is_combining_form(std::string_view part, const HasWord& has) {
  if (part.size() < kShortest || part.back() != 'o') return false;
  const std::string stem = without_stress(part.substr(0, part.size() - 1));
  return has(stem + "al") || has(with_stress_before(stem, stem.size()) + "ico") ||
         has(with_stress_before(stem, stem.size()) + "eo");
}

enum class Prefixes { One, Several };

bool is_with_prefix(const std::string& word, const HasWord& has, Prefixes prefixes) {
  constexpr std::size_t kLongEnough = 4;
  for (const std::string_view prefix : kPrefixes) {
    if (!word.starts_with(prefix) || word.size() < prefix.size() + kShortest - 1) continue;
    const std::string rest = word.substr(prefix.size());
    if (is_behind_prefix(prefix, rest, has)) return true;
    const bool may_have_more = prefixes == Prefixes::Several && prefix.size() >= kLongEnough;
    if (may_have_more && is_with_prefix(rest, has, Prefixes::One)) return true;
  }
  constexpr std::size_t kLongRest = 8;
  for (const std::string_view prefix : kShortPrefixes) {
    if (!word.starts_with(prefix) || word.size() < prefix.size() + kLongRest) continue;
    const std::string rest = word.substr(prefix.size());
    // "irremplazable", "imposible"; before other letters it is "in".
    if (prefix == "ir" && rest.front() != 'r') continue;
    if (prefix == "im" && rest.front() != 'p' && rest.front() != 'b') continue;
    if (is_made(rest, has) || (rest.starts_with("rr") && is_made(rest.substr(1), has))) return true;
  }
  for (std::size_t at = word.find('o', kShortest - 1); at != word.npos;
       at = word.find('o', at + 1)) {
    const std::string_view part = std::string_view(word).substr(0, at + 1);
    const std::string rest = word.substr(at + 1);
    if (rest.size() < kShortest) break;
    if (is_combining_form(part, has) && is_behind_prefix(part, rest, has)) return true;
  }
  return false;
}

}  // namespace

bool is_made_in_spanish(const std::string& word, const HasWord& has) {
  if (misses_stress(word)) return false;
  return is_with_enclitic(word, has) || is_adverb(word, has) || is_medical(word, has) ||
         is_made_verb(word, has) || is_derived(word, has) || is_small_or_great(word, has) ||
         is_with_prefix(word, has, Prefixes::Several);
}

bool is_spanish_prefix(std::string_view part, const HasWord& has) {
  const std::string plain = without_stress(part);
  return std::ranges::find(kPrefixes, plain) != kPrefixes.end() || is_combining_form(part, has);
}

}  // namespace handbill::spelling
