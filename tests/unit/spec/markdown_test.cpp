// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "spec/line_starts.h"
#include "spec/markdown.h"

namespace handbill::spec {
namespace {

struct ParsedMarkdown {
  diag::SourceMap sources{};
  diag::Diagnostics diags{};
  std::vector<MarkdownBlock> blocks{};

  explicit ParsedMarkdown(const std::string& toml) {
    const auto root = read_toml(sources, sources.add("t.toml", toml), diags);
    REQUIRE(root.has_value());
    blocks = parse_markdown(root->as_table()->front().value, diags);
  }

  static ParsedMarkdown literal(const std::string& markdown) {
    return ParsedMarkdown("t = '''\n" + markdown + "'''\n");
  }

  /// Each text and the source it points at: "one <one>".
  std::string texts() const {
    std::string result;
    for (const MarkdownBlock& block : blocks) append(block, result);
    return result;
  }

 private:
  void append(const MarkdownBlock& block, std::string& result) const {
    for (const MarkdownInline& each : block.inlines) append(each, result);
    for (const MarkdownBlock& child : block.children) append(child, result);
  }
  void append(const MarkdownInline& node, std::string& result) const {
    if (node.kind == MarkdownInline::Kind::Text) {
      result += node.text + "<" + std::string(sources.text(node.span)) + ">";
    }
    for (const MarkdownInline& child : node.children) append(child, result);
  }
};

}  // namespace

TEST_CASE("Texts point at the words in the source") {
  struct Case {
    const char* toml;
    const char* expected;
  };
  const auto [toml, expected] = GENERATE(values<Case>({
      {"t = 'one *two* three'", "one <one >two<two> three< three>"},
      {"t = \"\"\"\n- one\n- two\n  more\n\"\"\"", "one<one>two<two>more<more>"},
      {"t = \"\"\"\n> a *b\n> c* d\n\"\"\"", "a <a >b<b>c<c> d< d>"},
      {"t = \"\"\"\n- [ ] one *two*\n- [x] three\n\"\"\"", "one <one >two<two>three<three>"},
      {"t = \"\"\"\n- [] one\n- [ ]two\n\"\"\"", "[] one<[] one>[ ]two<[ ]two>"},
      {"t = 'a \\* b'", "a * b<a \\* b>"},
      {"t = \"a \\\\* b\"", "a * b<a \\\\* b>"},
      {"t = 'a &amp; b'", "a & b<a &amp; b>"},
      {"t = 'a & b &amp;c; &nope; &#65;&#x42;C'",
       "a & b &c; &nope; ABC<a & b &amp;c; &nope; &#65;&#x42;C>"},
      {"t = 'same [same](same) same'", "same <same >same<same> same< same>"},
      {"t = '## Title ##'", "Title<Title>"},
      {"t = \"\"\"\nTitle\n=====\n\nend\n\"\"\"", "Title<Title>end<end>"},
      {"t = 'é *ü* ß'", "é <é >ü<ü> ß< ß>"},
      {"t = \"caf\\u00e9 *x*\"", "café <caf\\u00e9 >x<x>"},
      {"t = '{clinic.phone | international} _x_'",
       "{clinic.phone | international} <{clinic.phone | international} >x<x>"},
      {"t = 'a_b_c {x_y}'", "a_b_c {x_y}<a_b_c {x_y}>"},
      {"t = \"one\\ntwo\"", "one<one>two<two>"},
      {"t = \"\"\"\r\none\r\n\r\ntwo *three*\r\n\"\"\"", "one<one>two <two >three<three>"},
  }));
  CAPTURE(toml);
  const ParsedMarkdown parsed(toml);
  CHECK(parsed.texts() == expected);
  CHECK(parsed.diags.list().empty());
}

TEST_CASE("A part of a text points at that part") {
  const ParsedMarkdown parsed("t = \"a \\\\* &amp; {fact} end\"\n");
  const MarkdownInline& text = parsed.blocks.front().inlines.front();
  CHECK(text.text == "a * & {fact} end");
  REQUIRE(text.source_offsets.size() == text.text.size() + 1);
  const std::size_t begin = text.text.find("{fact}");
  CHECK(parsed.sources.text(text.part(begin, begin + 6)) == "{fact}");
}

TEST_CASE("Quotation marks and dashes stay as they are typed") {
  CHECK(ParsedMarkdown("t = '\"a\" -- b...'").texts() == "\"a\" -- b...<\"a\" -- b...>");
}

TEST_CASE("Lines end as CommonMark has it") {
  using Starts = std::vector<std::size_t>;
  CHECK(line_starts("") == Starts{0});
  CHECK(line_starts("a\nb") == Starts{0, 2});
  CHECK(line_starts("a\r\nb") == Starts{0, 3});
  CHECK(line_starts("a\rb\r") == Starts{0, 2, 4});
}

TEST_CASE("Hard breaks are told from soft ones") {
  const ParsedMarkdown parsed("t = \"a  \\nb\\\\\\nc\\nd\"\n");
  std::vector<MarkdownInline::Kind> kinds;
  for (const MarkdownInline& each : parsed.blocks.front().inlines) kinds.push_back(each.kind);
  using enum MarkdownInline::Kind;
  CHECK(kinds == std::vector{Text, LineBreak, Text, LineBreak, Text, SoftBreak, Text});
}

TEST_CASE("Markdown that can't be printed is reported at its place") {
  struct Case {
    const char* markdown;
    const char* marked;
  };
  const auto [markdown, marked] = GENERATE(values<Case>({
      {"a <b>x", "<b>"},
      {"##### deep", "##### deep"},
      {"* * *", "* * *"},
      {"```\ncode\n```", "```\ncode\n```"},
      {"<div>\nx\n</div>", "<div>\nx\n</div>"},
  }));
  CAPTURE(markdown);
  const auto parsed = ParsedMarkdown::literal(markdown);
  REQUIRE(parsed.diags.list().size() == 1);
  CHECK(parsed.diags.list().front().id == diag::DiagnosticId::MarkdownUnsupported);
  CHECK(parsed.sources.text(parsed.diags.list().front().span) == marked);
}

TEST_CASE("Text nested or long beyond reason ends with a report") {
  const auto nested = [](const std::string& part) {
    std::string result;
    for (int i = 0; i < 20'000; ++i) result += part;
    return result + "x";
  };
  const std::string text =
      GENERATE_COPY(nested("> "), nested("- "), nested("*a _"), std::string(70'000, 'x'));
  const auto parsed =
      ParsedMarkdown::literal(text.substr(0, text.size() == 70'000 ? text.size() : 60'000));
  if (parsed.diags.list().empty()) return;  // cmark itself may leave deep marks as plain text
  CHECK(parsed.diags.list().front().id == diag::DiagnosticId::TooLarge);
}

}  // namespace handbill::spec
