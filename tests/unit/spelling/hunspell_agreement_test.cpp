// SPDX-License-Identifier: MIT
// The lists that are installed know what Hunspell knows by the dictionaries they are made of.
#include <catch2/catch.hpp>
#include <hunspell/hunspell.hxx>
#include <random>

#include "spelling/word_list.h"
#include "unit/spelling/words.h"

using namespace handbill::spelling;

namespace {

/// One or two letters of it others, missing or too many: some are words again.
std::string changed(std::string word, std::mt19937& random) {
  constexpr std::string_view kLetters = "aeioulnrst";
  for (std::size_t left = 1 + random() % 2; left > 0; --left) {
    const std::size_t at = random() % word.size();
    const char letter = kLetters[random() % kLetters.size()];
    switch (random() % 3) {
      case 0:
        word[at] = letter;
        break;
      case 1:
        word.insert(at, 1, letter);
        break;
      default:
        if (word.size() > 2) word.erase(at, 1);
    }
  }
  return word;
}

bool is_plain(const std::string& word) {
  return word.size() > 1 && std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

struct Tally {
  std::size_t asked = 0, known = 0;
  std::vector<std::string> disagree{};
};

Tally compare(const WordList& list, Hunspell& hunspell) {
  Tally tally;
  const auto ask = [&](const std::string& word) {
    ++tally.asked;
    const bool is_known = list.has(word);
    if (is_known) ++tally.known;
    if (is_known != hunspell.spell(word)) tally.disagree.push_back(word);
  };
  std::mt19937 random(17);
  const std::vector<std::string> words = words_of(list);
  for (std::size_t i = 0; i < words.size(); i += words.size() / 6000) {
    ask(words[i]);
    if (is_plain(words[i])) ask(changed(words[i], random));
  }
  return tally;
}

void check_agreement(const std::string& name, const std::string& affixes,
                     const std::string& words) {
  const auto list = WordList::open(HANDBILL_WORD_LISTS "/" + name + ".words");
  REQUIRE(list);
  const std::string folder = "/usr/share/hunspell/";
  Hunspell hunspell((folder + affixes + ".aff").c_str(), (folder + words + ".dic").c_str());
  const Tally tally = compare(*list, hunspell);
  CAPTURE(tally.disagree);
  CHECK(tally.asked > 8000);
  CHECK(tally.asked - tally.known > 2000);
  CHECK(tally.disagree.empty());
}

}  // namespace

// Each dictionary by itself: of words that are in two, Hunspell takes the flags of one.

TEST_CASE("English words and misspelt ones are known as Hunspell knows them") {
  check_agreement("en", "en_US", "en_US");
}

TEST_CASE("Medical words and misspelt ones are known as Hunspell knows them") {
  check_agreement("en-med", "en_US", "en_med_glut");
}

TEST_CASE("Spanish words and misspelt ones are known as Hunspell knows them") {
  check_agreement("es", "es_ES", "es_ES");
}
