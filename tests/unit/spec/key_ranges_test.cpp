// SPDX-License-Identifier: MIT
// Each key that takes values of a range alone: at its ends, and a little past them.
#include <catch2/catch.hpp>
#include <cmath>

#include "base/number.h"
#include "diag/render.h"
#include "spec/imposition_spec.h"
#include "spec/key_table.h"
#include "spec/order_spec.h"
#include "spec/parse_layout.h"
#include "spec/parse_shop.h"
#include "spec/printed_spec.h"
#include "spec/records_spec.h"
#include "spec/rules_spec.h"

namespace handbill::spec {
namespace {

/// A file in which `@` stands for a line of the table.
struct Home {
  std::string_view table, path, text;
};

constexpr std::string_view kLayout = "layouts/layout.toml";
constexpr std::string_view kShop = "layouts/shops/shop.toml";
constexpr std::string_view kConditions = "layouts/shops/conditions.toml";

constexpr Home kHomes[] = {
    {"sheet", kLayout, "[sheet]\n@"},
    {"fold", kLayout, "[sheet]\nfold = { kind = 'roll-fold', @ }"},
    {"sheet.columns", kLayout, "[sheet]\ncolumns = { @ }"},
    {"part.NAME", kLayout, "[part.step]\n@"},
    {"baseline", kLayout, "[sheet]\nbaseline = { @ }"},
    {"margin", kLayout, "[sheet]\nmargin = { @ }"},
    {"pages", kLayout, "[pages]\n@"},
    {"edition.large-print", kLayout, "[edition.large-print]\n@"},
    {"edition.office", kLayout, "[edition.office]\n@"},
    {"edition.text", kLayout, "[edition.text]\n@"},
    {"edition.braille", kLayout, "[edition.braille]\n@"},
    {"side", kLayout, "[[side]]\n@"},
    {"inset", kLayout, "[[side]]\n[[side.frame]]\ninset = { @ }"},
    {"swatch.NAME", kLayout, "[swatch.ink]\n@"},
    {"font.NAME", kLayout, "[font.text]\n@"},
    {"character.NAME", kLayout, "[character.strong]\n@"},
    {"style.NAME", kLayout, "[style.body]\n@"},
    {"rule", kLayout, "[style.body]\nrule_above = { @ }"},
    {"hyphen_min", kLayout, "[style.body]\nhyphen_min = { @ }"},
    {"drop_cap", kLayout, "[style.body]\ndrop_cap = { @ }"},
    {"lead_in", kLayout, "[style.body]\nlead_in = { @ }"},
    {"side_room", kLayout, "[style.body]\nside = { @ }"},
    {"fit", kLayout, "[story.words]\nfit = { @ }"},
    {"side.frame", kLayout, "[[side]]\n[[side.frame]]\n@"},
    {"fill", kLayout, "[[side]]\n[[side.frame]]\nfill = { gradient = 'radial', @ }"},
    {"stop", kLayout, "[[side]]\n[[side.frame]]\nfill = { stops = ['a', { color = 'b', @ }] }"},
    {"stroke", kLayout, "[[side]]\n[[side.frame]]\nstroke = { @ }"},
    {"side.frame.table", kLayout, "[table.prices]\n@"},
    {"side.frame.table.column", kLayout,
     "[table.prices]\ncolumn = [{ text = 'a', art = 'a.svg', @ }]"},
    {"link", kLayout, "[table.prices]\ncolumn = [{ link = { @ } }]"},
    {"cell", kLayout, "[table.prices]\nrow = [{ cells = [{ text = 'a', art = 'a.svg', @ }] }]"},
    {"side.frame.table.group_header", kLayout, "[table.prices]\ngroup_header = { @ }"},
    {"shop", kShop, "@"},
    {"shop.marks", kShop, "[marks]\n@"},
    {"shop.fold_allowance", kShop, "[fold_allowance]\n@"},
    {"condition.NAME", kConditions, "[condition.own]\n@"},
    {"rule.NAME.class", "layouts/rules/rules.toml", "[rule.A1.class]\nany = { @ }"},
    {"word_rule.NAME", "layouts/rules/rules.toml", "[word_rule.a]\ncheck = \"x\"\n@"},
    {"layouts/impositions/NAME.toml", "layouts/impositions/own.toml", "@"},
    {"order.toml", kOrderFile, "@"},
    {"family.NAME", "fonts/fonts.toml", "[family.Lato]\n@"},
    {"family.NAME.faces", "fonts/fonts.toml", "[family.Lato]\nfaces = [{ @ }]"},
    {"approval", kApprovedFile, "[[approval]]\n@"},
    {"print", kPrintedFile, "[[print]]\n@"},
    {"discarded", kPrintedFile, "[[discarded]]\n@"},
};

bool has(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

/// As many numbers as the key takes.
std::string written(const KeyInfo& key, double value) {
  const std::string number = format_number(value, 3);
  const std::string one = has(key.type, "length") ? "'" + number + " pt'" : number;
  if (has(key.type, "pairs")) return "{ '-' = [" + one + ", " + one + "] }";
  if (!key.type.starts_with("list of")) return one;
  const bool is_three = has(key.type, "three"), is_four = has(key.type, "four");
  std::string list = one + ", " + one;
  if (is_three || is_four) list += ", " + one;
  return "[" + list + (is_four ? ", " + one + "]" : "]");
}

/// What is said of the value of the key.
std::string said(const Home& home, const KeyInfo& key, double value) {
  std::string text(home.text);
  text.replace(text.find('@'), 1, std::string(key.name) + " = " + written(key, value));
  using Files = std::map<std::string, std::string, std::less<>>;
  const diag::MemoryFiles files(Files{{std::string(home.path), text}});
  diag::SourceMap sources;
  diag::Diagnostics diags;
  if (home.path == kLayout) parse_layout(files, kLayout, "", sources, diags);
  if (home.path == kShop) parse_shop(files, "shop", {}, sources, diags);
  if (home.path == kConditions) parse_conditions(files, {}, sources, diags);
  if (has(home.path, "/rules/")) parse_rules(files, "rules", {}, sources, diags);
  if (has(home.path, "/impositions/")) parse_imposition(files, "own", {}, sources, diags);
  if (home.path == kOrderFile) parse_order(files, sources, diags);
  if (has(home.path, "fonts/")) parse_fonts(files, sources, diags);
  if (home.path == kApprovedFile) parse_approved(files, sources, diags);
  if (home.path == kPrintedFile) parse_printed(files, sources, diags);
  std::string all;
  for (const diag::Diagnostic& each : diags.list()) {
    const bool is_of_key = has(each.message, "`" + std::string(key.name) + "` is ");
    const bool is_of_form =
        each.id == diag::DiagnosticId::WrongType || each.id == diag::DiagnosticId::BadLength;
    if (is_of_key || is_of_form || each.id == diag::DiagnosticId::UnknownKey) {
      all += each.message + "\n";
    }
  }
  return all;
}

void check_key(const Home& home, const KeyInfo& key) {
  const double step = has(key.type, "whole number") ? 1 : 0.5;
  CAPTURE(std::string(key.name), key.range.least, key.range.most);
  CHECK(said(home, key, key.range.least) == "");
  CHECK(has(said(home, key, key.range.least - step), "` is "));
  if (!std::isfinite(key.range.most)) return;
  CHECK(said(home, key, key.range.most) == "");
  CHECK(has(said(home, key, key.range.most + step), "` is "));
}

}  // namespace

TEST_CASE("each key takes the ends of its range, and nothing past them") {
  std::size_t keys = 0;
  for (const TableInfo& table : key_tables()) {
    CAPTURE(std::string(table.name));
    for (const KeyInfo& key : table.keys) {
      if (!std::isfinite(key.range.least)) continue;
      const auto* home = std::ranges::find(kHomes, table.name, &Home::table);
      INFO("kHomes says where the table stands");
      REQUIRE(home != std::end(kHomes));
      check_key(*home, key);
      ++keys;
    }
  }
  CHECK(keys > 100);
}

}  // namespace handbill::spec
