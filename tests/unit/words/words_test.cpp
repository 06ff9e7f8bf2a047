// SPDX-License-Identifier: MIT
#include "words/words.h"

#include <catch2/catch.hpp>

#include "support/resolved_case.h"

namespace handbill::words {
namespace {

constexpr const char* kLayout = R"(title = "Test"
content = ["content"]
[sheet]
trim = "letter"
[font.text]
family = "Lato"
[style.body]
font = "text"
[markdown]
p = "body"
h1 = "body"
h2 = "body"
h3 = "body"
[[side]]
)";
constexpr const char* kContent = "[clinic]\nname = \"Test Clinic\"\nphone = \"301 555 0199\"\n";

struct Made {
  test::Resolved resolved;
  Words words;

  explicit Made(const std::string& frames)
      : resolved(diag::MemoryFiles({{"fonts/fonts.toml", test::kCaseFonts},
                                    {"layouts/layout.toml", kLayout + frames},
                                    {"content/en/content.toml", kContent}}),
                 "layouts/layout.toml"),
        words(from_document(resolved.document.value())) {}

  std::string_view typed(diag::Span span) const { return resolved.sources.text(span); }
};

/// The words of a text in a frame of its own.
Made made(const std::string& markdown) {
  return Made("[[side.frame]]\ntext = '''\n" + markdown + "\n'''\n");
}

/// Where `part` stands in the first paragraph.
std::pair<std::size_t, std::size_t> find(const Words& words, std::string_view part) {
  const std::size_t begin = words.paragraphs.at(0).text.find(part);
  REQUIRE(begin != std::string::npos);
  return {begin, begin + part.size()};
}

struct Case {
  const char* markdown;
  const char* part;      ///< of the text
  const char* written;   ///< what messages point at
  const char* editable;  ///< what an edit takes the place of; null: nothing
};

TEST_CASE("words are pointed at where they are typed, and edited where nothing else is touched") {
  const Case cases[] = {
      {"one two three", "two", "two", "two"},
      {"one two three", "one two three", "one two three", "one two three"},
      {"one *two* three", "two", "two", "two"},
      // An edit would lose the marks.
      {"one *two* three", "two three", "two* three", nullptr},
      {"un*believ*able", "unbelievable", "un*believ*able", nullptr},
      {"it's 5-10 -- \"so\"", "\u2019s", "'s", "'s"},
      {"it's 5-10 -- \"so\"", "5\u201310 \u2013", "5-10 --", "5-10 --"},
      {"a  b\tc", "a b c", "a  b\tc", "a  b\tc"},
      {"1 \\* 2 &amp; 3", "1 * 2 & 3", "1 \\* 2 &amp; 3", "1 \\* 2 &amp; 3"},
      {"one\ntwo", "one two", "one\ntwo", "one\ntwo"},
      {"call {clinic.phone} now", "301", "{clinic.phone}", nullptr},
      {"call {clinic.phone} now", "call", "call", "call"},
      {"call {clinic.phone} now", " now", " now", " now"},
      {"call {clinic.phone} now", "call (301)\u00A0555", "call {clinic.phone}", nullptr},
      {"Cafe\u0301 noir", "Caf\u00E9", "Cafe\u0301", "Cafe\u0301"},
      {"Cafe\u0301 noir", "Caf", "Caf", "Caf"},
      {"e*\u0301*", "\u00E9", "e*\u0301", nullptr},
  };
  for (const Case& each : cases) {
    CAPTURE(each.markdown, each.part);
    const Made all = made(each.markdown);
    const Paragraph& paragraph = all.words.paragraphs.at(0);
    INFO(dump(all.words, all.resolved.sources));
    const auto [begin, end] = find(all.words, each.part);
    CHECK(all.typed(written_at(paragraph, begin, end)) == each.written);
    const auto edit = editable_at(paragraph, begin, end);
    if (each.editable == nullptr) {
      CHECK_FALSE(edit);
    } else {
      REQUIRE(edit);
      CHECK(all.typed(*edit) == each.editable);
    }
  }
}

TEST_CASE("half of what stands for one sign is no place for an edit") {
  const Made all = made("wait... x");
  const Paragraph& paragraph = all.words.paragraphs.at(0);
  CHECK(paragraph.text == "wait\u2026 x");
  CHECK(editable_at(paragraph, 4, 7));
  CHECK_FALSE(editable_at(paragraph, 4, 6));
  CHECK_FALSE(editable_at(paragraph, 5, 7));
  CHECK(editable_at(paragraph, 3, 7));
}

TEST_CASE("a fact is told by its path, whatever letter of it is asked for") {
  const Made all = made("call {clinic.phone | international} now");
  const Paragraph& paragraph = all.words.paragraphs.at(0);
  const auto [begin, end] = find(all.words, "301");
  const text::Origin& origin = paragraph.origins.at(begin);
  CHECK(origin.kind == text::Origin::Kind::Fact);
  REQUIRE(origin.fact);
  CHECK(origin.fact->path == "clinic.phone");
  CHECK(all.typed(origin.fact->span) == "\"301 555 0199\"");
  CHECK(paragraph.origins.at(0).fact == nullptr);
}

TEST_CASE("everything stands below the last heading that is above it") {
  const Made all(R"([[side.frame]]
text = """
Before

# One

In one

## In it

### Deeper

Words

## Beside"""
[[side.frame]]
text = "In another frame\n\n# Two"
)");
  const auto& paragraphs = all.words.paragraphs;
  std::string text;
  for (const Paragraph& each : paragraphs) {
    text += each.text + (each.heading ? " < " + paragraphs[*each.heading].text : "") + "\n";
  }
  CHECK(text ==
        "Before\nOne\nIn one < One\nIn it < One\nDeeper < In it\nWords < Deeper\n"
        "Beside < One\nIn another frame < Beside\nTwo\n");
}

TEST_CASE("notes lead back to the paragraph that refers to them") {
  const Made all = made("One\n\nTwo[^1]\n\nThree\n\n[^1]: Note");
  const auto& paragraphs = all.words.paragraphs;
  REQUIRE(paragraphs.size() == 4);
  CHECK(paragraphs[2].kind == Kind::Note);
  CHECK(paragraphs[2].reference == 1U);
  CHECK_FALSE(paragraphs[1].reference);
  CHECK(paragraphs[1].runs.size() == 2);
  CHECK(paragraphs[1].runs.back().is_note_number);
}

TEST_CASE("flows and parts hold all paragraphs, and none is empty") {
  const Made all(R"([[side.frame]]
name = "first"
text = "One\n\nTwo"
[[side.frame]]
text = ""
[[side.frame]]
[[side.frame.table.row]]
cells = ["A", "B"]
[[side]]
[[side]]
[[side.frame]]
text = "Back"
)");
  const Words& words = all.words;
  REQUIRE(words.flows.size() == 3);
  CHECK(words.flows[0].name == "first");
  CHECK(words.flows[1].kind == Flow::Kind::Table);
  REQUIRE(words.parts.size() == 2);
  CHECK(words.parts[0].flows.end == 2);
  CHECK(words.parts[1].flows.begin == 2);
  std::size_t next = 0;
  for (std::size_t i = 0; i < words.flows.size(); ++i) {
    const Flow& flow = words.flows[i];
    CHECK(flow.paragraphs.begin == next);
    next = flow.paragraphs.end;
    for (std::size_t k = flow.paragraphs.begin; k < next; ++k) CHECK(words.paragraphs[k].flow == i);
  }
  CHECK(next == words.paragraphs.size());
}

TEST_CASE("a document that says nothing has no words") {
  const Made all("[[side.frame]]\ntext = \"\"\n");
  CHECK(all.words.paragraphs.empty());
  CHECK(all.words.flows.empty());
  CHECK(all.words.parts.empty());
  CHECK(all.words.title == "Test");
}

}  // namespace
}  // namespace handbill::words
