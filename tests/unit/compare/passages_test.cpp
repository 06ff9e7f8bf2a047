// SPDX-License-Identifier: MIT
#include "compare/passages.h"

#include <catch2/catch.hpp>

namespace handbill::compare {
namespace {

std::string marked(const std::vector<Piece>& pieces) {
  std::string text;
  for (const Piece& each : pieces) {
    const bool is_same = each.kind == Piece::Kind::Same;
    const bool is_added = each.kind == Piece::Kind::Added;
    text += is_same ? each.text : is_added ? "{" + each.text + "}" : "[" + each.text + "]";
  }
  return text;
}

std::string told(const Change& change) {
  using enum Change::Kind;
  const auto number = [](const std::optional<std::size_t>& index) {
    return index ? std::to_string(*index) : std::string("-");
  };
  const char* const names[] = {"added", "removed", "changed", "moved", "moved and changed"};
  std::string text = std::string(names[static_cast<std::size_t>(change.kind)]) + " " +
                     number(change.before) + " " + number(change.after);
  return change.pieces.empty() ? text : text + ": " + marked(change.pieces);
}

std::vector<Passage> passages(const std::vector<std::string>& texts) {
  std::vector<Passage> all;
  for (const std::string& each : texts) all.push_back({each});
  return all;
}

std::vector<std::string> changes(const std::vector<Passage>& before,
                                 const std::vector<Passage>& after) {
  std::vector<std::string> all;
  for (const Change& each : compare_passages(before, after)) all.push_back(told(each));
  return all;
}

TEST_CASE("changed words of a paragraph are marked") {
  struct Row {
    const char *before, *after, *marked;
  };
  const Row rows[] = {
      {"Call us.", "Call us.", "Call us."},
      {"within 24 hours", "within 24 minutes", "within 24 [hours]{minutes}"},
      {"Call 301 555 0100 now", "Call 301 555 0199 now", "Call 301 555 [0100 ]{0199 }now"},
      {"Wash gently.", "Wash very gently.", "Wash {very }gently."},
      {"Wash very gently.", "Wash gently.", "Wash [very ]gently."},
      // Marks at the edges of a word are words, those in it are not.
      {"Stop, then call.", "Stop then call.", "Stop [, ]then call."},
      {"Open 8:30.", "Open 9:30.", "Open [8:30]{9:30}."},
      // Little that stayed between much that changed is changed with it.
      {"rest for one day at home", "work in an office at home",
       "[rest for one day ]{work in an office }at home"},
      {"", "new", "{new}"},
      {"old", "", "[old]"},
      // Scripts without spaces sign by sign; a vowel of Thai with its letter.
      {"\u4E0D\u8981\u7528\u624B\u6293", "\u4E0D\u8981\u6293", "\u4E0D\u8981[\u7528\u624B]\u6293"},
      {"\u0627\u062A\u0635\u0644 \u0628\u0646\u0627 \u0627\u0644\u064A\u0648\u0645",
       "\u0627\u062A\u0635\u0644 \u0628\u0646\u0627 \u063A\u062F\u0627",
       "\u0627\u062A\u0635\u0644 \u0628\u0646\u0627 "
       "[\u0627\u0644\u064A\u0648\u0645]{\u063A\u062F\u0627}"}};
  for (const Row& row : rows) {
    CAPTURE(row.before, row.after);
    CHECK(marked(compare_words(row.before, row.after)) == row.marked);
  }
}

TEST_CASE("paragraphs are told as added, removed, changed and moved") {
  struct Row {
    const char* what;
    std::vector<std::string> before, after, told;
  };
  const std::string wash = "Wash your face gently twice a day.";
  const std::string sun = "Stay out of the sun for two weeks.";
  const std::string call = "Call us if it bleeds or hurts.";
  const Row rows[] = {
      {"same", {wash, sun}, {wash, sun}, {}},
      {"spaces alone", {"8:00\u2009\u2013\u200912:00"}, {"8:00 \u2013 12:00"}, {}},
      {"added", {wash, sun}, {wash, call, sun}, {"added - 1"}},
      {"removed", {wash, call, sun}, {wash, sun}, {"removed 1 -"}},
      {"one word",
       {wash, sun},
       {wash, "Stay out of the sun for three weeks."},
       {"changed 1 1: Stay out of the sun for [two ]{three }weeks."}},
      {"moved", {wash, sun, call}, {call, wash, sun}, {"moved 2 0"}},
      {"moved and changed",
       {wash, sun, call},
       {"Call us if it bleeds or itches.", wash, sun},
       {"moved and changed 2 0: Call us if it bleeds or [hurts]{itches}."}},
      {"moved, while others changed",
       {wash, sun, call},
       {call, "Wash your face gently once a day.", "Stay out of the sun for three weeks."},
       {"moved 2 0", "changed 0 1: Wash your face gently [twice ]{once }a day.",
        "changed 1 2: Stay out of the sun for [two ]{three }weeks."}},
      {"another paragraph in its place", {wash}, {call}, {"added - 0", "removed 0 -"}},
      {"few words stand in for few",
       {"Price", "$120"},
       {"Price", "$140"},
       {"changed 1 1: [$120]{$140}"}},
      {"one of two blanks is filled in",
       {"____", wash, "____"},
       {"____", wash, "555 0100"},
       {"changed 2 2: [____]{555 0100}"}},
      {"unlike neighbours pair in order",
       {"Monday is for walks in.", "Friday is for our staff."},
       {"Monday is for walks out.", "Friday is for our guests."},
       {"changed 0 0: Monday is for walks [in]{out}.",
        "changed 1 1: Friday is for our [staff]{guests}."}},
      {"twice, then once", {wash, wash}, {wash}, {"removed 1 -"}},
      {"all gone", {wash, sun}, {}, {"removed 0 -", "removed 1 -"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(changes(passages(row.before), passages(row.after)) == row.told);
  }
}

TEST_CASE("half of the words make a paragraph one that changed, and less make it another") {
  const std::string eight = "aa bb cc dd ee ff gg hh";
  CHECK(changes(passages({eight}), passages({"aa bb cc dd xx yy zz vv"})).size() == 1);
  CHECK(changes(passages({eight}), passages({"aa bb cc ww xx yy zz vv"})).size() == 2);
}

TEST_CASE("what stands on another panel now has moved, and what stands on a renamed one has not") {
  const std::vector<Passage> before = {{"Wash.", "inside, left"}, {"Rest.", "inside, right"}};
  CHECK(changes(before, {{"Wash.", "inside, left"}, {"Rest.", "inside, left"}}).empty());
  CHECK(changes(before, {{"Wash.", "inside, right"}, {"Rest.", "inside, left"}}) ==
        std::vector<std::string>{"moved 0 0", "moved 1 1"});
  CHECK(changes(before, {{"Wash.", "inside, start"}, {"Rest.", "inside, right"}}).empty());
}

TEST_CASE("of a book, what has changed is found and nothing else") {
  std::vector<std::string> before;
  for (int i = 0; i < 1000; ++i) {
    std::string text;
    for (int j = 0; j < 100; ++j) text += "word" + std::to_string((i * 37 + j * 11) % 900) + " ";
    before.push_back(text + std::to_string(i));
  }
  std::vector<std::string> after = before;
  for (std::size_t i = 0; i < after.size(); i += 50) after[i] += " and more";
  CHECK(changes(passages(before), passages(after)).size() == 20);
}

}  // namespace
}  // namespace handbill::compare
