// SPDX-License-Identifier: MIT
#include "content/language_name.h"

#include <catch2/catch.hpp>

namespace handbill::content {

TEST_CASE("languages have names, in English and in their own") {
  CHECK(language_name("es") == "Spanish");
  CHECK(language_name("fa") == "Persian");
  CHECK(own_language_name("es") == "español");
  CHECK(language_name("ar") == "Arabic");
}

TEST_CASE("tags are those of BCP 47, as they are best written") {
  CHECK(known_language("fr") == "fr");
  CHECK(known_language("tl") == "tl");
  CHECK(known_language("ht") == "ht");
  CHECK(known_language("zh-Hant") == "zh-Hant");
  CHECK(known_language("pt-br") == "pt-BR");
  CHECK(known_language("FR") == "fr");
  for (const char* word : {"", "french", "qq", "e", "es_MX", "es-", "../es", "es/x"}) {
    INFO(word);
    CHECK_FALSE(known_language(word));
  }
}

TEST_CASE("a word that is no tag may mean one") {
  CHECK(meant_language("french") == "fr");
  CHECK(meant_language("Español") == "es");
  CHECK(meant_language("vietnamse") == "vi");
  CHECK(meant_language("sp") == "es");
  CHECK_FALSE(meant_language("qq"));
  CHECK_FALSE(meant_language("nothing like it"));
}

TEST_CASE("languages know their direction") {
  CHECK(is_right_to_left("ar"));
  CHECK(is_right_to_left("ur"));
  CHECK_FALSE(is_right_to_left("es"));
}

}  // namespace handbill::content
