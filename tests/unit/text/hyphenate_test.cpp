// SPDX-License-Identifier: MIT
#include "text/hyphenate.h"

#include <catch2/catch.hpp>

#include "unit/text/text_helpers.h"

namespace handbill::text {
namespace {

using namespace test;
using Lines = std::vector<std::string>;

/// Parts words before each `n` but those at their ends.
Hyphenation before_each_n() {
  Hyphenation result;
  const auto dictionary = std::make_shared<const HyphenDictionary>("UTF-8\n1n\n");
  for (const char* language : {"en", "de", "fr"}) result.dictionaries[language] = dictionary;
  return result;
}

struct Setter {
  Squares squares;
  Hyphenation hyphenation = before_each_n();
  ParagraphStyle style = hyphenating("en");

  ParagraphStyle hyphenating(const std::string& language) const {
    ParagraphStyle result;
    result.text = squares.style();
    result.text.edit().hyphenate = true;
    result.text.edit().language = language;
    return result;
  }

  Paragraph paragraph(std::vector<std::string> runs) const {
    Paragraph result;
    result.style = style;
    for (std::string& run : runs) {
      result.inlines.push_back(Run{.text = std::move(run), .style = style.text});
    }
    return result;
  }

  /// The text with "|" where words may be parted.
  std::string parted(const Paragraph& paragraph) {
    Shaper shaper(squares.fonts, &hyphenation);
    ShapedParagraph shaped = shaper.shape(paragraph, squares.diags);
    shaper.hyphenate(paragraph, shaped);
    CHECK(std::ranges::is_sorted(shaped.breaks, {}, &BreakPoint::offset));
    std::string text = shaped.text;
    for (auto at = shaped.breaks.rbegin(); at != shaped.breaks.rend(); ++at) {
      if (at->kind == BreakPoint::Kind::SoftHyphen) text.insert(at->offset, "|");
    }
    return text;
  }
  /// A further word keeps the first from being the last.
  std::string parted(const std::string& text) {
    std::string result = parted(paragraph({text + " x"}));
    return result.substr(0, result.size() - 2);
  }
};

}  // namespace

TEST_CASE("No word is parted between a letter and its mark") {
  Setter setter;
  setter.hyphenation.dictionaries["en"] =
      std::make_shared<const HyphenDictionary>("UTF-8\n1\u0301\n1n\n");
  CHECK(setter.parted("aaan\u0301aaa") == "aaa|n\u0301aaa");
}

TEST_CASE("A word that stays with a number is parted no more than the number is") {
  Setter setter;
  CHECK(setter.parted("aaanaaa 5") == "aaa|naaa 5");
  CHECK(setter.parted("aaanaaa\u00A05") == "aaanaaa\u00A05");
  CHECK(setter.parted("aaanaaa \u20605") == "aaanaaa \u20605");
  CHECK(setter.parted("5 \u2060aaanaaa aaanaaa") == "5 \u2060aaanaaa aaa|naaa");
  CHECK(setter.parted("a \u2060aaanaaa") == "a \u2060aaa|naaa");
}

TEST_CASE("Words are parted where their language says so") {
  Setter setter;
  CHECK(setter.parted("dinnertime (dinnertime), \u201Cdinnertime\u201D") ==
        "di|n|nertime (di|n|nertime), \u201Cdi|n|nertime\u201D");
  CHECK(setter.parted("a dinner") == "a di|n|ner");
  setter.style.text.edit().language = "sv";
  CHECK(setter.parted("dinnertime") == "dinnertime");
  setter.style = setter.hyphenating("en");
  setter.style.text.edit().hyphenate = false;
  CHECK(setter.parted("dinnertime") == "dinnertime");
}

TEST_CASE("What is no plain word stays whole") {
  Setter setter;
  for (const char* text :
       {"www.dinnertime.com", "https://a.b/dinnertime", "dinnertime@example.org", "H2dinnertime",
        "dinnertime2", "30dinnertime", "DINNERTIME", "DinnerTime", "dinner-time", "and/or/dinner",
        "din\u00ADnertime's", "isn't", "in", "nnn"}) {
    CAPTURE(text);
    const std::string parted = setter.parted(text);
    const bool has_soft_hyphen = std::string(text).find("\u00AD") != std::string::npos;
    CHECK(parted == (has_soft_hyphen ? "din\u00AD|nertime's" : text));
  }
}

TEST_CASE("Names stay whole, words that start a sentence do not") {
  Setter setter;
  CHECK(setter.parted("Dinners for Dinners. Dinners? \u201CDinners, Dr. Dinners") ==
        "Di|n|ners for Dinners. Di|n|ners? \u201CDi|n|ners, Dr. Dinners");
  setter.style.hyphen_limits.capitalised = true;
  CHECK(setter.parted("for Dinners") == "for Di|n|ners");
}

TEST_CASE("A long half of a compound is parted, far from where it ends") {
  Setter setter;
  setter.style.hyphen_limits.capitalised = true;
  CHECK(setter.parted("all-dinnertimes") == "all-dinnertimes");
  CHECK(setter.parted("ananonanonana-all") == "anano|na|no|nana-all");
  CHECK(setter.parted("H2-Ananonanonana-1 (Ananonana-x)") ==
        "H2-Anano|na|no|nana-1 (Anano|nana-x)");
  // Eight letters; a capital inside; an address.
  CHECK(setter.parted("all-ananonan all-anAnonanon all-ananonanon.org") ==
        "all-ananonan all-anAnonanon all-ananonanon.org");
  // It stays with its number, and has no halves.
  CHECK(setter.parted("7\u00A0ananonanonana") == "7\u00A0ananonanonana");
  setter.style.hyphen_limits.capitalised = false;
  CHECK(setter.parted("all-Ananonanonana-ananonana") == "all-Ananonanonana-anano|nana");
  setter.hyphenation.exceptions = {{"ananonana", {}}, {"ananonanonana", {2}}};
  CHECK(setter.parted("all-ananonana-ananonanonana") == "all-ananonana-an|anonanonana");
  setter.style.hyphen_limits.before = 6;
  setter.hyphenation.exceptions.clear();
  CHECK(setter.parted("all-ananonanonana") == "all-ananona|no|nana");
}

TEST_CASE("Both halves of an apostrophe are words") {
  Setter setter;
  setter.style.text.edit().language = "fr";
  CHECK(setter.parted("l\u2019annonce l'annonce") == "l\u2019an|no|nce l'an|no|nce");
  CHECK(setter.parted("dinner\u2019s") == "di|n|ner\u2019s");
}

TEST_CASE("A style says how short words and their halves may be") {
  Setter setter;
  setter.style.hyphen_limits = {.word = 9, .before = 3, .after = 6};
  CHECK(setter.parted("dinnertime dinners") == "din|nertime dinners");
}

TEST_CASE("Exceptions come before the rules") {
  Setter setter;
  setter.hyphenation.exceptions = {{"dinnertime", {6}}, {"dinners", {}}};
  CHECK(setter.parted("dinnertime Dinnertime for Dinnertime dinners") ==
        "dinner|time Dinner|time for Dinner|time dinners");
}

TEST_CASE("The last word is parted only when it is long") {
  Setter setter;
  CHECK(setter.parted(setter.paragraph({"a dinnertime"})) == "a dinnertime");
  CHECK(setter.parted(setter.paragraph({"a dinnernoontime."})) == "a di|n|ner|noo|ntime.");
}

TEST_CASE("A word in two styles is one word, parted where both allow it") {
  Setter setter;
  Paragraph paragraph = setter.paragraph({"din", "nertime x"});
  CHECK(setter.parted(paragraph) == "di|n|nertime x");
  std::get<Run>(paragraph.inlines[1]).style.edit().hyphenate = false;
  CHECK(setter.parted(paragraph) == "di|n|nertime x");
  std::get<Run>(paragraph.inlines[0]).style.edit().hyphenate = false;
  CHECK(setter.parted(paragraph) == "dinnertime x");
}

TEST_CASE("A parted word shows a hyphen that is not in its text") {
  Setter setter;
  Paragraph paragraph = setter.paragraph({"a dinnertime b"});
  paragraph.style.edit().rag_give = 0;
  Shaper shaper(setter.squares.fonts, &setter.hyphenation);
  ShapedParagraph shaped = shaper.shape(paragraph, setter.squares.diags);
  const Length narrowest = minimum_width(shaped, paragraph);
  shaper.hyphenate(paragraph, shaped);
  CHECK(minimum_width(shaped, paragraph) == narrowest);
  const auto lines_in = [&](Length width) {
    const Measure measure{width};
    return set_lines(shaped, paragraph,
                     break_lines(shaped, paragraph, measure, setter.squares.fonts), measure,
                     setter.squares.fonts);
  };
  const auto lines = lines_in(45_pt);
  CHECK(texts(lines) == Lines{"a din-", "nertime b"});
  const auto runs = glyph_runs(lines[0]);
  REQUIRE(runs.size() == 1);
  REQUIRE(runs[0].glyphs.size() == 6);
  CHECK(runs[0].text == "a din");
  const display::Glyph& hyphen = runs[0].glyphs.back();
  CHECK(hyphen.text_begin == hyphen.text_end);
  CHECK(lines[0].width == 30_pt);
}

TEST_CASE("A word of ten million letters takes no time") {
  Setter setter;
  CHECK(setter.parted(std::string(10'000, 'n')) == std::string(10'000, 'n'));
  Hyphenator hyphenator(&setter.hyphenation);
  const Paragraph paragraph = setter.paragraph({"x"});
  ShapedParagraph shaped;
  shaped.text = std::string(10'000'000, 'n');
  shaped.text += " x";
  shaped.runs.push_back({.end = static_cast<std::uint32_t>(shaped.text.size()), .glyphs = {}});
  hyphenator.add_breaks(paragraph, shaped, setter.squares.fonts);
  CHECK(shaped.breaks.empty());
}

}  // namespace handbill::text
