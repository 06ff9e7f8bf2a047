// SPDX-License-Identifier: MIT
// Documents judged by the rules of a print shop.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "support/find_text.h"
#include "system/project.h"

using handbill::test::contains;
using handbill::test::ProjectCopy;

namespace {

/// A shop without a profile, so that the test needs none.
void add_shop(const ProjectCopy& project, const std::string& more) {
  project.write("layouts/shops/near.toml",
                "title = \"Near\"\nrules = \"handbill\"\nrules_class = \"sheetfed-cmyk\"\n" + more);
}

}  // namespace

TEST_CASE("the three documents keep every rule of the shops they are made for") {
  const ProjectCopy project;
  // The shop's rules and sheet, without the output intent, whose profile may not be there.
  project.write("layouts/shops/coated.toml",
                "extends = \"us-sheetfed-coated\"\ntitle = \"Coated\"\nstandard = \"none\"\n");
  for (const char* shop : {"coated", "us-x1a"}) {
    CAPTURE(shop);
    const auto result = project.handbill({"check", "--shop", shop, "--json"});
    CHECK(result.exit_code == 0);
    for (const auto& message : nlohmann::json::parse(result.output)) {
      INFO(message.dump());
      CHECK_FALSE(message.contains("rule"));
    }
  }
}

TEST_CASE("the safe margin of a document with a shop is told once, by the rule") {
  const ProjectCopy project;
  add_shop(project, "safe = \"1 in\"\n");
  const auto result = project.handbill({"check", "hours-placard", "--shop", "near"});
  CHECK(result.exit_code == 1);
  CHECK(contains(result.errors, "[H005]"));
  CHECK_FALSE(contains(result.errors, "[outside-safe-area]"));
}

TEST_CASE("a shop that names a rule, pack or class that does not exist is told so") {
  const ProjectCopy project;
  add_shop(project, "[rule.R0171]\nseverity = \"off\"\n");
  const auto rule = project.handbill({"check", "hours-placard", "--shop", "near"});
  CHECK(rule.exit_code == 1);
  CHECK(contains(rule.errors,
                 "layouts/shops/near.toml:4:7: error: the rule pack has no rule "
                 "`R0171` [unknown-rule]"));
  project.write("layouts/shops/near.toml",
                "title = \"Near\"\nrules = \"handbil\"\nrules_class = \"sheetfed-cmyk\"\n");
  const auto pack = project.handbill({"check", "hours-placard", "--shop", "near"});
  CHECK(pack.exit_code == 1);
  CHECK(contains(pack.errors, "did you mean `handbill`?"));
}

TEST_CASE("a shop's fixes are made unasked, and told") {
  const ProjectCopy project;
  add_shop(project, "fixes = [\"H001\"]\n[rule.H001]\nwidth = \"0.6 pt\"\n");
  const auto result = project.handbill({"check", "aftercare-sheet", "--shop", "near"});
  INFO(result.errors);
  CHECK(result.exit_code == 0);
  CHECK(contains(result.errors, "note: H001: a line of 0.5 pt is drawn 0.6 pt wide [repaired]"));
  CHECK(contains(result.errors, "layouts/aftercare-sheet.toml:"));
}
