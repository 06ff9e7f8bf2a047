// SPDX-License-Identifier: MIT
#include "prose/key_words.h"
#include "prose/word_list.h"

#include <algorithm>
#include <array>

namespace handbill::prose {
namespace {

/// English and Spanish, in the order of their bytes.
constexpr auto kEmptyWords = std::to_array<std::string_view>(
    {"a",           "about",        "absolutely", "after",       "again",       "al",
     "algo",        "algunos",      "all",        "allowed",     "also",        "always",
     "an",          "and",          "antes",      "any",         "anything",    "aplicar",
     "aplique",     "apply",        "applying",   "appointment", "are",         "area",
     "as",          "así",          "at",         "aunque",      "avoid",       "avoided",
     "avoiding",    "be",           "because",    "been",        "before",      "begin",
     "best",        "bien",         "both",       "but",         "by",          "cada",
     "can",         "casi",         "cita",       "clients",     "common",      "como",
     "completely",  "común",        "con",        "could",       "cuando",      "daily",
     "day",         "days",         "de",         "debe",        "deben",       "debería",
     "del",         "dentro",       "desde",      "después",     "did",         "do",
     "does",        "doing",        "don't",      "durante",     "during",      "día",
     "días",        "each",         "either",     "el",          "ella",        "en",
     "ensure",      "entre",        "es",         "esa",         "ese",         "eso",
     "esta",        "este",         "esto",       "estos",       "está",        "están",
     "every",       "everybody",    "everyone",   "evitar",      "evite",       "few",
     "fine",        "first",        "for",        "from",        "fully",       "general",
     "generally",   "generalmente", "gentle",     "gently",      "get",         "give",
     "go",          "goes",         "going",      "gone",        "good",        "ha",
     "had",         "haga",         "has",        "hasta",       "have",        "having",
     "hay",         "help",         "helps",      "here",        "hora",        "horas",
     "hour",        "hours",        "how",        "i",           "immediately", "in",
     "into",        "is",           "it",         "its",         "just",        "keep",
     "la",          "las",          "later",      "le",          "least",       "les",
     "let",         "leve",         "like",       "likely",      "lo",          "longer",
     "los",         "luego",        "make",       "may",         "means",       "menos",
     "mientras",    "might",        "mild",       "mildly",      "minimum",     "more",
     "most",        "mostly",       "much",       "must",        "muy",         "my",
     "más",         "máximo",       "mínimo",     "nada",        "need",        "needed",
     "never",       "next",         "ni",         "night",       "nights",      "no",
     "normal",      "normales",     "normally",   "normalmente", "nos",         "not",
     "now",         "nunca",        "o",          "of",          "off",         "often",
     "ok",          "okay",         "on",         "once",        "one",         "only",
     "or",          "otra",         "otro",       "our",         "out",         "over",
     "own",         "pacientes",    "para",       "patient",     "patients",    "people",
     "per",         "pero",         "person",     "persona",     "personas",    "plain",
     "please",      "poco",         "pocos",      "por",         "porque",      "possible",
     "probably",    "procedure",    "puede",      "pueden",      "put",         "póngase",
     "que",         "quede",        "quite",      "quédese",     "really",      "recommend",
     "recommended", "refrain",      "regular",    "resume",      "return",      "right",
     "safe",        "se",           "semana",     "semanas",     "ser",         "sesión",
     "session",     "should",       "si",         "siempre",     "simply",      "sin",
     "skip",        "slight",       "so",         "sobre",       "solo",        "some",
     "son",         "soon",         "start",      "starting",    "stay",        "still",
     "stop",        "strictly",     "su",         "such",        "suele",       "suelen",
     "surgery",     "sus",          "suspenda",   "take",        "taking",      "también",
     "tan",         "than",         "that",       "the",         "their",       "them",
     "then",        "there",        "these",      "they",        "this",        "those",
     "time",        "times",        "to",         "toda",        "todas",       "todo",
     "todos",       "tomar",        "tome",       "too",         "total",       "tras",
     "tratamiento", "treated",      "treatment",  "try",         "twice",       "typically",
     "un",          "una",          "unas",       "under",       "unos",        "until",
     "up",          "us",           "usar",       "use",         "used",        "using",
     "usted",       "usually",      "veces",      "very",        "vez",         "via",
     "visit",       "wait",         "we",         "wear",        "wearing",     "week",
     "weeks",       "well",         "when",       "where",       "while",       "will",
     "with",        "within",       "without",    "worst",       "would",       "y",
     "ya",          "you",          "your",       "yours",       "zona"});
static_assert(std::ranges::is_sorted(kEmptyWords));

constexpr auto kNegations = std::to_array<std::string_view>(
    {"not",     "don't",   "never",   "avoid",  "avoiding", "no",      "stop",
     "skip",    "without", "refrain", "can't",  "cannot",   "mustn't", "shouldn't",
     "nothing", "dont",    "evite",   "eviten", "evitar",   "nunca",   "suspenda",
     "deje",    "nada",    "ningún",  "ninguna"});

constexpr auto kCases = std::to_array<std::string_view>(
    {"if",        "unless",   "when",    "children", "child",  "except",    "depending", "some",
     "otherwise", "whenever", "once",    "si",       "cuando", "niños",     "niño",      "salvo",
     "excepto",   "según",    "algunos", "algunas",  "menos",  "sometimes", "veces"});

bool ends_in_double(std::string_view word) {
  const std::size_t size = word.size();
  if (size < 4 || word[size - 1] != word[size - 2]) return false;
  return std::string_view("bdgmnprt").find(word[size - 1]) != std::string_view::npos;
}

void cut(std::string& word, std::size_t count) { word.resize(word.size() - count); }

}  // namespace

bool says_nothing(std::string_view plain) { return std::ranges::binary_search(kEmptyWords, plain); }

bool negates(std::string_view plain) { return is_in(kNegations, plain); }

bool limits_case(std::string_view plain) { return is_in(kCases, plain); }

std::string stem_of(std::string_view plain, std::string_view language) {
  std::string word(plain);
  if (word.ends_with("'s")) cut(word, 2);
  if (language.starts_with("es")) {
    if (word.size() > 4 && word.ends_with("s")) cut(word, 1);
    if (word.size() > 4 && (word.ends_with("e") || word.ends_with("n"))) cut(word, 1);
    return word;
  }
  if (word.size() > 4 && word.ends_with("ies")) {
    cut(word, 3);
    return word + "y";
  }
  const bool is_hissing = word.ends_with("sses") || word.ends_with("shes") ||
                          word.ends_with("ches") || word.ends_with("xes");
  if (is_hissing) {
    cut(word, 2);
  } else if (word.size() > 3 && word.ends_with("s") && !word.ends_with("ss") &&
             !word.ends_with("us")) {
    cut(word, 1);
  }
  if (word.size() > 5 && word.ends_with("ing")) {
    cut(word, 3);
    if (ends_in_double(word)) cut(word, 1);
  } else if (word.size() > 4 && word.ends_with("ed") && !word.ends_with("eed")) {
    cut(word, 2);
    if (ends_in_double(word)) cut(word, 1);
  }
  if (word.size() > 3 && word.ends_with("e")) cut(word, 1);
  return word;
}

}  // namespace handbill::prose
