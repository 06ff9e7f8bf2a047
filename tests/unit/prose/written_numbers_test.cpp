// SPDX-License-Identifier: MIT
#include "prose/written_numbers.h"

#include <catch2/catch.hpp>

#include "unit/prose/passage_of.h"

namespace handbill::prose {

using test_leaflets::PassageOf;

TEST_CASE("numbers are read as the language writes them") {
  struct {
    const char* text;
    const char* language;
    std::optional<double> value;
    double half_step = 0.5;
  } const cases[] = {
      {"7", "en", 7},
      {"100.4", "en", 100.4, 0.05},
      {"1,200", "en", 1200},
      {"1,234,567.5", "en", 1234567.5, 0.05},
      {"1.200", "en", 1.2, 0.0005},
      {"1.200", "es", 1200},
      {"38,5", "es", 38.5, 0.05},
      {"100.4", "es-US", 100.4, 0.05},
      {"0.125", "es", 0.125, 0.0005},
      {"1.234,5", "es", 1234.5, 0.05},
      {"1/2", "en", 0.5, 0.5 / 6},
      {"1 1/2", "en", 1.5, 0.25},
      {"½", "en", 0.5, 0.5 / 6},
      {"1½", "en", 1.5, 0.25},
      // No numbers: a list, a time, a part of nothing, a comma that English has not.
      {"1,2,3", "en", std::nullopt},
      {"12,34,567", "en", std::nullopt},
      {"8:00", "en", std::nullopt},
      {"38,5", "en", std::nullopt},
      {"seven", "en", std::nullopt},
      {"123456789012", "en", 123456789012.0},
      {"1234567890123", "en", std::nullopt},
  };
  for (const auto& each : cases) {
    CAPTURE(each.text, each.language);
    const PassageOf text(each.text, each.language);
    const auto number = number_at(text.passage(), 0);
    REQUIRE(number.has_value() == each.value.has_value());
    if (!number) continue;
    CHECK(number->value == Approx(*each.value));
    CHECK(number->half_step() == Approx(each.half_step));
    CHECK(number->first == 0);
    CHECK(number->last + 1 == text.passage().size());
  }
}

TEST_CASE("two numbers with a stroke between them are a part of one where there are such parts") {
  const PassageOf part("3/4"), two("10/12"), over("4/3");
  CHECK(number_at(part.passage(), 0)->value == Approx(0.75));
  CHECK(number_at(two.passage(), 0)->value == 10);
  CHECK(number_at(over.passage(), 0)->value == 4);
}

TEST_CASE("numbers are written with as many decimals as they have, up to a limit") {
  CHECK(written_like(38, 1, false) == "38");
  CHECK(written_like(38.26, 1, false) == "38.3");
  CHECK(written_like(2.3, 2, true) == "2,3");
}

TEST_CASE("numbers up to twelve are known as words") {
  CHECK(number_word("seven") == 7);
  CHECK(number_word("siete") == 7);
  CHECK(number_word("twelve") == 12);
  CHECK_FALSE(number_word("thirteen"));
}

}  // namespace handbill::prose
