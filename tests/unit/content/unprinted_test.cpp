// SPDX-License-Identifier: MIT
// Blanks, drafts and texts count where they are printed.
#include "content/unprinted.h"

#include <catch2/catch.hpp>

#include "content_from.h"

namespace handbill::content::test {
namespace {

using List = std::vector<std::string>;

List messages(const diag::Diagnostics& diags) {
  List list;
  for (const diag::Diagnostic& each : diags.list()) list.push_back(each.message);
  return list;
}

/// What is told once the facts at `paths` are printed.
List unprinted(const Checked& run, const List& paths) {
  Printed printed;
  diag::Diagnostics ignored, diags;
  for (const std::string& path : paths) run.content->print(path, nullptr, printed, ignored);
  Unprinted unprinted;
  unprinted.add(*run.content, printed);
  unprinted.report(diags);
  return messages(diags);
}

}  // namespace

TEST_CASE("What no document prints is told once a file, a table or a key") {
  const auto run =
      content_from_files({"[visit]\nparking = \"Behind the house\"\nbus = \"Line "
                          "30\"\n[visit.rooms]\none = \"a\"\ntwo = "
                          "\"b\"\n[[visit.tips]]\ntext = \"Come early\"\nfor = \"1 "
                          "day\"\n[[visit.tips]]\ntext = \"Eat\"\n"
                          "for = \"2 days\"\n",
                          "[revision]\nstatus = \"draft\"\n[more]\nnote = \"a\\nb\"\n"});
  CHECK(unprinted(*run, {"visit", "more"}).empty());
  CHECK(unprinted(*run, {"visit"}) == List{"no document prints anything of this file"});
  CHECK(unprinted(*run, {"more", "visit.parking", "visit.rooms.one", "visit.tips.0.text"}) ==
        List{"no document prints `visit.bus`: `Line 30`",
             "no document prints `visit.rooms.two`: `b`",
             "no document prints `visit.tips.for`: `1 day`"});
  CHECK(unprinted(*run, {"more", "visit.parking", "visit.bus"}) ==
        List{"no document prints `visit.rooms`", "no document prints `visit.tips`"});
}

TEST_CASE("What is computed of the week prints the week, but not the special dates") {
  const auto run =
      content_from(kWeek + "[[hours.special]]\ndate = 2026-12-25\nhours = \"closed\"\n");
  CHECK(unprinted(*run, {"hours.summary"}) == List{"no document prints `hours.special`"});
  CHECK(unprinted(*run, {"hours.summary", "hours.special"}).empty());
}

TEST_CASE("Names of special dates and seasons are printed where rows are asked for them") {
  const auto run = content_from(kWeek +
                                "[[hours.special]]\ndate = 2026-12-25\nname = \"Christmas\"\n"
                                "hours = \"closed\"\n");
  const auto told = [&](const char* key) {
    Printed printed;
    diag::Diagnostics ignored, diags;
    const auto rows = run->content->rows("hours.special", {}, ignored);
    REQUIRE(rows);
    run->content->print("hours.special", nullptr, printed, ignored);
    run->content->print("hours.week", nullptr, printed, ignored);
    run->content->print(key, &rows->front(), printed, ignored);
    Unprinted unprinted;
    unprinted.add(*run->content, printed);
    unprinted.report(diags);
    return messages(diags);
  };
  CHECK(told("times") == List{"no document prints `hours.special.name`: `Christmas`"});
  CHECK(told("name").empty());
  CHECK(told("entry").empty());
}

TEST_CASE("A notice that applies is told where no document prints anything of it") {
  const auto run = content_from(
      "[notice.yes]\napplies = true\nsource = \"us\"\ntext = \"a\"\nshort = \"b\"\n"
      "[[notice.yes.lines]]\ntext = \"c\"\n"
      "[notice.no]\napplies = false\nreason = \"none of ours\"\ntext = \"d\"\n"
      "[notice.open]\napplies = { blank = \"whether\" }\nsource = \"us\"\ntext = \"e\"\n"
      "[notice.faulty]\ntext = \"f\"\n");
  const std::string open = "nobody has said yet whether `notice.open` applies";
  const std::string yes = "`notice.yes` applies, and no document prints it";
  CHECK(unprinted(*run, {}) == List{yes, open});
  CHECK(unprinted(*run, {"notice.yes.short"}) == List{open});
  CHECK(unprinted(*run, {"notice.yes.lines"}) == List{open});
  // Whoever prints it was told already.
  CHECK(unprinted(*run, {"notice.open.text"}) == List{yes});
}

TEST_CASE("Nobody expects on paper what the clinic does not have, or what is for the program") {
  const auto run = content_from(
      "[clinic]\nfax = \"none\"\nweb = { blank = \"the web address\" }\n[clinic.address]\nstreet = "
      "\"1 Main St\"\ncity = \"Berlin\"\ncountry = \"DE\"\n");
  CHECK(unprinted(*run, {"clinic.address.street", "clinic.address.city"}) ==
        List{"no document prints `clinic.web`"});
  // Without a map of its own the address stands for it.
  CHECK(unprinted(*run, {"clinic.map_url"}) == List{"no document prints `clinic.web`"});
}

TEST_CASE("Blanks and drafts are told of what is printed, and of nothing else") {
  const auto run = content_from_files(
      {"[revision]\nstatus = \"draft\"\n[clinic]\nname = \"Skin Studio\"\nweb = { blank = \"the "
       "web "
       "address\" }\n",
       "[revision]\nstatus = \"draft\"\n[visit]\nparking = \"Behind the house\"\n"});
  Printed printed;
  diag::Diagnostics diags;
  CHECK_FALSE(run->content->is_draft(printed));
  run->content->print("clinic.name", nullptr, printed, diags);
  CHECK(run->content->is_draft(printed));
  run->content->report_drafts(printed, diags);
  CHECK(messages(diags) == List{"this content is a draft"});
  run->content->print("clinic.web", nullptr, printed, diags);
  CHECK(diags.list().back().message == "`clinic.web` is still blank: the web address");
}

TEST_CASE("A fact written into the words of a blank is no blank") {
  struct Case {
    const char* key;
    const char* words;
    bool is_fact;
  };
  for (const auto& [key, words, is_fact] :
       {Case{"phone", "301 555 0100", true}, Case{"phone", "(301) 555-0100 ext. 12", true},
        Case{"phone", "+44 20 7946 0958", true}, Case{"phone", "the phone number", false},
        Case{"phone", "the 24-hour number", false}, Case{"phone", "555-01", false},
        Case{"web", "https://skin.clinic", true}, Case{"web", "www.skin.clinic", true},
        Case{"web", "skin.clinic", true}, Case{"web", "the web address, with https://", false},
        Case{"email", "office@skin.clinic", true}, Case{"email", "the address with an @", false},
        Case{"name", "Chevy Chase Skin Clinic", true}, Case{"name", "Skin by the Lake", true},
        Case{"name", "Name of the Clinic", false}, Case{"name", "the clinic’s name", false},
        Case{"name", "Clinic", false}}) {
    CAPTURE(key, words);
    const auto run = content_from("[clinic]\n" + std::string(key) + " = { blank = \"" +
                                  std::string(words) + "\" }\n");
    REQUIRE(run->faults().size() == 1);
    CHECK(run->faults().front().starts_with(is_fact ? "bad-value" : "blank-fact"));
  }
  for (const char* part :
       {"street = { blank = \"5454 Wisconsin Ave\" }\ncity = \"Chevy Chase\"",
        "street = \"1 Main St\"\ncity = \"Chevy Chase\"\nzip = { blank = \"20815\" }",
        "street = \"1 Main St\"\ncity = \"X\"\nsuite = { blank = \"Ste 1400\" }"}) {
    CAPTURE(part);
    const auto run = content_from("[clinic.address]\n" + std::string(part) + "\n");
    REQUIRE(run->faults().size() == 1);
    CHECK(run->faults().front().starts_with("bad-value"));
  }
}

}  // namespace handbill::content::test
