// SPDX-License-Identifier: MIT
// How much is to be cut of a text that is too long: when it is cut, the document builds.
#include <algorithm>
#include <catch2/catch.hpp>
#include <charconv>

#include "system/project.h"

namespace handbill::test {
namespace {

/// A text that grows before `end`, its last words.
struct GrowingText {
  std::string file;
  std::string end;
  std::string document;
  std::string path;  ///< as messages name it
};

const std::string kTreatment = "content/en/microneedling.toml";

const GrowingText kTexts[] = {
    {kTreatment, "keep the results.", "treatment-brochure", "treatment.sessions"},
    {kTreatment, "strict hygiene.", "treatment-brochure", "treatment.safety"},
    {kTreatment, "patches can \\\nhappen.", "treatment-brochure", "treatment.risks"},
    {kTreatment, "your skin heals.", "treatment-brochure", "treatment.how.1"},
    {kTreatment, "make new collagen.", "treatment-brochure", "treatment.summary"},
    {kTreatment, "induction therapy.", "treatment-brochure", "treatment.what"},
};

std::string so_many_words(std::size_t count) {
  const std::vector<std::string> words = {"and",  "keep", "it",   "there", "until", "your",
                                          "skin", "is",   "calm", "again", "at",    "home"};
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += " " + words[i % words.size()];
  return text;
}

ProgramResult build_with(const GrowingText& text, std::size_t words) {
  const ProjectCopy project;
  const std::string end = text.end.substr(0, text.end.size() - 1);
  project.edit(text.file, text.end, end + so_many_words(words) + ".");
  return project.handbill({"build", text.document});
}

/// The number in "cut about 22 words from `path`".
std::size_t told_amount(const std::string& messages, const std::string& path) {
  const std::string before = "cut about ";
  const std::size_t named = messages.find(" words from `" + path + "`");
  REQUIRE(named != std::string::npos);
  const std::size_t at = messages.rfind(before, named) + before.size();
  std::size_t amount = 0;
  std::from_chars(messages.data() + at, messages.data() + named, amount);
  return amount;
}

}  // namespace

TEST_CASE("what is cut as told makes room, and little less does not") {
  constexpr std::size_t kAWordOrTwo = 2, kTwoLines = 16;
  for (const GrowingText& text : kTexts) {
    for (const std::size_t words : {80, 132, 200}) {
      CAPTURE(text.path, words);
      const ProgramResult grown = build_with(text, words);
      REQUIRE(grown.exit_code == 1);
      const std::size_t told = told_amount(grown.errors, text.path);
      CAPTURE(told);
      REQUIRE(told + kAWordOrTwo <= words);
      CHECK(build_with(text, words - told - kAWordOrTwo).exit_code == 0);
      CHECK(build_with(text, words - told + std::min(told, kTwoLines)).exit_code == 1);
    }
  }
}

}  // namespace handbill::test
