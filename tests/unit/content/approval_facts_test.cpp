// SPDX-License-Identifier: MIT
#include <algorithm>
#include <catch2/catch.hpp>

#include "content_from.h"

namespace handbill::content::test {
namespace {

constexpr const char* kClinicAlone = "[clinic]\nname = \"Test Clinic\"\n";

std::unique_ptr<Checked> approved_in(const std::string& language) {
  auto checked = content_from(kClinicAlone, language);
  ApprovalFacts facts{3, {2026, 11, 30}, spec::Date{2027, 11, 30}, {"medical director", "nurse"}};
  Content approved = Content::approved(std::move(*checked->content), std::move(facts));
  checked->content.emplace(std::move(approved));
  return checked;
}

}  // namespace

TEST_CASE("an approved document tells its version in its own language") {
  const std::pair<const char*, const char*> cases[] = {
      {"en", "Version 3, approved November_30, 2026"},
      {"es", "Versión 3, aprobada el 30_de_noviembre de 2026"},
      {"de", "Version 3, freigegeben am 30._November 2026"},
      {"zh", "第3版，2026年11月30日批准"},
  };
  for (const auto& [language, line] : cases) {
    INFO(language);
    std::string shown = plain(approved_in(language)->show("approval.line"));
    std::string expected = line;
    for (std::string* each : {&shown, &expected}) {
      std::replace(each->begin(), each->end(), '_', ' ');
    }
    CHECK(shown == expected);
  }
  // One that the program has no words for has what needs none.
  CHECK(plain(approved_in("eo")->show("approval.line")).starts_with("3 · "));
}

TEST_CASE("the parts of an approval are facts, in their formats") {
  const auto checked = approved_in("en");
  CHECK(checked->show("approval.version") == "3");
  CHECK(checked->show("approval.date", "iso") == "2026-11-30");
  CHECK(checked->show("approval.expires", "iso") == "2027-11-30");
  CHECK(checked->show("approval.roles") == "medical director and nurse");
}

TEST_CASE("without an approval nothing tells of one, and that is no mistake") {
  const auto checked = content_from(kClinicAlone);
  for (const char* path : {"approval.line", "approval.version", "approval.date", "approval.roles",
                           "approval.expires"}) {
    INFO(path);
    diag::Diagnostics diags;
    const auto insert = checked->content->insert(path, "", nullptr, {}, diags);
    REQUIRE(insert);
    CHECK(std::holds_alternative<Absent>(*insert));
    CHECK(diags.list().empty());
  }
  CHECK(checked->show("approval.lin").find("fact-missing") != std::string::npos);
}

TEST_CASE("a table called approval that the content has stays what it is") {
  const auto checked = content_from(std::string(kClinicAlone) + "[approval]\nline = \"ours\"\n");
  CHECK(checked->show("approval.line") == "prose: ours");
}

}  // namespace handbill::content::test
