// SPDX-License-Identifier: MIT
// What is told when pages have more on them than is looked at.
#include "rules/checks.h"
#include "rules/judge.h"
#include "unit/rules/prints.h"

namespace handbill::rules {
namespace {

using namespace test;  // NOLINT: the words of this file

/// A page of so many black texts over a white outline of 200,000 steps, which hides nothing.
plates::Print laid_over_each_other(int texts) {
  plates::Print print = good_print();
  print.pages[0].objects.clear();
  plates::Object outline = area(box(30, 90, 100, 100), cmyk(0, 0, 0, 0));
  outline.opacity = 0.5;
  for (int i = 0; i < 50'000; ++i) outline.path.append(Path::rect(box(30, 90, 100, 100)));
  put(print, outline);
  for (int i = 0; i < texts; ++i) {
    put(print, text(10, box(40, 100 + 3 * i, 80, 2), cmyk(0, 0, 0, 1)));
  }
  return print;
}

RuleSet of_check(const char* check) {
  RuleSet set = house_rules("sheetfed-cmyk", good_sheet());
  std::erase_if(set.rules, [&](const Rule& rule) { return rule.check->name != check; });
  REQUIRE(set.rules.size() == 1);
  return set;
}

std::string said(int texts, int pages, std::uint64_t most) {
  PageJudge judge(of_check("black-text-overprint"), most);
  for (int page = 0; page < pages; ++page) judge.add_page(laid_over_each_other(texts));
  diag::Diagnostics diags;
  judge.tell(diags);
  std::string all;
  for (const diag::Diagnostic& each : diags.list()) {
    all += each.message + (each.severity == diag::Severity::Error ? " (error)" : "") + "\n";
  }
  return all;
}

}  // namespace

TEST_CASE("pages past what the rules may cost are told") {
  CHECK(said(1, 3, kMostWork) == "");
  CHECK(said(1, 3, 5'000'000)
            .find("from page 3 on not all rules are looked at: too much lies one "
                  "over the other up to there (error)") != std::string::npos);
}

TEST_CASE("a page with too much one over the other is told, and the rest of it judged") {
  // Two million looks for each text, of the fifty that a check has.
  CHECK(said(24, 2, kMostWork) == "");
  CHECK(said(26, 2, kMostWork) ==
        "too much lies one over the other: what is below some text and lines is not looked at (2 "
        "times)\n");
}

}  // namespace handbill::rules
