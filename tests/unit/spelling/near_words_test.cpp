// SPDX-License-Identifier: MIT
#include "spelling/near_words.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <random>

#include "unit/spelling/words.h"

using namespace handbill::spelling;

namespace {

std::vector<NearWord> near_in(std::vector<std::string> words, const std::string& typed) {
  const WordList list = list_of(std::move(words));
  return near_words(std::span(&list, 1), typed, 5);
}

/// What it costs; 0: it is not near.
int cost(const std::string& meant, const std::string& typed) {
  const auto near = near_in({meant}, typed);
  return near.empty() ? 0 : near.front().cost;
}

}  // namespace

TEST_CASE("Slips cost what they are worth") {
  struct Case {
    const char *meant, *typed;
    int cost;
  };
  const std::vector<Case> cases = {
      {"información", "informacion", 1},  // an accent
      {"mañana", "manana", 1},
      {"Monday", "monday", 1},        // a capital
      {"receive", "recieve", 2},      // swapped
      {"the", "teh", 2},              // the same in a short word
      {"occurred", "occured", 2},     // not doubled
      {"until", "untill", 2},         // doubled
      {"separate", "seperate", 2},    // a vowel for another
      {"hinchazón", "hinchason", 3},  // a letter that sounds alike, and an accent
      {"cleanser", "clenser", 2},     // a second vowel
      {"censer", "clenser", 3},
      {"was", "wahs", 3},
      {"hospital", "ospital", 2},  // one that is not heard
      {"needle", "neexle", 3},     // another letter
      {"needle", "nedle", 2},
      {"swelling", "sweling", 2},
      {"collagen", "colagen", 2},
      {"appointment", "apointmnt", 5},  // two slips
      {"appointment", "apontmnt", 0},   // three
      {"ice", "ize", 2},
      {"ice", "ixe", 0},                // one that is not easily made, in a short word
      {"appointment", "opointmnt", 0},  // two, and another first letter
      {"don't", "dont", 1},             // an apostrophe
      {"heal", "heall", 2},
      {"heal", "qqqqqqq", 0},
  };
  for (const Case& each : cases) {
    CAPTURE(each.meant, each.typed);
    CHECK(cost(each.meant, each.typed) == each.cost);
  }
}

TEST_CASE("The nearest come first, and those far behind them not at all") {
  using Near = std::vector<NearWord>;
  CHECK(near_in({"the", "tea", "ten"}, "teh") == Near{{"the", 2}});
  CHECK(near_in({"cast", "cost", "coast"}, "cest") == Near{{"cast", 2}, {"cost", 2}});
  CHECK(near_in({"wish", "rich", "which"}, "wich") == Near{{"which", 2}, {"wish", 2}, {"rich", 3}});
}

TEST_CASE("Of words that are as near those in small letters come first") {
  using Near = std::vector<NearWord>;
  CHECK(near_in({"Hospital", "hospital"}, "ospital") == Near{{"hospital", 2}, {"Hospital", 2}});
}

TEST_CASE("Words of the first list come before those of the second") {
  const std::vector<WordList> lists = {list_of({"zost"}), list_of({"cost", "zost"})};
  const auto near = near_words(lists, "zast", 5);
  REQUIRE(near.size() == 1);
  CHECK(near.front() == NearWord{"zost", 2});
}

TEST_CASE("No more are given than are asked for") {
  const WordList list = list_of({"bell", "bill", "boll", "bull"});
  CHECK(near_words(std::span(&list, 1), "byll", 9).size() == 4);
  CHECK(near_words(std::span(&list, 1), "byll", 2).size() == 2);
  CHECK(near_words(std::span(&list, 1), "byll", 0).empty());
}

TEST_CASE("Words that nobody types have none near them") {
  CHECK(near_in({"heal"}, "").empty());
  const std::string longest(kLongestNear, 'a');
  CHECK(near_in({longest}, longest.substr(0, kLongestNear - 1) + "x").size() == 1);
  CHECK(near_in({longest + "a"}, longest.substr(0, kLongestNear - 1) + "xa").empty());
}

TEST_CASE("The search of a broken list ends") {
  std::mt19937 random(8);
  const std::string file =
      file_of({"heal", "healed", "healer", "peel", "peeled", "peeler", "niño", "niña"});
  for (int i = 0; i < 300; ++i) {
    std::string broken = file;
    for (std::size_t at = sizeof(WordListHeader); at < broken.size(); ++at) {
      if (random() % 4 == 0) broken[at] = static_cast<char>(random());
    }
    const auto list = WordList::of_bytes(broken);
    REQUIRE(list);
    CHECK(near_words(std::span(&*list, 1), "healers", 3).size() <= 3);
  }
}
