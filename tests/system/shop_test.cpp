// SPDX-License-Identifier: MIT
// Documents for print shops: --shop, `shop = "…"`, and handbill shops.
#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "support/find_text.h"
#include "support/golden.h"
#include "support/paths.h"
#include "system/project.h"

using handbill::test::contains;
using handbill::test::count;
using handbill::test::ProjectCopy;
using Names = std::vector<std::string>;
using Json = nlohmann::json;

namespace {

constexpr const char* kNear = "layouts/shops/near.toml";
constexpr const char* kFar = "layouts/shops/far.toml";

/// Two shops of which one wants marks and room for text.
void add_shops(const ProjectCopy& project) {
  project.write(kNear, "title = \"Near\"\nmarks = { draw = [\"crop\", \"fold\"] }\n");
  project.write(kFar, "extends = \"near\"\ntitle = \"Far\"\nbleed = 0\nmarks = { draw = [] }\n");
}

std::string pages_dump(const ProjectCopy& project, const Names& options) {
  Names command = {"build", "treatment-brochure", "--format", "dump"};
  command.insert(command.end(), options.begin(), options.end());
  const auto result = project.handbill(command);
  INFO(result.errors);
  REQUIRE(result.exit_code == 0);
  return project.read("out/treatment-brochure.txt");
}

}  // namespace

TEST_CASE("a shop of the command line gives bleed and marks, and the file its plain name") {
  const ProjectCopy project;
  add_shops(project);
  const auto result = project.handbill({"build", "treatment-brochure", "--shop", "near"});
  INFO(result.errors);
  REQUIRE(result.exit_code == 0);
  CHECK(contains(result.output, "11 × 8.5 in  for near  "));
  CHECK(project.files("out") == Names{"treatment-brochure.pdf"});
  // Two sides with eight crop marks and two folds with two marks each.
  CHECK(count(pages_dump(project, {"--shop", "near"}), "registration") >= 24);
  const std::string far = pages_dump(project, {"--shop", "far"});
  CHECK_FALSE(contains(far, "bleed -"));
}

TEST_CASE("several shops give files of their own") {
  const ProjectCopy project;
  add_shops(project);
  const auto result = project.handbill(
      {"build", "hours-placard", "--shop", "near", "--shop", "far", "--shop", "near"});
  INFO(result.errors);
  CHECK(result.exit_code == 0);
  CHECK(project.files("out") == Names{"hours-placard-far.pdf", "hours-placard-near.pdf"});
  CHECK(contains(result.output, "hours-placard-far  1 page  11 × 8.5 in  for far  "));
}

TEST_CASE("a layout or the house names the shop, and the command line wins") {
  const ProjectCopy project;
  add_shops(project);
  const std::string plain = pages_dump(project, {});
  project.write("layouts/house.toml", "shop = \"near\"\n" + project.read("layouts/house.toml"));
  const std::string near = pages_dump(project, {});
  CHECK(near != plain);
  CHECK(pages_dump(project, {"--shop", "none"}) == plain);
  CHECK(pages_dump(project, {"--shop", "near"}) == near);
  CHECK(pages_dump(project, {"--shop", "far"}) != near);
}

TEST_CASE("a shop that does not exist stops the run before anything is made") {
  const ProjectCopy project;
  for (const char* command : {"build", "check"}) {
    const auto result = project.handbill({command, "--shop", "us-x1"});
    CHECK(result.exit_code == 1);
    CHECK(contains(result.errors, "there is no print shop `us-x1` [unknown-shop]"));
    CHECK(contains(result.errors, "did you mean `us-x1a`?"));
    CHECK(count(result.errors, "unknown-shop") == 1);
  }
  CHECK(project.files("out").empty());
}

TEST_CASE("a preview shows the paper of the shop's press") {
  const ProjectCopy project;
  const auto profile =
      handbill::test::read_file(handbill::test::source_folder() + "/tests/profiles/small.icc");
  std::filesystem::create_directory(project / "profiles");
  project.write("profiles/own.icc", profile);
  project.write(
      kNear, "title = \"Near\"\ncondition = { identifier = \"Own\", icc = \"profiles/own.icc\" }");
  const auto svg = [&](const char* shop) {
    REQUIRE(
        project.handbill({"build", "hours-placard", "--format", "svg", "--shop", shop}).exit_code ==
        0);
    return project.read("out/hours-placard-1.svg");
  };
  CHECK(svg("near") != svg("none"));
}

TEST_CASE("a shop gets a PDF of its standard, made for its press") {
  const ProjectCopy project;
  const auto profile =
      handbill::test::read_file(handbill::test::source_folder() + "/tests/profiles/small.icc");
  std::filesystem::create_directory(project / "profiles");
  project.write("profiles/own.icc", profile);
  const std::string own = "condition = { identifier = \"Own\", icc = \"profiles/own.icc\" }\n";
  project.write(kNear, "title = \"Near\"\nstandard = \"PDF/X-4\"\n" + own);
  project.write(kFar, "title = \"Far\"\nstandard = \"PDF/X-1a:2003\"\n" + own);
  struct Case {
    const char* shop;
    const char* subtype;
    const char* condition;
    bool has_profile;
  };
  for (const Case& c :
       {Case{"near", "PDF/X-4", "(Own)", true}, Case{"far", "PDF/X-1a:2003", "(Own)", true},
        Case{"us-x1a", "PDF/X-1a:2003", "(CGATS TR 003)", false}}) {
    CAPTURE(c.shop);
    const auto result = project.handbill({"build", "hours-placard", "--shop", c.shop});
    INFO(result.errors);
    REQUIRE(result.exit_code == 0);
    const std::string file = (project / "out/hours-placard.pdf").string();
    CHECK(contains(handbill::test::run_program({"pdfinfo", file}).output,
                   std::string("PDF subtype:    ") + c.subtype + "\n"));
    const std::string pdf = handbill::test::run_program({"qpdf", "--qdf", file, "-"}).output;
    CHECK(contains(pdf, std::string("/OutputConditionIdentifier ") + c.condition));
    CHECK(contains(pdf, "/DestOutputProfile") == c.has_profile);
    CHECK(contains(pdf, "/RegistryName (http://www.color.org)") != c.has_profile);
  }
}

TEST_CASE("the shops of the program are listed, as text and as data") {
  const ProjectCopy project;
  const auto text = project.handbill({"shops"});
  CHECK(text.exit_code == 0);
  CHECK(contains(text.output, "us-x1a  US printers that ask for PDF/X-1a"));
  const auto list = Json::parse(project.handbill({"shops", "--json"}).output);
  const auto x1a = std::find_if(list.begin(), list.end(),
                                [](const Json& each) { return each["name"] == "us-x1a"; });
  REQUIRE(x1a != list.end());
  CHECK((*x1a)["facts"]["standard"] == "PDF/X-1a:2003");
  CHECK((*x1a)["faults"].empty());
}

TEST_CASE("two shops are compared key by key, and for every document") {
  const ProjectCopy project;
  add_shops(project);
  const auto result = project.handbill({"shops", "near", "far"});
  INFO(result.output << result.errors);
  CHECK(result.exit_code == 0);
  CHECK(contains(result.output, "From near to far:\n  bleed             0.125 in (3.2 mm) → 0\n"));
  CHECK(contains(result.output, "  marks             crop, fold → none\n"));
  CHECK_FALSE(contains(result.output, "ink_limit"));
  CHECK(contains(result.output, "  treatment-brochure\n    bleed: 0.125 in (3.2 mm) → 0\n"));

  project.write(kFar, "extends = \"near\"\ntitle = \"Far\"\nsafe = \"1 in\"\n");
  const auto data = Json::parse(project.handbill({"shops", "near", "far", "--json"}).output);
  CHECK(data["changes"].size() == 1);
  CHECK(data["changes"][0]["what"] == "safe");
  REQUIRE(data["documents"].size() == 3);
  CHECK(data["documents"][0]["no_more"].empty());
  CHECK(contains(data["documents"][0]["new"].dump(), "[outside-safe-area]"));

  CHECK(contains(project.handbill({"shops", "near", "near"}).output, "ask for the same"));
  CHECK(contains(project.handbill({"shops", "near", "fra"}).errors, "did you mean `far`?"));
  CHECK(contains(project.handbill({"shops", "near"}).output, "  ink_limit  "));
}
