// SPDX-License-Identifier: MIT
#include "braille/tables.h"

#include <catch2/catch.hpp>

#include "braille/translator.h"

namespace handbill::braille {
namespace {

TEST_CASE("a language has the table of the nearest that is known") {
  REQUIRE(tables_of("es-MX") != nullptr);
  CHECK(tables_of("es-MX")->uncontracted == "es-g1.ctb");
  CHECK(tables_of("zh-Hant-HK")->uncontracted == "zh-tw.ctb");
  CHECK(tables_of("zh-Hans")->uncontracted == "zhcn-g1.ctb");
  CHECK(tables_of("ja") == nullptr);
  CHECK(tables_of("") == nullptr);
}

const Translator& translator() {
  static const Translator made({HANDBILL_BRAILLE_FOLDER}, table_folders());
  return made;
}

std::string cells(const char* table, std::string_view text) {
  REQUIRE(translator().module().is_open());
  const auto path = translator().find(table);
  REQUIRE(path);
  const auto made = translator().translate(*path, text);
  REQUIRE(made);
  CHECK(made->unknown.empty());
  return made->cells;
}

TEST_CASE("text becomes braille, contracted or not, in signs of embossers") {
  CHECK(cells("en-ueb-g1.ctb", "Room 12") == ",ROOM #AB");
  CHECK(cells("en-ueb-g2.ctb", "the people can") == "! P C");
  CHECK(cells("es-g1.ctb", "mañana") == "MA]ANA");
}

TEST_CASE("every table that is named is there and can be read") {
  for (const char* language :
       {"ar", "bn", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "gu",      "he",
        "hi", "hr", "hu", "hy", "it", "km", "ko", "my", "ne", "nl", "no", "pl",      "pt",
        "ro", "ru", "sv", "sw", "ta", "te", "tr", "uk", "ur", "vi", "zh", "zh-Hant", "zh-HK"}) {
    INFO(language);
    const LanguageTables* tables = tables_of(language);
    REQUIRE(tables != nullptr);
    for (const std::string_view name : {tables->uncontracted, tables->contracted}) {
      if (name.empty()) continue;
      INFO(name);
      const auto path = translator().find(name);
      REQUIRE(path);
      CHECK(translator().translate(*path, "12").has_value());
    }
  }
}

TEST_CASE("signs without braille are told") {
  const auto made = translator().translate(translator().find("en-ueb-g1.ctb").value(), "a\u2603b");
  REQUIRE(made);
  CHECK(made->unknown == U"\u2603");
  CHECK(made->cells == "AB");
}

TEST_CASE("a table that is none gives nothing") {
  CHECK_FALSE(translator().translate("/nowhere.ctb", "a"));
  CHECK_FALSE(translator().find("nowhere.ctb"));
}

}  // namespace
}  // namespace handbill::braille
