// SPDX-License-Identifier: MIT
// Every rule of the packs: a page that keeps them all, and for each rule a page that breaks it.
#include <algorithm>
#include <functional>
#include <set>

#include "rules/checks.h"
#include "support/find_text.h"
#include "support/paths.h"
#include "unit/rules/prints.h"

namespace handbill::rules {
namespace {

using namespace test;  // NOLINT: the words of this file
using plates::ColorSpace;
using plates::Print;

const Point kFrom{Length::pt(30), Length::pt(200)};
const Point kTo{Length::pt(150), Length::pt(200)};

void put_spot(Print& print, const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    print.inks.push_back({name, {0, 1, 0, 0}});
    plates::Paint paint;
    paint.space = ColorSpace::Separation;
    paint.amounts.resize(print.inks.size());
    paint.amounts.back() = 1;
    put(print, area(kPlace, paint));
  }
}

/// The outlines of the finder patterns of a code of 21 modules, as make_qr draws them.
Path qr_outline(double left, double top, double module) {
  Path path;
  for (const auto& [x, y] : {std::pair(0, 0), std::pair(14, 0), std::pair(0, 14)}) {
    for (const int inset : {0, 1, 2}) {
      const double side = (7 - 2 * inset) * module;
      path.append(
          Path::rect(box(left + (x + inset) * module, top + (y + inset) * module, side, side)));
    }
  }
  return path;
}

plates::Object qr(double left, double top, double module, const plates::Paint& paint) {
  plates::Object object = area(box(left, top, 21 * module, 21 * module), paint);
  object.path = qr_outline(left, top, module);
  object.fill_rule = display::FillRule::EvenOdd;
  return object;
}

struct RuleCase {
  const char* rule;
  const char* rules_class;
  std::function<void(Print&, SheetFacts&)> breaks;
  std::uint32_t at = 100;  ///< where the span should point; 0: nowhere
};

constexpr const char* kSheetfed = "sheetfed-cmyk";

const std::vector<RuleCase>& rule_cases() {
  static const std::vector<RuleCase> all = {
      {"R0002", kSheetfed, [](Print& p, SheetFacts&) { p.pages[0].user_unit = 2; }, 0},
      {"R0003", kSheetfed, [](Print& p, SheetFacts&) { p.pages[0].crop = p.pages[0].trim; }, 0},
      {"R0004", kSheetfed, [](Print& p, SheetFacts&) { p.pages[0].rotate = 90; }, 0},
      {"R0005", kSheetfed, [](Print& p, SheetFacts&) { p.pages[0].objects.clear(); }, 0},
      {"R0007", kSheetfed,
       [](Print& p, SheetFacts&) { put(p, overprinting(text(20, kPlace, kWhite))); }},
      {"R0008", kSheetfed,
       [](Print& p, SheetFacts&) { put(p, overprinting(area(kPlace, kWhite))); }},
      {"R0009", kSheetfed, [](Print& p, SheetFacts&) { put(p, text(11.9, kPlace, kBlack)); }},
      {"R0010", kSheetfed, [](Print& p, SheetFacts&) { put(p, line(1.9, kFrom, kTo, kBlack)); }},
      {"R0011", kSheetfed,
       [](Print& p, SheetFacts&) {
         put(p, text(11, kPlace, of_space(ColorSpace::DeviceGray, kBlack)));
       }},
      {"R0012", kSheetfed,
       [](Print& p, SheetFacts&) {
         put(p, line(1.5, kFrom, kTo, of_space(ColorSpace::DeviceGray, kBlack)));
       }},
      {"R0013", kSheetfed,
       [](Print& p, SheetFacts&) {
         put(p, overprinting(area(kPlace, of_space(ColorSpace::DeviceGray, kBlack))));
       }},
      {"R0014", kSheetfed,
       [](Print& p, SheetFacts&) {
         auto typed = text(14, kPlace, kBlack);
         typed.type->font = "Courier-Bold";
         put(p, typed);
       }},
      {"R0015", kSheetfed,
       [](Print& p, SheetFacts&) { put(p, text(60, kPlace, cmyk(0.7, 0.6, 0.6, 0.95))); }},
      {"R0016", kSheetfed, [](Print& p, SheetFacts&) { put(p, text(7.9, kPlace, kWhite)); }},
      {"R0017", kSheetfed, [](Print& p, SheetFacts&) { put(p, text(7.9, kPlace, kTwoInks)); }},
      {"R0018", kSheetfed, [](Print& p, SheetFacts&) { put(p, line(0.2, kFrom, kTo, kWhite)); }},
      {"R0019", kSheetfed, [](Print& p, SheetFacts&) { put(p, line(0.2, kFrom, kTo, kTwoInks)); }},
      {"R0020", kSheetfed, [](Print& p, SheetFacts&) { put_spot(p, {"PANTONE 185 C"}); }},
      {"R0021", "sheetfed-spot",
       [](Print& p, SheetFacts&) {
         put_spot(p, {"PANTONE 185 C", "PANTONE 185 U"});
       }},
      {"R0022", "sheetfed-spot",
       [](Print& p, SheetFacts&) {
         put_spot(p, {"Varnish", "VARNISH"});
       }},
      {"R0023", "sheetfed-spot",
       [](Print& p, SheetFacts&) {
         put_spot(p, {"PANTONE 185", "PANTONE185"});
       }},
      {"R0024", kSheetfed,
       [](Print& p, SheetFacts&) {
         plates::Paint paint;
         paint.all = true;
         put(p, area(kPlace, paint));
       }},
      {"R0027", kSheetfed,
       [](Print& p, SheetFacts&) {
         put(p, area(kPlace, of_space(ColorSpace::IccRgb, cmyk(0.5, 0.5, 0, 0))));
       }},
      {"R0028", "digital",
       [](Print& p, SheetFacts&) {
         put(p, area(kPlace, of_space(ColorSpace::Lab, cmyk(0.5, 0.5, 0, 0))));
       }},
      {"R0029", "large-format",
       [](Print& p, SheetFacts&) {
         put(p, area(kPlace, of_space(ColorSpace::DeviceRgb, cmyk(0.5, 0.5, 0, 0))));
       }},
      {"R0031", kSheetfed,
       [](Print& p, SheetFacts&) { put(p, picture(311, 8, box(200, 200, 100, 100))); }},
      {"R0032", kSheetfed,
       [](Print& p, SheetFacts&) { put(p, picture(1100, 1, box(200, 200, 100, 100))); }},
      {"R0034", "news",
       [](Print& p, SheetFacts&) {
         auto layered = area(kPlace, kTwoInks);
         layered.layer = "English";
         put(p, layered);
       }},
      {"H001", kSheetfed,
       [](Print& p, SheetFacts&) { put(p, line(0.12, kFrom, kTo, cmyk(0, 1, 0, 0))); }},
      {"H002", kSheetfed,
       [](Print& p, SheetFacts&) { put(p, line(0.24, kFrom, kTo, cmyk(0, 0.8, 0, 0))); }},
      {"H003", kSheetfed, [](Print& p, SheetFacts&) { put(p, line(0.4, kFrom, kTo, kWhite)); }},
      {"R0026", kSheetfed,
       [](Print& p, SheetFacts&) { put(p, area(box(50, 60, 60, 60), cmyk(0.9, 0.9, 0.9, 0.6))); }},
      {"H004", "digital",
       [](Print& p, SheetFacts&) { put(p, area(kPlace, cmyk(0, 0.15, 0.1, 0))); }},
      {"H005", kSheetfed,
       [](Print& p, SheetFacts&) { put(p, text(14, box(12, 100, 80, 14), kTwoInks)); }},
      {"H006", kSheetfed,
       [](Print& p, SheetFacts&) { put(p, area(box(0, 200, 100, 20), kTwoInks)); }},
      {"H007", kSheetfed,
       [](Print& p, SheetFacts&) { put(p, text(14, box(150, 100, 80, 14), kTwoInks)); }},
      {"H008", kSheetfed,
       [](Print& p, SheetFacts& sheet) {
         sheet.scored = false;
         put(p, area(box(100, 100, 160, 72), cmyk(0, 0.6, 0.4, 0)));
       }},
      {"H009", kSheetfed, [](Print&, SheetFacts& sheet) { sheet.scored = false; }, 0},
      {"H010", kSheetfed, [](Print& p, SheetFacts&) { put(p, qr(40, 300, 1.1, kBlack)); }},
      {"H011", kSheetfed,
       [](Print& p, SheetFacts&) {
         put(p, area(box(105, 300, 20, 10), cmyk(0, 1, 0, 0)));
         p.pages[0].objects.back().span = span(99);
         put(p, qr(40, 300, 3, kBlack));
       }},
      {"H012", kSheetfed, [](Print& p, SheetFacts&) { put(p, qr(40, 300, 3, kTwoInks)); }},
      {"H013", kSheetfed, [](Print& p, SheetFacts&) { put(p, qr(40, 300, 1.2, kBlack)); }},
      {"H014", kSheetfed,
       [](Print& p, SheetFacts&) { put(p, overprinting(text(5.9, kPlace, kBlack))); }},
      {"H015", "digital", [](Print& p, SheetFacts&) { put(p, text(7, kPlace, kWhite)); }},
      {"H016", kSheetfed,
       [](Print& p, SheetFacts&) { put(p, text(49, kPlace, cmyk(0.4, 0, 0, 1))); }},
      {"H017", "sheetfed-spot",
       [](Print& p, SheetFacts& sheet) {
         sheet.spots = {"PANTONE 300 C"};
         put_spot(p, {"PANTONE 185 C"});
       }},
      {"H018", kSheetfed,
       [](Print& p, SheetFacts&) {
         put(p, picture(1300, 8, box(20, 200, 300, 300)));
         p.pages[0].objects.back().span = span(99);
         put(p, overprinting(text(36.1, box(30, 220, 80, 36), kBlack)));
       }},
      {"H019", kSheetfed, [](Print& p, SheetFacts&) { put_crop_marks(p, 7); }, 0},
      {"H020", kSheetfed, [](Print& p, SheetFacts&) { put_crop_marks(p, 8, 0, 12, kBlack); }, 0},
      {"H021", kSheetfed, [](Print&, SheetFacts& sheet) { sheet.registration_marks = true; }, 0},
  };
  return all;
}

std::vector<diag::Diagnostic> judged(const Print& print, const char* rules_class,
                                     const SheetFacts& sheet) {
  diag::Diagnostics diags;
  judge(print, house_rules(rules_class, sheet), diags);
  return diags.list();
}

std::string ids(const std::vector<diag::Diagnostic>& found) {
  std::string all;
  for (const diag::Diagnostic& each : found) all += each.rule->id + ": " + each.message + "\n";
  return all;
}

}  // namespace

TEST_CASE("a page that keeps every rule is not faulted for any class of print work") {
  for (const char* rules_class :
       {"sheetfed-cmyk", "sheetfed-spot", "web", "news", "digital", "large-format"}) {
    CAPTURE(rules_class);
    Print print = good_print();
    put(print, qr(40, 300, 3, kBlack));
    if (rules_class == std::string("large-format")) print.pages[0].objects.pop_back();
    CHECK(ids(judged(print, rules_class, good_sheet())) == "");
  }
}

TEST_CASE("each rule is broken by a page made to break it, at the thing that breaks it") {
  for (const RuleCase& each : rule_cases()) {
    CAPTURE(each.rule);
    Print print = good_print();
    SheetFacts sheet = good_sheet();
    each.breaks(print, sheet);
    const auto found = judged(print, each.rules_class, sheet);
    const auto at = std::find_if(found.begin(), found.end(), [&](const diag::Diagnostic& d) {
      return d.rule->id == each.rule;
    });
    INFO(ids(found));
    REQUIRE(at != found.end());
    CHECK(at->span == (each.at == 0 ? diag::Span{} : span(each.at)));
    CHECK(at->id == diag::DiagnosticId::PressRule);
    CHECK_FALSE(at->rule->source.empty());
    REQUIRE(at->area);
    CHECK(at->area->page == 1);
  }
}

TEST_CASE("a case breaks each rule of the packs that pages can show, and each check has a rule") {
  std::set<std::string> shown, used;
  for (const RuleCase& each : rule_cases()) shown.insert(each.rule);
  const diag::DiskFiles files({handbill::test::source_folder()});
  diag::SourceMap sources;
  diag::Diagnostics diags;
  const auto pack = spec::parse_rules(files, "handbill", {}, sources, diags);
  REQUIRE(pack);
  for (const auto& rule : pack->rules) {
    CAPTURE(rule.name);
    const Check* check = find_check(rule.value.check->value);
    REQUIRE(check != nullptr);
    used.insert(std::string(check->name));
    CHECK((shown.count(rule.name) == 1) == (check->judge != nullptr));
  }
  for (const Check& check : checks()) CHECK(used.count(std::string(check.name)) == 1);
}

TEST_CASE("a shop's ink limit goes before the rule's") {
  Print print = good_print();
  put(print, area(box(50, 60, 60, 60), cmyk(0.8, 0.7, 0.7, 0.6)));
  SheetFacts sheet = good_sheet();
  CHECK(ids(judged(print, kSheetfed, sheet)) == "");
  sheet.ink_limit = 2.6;
  CHECK(ids(judged(print, kSheetfed, sheet)) ==
        "R0026: a square of 15 mm has 280 % of ink: 260 % is the most that dries\n");
}

TEST_CASE("a BleedBox that cuts the bleed is found where colour needs it") {
  Print print = good_print();
  print.pages[0].bleed = print.pages[0].trim.outset(Length::pt(2));
  print.pages[0].objects.clear();
  put(print, area(box(50, 60, 60, 60), kBlack));
  CHECK(ids(judged(print, kSheetfed, good_sheet())) == "");
  put(print, area(print.pages[0].trim.outset(Length::pt(9)), kTwoInks));
  CHECK(ids(judged(print, kSheetfed, good_sheet())).find("H006: the BleedBox ends 2 pt past") !=
        std::string::npos);
}

TEST_CASE("limits are those of the class") {
  struct Row {
    const char* rules_class;
    double size;
  };
  for (const auto& [rules_class, size] : {Row{"sheetfed-cmyk", 8}, Row{"web", 9}, Row{"news", 10},
                                          Row{"digital", 5}, Row{"large-format", 5}}) {
    CAPTURE(rules_class);
    const RuleSet set = house_rules(rules_class, good_sheet());
    const Rule* rule = set.find("multi-ink-text");
    REQUIRE(rule != nullptr);
    CHECK(rule->limits.size.pt() == Approx(size));
    CHECK(rule->severity == diag::Severity::Warning);
  }
  CHECK(house_rules("large-format", {}).find("rich-black-text") == nullptr);
}

TEST_CASE("pictures below the lower limit are errors, those in between warnings") {
  for (const auto& [pixels, severity] :
       {std::pair(312, diag::Severity::Warning), std::pair(206, diag::Severity::Error)}) {
    CAPTURE(pixels);
    Print print = good_print();
    put(print, picture(pixels, 8, box(200, 200, 100, 100)));
    const auto found = judged(print, kSheetfed, good_sheet());
    // 312 pixels over 100 pt are 224.6 pixels per inch, shown as 225.
    if (pixels == 312) {
      CHECK(found.empty());
      continue;
    }
    REQUIRE(found.size() == 1);
    CHECK(found[0].severity == severity);
  }
}

TEST_CASE("of signs seen from afar fewer pixels are wanted, where the class counts the distance") {
  using diag::Severity;
  const auto seen = [](int pixels, int bits, double metres, const char* rules_class) {
    Print print = good_print();
    put(print, picture(pixels, bits, box(200, 200, 72, 72)));
    SheetFacts sheet = good_sheet();
    sheet.viewing_distance = Length::cm(metres * 100);
    for (const auto& each : judged(print, rules_class, sheet)) {
      if (each.rule->id == (bits == 1 ? "R0032" : "R0031")) return std::optional(each);
    }
    return std::optional<diag::Diagnostic>();
  };
  const auto severity = [&](int pixels, int bits, double metres, const char* rules_class) {
    const auto found = seen(pixels, bits, metres, rules_class);
    return found ? std::optional(found->severity) : std::nullopt;
  };
  const char* large = "large-format";
  // Up to a metre the limits are those of the class: 299 and 239.
  for (const double near : {0.0, 0.4, 1.0}) {
    CHECK(severity(300, 8, near, large) == std::nullopt);
    CHECK(severity(299, 8, near, large) == Severity::Warning);
    CHECK(severity(239, 8, near, large) == Severity::Error);
  }
  // From three metres 99 and 79, of two tones 266 and 183.
  CHECK(severity(100, 8, 3, large) == std::nullopt);
  CHECK(severity(99, 8, 3, large) == Severity::Warning);
  CHECK(severity(80, 8, 3, large) == Severity::Warning);
  CHECK(severity(79, 8, 3, large) == Severity::Error);
  CHECK(severity(267, 1, 3, large) == std::nullopt);
  CHECK(severity(266, 1, 3, large) == Severity::Warning);
  CHECK(severity(183, 1, 3, large) == Severity::Error);
  CHECK(seen(99, 8, 3, large)->message ==
        "a picture has 99 pixels per inch at this size: more than 99 are wanted seen from 3 m");
  // Sheetfed work is read in the hand.
  CHECK(severity(224, 8, 3, kSheetfed) == Severity::Warning);
}

TEST_CASE("black type on paper, or on white on ink, may knock out") {
  Print print = good_print();
  put(print, area(box(20, 90, 100, 40), kWhite));
  put(print, text(8, kPlace, kBlack));
  CHECK(ids(judged(print, kSheetfed, good_sheet())) == "");
  print.pages[0].objects[5].bounds = box(20, 90, 50, 40);
  print.pages[0].objects[5].path = Path::rect(box(20, 90, 50, 40));
  CHECK(ids(judged(print, kSheetfed, good_sheet())) != "");
}

TEST_CASE("large black type is told over pictures alone, when it prints over them") {
  const auto found = [](double size, bool overprints, const std::vector<plates::Object>& below) {
    Print print = good_print();
    for (const plates::Object& each : below) put(print, each);
    const auto type = text(size, box(30, 220, 80, 36), kBlack);
    put(print, overprints ? overprinting(type) : type);
    return ids(judged(print, kSheetfed, good_sheet()));
  };
  const auto photograph = picture(4000, 8, box(20, 200, 300, 300));
  auto mask = photograph;
  mask.picture->mask = true;
  const Rect ground = box(20, 210, 200, 60);
  CHECK(found(37, true, {photograph}) ==
        "H018: `Call us` is 37 pt and prints over a picture, which shows through the black of type "
        "over 36 pt\n");
  CHECK(found(36, true, {photograph}) == "");
  CHECK(found(37, false, {photograph}) == "");
  CHECK(found(37, true, {area(ground, kTwoInks)}) == "");
  CHECK(found(37, true, {mask}) == "");
  CHECK(found(37, true, {photograph, area(ground, kTwoInks)}) == "");
}

TEST_CASE("a spot ink that the shop lists is agreed, also where work is of process inks") {
  const auto found = [](const std::optional<std::vector<std::string>>& listed) {
    Print print = good_print();
    put_spot(print, {"PANTONE 7541 C"});
    SheetFacts sheet = good_sheet();
    sheet.spots = listed;
    return ids(judged(print, kSheetfed, sheet));
  };
  CHECK(found({{"PANTONE 300 C", "PANTONE 7541 C"}}) == "");
  for (const auto& listed : {std::optional<std::vector<std::string>>(),
                             {std::vector<std::string>()},
                             {std::vector<std::string>{"PANTONE 7541"}}}) {
    CHECK(found(listed) == "R0020: the spot ink `PANTONE 7541 C` is used\n");
  }
}

std::string ids_of(const Print& print, const SheetFacts& sheet = good_sheet()) {
  return ids(judged(print, kSheetfed, sheet));
}

TEST_CASE("a page without a BleedBox is told where the shop wants bleed") {
  Print print = good_print();
  print.pages[0].has_bleed = false;
  print.pages[0].bleed = print.pages[0].trim;
  SheetFacts sheet = good_sheet();
  CHECK(ids_of(print, sheet) == "H006: the page has no BleedBox: the bleed is 0.12 in\n");
  sheet.bleed = Length();
  CHECK(ids_of(print, sheet) == "");
}

/// A code of 21 modules, each dark one of its finders a box.
void put_modules(Print& print, double left, double top, double module, const plates::Paint& paint) {
  for (const auto& [x, y] : {std::pair(0, 0), std::pair(14, 0), std::pair(0, 14)}) {
    for (int i = 0; i < 49; ++i) {
      const int in = std::min({i % 7, i / 7, 6 - i % 7, 6 - i / 7});
      if (in == 1) continue;
      put(print, area(box(left + (x + i % 7) * module, top + (y + i / 7) * module, module, module),
                      paint));
    }
  }
}

TEST_CASE("QR codes whose modules are boxes are found, and what lies over one") {
  Print print = good_print();
  put_modules(print, 40, 300, 3, kBlack);
  CHECK(ids_of(print) == "");
  put(print, area(box(60, 320, 20, 20), kWhite));
  CHECK(ids_of(print) == "H011: a shape or picture lies over the QR code\n");
  Print drawn = good_print();
  put(drawn, qr(40, 300, 3, kBlack));
  put(drawn, area(box(40, 300, 22, 22), kWhite));
  CHECK(ids_of(drawn) == "H011: a shape or picture lies over the QR code\n");
  Print colored = good_print();
  put_modules(colored, 40, 300, 3, kTwoInks);
  CHECK(handbill::test::contains(ids_of(colored), "H012"));
}

TEST_CASE("words in the quiet zone of a code are told, and those of a mark are not") {
  Print print = good_print();
  put(print, text(14, box(105, 320, 40, 14), kTwoInks));
  put(print, qr(40, 300, 3, kBlack));
  CHECK(ids_of(print) ==
        "H011: `Call us` stands in the quiet zone of the QR code: 4 modules around it stay free\n");
  print.pages[0].objects[5].step = display::ProcessingStep::Folding;
  CHECK(ids_of(print) == "");
}

TEST_CASE("the rings of a code are square to a hundredth, and stand in each other") {
  const auto found = [](double wider, double off) {
    Print print = good_print();
    auto code = qr(40, 300, 1.1, kBlack);
    Path path;
    std::vector<Path> rings;
    for (const PathStep& step : code.path.steps()) {
      if (step.kind == PathStep::Kind::Move) rings.emplace_back();
      if (step.kind == PathStep::Kind::Move) rings.back().move(step.end);
      if (step.kind == PathStep::Kind::Line) rings.back().line(step.end);
      if (step.kind == PathStep::Kind::Close) rings.back().close();
    }
    for (std::size_t i = 0; i < rings.size(); ++i) {
      const Rect ring = *rings[i].bounds();
      Rect drawn = ring;
      if (i % 3 == 0) drawn.width = ring.width * (1 + wider);
      if (i % 3 == 2) drawn.left = ring.left + Length::pt(7.7 * off);
      path.append(Path::rect(drawn));
    }
    code.path = path;
    put(print, code);
    return ids_of(print) != "";
  };
  CHECK(found(0, 0));
  CHECK(found(0.009, 0));
  CHECK_FALSE(found(0.012, 0));
  CHECK(found(0, 0.029));
  CHECK_FALSE(found(0, 0.031));
}

TEST_CASE("black over its own ink is black, whatever it does") {
  Print print = good_print();
  put(print, area(box(20, 90, 200, 150), cmyk(0, 0, 0, 0.3)));
  const auto gray = of_space(ColorSpace::DeviceGray, kBlack);
  put(print, text(11, kPlace, gray));
  put(print, text(11, box(30, 120, 80, 10), kBlack));
  put(print, line(1.5, kFrom, kTo, gray));
  put(print, overprinting(area(box(30, 140, 80, 10), gray)));
  CHECK(ids_of(print) == "");
  print.pages[0].objects[5].paint = cmyk(0, 0.01, 0, 0.3);
  CHECK(handbill::test::contains(ids_of(print), "R0011"));
}

TEST_CASE("black of all inks is known by what they sum to") {
  Print print = good_print();
  put(print, text(49, kPlace, cmyk(0.75, 0.68, 0.67, 0.6)));
  CHECK(handbill::test::contains(ids_of(print),
                                 "H016: `Call us` is 49 pt black in 4 inks of 270 % in all"));
  for (const auto& paint : {cmyk(0.39, 0.9, 0.9, 0.8), cmyk(0.7, 0.7, 0.7, 0)}) {
    Print colored = good_print();
    put(colored, text(49, kPlace, paint));
    CHECK(ids_of(colored) == "");
  }
}

TEST_CASE("coarse pictures are found in patterns and soft masks too") {
  Print print = good_print();
  plates::Object tiled = area(kPlace, kTwoInks);
  tiled.inside.push_back(*picture(100, 8, box(0, 0, 100, 100)).picture);
  put(print, tiled);
  CHECK(handbill::test::contains(
      ids_of(print), "R0031: a picture in a pattern or soft mask has 72 pixels per inch"));
  print.pages[0].objects.back().inside[0].map = Matrix::scale(16, 16);
  CHECK(ids_of(print) == "");
}

TEST_CASE("what lies below is looked for by outlines, not by bounds") {
  Print print = good_print();
  print.pages[0].objects.clear();
  // A frame round the type, of which only the line has ink.
  Path ring = Path::rect(box(20, 90, 100, 40));
  ring.append(Path::rect(box(25, 95, 90, 30)));
  auto frame = area(box(20, 90, 100, 40), kTwoInks);
  frame.path = ring;
  frame.fill_rule = display::FillRule::EvenOdd;
  put(print, frame);
  put(print, text(8, box(30, 100, 80, 10), kBlack));
  CHECK(ids(judged(print, kSheetfed, good_sheet())) == "");
  put(print, text(8, box(30, 120, 80, 10), kBlack));
  CHECK(ids(judged(print, kSheetfed, good_sheet())) != "");
}

TEST_CASE("an area that a window cuts down to a sliver is no line, what a thin window draws is") {
  const auto found = [](const Rect& shape, const Rect& window) {
    Print print = good_print();
    auto cut = area(shape, kWhite);
    cut.clips = {Path::rect(window)};
    cut.bounds = Rect::from_edges(
        std::max(shape.left, window.left), std::max(shape.top, window.top),
        std::min(shape.right(), window.right()), std::min(shape.bottom(), window.bottom()));
    put(print, cut);
    return ids(judged(print, kSheetfed, good_sheet()));
  };
  const std::string thin = "H001: a line is 0.1 pt wide: lines are 0.125 pt or wider\n";
  CHECK(found(box(30, 200, 100, 50), box(20, 249.9, 200, 80)) == "");
  CHECK(found(box(30, 200, 100, 50), box(20, 220, 200, 0.1)).starts_with(thin));
  CHECK(found(box(30, 200, 100, 0.1), box(20, 180, 200, 80)).starts_with(thin));
}

TEST_CASE("a scrap of a code is none: half of it is still tried") {
  const auto found = [](double seen) {
    Print print = good_print();
    auto code = qr(340, 200, 2, kBlack);
    code.bounds = box(340, 200, 42, 42 * seen);
    put(print, code);
    return ids(judged(print, kSheetfed, good_sheet()));
  };
  CHECK(found(0.49) == "");
  CHECK(found(0.5).find("H011: the trim cuts into the quiet zone") == 0);
}

TEST_CASE("many faults of one rule in one place are told once, with the worst of them") {
  Print print = good_print();
  for (const double size : {7.0, 5.0, 6.0}) put(print, text(size, kPlace, kTwoInks));
  diag::Diagnostics diags;
  RuleSet set = house_rules(kSheetfed, good_sheet());
  std::erase_if(set.rules, [](const Rule& rule) { return rule.id != "R0017"; });
  judge(print, set, diags);
  REQUIRE(diags.list().size() == 1);
  CHECK(diags.list()[0].message ==
        "`Call us` is 5 pt in 2 inks: type of more than one ink is 8 pt or larger (the worst of 3 "
        "here)");
}

TEST_CASE("marks and lines for finishing machines are not judged") {
  Print print = good_print();
  plates::Paint all;
  all.all = true;
  put(print, line(0.05, {Length::pt(-30), {}}, {Length::pt(-12), {}}, all));
  auto fold = line(0.05, kFrom, kTo, kTwoInks);
  fold.step = display::ProcessingStep::Folding;
  put(print, fold);
  CHECK(ids(judged(print, kSheetfed, good_sheet())) == "");
}

}  // namespace handbill::rules
