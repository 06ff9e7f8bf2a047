// SPDX-License-Identifier: MIT
#include "document/bind.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "document/abbreviations.h"
#include "document/closed_piece.h"
#include "document/conditions.h"
#include "document/edition.h"
#include "document/entries.h"
#include "document/entry_flows.h"
#include "document/make_galley.h"
#include "document/mirror.h"
#include "document/numbered_lists.h"
#include "document/resolve_fit.h"
#include "document/resolve_side.h"
#include "document/running_frames.h"
#include "document/script_fonts.h"
#include "document/tables.h"
#include "document/tell_missing.h"
#include "text/scripts.h"

namespace handbill::document {
namespace {

constexpr Length kSlugSize = Length::pt(6);

display::Metadata resolve_metadata(const Context& context, Facts& facts) {
  const spec::LayoutSpec& layout = context.layout();
  const auto words = [&](const std::optional<spec::Text>& text) {
    return facts.plain(text, nullptr, ProseAs::Words).text;
  };
  display::Metadata metadata;
  metadata.title = words(layout.title);
  metadata.subject = words(layout.subject);
  metadata.author = words(layout.author);
  metadata.keywords = words(layout.keywords);
  metadata.language = context.theme.inputs.language;
  metadata.date = context.inputs.content.revision_date();
  return metadata;
}

std::string slug(const Document& document) {
  std::string text;
  for (const std::string& part : {document.metadata.title, document.metadata.date,
                                  std::string(document.draft ? "DRAFT" : "")}) {
    if (part.empty()) continue;
    if (!text.empty()) text += " · ";
    text += part;
  }
  return text;
}

bool is_right_to_left(const Context& context) {
  const std::optional<spec::Text>& written = context.layout().direction;
  if (written && written->value != "auto") return written->value == "rtl";
  return text::is_right_to_left(context.theme.inputs.language);
}

/// Something of the paper is left to print on.
void check_office_edge(const Document& document, const Context& context) {
  if (!document.office) return;
  const Size trim = document.sheet.trim;
  const Length largest = std::min(trim.width, trim.height) / 4;
  if (fits(document.office->edge, largest)) return;
  const diag::Span at = context.layout().editions->office->edge->span;
  context.error(diag::DiagnosticId::BadValue, at,
                "`edge` is " + in_unit_of(document.office->edge, at, context.sources) +
                    "; of this sheet a printer leaves no more than " +
                    in_unit_of(largest, at, context.sources) + " white at each side",
                {"most leave 0.25 in or less"});
}

struct Bound {
  Document document;
  AskedFacts asked;
};

Bound bind_all(const Context& context) {
  const Theme& theme = context.theme;
  Typefaces typefaces(context);
  Hyphens hyphens(context);
  Styles styles(context, typefaces, hyphens);
  const Conditions conditions(context.inputs.content, context.diags, theme.inputs.variants);
  const bool is_folded = !theme.folded.widths.empty();
  const auto pages = plan_pages(is_folded, theme.folded.sheet.printed, conditions, context);
  PageAnswers answers(pages, context);
  Facts facts(context, answers);
  Pictures pictures(context);
  Abbreviations abbreviations(context);
  Tables tables;
  int notes = 0;
  EntryFlows flows(context, facts);
  const FrameTools tools{{context, facts, styles, notes, pictures, abbreviations},
                         pictures,
                         tables,
                         conditions,
                         flows};
  Stories stories(tools.text);

  Document document;
  document.sheet = theme.folded.sheet;
  document.metadata = resolve_metadata(context, facts);
  document.slug_style = styles.label_style(kSlugSize, color::Color::registration());
  document.style_fits = theme.style_fits;
  document.sides = resolve_sides(theme.folded, pages, tools, stories);
  document.stories = stories.take();
  document.tables = tables.take();
  answers.check_names(document);
  document.asks_for_pages = answers.asks_for_places();
  facts.check_seasons();
  check_long_lists(facts.asked(), context.inputs.content, context.diags);
  check_misspelt_lists(facts.asked(), context.inputs.content, context.diags);
  document.printed = facts.printed();
  abbreviations.add_used(document.printed);
  document.told_facts = facts.take_told_facts();
  document.draft = context.inputs.content.is_draft(document.printed);
  context.inputs.content.report_drafts(document.printed, context.diags);
  document.slug = slug(document);
  if (is_right_to_left(context)) mirror(document);
  mark_running_frames(document);
  add_script_fonts(document, typefaces);
  document.pictures = pictures.take();
  document.hyphenation = hyphens.take();
  document.edition = edition_of(context.layout());
  if (facts_of(document.edition).form == EditionForm::Reflowed) {
    mark_page_counts(document);
    const Reflow reflow = resolve_reflow(document.edition, document.sheet, context);
    Galley galley = make_galley(document, reflow, typefaces);
    add_script_fonts(galley, typefaces);
    document.galley = std::make_shared<const Galley>(std::move(galley));
  }
  document.office = office_of(context.layout());
  document.screen = screen_of(context.layout());
  check_office_edge(document, context);
  document.shop = theme.inputs.shop;
  document.waivers = theme.waivers;
  check_fitted_frames(document, context.diags);
  if (!context.diags.has_errors()) check_panel_names(document, context.diags);
  return {std::move(document), facts.asked()};
}

}  // namespace

Document as_draft(Document document) {
  document.draft = true;
  document.slug = slug(document);
  return document;
}

std::optional<Document> bind(const Theme& theme, const BindInputs& inputs, font::FontBook& fonts,
                             diag::SourceMap& sources, diag::Diagnostics& diags) {
  diag::Diagnostics found = theme.found;
  Bound bound = bind_all({{sources, found}, theme, inputs, fonts});
  diag::Diagnostics told;
  tell_with_entries(found, bound.document, told);
  tell_missing(told, bound.asked, inputs.content, diags);
  if (found.has_errors()) return std::nullopt;
  return std::move(bound.document);
}

}  // namespace handbill::document
