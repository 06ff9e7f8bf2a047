// SPDX-License-Identifier: MIT
// Staff edits of texts that no longer have the room they stand in.
#include <catch2/catch.hpp>

#include "system/edits/staff_edits.h"

namespace handbill::test {
namespace {

/// Rows that are told apart by a number behind their heads: "[[aftercare.do]] # 2".
Change entries(const std::string& list, int count) {
  const bool is_aftercare = list.starts_with("aftercare");
  std::string text;
  for (int i = 0; i < count; ++i) {
    text += "\n[[" + list + "]] # " + std::to_string(i + 1) + "\n";
    if (list == "aftercare.timeline") {
      text += "icon = \"1\"\nwhen = \"Day 90\"\nwhat = \"Come back to see us.\"\n";
    } else if (is_aftercare) {
      text += "text = \"Keep your hands off your face.\"\nfor  = \"for 7 days\"\n";
    } else if (list == "treatment.benefits") {
      text += "icon = \"tone\"\ntitle = \"A calm face\"\ntext = \"It shows.\"\n";
    } else {
      text += "icon = \"weeks\"\nwhen = \"Later\"\nwhat = \"Come back to us.\"\n";
    }
  }
  return {is_aftercare ? kAftercare : kBrochure, "", text};
}

/// The same for a list that is written in brackets; they come first.
Change lines(const std::string& list, int count) {
  std::string text = list + " = [\n";
  for (int i = 0; i < count; ++i) text += "  \"want to keep your hands off your face\",\n";
  return {kBrochure, "\n" + list + " = [\n", "\n" + text};
}

/// So many times 27 words more before the end of a text.
Change longer(const std::string& file, const std::string& end, int times) {
  std::string text = end.substr(0, end.size() - 1);
  for (int i = 0; i < times; ++i) {
    text +=
        ", and keep it there until your skin feels calm again, even if that takes a little "
        "longer than you had hoped for when you came to see us";
  }
  return {file, end, text + "."};
}

const std::string kLongTitle =
    "\"After your microneedling treatment with radiofrequency and plasma, for the first six weeks "
    "at home\"";
const Change kWideName = {kBrochure, R"("Micro\u00ADneedling" #)",
                          R"("Radiofrequencymicroneedling" #)"};
const Change kWideWord = {kAftercare, "Wash gently with a mild cleanser.",
                          "Wash with Gesichtsreinigungsmittelzusammensetzungen and water."};

const StaffEdit kLists[] = {
    {.name = "three things more to do",
     .changes = {entries("aftercare.do", 3)},
     .command = "build aftercare-sheet",
     .reads = {"Keep your hands off your face."}},
    {.name = "four things more to do",
     .changes = {entries("aftercare.do", 4)},
     .command = "build aftercare-sheet",
     .says = {{"error", "overset", kAftercare + ": [[aftercare.do]] # 4",
               "`aftercare.do` has 9 entries, there is room for 8"}}},
    {.name = "four things more not to do",
     .changes = {entries("aftercare.dont", 4)},
     .command = "build aftercare-sheet",
     .reads = {"Keep your hands off your face."}},
    {.name = "six things more not to do",
     .changes = {entries("aftercare.dont", 6)},
     .command = "build aftercare-sheet",
     .says = {{"error", "overset", kAftercare + ": [[aftercare.dont]] # 6",
               "`aftercare.dont` has 11 entries, there is room for 10"}}},
    {.name = "three signs more to call about",
     .changes = {entries("aftercare.call", 3)},
     .command = "build aftercare-sheet",
     .reads = {"Keep your hands off your face."}},
    {.name = "five signs more to call about",
     .changes = {entries("aftercare.call", 5)},
     .command = "build aftercare-sheet",
     .says = {{"error", "overset", kAftercare + ": [[aftercare.call]] # 4",
               "`aftercare.call` has 10 entries, there is room for 8"}}},
    {.name = "a step more at home",
     .changes = {entries("aftercare.timeline", 1)},
     .command = "build aftercare-sheet",
     .reads = {"Day 90", "Come back to see us."}},
    {.name = "two steps more at home",
     .changes = {entries("aftercare.timeline", 2)},
     .command = "build aftercare-sheet",
     .says = {{"error", "overset", kAftercare + ": [[aftercare.timeline]] # 2",
               "`aftercare.timeline` has 7 entries, there is room for 6"}}},
    {.name = "a third line about emergencies",
     .changes = {entries("aftercare.emergency", 1)},
     .command = "build aftercare-sheet",
     .says = {{"error", "overset", kAftercare + ": [[aftercare.emergency]] # 1",
               "`aftercare.emergency` has 3 entries, there is room for 2"}}},
    {.name = "two people more whom it suits",
     .changes = {lines("fit", 2)},
     .command = "build treatment-brochure",
     .reads = {"want to keep your hands off your face"}},
    {.name = "four people more whom it suits",
     .changes = {lines("fit", 4)},
     .command = "build treatment-brochure",
     .says = {{"error", "overset", kBrochure + ":   \"You can allow a few days for redness.\"",
               "`treatment.fit` has 9 entries, there is room for 7"}}},
    {.name = "four reasons more to wait",
     .changes = {lines("wait", 4)},
     .command = "build treatment-brochure",
     .says = {{"error", "overset", kBrochure + ":   \"form raised scars (keloids)\"",
               "`treatment.wait` has 9 entries, there is room for 7"}}},
    {.name = "a benefit more",
     .changes = {entries("treatment.benefits", 1)},
     .command = "build treatment-brochure",
     .reads = {"A calm face"}},
    {.name = "three benefits more",
     .changes = {entries("treatment.benefits", 3)},
     .command = "build treatment-brochure",
     .says = {{"error", "overset", kBrochure + ": [[treatment.benefits]] # 3",
               "`treatment.benefits` has 8 entries, there is room for 7"}}},
    {.name = "five steps more to expect",
     .changes = {entries("treatment.timeline", 5)},
     .command = "build treatment-brochure",
     .says = {{"error", "overset", kBrochure + ": [[treatment.timeline]] # 5",
               "`treatment.timeline` has 9 entries, there is room for 8"}}},
};

const StaffEdit kTexts[] = {
    {.name = "a tagline of six lines",
     .changes =
         {{kBrochure, "Fresh support for your skin’s own repair",
           "Fresh support for your skin’s own repair, for softer lines and smaller pores, for "
           "dark spots that fade and scars that show less, for a smoother and firmer skin that "
           "feels and looks like your own, in a few calm visits with time to heal between "
           "them, and with someone to call whenever you are not sure"}},
     .command = "build treatment-brochure",
     .says = {{"error", "ink-over-edge", kBrochure + ": tagline", "a drawing"}}},
    {.name = "a long name of the clinic",
     .changes = {filled("name",
                        "The Chevy Chase Center for Dermatology, Laser Medicine and "
                        "Aesthetic Plastic Surgery of Montgomery County")},
     .reads = {"Aesthetic Plastic Surgery of Montgomery County"}},
    {.name = "a long street",
     .changes = {{"content/en/clinic.toml", "5454 Wisconsin Ave",
                  "5454 North-West Wisconsin Avenue Extended, Building Seven"}},
     .command = "build treatment-brochure aftercare-sheet",
     .reads = {"North-West Wisconsin Avenue Extended, Building Seven"}},
    {.name = "a long phone number",
     .changes = {filled("phone", "(301) 654-2000 x12345")},
     .reads = {"(301) 654-2000 ext. 12345"}},
    {.name = "a title of several lines",
     .changes = {{kAftercare, "\"After your microneedling\"", kLongTitle}},
     .command = "build aftercare-sheet",
     .says = {{"error", "overset", kAftercare + ": title",
               "`aftercare.title` is too long by about 9 words (1 line)"}}},
    {.name = "a treatment whose name is one long word",
     .changes = {kWideName},
     .command = "build treatment-brochure",
     .says = {{"error", "line-too-wide", kBrochure + ": name",
               "`Radiofrequencymicroneedling` of `treatment.name` is"}}},
    {.name = "a word wider than its column",
     .changes = {kWideWord},
     .command = "build aftercare-sheet",
     .says = {{"warning", "word-split", kAftercare + ": text = \"Wash with",
               "`Gesichtsreinigungsmittelzusammensetzungen` of `aftercare.do` is"}}},
    {.name = "twice the words about safety",
     .changes = {longer(kBrochure, "strict hygiene.", 1)},
     .command = "build treatment-brochure",
     .reads = {"when you came to see us."}},
    {.name = "four times the words about safety",
     .changes = {longer(kBrochure, "strict hygiene.", 3)},
     .command = "build treatment-brochure",
     .says = {{"error", "overset", kBrochure + ": safety = \"\"\"", "cut about 25 words from"}}},
    {.name = "four times the words about sessions",
     .changes = {longer(kBrochure, "keep the results.", 3)},
     .command = "build treatment-brochure",
     .says = {{"error", "overset", kBrochure + ": sessions = \"\"\"", "cut about 25 words from"}}},
    {.name = "a summary of sixty words",
     .changes = {longer(kBrochure, "make new collagen.", 2)},
     .command = "build treatment-brochure",
     .says = {{"error", "overset", kBrochure + ": summary",
               "`treatment.summary` is too long by about 33 words (6 lines)"}}},
    {.name = "a step of ninety words, which takes the room from all below",
     .changes = {longer(kBrochure, "your skin heals.", 3)},
     .command = "build treatment-brochure",
     .says = {{"error", "overset", kBrochure + ":   \"As after any", "`treatment.how.1` is too"}}},
};

/// All of them share their room with others, whose turn it is not.
const StaffEdit kFarLonger[] = {
    {.name = "a heading of a sentence",
     .changes = {{kAftercare, "\"Do not\"",
                  "\"Do not do any of this in the first days at home after your "
                  "visit, even if your skin looks and feels as well as ever\""}},
     .command = "build aftercare-sheet",
     .says = {{"error", "overset", kAftercare + ": dont ",
               "`aftercare.headings.dont` is too long"}}},
    {.name = "what is normal, in five times the words",
     .changes = {longer(kAftercare, "dry or \\\nflake.", 3)},
     .command = "build aftercare-sheet",
     .says = {{"error", "overset", kAftercare + ": normal = \"\"\"",
               "`aftercare.normal` is too long"}}},
    {.name = "one thing to do in three sentences",
     .changes = {longer(kAftercare, "Wash gently with a mild cleanser.", 2)},
     .command = "build aftercare-sheet",
     .says = {{"error", "overset", kAftercare + ": text = \"Wash gently",
               "an entry of `aftercare.do` is too long by about"}}},
    {.name = "a long line about emergencies",
     .changes = {longer(kAftercare, "Call 911 at once.", 1)},
     .command = "build aftercare-sheet",
     .says = {{"error", "overset", kAftercare + ": text = \"Call 911",
               "an entry of `aftercare.emergency` is too long by about"}}},
};

const StaffEdit kTogether[] = {
    {.name = "longer words about safety and sessions, which share their room with the first step",
     .changes = {longer(kBrochure, "strict hygiene.", 3),
                 longer(kBrochure, "keep the results.", 5)},
     .command = "build treatment-brochure",
     .says = {{"error", "overset", kBrochure + ": sessions = \"\"\"",
               "or cut from what shares the room: `treatment.safety`, `treatment.risks` and "
               "`treatment.how.0`"}}},
    {.name = "a longer step, which leaves too little for benefits, and many sessions",
     .changes = {longer(kBrochure, "your skin heals.", 3),
                 longer(kBrochure, "keep the results.", 3)},
     .command = "build treatment-brochure",
     .says = {{"error", "overset", kBrochure + ":   \"As after any",
               "or cut from what shares the room: `treatment.benefits`"},
              {"error", "overset", kBrochure + ": sessions = \"\"\"",
               "or cut from what shares the room: `treatment.how.1`, `treatment.safety` and "
               "`treatment.risks`"}}},
    {.name = "a long title and a wide word",
     .changes = {kWideWord, {kAftercare, "\"After your microneedling\"", kLongTitle}},
     .command = "build aftercare-sheet",
     .says = {{"error", "overset", kAftercare + ": title", "`aftercare.title` is too long"},
              {"warning", "word-split", kAftercare + ": text = \"Wash with", "aftercare.do"}}},
    {.name = "a wide name, three benefits more and four reasons more to wait",
     .changes = {kWideName, entries("treatment.benefits", 3), lines("wait", 4)},
     .command = "build treatment-brochure",
     .says = {{"error", "line-too-wide", kBrochure + ": name", "treatment.name"},
              {"error", "overset", kBrochure + ": [[treatment.benefits]] # 3", "room for 7"},
              {"error", "overset", kBrochure + ":   \"form raised scars (keloids)\"",
               "room for 7"}}},
};

}  // namespace

TEST_CASE("lists that have outgrown their room are told of at the first entry without room") {
  check_edits(kLists);
}

TEST_CASE("text that has outgrown its room is told of where it is written") { check_edits(kTexts); }

TEST_CASE("a text far longer than those it shares its room with is told, not they") {
  check_edits(kFarLonger);
}

TEST_CASE("of several texts that are too long each is told of once") { check_edits(kTogether); }

}  // namespace handbill::test
