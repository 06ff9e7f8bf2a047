// SPDX-License-Identifier: MIT
// What a check has found, as a page.
#include "html/write_findings.h"

#include <catch2/catch.hpp>

namespace handbill::html {
namespace {

bool holds(const std::string& page, const std::string& part) {
  return page.find(part) != page.npos;
}

diag::Diagnostic of_rule(diag::Severity severity, std::string message, std::string link = {}) {
  diag::Diagnostic made{diag::DiagnosticId::WordRule, severity, std::move(message)};
  made.rule = diag::RuleInfo{"no-promises", "the source", std::move(link), false};
  return made;
}

}  // namespace

TEST_CASE("a page of what was found tells first what must be mended") {
  diag::SourceMap sources;
  const auto file = sources.add("content/en/a.toml", "text = \"<b> & cured\"\n");
  diag::Diagnostics found;
  found.note(diag::DiagnosticId::NotPrinted, {}, "told last");
  diag::Diagnostic final =
      of_rule(diag::Severity::Warning, "told second", "https://example.com/a?b&c");
  final.rule->is_error_in_print = true;
  final.span = {file, 14, 19};
  found.add(final);
  found.add(of_rule(diag::Severity::Consider, "told fourth", "javascript:alert(1)"));
  found.add(of_rule(diag::Severity::Warning, "told third"));
  found.error(diag::DiagnosticId::BadZip, {}, "told first");
  diag::Diagnostic quoted = of_rule(diag::Severity::Consider, "`a` stands here, and `b` is meant");
  quoted.documents = {"sheet", "sheet.es"};
  quoted.hints = {"write `b`"};
  found.add(quoted);
  const std::string page = write_findings(found, sources);
  const auto at = [&](const char* text) { return page.find(text); };
  CHECK(at("Told first.") < at("Told second."));
  CHECK(at("Told second.") < at("Told third."));
  CHECK(at("Told third.") < at("Told fourth."));
  CHECK(at("Told fourth.") < at("Told last."));
  CHECK(
      holds(page,
            "Must be mended: 1; Must be mended before a print order: 1; Should be looked at: 1; To "
            "consider: 2; Good to know: 1."));
  CHECK(holds(page,
              "<blockquote>text = &quot;&lt;b&gt; &amp; <mark>cured</mark>&quot;</blockquote>"));
  CHECK(holds(page, "content/en/a.toml, line 1"));
  CHECK(holds(page, "<a href=\"https://example.com/a?b&amp;c\">the source</a>"));
  CHECK_FALSE(holds(page, "javascript"));
  CHECK(holds(page, "“a” stands here, and “b” is meant.</p>"));
  CHECK(holds(page, "Write “b”.</p>"));
  CHECK(holds(page, "In sheet, sheet.es</p>"));
}

TEST_CASE("printed copies have a part of the page, right or wrong") {
  diag::Diagnostics found;
  found.warning(diag::DiagnosticId::PrintsOutdated, {}, "500 copies say `a`");
  found.note(diag::DiagnosticId::PrintsOutdated, {}, "the other stack is still right");
  found.warning(diag::DiagnosticId::BadZip, {}, "looked at");
  const std::string page = write_findings(found, {});
  CHECK(holds(page, "Printed copies: 2; Should be looked at: 1."));
  CHECK(page.find("500 copies say “a”.") < page.find("The other stack is still right."));
}

TEST_CASE("a page of nothing says so") {
  const std::string page = write_findings({}, {});
  CHECK(holds(page, "<p>Nothing.</p>"));
  CHECK_FALSE(holds(page, "<h2>"));
}

}  // namespace handbill::html
