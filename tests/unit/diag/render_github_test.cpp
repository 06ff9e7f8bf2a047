// SPDX-License-Identifier: MIT
// Diagnostics as a GitHub workflow takes them.
#include "diag/render_github.h"

#include <catch2/catch.hpp>

namespace handbill::diag {
namespace {

struct Told {
  SourceMap sources{};
  Diagnostics diags{};

  Span span(std::string text, std::uint32_t begin, std::uint32_t end) {
    return {sources.add("content/en/a, b.toml", std::move(text)), begin, end};
  }
  std::string rendered() const { return render_github(diags, sources); }
};

}  // namespace

TEST_CASE("errors and warnings are so for a workflow, and the rest is a notice") {
  Told told;
  told.diags.error(DiagnosticId::BadZip, told.span("zip = 1\n", 6, 7), "100 % wrong",
                   {"two\nlines"});
  told.diags.warning(DiagnosticId::BlankFact, {}, "blank");
  told.diags.add({DiagnosticId::WordRule, Severity::Consider, "look"});
  told.diags.note(DiagnosticId::NotPrinted, {}, "nothing");
  CHECK(told.rendered() ==
        "::error file=content/en/a%2C b.toml,line=1,endLine=1,col=7,endColumn=8,title=bad-zip::"
        "100 %25 wrong%0Ahint: two␊lines\n"
        "::warning title=blank-fact::blank\n"
        "::notice title=word-rule::look\n"
        "::notice title=not-printed::nothing\n");
}

TEST_CASE("a place of several lines has no columns, and what is printed can't forge a command") {
  Told told;
  told.diags.warning(DiagnosticId::BlankFact, told.span("a\nb\n", 0, 3),
                     "x\n::error::forged\x1b[1m");
  CHECK(told.rendered() ==
        "::warning file=content/en/a%2C b.toml,line=1,endLine=2,title=blank-fact::"
        "x␊::error::forged␛[1m\n");
}

}  // namespace handbill::diag
