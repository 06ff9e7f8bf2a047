// SPDX-License-Identifier: MIT
#include "text/date_words.h"

#include <catch2/catch.hpp>

namespace handbill::text {

TEST_CASE("Months are known whole, short, and shortened with a period") {
  const DateWords english = date_words("en-US");
  for (const auto* word : {U"January", U"Jan", U"Jan.", U"Sept", U"Sept.", U"MAY"}) {
    CHECK(is_month(english, word));
  }
  for (const auto* word : {U"may", U"Ja.", U"Janu", U"enero", U".", U""}) {
    CHECK_FALSE(is_month(english, word));
  }
}

TEST_CASE("Each language has its own months, and the English ones") {
  const DateWords spanish = date_words("es-US");
  CHECK(is_month(spanish, U"enero"));
  CHECK(is_month(spanish, U"Ene."));
  CHECK(is_month(spanish, U"January"));
  CHECK_FALSE(is_month(spanish, U"janvier"));
  CHECK(is_month(date_words("ar"), U"يناير"));
  CHECK(is_month(date_words("fa"), U"ژانویه"));
  CHECK(is_month(date_words("ru"), U"января"));
  CHECK(is_month(date_words("ru"), U"январь"));
  CHECK(date_words("no such tag").months.empty());
}

TEST_CASE("The halves of the day are those of the language") {
  CHECK(date_words("ar").day_halves == std::vector<std::u32string>{U"ص", U"م"});
  CHECK(date_words("zh").day_halves == std::vector<std::u32string>{U"上午", U"下午"});
  CHECK(date_words("en").day_halves.empty());
}

}  // namespace handbill::text
