// SPDX-License-Identifier: MIT
// Scripts, and how fonts and breaks follow them: Noto fonts of Debian, rules of Unicode, CLREQ and
// JLREQ.
#include "text/scripts.h"

#include <catch2/catch.hpp>

#include "base/number.h"
#include "base/utf8.h"
#include "unit/text/text_helpers.h"

namespace handbill::text {
namespace {

using namespace test;

/// Lato with a font beside it for one script.
struct World {
  font::FontBook fonts{font::machine_font_folders()};
  diag::Diagnostics diags;
  Paragraph paragraph;

  font::FontId open(const std::string& family, const std::string& file, int index = 0,
                    double size_adjust = 1) {
    font::CatalogFace face{.family = family, .file = file, .index = index, .package = {}};
    face.size_adjust = size_adjust;
    const auto id = fonts.open(face, diag::MemoryFiles({}), {}, diags);
    REQUIRE(id);
    return *id;
  }

  World(const std::string& text, const std::string& language, const std::string& file,
        const std::string& script, int index = 0, double size_adjust = 1) {
    CharacterStyle style;
    style.fonts = {open("Lato", "Lato-Regular.ttf")};
    style.size = Length::pt(10);
    style.language = language;
    const font::FontId other = open("Other", file, index, size_adjust);
    style.script_fonts.push_back({iso_tag(script[0], script[1], script[2], script[3]), other});
    paragraph.style.edit().text = style;
    paragraph.inlines.push_back(Run{.text = text, .style = style});
  }

  ShapedParagraph shaped() { return shape(paragraph, fonts, diags); }

  /// "L:" or "*:" and the text of each run.
  std::vector<std::string> by_font() {
    std::vector<std::string> result;
    const ShapedParagraph paragraph_shaped = shaped();
    for (const ShapedRun& run : paragraph_shaped.runs) {
      const bool is_own = run.font == paragraph.style->text->fonts.front();
      result.push_back((is_own ? "L:" : "*:") +
                       paragraph_shaped.text.substr(run.begin, run.end - run.begin));
    }
    return result;
  }

  /// Pieces between places where a line may end, spaces taken off.
  std::vector<std::string> pieces() {
    std::vector<std::string> result;
    const ShapedParagraph paragraph_shaped = shaped();
    std::uint32_t from = 0;
    for (const BreakPoint& point : paragraph_shaped.breaks) {
      std::string piece = paragraph_shaped.text.substr(from, point.offset - from);
      while (piece.ends_with(' ')) piece.pop_back();
      result.push_back(std::move(piece));
      from = point.offset;
    }
    return result;
  }

  double width() {
    Length sum;
    const ShapedParagraph paragraph_shaped = shaped();
    for (const ShapedRun& run : paragraph_shaped.runs) {
      for (const ShapedGlyph& glyph : run.glyphs) sum += glyph.advance;
    }
    return sum.pt();
  }

  std::vector<Line> lines(Length measure) {
    const ShapedParagraph paragraph_shaped = shaped();
    return set_lines(paragraph_shaped, paragraph,
                     break_lines(paragraph_shaped, paragraph, {measure}, fonts), {measure}, fonts);
  }
};

constexpr const char* kSansCjk = "NotoSansCJK-Regular.ttc";
constexpr int kJapanese = 0, kSimplified = 2, kTraditional = 3;

World chinese(const std::string& text) { return {text, "zh", kSansCjk, "Hani", kSimplified}; }

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("A language has a script and a direction") {
  struct Case {
    const char* language;
    const char* script;
    bool right_to_left;
  };
  for (const Case& c : {Case{"en", "Latn", false},
                        {"en-GB", "Latn", false},
                        {"ar", "Arab", true},
                        {"fa-AF", "Arab", true},
                        {"he", "Hebr", true},
                        {"zh", "Hans", false},
                        {"zh-TW", "Hant", false},
                        {"zh-Hant", "Hant", false},
                        {"ja", "Jpan", false},
                        {"ko", "Kore", false},
                        {"hi", "Deva", false},
                        {"th", "Thai", false},
                        {"es", "Latn", false},
                        {"", "Latn", false},
                        {"../x", "Latn", false}}) {
    INFO(c.language);
    CHECK(script_of_language(c.language) == c.script);
    CHECK(is_right_to_left(c.language) == c.right_to_left);
  }
}

TEST_CASE("Signs are those of no script that fonts of letters lack") {
  CHECK(signs_of("a \u2713\u260E \u2713") == U"\u2713\u260E");
  CHECK(signs_of("Caf\u00E9 \u00B0 \u2014 \u20AC \u201C").empty());
  CHECK(signs_of("\u20FF").empty());
  CHECK(signs_of("\u2100") == U"\u2100");
}

TEST_CASE("A text asks for the scripts of its letters, and of its language unless it is plain") {
  const auto names = [](std::string_view text, std::string_view language) {
    std::string result;
    for (const std::uint32_t script : scripts_of(text, language)) {
      result += (result.empty() ? "" : " ") + name_of_script(script);
    }
    return result;
  };
  CHECK(names("Fine lines", "en").empty());
  CHECK(names("“Café” – 5 °C", "en").empty());
  CHECK(names("سلام and שלום", "en") == "Arab Hebr");
  CHECK(names("皮肤かな", "en") == "Hani Hira");
  CHECK(names("“", "zh") == "Hani");
  CHECK(names("。", "en") == "Hani");
  CHECK(names("5454 Wisconsin Ave", "zh").empty());
  CHECK(covers_script("Hans", iso_tag('H', 'a', 'n', 'i')));
  CHECK(covers_script("Jpan", iso_tag('K', 'a', 'n', 'a')));
  CHECK_FALSE(covers_script("Hans", iso_tag('H', 'a', 'n', 'g')));
  CHECK(covers_script("Arab", iso_tag('A', 'r', 'a', 'b')));
}

TEST_CASE("Spaces and points stay in the font of the letters, and digits and Latin do not") {
  World arabic("نص، و 7 أيام. Abc", "ar", "NotoSansArabic-Regular.ttf", "Arab");
  CHECK(arabic.by_font() == Texts{"*:نص، و ", "L:7", "*: أيام. ", "L:Abc"});
  CHECK(arabic.diags.list().empty());
  // Quotes, dashes and points as wide as ideographs; digits of the Latin font.
  CHECK(chinese("他说：“好……”——7天。").by_font() == Texts{"*:他说：“好……”——", "L:7", "*:天。"});
  CHECK(chinese("it’s “so”").by_font() == Texts{"L:it’s “so”"});
}

TEST_CASE("A fallback is set in its own size") {
  const double as_it_is = World("سلام", "ar", "NotoSansArabic-Regular.ttf", "Arab", 0, 1).width();
  CHECK(World("سلام", "ar", "NotoSansArabic-Regular.ttf", "Arab", 0, 1.2).width() ==
        Approx(as_it_is * 1.2));
}

TEST_CASE("Arabic letters join, Devanagari vowels move, points of Hebrew stand below") {
  // Four letters that join are four glyphs, none the isolated form: lam and alif make one.
  World arabic("سلام", "ar", "NotoSansArabic-Regular.ttf", "Arab");
  const ShapedParagraph salaam = arabic.shaped();
  REQUIRE(salaam.runs.size() == 1);
  CHECK(salaam.right_to_left);
  CHECK(salaam.runs[0].glyphs.size() == 3);
  CHECK(salaam.runs[0].glyphs.front().cluster == 6);  // the last letter stands at the left

  // KA + I: the vowel is written before the consonant, in one cluster.
  World hindi("कि", "hi", "NotoSansDevanagari-Regular.ttf", "Deva");
  const ShapedParagraph ki = hindi.shaped();
  REQUIRE(ki.runs[0].glyphs.size() == 2);
  const font::Face& devanagari = hindi.fonts.face(ki.runs[0].font);
  CHECK(ki.runs[0].glyphs[1].id == devanagari.glyph_for(U'क'));
  CHECK(ki.runs[0].glyphs[0].cluster == 0);

  World hebrew("שָׁ", "he", "NotoSansHebrew-Regular.ttf", "Hebr");
  const ShapedParagraph sha = hebrew.shaped();
  CHECK(sha.right_to_left);
  int marks = 0;
  for (const ShapedGlyph& glyph : sha.runs[0].glyphs) marks += glyph.advance == Length{};
  CHECK(marks >= 1);
  CHECK(hebrew.diags.list().empty());
}

TEST_CASE("Lines end where each script lets them") {
  // ICU's dictionary: there are no spaces between Thai words.
  CHECK(World("ภาษาไทยง่าย", "th", "NotoSansThai-Regular.ttf", "Thai").pieces() ==
        Texts{"ภาษา", "ไทย", "ง่าย"});
  // UAX 14: no line starts with a closing mark or a stop, none ends with an opening one.
  CHECK(chinese("他（好）说：“是。”").pieces() == Texts{"他", "（好）", "说：", "“是。”"});
  CHECK(chinese("好……的").pieces() == Texts{"好……", "的"});
  // JLREQ 3.1.7: small kana and the long vowel mark start no line.
  World japanese("ちょっとコーヒー", "ja", kSansCjk, "Hani", kJapanese);
  const font::FontId cjk = japanese.paragraph.style->text->script_fonts[0].font;
  auto& style = std::get<Run>(japanese.paragraph.inlines[0]).style;
  style.edit().script_fonts.push_back({iso_tag('H', 'i', 'r', 'a'), cjk});
  style.edit().script_fonts.push_back({iso_tag('K', 'a', 'n', 'a'), cjk});
  CHECK(japanese.pieces() == Texts{"ちょっ", "と", "コー", "ヒー"});
}

TEST_CASE(
    "Full-width punctuation gives up its empty half beside another, and at the ends of lines") {
  struct Case {
    const char* text;
    double ems;  ///< the advances of the whole
  };
  for (const Case& c : {Case{"好。", 2},
                        {"好」「好", 3.5},
                        {"好。」好", 3.5},
                        {"（（好", 2.5},
                        {"好）。", 2.5},
                        {"好，好", 3}}) {
    INFO(c.text);
    CHECK(chinese(c.text).width() == Approx(10 * c.ems));
  }
  // In Taiwan stops stand in the middle of their square, which leaves nothing to give up.
  CHECK(World("好。」", "zh-TW", kSansCjk, "Hani", kTraditional).width() == Approx(30));

  World line("「好。", "zh", kSansCjk, "Hani", kSimplified);
  const auto lines = line.lines(Length::pt(100));
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].width.pt() == Approx(20));
  // Three marks and two letters in the room of four squares.
  CHECK(World("「好。」好", "zh", kSansCjk, "Hani", kSimplified).lines(Length::pt(40)).size() == 1);
}

TEST_CASE("A quarter of an em parts ideographs from Latin letters and digits, inside a line") {
  const auto width_of = [](const std::string& text) { return chinese(text).width(); };
  const double seven = width_of("7");
  CHECK(width_of("好7") == Approx(10 + 2.5 + seven));
  CHECK(width_of("好7好") == Approx(20 + 5 + seven));
  CHECK(width_of("7好") == Approx(10 + 2.5 + seven));
  CHECK(width_of("7\u2060好") == Approx(10 + 2.5 + seven));

  // Figures below the line, signs of currency and of measure are read with their letters.
  for (const char* western : {"CO\u2082", "x\u00B2", "50%", "38\u00B0", "20\u20AC", "\u00BD"}) {
    CAPTURE(western);
    CHECK(width_of(std::string(western) + "好") == Approx(12.5 + width_of(western)));
  }
  CHECK(width_of("好$20") == Approx(12.5 + width_of("$20")));
  // Not beside punctuation, and not on top of a space that is there already.
  CHECK(width_of("好，7") == Approx(20 + seven));
  CHECK(width_of("好 7") == Approx(10 + width_of(" ") + seven));
  // Where the line ends after the ideograph there is none.
  World narrow = chinese("好77");
  const auto lines = narrow.lines(Length::pt(12));
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].width.pt() == Approx(10));
}

namespace {

/// The first line set justified in points: "wide 0 10 22.5 …", its width and where glyphs stand.
std::string spread(World& world, double measure) {
  world.paragraph.style.edit().align = Align::Justify;
  world.paragraph.style.edit().glyph_width = {1, 1, 1};
  world.paragraph.style.edit().optical_margins = 0;
  const auto lines = world.lines(Length::pt(measure));
  std::string result = format_number(lines.front().width.pt(), 2) + " wide";
  for (const display::GlyphRun& run : glyph_runs(lines.front())) {
    for (const display::Glyph& glyph : run.glyphs) {
      result += " " + format_number((run.origin.x + glyph.x).pt(), 2);
    }
  }
  return result;
}

}  // namespace

TEST_CASE("Justified lines spread ideographs, by a quarter of their size at most") {
  World plain = chinese("好好好好好好好好");
  CHECK(spread(plain, 45) == "45 wide 0 11.67 23.33 35");
  CHECK(spread(plain, 47.5) == "47.5 wide 0 12.5 25 37.5");
  CHECK(spread(plain, 49) == "40 wide 0 10 20 30");
  plain.paragraph.style.edit().ideograph_space = {0, 0, 0};
  CHECK(spread(plain, 45) == "40 wide 0 10 20 30");
  // A stop stays with what it ends, and a dash is one line.
  World stop = chinese("好，好好好好好好");
  CHECK(spread(stop, 44) == "44 wide 0 10 22 34");
  World dash = chinese("好——好好好好好好好");
  CHECK(spread(dash, 44) == "44 wide 0 12 34");
  World dots = chinese("好……好好好好好好好");
  CHECK(spread(dots, 44) == "44 wide 0 12 22 34");
  // A blank takes no space beside it.
  World blank = chinese("好好");
  auto& inlines = blank.paragraph.inlines;
  inlines.push_back(Field{.width = Length::pt(10), .style = blank.paragraph.style->text});
  inlines.push_back(inlines[0]);
  inlines.push_back(inlines[0]);
  CHECK(spread(blank, 54) == "54 wide 0 12 32 44");
}

TEST_CASE("Figures among ideographs keep together when lines are spread") {
  World figures = chinese("好2026%好好好好好好好好");
  figures.paragraph.style.edit().align = Align::Justify;
  figures.paragraph.style.edit().glyph_width = {1, 1, 1};
  const double natural = chinese("好2026%好").width();
  const auto lines = figures.lines(Length::pt(natural + 5));
  CHECK(lines.front().width.pt() == Approx(natural + 5));
  for (const display::GlyphRun& run : glyph_runs(lines.front())) {
    if (!run.text.starts_with("2026")) continue;
    const double figure = chinese("2").width();
    for (std::size_t i = 1; i < 5; ++i) {
      CHECK((run.glyphs[i].x - run.glyphs[i - 1].x).pt() == Approx(figure));
    }
  }
}

TEST_CASE("Thai lines are filled between clusters, by a tenth of the size at most") {
  World thai("ภาษาไทยง่ายภาษาไทยง่าย", "th", "NotoSansThai-Regular.ttf", "Thai");
  thai.paragraph.style.edit().align = Align::Justify;
  thai.paragraph.style.edit().glyph_width = {1, 1, 1};
  thai.paragraph.style.edit().optical_margins = 0;
  const double natural = World("ภาษาไทย", "th", "NotoSansThai-Regular.ttf", "Thai").width();
  // Seven clusters have six gaps.
  CHECK(thai.lines(Length::pt(natural + 6)).front().shortfall == Length());
  CHECK(thai.lines(Length::pt(natural + 6.1)).front().shortfall.pt() == Approx(6.1));
  thai.paragraph.style.edit().cluster_space = {0, 0, 0};
  CHECK(thai.lines(Length::pt(natural + 3)).front().shortfall.pt() == Approx(3));
}

TEST_CASE("Syllables of Khmer and Burmese stay whole when lines are spread") {
  const auto syllables = [](World world) {
    int count = 0;
    const ShapedParagraph shaped = world.shaped();
    std::uint32_t last = 0xFFFFFFFF;
    for (const ShapedGlyph& glyph : shaped.runs.at(0).glyphs) {
      if (!glyph.is_tight && glyph.cluster != last) ++count;
      last = glyph.cluster;
    }
    return count;
  };
  // A letter below and a vowel before; a medial and a vowel.
  CHECK(syllables(World("ខ្មែខ្មែ", "km", "NotoSansKhmer-Regular.ttf", "Khmr")) == 2);
  CHECK(syllables(World("ကြောကြော", "my", "NotoSansMyanmar-Regular.ttf", "Mymr")) == 2);
}

TEST_CASE("Korean lines end between syllables, or between words where the style keeps them") {
  World korean("전화 3일간", "ko", kSansCjk, "Hang", 1);
  CHECK(korean.pieces() == Texts{"전", "화", "3", "일", "간"});
  korean.paragraph.style.edit().keep_words = true;
  CHECK(korean.pieces() == Texts{"전화", "3일간"});
}

TEST_CASE("Kanji and kana stand equally far apart, and word spaces give before them") {
  World japanese("好の好の好の好の", "ja", kSansCjk, "Hani", kJapanese);
  auto& style = std::get<Run>(japanese.paragraph.inlines[0]).style;
  const font::FontId cjk = style->script_fonts[0].font;
  style.edit().script_fonts.push_back({iso_tag('H', 'i', 'r', 'a'), cjk});
  CHECK(spread(japanese, 45) == "45 wide 0 11.67 23.33 35");

  World mixed = chinese("好 好好好好好好好好");
  const double space = chinese(" ").width();
  mixed.paragraph.style.edit().word_space = {1, 1, 2};
  CHECK(spread(mixed, 30 + space * 1.5) == format_number(30 + space * 1.5, 2) + " wide 0 10 " +
                                               format_number(10 + space * 1.5, 2) + " " +
                                               format_number(20 + space * 1.5, 2));
}

TEST_CASE("plain Latin text is of letters with their marks and of signs of all scripts") {
  struct Block {
    char32_t first, last;
  };
  const auto is_plain = [](char32_t c) {
    std::string text = "a";
    append_utf8(text, c);
    return is_plain_latin(text);
  };
  for (const auto& [first, last] :
       {Block{0x20, 0x02E5}, Block{0x1E00, 0x1EFF}, Block{0x2010, 0x2028}, Block{0x202F, 0x205F},
        Block{0x20A0, 0x20BF}, Block{0x2150, 0x218F}, Block{0x2190, 0x27BF}, Block{0x200B, 0x200B},
        Block{0x2060, 0x2060}, Block{0x2116, 0x2116}, Block{0x2122, 0x2122},
        Block{0xFFFC, 0xFFFC}}) {
    CAPTURE(static_cast<unsigned>(first));
    CHECK(is_plain(first));
    CHECK(is_plain(last));
  }
  for (const char32_t c : {0x02E6, 0x1DFF, 0x1F00, 0x200A, 0x200F, 0x2029, 0x202E, 0x2061, 0x209F,
                           0x20C0, 0x2115, 0x2117, 0x2121, 0x214F, 0x27C0, 0xFFFB, 0xFFFD}) {
    CAPTURE(static_cast<unsigned>(c));
    CHECK_FALSE(is_plain(c));
  }
  CHECK(is_plain_latin(""));
}

}  // namespace handbill::text
