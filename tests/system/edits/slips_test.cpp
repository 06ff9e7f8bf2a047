// SPDX-License-Identifier: MIT
// Slips of the hand, one a row, as they happen to somebody who knows the content files alone: in
// all languages, of all kinds.
#include <catch2/catch.hpp>

#include "system/edits/staff_edits.h"

namespace handbill::test {
namespace {

const std::string kSpanishAftercare = "content/es/aftercare.toml";
const std::string kSpanishBrochure = "content/es/microneedling.toml";
const std::string kArabicHours = "content/ar/hours.toml";
const std::string kArabicLabels = "content/ar/labels.toml";
const std::string kChineseBrochure = "content/zh/microneedling.toml";

Change monday(const std::string& hours) {
  return {kHours, "monday    = \"8:00 am – 5:00 pm\"", "monday    = " + hours};
}

Change saturday_is(const std::string& hours) {
  return {kHours, "saturday  = \"closed\"", "saturday  = " + hours};
}

Change lunch_line(const std::string& line) {
  return {kHours, "lunch = \"12:00 pm – 1:00 pm\"\n", line};
}

Change makeup(const std::string& words) {
  return {kAftercare, "text = \"Wear makeup.\"", "text = " + words};
}

/// Lines above the words of the sign.
Change dates(const std::string& lines) {
  return {kHours, "# The words of the sign.\n", lines + "\n# The words of the sign.\n"};
}

Change special_lines(const std::string& lines) { return dates("[[hours.special]]\n" + lines); }

const std::string kBuildPlacard = "build hours-placard";
const std::string kSheet = "build aftercare-sheet";
const std::string kFolder = "build treatment-brochure";

const StaffEdit kAddresses[] = {
    {.name = "the state stands in the city too",
     .changes = {{kClinic, "\"Chevy Chase\"", "\"Chevy Chase, MD\""}},
     .says = {{"error", "bad-value", kClinic + ": city", "`MD` would be printed twice"}}},
    {.name = "the suite stands in the street too",
     .changes = {{kClinic, "\"5454 Wisconsin Ave\"", "\"5454 Wisconsin Ave, Ste 1400\""}},
     .says = {{"error", "bad-value", kClinic + ": street", "take it out of `street`"}}},
    {.name = "the whole address stands in the street",
     .changes = {{kClinic, "\"5454 Wisconsin Ave\"",
                  "\"5454 Wisconsin Ave, Chevy Chase, MD 20815\""}},
     .says = {{"error", "bad-value", kClinic + ": street", "`20815` would be printed twice"}}},
    {.name = "the suite stands in the street too, without a comma",
     .changes = {{kClinic, "\"5454 Wisconsin Ave\"", "\"5454 Wisconsin Ave Ste 1400\""}},
     .says = {{"error", "bad-value", kClinic + ": street", "take it out of `street`"}}},
    {.name = "a suite that is called as the street",
     .changes = {{kClinic, "\"5454 Wisconsin Ave\"", "\"5454 Avenue B\""},
                 {kClinic, "\"Ste 1400\"", "\"B\""}},
     .command = kSheet,
     .reads = {"5454 Avenue B, B, Chevy Chase"}},
    {.name = "a street that is called as the city",
     .changes = {{kClinic, "\"5454 Wisconsin Ave\"", "\"5454 Chevy Chase Ave\""}},
     .command = kSheet,
     .reads = {"5454 Chevy Chase Ave, Ste 1400, Chevy Chase, MD 20815"}},
    {.name = "spaces round the ZIP code and in the city",
     .changes = {{kClinic, "\"20815\"", "\" 20815 \""},
                 {kClinic, "\"Chevy Chase\"", "\" Chevy  Chase \""}},
     .command = kSheet,
     .reads = {"Chevy Chase, MD 20815"}},
    {.name = "a ZIP code of four digits",
     .changes = {{kClinic, "\"20815\"", "\"2815\""}},
     .says = {{"error", "bad-zip", kClinic + ": zip", "a digit is missing"}}},
    {.name = "the state in small letters",
     .changes = {{kClinic, "\"MD\"", "\"md\""}},
     .says = {{"error", "bad-value", kClinic + ": state", "did you mean `MD`?"}}},
    {.name = "the suite is commented out",
     .changes = {{kClinic, "suite  =", "# suite  ="}},
     .command = kSheet,
     .reads = {"5454 Wisconsin Ave, Chevy Chase, MD 20815"}},
    {.name = "the line of the city is deleted",
     .changes = {{kClinic, "city   = \"Chevy Chase\"\n", ""}},
     .says = {{"error", "missing-key", kClinic + ": [clinic.address]",
               "the address has no `city`"}}},
    {.name = "the line of the name is deleted",
     .changes = {{kClinic, "name       = { blank = \"the clinic’s name\", width = \"2.5 in\" }\n",
                  ""}},
     .command = kBuildPlacard,
     .says = {{"error", "fact-missing", kClinic + ": [clinic]",
               "write `name = \"…\"` under `[clinic]`"}}},
    {.name = "the name of the clinic is none",
     .changes = {filled("name", "none")},
     .says = {{"error", "bad-value", kClinic + ": name", "`clinic.name` can't be `none`"}}},
    {.name = "two phone numbers in one line",
     .changes = {filled("phone", "301-654-2000 or 301-654-2001")},
     .says = {{"error", "bad-phone", kClinic + ": phone", "a second one goes below it"}}},
    {.name = "a phone number in letters",
     .changes = {filled("phone", "301-654-SKIN")},
     .command = kSheet,
     .reads = {"(301) 654-7546"}},
    {.name = "a phone number with a word before it",
     .changes = {filled("phone", "Call (301) 654-2000")},
     .command = kSheet,
     .reads = {"(301) 654-2000"},
     .never_reads = {"Call (301)"}},
    {.name = "a web address with a space in it",
     .changes = {filled("web", "www.chevy chase.com")},
     .says = {{"error", "bad-url", kClinic + ": web", "a space can't stand in a web address"}}},
    {.name = "a web address that is none",
     .changes = {filled("booking", "N/A")},
     .says = {{"error", "bad-value", kClinic + ": booking", "write `booking = \"none\"`"}}},
};

const StaffEdit kDays[] = {
    {.name = "hours without am and pm",
     .changes = {monday("\"8-5\"")},
     .says = {{"error", "bad-time", kHours + ": monday", "`8-5` does not say am or pm"}}},
    {.name = "hours with the spaces and dashes of a word processor",
     .changes = {monday("\"8:00\u00A0am\u202F—\u202F5:00\u00A0pm\""), saturday_is("\"Closed.\"")},
     .command = kBuildPlacard,
     .reads = {"Mon – Fri 8:00 – 12:00"}},
    {.name = "closed, in another language",
     .changes = {saturday_is("\"cerrado\"")},
     .says = {{"error", "bad-time", kHours + ": saturday", "or `closed`"}}},
    {.name = "closed, as `false`",
     .changes = {saturday_is("false")},
     .says = {{"error", "wrong-type", kHours + ": saturday", "opening hours are a text"}}},
    {.name = "the break at night",
     .changes = {lunch_line("lunch = \"12:00 pm – 1:00 am\"\n")},
     .says = {{"error", "closes-before-opens", kHours + ": lunch =", "did you mean `1:00 pm`?"}}},
    {.name = "a letter in the hours",
     .changes = {monday("\"8:OO am – 5:00 pm\"")},
     .says = {{"error", "bad-time", kHours + ": monday", "did you mean `8:00 am – 5:00 pm`?"}}},
    {.name = "am for pm",
     .changes = {monday("\"8:00 am – 5:00 am\"")},
     .says = {{"error", "closes-before-opens", kHours + ": monday", "did you mean `5:00 pm`?"}}},
    {.name = "minutes that no clock has",
     .changes = {monday("\"8:60 am – 5:00 pm\"")},
     .says = {{"error", "bad-time", kHours + ": monday", "minutes go up to 59"}}},
    {.name = "words for a day",
     .changes = {saturday_is("\"call us\"")},
     .says = {{"error", "bad-time", kHours + ": saturday", "`by appointment`"}}},
    {.name = "a sixth week of the month, and hours that end at one",
     .changes = {saturday_is("{ hours = \"9:00 am – 12:00 pm\", weeks = \"6th\" }")},
     .says = {{"error", "bad-value", kHours + ": saturday",
               "`6th` is not one of the weeks of a month"}}},
    {.name = "every other week from a Sunday",
     .changes = {saturday_is(
         "{ hours = \"9:00 am – 12:00 pm\", weeks = \"every other from 2026-12-06\" }")},
     .says = {{"error", "bad-date", kHours + ": saturday",
               "2026-12-06 is a Sunday, not a Saturday"}}},
    {.name = "the break is after hours",
     .changes = {lunch_line("lunch = \"6:00 pm – 7:00 pm\"\n")},
     .says = {{"error", "lunch-outside-hours",
               kHours + ": lunch =", "is inside the opening hours of no day"}}},
    {.name = "the break goes on after closing",
     .changes = {lunch_line("lunch = \"4:30 pm – 5:30 pm\"\n")},
     .says = {{"error", "lunch-outside-hours",
               kHours + ": lunch =", "Monday closes within the lunch break"}}},
    {.name = "there is no break, and it says `no`",
     .changes = {lunch_line("lunch = \"no\"\n")},
     .says = {{"error", "bad-time", kHours + ": lunch =", "did you mean `none`?"}}},
    {.name = "the line of the break is deleted",
     .changes = {lunch_line("")},
     .says = {{"error", "missing-key", kHours + ": [hours]",
               "`lunch` is missing: Monday goes on over noon"}}},
};

const StaffEdit kDates[] = {
    {.name = "a holiday over the end of the year",
     .changes = {special_lines("from = 2026-12-28\nto = 2027-01-02\nname = \"Winter break\"\n"
                               "hours = \"closed\"\n")},
     .command = kBuildPlacard,
     .reads = {"Dec 28, 2026–Jan 2, 2027 Winter break Closed"}},
    {.name = "a holiday over the end of the year, in one year",
     .changes = {special_lines("from = 2026-12-28\nto = 2026-01-02\nname = \"Winter break\"\n"
                               "hours = \"closed\"\n")},
     .says = {{"error", "bad-date", kHours + ": to = 2026", "2026-01-02 is before 2026-12-28"}}},
    {.name = "a season over the end of the year",
     .changes = {dates("[[hours.season]]\nfrom = \"12-15\"\nto = \"01-15\"\nname = \"Holidays\"\n"
                       "friday = \"8:00 am – 12:00 pm\"\n")},
     .command = kBuildPlacard,
     .reads = {"December 15–January 15 Holidays"}},
    {.name = "a special date in the wrong century",
     .changes = {special_lines(
         "date = 2126-12-25\nname = \"Christmas Day\"\nhours = \"closed\"\n")},
     .command = kBuildPlacard,
     .says = {{"warning", "bad-date", kHours + ": date = 2126", "correct its year"}}},
    {.name = "a special date of the last year that nobody doubts",
     .changes = {special_lines(
         "date = 2031-12-25\nname = \"Christmas Day\"\nhours = \"closed\"\n")},
     .command = kBuildPlacard,
     .reads = {"Christmas Day"}},
    {.name = "a day within a holiday",
     .changes = {special_lines("from = 2026-12-24\nto = 2026-12-31\nname = \"Break\"\n"
                               "hours = \"closed\"\n\n[[hours.special]]\ndate = 2026-12-28\n"
                               "hours = \"8:00 am – 12:00 pm\"\n")},
     .says = {{"error", "duplicate-name", kHours + ": date = 2026-12-28", "is there twice"}}},
    {.name = "a special date in words",
     .changes = {special_lines(
         "date = \"Dec 25\"\nname = \"Christmas Day\"\nhours = \"closed\"\n")},
     .says = {{"error", "bad-date", kHours + ": date = \"Dec", "`Dec 25` is not a date"}}},
    {.name = "a special date below a heading in single brackets",
     .changes = {dates("[hours.special]\ndate = 2026-12-25\nhours = \"closed\"\n")},
     .says = {{"error", "wrong-type", kHours + ": [hours.special]",
               "head each special date with `[[hours.special]]`"}}},
    {.name = "only one # is taken away",
     .changes = {{kHours, "# date  = 2026-12-25", "date  = 2026-12-25"}},
     .says = {{"error", "unknown-key", kHours + ": date  = 2026",
               "head a special date with `[[hours.special]]`"}}},
    {.name = "one # stays",
     .changes = {{kHours,
                  "# [[hours.special]]\n# date  = 2026-12-25\n# name  = \"Christmas Day\"\n",
                  "[[hours.special]]\ndate  = 2026-12-25\nname  = \"Christmas Day\"\n"}},
     .says = {{"error", "missing-key", kHours + ": [[hours.special]]",
               "a special date has no `hours`"}}},
};

const StaffEdit kWords[] = {
    {.name = "signs that a program has read wrongly",
     .changes = {makeup("\"Donâ€™t wear makeup.\"")},
     .says = {{"error", "bad-character", kAftercare + ": text = \"Donâ€™t",
               "`â€™` is what a program has made of `’`"}}},
    {.name = "a sign that a program has lost",
     .changes = {makeup("\"Don\uFFFDt wear makeup.\"")},
     .says = {{"error", "bad-character", kAftercare + ": text = \"Don", "type it again"}}},
    {.name = "a number that is still to be put in",
     .changes = {{kAftercare, "\"for 24 hours\"", "\"for XX hours\""}},
     .command = kSheet,
     .says = {{"error", "placeholder-text", kAftercare + ": for  = \"for XX",
               "`XX` was meant to be replaced"}}},
    {.name = "question marks for a number",
     .changes = {{kAftercare, "\"for 24 hours\"", "\"for ??? hours\""}},
     .command = kSheet,
     .says = {{"error", "placeholder-text", kAftercare + ": for  = \"for ???",
               "`???` was meant to be replaced"}}},
    {.name = "the note of a reviewer",
     .changes = {makeup("\"Wear makeup. [JS1]\"")},
     .command = kSheet,
     .says = {{"error", "placeholder-text", kAftercare + ": text = \"Wear makeup",
               "`[JS1]` was meant to be replaced"}}},
    {.name = "strong words of a web page",
     .changes = {makeup("\"Wear <b>makeup</b>.\"")},
     .command = kSheet,
     .says = {{"error", "markdown-unsupported", kAftercare + ": text = \"Wear <b>",
               "write strong words as `**words**`"}}},
    {.name = "the name of a drawing is misspelt",
     .changes = {{kBrochure, "icon  = \"pores\"", "icon  = \"pore\""}},
     .command = kFolder,
     .says = {{"error", "file-missing", kBrochure + ": icon  = \"pore\"",
               "there is `layouts/art/icon-pores.svg`"}}},
    {.name = "the title of a benefit is deleted",
     .changes = {{kBrochure, "title = \"Smaller-looking pores\"\n", ""}},
     .command = kFolder,
     .says = {{"error", "fact-missing", kBrochure + ":93", "this entry has no `title`"}}},
    {.name = "a step less than the brochure has places",
     .changes = {{kBrochure, "  \"As after any small injury, your skin heals.\",\n", ""}},
     .command = kFolder,
     .says = {{"error", "fact-missing", kBrochure + ": how = [",
               "`treatment.how` has 2 entries, and this document has places for 3"}}},
    {.name = "[treatment.headings] is written [treatment.heads]",
     .changes = {{kBrochure, "[treatment.headings]", "[treatment.heads]"}},
     .command = kFolder,
     .says = {{"error", "fact-missing", kBrochure + ": [treatment.heads]",
               "did you mean `headings`?"}}},
    {.name = "[sign] and the title below it are deleted",
     .changes = {{kHours, "[sign]\n", ""}, {kHours, "title   = \"Office hours\"\n", ""}},
     .command = kBuildPlacard,
     .says = {{"error", "unknown-key", kHours + ": dates", "`[sign]` is missing above them"},
              {"error", "fact-missing", kHours + ": dates",
               "write `title = \"…\"` under `[sign]`"}}},
    {.name = "the first of several entries has single brackets",
     .changes = {{kBrochure, "[[treatment.benefits]]\nicon  = \"texture\"",
                  "[treatment.benefits]\nicon  = \"texture\""}},
     .command = kFolder,
     .says = {{"error", "toml-syntax", kBrochure + ": [treatment.benefits]",
               "did you mean `[[treatment.benefits]]`?"}}},
    {.name = "one of several entries has single brackets",
     .changes = {{kBrochure, "[[treatment.benefits]]\nicon  = \"pores\"",
                  "[treatment.benefits]\nicon  = \"pores\""}},
     .command = kFolder,
     .says = {{"error", "toml-syntax", kBrochure + ": [treatment.benefits]",
               "did you mean `[[treatment.benefits]]`?"}}},
    {.name = "all of an emergency is deleted",
     .changes = {{kAftercare,
                  "[[aftercare.emergency]]\ntext = \"Trouble breathing? Swollen lips, tongue or "
                  "throat?\"\n\n[[aftercare.emergency]]\ntext = \"Call 911 at once.\"\n",
                  ""}},
     .command = kSheet,
     .says = {{"error", "fact-missing", kAftercare + ": [aftercare]",
               "the content has no list `aftercare.emergency`"}}},
    {.name = "what to ask is deleted",
     .changes = {{kBrochure, "ask = \"\"\"\n**Not sure?** We will answer your questions.\n\"\"\"\n",
                  ""}},
     .command = kFolder,
     .says = {{"error", "fact-missing", kBrochure + ": [treatment]",
               "the content has no `treatment.ask`"}}},
    {.name = "the title of the sign is a sentence",
     .changes = {{kHours, "\"Office hours\"",
                  "\"The hours when our office is open for you every week\""}},
     .command = kBuildPlacard,
     .says = {{"error", "line-too-wide", kHours + ": title", "say it in fewer words"}}},
    {.name = "the words at the code are a sentence",
     .changes = {{kLabels, "\"Scan for a map\"",
                  "\"Scan this code with the camera of your telephone for a map\""}},
     .command = kFolder,
     .reads = {"camera of your telephone for a map"}},
};

const StaffEdit kTranslations[] = {
    {.name = "hours are changed in Spanish alone",
     .changes = {{kSpanishHours, "[sign]\n", "[hours]\nmonday = \"cerrado\"\n\n[sign]\n"}},
     .command = kBuildPlacard + " --language es",
     .says = {{"error", "translation-differs", kSpanishHours + ": monday",
               "hours stand once, and are the same in every language"}}},
    {.name = "the clinic is named in Spanish too",
     .changes = {{kSpanishHours, "[sign]\n", "[clinic]\nname = \"Clínica\"\n\n[sign]\n"}},
     .command = kBuildPlacard + " --language es",
     .says = {{"error", "duplicate-name", kSpanishHours + ": [clinic]", "stands in two files"}}},
    {.name = "`for` of an entry is misspelt in Spanish",
     .changes = {{kSpanishAftercare, "text = \"Usar maquillaje.\"\nfor ",
                  "text = \"Usar maquillaje.\"\nfr "}},
     .command = kSheet + " --language es",
     .says = {{"error", "fact-missing", kSpanishAftercare + ": fr ", "did you mean `for`?"}}},
    {.name = "an entry is missing in Spanish",
     .changes =
         {{kSpanishAftercare,
           "[[aftercare.dont]]\ntext = \"Usar maquillaje.\"\nfor  = \"durante 24 horas\"\n\n", ""}},
     .command = kSheet + " --language es",
     .says = {{"warning", "translation-differs", kSpanishAftercare + ":73",
               "`aftercare.dont` has 4 entries, in `en` 5"}}},
    {.name = "a text is emptied in Spanish",
     .changes = {{kSpanishAftercare, "text = \"Usar maquillaje.\"", "text = \"\""}},
     .command = kSheet + " --language es",
     .says = {{"warning", "untranslated", kSpanishAftercare + ": text = \"\"",
               "`aftercare.dont.1.text` is empty, so the original is printed"}}},
    {.name = "[treatment.headings] is misspelt in Chinese",
     .changes = {{kChineseBrochure, "[treatment.headings]", "[treatment.heading]"}},
     .command = kFolder + " --language zh",
     .says = {{"warning", "translation-differs", kChineseBrochure + ": [treatment.heading]",
               "did you mean `headings`?"}}},
    {.name = "[treatment.headings] is translated in Spanish",
     .changes = {{kSpanishBrochure, "[treatment.headings]", "[treatment.encabezados]"}},
     .command = kFolder + " --language es",
     .says = {{"warning", "translation-differs", kSpanishBrochure + ": [treatment.encabezados]",
               "did you mean `headings`?"}}},
    {.name = "the heading of an entry is misspelt in Spanish",
     .changes = {{kSpanishAftercare, "[[aftercare.do]]\ntext = \"Duerma",
                  "[[aftercare.doo]]\ntext = \"Duerma"}},
     .command = kSheet + " --language es",
     .says = {{"error", "not-printed", kSpanishAftercare + ": [[aftercare.doo]]",
               "did you mean `do`?"}}},
    {.name = "[sign.alt] is deleted in Arabic",
     .changes = {{kArabicHours, "[sign.alt]\n", ""}},
     .command = kBuildPlacard + " --language ar",
     .says = {{"error", "unknown-key", kArabicHours + ": code",
               "`[sign.alt]` is missing above them"}}},
    {.name = "[label] is deleted in Arabic",
     .changes = {{kArabicLabels, "[label]\n", ""}},
     .command = kSheet + " --language ar",
     .says = {{"error", "toml-syntax", kArabicLabels + ": call",
               "`[label]` is missing above them"}}},
    {.name = "a special date has no Chinese name",
     .changes = {special_lines(
         "date = 2026-12-25\nname = \"Christmas Day\"\nhours = \"closed\"\n")},
     .command = kBuildPlacard + " --language zh",
     .says = {{"warning", "translation-differs", kHours + ": name = \"Christmas",
               "is not translated in `content/zh/hours.toml`"}}},
};

}  // namespace

TEST_CASE("slips in addresses and numbers end in right words or one message") {
  check_edits(kAddresses);
}

TEST_CASE("slips in days and breaks end in one message at their line") { check_edits(kDays); }

TEST_CASE("slips in special dates end in right words or one message") { check_edits(kDates); }

TEST_CASE("slips in texts end in one message in the words of the content") { check_edits(kWords); }

TEST_CASE("slips in translations end in one message at the translation") {
  check_edits(kTranslations);
}

}  // namespace handbill::test
