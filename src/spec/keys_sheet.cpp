// SPDX-License-Identifier: MIT
// [sheet], [swatch.NAME] and [font.NAME].
#include "base/utf8.h"
#include "spec/bind.h"
#include "spec/parse_layout.h"

namespace handbill::spec {
namespace {

constexpr auto kBaselineKeys = std::to_array<Key<BaselineSpec>>({
    key<&BaselineSpec::step>("step", "", "distance of grid lines").between(1, 4000).required(),
    key<&BaselineSpec::start>("start", "0", "first grid line, from the top of the sheet"),
});

bool read_trim(const Value& value, const Request& request, SheetSpec& sheet) {
  if (value.as_array() == nullptr) return read(value, request, sheet.trim);
  const Request size{request.key, request.type,        {.least = 1},     request.diags,
                     "",          request.most_errors, request.constants};
  return read(value, size, sheet.size);
}

bool read_distance(const Value& value, const Request& request, SheetSpec& sheet) {
  const std::string* text = value.as_string();
  if (const auto far = text != nullptr ? parse_distance(*text) : std::nullopt) {
    sheet.viewing_distance = Spanned<Length>{*far, value.span};
  } else if (!read(value, request, sheet.viewing_distance)) {
    return false;
  }
  if (is_viewing_distance(sheet.viewing_distance->value)) return true;
  request.diags.error(diag::DiagnosticId::BadValue, value.span,
                      "`" + std::string(request.key) + "` is " +
                          (text != nullptr ? *text : std::string("0")) +
                          "; it is from 1 ft to 100 m");
  return false;
}

void check_size(const Value& value, const Request& request, SheetSpec& sheet) {
  if (!sheet.trim || !sheet.size) return;
  request.diags.add({diag::DiagnosticId::BadValue,
                     diag::Severity::Error,
                     "the sheet has both a `trim` and a `size`; it takes one of them",
                     value.find("size") != nullptr ? value.find("size")->span : value.span,
                     {{sheet.trim->span, "the trim is named here"}},
                     {}});
}

constexpr auto kFoldKeys = std::to_array<Key<FoldSpec>>({
    key<&FoldSpec::kind>("kind", "", "what the fold is called")
        .takes("one of none, half-fold, c-fold, z-fold, roll-fold, accordion-fold, gate-fold, "
               "closed-gate-fold, double-parallel-fold")
        .required(),
    key<&FoldSpec::panels>("panels", "4", "of a roll-fold or an accordion-fold: how many")
        .between(2, 16),
    key<&FoldSpec::gap>("gap", "0.125 in",
                        "of a gate-fold: room between the closed gates, at least")
        .least(0)
        .unscaled(),
});

constexpr auto kSheetKeys = std::to_array<Key<SheetSpec>>({
    key<&SheetSpec::trim>("trim", "",
                          "size of the finished sheet: \"letter landscape\", \"a5\", or "
                          "width and height")
        .takes("name of a paper size, or list of two lengths")
        .by(read_trim),
    key<&SheetSpec::size>("size", "", "width and height of a sheet of any other size")
        .least(1)
        .unscaled(),
    key<&SheetSpec::design>("design", "the trim",
                            "size the lengths of the layout are meant for; on another trim all but "
                            "bleed and safe areas grow or shrink with it")
        .takes("name of a paper size"),
    key<&SheetSpec::bleed>("bleed", "the shop's, or 0.125 in",
                           "how far colour runs past the trim; not less than the shop asks for")
        .between(0, 288)
        .unscaled(),
    key<&SheetSpec::safe>("safe", "the shop's, or 0.1875 in",
                          "how far text keeps from the trim, at least as far as the shop asks for")
        .least(0)
        .unscaled(),
    key<&SheetSpec::fold_safe>(
        "fold_safe", "the shop's, or 0.125 in",
        "how far text keeps from a fold, at least as far as the shop asks for")
        .least(0)
        .unscaled(),
    key<&SheetSpec::margin>("margin", "0.375 in",
                            "what `margin` means in an edge: space inside each panel, or inside "
                            "the sheet when it is not folded")
        .least(0),
    key<&SheetSpec::fold>("fold", "none",
                          "how the sheet is folded, by name or as a table; panel widths follow")
        .takes("table fold or one of its kinds"),
    key<&SheetSpec::panel_widths>("panel_widths", "from the fold",
                                  "widths of the outside panels, left to right, when the shop "
                                  "asks for its own")
        .least(1)
        .unscaled(),
    key<&SheetSpec::baseline>("baseline", "no grid", "the baseline grid: its step and start")
        .takes("table baseline"),
    key<&SheetSpec::columns>("columns", "none", "the column grid that boxes stand on")
        .takes("table sheet.columns"),
    key<&SheetSpec::marks>("marks", "false",
                           "crop and fold marks outside the bleed; a shop's own replace them"),
    key<&SheetSpec::stock>(
        "stock", "", "the paper, as the shop is told: \"silk text, 148 gsm\", \"100 lb cover\""),
    key<&SheetSpec::grams>("grams", "from the stock", "what a square metre of the paper weighs")
        .between(10, 2000),
    key<&SheetSpec::caliper>("caliper", "estimated from grams and finish",
                             "thickness of the paper: panels that fold in give way to it")
        .between(0, 14)
        .unscaled(),
    key<&SheetSpec::scored>("scored", "false", "the shop scores the folds before it folds"),
    key<&SheetSpec::sides>("sides", "2",
                           "how many sides of the paper are printed: with 2 each second [[side]] "
                           "is the back of the one before it, with 1 each stands on a leaf of its "
                           "own")
        .between(1, 2),
    key<&SheetSpec::viewing_distance>(
        "viewing_distance", "at hand",
        "how far off a sign is seen, for shops whose rules count it: \"10 ft\", \"3 m\"")
        .takes("length such as \"10 ft\" or \"3 m\"")
        .by(read_distance)
        .unscaled(),
});

constexpr auto kSwatchKeys = std::to_array<Key<SwatchSpec>>({
    key<&SwatchSpec::cmyk>("cmyk", "", "cyan, magenta, yellow and black in percent")
        .takes("list of four percentages")
        .between(0, 100),
    key<&SwatchSpec::hex>("hex", "",
                          "instead of `cmyk`, a screen colour that ink is mixed for, by the "
                          "printing condition of the shop and within its ink limit: \"#0b4f5c\"; a "
                          "message tells the inks"),
    key<&SwatchSpec::rgb>("rgb", "", "the same in red, green and blue, 0 to 255: [11, 79, 92]")
        .takes("list of three whole numbers")
        .between(0, 255),
    key<&SwatchSpec::screen>("screen", "that of hex",
                             "colour that stands for the swatch in SVG art: \"#0b4f5c\""),
    key<&SwatchSpec::spot>("spot", "",
                           "name of the ink when it is printed as a spot colour; `cmyk` stands in "
                           "for it on screens and on presses without it"),
    key<&SwatchSpec::tint>("tint", "100", "how strong the mix or the spot ink is printed")
        .between(0, 100),
    key<&SwatchSpec::registration>(
        "registration", "false",
        "prints on every plate, instead of `cmyk`: for marks outside the "
        "trim"),
});

/// The colour is given for a screen. It is given once.
bool is_mixed(const Value& value, const Request& request) {
  const Value* first = nullptr;
  std::string_view first_key;
  for (const std::string_view key : {"cmyk", "hex", "rgb"}) {
    const Value* each = value.find(key);
    if (each == nullptr) continue;
    if (first != nullptr) {
      request.diags.add({diag::DiagnosticId::BadValue,
                         diag::Severity::Error,
                         "the swatch has both `" + std::string(first_key) + "` and `" +
                             std::string(key) + "`; it takes one of them",
                         each->span,
                         {{first->span, "the other stands here"}},
                         {}});
      return true;
    }
    first = each;
    first_key = key;
  }
  if (first_key != "rgb") return first_key == "hex";
  const Value::Array* numbers = first->as_array();
  if (numbers != nullptr && numbers->size() != 3) {
    request.diags.error(diag::DiagnosticId::BadValue, first->span,
                        "`rgb` has " + std::to_string(numbers->size()) +
                            " numbers; it takes three: red, green, blue");
  }
  return true;
}

void check_swatch(const Value& value, const Request& request, SwatchSpec& swatch) {
  const Value* cmyk = value.find("cmyk");
  if (swatch.registration && swatch.registration->value) {
    for (const std::string_view key : {"cmyk", "hex", "rgb", "spot"}) {
      if (const Value* other = value.find(key)) {
        request.diags.error(
            diag::DiagnosticId::BadValue, other->span,
            "a registration colour prints on every plate; it has no `" + std::string(key) + "`");
      }
    }
    return;
  }
  if (is_mixed(value, request)) return;
  if (cmyk == nullptr) report_missing_key("cmyk", "swatch.NAME", value, request);
  if (cmyk == nullptr || cmyk->as_array() == nullptr || swatch.cmyk.size() == 4) return;
  if (cmyk->as_array()->size() == 4) return;
  request.diags.error(diag::DiagnosticId::BadValue, cmyk->span,
                      "`cmyk` has " + std::to_string(cmyk->as_array()->size()) +
                          " numbers; it takes four: cyan, magenta, yellow, black");
}

constexpr auto kFontKeys = std::to_array<Key<FontSpec>>({
    key<&FontSpec::family>("family", "", "a family of fonts.toml").required(),
    key<&FontSpec::fallback>("fallback", "", "families asked when a character is missing"),
    key<&FontSpec::features>("features", "", "OpenType features: \"smcp\", \"ss01=2\", \"-liga\""),
    key<&FontSpec::protrusion>("protrusion", "measured from the outlines",
                               "how far characters may stand out over the left and the right edge "
                               "of their lines, in percent of their width: { \"-\" = [0, 60] }")
        .takes("table of pairs of percentages by character")
        .between(-100, 100),
});

constexpr auto kInsetsKeys = std::to_array<Key<InsetsSpec>>({
    key<&InsetsSpec::top>("top", "0", "space at the top").least(0),
    key<&InsetsSpec::right>("right", "0", "space at the right").least(0),
    key<&InsetsSpec::bottom>("bottom", "0", "space at the bottom").least(0),
    key<&InsetsSpec::left>("left", "0", "space at the left").least(0),
});

constexpr auto kMarginKeys = std::to_array<Key<MarginSpec>>({
    key<&MarginSpec::top>("top", "0.375 in", "space at the top").least(0),
    key<&MarginSpec::right>("right", "0.375 in", "space at the right").least(0),
    key<&MarginSpec::bottom>("bottom", "0.375 in", "space at the bottom").least(0),
    key<&MarginSpec::left>("left", "0.375 in", "space at the left").least(0),
    key<&MarginSpec::inside>("inside", "",
                             "space at the spine, instead of `left` and `right`: at the left of "
                             "rectos and the right of versos, from right to left the other way")
        .least(0),
    key<&MarginSpec::outside>("outside", "", "space at the other side; stands with `inside`")
        .least(0),
});

}  // namespace

bool read(const Value& value, const Request& request, FoldSpec& into) {
  if (value.as_table() != nullptr) return read_table(value, request, into);
  Request word = request;
  word.type = kFoldKeys.front().info.type;
  into.span = value.span;
  return read(value, word, into.kind);
}

void dump(const FoldSpec& value, std::string_view name, Lines& lines) {
  if (value.kind && value.kind->span == value.span) return dump(*value.kind, name, lines);
  lines.line(name, "", value.span);
  dump_keys(value, lines);
}

bool read(const Value& value, const Request& request, std::vector<ProtrusionSpec>& into) {
  const Value::Table* table = value.as_table();
  if (table == nullptr) {
    request.wrong_type(value);
    return false;
  }
  bool ok = true;
  for (const Entry& entry : *table) {
    if (request.given_up()) return false;
    const Value::Array* sides = entry.value.as_array();
    if (count_code_points(entry.key) != 1) {
      request.diags.error(diag::DiagnosticId::BadValue, entry.key_span,
                          "`protrusion` is said of single characters; `" + entry.key + "` is none");
      ok = false;
    } else if (sides == nullptr || sides->size() != 2) {
      request.wrong_type(entry.value);
      ok = false;
    } else {
      ProtrusionSpec& each = into.emplace_back();
      each.character = entry.key;
      each.span = entry.key_span;
      for (std::size_t i = 0; i < 2; ++i) ok = read((*sides)[i], request, each.sides[i]) && ok;
    }
  }
  return ok;
}

TableKeys<SheetSpec> table_keys(const SheetSpec*) {
  return {"sheet", "The sheet of paper and its fold.", kSheetKeys, check_size};
}

TableKeys<FoldSpec> table_keys(const FoldSpec*) {
  return {
      "fold",
      "How the sheet is folded. Panels that fold in are narrower than those round them, by what "
      "the shop asks for and the paper needs.",
      kFoldKeys};
}

TableKeys<BaselineSpec> table_keys(const BaselineSpec*) {
  return {"baseline",
          "The baseline grid of the sheet, on all its sides and panels. Text "
          "whose leading is the "
          "step, or a multiple of it, stands on the grid.",
          kBaselineKeys};
}

TableKeys<SwatchSpec> table_keys(const SwatchSpec*) {
  return {"swatch.NAME", "A named colour. `black` and `paper` need no swatch.", kSwatchKeys,
          check_swatch};
}

TableKeys<FontSpec> table_keys(const FontSpec*) {
  return {"font.NAME", "A name that styles give to a font family.", kFontKeys};
}

TableKeys<InsetsSpec> table_keys(const InsetsSpec*) {
  return {"inset", "Space by side, for `inset` and the `margin` of a press sheet.", kInsetsKeys};
}

TableKeys<MarginSpec> table_keys(const MarginSpec*) {
  return {"margin",
          "The margins of a sheet by side. With `inside` and `outside` they follow the spine of a "
          "booklet.",
          kMarginKeys};
}

}  // namespace handbill::spec
