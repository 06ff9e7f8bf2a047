// SPDX-License-Identifier: MIT
#include "records/noted.h"

#include <catch2/catch.hpp>

namespace handbill::records {
namespace {

using NotedTexts = std::vector<std::string>;
using manifest::Shown;

}  // namespace

TEST_CASE(
    "what a document shows is noted in lines, without the telling of facts, places and version") {
  Shown shown;
  shown.facts = {{"clinic.phone", "(301) 555-0100", {"front"}}, {"hours.friday", "", {}}};
  shown.texts = {{"layouts/a.toml#b = c", "en", "Call {clinic.phone} = us.\nNow.", {"front"}},
                 {"clinic.phone", "en", "(301) 555-0100", {"front"}},
                 {"hours", "en", "Friday", {}},
                 {"sign.alt.disc", "en", "A coral disc", {"front"}},
                 {"sign.alt", "en", "A disc", {"front"}},
                 {"abbreviations.SPF", "en", "sun protection factor", {"front"}}};
  shown.version = {{"revision.date", "November 2, 2026", {}}};
  const NotedLines lines = noted(shown);
  CHECK(lines.facts == NotedTexts{"clinic.phone = (301) 555-0100", "hours.friday = "});
  CHECK(lines.texts == NotedTexts{"layouts/a.toml#b c = Call {clinic.phone} = us.\nNow."});
  CHECK(noted(shown_of(lines)) == lines);
  CHECK(hash_of(lines).size() == 16);
  NotedLines other = lines;
  std::swap(other.facts[0], other.facts[1]);
  CHECK(hash_of(other) != hash_of(lines));
  other = lines;
  other.facts.push_back(other.texts[0]);
  other.texts.clear();
  CHECK(hash_of(other) != hash_of(lines));
}

TEST_CASE("a long text is noted by its beginning, and a change behind it is seen") {
  std::string words(kMostNoted - 1, 'e');
  const auto line = [](const std::string& text) {
    Shown shown;
    shown.texts = {{"care.intro", "en", text, {}}};
    return noted(shown).texts.front();
  };
  CHECK(line(words + "\u00E9") == "care.intro = " + words + "\u00E9");
  const std::string longer = line(words + "\u00E9x");
  CHECK(longer.starts_with("care.intro = " + words + "\u00E9… ["));
  CHECK(longer.size() < kMostNoted + 50);
  CHECK(longer != line(words + "\u00E9y"));
}

TEST_CASE("lines that nobody wrote are no lines") {
  CHECK(shown_of({{"", "clinic.phone", " = 7", "="}, {"x"}}) == Shown{});
  std::string deep;
  for (int i = 0; i < 64; ++i) deep += "a.";
  CHECK(shown_of({{deep + "b = 7"}, {}}).facts.size() == 1);
  CHECK(shown_of({{deep + "b.c = 7"}, {}}) == Shown{});
}

}  // namespace handbill::records
