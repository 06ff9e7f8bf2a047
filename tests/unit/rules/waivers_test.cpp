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

/// Of a waiver that holds everywhere.
diag::Diagnostics waive(const std::vector<document::Waiver>& waivers, const std::string& date,
                        const WaivableRules& known, const diag::Diagnostics& found) {
  const diag::SourceMap sources;
  return rules::waive(waivers, {date}, known, {sources, {}}, found);
}

WaivableRules known(const std::vector<std::string>& ids) {
  WaivableRules rules;
  for (const std::string& id : ids) rules.judged.push_back({id, ""});
  return rules;
}

/// What becomes of a finding when `rule` is waived.
std::string outcome(const std::string& rule, diag::Diagnostic finding, const WaivableRules& rules) {
  diag::Diagnostics found;
  finding.message = "seen";
  finding.span = test::span(1);
  found.add(finding);
  std::string text;
  const diag::Diagnostics result =
      waive({{rule, "why", "2027-01-01", test::span(7)}}, "2026-01-01", rules, found);
  for (const diag::Diagnostic& each : result.list()) {
    if (!text.empty()) text += ", ";
    text += each.id == finding.id ? "" : std::string(diag::info(each.id).name) + " ";
    text += each.severity == diag::Severity::Note ? "note" : "stands";
  }
  return text;
}

diag::Diagnostic of_rule(const std::string& id) {
  diag::Diagnostic finding{diag::DiagnosticId::PressRule, diag::Severity::Error, ""};
  finding.rule = diag::RuleInfo{id, ""};
  return finding;
}

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
  CHECK(unused.list()[1].severity == diag::Severity::Note);
  CHECK(unused.list()[1].span == test::span(7));
  for (const char* reason : {"", " \t"}) {
    const auto without_reason = waive({{"R0018", reason, "2027-01-01", test::span(7)}},
                                      "2026-01-01", known({"R0017", "R0018"}), one_finding());
    CHECK(without_reason.list().size() == 1);
  }
  const auto unknown =
      waive({{"R017", "why", "2027-01-01", test::span(7)}}, "", known({"R0017"}), one_finding());
  REQUIRE(unknown.list().size() == 2);
  CHECK(unknown.list()[1].id == diag::DiagnosticId::UnknownRule);
  CHECK(unknown.list()[1].hints == std::vector<std::string>{"did you mean `R0017`?"});
}

TEST_CASE("checks of layouts are waived by their name") {
  using enum diag::DiagnosticId;
  for (const diag::DiagnosticId id :
       {OutsideSafeArea, TextOverlap, InkOverEdge, TextUnderPaint, LowContrast, CoarsePicture,
        Hairline, FontSubstituted, FaceLost, LineShort, ColumnShort}) {
    const std::string name(diag::info(id).name);
    CAPTURE(name);
    CHECK(outcome(name, {id, diag::Severity::Error, ""}, {}) == "note");
    CHECK(outcome(name, {Overset, diag::Severity::Error, ""}, {}) == "stands, waiver-unused note");
  }
  // What cannot be printed at all is not waived.
  CHECK(outcome("overset", {Overset, diag::Severity::Error, ""}, {}) == "stands");
  diag::Diagnostics told;
  check_waivers({{"overset", "why", "2027-01-01", test::span(7)}}, told);
  CHECK(told.error_count() == 1);
}

TEST_CASE("a rule of a shop and the check of layouts that looks for the same are waived as one") {
  using enum diag::DiagnosticId;
  const std::vector<KnownRule> pack = {
      {"R0031", "picture-ppi"}, {"R0032", "line-art-ppi"}, {"H005", "text-margin"}};
  CHECK(outcome("outside-safe-area", of_rule("H005"), {pack, {}}) == "note");
  CHECK(outcome("coarse-picture", of_rule("R0031"), {pack, {}}) == "note");
  CHECK(outcome("coarse-picture", of_rule("H005"), {pack, {}}) == "stands, waiver-unused note");
  CHECK(outcome("R0031", of_rule("R0032"), {pack, {}}) == "stands, waiver-unused note");
  const diag::Diagnostic coarse{CoarsePicture, diag::Severity::Warning, ""};
  CHECK(outcome("R0031", coarse, {{}, pack}) == "note");
}

TEST_CASE("where no shop is asked, nobody can say that a waiver of its rules is not needed") {
  const diag::Diagnostic other{diag::DiagnosticId::Overset, diag::Severity::Error, ""};
  CHECK(outcome("R0018", other, {{}, {{"R0018", "white-text"}}}) == "stands");
  CHECK(outcome("R0018", other, {{{"R0018", "white-text"}}, {}}) == "stands, waiver-unused note");
  CHECK(outcome("R0018", other, {}) == "stands, unknown-rule stands");
}

TEST_CASE("a waiver may hold for some words and places of the content alone") {
  diag::SourceMap sources;
  const auto file = sources.add("content/en/a.toml", "text = \"guaranteed, and cured\"\n");
  const diag::Span guaranteed{file, 8, 18}, cured{file, 24, 29};
  const WaiverPlaces places{sources, [](diag::Span) { return std::string("aftercare.do.2.text"); }};
  const auto holds = [&](diag::Span at, std::vector<std::string> words,
                         std::vector<std::string> content) {
    diag::Diagnostic finding = of_rule("no-promises");
    finding.span = at;
    diag::Diagnostics found;
    found.add(finding);
    const document::Waiver waiver{"no-promises", "why", "2027-01-01",
                                  test::span(7), words, content};
    const auto result = rules::waive({waiver}, {}, known({"no-promises"}), places, found);
    return result.list().front().severity == diag::Severity::Note;
  };
  CHECK(holds(guaranteed, {"guaranteed"}, {}));
  CHECK_FALSE(holds(cured, {"guaranteed"}, {}));
  CHECK(holds(cured, {"guaranteed", "cured"}, {}));
  CHECK(holds(cured, {}, {"aftercare.do"}));
  CHECK(holds(cured, {}, {"aftercare.do.2.text"}));
  CHECK_FALSE(holds(cured, {}, {"aftercare.d"}));
  CHECK_FALSE(holds(cured, {"guaranteed"}, {"aftercare.do"}));
}

}  // namespace handbill::rules
