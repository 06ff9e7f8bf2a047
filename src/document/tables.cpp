// SPDX-License-Identifier: MIT
#include "document/tables.h"

#include <algorithm>

#include "document/resolve_fit.h"

namespace handbill::document {

std::optional<TableId> Tables::use(const spec::FrameSpec& frame, const spec::MarkdownSpec& styles,
                                   const FrameTools& tools) {
  const spec::Text& name = *frame.table->use;
  const auto made = std::ranges::find(tables_, name.value, &NamedTable::name);
  if (made != tables_.end()) {
    return TableId{static_cast<std::uint32_t>(made - tables_.begin())};
  }
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
  const TableId id{static_cast<std::uint32_t>(tables_.size())};
  const PageAnswers::On no_page(tools.text.facts.pages(), std::nullopt);
  const Told before = tools.text.facts.told();
  tables_.push_back({name.value, resolve_table(spec->value, styles, tools), name.span,
                     resolve_fit(frame.fit, context.layout(), context)});
  const Told told = tools.text.facts.told() - before;
  left_out_.push_back(told.absent > 0 && has_no_rows(tables_.back().table));
  return id;
}

}  // namespace handbill::document
