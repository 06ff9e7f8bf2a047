// SPDX-License-Identifier: MIT
#include "rules/waivers.h"

#include "unit/rules/prints.h"

namespace handbill::rules {
namespace {

diag::Diagnostics one_finding() {
  diag::Diagnostic finding{diag::DiagnosticId::PressRule, diag::Severity::Error, "too small",
                           test::span(1)};
  finding.rule = diag::RuleInfo{"R0017", "GWG 2022, R0017"};
  diag::Diagnostics found;
  found.add(finding);
  return found;
}

RuleSet known(std::vector<std::string> ids) { return {{}, {}, std::move(ids)}; }

}  // namespace

TEST_CASE("a waiver turns findings of its rule into notes, until its last day is past") {
  const std::vector<document::Waiver> waivers = {
      {"R0017", "the maker's mark", "2027-06-30", test::span(7)}};
  struct Row {
    const char* date;
    bool holds;
  };
  for (const auto& [date, holds] :
       {Row{"2027-06-29", true}, Row{"2027-06-30", true}, Row{"2027-07-01", false},
        Row{"2026-12-31", true}, Row{"", true}}) {
    CAPTURE(date);
    const diag::Diagnostics result = waive(waivers, date, known({"R0017"}), one_finding());
    const diag::Diagnostic& finding = result.list().front();
    CHECK(finding.severity == (holds ? diag::Severity::Note : diag::Severity::Error));
    CHECK(result.list().size() == (holds ? 1 : 2));
    if (holds) CHECK(finding.message == "too small; waived until 2027-06-30: the maker's mark");
    if (!holds) CHECK(result.list()[1].id == diag::DiagnosticId::WaiverExpired);
  }
}

TEST_CASE("waivers of nothing, and of rules that do not exist, are told") {
  const auto unused = waive({{"R0018", "why", "2027-01-01", test::span(7)}}, "2026-01-01",
                            known({"R0017", "R0018"}), one_finding());
  REQUIRE(unused.list().size() == 2);
  CHECK(unused.list()[0].severity == diag::Severity::Error);
  CHECK(unused.list()[1].id == diag::DiagnosticId::WaiverUnused);
  CHECK(unused.list()[1].span == test::span(7));
  const auto unknown =
      waive({{"R017", "why", "2027-01-01", test::span(7)}}, "", known({"R0017"}), one_finding());
  REQUIRE(unknown.list().size() == 2);
  CHECK(unknown.list()[1].id == diag::DiagnosticId::UnknownRule);
  CHECK(unknown.list()[1].hints == std::vector<std::string>{"did you mean `R0017`?"});
}

}  // namespace handbill::rules
