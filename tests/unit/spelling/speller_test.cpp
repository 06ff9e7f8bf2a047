// SPDX-License-Identifier: MIT
#include "spelling/speller.h"

#include <catch2/catch.hpp>

#include "support/run_program.h"
#include "unit/spelling/words.h"

using namespace handbill;
using namespace handbill::spelling;

namespace {

/// Lists and a dictionary of a few words.
struct Shelf {
  Shelf() {
    folder.write("en.words", file_of({"clinic", "London", "needling", "heal", "healing", "non",
                                      "invasive", "the", "O'Neill", "NASA"}));
    folder.write("en-med.words", file_of({"retinol"}));
    folder.write("es.words", file_of({"piel", "clínica", "agujas", "está"}));
    folder.write("ar.aff", "SET UTF-8\n");
    folder.write("ar.dic", "2\nبشرة\nعيادة\n");
    folder.write("old.aff", "SET ISO8859-1\n");
  }

  Speller speller(OwnWords own = {}, std::function<std::string()> recall = {},
                  std::vector<std::string> modules = {HANDBILL_SPELLING_FOLDER}) const {
    const std::string path = folder.path().string();
    return Speller(std::move(own), {{path}, {path}, std::move(modules)}, std::move(recall));
  }

  test::TempFolder folder;
};

}  // namespace

TEST_CASE("Words are known as they may stand in a text") {
  const Shelf shelf;
  const Speller speller = shelf.speller({.words = {{"HydraFacial", ""}, {"Dr. Wu", ""}}});
  for (const char* word :
       {"clinic",       "Clinic",   "CLINIC",         "clinic's",      "clinic’s",
        "CLINIC'S",     "London",   "LONDON",         "non-invasive",  "non‑invasive",
        "Non-Invasive", "needling", "micro-needling", "microneedling", "Microneedling",
        "retinol",      "O’Neill",  "NASA",           "HydraFacial",   "Wu",
        "clinic-2b",    "x-heal"}) {
    CAPTURE(word);
    CHECK(speller.look_up(word, "en-US") == Spelling::Right);
  }
  for (const char* word : {"anti-HBS", "heal-LMA"})
    CHECK(speller.look_up(word, "en-US") == Spelling::Right);
  for (const char* word :
       {"heal-lma", "heal-ABCDEFG", "clnic", "london", "nasa", "cLinic", "hydrafacial",
        "non-invasiv", "healin", "microhea", "unthe", "piel", "clinics's"}) {
    CAPTURE(word);
    CHECK(speller.look_up(word, "en-US") == Spelling::Unknown);
  }
}

TEST_CASE("Each language has its own words") {
  const Shelf shelf;
  const Speller speller = shelf.speller({.words = {{"microcánula", "es"}}});
  CHECK(speller.look_up("piel", "es") == Spelling::Right);
  CHECK(speller.look_up("Clínica", "es-MX") == Spelling::Right);
  CHECK(speller.look_up("microagujas", "es-US") == Spelling::Right);
  CHECK(speller.look_up("clinic", "es") == Spelling::Unknown);
  CHECK(speller.look_up("esta", "es") == Spelling::Unknown);
  CHECK(speller.look_up("microcánula", "es") == Spelling::Right);
  CHECK(speller.look_up("microcánula", "en") == Spelling::Unknown);
  CHECK(speller.missing_languages().empty());
}

TEST_CASE("Pronouns may stand behind a form of a Spanish verb") {
  test::TempFolder folder;
  folder.write("es.words",
               file_of({"suave", "proteja", "lave", "lavar", "lavando", "la", "mesa", "trombo"}));
  const Speller speller({}, {{folder.path().string()}, {}, {}});
  for (const char* word : {"protéjala", "Protéjala", "láveselo", "lavarlos", "suavemente",
                           "trombectomía", "hemolítica", "lavárselo", "lavándose"}) {
    CAPTURE(word);
    CHECK(speller.look_up(word, "es") == Spelling::Right);
  }
  for (const char* word :
       {"protejala", "lavelo", "laló", "mesalo", "suavementes", "abitis", "protéjalu"}) {
    CAPTURE(word);
    CHECK(speller.look_up(word, "es") == Spelling::Unknown);
  }
}

TEST_CASE("Languages without spaces are not asked, and not missed") {
  const Shelf shelf;
  const Speller speller = shelf.speller();
  for (const char* language : {"zh", "zh-Hant", "ja", "th"}) {
    CHECK(speller.look_up("皮肤", language) == Spelling::Unasked);
  }
  CHECK(speller.missing_languages().empty());
}

TEST_CASE("A language that nobody knows is missed once") {
  const Shelf shelf;
  const Speller speller = shelf.speller();
  CHECK(speller.look_up("peau", "fr") == Spelling::Unasked);
  CHECK(speller.look_up("soin", "fr") == Spelling::Unasked);
  CHECK(speller.look_up("colour", "en-GB") == Spelling::Unasked);
  CHECK(speller.suggestions("paeu", "fr", 3).empty());
  diag::Diagnostics diags;
  report_missing_languages(speller, diags);
  REQUIRE(diags.list().size() == 2);
  const auto& told = diags.list()[1];
  CHECK(told.id == diag::DiagnosticId::SpellingMissing);
  CHECK(told.severity == diag::Severity::Note);
  CHECK(told.message ==
        "no word list for `fr` is on this machine, so its spelling was not looked at");
  CHECK(told.hints == std::vector<std::string>{"install `hunspell-fr` if there is such a package"});
}

TEST_CASE("Other languages are looked up by Hunspell") {
  const Shelf shelf;
  const Speller speller = shelf.speller();
  CHECK(speller.look_up("بشرة", "ar") == Spelling::Right);
  CHECK(speller.look_up("بشرت", "ar-EG") == Spelling::Unknown);
  CHECK(speller.missing_languages().empty());
  const auto found = speller.suggestions("بشره", "ar", 3);
  REQUIRE_FALSE(found.empty());
  CHECK(found.front() == Suggestion{"بشرة", true});
}

TEST_CASE("Without the module nothing is told as wrong") {
  const Shelf shelf;
  const Speller speller = shelf.speller({}, {}, {});
  CHECK(speller.look_up("بشرت", "ar") == Spelling::Right);
  CHECK(speller.suggestions("بشره", "ar", 3).empty());
  CHECK_FALSE(speller.take_news());
}

TEST_CASE("A verdict of Hunspell's is remembered, and holds for the same dictionary") {
  const Shelf shelf;
  std::string kept;
  {
    const Speller speller = shelf.speller();
    CHECK(speller.look_up("بشرة", "ar") == Spelling::Right);
    CHECK(speller.look_up("بشرت", "ar") == Spelling::Unknown);
    kept = speller.take_news().value();
  }
  const auto recall = [&] { return kept; };
  // Nobody could tell any more, but for what is remembered.
  const Speller later = shelf.speller({}, recall, {});
  CHECK(later.look_up("بشرت", "ar") == Spelling::Unknown);
  CHECK(later.look_up("بشرة", "ar") == Spelling::Right);
  CHECK(later.look_up("غيره", "ar") == Spelling::Right);
  CHECK_FALSE(later.take_news());

  std::string turned = kept;
  for (char& each : turned) each = each == '0' ? '1' : each;
  const Speller deceived = shelf.speller({}, [&] { return turned; }, {});
  CHECK(deceived.look_up("بشرت", "ar") == Spelling::Right);

  shelf.folder.write("ar.dic", "1\nعيادة\n");
  const Speller other = shelf.speller({}, recall, {});
  CHECK(other.look_up("بشرت", "ar") == Spelling::Right);
  CHECK(shelf.speller({}, recall).look_up("بشرة", "ar") == Spelling::Unknown);
}

TEST_CASE("What is kept tells no word") {
  const Shelf shelf;
  const Speller speller = shelf.speller();
  speller.look_up("بشرت", "ar");
  CHECK(speller.take_news().value().find("بشرت") == std::string::npos);
}

TEST_CASE("What is kept may be anything") {
  const Shelf shelf;
  for (const std::string kept : {"", "\n\n", "1", "1 ", "99999999999999999999 1 x", "\xFF 1"}) {
    const Speller speller = shelf.speller({}, [&] { return kept; });
    CHECK(speller.look_up("بشرة", "ar") == Spelling::Right);
  }
}

TEST_CASE("Suggestions have the capitals of the word") {
  const Shelf shelf;
  const Speller speller = shelf.speller();
  using Found = std::vector<Suggestion>;
  CHECK(speller.suggestions("clinnic", "en", 3) == Found{{"clinic", true}});
  CHECK(speller.suggestions("Clinnic", "en", 3) == Found{{"Clinic", true}});
  CHECK(speller.suggestions("CLINNIC", "en", 3) == Found{{"CLINIC", true}});
  CHECK(speller.suggestions("lomdon", "en", 3) == Found{{"London", true}});
  CHECK(speller.suggestions("esta", "es", 3) == Found{{"está", true}});
  CHECK(speller.suggestions("qqqqqqqq", "en", 3).empty());
}

TEST_CASE("A suggestion is sure when it is one slip away and no other is as near") {
  test::TempFolder folder;
  folder.write("en.words", file_of({"which", "wish", "their", "thief", "heal"}));
  const Speller speller({}, {{folder.path().string()}, {}, {}});
  using Found = std::vector<Suggestion>;
  CHECK(speller.suggestions("wich", "en", 3) == Found{{"which", false}, {"wish", false}});
  CHECK(speller.suggestions("wich", "en", 1) == Found{{"which", false}});
  CHECK(speller.suggestions("thier", "en", 3) == Found{{"their", true}, {"thief", false}});
  CHECK(speller.suggestions("thier", "en", 1) == Found{{"their", true}});
  CHECK(speller.suggests_quickly("en"));
}
