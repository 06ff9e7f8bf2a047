// SPDX-License-Identifier: MIT
#include "prose/passive.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/language_tag.h"
#include "prose/sections.h"
#include "prose/word_list.h"

namespace handbill::prose {
namespace {

bool ends_with_one_of(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::ranges::any_of(endings, [&](std::string_view each) { return word.ends_with(each); });
}

// ---- English ------------------------------------------------------------------------------------

constexpr auto kBe = std::to_array<std::string_view>(
    {"am", "is", "are", "was", "were", "be", "been", "being", "get", "gets", "got", "getting",
     "isn't", "aren't", "wasn't", "weren't"});

constexpr auto kBetweenVerbs = std::to_array<std::string_view>(
    {"not", "never", "also", "always", "often", "now", "then", "only", "well", "still", "just",
     "both", "all", "even", "sometimes", "first", "best", "being", "already"});

constexpr auto kParticiples = std::to_array<std::string_view>(
    {"beaten",   "bent",    "bitten",  "blown",      "born",     "bought",     "bound",
     "broken",   "brought", "built",   "burnt",      "cast",     "caught",     "chosen",
     "cut",      "dealt",   "done",    "drawn",      "driven",   "drunk",      "eaten",
     "fed",      "felt",    "found",   "forgotten",  "frozen",   "given",      "ground",
     "grown",    "heard",   "held",    "hidden",     "hit",      "hurt",       "kept",
     "known",    "laid",    "led",     "left",       "lent",     "lost",       "made",
     "meant",    "met",     "paid",    "put",        "read",     "rid",        "run",
     "said",     "seen",    "sent",    "set",        "sewn",     "shaken",     "shown",
     "shut",     "sold",    "sought",  "spent",      "split",    "spoken",     "spread",
     "stolen",   "struck",  "stuck",   "swept",      "taken",    "taught",     "thought",
     "thrown",   "told",    "torn",    "understood", "woken",    "won",        "worn",
     "wound",    "woven",   "written", "drawn",      "overseen", "undertaken", "withdrawn",
     "overdone", "foreseen"});

/// They describe: "you are tired". And what only looks like a participle: "is red".
constexpr auto kDescribing = std::to_array<std::string_view>(
    {"tired",       "interested", "worried",   "scared",    "excited",     "concerned",
     "married",     "related",    "supposed",  "sunburned", "experienced", "qualified",
     "skilled",     "licensed",   "certified", "trained",   "limited",     "advanced",
     "mixed",       "detailed",   "aged",      "pleased",   "satisfied",   "confused",
     "embarrassed", "relaxed",    "bored",     "annoyed",   "allergic",    "hundred",
     "sacred",      "naked",      "wicked",    "rugged",    "ragged",      "inflamed",
     "irritated",   "bruised",    "swollen",   "ashamed",   "surprised",   "disappointed",
     "crooked",     "dedicated",  "committed", "closed",    "blessed",     "gifted",
     "complicated", "armored",    "red",       "bed",       "shed",        "led",
     "fed",         "used",       "depressed", "stressed",  "prepared",    "excused",
     "finished"});

bool is_english_participle(std::string_view word) {
  if (is_in(kDescribing, word)) return false;
  if (is_in(kParticiples, word)) return true;
  if (word.size() < 5 || !word.ends_with("ed") || word.find('-') != word.npos) return false;
  return !word.ends_with("eed") || ends_with_one_of(word, {"greed", "teed", "freed"});
}

/// "is used" is passive, "is used to the cold" is not.
bool is_used(const std::vector<Token>& tokens, std::size_t at, std::size_t end) {
  return tokens[at].plain == "used" && !(at + 1 < end && tokens[at + 1].plain == "to");
}

bool may_stand_between(std::string_view word) {
  return is_in(kBetweenVerbs, word) || (word.size() > 4 && word.ends_with("ly"));
}

// ---- Spanish ------------------------------------------------------------------------------------

constexpr auto kSer = std::to_array<std::string_view>(
    {"es", "son", "era", "eran", "fue", "fueron", "ser", "sido", "siendo", "será", "serán", "sería",
     "serían", "sea", "sean", "fuera", "fueran"});
constexpr auto kSpanishParticiples =
    std::to_array<std::string_view>({"hech", "dich", "escrit", "vist", "puest", "abiert", "cubiert",
                                     "rot", "resuelt", "impuest", "propuest", "devuelt"});
constexpr auto kSpanishDescribing = std::to_array<std::string_view>(
    {"adecuad", "delicad", "complicad", "cuidad",   "resultad", "estad",  "lad",     "marid",
     "sentid",  "partid",  "limitad",   "pesad",    "avanzad",  "elevad", "moderad", "casad",
     "cansad",  "nid",     "gradu",     "apropiad", "demasiad", "mercad", "grad",    "contenid",
     "parecid", "debid",   "vid",       "medid",    "comid",    "bebid",  "salid",   "herid",
     "privad",  "variad",  "prolongad", "localizad"});

/// Without "o", "a", "os", "as".
std::optional<std::string_view> stem_of_participle(std::string_view word) {
  for (const std::string_view ending : {"os", "as", "o", "a"}) {
    if (word.size() > ending.size() && word.ends_with(ending)) {
      return word.substr(0, word.size() - ending.size());
    }
  }
  return std::nullopt;
}

bool is_spanish_participle(std::string_view word) {
  const auto stem = stem_of_participle(word);
  if (!stem || is_in(kSpanishDescribing, *stem)) return false;
  if (is_in(kSpanishParticiples, *stem)) return true;
  // "rápido", "válida" are none.
  const bool has_accent = stem->find("\xC3") != stem->npos && !stem->ends_with("íd");
  return stem->size() >= 4 && !has_accent && ends_with_one_of(*stem, {"ad", "id", "íd"});
}

bool may_stand_between_spanish(std::string_view word) {
  constexpr auto kWords =
      std::to_array<std::string_view>({"no", "ya", "siempre", "nunca", "también", "bien", "solo"});
  return is_in(kWords, word) || word.ends_with("mente");
}

// ---- Both ---------------------------------------------------------------------------------------

struct Grammar {
  bool (*is_verb)(std::string_view word);
  bool (*may_stand_between)(std::string_view word);
  bool (*is_participle)(const std::vector<Token>& tokens, std::size_t at, std::size_t end);
};

constexpr Grammar kEnglish{
    [](std::string_view word) { return is_in(kBe, word); }, may_stand_between,
    [](const std::vector<Token>& tokens, std::size_t at, std::size_t end) {
      return is_english_participle(tokens[at].plain) || is_used(tokens, at, end);
    }};
constexpr Grammar kSpanish{[](std::string_view word) { return is_in(kSer, word); },
                           may_stand_between_spanish,
                           [](const std::vector<Token>& tokens, std::size_t at, std::size_t) {
                             return is_spanish_participle(tokens[at].plain);
                           }};

const Grammar* grammar_of(std::string_view language) {
  const std::string_view base = primary_language(language);
  if (base == "en") return &kEnglish;
  return base == "es" ? &kSpanish : nullptr;
}

/// Of the participle to the verb at `verb`.
std::optional<std::size_t> participle_behind(const Grammar& grammar,
                                             const std::vector<Token>& tokens, std::size_t verb,
                                             std::size_t end) {
  constexpr std::size_t kMostBetween = 3;
  for (std::size_t at = verb + 1; at < end && at <= verb + 1 + kMostBetween; ++at) {
    if (tokens[at].kind != Token::Kind::Word) return std::nullopt;
    if (grammar.is_participle(tokens, at, end)) return at;
    if (!grammar.may_stand_between(tokens[at].plain)) return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

bool tells_passives(std::string_view language) { return grammar_of(language) != nullptr; }

std::vector<words::Range> passives_in(const ReadParagraph& paragraph, std::string_view language) {
  std::vector<words::Range> found;
  const Grammar* grammar = grammar_of(language);
  if (grammar == nullptr) return found;
  const auto& tokens = paragraph.tokens;
  for (const Sentence& sentence : paragraph.sentences) {
    for (std::size_t at = sentence.tokens.begin; at < sentence.tokens.end; ++at) {
      if (!grammar->is_verb(tokens[at].plain)) continue;
      const auto participle = participle_behind(*grammar, tokens, at, sentence.tokens.end);
      if (!participle) continue;
      found.push_back({at, *participle + 1});
      at = *participle;
    }
  }
  return found;
}

}  // namespace handbill::prose
