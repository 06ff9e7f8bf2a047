// SPDX-License-Identifier: MIT
#include "rules/rule_set.h"

#include "rules/checks.h"
#include "unit/rules/prints.h"

namespace handbill::rules {
namespace {

constexpr const char* kPack = R"(title = "ours"
[class]
web = { title = "web" }
[rule.A1]
check = "multi-ink-text"
name = "n"
wants = "w"
why = "y"
source = "s"
  [rule.A1.class]
  any = { severity = "warning", size = "8 pt" }
  web = { severity = "error", size = "9 pt" }
)";

struct Resolved {
  diag::SourceMap sources{};
  diag::Diagnostics diags{};
  std::optional<RuleSet> set{};

  explicit Resolved(const std::string& pack_text, const std::string& rules_class = "web",
                    const RuleChanges& changes = {}) {
    const diag::MemoryFiles files({{"layouts/rules/ours.toml", pack_text}});
    const auto pack = spec::parse_rules(files, "ours", {}, sources, diags);
    REQUIRE(pack);
    set = resolve(*pack, {rules_class}, changes, {}, diags);
    CHECK(set.has_value() != diags.has_errors());
  }
  std::string said() const { return diag::render(diags, sources, diag::Paint::Plain); }
};

std::string with(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  REQUIRE(at != text.npos);
  return text.replace(at, from.size(), to);
}

RuleChanges change(const std::string& id, const std::string& severity, double size) {
  RuleChanges changes(1);
  changes[0].name = id;
  if (!severity.empty()) changes[0].value.severity = spec::Text{severity};
  if (size > 0) changes[0].value.size = spec::Spanned<Length>{Length::pt(size)};
  return changes;
}

}  // namespace

TEST_CASE("a class that a rule does not name has the limits of `any`") {
  const std::string pack = with(kPack, "web = {", "news = { title = \"n\" }\nweb = {");
  const Resolved resolved(pack, "news");
  REQUIRE(resolved.set);
  REQUIRE(resolved.set->rules.size() == 1);
  CHECK(resolved.set->rules[0].limits.size.pt() == Approx(8));
  CHECK(resolved.set->rules[0].severity == diag::Severity::Warning);
}

TEST_CASE("a shop lays its own limits and severities over those of its class") {
  const Resolved larger(kPack, "web", change("A1", "", 12));
  REQUIRE(larger.set);
  CHECK(larger.set->rules[0].limits.size.pt() == Approx(12));
  CHECK(larger.set->rules[0].severity == diag::Severity::Error);
  const Resolved off(kPack, "web", change("A1", "off", 0));
  REQUIRE(off.set);
  CHECK(off.set->rules.empty());
  CHECK(ids_of(off.set->known) == std::vector<std::string>{"A1"});
}

TEST_CASE("what a pack or a shop names and nobody knows is reported, with the nearest name") {
  CHECK(Resolved(kPack, "wep").said() ==
        "error: the rule pack has no class `wep` [unknown-rule]\n hint: did you mean `web`?\n");
  CHECK(Resolved(kPack, "web", change("A2", "off", 0)).said().find("`A2` [unknown-rule]") !=
        std::string::npos);
  const std::string check = Resolved(with(kPack, "multi-ink-text", "multi-ink-test")).said();
  CHECK(check.find("5:9: error: there is no check `multi-ink-test` [unknown-rule]") !=
        std::string::npos);
  CHECK(check.find("did you mean `multi-ink-text`?") != std::string::npos);
  const std::string row = Resolved(with(kPack, "  web = { s", "  wed = { s")).said();
  CHECK(row.find("12:3: error: the rule pack has no class `wed` [unknown-rule]") !=
        std::string::npos);
}

TEST_CASE("a limit that a check needs must be there, and one it does not take must not") {
  CHECK(Resolved(with(kPack, ", size = \"9 pt\"", ""))
            .said()
            .find("`A1` needs the limit `size` of its check `multi-ink-text` [missing-key]") !=
        std::string::npos);
  CHECK(Resolved(with(kPack, "size = \"9 pt\"", "size = \"9 pt\", ppi = 3"))
            .said()
            .find("the check `multi-ink-text` takes no `ppi` [unknown-key]") != std::string::npos);
}

TEST_CASE("lines and pictures are judged of every document, unless a shop does it") {
  const auto told = [](const plates::Print& print, const RuleSet* shops) {
    diag::Diagnostics diags;
    judge(print, rules_of_all(shops, {}), diags);
    std::string text;
    for (const auto& each : diags.list()) {
      CHECK(each.severity == diag::Severity::Warning);
      text += std::string(diag::info(each.id).name) + " ";
    }
    return text;
  };
  const auto with_line = [](double width) {
    plates::Print print = test::good_print();
    test::put(print, test::line(width, {Length::pt(30), Length::pt(90)},
                                {Length::pt(150), Length::pt(90)}, test::cmyk(0, 0, 0, 1)));
    return print;
  };
  CHECK(told(with_line(0.123), nullptr) == "hairline ");
  CHECK(told(with_line(0.125), nullptr).empty());
  const auto with_picture = [](int pixels, int bits) {
    plates::Print print = test::good_print();
    test::put(print, test::picture(pixels, bits, test::box(30, 200, 72, 72)));
    return print;
  };
  CHECK(told(with_picture(149, 8), nullptr) == "coarse-picture ");
  CHECK(told(with_picture(150, 8), nullptr).empty());
  CHECK(told(with_picture(599, 1), nullptr) == "coarse-picture ");
  CHECK(told(with_picture(600, 1), nullptr).empty());
  const RuleSet house = test::house_rules("sheetfed-cmyk", test::good_sheet());
  CHECK(told(with_line(0.123), &house).empty());
  CHECK(told(with_picture(149, 8), &house).empty());
}

}  // namespace handbill::rules
