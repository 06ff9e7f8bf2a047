// SPDX-License-Identifier: MIT
#include "build/compile.h"

#include <algorithm>
#include <utility>

#include "build/approvals.h"
#include "build/judge_translation.h"
#include "build/orders.h"
#include "build/parity.h"
#include "build/settle.h"
#include "build/tell_once.h"
#include "build/waiver_places.h"
#include "check/check_pages.h"
#include "check/name_frames.h"
#include "content/lost_heading.h"
#include "document/edition.h"
#include "document/resolve_imposition.h"
#include "document/resolve_side.h"
#include "document/set_on_trim.h"
#include "plates/from_pages.h"
#include "press/bind_pages.h"
#include "press/edition_pages.h"
#include "press/impose.h"
#include "press/marks.h"
#include "press/prepare.h"
#include "press/ready_pictures.h"
#include "press/tile_marks.h"
#include "rules/judge.h"
#include "rules/judge_document.h"
#include "rules/repair.h"
#include "rules/waivers.h"
#include "words/words.h"

namespace handbill::build {
namespace {

/// What stands round the pages, and the pages on the sheets that are printed. Nothing: an error was
/// added.
std::optional<display::PageList> for_press(const Orders& orders, const document::Document& document,
                                           display::PageList pages,
                                           std::optional<document::Imposition>& imposition,
                                           const font::FontBook& fonts, diag::Diagnostics& diags) {
  const bool is_reflowed = facts_of(document.edition).form == EditionForm::Reflowed;
  if (orders.imposed_as.empty() && (document.office || document.screen || is_reflowed)) {
    return press::as_edition(document, std::move(pages), fonts, diags);
  }
  if (orders.imposed_as.empty()) {
    return press::add_marks(document, std::move(pages), nullptr, fonts, diags);
  }
  if (!orders.imposition) return std::nullopt;
  imposition =
      document::resolve_imposition(*orders.imposition, orders.imposed_as,
                                   {document.sheet.trim, document.sheet.bleed,
                                    press::marks_reach(document), press::tile_foot(document)},
                                   diags);
  if (!imposition) return std::nullopt;
  if (document::binds(imposition->scheme)) {
    auto bound = press::bind_pages(document, std::move(pages), *imposition, diags);
    if (!bound) return std::nullopt;
    const press::OnSheets on{*imposition, std::move(bound->places)};
    return press::add_marks(document, std::move(bound->sheets), &on, fonts, diags);
  }
  auto sheets = press::impose(std::move(pages), *imposition, document.sheet.printed, diags);
  if (!sheets) return std::nullopt;
  if (imposition->scheme == document::Scheme::Tile) {
    return press::add_tile_marks(document, *imposition, std::move(*sheets), fonts, diags);
  }
  const press::OnSheets on{*imposition};
  return press::add_marks(document, std::move(*sheets), &on, fonts, diags);
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

/// Stage 7: looks at the pages as a reader and, when there is a print shop, as its press does; then
/// the waivers of the layout speak, also of what placing has `found`.
void judge(const Orders& orders, const Compiled& compiled, const display::PageList& pages,
           const std::optional<rules::RuleSet>& rules, const font::FontBook& fonts,
           const diag::SourceMap& sources, diag::Diagnostics found, diag::Diagnostics& diags) {
  const document::Document& document = *compiled.document;
  using check::SafeArea;
  if (rules) rules::judge_document(document, pages, fonts, *rules, found);
  const plates::Print drawings = plates::drawings(pages, fonts);
  rules::judge(drawings,
               rules::rules_of_all(rules ? &*rules : nullptr, document.sheet.viewing_distance),
               found);
  found = check::name_frames(document, pages, found);
  const bool by_rules = rules && rules->find("text-margin") != nullptr;
  check::check_pages(
      document, pages,
      {fonts, compiled.press, drawings, by_rules ? SafeArea::LeaveToRules : SafeArea::Check},
      found);
  rules::WaivableRules known{{}, orders.pack_rules.words};
  if (rules) {
    known.judged = rules->known;
  } else {
    known.others.insert(known.others.end(), orders.pack_rules.press.begin(),
                        orders.pack_rules.press.end());
  }
  found = told_once(document, found);
  found = rules::waive(document.waivers, {document.metadata.date}, known,
                       waiver_places(*compiled.content, sources), found);
  diags.add_all(found);
}

/// Those that no side has made.
std::vector<std::size_t> blank_pages(const document::Document& document) {
  std::vector<std::size_t> pages;
  for (std::size_t i = 0; i < document.sides.size(); ++i) {
    if (!document.sides[i].place) pages.push_back(i);
  }
  return pages;
}

/// From placed pages to what is printed: pictures and inks as the press takes them, marks and slug
/// round the pages, and what is to be said of all that. Nothing: an error was added.
std::optional<display::PageList> finished(const CompileInputs& in, const Orders& orders,
                                          display::PageList placed,
                                          const diag::Diagnostics& placing, Compiled& out,
                                          const font::FontBook& fonts,
                                          const diag::SourceMap& sources,
                                          diag::Diagnostics& diags) {
  const document::Document& document = *out.document;
  auto pages = press::ready_pictures(document, std::move(placed), out.press, diags);
  if (!pages) {
    diags.add_all(placing);
    return std::nullopt;
  }
  in.pause();
  pages = press::prepare(document, std::move(*pages), diags);
  pages = press::in_edition_colors(document, std::move(*pages), out.press, diags);
  std::optional<rules::RuleSet> rules;
  if (orders.pack) rules = rules::rules_of(*document.shop, *orders.pack, document.sheet, diags);
  if (rules) {
    rules->sheet.blank_pages = blank_pages(document);
    const rules::Fixes fixes{in.repairs == Repairs::All, document.shop->fixes};
    pages = rules::repaired(std::move(*pages), *rules, fixes, diags);
  }
  Told told = parted(told_once(document, placing));
  diag::Diagnostics around;
  auto sheets = for_press(orders, document, *pages, out.imposition, fonts, around);
  told.waivable.add_all(around);
  in.pause();
  judge(orders, out, *pages, rules, fonts, sources, std::move(told.waivable), diags);
  diags.add_all(told.rest);
  return sheets;
}

/// Nothing: the layout's own.
std::optional<Edition> asked_edition(const CompileInputs& in, const spec::LayoutSpec& layout,
                                     diag::Diagnostics& diags) {
  if (in.edition || !layout.shop) return in.edition;
  if (!document::is_old_office(layout.shop->value, in.files)) return std::nullopt;
  document::tell_old_office(layout.shop->span, diags);
  return Edition::Office;
}

/// On its sheet. One without a side has an error. Null: it can't be read.
std::shared_ptr<const spec::LayoutSpec> layout_of(const CompileInputs& in, diag::SourceMap& sources,
                                                  diag::Diagnostics& diags) {
  return in.products.layouts.get(
      {in.layout, in.language, in.trim, in.edition}, in.files, sources, diags,
      [&](const diag::FileReader& files, diag::Diagnostics& told) {
        auto layout = spec::parse_layout(files, in.layout, in.language, sources, told);
        if (layout && document::has_sides(*layout, told)) {
          // Which argument is made first nobody promises.
          const std::optional<Edition> asked = asked_edition(in, *layout, told);
          layout = document::in_edition(std::move(*layout), asked);
          layout = document::set_on_trim(std::move(*layout), in.trim, told);
        }
        return layout;
      });
}

/// Says of the document how it stands to the project's approvals: one that is not approved prints
/// as a draft, and one that is tells so where it asks for it, which takes another trial.
Settled approved(std::shared_ptr<const records::Approvals> approvals, Settled settled,
                 const std::function<Settled()>& settle_again, Compiled& out,
                 const CompileInputs& in, const font::FontBook& fonts,
                 const diag::SourceMap& sources, diag::Diagnostics& diags) {
  if (!approvals || !settled.document || !out.content->is_whole()) return settled;
  check_revision_roles(*approvals, *out.content, diags);
  if (!approvals->is_sound) return settled;
  auto standing = standing_of(std::move(approvals), in, settled, *out.content, fonts, sources);
  if (!standing.is_bound()) return settled;
  out.approval = std::move(standing);
  if (!out.approval->is_approved()) {
    const document::Document& own = settled.source ? *settled.source : *settled.document;
    tell_not_approved(*out.approval, own, *out.content, sources, diags);
    settled.document = document::as_draft(std::move(*settled.document));
  } else if (asks_for_approval(sources)) {
    out.content.emplace(
        content::Content::approved(std::move(*out.content), facts_of(*out.approval)));
    settled = settle_again();
  }
  return settled;
}

}  // namespace

Compiled compile(const CompileInputs& in, font::FontBook& fonts, diag::SourceMap& sources,
                 diag::Diagnostics& diags) {
  const std::size_t errors_before = diags.error_count();
  Compiled out;
  out.press = in.press;
  const auto catalog = in.products.catalogs.get(
      {}, in.files, sources, diags, [&](const diag::FileReader& files, diag::Diagnostics& told) {
        return spec::parse_fonts(files, sources, told);
      });
  const std::size_t errors_before_layout = diags.error_count();
  out.layout = layout_of(in, sources, diags);
  if (!out.layout || out.layout->sides.empty()) return out;
  const bool has_layout = diags.error_count() == errors_before_layout;
  const std::size_t errors_before_content = diags.error_count();
  spec::ContentSpec written =
      spec::parse_content(in.files, *out.layout, in.settings, sources, diags);
  const bool has_content = diags.error_count() == errors_before_content;
  written = content::with_headings(std::move(written), diags);
  spec::compare_translations(written, diags);
  compare_texts(written, sources, diags);
  out.content.emplace(content::Content::check(std::move(written), diags, {.phones = in.phones}));
  const auto orders = read_orders(in, *out.layout, sources, diags);
  if (!catalog || !has_layout || !orders) return out;
  if (orders->shop) out.press = orders->shop->press;
  // Pages without all of the words would have faults of their own.
  const bool is_whole = has_content && out.content->is_whole();
  const auto purpose = is_whole ? Settle::Pages : Settle::DocumentAlone;
  diag::Diagnostics placing;
  const auto settle_it = [&] {
    placing = {};
    return settle({in, out.layout, *out.content, catalog,
                   orders->shop ? orders->shop->shop : nullptr, purpose},
                  fonts, sources, placing);
  };
  Settled settled = approved(approvals_of(in, sources, diags), settle_it(), settle_it, out, in,
                             fonts, sources, diags);
  if (settled.layout) out.layout = std::move(settled.layout);
  out.document = std::move(settled.document);
  out.source = std::move(settled.source);
  if (out.document) {
    out.words = std::make_shared<const words::Words>(words::from_document(*out.document));
  }
  if (out.document) rules::check_waivers(out.document->waivers, diags);
  if (!settled.pages) {
    diags.add_all(out.document ? told_once(*out.document, placing) : placing);
    return out;
  }
  out.is_placed = true;
  in.pause();
  auto pages =
      finished(in, *orders, std::move(*settled.pages), placing, out, fonts, sources, diags);
  if (pages && out.source) check_parity({*out.source, *out.document, *out.words, *pages}, diags);
  if (diags.error_count() == errors_before) out.pages = std::move(pages);
  return out;
}

}  // namespace handbill::build
