// SPDX-License-Identifier: MIT
#include "document/set_names.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "spec/parse_layout.h"

namespace handbill::document {
namespace {

class NameSetter {
 public:
  NameSetter(const content::FactRow* scope, const TextTools& tools)
      : scope_(scope), tools_(tools) {}

  void set(std::optional<spec::Text>& name) const {
    if (name && has_braces(name->value)) *name = filled(name->value, name->span);
  }

  /// "{tone} 20%" of "teal 40%" is teal at 8%.
  void set(std::optional<spec::ColorSpec>& color) const {
    if (!color || !has_braces(color->swatch)) return;
    const spec::Text name = filled(color->swatch, color->span);
    const spec::Value written{name.value, name.span};
    if (const auto given = spec::parse_color(written, tools_.context.diags)) {
      color->swatch = given->swatch;
      color->tint *= given->tint / 100;
      color->span = name.span;
    }
  }

  void set(std::optional<spec::FillSpec>& fill) const {
    if (!fill) return;
    set(fill->color);
    for (spec::StopSpec& stop : fill->stops) set(stop.color);
  }

  void set(std::optional<spec::StrokeSpec>& stroke) const {
    if (stroke) set(stroke->color);
  }

  void set(std::optional<spec::MarkdownSpec>& styles) const {
    if (!styles) return;
    for (auto* each : {&styles->h1, &styles->h2, &styles->h3, &styles->h4, &styles->p,
                       &styles->after_heading, &styles->bullet, &styles->bullet2, &styles->number,
                       &styles->number2, &styles->quote, &styles->footnote, &styles->strong,
                       &styles->emphasis, &styles->link, &styles->reference}) {
      set(*each);
    }
  }

  void set(std::optional<spec::TableSpec>& table) const {
    if (!table) return;
    set(table->style);
    set(table->header_style);
    set(table->stripe);
    for (spec::ColumnSpec& column : table->columns) {
      set(column.style);
      set(column.styles);
      set(column.color);
    }
    for (spec::RowSpec& row : table->literal) {
      set(row.fill);
      for (spec::CellSpec& cell : row.cells) set(cell.style);
    }
    for (auto* rule : {&table->rule_top, &table->rule_header, &table->rule_between,
                       &table->rule_group, &table->rule_bottom}) {
      if (*rule) set((*rule)->color);
    }
  }

 private:
  static bool has_braces(std::string_view text) { return text.find('{') != text.npos; }

  /// Where it is written in one piece, that is its place.
  spec::Text filled(const std::string& text, diag::Span span) const {
    const spec::Value written{text, span};
    const PlainText name = tools_.facts.name(PlacedText(written), scope_);
    const auto& origins = name.origins.list();
    const bool is_typed = origins.size() == 1 && origins.front().kind == text::Origin::Kind::Typed;
    return {name.text, is_typed ? origins.front().span : span, {}};
  }

  const content::FactRow* scope_;
  const TextTools& tools_;
};

}  // namespace

spec::FrameSpec with_names_set(spec::FrameSpec frame, const content::FactRow* scope,
                               const TextTools& tools) {
  const NameSetter setter(scope, tools);
  setter.set(frame.style);
  setter.set(frame.styles);
  setter.set(frame.fill);
  setter.set(frame.stroke);
  setter.set(frame.color);
  setter.set(frame.table);
  return frame;
}

}  // namespace handbill::document
