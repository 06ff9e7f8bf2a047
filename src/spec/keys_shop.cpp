// SPDX-License-Identifier: MIT
// Print shops: layouts/shops/NAME.toml and layouts/shops/conditions.toml.
#include <algorithm>
#include <cstddef>

#include "base/claims.h"
#include "spec/shop_keys.h"
#include "spec/words.h"

namespace handbill::spec {
namespace {

constexpr auto kConditionKeys = std::to_array<Key<ConditionSpec>>({
    key<&ConditionSpec::identifier>("identifier", "",
                                    "its name in the ICC's characterization data registry: "
                                    "\"CGATS TR 006\"")
        .required(),
    key<&ConditionSpec::info>("info", "", "what it is, for people"),
    key<&ConditionSpec::ink_limit>("ink_limit", "320",
                                   "most ink its separations print on one spot, in percent")
        .between(100, 400),
    key<&ConditionSpec::profile>("profile", "",
                                 "ICC profile that is built from its measurements: "
                                 "\"gracol-coated\" is gracol-coated.icc"),
    key<&ConditionSpec::icc>("icc", "",
                             "a profile of the shop's own instead: a file of the project, "
                             "\"profiles/shop.icc\""),
});

constexpr auto kConditionsKeys = std::to_array<Key<ConditionsFile>>({
    key<&ConditionsFile::conditions>("condition", "", "press conditions by name"),
});

/// The words of `draw`; Marks of document/shop.h draws them.
constexpr std::string_view kMarkWords = "one of crop, registration, color-bar, fold, slug";

bool read_draw(const Value& value, const Request& request, MarksSpec& marks) {
  const Request word{request.key,   kMarkWords, request.range,
                     request.diags, "",         request.most_errors};
  if (value.as_array() != nullptr || value.as_string() != nullptr) {
    return read(value, word, marks.draw);
  }
  request.wrong_type(value);
  return false;
}

constexpr auto kMarksKeys = std::to_array<Key<MarksSpec>>({
    key<&MarksSpec::draw>(
        "draw", "none", "what stands outside the bleed: crop, registration, color-bar, fold, slug")
        .takes("list of words")
        .by(read_draw),
    key<&MarksSpec::length>("length", "5 mm", "how long crop and fold marks are").between(3, 144),
    key<&MarksSpec::offset>("offset", "3.175 mm",
                            "how far marks keep from the trim; never less than the bleed")
        .between(0, 144),
    key<&MarksSpec::width>("width", "0.25 pt", "how thick their lines are").between(0.1, 2),
});

constexpr auto kFoldAllowanceKeys = std::to_array<Key<FoldAllowanceSpec>>({
    key<&FoldAllowanceSpec::least>("least", "0.0625 in",
                                   "how much narrower a panel that folds in is at least")
        .between(0, 72),
    key<&FoldAllowanceSpec::calipers>("calipers", "3",
                                      "or so many times the thickness of the stock")
        .takes("number")
        .between(0, 20),
});

constexpr std::string_view kStandardWords =
    "one of none, x-4, x-1a, a-2a, a-2u, a-2b, ua-1, PDF/X-4, PDF/X-1a:2003, PDF/A-2a, PDF/A-2u, "
    "PDF/A-2b, PDF/UA-1";

/// Tells of a claim that can't stand beside those before it.
bool stands_beside(const Text& word, const std::vector<Text>& before, diag::Diagnostics& diags) {
  const auto claim = claim_named(word.value);
  for (const Text& each : before) {
    const auto other = claim_named(each.value);
    std::string why;
    if (!claim || !other) {
      why = "`none` stands alone";
    } else if (facts_of(*claim).family == facts_of(*other).family) {
      why = claim == other ? "it is named twice" : "a file says one of the two";
    } else if (std::min(facts_of(*claim).newest_pdf, facts_of(*other).newest_pdf) < 6) {
      why = "PDF/X-1a is PDF 1.4 for printing alone: it has no tags";
    }
    if (why.empty()) continue;
    diag::Diagnostic wrong{
        diag::DiagnosticId::BadValue, diag::Severity::Error,
        quoted(word.value) + " can't stand beside " + quoted(each.value) + ": " + why, word.span};
    wrong.labels.push_back({each.span, "the other"});
    diags.add(std::move(wrong));
    return false;
  }
  return true;
}

bool read_standard(const Value& value, const Request& request, ShopSpec& shop) {
  if (value.as_array() == nullptr && value.as_string() == nullptr) {
    request.wrong_type(value);
    return false;
  }
  const Request word{request.key, kStandardWords,     request.range, request.diags,
                     "",          request.most_errors};
  if (!read(value, word, shop.standard)) return false;
  for (std::size_t i = 1; i < shop.standard.size(); ++i) {
    const std::vector<Text> before(shop.standard.begin(),
                                   shop.standard.begin() + static_cast<std::ptrdiff_t>(i));
    if (!stands_beside(shop.standard[i], before, request.diags)) return false;
  }
  return true;
}

bool read_rich_black(const Value& value, const Request& request, ShopSpec& shop) {
  if (!read(value, request, shop.rich_black)) return false;
  if (shop.rich_black.size() == 4) return true;
  request.diags.error(diag::DiagnosticId::BadValue, value.span,
                      "`rich_black` has " + std::to_string(shop.rich_black.size()) +
                          " numbers; it takes four: cyan, magenta, yellow, black");
  return false;
}

constexpr auto kShopKeys = std::to_array<Key<ShopSpec>>({
    // read_with_extended has followed it when the keys are read.
    sugar<ShopSpec>("extends", "name or list of names",
                    "shops this one is laid over: \"us-sheetfed-coated\"",
                    [](const Value&, const Request&, ShopSpec&) { return true; }),
    key<&ShopSpec::title>("title", "", "what the shop is, for people").required(),
    key<&ShopSpec::standard>(
        "standard", "none",
        "what the PDF conforms to: none, x-4, x-1a, a-2a, a-2u, a-2b, ua-1, also by their names "
        "(\"PDF/X-4\"). x-4 and none say PDF/UA-1 and the highest level of PDF/A-2 beside it where "
        "the file keeps them; where one of those is named, only what is named is said")
        .takes("word or list of words")
        .by(read_standard),
    key<&ShopSpec::condition>(
        "condition", "none",
        "the press and paper printed on: a condition of conditions.toml, or a "
        "table of its keys")
        .takes("name of a condition, or table condition"),
    key<&ShopSpec::bleed>("bleed", "0.125 in",
                          "how far colour runs past the trim at least; 0: pages end at the trim")
        .between(0, 288),
    key<&ShopSpec::safe>("safe", "0.125 in", "how far text keeps from the trim at least")
        .between(0, 288),
    key<&ShopSpec::fold_safe>("fold_safe", "0.125 in", "how far text keeps from a fold at least")
        .between(0, 288),
    key<&ShopSpec::marks>("marks", "none", "what stands outside the trim, in place of sheet.marks"),
    key<&ShopSpec::ink_limit>("ink_limit", "the condition's",
                              "most ink of all plates together, as the mean of a square of 15 mm")
        .between(100, 400),
    key<&ShopSpec::spots>("spots", "any", "spot inks the shop mixes; []: none"),
    key<&ShopSpec::rich_black>("rich_black", "black alone",
                               "what large solids of black are printed in: cyan, magenta, yellow "
                               "and black in percent")
        .takes("list of four percentages")
        .between(0, 100)
        .by(read_rich_black),
    key<&ShopSpec::rich_black_from>("rich_black_from", "1 in",
                                    "solids whose shorter side is at least this are large")
        .between(0, 14400),
    key<&ShopSpec::rgb_pictures>("rgb_pictures", "convert",
                                 "what becomes of pictures in RGB: into ink, or kept with their "
                                 "profile for the shop to convert")
        .takes("one of convert, keep"),
    key<&ShopSpec::picture_ppi>("picture_ppi", "300",
                                "pixels an inch that the shop prints: pictures of more than one "
                                "and a half times as many are made smaller")
        .takes("number")
        .between(72, 2400),
    key<&ShopSpec::picture_distance>(
        "picture_distance", "none",
        "the viewing distance that picture_ppi is for; sheets seen from farther away print fewer "
        "pixels in proportion, at least 72")
        .between(1, 14400),
    key<&ShopSpec::intent>("intent", "perceptual",
                           "how colours that ink can't reach are brought in")
        .takes("one of perceptual, relative-colorimetric"),
    key<&ShopSpec::rules>("rules", "none", "rule pack pages are judged by: \"handbill\""),
    key<&ShopSpec::rules_class>("rules_class", "none",
                                "class of that pack, with its limits: \"sheetfed-cmyk\""),
    key<&ShopSpec::rule_changes>("rule", "",
                                 "severities and limits of its own for rules of the pack: "
                                 "[rule.R0031]"),
    key<&ShopSpec::fixes>("fixes", "none", "safe repairs that are made without being asked"),
    key<&ShopSpec::processing_steps>("processing_steps", "false",
                                     "whether folds and cuts are told on a layer that does not "
                                     "print (ISO 19593-1)"),
    key<&ShopSpec::fold_allowance>("fold_allowance", "",
                                   "how panels that fold in give way to the paper's thickness")
        .takes("table fold_allowance"),
    key<&ShopSpec::score_from>("score_from", "115",
                               "stock of more grams per square metre is scored before it is folded")
        .takes("number")
        .between(0, 2000),
    key<&ShopSpec::imposition>("imposition", "none", "how pages are placed on the shop's sheets"),
});

}  // namespace

bool read(const Value& value, const Request& request, Number& into) {
  const auto number = value.as_number();
  if (!number) {
    request.wrong_type(value);
    return false;
  }
  into = {*number, value.span};
  return request.in_range(*number, value.span, format_number(*number, 3), "");
}

void dump(const Number& value, std::string_view name, Lines& lines) {
  lines.line(name, format_number(value.value, 3), value.span);
}

bool read(const Value& value, const Request& request, ConditionSpec& into) {
  if (value.as_string() == nullptr) return read_table(value, request, into);
  into.span = value.span;
  return read(value, request, into.use);
}

void dump(const ConditionSpec& value, std::string_view name, Lines& lines) {
  if (value.use) return dump(*value.use, name, lines);
  lines.line(name, "", value.span);
  dump_keys(value, lines);
}

TableKeys<ShopSpec> table_keys(const ShopSpec*) {
  return {"shop", "What a print shop asks for: layouts/shops/NAME.toml.", kShopKeys};
}

TableKeys<MarksSpec> table_keys(const MarksSpec*) {
  return {"shop.marks", "Marks of a shop.", kMarksKeys};
}

TableKeys<FoldAllowanceSpec> table_keys(const FoldAllowanceSpec*) {
  return {"shop.fold_allowance", "A panel that folds in is narrower by the larger of the two.",
          kFoldAllowanceKeys};
}

TableKeys<ConditionSpec> table_keys(const ConditionSpec*) {
  return {"condition.NAME",
          "A way of printing on a kind of paper: in layouts/shops/conditions.toml, or in a shop.",
          kConditionKeys};
}

TableKeys<ConditionsFile> table_keys(const ConditionsFile*) {
  return {"conditions", "Press conditions: layouts/shops/conditions.toml.", kConditionsKeys};
}

}  // namespace handbill::spec
