// SPDX-License-Identifier: MIT
// What tickets say of an order, and how they say it to programs that read XJDF.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <regex>

#include "support/find_text.h"
#include "support/golden.h"
#include "support/paths.h"
#include "system/project.h"

using handbill::test::contains;
using handbill::test::ProjectCopy;
using handbill::test::run_program;
using Json = nlohmann::json;

namespace {

constexpr const char* kToday = "2026-11-30";  // a Monday

constexpr const char* kWholeOrder = R"(client   = "Harbor Skin Clinic"
contact  = "front desk"
phone    = "(301) 555-0142"
email    = "office@harborskin.org"
number   = "2026/117"
quantity = 1500

[delivery]
date    = 2026-12-04
to      = "front desk"
address = "5454 Wisconsin Ave, Ste 1400, Chevy Chase, MD 20815"

[proof]
kind    = "print"
answers = "office manager"
)";

/// The order of one placard.
handbill::test::ProgramResult order(const ProjectCopy& project,
                                    std::vector<std::string> options = {}) {
  std::vector<std::string> command = {"ticket", "hours-placard", "--today", kToday};
  command.insert(command.end(), options.begin(), options.end());
  return project.handbill(command);
}

Json ticket_in(const ProjectCopy& project) {
  return Json::parse(project.read("out/hours-placard-ticket.json"));
}

/// The hash of the PDF changes with every change of the program.
std::string without_hash(const std::string& xjdf) {
  return std::regex_replace(xjdf, std::regex("IDValue=\"[0-9a-f]{64}\""), "IDValue=\"0\"");
}

}  // namespace

TEST_CASE("tickets of the three documents, as XJDF has them") {
  const ProjectCopy project;
  project.write("order.toml", kWholeOrder);
  const auto result = project.handbill({"ticket", "--shop", "us-x1a", "--today", kToday});
  INFO(result.errors);
  REQUIRE(result.exit_code == 0);
  CHECK(!contains(result.output, "to be agreed"));
  const auto golden =
      std::filesystem::path(handbill::test::source_folder()) / "tests/golden/tickets";
  for (const char* name : {"treatment-brochure", "aftercare-sheet", "hours-placard"}) {
    const std::string file = std::string(name) + "-ticket.xjdf";
    const auto difference =
        handbill::test::golden_difference(golden / file, without_hash(project.read("out/" + file)));
    if (difference) FAIL_CHECK(name << ": " << *difference);
    CHECK(run_program({"xmllint", "--noout", (project / ("out/" + file)).string()}).exit_code == 0);
  }
}

TEST_CASE("an order is told to people and programs alike") {
  const ProjectCopy project;
  project.write("order.toml", kWholeOrder);
  REQUIRE(project.handbill({"ticket", "treatment-brochure", "--today", kToday}).exit_code == 0);
  const Json ticket = Json::parse(project.read("out/treatment-brochure-ticket.json"));
  CHECK(ticket["quantity"] == 1500);
  CHECK(ticket["flip"] == "short-edge");
  CHECK(ticket["fold_catalog"] == "F6-4");
  CHECK(ticket["order"] == Json::parse(R"({
    "client": "Harbor Skin Clinic", "contact": "front desk", "phone": "(301) 555-0142",
    "email": "office@harborskin.org", "number": "2026/117",
    "delivery": {"date": "2026-12-04", "weekday": "Friday", "to": "front desk",
                 "address": "5454 Wisconsin Ave, Ste 1400, Chevy Chase, MD 20815"},
    "proof": {"kind": "print", "answers": "office manager"}})"));
  const std::string page =
      run_program(
          {"pdftotext", "-layout", (project / "out/treatment-brochure-ticket.pdf").string(), "-"})
          .output;
  INFO(page);
  for (const char* words :
       {"Harbor Skin Clinic", "front desk, (301) 555-0142, office@harborskin.org", "2026/117",
        "1500", "Friday, 2026-12-04", "front desk, 5454 Wisconsin Ave",
        "print, office manager answers", "c-fold (CIP4 F6-4)",
        "over the short edge of the sheet"}) {
    CAPTURE(words);
    CHECK(contains(page, words));
  }
}

TEST_CASE("what nobody has said is taken from the content, or is to be agreed") {
  const ProjectCopy project;
  const auto bare = order(project);
  REQUIRE(bare.exit_code == 0);
  CHECK(contains(
      bare.output,
      "  to be agreed with the shop: quantity, client, contact, date of delivery, proof ("));
  const Json open = ticket_in(project);
  CHECK(open["quantity"] == nullptr);
  CHECK(open["flip"] == nullptr);
  CHECK(open["order"]["client"] == nullptr);
  CHECK(open["order"]["delivery"]["address"] ==
        "5454 Wisconsin Ave, Ste 1400, Chevy Chase, MD 20815");
  CHECK(!contains(project.read("out/hours-placard-ticket.xjdf"), "Company"));

  project.edit("content/en/clinic.toml", "{ blank = \"the clinic’s name\", width = \"2.5 in\" }",
               "\"Harbor Skin Clinic\"");
  project.edit("content/en/clinic.toml",
               "{ blank = \"the clinic’s phone number\", width = \"1.75 in\" }",
               "\"301 555 0142\"");
  const auto said =
      order(project, {"--quantity", "20", "--deliver", "2026-12-04", "--proof", "none", "--contact",
                      "front desk", "--deliver-to", "reception"});
  INFO(said.errors);
  REQUIRE(said.exit_code == 0);
  CHECK(!contains(said.output, "to be agreed"));
  const Json ticket = ticket_in(project);
  CHECK(ticket["quantity"] == 20);
  CHECK(ticket["order"]["client"] == "Harbor Skin Clinic");
  CHECK(ticket["order"]["phone"] == "(301) 555-0142");
  CHECK(ticket["order"]["delivery"]["to"] == "reception");
  // The PDF is the same, whoever orders it.
  const std::string pdf = project.read("out/hours-placard.pdf");
  project.write("order.toml", kWholeOrder);
  REQUIRE(order(project, {"--quantity", "30", "--client", "Another"}).exit_code == 0);
  CHECK(project.read("out/hours-placard.pdf") == pdf);
  CHECK(ticket_in(project)["quantity"] == 30);
  CHECK(ticket_in(project)["order"]["client"] == "Another");
  CHECK(ticket_in(project)["order"]["number"] == "2026/117");
}

TEST_CASE("a day of delivery is one to come") {
  const ProjectCopy project;
  const struct {
    const char *day, *told;  ///< empty: it holds
  } kDays[] = {
      {"2026-11-30", ""},
      {"2026-11-29", "delivery is asked for Sunday, 2026-11-29, and today is Monday, 2026-11-30"},
      {"2028-11-29", ""},
      {"2028-11-30", "that is more than two years off"},
      {"2026-02-29", "`--deliver 2026-02-29` is no day of the calendar"},
      {"tomorrow", "`--deliver tomorrow` is no day of the calendar"},
  };
  for (const auto& [day, told] : kDays) {
    CAPTURE(day);
    const auto result = order(project, {"--deliver", day});
    INFO(result.errors);
    CHECK(result.exit_code == (*told == '\0' ? 0 : 1));
    CHECK(contains(result.errors, told));
  }
  project.write("order.toml", "[delivery]\ndate = 2026-11-27\n");
  const auto past = order(project);
  INFO(past.errors);
  CHECK(past.exit_code == 1);
  CHECK(contains(past.errors, "order.toml:2:8: error: delivery is asked for Friday, 2026-11-27"));
  project.write("order.toml", "[delivery]\ndate = \"2026-13-01\"\n");
  CHECK(contains(order(project).errors, "`2026-13-01` is no day of the calendar"));
}

TEST_CASE("what an order says is held against what can be so") {
  const ProjectCopy project;
  const std::string full(200, 'a');
  const struct {
    std::string text;
    const char* told;  ///< empty: it holds
  } kOrders[] = {
      {"client = \"" + full + "\"", ""},
      {"client = \"" + full + "b\"", "`client` has 201 letters; a ticket has room for 200"},
      {"clint = \"a\"", "did you mean `client`?"},
      {"quantity = 0", "quantity"},
      {"quantity = 1000000000", ""},
      {"quantity = 1000000001", "quantity"},
      {"email = \"office\"", "`office` is no address to write to"},
      {"email = \"@a\"", "`@a` is no address to write to"},
      {"email = \"a@b\"", ""},
      {"[proof]\nkind = \"fax\"", "fax"},
      {"flip = \"long-edge\"", "`flip` is `long-edge`, and the document is printed on one side"},
      {"client = [", "order.toml:1:"},
  };
  for (const auto& [text, told] : kOrders) {
    CAPTURE(text);
    project.write("order.toml", text + "\n");
    const auto result = order(project);
    INFO(result.errors);
    CHECK(result.exit_code == (*told == '\0' ? 0 : 1));
    CHECK(contains(result.errors, told));
  }
  project.write("order.toml", "flip = \"short-edge\"\n");
  CHECK(project.handbill({"ticket", "treatment-brochure"}).exit_code == 0);
  project.write("order.toml", "flip = \"long-edge\"\n");
  CHECK(contains(project.handbill({"ticket", "treatment-brochure"}).errors,
                 "`flip` is `long-edge`, and the sheets are turned over their short-edge"));
  project.write("order.toml", "");
  CHECK(contains(order(project, {"--proof", "fax"}).errors, "there is no proof `fax`"));
}

TEST_CASE("names in any script stand in the XML as they are, and nothing breaks it") {
  const ProjectCopy project;
  project.write("order.toml", "client = \"عيادة الميناء 港口诊所 \\\"A\\\" & <B> ]]>\"\n");
  const auto result = order(project);
  INFO(result.errors);
  REQUIRE(result.exit_code == 0);
  const std::string file = (project / "out/hours-placard-ticket.xjdf").string();
  const auto read = run_program(
      {"xmllint", "--xpath", "string(//*[local-name()='Company']/@OrganizationName)", file});
  CHECK(contains(read.output, "عيادة الميناء 港口诊所 \"A\" & <B> ]]>"));
  for (const char* sign : {"\x01", "\x1b[31m", "\u202E"}) {
    const auto odd = order(project, {"--client", std::string("A") + sign});
    CHECK(odd.exit_code == 1);
    CHECK(!contains(odd.errors, "\x1b[31m"));
  }
}

TEST_CASE("sheets of several pages are told with the edge they turn over") {
  const ProjectCopy project;
  const auto flip_of = [&](const std::string& imposition) {
    const auto result = project.handbill(
        {"ticket", "treatment-brochure", "--impose", imposition, "--today", kToday});
    INFO(result.errors);
    REQUIRE(result.exit_code == 0);
    const std::string name = "out/treatment-brochure-" + imposition + "-ticket";
    CHECK(contains(project.read(name + ".xjdf"), "Imposed: " + imposition));
    return Json::parse(project.read(name + ".json"))["flip"];
  };
  // A sheet that lies, turned left to right, and others, turned top to bottom.
  CHECK(flip_of("work-and-turn-13x19") == "short-edge");
  const std::string tumbled = "scheme = \"work-and-tumble\"\nsheet = ";
  project.write("layouts/impositions/tumble.toml", tumbled + "[\"13 in\", \"19 in\"]\n");
  CHECK(flip_of("tumble") == "short-edge");
  project.write("layouts/impositions/tumble.toml", tumbled + "[\"20 in\", \"19 in\"]\n");
  CHECK(flip_of("tumble") == "long-edge");
}

TEST_CASE("a ticket of a booklet says how it is bound") {
  const ProjectCopy project;
  std::string layout =
      "extends = \"house\"\ntitle = \"Booklet\"\n[sheet]\ntrim = [\"4 in\", \"3 in\"]\n"
      "caliper = \"0.2 mm\"\nbleed = \"0.125 in\"\nmargin = \"0.5 in\"\n";
  for (int page = 1; page <= 8; ++page) {
    layout += "[[side]]\n  [[side.frame]]\n  text = \"P" + std::to_string(page) + "\"\n";
  }
  project.write("layouts/booklet.toml", layout);
  for (const auto& [imposition, binding] :
       {std::pair{"saddle-stitch-13x19", R"(BindingOrder="Collecting" BindingType="SaddleStitch")"},
        std::pair{"perfect-binding-13x19",
                  R"(BindingOrder="Gathering" BindingType="SoftCover")"}}) {
    CAPTURE(imposition);
    const auto result =
        project.handbill({"ticket", "booklet", "--impose", imposition, "--today", kToday});
    INFO(result.errors);
    REQUIRE(result.exit_code == 0);
    const std::string xjdf =
        project.read(std::string("out/booklet-") + imposition + "-ticket.xjdf");
    CHECK(contains(xjdf, binding));
    CHECK(contains(xjdf, R"(FinishedDimensions="288 216 0" Pages="8" Sides="TwoSidedHeadToHead")"));
    CHECK(!contains(xjdf, "FoldingIntent"));
  }
}
