// SPDX-License-Identifier: MIT
// handbill ticket and handbill verify.
#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "support/find_text.h"
#include "support/golden.h"
#include "system/project.h"

using handbill::test::contains;
using handbill::test::ProjectCopy;
using handbill::test::run_program;
using Names = std::vector<std::string>;
using Json = nlohmann::json;

namespace {

/// Of coreutils, so that our own hashing is not judged by itself.
std::string sha256_of(const std::filesystem::path& file) {
  return run_program({"sha256sum", file.string()}).output.substr(0, 64);
}

Json state_of(const Json& verified, const std::string& path) {
  for (const Json& each : verified["inputs"]) {
    if (each["path"] == path) return each["state"];
  }
  return nullptr;
}

Json verify(const ProjectCopy& project, const std::string& file) {
  return Json::parse(project.handbill({"verify", file, "--json"}).output);
}

}  // namespace

TEST_CASE("a ticket tells the shop about the job, with the hash of the very file") {
  const ProjectCopy project;
  const auto result = project.handbill(
      {"ticket", "treatment-brochure", "--shop", "us-x1a", "--quantity", "500", "-o", "job"});
  INFO(result.errors);
  REQUIRE(result.exit_code == 0);
  CHECK(project.files("job") == Names{"treatment-brochure-ticket.json",
                                      "treatment-brochure-ticket.pdf",
                                      "treatment-brochure-ticket.xjdf", "treatment-brochure.pdf"});
  const Json ticket = Json::parse(project.read("job/treatment-brochure-ticket.json"));
  CHECK(ticket["document"] == "Microneedling: what it is and what to expect");
  CHECK(ticket["quantity"] == 500);
  CHECK(ticket["trim_mm"] == Json::parse("[279.4, 215.9]"));
  CHECK(ticket["bleed_mm"] == 3.175);
  CHECK(ticket["fold"] == "c-fold");
  CHECK(ticket["stock"]["name"] == "silk text, 148 gsm");
  CHECK(ticket["stock"]["grams_per_square_metre"] == 148);
  CHECK(ticket["draft"] == true);
  CHECK(ticket["shop"]["standard"] == "PDF/X-1a:2003");
  CHECK(ticket["shop"]["condition"]["identifier"] == "CGATS TR 003");
  REQUIRE(ticket["sides"].size() == 2);
  CHECK(ticket["sides"][0]["inks"] == Json::parse(R"(["Cyan", "Magenta", "Yellow", "Black"])"));
  REQUIRE(ticket["sides"][0]["panels"].size() == 3);
  double width = 0;
  for (const Json& panel : ticket["sides"][0]["panels"]) width += panel["width_mm"].get<double>();
  CHECK(width == Approx(279.4));
  CHECK(ticket["pdf"]["path"] == "treatment-brochure.pdf");
  CHECK(ticket["pdf"]["sha256"] == sha256_of(project / "job/treatment-brochure.pdf"));
  bool has_content = false, has_font = false;
  for (const Json& input : ticket["inputs"]) {
    const std::string path = input["path"];
    has_font = has_font || path.starts_with("font:");
    if (path == "content/en/clinic.toml") {
      has_content = true;
      CHECK(input["sha256"] == sha256_of(project / path));
    }
  }
  CHECK(has_content);
  CHECK(has_font);

  // The same file as build writes.
  REQUIRE(project.handbill({"build", "treatment-brochure", "--shop", "us-x1a"}).exit_code == 0);
  CHECK(project.read("out/treatment-brochure.pdf") == project.read("job/treatment-brochure.pdf"));
}

TEST_CASE("the ticket's page says the same to people, on one page") {
  const ProjectCopy project;
  project.edit("content/en/microneedling.toml", "\"Microneedling: what it is and what to expect\"",
               "\"Skin & #1: a_b_c\"");
  const auto result = project.handbill({"ticket", "treatment-brochure", "--shop", "us-x1a"});
  INFO(result.errors);
  REQUIRE(result.exit_code == 0);
  const std::string page = (project / "out/treatment-brochure-ticket.pdf").string();
  const std::string text = run_program({"pdftotext", "-layout", page, "-"}).output;
  INFO(text);
  for (const char* part : {"JOB TICKET", "Skin & #1: a_b_c", "11 × 8.5 in (279.4 × 215.9 mm)",
                           "c-fold", "to be agreed", "PDF/X-1a:2003", "CGATS TR 003", "DRAFT",
                           "treatment-brochure.pdf", "crop, registration, fold, slug"}) {
    CHECK(contains(text, part));
  }
  CHECK(contains(text, sha256_of(project / "out/treatment-brochure.pdf")));
  CHECK(contains(run_program({"pdfinfo", page}).output, "Pages:           1\n"));
}

TEST_CASE("tickets are for jobs that can be printed") {
  const ProjectCopy project;
  CHECK(project.handbill({"ticket", "--final", "--shop", "us-x1a"}).exit_code == 1);
  CHECK(project.handbill({"ticket", "--quantity", "0"}).exit_code == 2);
  CHECK(project.handbill({"ticket", "--quantity", "many"}).exit_code == 2);
  CHECK(project.handbill({"ticket", "no-such-layout"}).exit_code == 1);
  CHECK(project.files("out").empty());
}

TEST_CASE("verify lists what a PDF was made of, and what has changed since") {
  const ProjectCopy project;
  project.write("layouts/art/own.svg", project.read("layouts/art/face.svg"));
  project.edit("layouts/treatment-brochure.toml", "art/face.svg", "art/own.svg");
  REQUIRE(project.handbill({"build", "--shop", "us-sheetfed-coated"}).exit_code == 0);
  const auto fresh = project.handbill({"verify", "out/treatment-brochure.pdf"});
  INFO(fresh.output << fresh.errors);
  CHECK(fresh.exit_code == 0);
  CHECK(contains(fresh.output, "out/treatment-brochure.pdf was made by Handbill "));
  CHECK(
      contains(fresh.output, "with `handbill build treatment-brochure --shop us-sheetfed-coated`"));
  CHECK(contains(fresh.output, "nothing it was made of has changed"));
  const Json before = verify(project, "out/treatment-brochure.pdf");
  CHECK(before["made_by"] == before["this_is"]);
  for (const char* path :
       {"content/en/clinic.toml", "content/en/hours.toml", "fonts/fonts.toml",
        "layouts/art/own.svg", "layouts/house.toml", "layouts/shops/us-sheetfed-coated.toml",
        "layouts/treatment-brochure.toml", "font-tables:Lato-Regular.ttf"}) {
    CAPTURE(path);
    CHECK(state_of(before, path) == "same");
  }
  CHECK(state_of(before, "content/en/aftercare.toml") == nullptr);

  project.edit("content/en/hours.toml", "thursday  = \"8:00 am", "thursday  = \"9:30 am");
  std::filesystem::remove(project / "layouts/art/own.svg");
  const auto stale = project.handbill({"verify", "out/treatment-brochure.pdf"});
  CHECK(stale.exit_code == 1);
  CHECK(contains(stale.output, "  changed  project  content/en/hours.toml\n"));
  CHECK(contains(stale.output, "  missing  project  layouts/art/own.svg\n"));
  const Json after = verify(project, "out/treatment-brochure.pdf");
  CHECK(state_of(after, "content/en/hours.toml") == "changed");
  CHECK(state_of(after, "content/en/clinic.toml") == "same");
}

TEST_CASE("the inputs of a document do not depend on what was built beside it") {
  const ProjectCopy project;
  REQUIRE(project.handbill({"build", "-o", "all", "--language", "all"}).exit_code == 0);
  for (const auto& [layout, language] :
       {std::pair{"treatment-brochure", "zh"}, std::pair{"hours-placard", "es"}}) {
    REQUIRE(project.handbill({"build", layout, "-o", "one", "--language", language}).exit_code ==
            0);
    const std::string name = std::string(layout) + "." + language + ".pdf";
    CHECK(project.read("all/" + name) == project.read("one/" + name));
  }
}

TEST_CASE("verify tells clearly when a file is none of ours") {
  const ProjectCopy project;
  project.write("other.pdf", "%PDF-1.4\n%%EOF\n");
  const auto other = project.handbill({"verify", "other.pdf"});
  CHECK(other.exit_code == 1);
  CHECK(contains(other.errors, "other.pdf does not say what it was made of"));
  const auto none = project.handbill({"verify", "nowhere.pdf"});
  CHECK(none.exit_code == 2);
  CHECK(contains(none.errors, "there is no file `nowhere.pdf`"));
}

TEST_CASE("a ticket is for a print shop, and refuses editions that go to none") {
  const ProjectCopy project;
  for (const std::string edition : {"html", "screen", "office", "braille"}) {
    CAPTURE(edition);
    const auto result = project.handbill({"ticket", "hours-placard", "--edition", edition});
    CHECK(result.exit_code != 0);
    CHECK(contains(result.errors,
                   "a ticket is for a print shop, and the " + edition + " edition is for none"));
    CHECK(project.files("out").empty());
  }
  const auto large = project.handbill({"ticket", "aftercare-sheet", "--edition", "large-print"});
  INFO(large.errors);
  CHECK(large.exit_code == 0);
}
