// SPDX-License-Identifier: MIT
#include "prose/score.h"

#include <catch2/catch.hpp>

#include "unit/prose/written_document.h"

namespace handbill::prose {
namespace {

constexpr const char* kChecklist = R"(
[word_rule.a]
check = "existence"
item  = "1"
asks  = "is it plain?"
languages = ["en"]
words = ["utilize"]
message = "{found}"

[word_rule.b]
check = "question"
item  = "2"
asks  = "is it for you?"

[word_rule.c]
check = "question"
item  = "3"
when  = "tables"
asks  = "are its tables plain?"

[word_rule.d]
check   = "metric"
measure = "passive"
item    = "4"
part    = "voice"
most    = 0
asks    = "does it say who?"

[word_rule.e]
check  = "question"
item   = "5"
beside = ["risk"]
asks   = "is the risk told?"

[word_rule.none]
check   = "existence"
words   = ["Wash"]
message = "no item"
)";

/// What tell_scores() says, and the questions.
std::vector<std::string> told_scores(const std::string& text, const std::string& language = "en") {
  const auto rules = rules_of_text(kChecklist);
  const Reading reading = written_reading(text, language);
  const Context nothing;
  diag::Diagnostics diags;
  tell_scores(listed(rules), {reading, nothing}, diags);
  std::vector<std::string> told;
  for (const auto& each : diags.list()) {
    CHECK(each.severity == diag::Severity::Note);
    told.push_back(each.message);
    told.insert(told.end(), each.hints.begin(), each.hints.end());
  }
  return told;
}

using ToldTexts = std::vector<std::string>;

}  // namespace

TEST_CASE("a score tells what is reached, what is missed, and what people must answer") {
  CHECK(told_scores("Wash it.") ==
        ToldTexts{"`own`: 1 of 2 reached, 1 more once people have answered", "2: is it for you?",
                  "`own`, voice: 1 of 1 reached"});
  CHECK(told_scores("Utilize it. It is cleaned.") ==
        ToldTexts{"`own`: 0 of 2 reached, 1 missed, 1 more once people have answered",
                  "2: is it for you?", "`own`, voice: 0 of 1 reached, 1 missed"});
}

TEST_CASE("what a document has none of counts for nothing") {
  CHECK(told_scores("There is a risk.") ==
        ToldTexts{"`own`: 1 of 3 reached, 2 more once people have answered", "2: is it for you?",
                  "5: is the risk told?", "`own`, voice: 1 of 1 reached"});
  CHECK(told_scores("|Day|Time\nMonday|8:00\nFriday|9:00") ==
        ToldTexts{"`own`: 1 of 3 reached, 2 more once people have answered", "2: is it for you?",
                  "3: are its tables plain?", "`own`, voice: 1 of 1 reached"});
}

TEST_CASE("in a language that a rule does not know, people answer") {
  CHECK(told_scores("洗脸。", "zh") ==
        ToldTexts{"`own`: 0 of 2 reached, 2 more once people have answered", "1: is it plain?",
                  "2: is it for you?",
                  "`own`, voice: 0 of 1 reached, 1 more once people have answered",
                  "4: does it say who?"});
}

TEST_CASE("items of the packs that come have numbers, questions and sources") {
  for (const char* name : {"shell", "clear-communication-index", "pemat-p"}) {
    for (const WordRule& each : rules_of_pack(name)) {
      INFO(name << " " << each.id);
      CHECK(each.written.item);
      CHECK(each.written.asks);
      CHECK(each.written.source);
      CHECK(each.written.link);
      CHECK(each.level == Level::Consider);
    }
  }
  CHECK(rules_of_pack("shell").size() == 6);
  CHECK(rules_of_pack("clear-communication-index").size() == 20);
  CHECK(rules_of_pack("pemat-p").size() == 24);
}

TEST_CASE("an item that needs what its own words say counts for nothing without them") {
  const auto rules = rules_of_text(R"(
[word_rule.a]
check   = "must-say"
item    = "12"
when    = "said"
words   = ["call"]
message = "nothing recommends"
)");
  const Context nothing;
  const Reading says = written_reading("Call us."), says_not = written_reading("We are here.");
  CHECK(answer_of(rules[0], {says, nothing}) == Answer::Reached);
  CHECK(answer_of(rules[0], {says_not, nothing}) == Answer::Idle);
}

TEST_CASE("parts of the Clear Communication Index that do not apply are not scored") {
  const auto rules = rules_of_pack("clear-communication-index");
  const Context nothing;
  const auto idle_of = [&](const char* text) {
    const Reading reading = written_reading(text);
    std::string idle;
    for (const WordRule& each : rules) {
      if (answer_of(each, {reading, nothing}) == Answer::Idle)
        idle += " " + each.written.item->value;
    }
    return idle;
  };
  CHECK(idle_of("We are a clinic.") == " 12 13 14 15 16 17 18 20");
  CHECK(idle_of("Wash your face.") == " 15 16 17 18 20");
  CHECK(idle_of("Wash your face for 2 days.") == " 18 20");
  CHECK(idle_of("Wash your face for 2 days. The risk is 1 in 5.") == "");
}

}  // namespace handbill::prose
