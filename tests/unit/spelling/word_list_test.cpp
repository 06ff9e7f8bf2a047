// SPDX-License-Identifier: MIT
#include "spelling/word_list.h"

#include <catch2/catch.hpp>
#include <cstring>
#include <random>
#include <set>

#include "support/run_program.h"
#include "unit/spelling/words.h"

using namespace handbill::spelling;

TEST_CASE("A list has its words and no beginnings, ends or longer ones of them") {
  const WordList list = list_of({"heal", "healed", "healer", "peel", "peeled", "peeler", "piel"});
  CHECK(list.size() == 7);
  for (const char* word : {"heal", "healed", "healer", "peel", "peeler", "piel"}) {
    CAPTURE(word);
    CHECK(list.has(word));
  }
  for (const char* word : {"", "h", "hea", "heale", "ealed", "healers", "Heal", "pee", "pieled"}) {
    CAPTURE(word);
    CHECK_FALSE(list.has(word));
  }
}

TEST_CASE("Ends that words share stand once") {
  // root: h, p; then "eal", with nothing, "ed" or "er" behind it, for both.
  const std::string file = file_of({"heal", "healed", "healer", "peal", "pealed", "pealer"});
  WordListHeader header;
  std::memcpy(&header, file.data(), sizeof header);
  CHECK(header.edges == 1 + 2 + 3 + 1 + 2);
}

TEST_CASE("What was put in is what is in it, of any words") {
  std::mt19937 random(17);
  std::set<std::string> words;
  while (words.size() < 3000) {
    std::string word;
    for (std::size_t i = 1 + random() % 9; i > 0; --i) {
      word += static_cast<char>("aábn\xFF"[random() % 6 % 5]);
    }
    words.insert(word);
  }
  const WordList list = list_of({words.begin(), words.end()});
  CHECK(words_of(list) == std::vector<std::string>(words.begin(), words.end()));
}

TEST_CASE("A list of no words has none") {
  const WordList list = list_of({});
  CHECK(list.size() == 0);
  CHECK_FALSE(list.has(""));
  CHECK_FALSE(list.has("a"));
}

TEST_CASE("A file that is cut off, grows or is another kind of file is no list") {
  const std::string file = file_of({"heal", "peel"});
  REQUIRE(WordList::of_bytes(file));
  for (std::size_t size = 0; size < file.size(); ++size) {
    CHECK_FALSE(WordList::of_bytes(file.substr(0, size)));
  }
  CHECK_FALSE(WordList::of_bytes(file + "x"));
  CHECK_FALSE(WordList::of_bytes(std::string(file.size(), 'x')));
}

TEST_CASE("A list whose bytes are anything is asked without harm") {
  std::mt19937 random(4);
  const std::string file = file_of({"heal", "healed", "healer", "peel", "peeled", "peeler"});
  for (int i = 0; i < 3000; ++i) {
    std::string broken = file;
    for (int k = 0; k < 3; ++k) {
      broken[8 + random() % (broken.size() - 8)] = static_cast<char>(random());
    }
    const auto list = WordList::of_bytes(broken);
    REQUIRE(list);
    CHECK_FALSE(list->has(std::string(1000, 'e') + "!"));
    list->has("healed");
    int edges = 0;
    list->each_edge(list->root(), [&](const WordListEdge&) { ++edges; });
    CHECK(edges <= 256);
  }
}

TEST_CASE("A node that leads to itself ends with the word") {
  WordListHeader header{.edges = 2, .root = 1, .words = 1};
  const std::uint32_t edges[] = {
      0, packed({.letter = 'a', .ends_word = true, .is_last = true, .next = 1})};
  std::string file(sizeof header + sizeof edges, '\0');
  std::memcpy(file.data(), &header, sizeof header);
  std::memcpy(file.data() + sizeof header, edges, sizeof edges);
  const auto list = WordList::of_bytes(file);
  REQUIRE(list);
  CHECK(list->has("aaaa"));
  CHECK_FALSE(list->has("aaab"));
}

TEST_CASE("Edges beyond the file are no letters") {
  WordListHeader header{.edges = 2, .root = 9, .words = 1};
  std::string file(sizeof header + 8, '\0');
  std::memcpy(file.data(), &header, sizeof header);
  CHECK_FALSE(WordList::of_bytes(file)->has("a"));
  header.root = 1;
  std::memcpy(file.data(), &header, sizeof header);
  const std::uint32_t edge = packed({.letter = 'a', .is_last = true, .next = 4'000'000});
  std::memcpy(file.data() + sizeof header + 4, &edge, 4);
  CHECK_FALSE(WordList::of_bytes(file)->has("ab"));
}

TEST_CASE("A list is opened where it is, and nothing else is taken for one") {
  const handbill::test::TempFolder folder;
  folder.write("good.words", file_of({"heal"}));
  folder.write("cut.words", file_of({"heal"}).substr(0, 20));
  folder.write("empty.words", "");
  CHECK(WordList::open((folder / "good.words").string())->has("heal"));
  CHECK_FALSE(WordList::open((folder / "cut.words").string()));
  CHECK_FALSE(WordList::open((folder / "empty.words").string()));
  CHECK_FALSE(WordList::open((folder / "missing.words").string()));
  CHECK_FALSE(WordList::open(folder.path().string()));
}
