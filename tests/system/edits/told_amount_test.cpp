// SPDX-License-Identifier: MIT
// How much is to be cut of a text that is too long: when it is cut, the document builds.
#include <algorithm>
#include <catch2/catch.hpp>
#include <charconv>

#include "system/project.h"

namespace handbill::test {
namespace {

/// A text that grows before `end`, its last sign.
struct GrowingText {
  std::string language;
  std::string file;
  std::string end;
  std::string document;
  std::string from;  ///< as messages name it: "`treatment.how.1`"; "it" of an entry
};

const std::string kTreatment = "microneedling.toml", kAftercareFile = "aftercare.toml";
const std::string kBrochure = "treatment-brochure", kAftercareSheet = "aftercare-sheet";

const GrowingText kGrowingTexts[] = {
    {"en", kTreatment, "keep the results.", kBrochure, "`treatment.sessions`"},
    {"en", kTreatment, "strict hygiene.", kBrochure, "`treatment.safety`"},
    {"en", kTreatment, "patches can \\\nhappen.", kBrochure, "`treatment.risks`"},
    {"en", kTreatment, "your skin heals.", kBrochure, "`treatment.how.1`"},
    {"en", kTreatment, "make new collagen.", kBrochure, "`treatment.summary`"},
    {"en", kTreatment, "induction therapy.", kBrochure, "`treatment.what`"},
    {"en", kTreatment, "acne scars can soften.", kBrochure, "it"},
    {"en", kAftercareFile, "warm, tight and tender,", kAftercareSheet, "`aftercare.normal`"},
    {"en", kAftercareFile, "Here is how to help it.", kAftercareSheet, "`aftercare.intro`"},
    {"en", kAftercareFile, "Wear makeup.", kAftercareSheet, "it"},
    {"es", kTreatment, "deciden cuántas.", kBrochure, "`treatment.sessions`"},
    {"es", kAftercareFile, "caliente, tirante y sensible,", kAftercareSheet, "`aftercare.normal`"},
    {"ar", kTreatment, "ونظافة صارمة.", kBrochure, "`treatment.safety`"},
    {"zh", kTreatment, "以后再做，保持效果。", kBrochure, "`treatment.sessions`"},
    {"zh", kAftercareFile, "也可能有点肿、发干、脱皮。", kAftercareSheet, "`aftercare.normal`"},
};

/// Of the language, each with the space before it.
std::vector<std::string> words_of(const std::string& language) {
  if (language == "es") return {" y", " así", " la", " piel", " vuelve", " a", " estar", " calma"};
  if (language == "ar") return {" ثم", " تهدأ", " بشرتك", " من", " جديد", " في", " البيت"};
  if (language == "zh") return {"然", "后", "皮", "肤", "会", "慢", "慢", "恢", "复", "平", "静"};
  return {" and",  " keep", " it",   " there", " until", " your",
          " skin", " is",   " calm", " again", " at",    " home"};
}

/// Words, or signs of a language that is written without spaces.
ProgramResult build_with(const GrowingText& text, std::size_t count) {
  const ProjectCopy project;
  const std::vector<std::string> words = words_of(text.language);
  const bool is_wide = text.language == "zh";
  const std::size_t last = text.end.size() - (is_wide ? std::string("。").size() : 1);
  std::string longer = text.end.substr(0, last);
  for (std::size_t i = 0; i < count; ++i) longer += words[i % words.size()];
  project.edit("content/" + text.language + "/" + text.file, text.end,
               longer + text.end.substr(last));
  return project.handbill({"build", text.document, "--language", text.language});
}

/// The number in "cut about 22 words from `path`".
std::size_t told_amount(const std::string& messages, const GrowingText& text) {
  const std::string before = "cut about ";
  const std::string unit = text.language == "zh" ? " characters" : " words";
  const std::size_t named = messages.find(unit + " from " + text.from);
  CAPTURE(messages);
  REQUIRE(named != std::string::npos);
  const std::size_t at = messages.rfind(before, named) + before.size();
  std::size_t amount = 0;
  std::from_chars(messages.data() + at, messages.data() + named, amount);
  return amount;
}

}  // namespace

TEST_CASE("what is cut as told makes room, and far less does not") {
  std::size_t turn = 0;
  for (const GrowingText& text : kGrowingTexts) {
    const bool is_wide = text.language == "zh";
    // Of about two lines.
    const std::size_t lines = is_wide ? 70 : 20;
    const std::size_t words = turn++ % 2 == 0 ? 132 : 200;
    const std::size_t count = is_wide ? 2 * words : words;
    CAPTURE(text.language, text.file, text.from, count);
    const ProgramResult grown = build_with(text, count);
    REQUIRE(grown.exit_code == 1);
    const std::size_t told = told_amount(grown.errors, text);
    CAPTURE(told);
    REQUIRE(told <= count);
    CHECK(build_with(text, count - told).exit_code == 0);
    CHECK(build_with(text, count - told + std::min(told, lines)).exit_code == 1);
  }
}

}  // namespace handbill::test
