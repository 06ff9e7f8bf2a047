// SPDX-License-Identifier: MIT
#include <iterator>
#include <utility>

#include "base/overload.h"
#include "content/template.h"
#include "document/content_kinds.h"
#include "document/inherit.h"
#include "document/resolve_sheet.h"
#include "document/resolve_stroke.h"
#include "document/table_maker.h"
#include "document/unsaid.h"
#include "spec/parse_layout.h"

namespace handbill::document {
namespace {

using enum diag::DiagnosticId;

bool has_braces(const spec::Text& text) { return text.value.find('{') != std::string::npos; }

}  // namespace

Insets TableMaker::padding(std::initializer_list<const Padding*> written) {
  Insets insets;
  for (auto each = std::rbegin(written); each != std::rend(written); ++each) {
    if (*each != nullptr) insets = read_insets(**each, insets);
  }
  return insets;
}

/// Reports bad-value or unknown-swatch: in the content, where a row names it.
std::optional<color::Color> TableMaker::fill(const spec::Text& written,
                                             const content::FactRow* scope) {
  spec::Text text = written;
  if (has_braces(written)) {
    const auto name = tools_.text.facts.name(written, scope);
    if (!name) return std::nullopt;
    text = spec::Text{*name, named_at(written, scope), {}};
  }
  const auto color = spec::parse_color(text.as_value(), context_.diags);
  return color ? std::optional(context_.color(*color)) : std::nullopt;
}

std::optional<spec::Text> TableMaker::style_by(const std::optional<spec::Text>& written,
                                               const content::FactRow* scope) {
  if (!written || !has_braces(*written)) return written;
  if (scope == nullptr) return std::nullopt;
  const auto name = tools_.text.facts.name(*written, scope);
  if (!name) return std::nullopt;
  return spec::Text{*name, named_at(*written, scope), {}};
}

template <class Written>
void TableMaker::set_box(Cell& cell, const Written& written) const {
  if (written.stroke) cell.stroke = resolve_stroke(*written.stroke, context_);
  if (written.radius) cell.radius = written.radius->value;
}

/// Of a cell that shows art or a picture.
template <class Shown>
void TableMaker::set_figure(Cell& cell, const Shown& shown, const content::FactRow* scope) {
  Fit fit = Fit::Contain;
  if (shown.fit && shown.fit->value == "cover") fit = Fit::Cover;
  if (shown.fit && shown.fit->value == "stretch") fit = Fit::Stretch;
  if (shown.height) cell.height = shown.height->value;
  const auto alt = [&] {
    if (!shown.alt) return text::TracedText();
    PlainText says = tools_.text.facts.plain(PlacedText(*shown.alt), scope, ProseAs::Words);
    return text::TracedText{std::move(says.text), std::move(says.origins)};
  };
  std::visit(Overload{[](TextContent&) {},
                      [&](ArtContent& art) {
                        art.fit = fit;
                        art.alt = alt();
                        if (shown.alt && shown.art) {
                          art.unsaid = unsaid_by(shown.alt, art.alt.text, shown.art->span);
                        }
                      },
                      [&](PictureContent& picture) {
                        picture.fit = fit;
                        picture.alt = alt();
                        picture.unsaid =
                            unsaid_by(shown.alt, picture.alt.text, shown.picture->span);
                      }},
             cell.content);
}

Cell TableMaker::make_picture(const spec::Text& picture, const content::FactRow* scope) {
  const auto name = tools_.text.facts.name(picture, scope);
  if (!name || name->empty()) return Cell{TextContent{}};
  const auto id = tools_.pictures.picture(*name, named_at(picture, scope));
  if (!id) return Cell{TextContent{}};
  Cell cell{PictureContent{*id, Fit::Contain, {}}};
  cell.natural = tools_.pictures.natural_size(*id);
  return cell;
}

/// To a cell of text: what a cell without it would show alone.
template <class Shown>
void TableMaker::add_figure(Cell& cell, const Shown& shown, const spec::ColumnSpec& column,
                            const content::FactRow* scope) {
  constexpr Length kUsualGap = Length::pt(6);
  Cell alone{TextContent{}};
  if (shown.picture) {
    alone = make_picture(*shown.picture, scope);
  } else if (shown.art) {
    alone = make_art(*shown.art, column, scope);
  }
  set_figure(alone, shown, scope);
  const bool is_before = shown.figure && shown.figure->value == "before";
  std::visit(
      Overload{[](TextContent&) {},
               [&](OneOf<ArtContent, PictureContent> auto& figure) {
                 cell.figure = CellFigure{
                     .content = std::move(figure),
                     .place = is_before ? CellFigure::Place::Before : CellFigure::Place::Above,
                     .gap = shown.figure_gap ? shown.figure_gap->value : kUsualGap,
                     .height = alone.height,
                     .natural = alone.natural};
               }},
      alone.content);
}

Cell TableMaker::make_cell(const spec::CellSpec& written, const spec::ColumnSpec& column,
                           const RowMaking& making) {
  const spec::ColumnSpec& looks = making.columns == RowMaking::Columns::Heeded ? column : plain_;
  Cell cell{TextContent{}};
  if (written.picture && !written.text) {
    cell = make_picture(*written.picture, making.scope);
    set_figure(cell, written, making.scope);
  } else if (written.art && !written.text) {
    cell = make_art(*written.art, column, making.scope);
    set_figure(cell, written, making.scope);
  } else if (written.text) {
    TextSetting setting{column_styles(looks, nullptr), making.scope, written.text->span};
    const auto& of_row = making.style != nullptr ? *making.style : std::nullopt;
    if (of_row) setting.styles.p = of_row;
    if (written.style) setting.styles.p = written.style;
    if (making.scope != around_ && spec_.rows) setting.list = spec_.rows->value;
    const spec::Value markdown = written.text->as_value();
    cell = Cell{TextContent{spec_.rows ? cell_text(markdown, setting)
                                       : set_text(markdown, setting, tools_.text)}};
    add_figure(cell, written, column, making.scope);
  }
  cell.padding = padding({&written.padding, &looks.padding, making.padding, &spec_.padding});
  if (written.vertical) cell.vertical_align = vertical_align_of(written.vertical);
  set_box(cell, written);
  if (written.fill) cell.fill = context_.color(*written.fill);
  return cell;
}

spec::MarkdownSpec TableMaker::column_styles(const spec::ColumnSpec& column,
                                             const content::FactRow* scope) {
  spec::MarkdownSpec styles = styles_;
  if (const auto style = style_by(spec_.style, scope)) styles.p = style;
  if (const auto style = style_by(column.style, scope)) styles.p = style;
  if (column.styles) lay_over(styles, *column.styles);
  return styles;
}

/// What stands below each other in a table lines up by its advances: no letter stands out.
std::vector<text::Paragraph> TableMaker::cell_text(const spec::Value& markdown,
                                                   const TextSetting& setting) {
  auto paragraphs = set_text(markdown, setting, tools_.text);
  for (text::Paragraph& each : paragraphs) each.style.edit().optical_margins = 0;
  return paragraphs;
}

Cell TableMaker::make_cell(const spec::ColumnSpec& column, const content::FactRow& scope) {
  Cell cell = show(column, scope);
  cell.padding = padding({&column.padding, &spec_.padding});
  set_box(cell, column);
  if (column.fill) cell.fill = fill(*column.fill, &scope);
  return cell;
}

Cell TableMaker::show(const spec::ColumnSpec& column, const content::FactRow& scope) {
  if (column.picture && column.text.empty()) {
    Cell cell = make_picture(*column.picture, &scope);
    set_figure(cell, column, &scope);
    return cell;
  }
  if (column.art && column.text.empty()) {
    Cell cell = make_art(*column.art, column, &scope);
    set_figure(cell, column, &scope);
    return cell;
  }
  TextContent text;
  if (column.text.empty()) return Cell{std::move(text)};
  const spec::Text& words = words_of(column);
  text.paragraphs = cell_text(words.as_value(), {column_styles(column, &scope), &scope, words.span,
                                                 spec_.rows ? spec_.rows->value : std::string()});
  // It is given up rather than broken.
  if (&words != &column.text.back()) {
    for (text::Paragraph& each : text.paragraphs) each.style.edit().one_line = true;
  }
  Cell cell{std::move(text)};
  add_figure(cell, column, column, &scope);
  return cell;
}

/// Where a drawing is named: in the row, `icon = "pores"`, if that alone makes its name.
diag::Span TableMaker::named_at(const spec::Text& art, const content::FactRow* scope) const {
  if (scope == nullptr || scope->row == nullptr) return art.span;
  const spec::Value* named = nullptr;
  for (const content::TemplatePart& each : tools_.text.facts.parts(PlacedText(art))) {
    const auto* fact = std::get_if<content::TemplatePart::Fact>(&each.part);
    if (fact == nullptr) continue;
    if (named != nullptr) return art.span;
    named = content::value_in(scope, fact->path);
    if (named == nullptr) return art.span;
  }
  return named != nullptr && named->span.known() ? named->span : art.span;
}

Cell TableMaker::make_art(const spec::Text& art, const spec::ColumnSpec& column,
                          const content::FactRow* scope) {
  const std::size_t errors = context_.diags.error_count();
  const PlainText name = tools_.text.facts.plain(PlacedText(art), scope, ProseAs::Written);
  if (context_.diags.error_count() > errors) return {};
  const color::Color current = column.color ? context_.color(*column.color) : color::Color::black();
  // "art/{icon}.svg" in a row without an icon.
  const bool is_without = name.facts > 0 && name.facts == name.empty_facts;
  if (name.text.empty() || name.has_blank || is_without) return Cell{TextContent{}};
  return Cell{
      ArtContent{tools_.pictures.art(name.text, current, named_at(art, scope)), Fit::Contain, {}}};
}

}  // namespace handbill::document
