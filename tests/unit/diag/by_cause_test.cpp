// SPDX-License-Identifier: MIT
#include "diag/by_cause.h"

#include <catch2/catch.hpp>

#include "diag/render.h"
#include "support/find_text.h"

namespace {

using handbill::Length;
using handbill::Rect;
using handbill::diag::ByCause;
using handbill::diag::Diagnostic;
using handbill::diag::DiagnosticId;
using handbill::diag::Diagnostics;
using handbill::diag::PageArea;
using handbill::diag::pages_text;
using handbill::diag::Severity;

Diagnostic finding(const char* rule, const char* message, std::size_t page, Severity severity) {
  Diagnostic result{DiagnosticId::PressRule, severity, message};
  result.rule = {rule, "a source"};
  result.area = PageArea{page, Rect{{}, {}, Length::pt(9), Length::pt(9)}};
  return result;
}

}  // namespace

TEST_CASE("findings of one cause are one, the worst with all places") {
  ByCause causes;
  for (std::size_t page = 1; page <= 4; ++page) {
    causes.add(finding("R1", "coarse", page, Severity::Warning), "", 1, page == 2 ? 9 : 1);
  }
  causes.add(finding("R1", "gold", 7, Severity::Warning), "Gold");
  causes.add(finding("R1", "silver", 8, Severity::Warning), "Silver", 3);
  causes.add(finding("R2", "thin", 3, Severity::Warning), "", 2);
  causes.add(finding("R2", "very thin", 4, Severity::Error), "");
  Diagnostics diags;
  causes.tell(diags);
  REQUIRE(diags.list().size() == 4);
  CHECK(diags.list()[0].message == "coarse (the worst of 4)");
  CHECK(diags.list()[0].area->page == 2);
  CHECK(diags.list()[0].also.size() == 3);
  CHECK(diags.list()[1].message == "gold");
  CHECK(diags.list()[1].also.empty());
  CHECK(diags.list()[2].message == "silver (3 times)");
  CHECK(diags.list()[3].message == "very thin (the worst of 3)");
  CHECK(diags.list()[3].severity == Severity::Error);
  CHECK(handbill::test::contains(handbill::diag::render(diags, {}, handbill::diag::Paint::Plain),
                                 "page 2, 9 × 9 pt at 0, 0; 3 more on pages 1, 3 and 4"));
}

TEST_CASE("lists of pages are short") {
  CHECK(pages_text({3}) == "page 3");
  CHECK(pages_text({3, 3}) == "page 3");
  CHECK(pages_text({2, 1}) == "pages 1 and 2");
  CHECK(pages_text({9, 1, 2, 3, 4, 7}) == "pages 1 to 4, 7 and 9");
  std::vector<std::size_t> odd;
  for (std::size_t page = 1; page < 60; page += 2) odd.push_back(page);
  CHECK(pages_text(odd) == "pages 1, 3, 5, 7, 9, 11, 13, 15, 17 and 21 more");
}
