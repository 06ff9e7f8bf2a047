// SPDX-License-Identifier: MIT
#include "spelling/speller.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <span>
#include <tuple>
#include <utility>

#include "base/ascii.h"
#include "base/installed.h"
#include "base/language_tag.h"
#include "base/utf8.h"
#include "spelling/dictionary.h"
#include "spelling/letters.h"
#include "spelling/near_words.h"
#include "spelling/spanish_words.h"
#include "spelling/word_list.h"

namespace handbill::spelling {
namespace fs = std::filesystem;
namespace {

/// Written without spaces between words, so that nobody could tell them.
bool has_no_spaces(std::string_view language) {
  constexpr auto kWithout =
      std::to_array<std::string_view>({"bo", "ja", "km", "lo", "my", "th", "yue", "zh"});
  return std::ranges::find(kWithout, primary_language(language)) != kWithout.end();
}

bool is_american(std::string_view language) {
  return language == "en" || language == "en-US" || language == "en-PR" || language == "en-PH";
}

std::vector<std::string_view> lists_of(std::string_view language) {
  if (is_american(language)) return {"en.words", "en-trade.words", "en-med.words"};
  if (primary_language(language) == "en") return {"en-trade.words", "en-med.words"};
  if (primary_language(language) == "es") return {"es.words", "es-trade.words", "es-med.words"};
  if (primary_language(language) == "ar") return {"ar-trade.words"};
  return {};
}

/// English and Spanish of America are known by their lists alone.
bool has_own_lists(std::string_view language) {
  return is_american(language) || primary_language(language) == "es";
}

/// Of which dictionaries know few words.
constexpr auto kEnglishPrefixes = std::to_array<std::string_view>(
    {"anti",   "auto",  "bio",   "cardio", "co",    "cryo",  "dermato", "electro", "hydro",
     "hyper",  "hypo",  "inter", "intra",  "laser", "micro", "mini",    "multi",   "nano",
     "neuro",  "non",   "over",  "peri",   "photo", "poly",  "post",    "pre",     "pro",
     "radio",  "re",    "retro", "self",   "semi",  "sub",   "super",   "supra",   "tele",
     "thermo", "trans", "ultra", "un",     "under", "vaso"});
std::span<const std::string_view> prefixes_of(std::string_view language) {
  if (primary_language(language) == "en") return kEnglishPrefixes;
  return {};
}

/// The ways in which a list may have a word that is written so in a text, as Hunspell takes them:
/// what a list has in small letters may have capitals, and not the other way round.
std::vector<std::string> ways_to_write(const std::string& word) {
  std::vector<std::string> ways{word};
  const Casing casing = casing_of(word);
  if (casing == Casing::Capital || casing == Casing::Capitals) {
    ways.push_back(in_small_letters(word));
  }
  if (casing == Casing::Capitals) ways.push_back(with_capital(ways.back()));
  return ways;
}

/// Without the 's of possession, or the ' alone; nothing: it has none.
std::optional<std::string_view> without_possessive(std::string_view word) {
  for (const std::string_view end : {"'s", "'S", "s'", "S'"}) {
    if (word.size() <= end.size() || !word.ends_with(end)) continue;
    return word.substr(0, word.size() - (end[0] == '\'' ? 2 : 1));
  }
  return std::nullopt;
}

std::vector<std::string_view> parts_of(std::string_view word) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0;;) {
    const std::size_t end = std::min(word.find('-', at), word.size());
    parts.push_back(word.substr(at, end - at));
    if (end == word.size()) return parts;
    at = end + 1;
  }
}

/// "VHC", "HBs" of "anti-HBs".
bool is_abbreviation(std::string_view part) {
  constexpr std::size_t kLongest = 6;
  if (part.size() > kLongest) return false;
  return std::ranges::count_if(part, [](char c) { return c >= 'A' && c <= 'Z'; }) >= 2;
}

/// What a language's words are looked up in.
struct Book {
  std::vector<WordList> lists{};
  Dictionary* dictionary = nullptr;
  std::span<const std::string_view> prefixes{};
  bool is_spanish = false;
  bool is_missing = false;
};

}  // namespace

Places usual_places() {
  return {made_folders("spelling"), package_folders("hunspell"), module_folders()};
}

class Speller::Books {
 public:
  Books(OwnWords own, Places places, std::function<std::string()> recall)
      : own_(std::move(own)), places_(std::move(places)), recall_(std::move(recall)) {}

  Book& of(std::string_view language) {
    const auto known = by_language_.find(language);
    if (known != by_language_.end()) return known->second;
    return by_language_.emplace(language, make(language)).first->second;
  }

  bool knows(std::string_view word, Book& book) const {
    const std::vector<std::string> ways = ways_to_write(std::string(word));
    if (std::ranges::any_of(ways, [&](const std::string& each) { return is_in(each, book); })) {
      return true;
    }
    if (const auto owner = without_possessive(word)) {
      if (knows(*owner, book)) return true;
    }
    const auto parts = parts_of(word);
    if (parts.size() > 1) {
      return std::ranges::all_of(parts, [&](std::string_view part) {
        return count_code_points(part) <= 1 || has_digit(part) || is_abbreviation(part) ||
               is_prefix(part, book) || knows(part, book);
      });
    }
    const std::string small = in_small_letters(word);
    if (is_with_prefix(small, book)) return true;
    if (book.is_spanish && is_made_in_spanish(small, has_word(book))) return true;
    if (book.dictionary == nullptr) return false;
    // What can't be asked is not told as wrong.
    return book.dictionary->knows(word).value_or(true);
  }

  static bool is_in(const std::string& word, const Book& book) {
    return std::ranges::any_of(book.lists, [&](const WordList& list) { return list.has(word); });
  }

  /// The same word is misspelt in one document after the other.
  std::vector<Suggestion> remembered_suggestions(const std::string& word, std::string_view language,
                                                 const Book& book, std::size_t most) {
    const auto [known, is_new] =
        suggested_.try_emplace({std::string(language), word, most}, std::vector<Suggestion>());
    if (is_new) known->second = suggestions(word, book, most);
    return known->second;
  }

  static std::vector<Suggestion> suggestions(const std::string& word, const Book& book,
                                             std::size_t most) {
    // One more tells whether the first is alone as near as it is.
    const std::size_t asked = std::max<std::size_t>(most, 2);
    const std::string small = in_small_letters(word);
    std::vector<NearWord> near;
    if (book.dictionary == nullptr) {
      near = near_words(book.lists, small, asked);
    } else {
      const auto theirs = book.dictionary->suggestions(word, asked);
      const auto list = list_of(theirs);
      if (list) near = near_words(std::span(&*list, 1), small, asked);
      for (const std::string& each : theirs) near.push_back({each, 2 * kOneSlip});
    }
    return as_suggestions(near, word, most);
  }

  const OwnWords& own() const { return own_; }
  const std::set<std::string, std::less<>>& missing() const { return missing_; }

  std::optional<std::string> take_news() const {
    std::string kept;
    bool has_news = false;
    for (const auto& [path, dictionary] : dictionaries_) {
      kept += dictionary.verdicts();
      has_news = has_news || dictionary.has_news();
    }
    return has_news ? std::optional(std::move(kept)) : std::nullopt;
  }

 private:
  Book make(std::string_view language) {
    Book book;
    if (has_no_spaces(language)) {
      book.is_missing = true;
      return book;
    }
    const auto own = list_of(own_words(own_.of(language)));
    if (own) book.lists.push_back(*own);
    book.prefixes = prefixes_of(language);
    book.is_spanish = primary_language(language) == "es";
    const auto names = lists_of(language);
    bool has_all_words = has_own_lists(language);
    for (const std::string_view name : names) {
      // The first has them; the others have words of a trade.
      if (!open_list(name, book) && name == names.front()) has_all_words = false;
    }
    const bool needs_dictionary = !has_all_words;
    if (needs_dictionary) book.dictionary = dictionary_of(language);
    if (book.dictionary == nullptr && needs_dictionary) {
      book.is_missing = true;
      missing_.emplace(language);
    }
    return book;
  }

  /// Each word of them, in capitals too.
  static std::vector<std::string> own_words(const std::vector<std::string_view>& lines) {
    std::vector<std::string> words;
    for (const std::string_view line : lines) {
      for (std::size_t at = 0; at < line.size();) {
        const std::size_t end = std::min(line.find(' ', at), line.size());
        words.emplace_back(line.substr(at, end - at));
        words.push_back(in_capitals(words.back()));
        at = end + 1;
      }
    }
    return words;
  }

  bool open_list(std::string_view name, Book& book) const {
    for (const std::string& folder : places_.lists) {
      if (auto list = WordList::open(folder + "/" + std::string(name))) {
        book.lists.push_back(std::move(*list));
        return true;
      }
    }
    return false;
  }

  Dictionary* dictionary_of(std::string_view language) {
    const auto path = find_dictionary(language, places_.dictionaries);
    if (!path) return nullptr;
    const auto known = dictionaries_.find(*path);
    if (known != dictionaries_.end()) return &known->second;
    if (recall_) recalled_ = std::exchange(recall_, nullptr)();
    Dictionary dictionary(*path, places_.modules);
    dictionary.recall(recalled_);
    return &dictionaries_.emplace(*path, std::move(dictionary)).first->second;
  }

  static HasWord has_word(const Book& book) {
    return [&](const std::string& word) { return is_in(word, book); };
  }

  static bool is_prefix(std::string_view part, const Book& book) {
    const std::string small = in_small_letters(part);
    return std::ranges::find(book.prefixes, small) != book.prefixes.end() ||
           (book.is_spanish && is_spanish_prefix(small, has_word(book)));
  }

  /// "microneedling": a word of some length behind a prefix.
  static bool is_with_prefix(const std::string& word, const Book& book) {
    constexpr std::size_t kShortest = 5;
    return std::ranges::any_of(book.prefixes, [&](std::string_view prefix) {
      return word.starts_with(prefix) && word.size() >= prefix.size() + kShortest &&
             is_in(word.substr(prefix.size()), book);
    });
  }

  static std::optional<WordList> list_of(std::vector<std::string> words) {
    std::ranges::sort(words);
    words.erase(std::unique(words.begin(), words.end()), words.end());
    WordGraph graph;
    for (const std::string& each : words) {
      if (!each.empty()) graph.add(each);
    }
    const auto file = graph.finish();
    return file ? WordList::of_bytes(*file) : std::nullopt;
  }

  static std::vector<Suggestion> as_suggestions(const std::vector<NearWord>& near,
                                                const std::string& like, std::size_t most) {
    std::vector<Suggestion> found;
    int cost_of_second = 2 * kOneSlip;
    for (const NearWord& each : near) {
      Suggestion suggestion{cased_like(like, each.word)};
      const bool is_there = std::ranges::any_of(
          found, [&](const Suggestion& other) { return other.word == suggestion.word; });
      if (is_there) continue;
      if (found.size() == 1) cost_of_second = each.cost;
      found.push_back(std::move(suggestion));
    }
    if (found.empty()) return found;
    const int cost = near.front().cost;
    found.front().is_sure = cost <= kOneSlip && cost < cost_of_second;
    found.resize(std::min(found.size(), most));
    return found;
  }

  OwnWords own_;
  Places places_;
  std::function<std::string()> recall_;
  std::string recalled_;
  std::map<std::string, Book, std::less<>> by_language_;
  std::map<std::string, Dictionary, std::less<>> dictionaries_;
  std::set<std::string, std::less<>> missing_;
  std::map<std::tuple<std::string, std::string, std::size_t>, std::vector<Suggestion>> suggested_;
};

Speller::Speller(OwnWords own, Places places, std::function<std::string()> recall)
    : books_(std::make_unique<Books>(std::move(own), std::move(places), std::move(recall))) {}
Speller::~Speller() = default;
Speller::Speller(Speller&&) noexcept = default;

Spelling Speller::look_up(std::string_view word, std::string_view language) const {
  Book& book = books_->of(language);
  if (book.is_missing) return Spelling::Unasked;
  const std::string plain = with_plain_signs(word);
  return books_->knows(plain, book) ? Spelling::Right : Spelling::Unknown;
}

std::vector<Suggestion> Speller::suggestions(std::string_view word, std::string_view language,
                                             std::size_t most) const {
  Book& book = books_->of(language);
  if (book.is_missing) return {};
  return books_->remembered_suggestions(with_plain_signs(word), language, book, most);
}

bool Speller::is_name(std::string_view word, std::string_view language) const {
  return casing_of(word) != Casing::Small &&
         Books::is_in(with_plain_signs(word), books_->of(language));
}

bool Speller::suggests_quickly(std::string_view language) const {
  return books_->of(language).dictionary == nullptr;
}

const OwnWords& Speller::own() const { return books_->own(); }

const std::set<std::string, std::less<>>& Speller::missing_languages() const {
  return books_->missing();
}

std::optional<std::string> Speller::take_news() const { return books_->take_news(); }

void report_missing_languages(const Speller& speller, diag::Diagnostics& diags) {
  for (const std::string& language : speller.missing_languages()) {
    const std::string package = "hunspell-" + std::string(primary_language(language));
    diags.add({.id = diag::DiagnosticId::SpellingMissing,
               .severity = diag::Severity::Note,
               .message = "no word list for `" + language +
                          "` is on this machine, so its spelling was not looked at",
               .hints = {"install `" + package + "` if there is such a package"}});
  }
}

}  // namespace handbill::spelling
