// SPDX-License-Identifier: MIT
// Checks of spelling, of capitals, and of terms that are written in two ways.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "prose/judge_words.h"
#include "spelling/speller.h"
#include "support/run_program.h"
#include "unit/spelling/words.h"

using namespace handbill;
using namespace handbill::prose;

namespace {

/// A text: "# " begins a heading, "| " a fact; anything else is a paragraph.
words::Words spelt_words(const std::vector<std::string>& paragraphs, const std::string& language,
                         diag::SourceMap& sources) {
  words::Words words{"", language, {}, {}, {}};
  for (std::string text : paragraphs) {
    words::Paragraph paragraph;
    auto kind = text::Origin::Kind::Typed;
    if (text.starts_with("# ")) paragraph.kind = words::Kind::Heading;
    if (text.starts_with("| ")) kind = text::Origin::Kind::Fact;
    if (text.starts_with("# ") || text.starts_with("| ")) text.erase(0, 2);
    const auto file = sources.add("content/en/a.toml", text);
    paragraph.text = text;
    paragraph.span = {file, 0, static_cast<std::uint32_t>(text.size())};
    paragraph.origins.add({0, kind, paragraph.span, {}, {}});
    paragraph.runs = {{0, language}};
    words.paragraphs.push_back(std::move(paragraph));
  }
  return words;
}

std::vector<WordRule> spelt_rules(const std::string& keys) {
  const diag::MemoryFiles files(std::map<std::string, std::string, std::less<>>{
      {"layouts/rules/a.toml", "title = \"A\"\n[word_rule.a]\n" + keys}});
  diag::SourceMap sources;
  diag::Diagnostics diags;
  const auto pack = spec::parse_rules(files, "a", {}, sources, diags);
  REQUIRE(pack);
  auto rules = word_rules(*pack, "a", diags);
  REQUIRE(diags.list().empty());
  REQUIRE(rules.size() == 1);
  return rules;
}

spelling::Speller small_speller(const test::TempFolder& folder, spelling::OwnWords own) {
  folder.write(
      "en.words",
      spelling::file_of(
          {"a",         "after",      "afternoon", "and",    "at",        "book",   "Botox",
           "clean",     "clinic",     "color",     "day",    "every",     "face",   "for",
           "from",      "gently",     "heal",      "here",   "in",        "is",     "it",
           "London",    "may",        "May",       "needle", "needling",  "of",     "on",
           "or",        "our",        "peel",      "pen",    "saw",       "skin",   "see",
           "SPF",       "sun",        "the",       "them",   "then",      "this",   "to",
           "treatment", "use",        "wash",      "we",     "Wednesday", "which",  "wish",
           "with",      "you",        "your",      "mild",   "cleanser",  "gentle", "spray",
           "important", "expression", "Percival"}));
  folder.write("es.words", spelling::file_of({"la", "piel", "el", "miércoles", "enero",
                                              "importante", "expresión", "de"}));
  return spelling::Speller(std::move(own), {{folder.path().string()}, {}, {}});
}

struct Told {
  std::string text;
  std::optional<std::string> mended{};
  bool operator==(const Told&) const = default;
};
using AllTold = std::vector<Told>;

std::ostream& operator<<(std::ostream& out, const Told& told) {
  return out << told.text << " -> " << told.mended.value_or("?");
}

diag::Diagnostics judged_by(const std::string& keys, const std::vector<std::string>& paragraphs,
                            diag::SourceMap& sources, spelling::OwnWords own = {},
                            const std::string& language = "en-US") {
  const test::TempFolder folder;
  const spelling::Speller speller = small_speller(folder, std::move(own));
  const auto rules = spelt_rules(keys);
  const Reading reading = read("a", spelt_words(paragraphs, language, sources));
  Context context;
  context.speller = &speller;
  const Judged judged{reading, context};
  diag::Diagnostics all = judge_words(rules, judged);
  all.add_all(compare_words(rules, std::span(&judged, 1)));
  return all;
}

AllTold told_by(const std::string& keys, const std::vector<std::string>& paragraphs,
                const std::string& language = "en-US") {
  diag::SourceMap sources;
  AllTold told;
  const auto diags = judged_by(keys, paragraphs, sources, {}, language);
  for (const auto& each : diags.list()) {
    told.push_back({std::string(sources.text(each.span)), {}});
    if (each.fix) told.back().mended = each.fix->replacement;
  }
  return told;
}

constexpr const char* kSpelling = "check = \"spelling\"\nlevel = \"consider\"\n";

}  // namespace

TEST_CASE("Words in no list are told, with what is meant where that is sure") {
  const auto told = [](const std::string& text) { return told_by(kSpelling, {text}); };
  CHECK(told("Wash your face with a mild cleanser.").empty());
  CHECK(told("Wash your fcae gently.") == AllTold{{"fcae", "face"}});
  CHECK(told("Wahs your face.") == AllTold{{"Wahs", "Wash"}});
  CHECK(told("WASH YOUR FCAE") == AllTold{{"FCAE", "FACE"}});
  CHECK(told("Use it wich is here.") == AllTold{{"wich", {}}});
  CHECK(told("Use qwrtzpl here.") == AllTold{{"qwrtzpl", {}}});
}

TEST_CASE("What is no word of the language is not asked") {
  for (const char* text : {"We see Dr. Qwrtzpl here.",            // a name
                           "Use it with SPF or XQZT.",            // an abbreviation
                           "Use HydraFacial or iQwrt here.",      // as companies write themselves
                           "Use 5 mcg, 3xq, B12q and q12.",       // numbers and units
                           "See www.qwrtzpl.com or a@qwrtz.com",  // addresses
                           "See @qwrtzpl and #qwrtzpl.",          //
                           "See a x of the q.",                   // single letters
                           "Use it at 5 p.m. in the day.",        //
                           "| Qwrtzpl zxcvb"}) {                  // facts
    CAPTURE(text);
    CHECK(told_by(kSpelling, {text}).empty());
  }
}

TEST_CASE("Names of two people, units and species are no words of the language") {
  for (const char* text :
       {"We see it in Qwrtz-Zxcvb skin.", "Qwrtz-Zxcvb is here.", "Use nmol or µl or kPa here.",
        "See Qwrtzia zxcvbus on the skin.", "See Q. zxcvbis on the skin."}) {
    CAPTURE(text);
    CHECK(told_by(kSpelling, {text}).empty());
  }
  CHECK(told_by(kSpelling, {"We see qwrtz-zxcvb skin."}).size() == 1);
  CHECK(told_by(kSpelling, {"See London zxcvbus here."}).size() == 1);
  CHECK(told_by(kSpelling, {"See Qwrtzia zxcvbel here."}).size() == 1);
  CHECK(told_by(kSpelling, {"See the zxcvbus here."}).size() == 1);
}

TEST_CASE("A phrase of English in a text of another language is no slip of its words") {
  const auto told = [](const std::string& text) { return told_by(kSpelling, {text}, "es"); };
  CHECK(told("la piel mild cleanser la piel").empty());
  CHECK(told("la mild-cleanser la piel").empty());
  CHECK(told("la piel cleanser la piel").size() == 1);
  CHECK(told("gentle la cleanser la piel").size() == 2);
  CHECK(told_by(kSpelling, {"la gentle", "cleanser la"}, "es").size() == 2);
}

TEST_CASE("A word that Spanish takes from English is no slip, a cognate that is spelt so is one") {
  const auto told = [](const std::string& text) { return told_by(kSpelling, {text}, "es").size(); };
  CHECK(told("la piel spray la piel") == 0);
  CHECK(told("la piel important la piel") == 1);
  CHECK(told("la piel expression la piel") == 1);
  CHECK(told("la piel gentle la piel") == 1);
  CHECK(told("la piel zxcvk la piel") == 1);
}

TEST_CASE("Names begin Spanish sentences, and stand in brackets") {
  const auto told = [](const std::string& text) { return told_by(kSpelling, {text}, "es").size(); };
  CHECK(told("Percival la piel.") == 0);
  CHECK(told("El enero (Miercolas) la piel.") == 0);
  CHECK(told("Miercolas la piel.") == 1);
  CHECK(told("Miercxlxs Percival la piel.") == 0);
  CHECK(told("Miercxlxs de la piel.") == told("Miercxlxs la piel."));
  CHECK(told("LA PIEL XYZ LA PIEL EL ENERO") == 0);
  CHECK(told("LA PIEL XYZQ LA PIEL EL ENERO") == 1);
}

TEST_CASE("A capital at the beginning of a sentence makes no name") {
  CHECK(told_by(kSpelling, {"Use it. Wahs your face."}) == AllTold{{"Wahs", "Wash"}});
  CHECK(told_by(kSpelling, {"Wesh is here."}) == AllTold{{"Wesh", {}}});
  // But what looks like no word is one, and what is one elsewhere.
  CHECK(told_by(kSpelling, {"Qwrtzpl is here."}).empty());
  CHECK(told_by(kSpelling, {"Wahs is here.", "We see Wahs."}).empty());
  CHECK(told_by(kSpelling, {"Wahs is here.", "We see wahs."}).size() == 2);
}

TEST_CASE("In a title capitals make no names") {
  CHECK(told_by(kSpelling, {"# After Your Treetment"}) == AllTold{{"Treetment", "Treatment"}});
  CHECK(told_by(kSpelling, {"# See Our Qwrtzpl"}).empty());
  // One capital makes no title, and a sentence is none.
  CHECK(told_by(kSpelling, {"After your Treetment"}).empty());
  CHECK(told_by(kSpelling, {"After Your Treetment."}).empty());
}

TEST_CASE("A slip in the name of a day or month is told, though it looks like a name") {
  CHECK(told_by(kSpelling, {"See you on Wensday."}) == AllTold{{"Wensday", "Wednesday"}});
  CHECK(told_by(kSpelling, {"See you in Febuary."}) == AllTold{{"Febuary", "February"}});
  CHECK(told_by(kSpelling, {"See you in Junuo."}).empty());
  CHECK(told_by(kSpelling, {"See Wendy or Mondale."}).empty());
}

TEST_CASE(
    "A word that comes again is told once, a slip each time, and what comes often is no slip") {
  CHECK(told_by(kSpelling, {"Use qwrtzpl.", "See qwrtzpl."}) == AllTold{{"qwrtzpl", {}}});
  CHECK(told_by(kSpelling, {"Use your fcae.", "See your fcae."}) ==
        AllTold{{"fcae", "face"}, {"fcae", "face"}});
  CHECK(told_by(kSpelling, {"Use your fcae.", "See your fcae.", "We wash fcae."}) ==
        AllTold{{"fcae", {}}});
}

TEST_CASE("The treatment that a document is about is no misspelling") {
  CHECK(told_by(kSpelling, {"# Our zentrifix", "Use zentrifix.", "See zentrifix."}).empty());
  CHECK(told_by(kSpelling, {"# Our zentrifix", "Use zentrifix."}).size() == 1);
}

TEST_CASE("Words are judged in their own language") {
  CHECK(told_by(kSpelling, {"el miercoles, la piel"}, "es") == AllTold{{"miercoles", "miércoles"}});
  CHECK(told_by(kSpelling, {"qwrtzpl"}, "zh").empty());
}

TEST_CASE("Words of another language in a text are judged in theirs") {
  const test::TempFolder folder;
  const spelling::Speller speller = small_speller(folder, {});
  diag::SourceMap sources;
  words::Words words = spelt_words({"Use la piel, el piel skin"}, "en", sources);
  words.paragraphs[0].runs = {{0, "en"}, {4, "es"}, {12, "en"}};
  const Reading reading = read("a", std::move(words));
  Context context;
  context.speller = &speller;
  std::vector<std::string> told;
  const auto diags = judge_words(spelt_rules(kSpelling), {reading, context});
  for (const auto& each : diags.list()) told.emplace_back(sources.text(each.span));
  CHECK(told == std::vector<std::string>{"el", "piel"});
}

TEST_CASE("Words of the clinic are known, and one that nobody knows can be added to them") {
  const auto messages = [](spelling::OwnWords own, const char* text) {
    diag::SourceMap sources;
    std::string told;
    const auto diags = judged_by(kSpelling, {text}, sources, std::move(own));
    for (const auto& each : diags.list()) {
      told += each.message;
      for (const std::string& hint : each.hints) told += "; " + hint;
      if (each.fix) told += " [" + each.fix->replacement + "]";
    }
    return told;
  };
  CHECK(messages({}, "Use zentrifix.") ==
        "`zentrifix` is in no word list; if it is right, add it to `content/words.txt`");
  CHECK(messages({{{"zentrifix", ""}}, {}}, "Use zentrifix.").empty());
  CHECK(messages({{{"Zentrifix", ""}}, {}}, "Use zentrifix.") ==
        "`zentrifix` is in no word list; did you mean `Zentrifix`?; if it is right, add it to "
        "`content/words.txt` [Zentrifix]");
  CHECK(messages({{}, diag::Fix{{}, "\n"}}, "Use zentrifix.") ==
        "`zentrifix` is in no word list; if it is right, add it to `content/words.txt` "
        "[\nzentrifix\n]");
  CHECK(messages({}, "Use it wich.") ==
        "`wich` is in no word list; perhaps `which`, `wish` or `with` is meant; if it is right, "
        "add it to `content/words.txt`");
}

TEST_CASE("Suggestions are looked for of a few words alone") {
  std::vector<std::string> paragraphs;
  for (const char each : std::string("bdfghjklmop")) {
    paragraphs.push_back(std::string("Use fa") + each + "ce.");
  }
  const auto told = told_by(kSpelling, paragraphs);
  REQUIRE(told.size() == 11);
  CHECK(told[9].mended == "face");
  CHECK_FALSE(told[10].mended);
}

TEST_CASE("A term is written in one way") {
  constexpr const char* kVariants =
      "check = \"variants\"\nexcept = [\"every day\", \"everyday\"]\n";
  const auto told = [](const std::vector<std::string>& text) { return told_by(kVariants, text); };
  CHECK(told({"Our microneedling", "Use micro-needling.", "See microneedling."}) ==
        AllTold{{"micro-needling", "microneedling"}});
  CHECK(told({"Our Micro needling", "Use micro-needling.", "See micro-needling."}) ==
        AllTold{{"Micro needling", "Micro-needling"}});
  CHECK(told({"Our skin-care", "Skin care is here.", "Use skin care.", "See skincare."}) ==
        AllTold{{"skin-care", "skin care"}, {"skincare", "skin care"}});
  // As many of both: the one that is a word.
  CHECK(told({"In the after noon.", "This afternoon."}) == AllTold{{"after noon", "afternoon"}});
  CHECK(told({"Our microneedling", "Use microneedling."}).empty());
  // A hyphen before a noun, verbs with an adverb, short words, what a rule excepts.
  CHECK(told({"A long-term peel.", "Use it in the long term."}).empty());
  CHECK(told({"A follow-up.", "We follow up.", "A follow-up."}).empty());
  CHECK(told({"Come in to see it.", "Come into it."}).empty());
  CHECK(told({"Every day.", "An everyday peel."}).empty());
  // Signs, sentences and lines part words.
  CHECK(told({"After. Noon.", "After, noon.", "After\nnoon.", "Afternoon."}).empty());
}

TEST_CASE("A term that two documents write in two ways is told in the one where it is rarer") {
  diag::SourceMap sources;
  const auto rules = spelt_rules("check = \"variants\"\n");
  const Reading first =
      read("sheet", spelt_words({"Use microneedling and microneedling."}, "en", sources));
  const Reading second = read("sign", spelt_words({"Our micro-needling"}, "en", sources));
  const Context context;
  const std::vector<Judged> judged{{first, context}, {second, context}};
  const auto diags = compare_words(rules, judged);
  REQUIRE(diags.list().size() == 1);
  CHECK(diags.list()[0].documents == std::vector<std::string>{"sign"});
  CHECK(diags.list()[0].message ==
        "`micro-needling` is written here, and `microneedling` elsewhere");
}

TEST_CASE("A word has a capital within all sentences or in none") {
  constexpr const char* kCapitals = "check = \"capitals\"\n";
  const auto told = [](const std::vector<std::string>& text) { return told_by(kCapitals, text); };
  CHECK(told({"Use Dysport here.", "See dysport and Dysport."}) == AllTold{{"dysport", "Dysport"}});
  CHECK(told({"See our Clinic.", "See our clinic, this clinic."}) == AllTold{{"Clinic", "clinic"}});
  CHECK(told({"See our clinic.", "Clinic and clinic."}).empty());
  CHECK(told({"You may see it in May."}).empty());
  CHECK(told({"See the Chevy Chase Clinic, our clinic."}).empty());
  CHECK(told({"SEE OUR CLINIC", "See our clinic."}).empty());
  // "botox" is in no list, which is told as that.
  CHECK(told({"Use Botox here.", "See botox."}).empty());
}

TEST_CASE("Words have the capitals that a rule lists") {
  constexpr const char* kListed =
      "check = \"capitalization\"\nwords = [\"Botox Cosmetic\", \"HydraFacial\"]\n";
  const auto told = [](const std::string& text) { return told_by(kListed, {text}); };
  CHECK(told("Use Hydrafacial.") == AllTold{{"Hydrafacial", "HydraFacial"}});
  CHECK(told("Use botox cosmetic.") == AllTold{{"botox cosmetic", "Botox Cosmetic"}});
  CHECK(told("Use HydraFacial, or HYDRAFACIAL, or Botox Cosmetic.").empty());
}

TEST_CASE("Capitalization measures titles by two ways alone") {
  const auto diagnostics_of = [](const std::string& measure) {
    const diag::MemoryFiles files(std::map<std::string, std::string, std::less<>>{
        {"layouts/rules/a.toml",
         "title = \"A\"\n[word_rule.a]\ncheck = \"capitalization\"\nmeasure = \"" + measure +
             "\"\n"}});
    diag::SourceMap sources;
    diag::Diagnostics diags;
    const auto pack = spec::parse_rules(files, "a", {}, sources, diags);
    if (pack) word_rules(*pack, "a", diags);
    return diags.list().size();
  };
  CHECK(diagnostics_of("title") == 0);
  CHECK(diagnostics_of("sentence") == 0);
  CHECK(diagnostics_of("titles") == 1);
}

TEST_CASE("Titles have the capitals that a rule wants") {
  const auto told = [](const std::string& measure, const std::string& text) {
    return told_by("check = \"capitalization\"\nmeasure = \"" + measure + "\"\n", {text});
  };
  CHECK(told("sentence", "After Your Treatment in London") ==
        AllTold{{"After Your Treatment in London", "After your treatment in London"}});
  CHECK(told("sentence", "After your treatment in May").empty());
  CHECK(told("title", "After your treatment of the SPF") ==
        AllTold{{"After your treatment of the SPF", "After Your Treatment of the SPF"}});
  CHECK(told("title", "After Your Treatment of the Skin").empty());
}

TEST_CASE(
    "British words in an American text are told, and the other way round where those are rarer") {
  constexpr const char* kRegions =
      "check = \"regions\"\n[word_rule.a.swap]\n\"colour*\" = \"color*\"\ncentre = \"center\"\n"
      "\"moisturis*\" = \"moisturiz*\"\n";
  const auto told = [](const std::vector<std::string>& text, const char* language = "en-US") {
    return told_by(kRegions, text, language);
  };
  CHECK(told({"The color of a center."}).empty());
  CHECK(told({"The Colourful color."}) == AllTold{{"Colourful", "Colorful"}});
  CHECK(told({"The colour."}) == AllTold{{"colour", "color"}});
  CHECK(told({"The colour of a centre, in color."}) == AllTold{{"color", "colour"}});
  CHECK(told({"The colour of a centre."}, "en-GB").empty());
  CHECK(told({"The color, colour."}, "en-GB") == AllTold{{"color", "colour"}});
  // -ize is British too.
  CHECK(told({"Moisturize with colour."}, "en-GB").empty());
  CHECK(told({"Moisturise it."}) == AllTold{{"Moisturise", "Moisturize"}});
  CHECK(told({"| Colour Centre"}).empty());
}
