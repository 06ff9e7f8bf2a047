// SPDX-License-Identifier: MIT
// Prose as it comes out of a word processor.
#include <catch2/catch.hpp>

#include "spec/markdown.h"

namespace handbill::spec {
namespace {

struct ParsedPaste {
  diag::SourceMap sources{};
  diag::Diagnostics diags{};
  std::vector<MarkdownBlock> blocks{};

  explicit ParsedPaste(const std::string& markdown) {
    const auto root = read_toml(sources, sources.add("t", "t = '''\n" + markdown + "'''\n"), diags);
    REQUIRE(root.has_value());
    blocks = parse_markdown(root->as_table()->front().value, diags);
  }

  /// "p(one) ul(li(p(two)))"; each text must stand where its span says.
  std::string outline() const { return outline(blocks); }

 private:
  std::string outline(const std::vector<MarkdownBlock>& list) const {
    std::string result;
    for (const MarkdownBlock& each : list) {
      result += (result.empty() ? "" : " ") + name(each) + "(";
      for (const MarkdownInline& piece : each.inlines) result += words(piece);
      result += outline(each.children) + ")";
    }
    return result;
  }

  std::string words(const MarkdownInline& piece) const {
    if (piece.kind == MarkdownInline::Kind::Text) {
      CHECK(sources.text(piece.part(0, piece.text.size())) == piece.text);
      return piece.text;
    }
    if (piece.children.empty()) return "/";
    std::string result = "*";
    for (const MarkdownInline& each : piece.children) result += words(each);
    return result + "*";
  }

  static std::string name(const MarkdownBlock& block) {
    using Kind = MarkdownBlock::Kind;
    using Numbering = MarkdownBlock::Numbering;
    using Task = MarkdownBlock::Task;
    switch (block.kind) {
      case Kind::Paragraph:
        return "p";
      case Kind::BulletList:
        return "ul";
      case Kind::OrderedList:
        return block.numbering == Numbering::SmallLetters     ? "ol-a"
               : block.numbering == Numbering::CapitalLetters ? "ol-A"
               : block.numbering == Numbering::SmallRoman     ? "ol-i"
               : block.numbering == Numbering::CapitalRoman   ? "ol-I"
                                                              : "ol";
      case Kind::ListItem:
        return block.task == Task::Open ? "open" : block.task == Task::Done ? "done" : "li";
      default:
        return "other";
    }
  }
};

}  // namespace

TEST_CASE("White space before a paragraph makes no code of it") {
  struct Case {
    const char* markdown;
    const char* outline;
  };
  const auto c = GENERATE(values<Case>({
      {"    One *two*.\n", "p(One *two*.)"},
      {"\tOne.\n\n\tTwo.\n", "p(One.) p(Two.)"},
      {"One.\n\n\t\tTwo.\n\n          Three.\n", "p(One.) p(Two.) p(Three.)"},
      {"\t- one\n\t- two\n", "ul(li(p(one)) li(p(two)))"},
      {"\t- one\n\t\t- two\n", "ul(li(p(one) ul(li(p(two)))))"},
      {"- one\n\n\t    two\n", "ul(li(p(one) p(two)))"},
      {"> \tone\n", "other(p(one))"},
      {">      one\n", "other(p(one))"},
      {"One\n    two.\n", "p(One/two.)"},
  }));
  CAPTURE(c.markdown);
  const ParsedPaste parsed(c.markdown);
  CHECK(parsed.outline() == c.outline);
  CHECK(parsed.diags.list().empty());
}

TEST_CASE("Bullets and numbers of word processors make lists") {
  struct Case {
    const char* markdown;
    const char* outline;
  };
  const auto c = GENERATE(values<Case>({
      {"• sun\n• heat\n", "ul(li(p(sun)) li(p(heat)))"},
      {"•\tsun\n•\theat\n", "ul(li(p(sun)) li(p(heat)))"},
      {"•sun\n", "ul(li(p(sun)))"},
      {"\t•\tsun\n\t•\theat\n", "ul(li(p(sun)) li(p(heat)))"},
      {"Avoid:\n• sun\n• *heat*\nCall us.\n", "p(Avoid:) ul(li(p(sun)) li(p(*heat*))) p(Call us.)"},
      {"• sun\n  and wind\n", "ul(li(p(sun/and wind)))"},
      {"• sun\n\n• heat\n", "ul(li(p(sun)) li(p(heat)))"},
      {"•\tsun\no\tnoon\n•\theat\n", "ul(li(p(sun) ul(li(p(noon)))) li(p(heat)))"},
      {"• sun\n    ◦ noon\n• heat\n", "ul(li(p(sun) ul(li(p(noon)))) li(p(heat)))"},
      {"· sun\n· heat\n", "ul(li(p(sun)) li(p(heat)))"},
      {"\xEF\x82\xB7\tsun\n", "ul(li(p(sun)))"},
      {"– sun\n– heat\n", "ul(li(p(sun)) li(p(heat)))"},
      {"– sun\n\n– heat\n", "ul(li(p(sun)) li(p(heat)))"},
      {"☐ sun\n☑ heat\n", "ul(open(p(sun)) done(p(heat)))"},
      {"1) sun\n2) heat\n", "ol(li(p(sun)) li(p(heat)))"},
      {"1.) sun\n2.) heat\n", "ol(li(p(sun)) li(p(heat)))"},
      {"(1) sun\n(2) heat\n", "ol(li(p(sun)) li(p(heat)))"},
      {"1.Sun\n2.Heat\n", "ol(li(p(Sun)) li(p(Heat)))"},
      {"a. sun\nb. heat\n", "ol-a(li(p(sun)) li(p(heat)))"},
      {"a.) sun\nb.) heat\n", "ol-a(li(p(sun)) li(p(heat)))"},
      {"(a)sun\n(b)heat\n", "ol-a(li(p(sun)) li(p(heat)))"},
      {"(i)\tsun\n(ii)\theat\n(iii)\twind\n", "ol-i(li(p(sun)) li(p(heat)) li(p(wind)))"},
      {"I. Sun\nII. Heat\nIII. Wind\nIV. Rain\n",
       "ol-I(li(p(Sun)) li(p(Heat)) li(p(Wind)) li(p(Rain)))"},
      {"h. sun\ni. heat\n", "p(h. sun/i. heat)"},
      {"a) sun\nb) heat\n\ti) noon\n\tii) one\nc) wind\n",
       "ol-a(li(p(sun)) li(p(heat) ol-i(li(p(noon)) li(p(one)))) li(p(wind)))"},
      {"1. sun\n2. heat\n\na) noon\nb) one\n",
       "ol(li(p(sun)) li(p(heat))) ol-a(li(p(noon)) li(p(one)))"},
      {"1) sun\n2) heat\n\na) noon\nb) one\n",
       "ol(li(p(sun)) li(p(heat))) ol-a(li(p(noon)) li(p(one)))"},
      {"(1) sun\n(2) heat\na) noon\nb) one\n",
       "ol(li(p(sun)) li(p(heat))) ol-a(li(p(noon)) li(p(one)))"},
      {"a) sun\nb) heat\n\ti) noon\n\tii) one\n\t\tA) dusk\n\t\tB) dawn\nc) wind\n",
       "ol-a(li(p(sun)) li(p(heat) ol-i(li(p(noon)) li(p(one) ol-A(li(p(dusk)) li(p(dawn)))))) "
       "li(p(wind)))"},
      {"*sun\n*heat\n", "ul(li(p(sun)) li(p(heat)))"},
      {"*sun *and* wind\n\n*heat\n", "ul(li(p(sun *and* wind)) li(p(heat)))"},
      {"-sun\n-heat\nCall us.\n", "ul(li(p(sun)) li(p(heat))) p(Call us.)"},
      {"- sun\n-heat\n- wind\n", "ul(li(p(sun)) li(p(heat)) li(p(wind)))"},
      {"-sun\n- heat\n", "ul(li(p(sun)) li(p(heat)))"},
      {"+sun\n+heat\n", "ul(li(p(sun)) li(p(heat)))"},
      {"–sun\n–heat\n", "ul(li(p(sun)) li(p(heat)))"},
      {"§\tsun\nØ\theat\n", "ul(li(p(sun)) li(p(heat)))"},
      {"q\tsun\n", "ul(open(p(sun)))"},
      {"Avoid:\n\n(A)\tsun\n(B)\theat\n", "p(Avoid:) ol-A(li(p(sun)) li(p(heat)))"},
  }));
  CAPTURE(c.markdown);
  const ParsedPaste parsed(c.markdown);
  CHECK(parsed.outline() == c.outline);
  CHECK(parsed.diags.list().empty());
}

TEST_CASE("What only looks like the mark of an item stays as it is") {
  for (const char* words : {"– a patient",
                            "The sun\n– and heat – hurts.",
                            "A. Smith",
                            "a. sun\nc. heat",
                            "(301) 555-0142",
                            "(1) sun",
                            "b. sun\nc. heat",
                            "8:00 am – 5:00 pm",
                            "·sun",
                            "o sun",
                            "1.5 mg\n2.5 mg",
                            "e. g. sun\nf. heat",
                            "–sun",
                            "-sun",
                            "*sun",
                            "-sun\n+heat",
                            "-5 °C\n-6 °C",
                            "*5 days\n*6 days",
                            "(i) sun",
                            "(i) sun\n(iii) heat",
                            "v. sun\nvi. heat",
                            "--sun\n--heat"}) {
    CAPTURE(words);
    std::string joined = words;
    if (const auto end = joined.find('\n'); end != joined.npos) joined.replace(end, 1, "/");
    CHECK(ParsedPaste(words).outline() == "p(" + joined + ")");
  }
}

TEST_CASE("Marks that open or close nothing are told once a paragraph") {
  struct Case {
    const char* markdown;
    const char* marked;
  };
  const auto c = GENERATE(values<Case>({
      {"one **two three", "**"},
      {"one two** three", "**"},
      {"one ** two ** three", "**"},
      {"**one*", "*"},
      {"*one**", "*"},
      {"- **one\n- two", "**"},
      {"**one two\n\nthree", "**"},
      {"[one](https://clinic.example", "]("},
      {"[one](https://clinic.example/a b)", "]("},
  }));
  CAPTURE(c.markdown);
  const ParsedPaste parsed(c.markdown);
  REQUIRE(parsed.diags.list().size() == 1);
  CHECK(parsed.diags.list().front().id == diag::DiagnosticId::MarkdownUnclosed);
  CHECK(parsed.sources.text(parsed.diags.list().front().span) == c.marked);
}

TEST_CASE("An asterisk that is meant is no mark") {
  for (const char* words :
       {"from $80*", "* from $80*", "2 * 3", "\\*\\*", "\\*one\\*", "[one] (two)"}) {
    CAPTURE(words);
    CHECK(ParsedPaste(words).diags.list().empty());
  }
}

}  // namespace handbill::spec
