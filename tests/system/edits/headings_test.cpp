// SPDX-License-Identifier: MIT
// Staff edits of the headings in square brackets: deleted, misspelt, with nothing below them.
#include <catch2/catch.hpp>

#include "system/edits/staff_edits.h"

namespace handbill::test {
namespace {

StaffEdit deleted(const std::string& file, const std::string& heading, const std::string& first,
                  const std::string& part) {
  return {.name = heading + " is deleted",
          .changes = {{file, heading + "\n", ""}},
          .says = {{"error", "unknown-key", file + ": " + first, part}}};
}

/// The keys below it are set above it too.
StaffEdit twice(const std::string& file, const std::string& heading, const std::string& first,
                const std::string& part) {
  StaffEdit edit = deleted(file, heading, first, part);
  edit.says.front().id = "toml-syntax";
  return edit;
}

const Change kChristmas = {kHours,
                           "# [[hours.special]]\n# date  = 2026-12-25\n# name  = \"Christmas "
                           "Day\"\n# hours = \"closed\"\n",
                           "[[hours.special]]\ndate  = 2026-12-25\nname  = \"Christmas "
                           "Day\"\nhours = \"closed\"\n"};

StaffEdit misspelt(const std::string& file, const std::string& heading, const std::string& as,
                   const std::string& meant) {
  return {.name = heading + " is written " + as,
          .changes = {{file, heading + "\n", as + "\n"}},
          .says = {{"error", "fact-missing", file + ": " + as, "did you mean `" + meant + "`?"}}};
}

const StaffEdit kHeadings[] = {
    deleted(
        kHours, "[hours]", "monday    =",
        "`monday` and 7 more keys stand under `[revision]`, where they do not belong: `[hours]` "
        "is missing above them"),
    deleted(kAftercare, "[aftercare]", "title =", "`[aftercare]` is missing above them"),
    deleted(kHours, "[sign]", "title   =",
            "`title` and 2 more keys stand under `[hours]`, where they do not belong: `[sign]`"),
    deleted(kHours, "[sign.alt]", "code =", "`[sign.alt]` is missing above them"),
    deleted(kAftercare, "[aftercare.alt]", "disc =",
            "`disc` stands under `[aftercare.headings]`, where it does not belong: "
            "`[aftercare.alt]` is missing above it"),
    twice(kBrochure, "[treatment.headings]", "how      =",
          "`how` and 7 more keys stand under `[treatment]`, where they do not belong: "
          "`[treatment.headings]` is missing above them"),
    twice(kBrochure, "[treatment.alt]", "cover =", "`[treatment.alt]` is missing above them"),
    twice(kAftercare, "[aftercare.headings]",
          "normal      =", "`[aftercare.headings]` is missing above them"),
    twice(kLabels, "[label]", "call    =",
          "`call` and 6 more keys stand under `[revision]`, where they do not belong: `[label]` is "
          "missing above them"),
    {.name = "the heading of an entry is deleted",
     .changes = {{kAftercare, "[[aftercare.dont]]\ntext = \"Wear makeup.\"",
                  "text = \"Wear makeup.\""}},
     .says = {{"error", "toml-syntax", kAftercare + ": text = \"Wear makeup",
               "another `[[aftercare.dont]]` is missing above them"}}},
    {.name = "the heading of an entry is deleted with the empty line above it",
     .changes = {{kAftercare, "\n[[aftercare.dont]]\ntext = \"Wear makeup.\"",
                  "text = \"Wear makeup.\""}},
     .says = {{"error", "toml-syntax", kAftercare + ": text = \"Wear makeup",
               "another `[[aftercare.dont]]` is missing above them"}}},
    {.name = "[sign] is deleted below a special date",
     .changes = {{kHours, "[sign]\n", ""}, kChristmas},
     .says = {{"error", "unknown-key", kHours + ": title   =",
               "`title` and 2 more keys stand under `[[hours.special]]`, where they do not belong: "
               "`[sign]` is missing above them"}}},
    {.name = "days are pasted a second time",
     .changes = {{kHours, "\n# Other days, as",
                  "\nmonday = \"closed\"\ntuesday = \"closed\"\n\n# Other days, as"}},
     .says = {{"error", "toml-syntax", kHours + ": monday = \"closed",
               "if they are written twice, take one of the two out"}}},
    {.name = "one day is written a second time",
     .changes = {{kHours, "\n# Other days, as", "\nmonday = \"closed\"\n\n# Other days, as"}},
     .says = {{"error", "toml-syntax", kHours + ": monday = \"closed", "`monday` is set twice"}}},
    {.name = "a heading and a key below it are deleted",
     .changes = {{kBrochure, "[treatment.headings]\n", ""},
                 {kBrochure, "safety   = \"Risks and safety\"\n", ""}},
     .command = "build treatment-brochure",
     .says = {{"error", "toml-syntax",
               kBrochure + ": how      =", "`[treatment.headings]` is missing above them"},
              {"error", "fact-missing", kBrochure,
               "write `safety = \"…\"` under `[treatment.headings]`"}}},
    {.name = "a key that is printed twice is deleted",
     .changes = {{kHours, "title   = \"Office hours\"\n", ""}},
     .command = "build hours-placard",
     .says = {{"error", "fact-missing", kHours + ": [sign]", "the content has no `sign.title`"}}},
    deleted(kClinic, "[revision]", "date   =",
            "`date` and 1 more key stand under no heading: `[revision]` is missing above them"),
    misspelt(kHours, "[sign]", "[sings]", "sign"),
    misspelt(kHours, "[sign]", "[poster]", "sign"),
    misspelt(kBrochure, "[treatment.alt]", "[treatment.pictures]", "alt"),
    deleted(kClinic, "[clinic.address]", "street", "`[clinic.address]` is missing above them"),
    deleted(kClinic, "[clinic]", "name       =", "`[clinic]` is missing above them"),
    deleted(kBrochure, "[treatment]", "name    =", "`[treatment]` is missing above them"),
    misspelt(kHours, "[hours]", "[hour]", "hours"),
    misspelt(kClinic, "[clinic]", "[clinc]", "clinic"),
    misspelt(kAftercare, "[aftercare]", "[aftercar]", "aftercare"),
    misspelt(kBrochure, "[treatment.headings]", "[treatment.heading]", "headings"),
    {.name = "the only heading of a file is deleted",
     .changes = {{kLabels, "[label]\n", ""}, {kLabels, "date    = \"Date\"\n", ""}},
     .command = "build treatment-brochure",
     .says = {{"error", "unknown-key", kLabels + ": call",
               "where they do not belong: `[label]` is missing above them"}}},
    {.name = "the file of the hours is emptied",
     .says = {{"error", "fact-missing", kHours + ":1", "this file says nothing"}},
     .by_hand = [](const ProjectCopy& project) { project.write(kHours, ""); }},
    {.name = "a variant asks for a table that is not there",
     .changes = {{"layouts/treatment-brochure.toml", "when = \"hours.grouped > 4\"",
                  "when = \"hors.grouped > 4\""}},
     .command = "build treatment-brochure",
     .says = {{"error", "fact-missing", "layouts/treatment-brochure.toml: when = \"hors",
               "`hors.grouped`"}}},
    {.name = "a single slip is no heading that is missing",
     .changes = {{kHours, "lunch = \"12:00 pm – 1:00 pm\"\n", "lumch = \"none\"\n"}},
     .says = {{"error", "unknown-key", kHours + ": lumch", "did you mean `lunch`?"}}},
    {.name = "the heading of one entry is misspelt",
     .changes = {{kAftercare, "[[aftercare.dont]]\ntext = \"Wear makeup.\"",
                  "[[aftercare.donts]]\ntext = \"Wear makeup.\""}},
     .command = "build aftercare-sheet",
     .says = {{"error", "not-printed", kAftercare + ": [[aftercare.donts]]",
               "did you mean `dont`?"}}},
    {.name = "a list of another kind under nearly the same name",
     .changes = {{kAftercare, "[[aftercare.emergency]]\ntext = \"Call",
                  "[[aftercare.donts]]\nquestion = \"Why not?\"\n\n"
                  "[[aftercare.emergency]]\ntext = \"Call"}},
     .command = "build aftercare-sheet",
     .reads = {"Wear makeup."},
     .never_reads = {"Why not?"}},
};

/// All else that is said of them is right: nothing is untranslated but what is gone.
const StaffEdit kTranslated[] = {
    {.name = "[sign] is deleted in Spanish",
     .changes = {{kSpanishHours, "[sign]\n", ""}},
     .command = "build hours-placard --language es",
     .says = {{"error", "unknown-key", kSpanishHours + ": title",
               "`[sign]` is missing above them"}}},
    {.name = "[sign] and one of its keys are deleted in Spanish",
     .changes = {{kSpanishHours, "[sign]\n", ""},
                 {kSpanishHours, "dates   = \"Fechas especiales\"\n", ""}},
     .command = "build hours-placard --language es",
     .says = {{"error", "unknown-key", kSpanishHours + ": title", "`[sign]` is missing above them"},
              {"warning", "translation-differs", kSpanishHours, "`sign.dates` is not translated"}}},
    {.name = "[sign] is deleted in English, and Spanish is built",
     .changes = {{kHours, "[sign]\n", ""}},
     .command = "build hours-placard --language es",
     .says = {{"error", "unknown-key", kHours + ": title", "`[sign]` is missing above them"}}},
    {.name = "[aftercare.alt] is deleted in Spanish",
     .changes = {{"content/es/aftercare.toml", "[aftercare.alt]\n", ""}},
     .command = "build aftercare-sheet --language es",
     .says = {{"error", "unknown-key", "content/es/aftercare.toml: disc",
               "`[aftercare.alt]` is missing above it"}}},
    {.name = "[treatment] is deleted in Chinese",
     .changes = {{"content/zh/microneedling.toml", "[treatment]\n", ""}},
     .command = "build treatment-brochure --language zh",
     .says = {{"error", "unknown-key", "content/zh/microneedling.toml: name",
               "`[treatment]` is missing above them"}}},
};

}  // namespace

TEST_CASE("a heading deleted in a translation is told, not that its keys are untranslated") {
  check_edits(kTranslated);
}

TEST_CASE("staff edits of headings end in one message at the heading") { check_edits(kHeadings); }

}  // namespace handbill::test
