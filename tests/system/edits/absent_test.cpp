// SPDX-License-Identifier: MIT
// Staff edits that say the clinic does not have a fact, in clinic.toml.
#include <catch2/catch.hpp>

#include "system/edits/staff_edits.h"

namespace handbill::test {
namespace {

/// A sign of three frames, each below the one before; and a code with its label.
constexpr const char* kReachUs = R"(extends = "house"
title   = "How to reach us"
content = ["clinic", "labels"]
[sheet]
trim   = "a6 landscape"
margin = "10 mm"
[[side]]
  [[side.frame]]
  name = "call"
  text = "# Call\n\n{clinic.phone}"
  styles = { h1 = "subheading" }
  box  = { top = "margin", width = "55%" }
  [[side.frame]]
  name = "online"
  text = "**Book** {clinic.booking | short}\\\n**Read** {clinic.web | short}"
  box  = { top = "call.bottom + 14 pt", width = "55%" }
  [[side.frame]]
  name = "where"
  text = "{clinic.address | lines}"
  box  = { top = "online.bottom + 14 pt", width = "55%" }
  [[side.frame]]
  name = "code"
  qr   = "{clinic.booking}"
  box  = { top = "margin", right = "margin", width = "30 mm", height = "30 mm" }
  [[side.frame]]
  with = "code"
  text = "Scan to book"
  box  = { top = "code.bottom + 6 pt", left = "code.left", right = "margin" }
)";

void add_reach_us(const ProjectCopy& project) { project.write("layouts/reach-us.toml", kReachUs); }

const StaffEdit kAbsent[] = {
    {.name = "no booking on the web: the brochure's line goes with its label",
     .changes = {filled("booking", "none"), filled("phone", "301 654 2000")},
     .command = "build treatment-brochure",
     .reads = {"Call (301) 654-2000"},
     .never_reads = {"Book", "none"}},
    {.name = "no telephone: the brochure has no line to call",
     .changes = {filled("phone", "none"), filled("booking", "https://chevychaseskin.com/book")},
     .command = "build treatment-brochure",
     .reads = {"Book chevychaseskin.com/book"},
     .never_reads = {"Call", "none"}},
    {.name = "no telephone: the aftercare sheet has none either",
     .changes = {filled("phone", "none")},
     .command = "build aftercare-sheet",
     .reads = {"5454 Wisconsin Ave"},
     .never_reads = {"none", "(301)"}},
    {.name = "neither telephone nor booking: the brochure still tells where the clinic is",
     .changes = {filled("phone", "None"), filled("booking", "NONE")},
     .command = "build treatment-brochure",
     .reads = {"5454 Wisconsin Ave, Ste 1400"},
     .never_reads = {"Call", "Book", "none", "None"}},
    {.name = "no page with special dates: the placard asks nobody to scan a code",
     .changes = {filled("hours_page", "none")},
     .command = "build hours-placard",
     .reads = {"Mon – Fri", "5454 Wisconsin Ave"},
     .never_reads = {"scan", "Special dates"}},
    {.name = "the same in Spanish",
     .changes = {filled("hours_page", "none")},
     .command = "build hours-placard --language es",
     .reads = {"Lun – vie", "5454 Wisconsin Ave"},
     .never_reads = {"escanee", "código"}},
    {.name = "no suite",
     .changes = {{kClinic, "\"Ste 1400\"", "\"none\""}},
     .command = "build treatment-brochure",
     .reads = {"5454 Wisconsin Ave Chevy Chase, MD 20815"},
     .never_reads = {"none"}},
    {.name = "a web address on the brochure",
     .changes = {filled("web", "https://chevychaseskin.com")},
     .command = "build treatment-brochure",
     .reads = {"Web chevychaseskin.com"}},
    {.name = "no web address yet, and no line to write it on",
     .command = "build treatment-brochure",
     .never_reads = {"Web"}},
    {.name = "every fact on a sign of one's own",
     .changes = {filled("phone", "301 654 2000"), filled("web", "https://chevychaseskin.com"),
                 filled("booking", "https://chevychaseskin.com/book")},
     .command = "build reach-us",
     .reads = {"Call (301) 654-2000 Book chevychaseskin.com/book Read chevychaseskin.com 5454",
               "Scan to book"},
     .by_hand = add_reach_us},
    {.name = "one line of such a sign",
     .changes = {filled("phone", "301 654 2000"), filled("web", "https://chevychaseskin.com"),
                 filled("booking", "none")},
     .command = "build reach-us",
     .reads = {"Call (301) 654-2000 Read chevychaseskin.com 5454 Wisconsin Ave"},
     .never_reads = {"Book", "Scan to book"},
     .by_hand = add_reach_us},
    {.name = "a whole frame of such a sign",
     .changes = {filled("phone", "301 654 2000"), filled("web", "none"), filled("booking", "none")},
     .command = "build reach-us",
     .reads = {"Call (301) 654-2000 5454 Wisconsin Ave"},
     .never_reads = {"Book", "Read", "Scan to book"},
     .by_hand = add_reach_us},
    {.name = "the first frame of such a sign, with its heading",
     .changes = {filled("phone", "none"), filled("web", "https://chevychaseskin.com"),
                 filled("booking", "none")},
     .command = "build reach-us",
     .reads = {"Read chevychaseskin.com 5454 Wisconsin Ave"},
     .never_reads = {"Call", "Book"},
     .by_hand = add_reach_us},
    {.name = "a sentence that tells a fact the clinic has and one it has not",
     .changes = {filled("phone", "301 654 2000"),
                 filled("booking", "none"),
                 {"content/en/microneedling.toml", "ask = \"\"\"\n",
                  "ask = \"\"\"\nCall {clinic.phone} or book at {clinic.booking}.\n\n"}},
     .command = "build treatment-brochure",
     .says = {{"error", "fact-missing", "content/en/microneedling.toml: Call",
               "the clinic has no `clinic.booking`, and this line tells other facts too"}}},
    {.name = "a dash for a fact the clinic does not have",
     .changes = {filled("booking", "-")},
     .command = "build treatment-brochure",
     .says = {{"error", "bad-value", kClinic + ": booking",
               "if the clinic has none, write `booking = \"none\"`"}}},
    {.name = "n/a for a telephone",
     .changes = {filled("phone", "N/A")},
     .command = "build treatment-brochure",
     .says = {{"error", "bad-value", kClinic + ": phone", "write `phone = \"none\"`"}}},
    {.name = "an empty web address",
     .changes = {filled("booking", "")},
     .command = "build treatment-brochure",
     .says = {{"error", "bad-value", kClinic + ": booking", "`clinic.booking` is empty"}}},
    {.name = "a clinic without a name",
     .changes = {filled("name", "none")},
     .command = "build treatment-brochure",
     .says = {{"error", "bad-value", kClinic + ": name", "`clinic.name` can't be `none`"}}},
    {.name = "a line for booking is deleted instead",
     .changes = {{kClinic,
                  "booking    = { blank = \"the web address for booking\", width = \"2.25 in\" }\n",
                  ""}},
     .command = "build treatment-brochure",
     .says = {{"error", "fact-missing", kClinic + ": [clinic]",
               "or `booking = \"none\"` if the clinic has none"}}},
};

/// The week and the break in a text and in codes.
constexpr const char* kLunchSign = R"(extends = "house"
title   = "Lunch"
content = ["hours"]

[sheet]
trim   = "a5"
margin = "15 mm"

[[side]]

  [[side.frame]]
  name  = "week"
  text  = "{hours.summary}\\\n{hours.lunch}"
  style = "text"
  box   = { top = "margin" }

  [[side.frame]]
  name = "code"
  qr   = "{hours.lunch}"
  alt  = "code"
  box  = { top = "week.bottom + 12 pt", width = "30 mm", height = "30 mm" }

  [[side.frame]]
  with  = "code"
  text  = "Scan for the break"
  style = "text"
  box   = { top = "code.bottom + 6 pt" }

  [[side.frame]]
  qr  = "{hours.summary}\n{hours.lunch}"
  alt = "code"
  box = { bottom = "margin", width = "40 mm", height = "40 mm" }
)";

}  // namespace

TEST_CASE("a clinic without a break of all days has signs that say nothing of one") {
  struct Language {
    const char* tag;
    const char* lunch;   ///< what is read of the break
    const char* friday;  ///< of a break by day
  };
  const Language languages[] = {{"en", "12:00 to 1:00 pm", "8 am to 12:30 pm and 1 to 5 pm"},
                                {"es", "12:00 a 1:00 p. m.", "12:30 p. m."},
                                {"zh", "中午 12:00 至下午 1:00", "12:30"},
                                {"ar", "1:00", "12:30"}};
  const std::string all = "lunch = \"12:00 pm – 1:00 pm\"\n";
  const Change none = {kHours, "\n" + all, "\nlunch = \"none\"\n"};
  const Change by_day = {
      kHours, "\n" + all,
      "\nlunch = { monday-thursday = \"12:00 pm – 1:00 pm\", friday = \"12:30 pm "
      "– 1:00 pm\" }\n"};
  const auto by_hand = [](const ProjectCopy& project) {
    project.write("layouts/sign.toml", kLunchSign);
  };
  std::vector<StaffEdit> edits;
  for (const Language& each : languages) {
    const std::string build = "build sign --language " + std::string(each.tag);
    const std::string code = "Scan for the break";
    edits.push_back({.name = std::string(each.tag) + ": a break",
                     .command = build,
                     .reads = {each.lunch, code},
                     .by_hand = by_hand});
    edits.push_back({.name = std::string(each.tag) + ": none",
                     .changes = {none},
                     .command = build,
                     .reads = {"5:00"},
                     .never_reads = {each.lunch, code},
                     .by_hand = by_hand});
    edits.push_back({.name = std::string(each.tag) + ": by day",
                     .changes = {by_day},
                     .command = build,
                     .reads = {each.friday},
                     .never_reads = {code},
                     .by_hand = by_hand});
  }
  edits[1].reads = {"Monday to Friday, 8 am to 5 pm"};
  check_edits(edits);
}

TEST_CASE("staff edits that take a fact away leave nothing that speaks of it") {
  check_edits(kAbsent);
}

}  // namespace handbill::test
