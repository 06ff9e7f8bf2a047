// SPDX-License-Identifier: MIT
#include "build/compile.h"

#include <algorithm>
#include <utility>

#include "build/settle.h"
#include "check/check_pages.h"
#include "check/name_frames.h"
#include "content/lost_heading.h"
#include "document/resolve_imposition.h"
#include "document/resolve_side.h"
#include "document/set_on_trim.h"
#include "plates/from_pages.h"
#include "press/impose.h"
#include "press/marks.h"
#include "press/prepare.h"
#include "press/ready_pictures.h"
#include "press/tile_marks.h"
#include "rules/judge.h"
#include "rules/judge_document.h"
#include "rules/repair.h"
#include "rules/waivers.h"
#include "spec/imposition_spec.h"

namespace handbill::build {
namespace {

/// The shop asked for, or that of the layout. Nothing and no error: none in particular.
std::optional<document::PrintShop> find_shop(const CompileInputs& in,
                                             const spec::LayoutSpec& layout,
                                             diag::SourceMap& sources, diag::Diagnostics& diags) {
  const bool is_layouts = in.shop.empty() && layout.shop;
  const std::string name = is_layouts ? layout.shop->value : in.shop;
  if (name.empty() || name == "none") return std::nullopt;
  return in.shops.find(name, is_layouts ? layout.shop->span : diag::Span(), in.files, sources,
                       diags);
}

/// What stands round the pages, and the pages on the sheets that are printed. Nothing: an error was
/// added.
std::optional<display::PageList> for_press(const CompileInputs& in,
                                           const document::Document& document,
                                           display::PageList pages,
                                           std::optional<document::Imposition>& imposition,
                                           font::FontBook& fonts, diag::SourceMap& sources,
                                           diag::Diagnostics& diags) {
  const bool is_shops = in.imposition.empty() && document.shop != nullptr;
  const std::string name = is_shops ? document.shop->imposition : in.imposition;
  const diag::Span asked_at = is_shops ? document.shop->imposition_span : diag::Span{};
  if (name.empty() || name == "none") {
    return press::add_marks(document, std::move(pages), nullptr, fonts, diags);
  }
  const auto spec = spec::parse_imposition(in.files, name, asked_at, sources, diags);
  if (!spec) return std::nullopt;
  imposition =
      document::resolve_imposition(*spec, name,
                                   {document.sheet.trim, document.sheet.bleed,
                                    press::marks_reach(document), press::tile_foot(document)},
                                   diags);
  if (!imposition) return std::nullopt;
  auto sheets = press::impose(std::move(pages), *imposition, document.sheet.printed, diags);
  if (!sheets) return std::nullopt;
  if (imposition->scheme == document::Scheme::Tile) {
    return press::add_tile_marks(document, *imposition, std::move(*sheets), fonts, diags);
  }
  return press::add_marks(document, std::move(*sheets), &*imposition, fonts, diags);
}

/// The rules of the shop, if it has some.
std::optional<rules::RuleSet> shop_rules(const CompileInputs& in,
                                         const document::Document& document,
                                         diag::SourceMap& sources, diag::Diagnostics& diags) {
  if (!document.shop) return std::nullopt;
  return rules::rules_of(*document.shop, document.sheet, in.files, sources, diags);
}

/// What waivers may name. Rules of other shops are looked up only where one asks for them.
rules::WaivableRules waivable(const CompileInputs& in, const document::Document& document,
                              const std::optional<rules::RuleSet>& rules,
                              diag::SourceMap& sources) {
  if (rules) return {rules->known, {}};
  const std::vector<std::string> checks = rules::layout_checks();
  const auto is_check = [&](const document::Waiver& waiver) {
    return std::ranges::find(checks, waiver.rule) != checks.end();
  };
  if (std::ranges::all_of(document.waivers, is_check)) return {};
  return {{}, rules::rules_of_packs(in.files, sources)};
}

/// What placing has told, in two.
struct Told {
  diag::Diagnostics waivable, rest;  ///< what waivers may speak of, and what not
};

Told parted(const diag::Diagnostics& placing) {
  const std::vector<std::string> checks = rules::layout_checks();
  Told told;
  for (const diag::Diagnostic& each : placing.list()) {
    const bool is_check = std::ranges::find(checks, diag::info(each.id).name) != checks.end();
    (is_check ? told.waivable : told.rest).add(each);
  }
  return told;
}

void add_all(const diag::Diagnostics& from, diag::Diagnostics& to) {
  for (const diag::Diagnostic& each : from.list()) to.add(each);
}

/// Stage 7: looks at the pages as a reader and, when there is a print shop, as its press does; then
/// the waivers of the layout speak, also of what placing has `found`.
void judge(const CompileInputs& in, const document::Document& document,
           const display::PageList& pages, const std::optional<rules::RuleSet>& rules,
           const color::Preview& screen, const font::FontBook& fonts, diag::SourceMap& sources,
           diag::Diagnostics found, diag::Diagnostics& diags) {
  using check::SafeArea;
  if (rules) rules::judge_document(document, pages, fonts, *rules, found);
  const plates::Print drawings = plates::drawings(pages, fonts);
  rules::judge(drawings,
               rules::rules_of_all(rules ? &*rules : nullptr, document.sheet.viewing_distance),
               found);
  found = check::name_frames(document, pages, found);
  const bool by_rules = rules && rules->find("text-margin") != nullptr;
  check::check_pages(document, pages,
                     {fonts, screen, drawings, by_rules ? SafeArea::LeaveToRules : SafeArea::Check},
                     found);
  found = rules::waive(document.waivers, document.metadata.date,
                       waivable(in, document, rules, sources), found);
  add_all(found, diags);
}

}  // namespace

Compiled compile(const CompileInputs& in, font::FontBook& fonts, diag::SourceMap& sources,
                 diag::Diagnostics& diags) {
  const std::size_t errors_before = diags.error_count();
  Compiled out;
  out.press = in.press;
  const auto catalog = spec::parse_fonts(in.files, sources, diags);
  const std::size_t errors_before_layout = diags.error_count();
  out.layout = spec::parse_layout(in.files, in.layout, in.language, sources, diags);
  if (!out.layout || !document::has_sides(*out.layout, diags)) return out;
  out.layout = document::set_on_trim(std::move(*out.layout), in.trim, diags);
  const bool has_layout = diags.error_count() == errors_before_layout;
  const std::size_t errors_before_content = diags.error_count();
  spec::ContentSpec written =
      spec::parse_content(in.files, *out.layout, in.settings, sources, diags);
  const bool has_content = diags.error_count() == errors_before_content;
  written = content::with_headings(std::move(written), diags);
  spec::compare_translations(written, diags);
  out.content.emplace(content::Content::check(std::move(written), diags, {.phones = in.phones}));
  const std::size_t errors = diags.error_count();
  const std::optional<document::PrintShop> shop = find_shop(in, *out.layout, sources, diags);
  if (!catalog || !has_layout || diags.error_count() > errors) return out;
  if (shop) out.press = shop->press;
  // Pages without all of the words would have faults of their own.
  const bool is_whole = has_content && out.content->is_whole();
  const auto purpose = is_whole ? Settle::Pages : Settle::DocumentAlone;
  diag::Diagnostics placing;
  Settled settled =
      settle({in, *out.layout, *out.content, *catalog, shop ? shop->shop : nullptr, purpose}, fonts,
             sources, placing);
  if (settled.layout) out.layout = std::move(settled.layout);
  out.document = std::move(settled.document);
  auto pages = std::move(settled.pages);
  if (out.document) rules::check_waivers(out.document->waivers, diags);
  in.pause();
  if (pages) pages = press::ready_pictures(*out.document, std::move(*pages), out.press, diags);
  if (!pages) {
    add_all(placing, diags);
    return out;
  }
  in.pause();
  pages = press::prepare(*out.document, std::move(*pages), diags);
  const Told told = parted(placing);
  const auto rules = shop_rules(in, *out.document, sources, diags);
  if (rules) {
    const rules::Fixes fixes{in.repairs == Repairs::All, out.document->shop->fixes};
    pages = rules::repaired(std::move(*pages), *rules, fixes, diags);
  }
  judge(in, *out.document, *pages, rules, out.press, fonts, sources, told.waivable, diags);
  add_all(told.rest, diags);
  in.pause();
  pages = for_press(in, *out.document, std::move(*pages), out.imposition, fonts, sources, diags);
  if (diags.error_count() == errors_before) out.pages = std::move(pages);
  return out;
}

}  // namespace handbill::build
