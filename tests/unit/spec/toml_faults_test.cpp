// SPDX-License-Identifier: MIT
// What people get wrong in a TOML file: one message each, where it is wrong, and the rest is read.
#include <algorithm>
#include <catch2/catch.hpp>

#include "spec/value.h"

namespace handbill::spec {
namespace {

struct ReadFaults {
  diag::SourceMap sources{};
  diag::Diagnostics diags{};
  std::optional<Value> root{};

  explicit ReadFaults(const std::string& text) {
    root = read_toml(sources, sources.add("t.toml", text), diags);
  }

  /// "2:9 message" of each.
  std::vector<std::string> said() const {
    std::vector<std::string> result;
    for (const auto& each : diags.list()) {
      const auto at = sources.position(each.span.file, each.span.begin);
      result.push_back(std::to_string(at.line) + ":" + std::to_string(at.column) + " " +
                       each.message);
    }
    return result;
  }

  /// The text with all edits made.
  std::string fixed(std::string text) const {
    std::vector<diag::Fix> fixes;
    for (const auto& each : diags.list()) {
      if (each.fix) fixes.push_back(*each.fix);
    }
    std::ranges::sort(fixes, std::greater(), [](const diag::Fix& fix) { return fix.span; });
    for (const diag::Fix& fix : fixes) {
      text.replace(fix.span.begin, fix.span.end - fix.span.begin, fix.replacement);
    }
    return text;
  }

  std::string text(std::string_view path) const {
    const Value* found = root ? root->at_path(path) : nullptr;
    return found != nullptr && found->as_string() != nullptr ? *found->as_string() : "(none)";
  }
};

using Said = std::vector<std::string>;

/// Stands before and after each case.
const std::string kBefore = "before = \"kept\"\n";
const std::string kAfter = "\n[after]\nkey = \"kept\"\n";

}  // namespace

TEST_CASE("A statement that can't be read is told once, and hides nothing behind it") {
  struct Case {
    const char* text;
    Said said;          ///< lines counted from that of `text`
    const char* value;  ///< of `a` once the edits are made; null: not all is certain
  };
  const auto c = GENERATE(values<Case>({
      // Quotes.
      {"a = \"8:00 am – 5:00 pm",
       {"2:5 the closing quote of this text is missing"},
       "8:00 am – 5:00 pm"},
      {"a = \"one # note", {"2:5 the closing quote of this text is missing"}, nullptr},
      {"a = 8:00 am\"", {"2:5 the opening quote of this text is missing"}, "8:00 am"},
      {"a = “Bright Skin”",
       {"2:5 `“` is a typographic quote; a text goes between straight quotes"},
       "Bright Skin"},
      {"a = “the clinic’s name” # note",
       {"2:5 `“` is a typographic quote; a text goes between straight quotes"},
       "the clinic’s name"},
      {"a = „Haut und Licht“",
       {"2:5 `„` is a typographic quote; a text goes between straight quotes"},
       "Haut und Licht"},
      {"a = “Bright Skin\"",
       {"2:5 `“` is a typographic quote; a text goes between straight quotes"},
       "Bright Skin"},
      {"a = \"Bright Skin”",
       {"2:17 `”` is a typographic quote; a text goes between straight quotes"},
       "Bright Skin"},
      {"a = ‘Bright Skin’",
       {"2:5 `‘` is a typographic quote; a text goes between straight quotes"},
       "Bright Skin"},
      {"a = \"she said “yes”", {"2:5 the closing quote of this text is missing"}, "she said “yes”"},
      {"a = \"say \"no\" to sun\"", {"2:10 `\"no\"` has quotes inside a text"}, "say “no” to sun"},
      {"a = \"say \"no to sun\"", {"2:5 a quote is missing here, or one is too many"}, nullptr},
      {"a = 'Dr. O'Neil'", {"2:5 a quote is missing here, or one is too many"}, nullptr},
      // Texts over several lines.
      {"a = \"\"\"\nOne.\n\nTwo.\n",
       {"2:5 the text that begins here has no closing \"\"\""},
       "One.\n\nTwo.\n"},
      {"a = \"\"\"\nOne.\n\nb = \"\"\"\nTwo.\n\"\"\"",
       {"2:5 the text that begins here has no closing \"\"\""},
       "One.\n"},
      {"a = \"\"\"\nOne.\n\"\"\nb = 1",
       {"2:5 the text that begins here has no closing \"\"\""},
       "One.\n"},
      {"a = \"\"\"\nOne.\n”””\nb = \"\"\"\nTwo.\n\"\"\"",
       {"4:1 `”` is a typographic quote; a text goes between straight quotes"},
       "One.\n"},
      {"a = “““\nOne.\n”””\n",
       {"2:5 `“` is a typographic quote; a text goes between straight quotes"},
       "One.\n"},
      {"a = One.\n\nTwo.\n\"\"\"\n", {"2:5 `One.` has no quotes round it"}, nullptr},
      {"a = \"\"\"one\"\"\" two", {"2:15 `two` comes after the value"}, nullptr},
      {"a = 1\nb =\n\"\"\"\nOne.\n\"\"\"\n", {"3:3 `b` has nothing after its `=`"}, nullptr},
      // Words without quotes.
      {"a = Bright Skin", {"2:5 `Bright Skin` has no quotes round it"}, "Bright Skin"},
      {"a = (301) 555-0142", {"2:5 `(301) 555-0142` has no quotes round it"}, "(301) 555-0142"},
      {"a = 301-555-0142 # note", {"2:5 `301-555-0142` has no quotes round it"}, "301-555-0142"},
      {"a = 02134", {"2:5 `02134` has no quotes round it"}, "02134"},
      {"a = 20815-6901", {"2:5 `20815-6901` has no quotes round it"}, "20815-6901"},
      {"a = 8:00 am – 5:00 pm",
       {"2:5 `8:00 am – 5:00 pm` has no quotes round it"},
       "8:00 am – 5:00 pm"},
      {"a = closed", {"2:5 `closed` has no quotes round it"}, "closed"},
      {"a = Ste #4", {"2:5 `Ste` has no quotes round it"}, nullptr},
      {"a = 08:00", {"2:5 `08:00` has no quotes round it"}, "08:00"},
      {"a = 08:00:00", {"2:5 `08:00:00` has no quotes round it"}, "08:00:00"},
      {"a.date = 12/25/2026", {"2:10 `12/25/2026` is not a date"}, nullptr},
      {"a = 2026-12-5", {"2:5 `2026-12-5` is not a date"}, nullptr},
      // What stands round the value.
      {"a: \"one\"", {"2:2 after `a` comes `=`, not `:`"}, "one"},
      {"a \"one\"", {"2:3 there is no `=` after `a`"}, "one"},
      {"a =", {"2:3 `a` has nothing after its `=`"}, nullptr},
      {"a = \"one\",", {"2:10 `,` comes after the value"}, "one"},
      {"a = \"one\" two", {"2:11 `two` comes after the value"}, nullptr},
      {"a = \"one\\stwo\"", {"2:9 `\\s` has no meaning"}, "one\\stwo"},
      {"a = \"C:\\pdf\"", {"2:8 `\\p` has no meaning"}, "C:\\pdf"},
      {"a = \"C:\\Users\\new\"", {"2:8 `\\U` has no meaning"}, "C:\\Users\\new"},
      {"a = \"C:\\new\\pdf\\\\x\"", {"2:12 `\\p` has no meaning"}, "C:\\new\\pdf\\x"},
      {"a = \"\\s one\\ntwo \\s\"", {"2:6 `\\s` has no meaning"}, "\\s one\ntwo \\s"},
      {"a = \"one\x0B\"", {"2:9 an invisible sign stands here (U+000B)"}, "one "},
      {"a b = \"one\"", {"2:1 `a b` can't be a name"}, nullptr},
      {"téléphone = \"one\"", {"2:1 `téléphone` can't be a name"}, nullptr},
      {"Some words.\nAnd more.", {"2:1 `Some words.` is outside of any quotes"}, nullptr},
      {"[b\na = \"one\"", {"2:1 the brackets round `b` do not match"}, nullptr},
      {"[[b]\na = \"one\"", {"2:1 the brackets round `b` do not match"}, nullptr},
      {"[a b]\nb = 1", {"2:1 `[a b]` is not a name in brackets"}, nullptr},
      // Lists and braces.
      {"a = [\n  \"one,\n  \"two\",\n]",
       {"3:3 the closing quote of this text is missing"},
       nullptr},
      {"a = [\"one\", \"two]", {"2:13 the closing quote of this text is missing"}, nullptr},
      {"a = [\n  \"one\"\n  \"two\",\n]", {"3:7 a comma is missing after this"}, nullptr},
      {"a = [\n  \"one\",\n  \"two\"\nb = 1", {"2:5 `[` is not closed"}, nullptr},
      {"a = [one, \"two\"]", {"2:6 `one` has no quotes round it"}, nullptr},
      {"a = { b = \"one\"\nb = 1", {"2:5 `{` is not closed"}, nullptr},
      {"a = {\n  b = \"one\",\n}\nb = 1", {"2:5 what is between braces goes on one line"}, nullptr},
      {"a = { b = \"one\", }", {"2:16 there is a comma before the `}`"}, nullptr},
      {"a = { b = \"one\" c = \"two\" }", {"2:15 a comma is missing after this"}, nullptr},
      {"a = { one }", {"2:7 `one` is not `name = value`"}, nullptr},
      // Several.
      {"a = “one”\nb = two\n\nc = \"three",
       {"2:5 `“` is a typographic quote; a text goes between straight quotes",
        "3:5 `two` has no quotes round it", "5:5 the closing quote of this text is missing"},
       "one"},
      {"a = [“one”, two, \"three]",
       {"2:6 `“` is a typographic quote; a text goes between straight quotes",
        "2:13 `two` has no quotes round it", "2:18 the closing quote of this text is missing"},
       nullptr},
      {"a = \"one\"\na = \"two\"\nb = \"three",
       {"4:5 the closing quote of this text is missing", "3:1 `a` is set twice"},
       nullptr},
  }));
  CAPTURE(c.text);
  const std::string whole = kBefore + c.text + kAfter;
  const ReadFaults read(whole);
  CHECK(read.said() == c.said);
  CHECK(read.text("before") == "kept");
  CHECK(read.text("after.key") == "kept");
  const std::string fixed = read.fixed(whole);
  INFO(fixed);
  if (c.value != nullptr) {
    const ReadFaults again(fixed);
    CHECK(again.said().empty());
    CHECK(again.text("a") == c.value);
  }
}

TEST_CASE("A file with more faults than anybody corrects is given up at once, and tells where") {
  struct Case {
    std::string line;
    std::size_t most_said;
    std::string last;  ///< empty: all is told in one message
  };
  const auto c = GENERATE(values<Case>({
      {"x", 1, ""},
      {"phone 12", 1, ""},
      {"a = 1\nx", 41,
       "there are too many faults above: this line and 59918 more are not looked at"},
      {"a = x", 41, "there are too many faults above: this line and 59959 more are not looked at"},
      {"a = [1,,2]", 41,
       "there are too many faults above: this line and 59959 more are not looked at"},
      {"= 1", 41, "there are too many faults above: this line and 59959 more are not looked at"},
      {"a = \"x", 41,
       "there are too many faults above: this line and 59959 more are not looked at"},
      {"a = 1", 41, "more are not looked at"},
  }));
  CAPTURE(c.line);
  std::string text;
  const auto lines = 1 + std::ranges::count(c.line, '\n');
  for (std::ptrdiff_t i = 0; i < 60'000; i += lines) text += c.line + "\n";
  const Said said = ReadFaults(text).said();
  REQUIRE_FALSE(said.empty());
  CHECK(said.size() <= c.most_said);
  CHECK(said.back().ends_with(c.last));
}

TEST_CASE("A file with as many faults as are told is read to its end") {
  const auto said = [](int faults) {
    std::string text;
    for (int i = 0; i < faults; ++i) text += "a" + std::to_string(i) + " = x\n";
    return ReadFaults(text).said();
  };
  CHECK(said(40).size() == 40);
  CHECK(said(40).back() == "40:7 `x` has no quotes round it");
  CHECK(said(41).size() == 41);
  CHECK(said(41).back() == "41:1 there are too many faults above: this line is not looked at");
  CHECK(said(42).back() ==
        "41:1 there are too many faults above: this line and 1 more are not looked at");
}

}  // namespace handbill::spec
