// SPDX-License-Identifier: MIT
// Staff edits that go wrong on the way to the program: quotes, marks, encodings, pasted text.
#include <catch2/catch.hpp>

#include "system/edits/staff_edits.h"

namespace handbill::test {
namespace {

const std::string kPhone = R"({ blank = "the clinic’s phone number", width = "1.75 in" })";
const std::string kMonday = R"(monday    = "8:00 am – 5:00 pm")";

/// What is in quotes in the files as they are shipped.
const std::string kNormal =
    "Your face may be red, warm, tight and tender, like a sunburn. It may swell a little, be dry "
    "or \\\nflake. **All of this is normal and fades within a few days.**\n";

const StaffEdit kQuotes[] = {
    {.name = "typographic quotes round a text",
     .changes = {{kClinic, "\"Chevy Chase\"", "“Chevy Chase”"}},
     .says = {{"error", "toml-syntax", kClinic + ": city", "`“` is a typographic quote"}}},
    {.name = "a typographic quote at the end",
     .changes = {{kAftercare, "\"Wear makeup.\"", "\"Wear makeup.”"}},
     .command = "build aftercare-sheet",
     .says = {{"error", "toml-syntax", kAftercare + ": text = \"Wear makeup",
               "a text goes between straight quotes"}}},
    {.name = "typographic quotes inside a text are printed",
     .changes = {{kAftercare, "Wear makeup.", "Wear “makeup”."}},
     .reads = {"Wear “makeup”."}},
    {.name = "the closing quote of an hour is missing",
     .changes = {{kHours, kMonday, "monday    = \"8:00 am – 5:00 pm"}},
     .command = "build hours-placard",
     .says = {{"error", "toml-syntax", kHours + ": monday",
               "closing quote of this text is missing"}}},
    {.name = "the opening quote is missing",
     .changes = {{kHours, kMonday, "monday    = 8:00 am – 5:00 pm\""}},
     .command = "build hours-placard",
     .says = {{"error", "toml-syntax", kHours + ": monday",
               "opening quote of this text is missing"}}},
    {.name = "no quotes at all",
     .changes = {{kHours, "saturday  = \"closed\"", "saturday  = closed"}},
     .command = "build hours-placard",
     .says = {{"error", "toml-syntax", kHours + ": saturday", "write `saturday = \"closed\"`"}}},
    {.name = "quotes inside quotes",
     .changes = {{kAftercare, "Wear makeup.", "Wear \"makeup\" of any kind."}},
     .command = "build aftercare-sheet",
     .says = {{"error", "toml-syntax", kAftercare + ": text = \"Wear \"m",
               "write quotes as “ and ”"}}},
    {.name = "a text over several lines without its closing quotes is told where it begins",
     .changes = {{kAftercare, "few days.**\n\"\"\"\n", "few days.**\n"}},
     .command = "build aftercare-sheet",
     .says = {{"error", "toml-syntax", kAftercare + ": normal = ", "no closing \"\"\""}}},
    {.name = "the same in a file with more such texts",
     .changes = {{kBrochure, "sessions keep the results.\n\"\"\"\n",
                  "sessions keep the results.\n"}},
     .command = "build treatment-brochure",
     .says = {{"error", "toml-syntax", kBrochure + ": sessions = \"\"\"", "no closing \"\"\""}}},
    {.name = "a text over several lines without its opening quotes",
     .changes = {{kBrochure, "risks = \"\"\"\n", "risks =\n"}},
     .command = "build treatment-brochure",
     .says = {{"error", "toml-syntax", kBrochure + ": risks",
               "`risks` has nothing after its `=`"}}},
    {.name = "a quote is missing in a list",
     .changes = {{kBrochure, "\"You want smaller-looking pores.\",",
                  "\"You want smaller-looking pores.,"}},
     .command = "build treatment-brochure",
     .says = {{"error", "toml-syntax", kBrochure + ":   \"You want smaller", "closing quote"}}},
    {.name = "a comma is missing in a list",
     .changes = {{kBrochure, "\"You want smaller-looking pores.\",",
                  "\"You want smaller-looking pores.\""}},
     .command = "build treatment-brochure",
     .says = {{"error", "toml-syntax", kBrochure + ":   \"You want smaller",
               "a comma is missing"}}},
    {.name = "a bracket of a list is missing",
     .changes = {{kBrochure, "  \"You can come several times.\",\n]",
                  "  \"You can come several times.\","}},
     .command = "build treatment-brochure",
     .says = {{"error", "toml-syntax", kBrochure + ": fit = [", "`[` is not closed"}}},
    {.name = "a brace is left over when a blank is filled in",
     .changes = {{kClinic, kPhone, "\"202-555-0143\" }"}},
     .says = {{"error", "toml-syntax", kClinic + ": phone", "`}` comes after the value"}}},
};

const StaffEdit kSigns[] = {
    {.name = "a second equals sign",
     .changes = {{kHours, "saturday  = \"closed\"", "saturday  == \"closed\""}},
     .command = "build hours-placard",
     .says = {{"error", "toml-syntax", kHours + ": saturday", "a second `=` stands here"}}},
    {.name = "the path of a Windows file",
     .changes = {{kAftercare, "\"After your microneedling\"", R"("C:\Users\new\title")"}},
     .command = "build aftercare-sheet",
     .says = {{"error", "toml-syntax", kAftercare + ": title", "the text between single quotes"}}},
    {.name = "a sign that no keyboard has",
     .command = "build hours-placard",
     .says = {{"error", "toml-syntax", kHours + ": monday", "\"8:00␀am – 5:00 pm\""}},
     .by_hand =
         [](const ProjectCopy& project) {
           project.edit(kHours, kMonday,
                        "monday    = \"8:00" + std::string(1, '\0') + "am – 5:00 pm\"");
         }},
    {.name = "a colon in place of the equals sign",
     .changes = {{kHours, "saturday  = \"closed\"", "saturday: \"closed\""}},
     .command = "build hours-placard",
     .says = {{"error", "toml-syntax", kHours + ": saturday",
               "after `saturday` comes `=`, not `:`"}}},
    {.name = "no equals sign",
     .changes = {{kHours, "saturday  = \"closed\"", "saturday  \"closed\""}},
     .command = "build hours-placard",
     .says = {{"error", "toml-syntax", kHours + ": saturday", "there is no `=` after `saturday`"}}},
    {.name = "a comma at the end of the line",
     .changes = {{kHours, kMonday, kMonday + ","}},
     .command = "build hours-placard",
     .says = {{"error", "toml-syntax", kHours + ": monday", "`,` comes after the value"}}},
    {.name = "a note without its sign",
     .changes = {{kHours, kMonday, kMonday + " new in May"}},
     .command = "build hours-placard",
     .says = {{"error", "toml-syntax", kHours + ": monday", "write `#` before it"}}},
    {.name = "a date without quotes, as written in letters",
     .changes = {{kHours,
                  "# [[hours.special]]\n# date  = 2026-12-25\n# name  = \"Christmas Day\"\n# hours "
                  "= \"closed\"\n",
                  "[[hours.special]]\ndate  = 12/25/2026\nname  = \"Christmas Day\"\nhours = "
                  "\"closed\"\n"}},
     .command = "build hours-placard",
     .says = {{"error", "toml-syntax", kHours + ": date  = 12", "did you mean `2026-12-25`?"}}},
    {.name = "a ZIP code without quotes",
     .changes = {{kClinic, "\"20815\"", "20815"}},
     .says = {{"error", "wrong-type", kClinic + ": zip", "`zip = \"20815\"`"}}},
    {.name = "a ZIP code without quotes that begins with 0",
     .changes = {{kClinic, "\"20815\"", "02134"}},
     .says = {{"error", "toml-syntax", kClinic + ": zip", "`zip = \"02134\"`"}}},
    {.name = "a phone number without quotes",
     .changes = {{kClinic, kPhone, "(202) 555-0143"}},
     .says = {{"error", "toml-syntax", kClinic + ": phone", "`phone = \"(202) 555-0143\"`"}}},
    {.name = "one bracket of a head is missing",
     .changes = {{kClinic, "[clinic.address]", "[clinic.address"}},
     .says = {{"error", "toml-syntax", kClinic + ": [clinic.address", "the brackets round"}}},
    {.name = "a misspelt name is one mistake",
     .changes = {{kClinic, "phone      = ", "phon       = "}},
     .says = {{"error", "unknown-key", kClinic + ": phon", "did you mean `phone`?"}}},
    {.name = "a misspelt name of a text is told where it stands",
     .changes = {{kAftercare, "normal = \"", "nromal = \""}},
     .command = "build aftercare-sheet",
     .says = {{"error", "fact-missing", kAftercare + ": nromal", "did you mean `normal`?"}}},
    {.name = "a misspelt name in one entry of a list",
     .changes = {{kAftercare, "text = \"Wear makeup.\"", "txet = \"Wear makeup.\""}},
     .command = "build aftercare-sheet",
     .says = {{"error", "fact-missing", kAftercare + ": txet", "did you mean `text`?"}}},
    {.name = "mistakes in three files and twice in one are told in one run",
     .changes = {{kClinic, "\"Chevy Chase\"", "“Chevy Chase”"},
                 {kHours, kMonday, "monday    = \"8:00 am – 5:00 pm"},
                 {kHours, "tuesday   = \"8:00 am – 5:00 pm\"", "tuesday   = \"8:00 am – 5:00 am\""},
                 {kAftercare, "\"Wear makeup.\"", "Wear makeup."}},
     .says = {{"error", "toml-syntax", kClinic + ": city", "typographic"},
              {"error", "toml-syntax", kHours + ": monday", "closing quote"},
              {"error", "closes-before-opens", kHours + ": tuesday", "did you mean `5:00 pm`?"},
              {"error", "toml-syntax", kAftercare + ": text = Wear", "no quotes"}}},
};

const StaffEdit kPasted[] = {
    {.name = "a tab before a paragraph",
     .changes = {{kAftercare, "Your face may be red", "\tYour face may be red"}},
     .reads = {"Your face may be red, warm, tight"}},
    {.name = "spaces before a paragraph",
     .changes = {{kBrochure, "A cosmetic treatment,", "     A cosmetic treatment,"}},
     .reads = {"A cosmetic treatment, also called"}},
    {.name = "bullets of a word processor make a list",
     .changes = {{kAftercare, kNormal, "•\tRedness\n•\tDry skin\n"}},
     .reads = {"• Redness • Dry skin"}},
    {.name = "dashes make a list",
     .changes = {{kAftercare, kNormal, "– Redness\n– Dry skin\n"}},
     .reads = {"• Redness • Dry skin"},
     .never_reads = {"– Redness"}},
    {.name = "stars and hyphens without a space make lists",
     .changes = {{kAftercare, kNormal, "*Redness\n*Dry skin\n"},
                 {kBrochure, "Later \\\nsessions keep the results.\n",
                  "\n\n-Later sessions\n-keep the results.\n"}},
     .reads = {"• Redness • Dry skin", "• Later sessions • keep the results."}},
    {.name = "Roman numbers make a list",
     .changes = {{kAftercare, kNormal, "(i)\tRedness\n(ii)\tDry skin\n"}},
     .reads = {"i. Redness ii. Dry skin"}},
    {.name = "bullets of a word processor that lost their font make a list",
     .changes = {{kAftercare, kNormal, "§\tRedness\n§\tDry skin\n"}},
     .reads = {"• Redness • Dry skin"}},
    {.name = "numbers make a list",
     .changes = {{kAftercare, kNormal, "1.) Redness\n2.) Dry skin\n"}},
     .reads = {"1. Redness 2. Dry skin"}},
    {.name = "letters make a list",
     .changes = {{kAftercare, kNormal, "a.) Redness\nb.) Dry skin\n"}},
     .reads = {"a. Redness b. Dry skin"}},
    {.name = "strong words that never end",
     .changes = {{kAftercare, "few days.**", "few days."}},
     .command = "build aftercare-sheet",
     .says = {{"error", "markdown-unclosed", kAftercare + ": flake.", "`**` has no partner"}}},
    {.name = "a quote too many where a text begins",
     .changes = {{kAftercare, "normal = \"\"\"", "normal = \"\"\"\""}},
     .command = "build aftercare-sheet",
     .says = {{"error", "markdown-unclosed", kAftercare + ": normal = ", "`\"` stands by itself"}}},
    {.name = "a quote with spaces on both sides",
     .changes = {{kAftercare, "like a sunburn", "\" like a sunburn"}},
     .command = "build aftercare-sheet",
     .says = {{"error", "markdown-unclosed", kAftercare + ": Your face", "`\"` stands by itself"}}},
    {.name = "quotes that touch their words",
     .changes = {{kAftercare, "like a sunburn", "\"like\" a sunburn"}},
     .reads = {"“like” a sunburn"}},
    {.name = "a link tells its address on paper",
     .changes = {{kBrochure, "We will answer your questions.",
                  "See [our page](https://chevychaseskin.com/needles)."}},
     .reads = {"See our page (chevychaseskin.com/needles)."}},
    {.name = "a link whose words are its address is printed once",
     .changes = {{kBrochure, "We will answer your questions.",
                  "See [chevychaseskin.com](https://www.chevychaseskin.com/)."}},
     .reads = {"See chevychaseskin.com."}},
    {.name = "a link without its scheme",
     .changes = {{kBrochure, "We will answer your questions.",
                  "See [our page](chevychaseskin.com)."}},
     .command = "build treatment-brochure",
     .says = {{"error", "bad-url", kBrochure + ": **Not sure",
               "did you mean `https://chevychaseskin.com`?"}}},
    {.name = "an emoji that no font has",
     .changes = {{kAftercare, "Wear makeup.", "Wear makeup 💄."}},
     .command = "build aftercare-sheet",
     .says = {{"error", "glyph-missing", kAftercare + ": text = \"Wear m", "LIPSTICK, U+1F484"}}},
    {.name = "an emoji of several characters is one mistake",
     .changes = {{kAftercare, "Wear makeup.", "Wear makeup 👩🏽‍⚕️."}},
     .command = "build aftercare-sheet",
     .says = {{"error", "glyph-missing", kAftercare + ": text = \"Wear m", "WOMAN, U+1F469"}}},
};

void save_as(const ProjectCopy& project, const std::string& file,
             const std::function<std::string(const std::string&)>& encode) {
  project.write(file, encode(project.read(file)));
}

std::string with_all(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != text.npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

/// Of text below U+10000.
std::string utf16(const std::string& text) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    const unsigned first = byte(i);
    const std::size_t size = first < 0x80 ? 1 : first < 0xE0 ? 2 : 3;
    unsigned unit = size == 1 ? first : size == 2 ? first & 0x1FU : first & 0x0FU;
    for (std::size_t k = 1; k < size; ++k) unit = unit << 6U | (byte(i + k) & 0x3FU);
    bytes += static_cast<char>(unit & 0xFFU);
    bytes += static_cast<char>(unit >> 8U);
    i += size;
  }
  return bytes;
}

const StaffEdit kEncodings[] = {
    {.name = "Unicode of Windows is read",
     .reads = {"You want smaller-looking pores."},
     .by_hand =
         [](const ProjectCopy& project) {
           save_as(project, kBrochure,
                   [](const std::string& text) { return "\xFF\xFE" + utf16(text); });
         }},
    {.name = "Unicode of Windows without its mark is refused",
     .command = "build hours-placard",
     .says = {{"error", "not-utf8", kHours + ":1", "at the bottom Encoding: UTF-8"}},
     .by_hand = [](const ProjectCopy& project) { save_as(project, kHours, utf16); }},
    {.name = "ANSI of Windows is refused with the menu that saves it right",
     .command = "build hours-placard",
     .says = {{"error", "not-utf8", kHours + ": monday", "Other encoding: Unicode (UTF-8)"}},
     .by_hand =
         [](const ProjectCopy& project) {
           save_as(project, kHours,
                   [](const std::string& text) { return with_all(text, "–", "\x96"); });
         }},
    {.name = "line ends of old Macs are read",
     .reads = {"You want smaller-looking pores."},
     .by_hand =
         [](const ProjectCopy& project) {
           save_as(project, kBrochure,
                   [](const std::string& text) { return with_all(text, "\n", "\r"); });
         }},
    {.name = "a mistake behind line ends of old Macs is told at its line",
     .command = "build hours-placard",
     .says = {{"error", "toml-syntax", kHours + ":12", "closing quote of this text is missing"}},
     .by_hand =
         [](const ProjectCopy& project) {
           project.edit(kHours, "tuesday   = \"8:00 am – 5:00 pm\"",
                        "tuesday   = \"8:00 am – 5:00 pm");
           save_as(project, kHours,
                   [](const std::string& text) { return with_all(text, "\n", "\r"); });
         }},
    {.name = "rich text is refused in words",
     .command = "build hours-placard",
     .says = {{"error", "not-utf8", kHours + ":1", "the file is rich text (RTF), not plain text"}},
     .by_hand =
         [](const ProjectCopy& project) {
           save_as(project, kHours,
                   [](const std::string& text) { return "{\\rtf1\\ansi " + text + "}"; });
         }},
};

}  // namespace

TEST_CASE("quotes that went wrong are told where they did") { check_edits(kQuotes); }
TEST_CASE("signs that went wrong are told where they did") { check_edits(kSigns); }
TEST_CASE("text pasted from a word processor is set as it was meant") { check_edits(kPasted); }
TEST_CASE("files saved by other programs are read, or refused with the way out") {
  check_edits(kEncodings);
}

}  // namespace handbill::test
