// SPDX-License-Identifier: MIT
#include "document/tables.h"

#include "document/resolve_fit.h"
#include "document/set_names.h"

namespace handbill::document {

std::optional<TableId> Tables::use(const spec::FrameSpec& frame, const spec::MarkdownSpec& styles,
                                   const FrameTools& tools, const FlowSetting& setting) {
  const spec::Text& name = *frame.table->use;
  const Context& context = tools.text.context;
  const auto& tables = context.layout().tables;
  const auto* spec = find_named(tables, name.value);
  if (spec == nullptr) {
    const auto meant = did_you_mean(name.value, names_of(tables));
    context.error(
        diag::DiagnosticId::FactMissing, name.span, "no table is called " + quoted(name.value),
        !meant.empty() ? meant : std::vector<std::string>{"define `[table." + name.value + "]`"});
    return std::nullopt;
  }
  const auto [index, is_new] = names_.find(name, setting.entry, context);
  const TableId id{static_cast<std::uint32_t>(index)};
  if (!is_new) return id;
  spec::FrameSpec shown;
  shown.table = spec->value;
  if (setting.scope != nullptr) {
    shown = with_names_set(std::move(shown), setting.scope, tools.text);
  }
  const PageAnswers::On no_page(tools.text.facts.pages(), std::nullopt);
  const Told before = tools.text.facts.told();
  tables_.push_back({flow_name(name.value, setting.entry),
                     resolve_table(*shown.table, styles, tools, setting.scope), name.span,
                     resolve_fit(frame.fit, context.layout(), context)});
  const Told told = tools.text.facts.told() - before;
  left_out_.push_back(told.absent > 0 && has_no_rows(tables_.back().table));
  return id;
}

}  // namespace handbill::document
