// SPDX-License-Identifier: MIT
#include "rules/repair.h"

#include "unit/rules/prints.h"

namespace handbill::rules {
namespace {

using color::Color;
using color::Overprint;

display::GlyphRun run(double size, const Color& color, Overprint overprint) {
  display::GlyphRun result;
  result.size = Length::pt(size);
  result.color = color;
  result.overprint = overprint;
  return result;
}

display::Shape stroked(double width, const Color& color) {
  display::Shape shape;
  shape.stroke = display::Stroke{color, Length::pt(width)};
  return shape;
}

Color two_inks() { return Color::process({0, 1, 0.8, 0}); }

struct Case {
  const char* rule;
  display::Content broken;
  const char* done;
};

std::vector<Case> cases() {
  display::Shape white;
  white.fill = Color::paper();
  white.overprint = Overprint::On;
  return {
      {"R0007", run(20, Color::paper(), Overprint::On), "R0007: white text knocks out"},
      {"R0008", white, "R0008: a white shape knocks out"},
      {"R0009", run(9, Color::black(), Overprint::Off), "R0009: black text of 9 pt overprints"},
      {"R0010", stroked(1, Color::black()), "R0010: a black line of 1 pt overprints"},
      {"R0015", run(60, Color::process({0.7, 0.7, 0.7, 1}), Overprint::Off),
       "R0015: text in several inks is printed in black alone"},
      {"R0018", stroked(0.1, Color::paper()), "R0018: a line of 0.1 pt is drawn 0.25 pt wide"},
      {"R0019", stroked(0.2, two_inks()), "R0019: a line of 0.2 pt is drawn 0.25 pt wide"},
      {"H001", stroked(0.1, Color::process({0, 1, 0, 0})),
       "H001: a line of 0.1 pt is drawn 0.125 pt wide"},
      {"H002", stroked(0.2, Color::process({0, 0.5, 0, 0})),
       "H002: a line of 0.2 pt is drawn 0.25 pt wide"},
      {"H016", run(20, Color::process({0.4, 0, 0, 1}), Overprint::Off),
       "H016: text in several inks is printed in black alone"},
  };
}

display::PageList pages_of(const display::Content& content) {
  display::PageList pages;
  pages.pages.emplace_back();
  pages.pages[0].items.push_back({content, test::span(5)});
  return pages;
}

}  // namespace

TEST_CASE("each safe repair is made when its rule is named, and told at the thing it changes") {
  const RuleSet rules = test::house_rules("sheetfed-cmyk", test::good_sheet());
  for (const Case& each : cases()) {
    CAPTURE(each.rule);
    diag::Diagnostics diags;
    const display::PageList pages =
        repaired(pages_of(each.broken), rules, {.ids = {each.rule}}, diags);
    REQUIRE(diags.list().size() == 1);
    CHECK(diags.list()[0].id == diag::DiagnosticId::Repaired);
    CHECK(diags.list()[0].severity == diag::Severity::Note);
    CHECK(diags.list()[0].message == each.done);
    CHECK(diags.list()[0].span == test::span(5));
    // Once is enough.
    diag::Diagnostics again;
    repaired(pages, rules, {.all = true}, again);
    for (const diag::Diagnostic& more : again.list()) {
      CHECK(more.message.substr(0, 5) != diags.list()[0].message.substr(0, 5));
    }
  }
}

TEST_CASE("nothing is repaired unasked, nor what is as it should be") {
  const RuleSet rules = test::house_rules("sheetfed-cmyk", test::good_sheet());
  for (const Case& each : cases()) {
    diag::Diagnostics diags;
    repaired(pages_of(each.broken), rules, {}, diags);
    CHECK(diags.list().empty());
  }
  for (const display::Content& good :
       {display::Content(run(12, Color::black(), Overprint::Off)),
        display::Content(run(60, Color::process({0.4, 0.4, 0.2, 1}), Overprint::Off)),
        display::Content(stroked(0.5, two_inks())), display::Content(stroked(2, Color::black()))}) {
    diag::Diagnostics diags;
    repaired(pages_of(good), rules, {.all = true}, diags);
    CHECK(diags.list().empty());
  }
}

TEST_CASE("a shop that names rules without a repair, or no rules at all, is told so") {
  const RuleSet rules = test::house_rules("sheetfed-cmyk", test::good_sheet());
  diag::Diagnostics diags;
  repaired({}, rules, {.ids = {"R0031", "R0109"}}, diags);
  REQUIRE(diags.list().size() == 2);
  CHECK(diags.list()[0].message == "`fixes` of the shop names `R0031`, which has no safe repair");
  CHECK(diags.list()[1].id == diag::DiagnosticId::UnknownRule);
  CHECK(diags.list()[1].hints == std::vector<std::string>{"did you mean `R0009`?"});
}

}  // namespace handbill::rules
