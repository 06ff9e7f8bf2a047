// SPDX-License-Identifier: MIT
#include "spec/other_words.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "spec/key_table.h"
#include "spec/words.h"

using namespace handbill::spec;

namespace {

const TableInfo* table_of(const std::vector<TableInfo>& tables, std::string_view name) {
  const auto found = std::ranges::find(tables, name, &TableInfo::name);
  return found == tables.end() ? nullptr : &*found;
}

const KeyInfo* key_of(const std::vector<TableInfo>& tables, std::string_view path) {
  const std::size_t dot = path.rfind('.');
  const TableInfo* table = table_of(tables, path.substr(0, dot));
  if (table == nullptr) return nullptr;
  const auto found = std::ranges::find(table->keys, path.substr(dot + 1), &KeyInfo::name);
  return found == table->keys.end() ? nullptr : &*found;
}

std::vector<std::string> words_in(std::string_view text) {
  std::istringstream in{std::string(text)};
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

}  // namespace

TEST_CASE("Each word of others leads to a key that is there, and is none of its table's own") {
  const auto tables = key_tables();
  std::set<std::string> seen;
  for (const OtherKey& row : other_keys()) {
    CAPTURE(row.table, row.words, row.ours);
    const KeyInfo* ours = key_of(tables, row.ours);
    REQUIRE(ours != nullptr);
    CHECK(row.hint.find(ours->name) != row.hint.npos);
    CHECK_FALSE(row.hint.ends_with('.'));
    const TableInfo* asked = table_of(tables, row.table);
    if (asked == nullptr) asked = table_of(tables, std::string(row.table) + ".NAME");
    REQUIRE(asked != nullptr);
    for (const std::string& word : words_in(row.words)) {
      CAPTURE(word);
      std::string as_key = word;
      std::ranges::replace(as_key, '-', '_');
      CHECK(std::ranges::find(asked->keys, as_key, &KeyInfo::name) == asked->keys.end());
      CHECK(seen.insert(std::string(row.table) + " " + word).second);
      CHECK(find_other_key(asked->name, word) == &row);
      CHECK(find_other_key(asked->name, as_key) == &row);
    }
  }
}

TEST_CASE("Each value of others leads to one that its key takes") {
  const auto tables = key_tables();
  for (const OtherValue& row : other_values()) {
    for (const std::string& key : words_in(row.key)) {
      CAPTURE(key, row.words, row.ours);
      bool is_taken = false;
      for (const TableInfo& table : tables) {
        for (const KeyInfo& each : table.keys) {
          const auto takes = words_of(each.type);
          if (each.name != key || std::ranges::find(takes, row.ours) == takes.end()) continue;
          is_taken = true;
          for (const std::string& word : words_in(row.words)) {
            CHECK(std::ranges::find(takes, word) == takes.end());
          }
        }
      }
      // `fold` and `fit` take a word or a table, whose keys tell the words.
      CHECK((is_taken || key == "fold" || key == "fit"));
      for (const std::string& word : words_in(row.words)) {
        CHECK(find_other_value(key, word) == &row);
      }
    }
  }
}

TEST_CASE("Words are known however they are joined") {
  for (const char* word : {"font-size", "font_size", "fontSize", "Font-Size", "FONT-SIZE"}) {
    CAPTURE(word);
    const OtherKey* found = find_other_key("style.NAME", word);
    REQUIRE(found != nullptr);
    CHECK(found->ours == "character.NAME.size");
    CHECK(find_other_key("character.NAME", word) == found);
  }
  CHECK(find_other_key("style.NAME", "font-siz") == nullptr);
  CHECK(find_other_key("style.NAME", "") == nullptr);
  CHECK(find_other_key("sheet", "font-size") == nullptr);
  CHECK(find_other_value("align", "leftish") == nullptr);
  CHECK(find_other_value("align", "") == nullptr);
}
