// SPDX-License-Identifier: MIT
// Staff edits that leave something unfinished: blanks, drafts, placeholders, texts nobody prints.
#include <catch2/catch.hpp>

#include "system/edits/staff_edits.h"

namespace handbill::test {
namespace {

/// The words of a blank replaced, braces and all left as they are: as a reader in a hurry does it.
Change into_blank(const std::string& words, const std::string& fact) {
  return {kClinic, "\"" + words + "\"", "\"" + fact + "\""};
}

const StaffEdit kBlanks[] = {
    {.name = "the phone number is written into the words of its blank",
     .changes = {into_blank("the clinic’s phone number", "301 555 2000")},
     .command = "build treatment-brochure",
     .says = {{"error", "bad-value", kClinic + ": phone",
               "did you mean `phone = \"301 555 2000\"`, without the braces?"}}},
    {.name = "so is the number with a word before it",
     .changes = {into_blank("the clinic’s phone number", "call 301 555 2000")},
     .command = "build treatment-brochure",
     .says = {{"error", "bad-value", kClinic + ": phone", "prints a line to write on"}}},
    {.name = "so is the web address",
     .changes = {into_blank("the web address for booking", "https://chevychaseskin.com/book")},
     .command = "build treatment-brochure",
     .says = {{"error", "bad-value", kClinic + ": booking", "prints a line to write on"}}},
    {.name = "so is the web address without its scheme",
     .changes = {into_blank("the web address for booking", "chevychaseskin.com")},
     .command = "build treatment-brochure",
     .says = {{"error", "bad-value", kClinic + ": booking",
               "did you mean `booking = \"https://chevychaseskin.com\"`, without the braces?"}}},
    {.name = "so is the name of the clinic",
     .changes = {into_blank("the clinic’s name", "Chevy Chase Skin Clinic")},
     .command = "build treatment-brochure",
     .says = {{"error", "bad-value", kClinic + ": name", "did you mean `name = "}}},
    {.name = "the words of a blank in another language are no fact",
     .changes = {into_blank("the clinic’s phone number", "el número de teléfono")},
     .command = "check treatment-brochure",
     .says = {{"warning", "blank-fact", kClinic + ": name", "is still blank"},
              {"warning", "blank-fact", kClinic + ": phone", "is still blank: el número"},
              {"warning", "blank-fact", kClinic + ": web", "is still blank"},
              {"warning", "blank-fact", kClinic + ": booking", "is still blank"}}},
    {.name = "the placard asks for the blanks it prints or waits for alone",
     .changes = {filled("booking", "https://chevychaseskin.com/book")},
     .command = "check hours-placard",
     .says = {{"warning", "blank-fact", kClinic + ": name", "is still blank"},
              {"warning", "blank-fact", kClinic + ": phone", "is still blank"},
              {"warning", "blank-fact", kClinic + ": hours_page", "is still blank"}}},
    {.name = "blanks of the brochure do not keep the placard from print",
     .changes = {filled("name", "Wisconsin Avenue Skin Clinic"), filled("phone", "301 654 2000"),
                 filled("hours_page", "none")},
     .command = "check hours-placard --final",
     .says = {{"error", "draft-content", kClinic + ": status", "a draft"},
              {"error", "draft-content", "content/en/hours.toml: status", "a draft"},
              {"error", "draft-content", "content/en/labels.toml: status", "a draft"}}},
    {.name = "a digit in the words of a blank",
     .changes = {into_blank("the clinic’s phone number", "the 24-hour number")},
     .command = "build treatment-brochure",
     .reads = {"Call"}},
};

constexpr const char* kSign = R"(extends = "house"
title   = "Sign"
content = ["clinic", "aftercare"]
[sheet]
trim = "a6"
[[side]]
[[side.frame]]
text = "{clinic.address}"
)";

void add_sign(const ProjectCopy& project) { project.write("layouts/sign.toml", kSign); }

void add_sign_with_aftercare(const ProjectCopy& project) {
  project.write("layouts/sign.toml", std::string(kSign) +
                                         "[[side.frame]]\ntext = "
                                         "\"{aftercare.title}\"\nbox = { bottom = \"margin\" }\n");
}

const Change kApproveClinic = {kClinic, "status = \"draft\" #",
                               "status = \"approved\"\napproved_by = \"office manager\" #"};

const Change kNoStatus = {kAftercare, "status = \"draft\"\n", ""};

const StaffEdit kDrafts[] = {
    {.name = "a draft none of whose texts are printed keeps nothing from print",
     .changes = {kApproveClinic},
     .command = "build sign --final",
     .reads = {"5454 Wisconsin Ave"},
     .never_reads = {"DRAFT"},
     .by_hand = add_sign},
    {.name = "one word of it is enough",
     .changes = {kApproveClinic},
     .command = "build sign --final",
     .says = {{"error", "draft-content", kAftercare + ": status", "a draft"}},
     .by_hand = add_sign_with_aftercare},
    {.name = "while one works it prints with the mark of a draft",
     .changes = {kApproveClinic},
     .command = "build sign",
     .reads = {"DRAFT"},
     .by_hand = add_sign_with_aftercare},
    {.name = "a file without a status is approved by nobody",
     .changes = {kApproveClinic, kNoStatus},
     .command = "build sign --final",
     .says = {{"error", "draft-content", kAftercare + ": [revision]", "has no `status`"}},
     .by_hand = add_sign_with_aftercare},
    {.name = "neither does it pass the last check",
     .changes = {kApproveClinic, kNoStatus},
     .command = "check sign --final",
     .says = {{"error", "draft-content", kAftercare + ": [revision]", "has no `status`"}},
     .by_hand = add_sign_with_aftercare},
    {.name = "while one works it is told, and prints with the mark",
     .changes = {kApproveClinic, kNoStatus},
     .command = "build sign",
     .reads = {"DRAFT"},
     .by_hand = add_sign_with_aftercare},
    {.name = "a check tells it",
     .changes = {kApproveClinic, kNoStatus},
     .command = "check sign",
     .says = {{"warning", "draft-content", kAftercare + ": [revision]", "has no `status`"}},
     .by_hand = add_sign_with_aftercare},
    {.name = "a status misspelt is told once",
     .changes = {kApproveClinic, {kAftercare, "status = \"draft\"", "stauts = \"approved\""}},
     .command = "check sign --final",
     .says = {{"error", "unknown-key", kAftercare + ": stauts", "did you mean `status`?"}},
     .by_hand = add_sign_with_aftercare},
    {.name = "a text under a new key, which no document prints",
     .changes = {{kAftercare, "[aftercare]\n", "[aftercare]\nreminder = \"Drink water.\"\n"}},
     .command = "check",
     .says = {{"note", "not-printed", kAftercare + ": reminder",
               "no document prints `aftercare.reminder`: `Drink water.`"}}},
    {.name = "a fact no document prints",
     .changes = {{kClinic, "[clinic.address]", "fax = \"301 654 2001\"\n\n[clinic.address]"}},
     .command = "check",
     .says = {{"note", "not-printed", kClinic + ": fax", "no document prints `clinic.fax`"}}},
    {.name = "a file that no layout names",
     .command = "check",
     .says = {{"note", "not-printed", "", "no layout names `content/en/parking.toml`"}},
     .by_hand =
         [](const ProjectCopy& project) {
           project.write("content/en/parking.toml", "[parking]\nwhere = \"Behind the house\"\n");
         }},
    {.name = "special dates that the brochure alone would not show",
     .changes = {{"content/en/hours.toml", "",
                  "[[hours.special]]\ndate = 2026-12-25\nhours = \"closed\"\n"}},
     .command = "build hours-placard",
     .reads = {"Dec 25, 2026"},
     .by_hand =
         [](const ProjectCopy& project) {
           // [sign] stands below [hours]; TOML takes the dates there as well.
           REQUIRE(project.read("content/en/hours.toml").find("[sign]") != std::string::npos);
         }},
};

Change aftercare(const std::string& text) {
  return {kAftercare, "[aftercare]\n", "[aftercare]\nreminder = \"" + text + "\"\n"};
}

StaffEdit placeholder(const std::string& text, const std::string& found) {
  return {.name = text,
          .changes = {aftercare(text)},
          .command = "build aftercare-sheet",
          .says = {{"error", "placeholder-text", kAftercare + ": reminder", "`" + found + "`"}}};
}

StaffEdit no_placeholder(const std::string& text) {
  return {.name = text,
          .changes = {{kAftercare, "intro = \"", "intro = \"" + text + " "}},
          .command = "build aftercare-sheet",
          .reads = {text}};
}

StaffEdit clinic_named(const std::string& name) {
  return {.name = "the clinic is called " + name,
          .changes = {filled("name", name)},
          .command = "build treatment-brochure",
          .says = {{"error", "placeholder-text", kClinic + ": name", "was meant to be replaced"}}};
}

const StaffEdit kPlaceholders[] = {
    clinic_named("Your clinic"),
    clinic_named("Clinic Name"),
    clinic_named("Name of the clinic"),
    clinic_named("My Clinic"),
    placeholder("Click or tap here to enter text.", "Click or tap here to enter text"),
    placeholder("See Error! Bookmark not defined.", "Error! Bookmark"),
    placeholder("Error! Reference source not found.", "Error! Reference source not found"),
    placeholder("Next visit: ______", "______"),
    placeholder("Lorem ipsum about water.", "Lorem ipsum"),
    placeholder("Drink water: TBD", "TBD"),
    placeholder("Drink xxx water.", "xxx"),
    placeholder("Hours: to be announced", "to be announced"),
    placeholder("Su clínica", "Su clínica"),
    no_placeholder("Your clinic visit is over."),
    no_placeholder("This is to be confirmed by us."),
    no_placeholder("Name it, we click."),
};

}  // namespace

TEST_CASE("staff edits of blanks: what was filled in is printed, or told") { check_edits(kBlanks); }

TEST_CASE("staff edits of drafts: a file counts where it is printed") { check_edits(kDrafts); }

TEST_CASE("staff edits that leave words of a template are told, and no others") {
  check_edits(kPlaceholders);
}

}  // namespace handbill::test
