// SPDX-License-Identifier: MIT
#include "prose/metrics.h"

#include <catch2/catch.hpp>

#include "unit/prose/written_document.h"

namespace handbill::prose {
namespace {

std::string metric(const std::string& keys) {
  return "[word_rule.measured]\ncheck = \"metric\"\n" + keys;
}

/// So many words of one syllable in a sentence each.
std::string words_in_a_row(std::size_t words) {
  std::string text = "Wash";
  for (std::size_t i = 1; i < words; ++i) text += " it";
  return text + ".";
}

std::string times(const std::string& text, std::size_t count, const char* between = " ") {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += (i > 0 ? between : "") + text;
  return all;
}

struct MetricCase {
  std::string keys;
  std::string text;
  std::vector<std::string> told;
  const char* language = "en";
};

void check_metric(const MetricCase& each) {
  INFO(each.keys << each.text);
  CHECK(told_of_words(rules_of_text(metric(each.keys)), each.text, each.language) == each.told);
}

}  // namespace

TEST_CASE("a metric tells of what is beyond its limit, and not of what reaches it") {
  const std::string sentence = "measure = \"sentence-words\"\nmost = 5\n";
  const std::string paragraph = "measure = \"paragraph-sentences\"\nmost = 2\n";
  const std::string section = "measure = \"section-words\"\nmost = 6\n";
  const MetricCase cases[] = {
      {sentence, words_in_a_row(4), {}},
      {sentence, words_in_a_row(5), {}},
      {sentence,
       words_in_a_row(6),
       {"measured: `Wash it it it it it.` has 6 words in a sentence, and 5 is the most"}},
      {paragraph, "Wash it. Dry it.", {}},
      {paragraph,
       "Wash it. Dry it. Rest it.",
       {"measured: `Wash it. Dry it. Rest it.` has 3 sentences, and 2 is the most"}},
      {section, "# One\nWash it now. Dry it now.\n# Two\nRest it now.", {}},
      {section,
       "# One\nWash it now. Dry it now. Rest.",
       {"measured: `One` has 7 words without another heading, and 6 is the most"}},
      {"measure = \"section-words\"\nwithin = \"document\"\nmost = 6\n",
       "# One\nWash it now. Dry it now.\n# Two\nRest it now.",
       {"measured: the document has 9 words without another heading, and 6 is the most"}},
      {"measure = \"lists\"\nleast = 1\n", "- Wash it now.", {}},
      {"measure = \"lists\"\nleast = 1\n",
       "Wash it now.",
       {"measured: the document has 0 lists, and 1 is the least"}},
      {"measure = \"headings\"\nleast = 2\n", "# One\n# Two\nWash.", {}},
      {"measure = \"headings\"\nleast = 2\n",
       "# One\nWash.",
       {"measured: the document has 1 headings, and 2 is the least"}},
      {"measure = \"headless-tables\"\nmost = 0\n", "|Day|Time\nMonday|8:00\nFriday|9:00", {}},
      {"measure = \"passive\"\nmost = 50\n", "It is cleaned. We wash it.", {}},
      {"measure = \"passive\"\nmost = 49\n",
       "It is cleaned. We wash it.",
       {"measured: the document may be passive in 50 % of its sentences, and 49 is the most"}},
      {"measure = \"passive\"\nmost = 0\n", "It is cleaned.", {}, "zh"},
      {sentence + "message = \"{count} words, {limit} at most\"\n",
       words_in_a_row(6),
       {"measured: 6 words, 5 at most"}},
  };
  for (const MetricCase& each : cases) check_metric(each);
}

TEST_CASE("grades are told by section, of texts that are long enough, in languages that have one") {
  const std::string hard = "Subsequently administered medication necessitates observation.";
  const std::string easy = "Wash your skin with a soft cloth and dry it well.";
  const std::string grade = "measure = \"grade\"\nmost = 8\n";
  const auto all = told_of_words(rules_of_text(metric(grade)),
                                 "# Hard\n" + times(hard, 6) + "\n# Easy\n" + times(easy, 4));
  REQUIRE(all.size() == 1);
  CHECK(all[0].starts_with("measured: `Hard` reads at about grade "));
  // 24 words say nothing.
  CHECK(told_of_words(rules_of_text(metric(grade)), "# Hard\n" + times(hard, 4)).empty());
  CHECK(told_of_words(rules_of_text(metric(grade)), times(hard, 6), "es").empty());
  const auto spanish = rules_of_text(metric("measure = \"szigriszt\"\nleast = 65\n"));
  const std::string leida =
      "La administración continuada del medicamento anticoagulante requiere observación.";
  CHECK(told_of_words(spanish, times(leida, 4), "es").size() == 1);
  CHECK(told_of_words(spanish, times("Lave la piel con un paño suave.", 6), "es").empty());
  CHECK(told_of_words(spanish, times(leida, 4), "en").empty());
}

TEST_CASE("SMOG says from how few sentences it was made") {
  const auto rules = rules_of_text(metric("measure = \"smog\"\nmost = 6\n"));
  const std::string hard = "Subsequently administered medication necessitates observation.";
  const auto few = told_of_words(rules, times(hard, 29));
  REQUIRE(few.size() == 1);
  CHECK(few[0].ends_with("(roughly, from 29 sentences where 30 are asked)"));
  const auto enough = told_of_words(rules, times(hard, 30));
  REQUIRE(enough.size() == 1);
  CHECK(enough[0].ends_with("and 6 is the most"));
}

TEST_CASE("ease is the measure of the language") {
  const auto rules =
      rules_of_text(metric("measure = \"ease\"\nwithin = \"document\"\nmost = 8\nleast = 65\n"));
  CHECK(find_metric("ease", "en")->name == "grade");
  CHECK(find_metric("ease", "es-US")->name == "szigriszt");
  CHECK(is_beyond(rules.front(), "ar"));
  CHECK_FALSE(is_beyond(rules.front(), "en"));
  // In English the least holds for nothing.
  CHECK(told_of_words(rules, times("Wash your skin with a soft cloth.", 6)).empty());
}

TEST_CASE("hard words are named ones, very long ones, and initials") {
  const auto rules =
      rules_of_text(metric("measure = \"hard-words\"\nmost = 9\nwords = [\"edema\"]\n"));
  const std::string easy = times("Wash it now.", 9) + " ";
  CHECK(told_of_words(rules, easy + "It may itch.").empty());
  CHECK(
      told_of_words(rules, easy + "Edema, epidermal AHA.") ==
      std::vector<std::string>{"measured: the document has 10 % of hard words, and 9 is the most"});
}

TEST_CASE("what can't be measured is told where the rule asks for it") {
  diag::Diagnostics told;
  rules_of_text(metric("measure = \"grades\"\nmost = 8\n"), &told);
  REQUIRE(told.list().size() == 1);
  CHECK(told.list()[0].message == "the check `metric` can't measure `grades`");
  CHECK(told.list()[0].hints == std::vector<std::string>{"did you mean `grade`?"});
}

TEST_CASE("initials are explained, or told once") {
  const auto rules = rules_of_text(
      "[word_rule.i]\ncheck = \"unexplained\"\nmessage = \"{found}\"\nexcept = [\"FDA\"]\n");
  const MetricCase cases[] = {
      {"", "Use AHA. Then AHA.", {"i: AHA"}},
      {"", "Use an alpha hydroxy acid (AHA).", {}},
      {"", "AHA (alpha hydroxy acid)", {}},
      {"", "The FDA says so.", {}},
      {"", "CALL US TODAY", {}},
      {"", "Part II", {}},
      {"", "NSAIDs thin blood.", {"i: NSAIDs"}},
      {"", "A plan B", {}},
  };
  for (const MetricCase& each : cases) {
    INFO(each.text);
    CHECK(told_of_words(rules, each.text) == each.told);
  }
}

}  // namespace handbill::prose
