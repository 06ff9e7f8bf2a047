// SPDX-License-Identifier: MIT
// The rows of a list that a layout asks for.
#include <algorithm>

#include "content/hours_rows.h"
#include "content/question.h"
#include "content/wording.h"

namespace handbill::content {
namespace {

using diag::Diagnostic;
using diag::DiagnosticId;
using diag::Diagnostics;
using diag::Span;
using spec::Value;

/// What the second language says of the same rows, under "second.day" and the like.
void add_second(std::vector<ComputedRow> second, std::vector<ComputedRow>& rows) {
  if (second.size() != rows.size()) return;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (RowFact& fact : second[i].facts) {
      fact.key = spec::below_second(fact.key);
      rows[i].facts.push_back(std::move(fact));
    }
  }
}

/// `hours`: the path of those that the rows are of.
std::vector<FactRow> scopes_of(std::vector<ComputedRow> rows, std::string_view hours) {
  std::vector<FactRow> scopes;
  for (ComputedRow& row : rows) {
    scopes.push_back({.computed = std::move(row.facts),
                      .span = row.hours,
                      .number = scopes.size() + 1,
                      .path = std::string(hours)});
  }
  return scopes;
}

std::vector<FactRow> scopes_of(const Value& list, std::string_view path,
                               const FactRow* parent = nullptr) {
  std::vector<FactRow> scopes;
  const Value::Array& rows = *list.as_array();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].is_lost()) continue;
    scopes.push_back({.row = &rows[i],
                      .span = rows[i].span,
                      .list = &list,
                      .number = i + 1,
                      .path = std::string(path) + "." + std::to_string(i),
                      .parent = parent});
  }
  return scopes;
}

bool is_row(const Value& value) {
  return value.as_table() != nullptr || value.as_string() != nullptr ||
         value.as_array() != nullptr || value.is_lost();
}

}  // namespace

std::optional<std::vector<FactRow>> Content::rows(std::string_view path, Span asked_at,
                                                  Diagnostics& diags) const {
  if (impl_->left_out_at(path)) return std::vector<FactRow>{};
  const Value* value = impl_->find(path);
  if (const OpeningHours* hours = impl_->hours_of(path)) {
    const HoursList* list = find_hours_list(impl_->types.in_table(path));
    const std::string_view owner = impl_->types.owner(path);
    if (list != nullptr) {
      auto rows = list->rows(*hours, impl_->locale_of(path));
      const OpeningHours* second =
          impl_->second_locale ? impl_->hours_of(spec::below_second(path)) : nullptr;
      if (second != nullptr) add_second(list->rows(*second, *impl_->second_locale), rows);
      return scopes_of(std::move(rows), owner);
    }
    if (path != owner) value = nullptr;
  }
  const Value::Array* list = value ? value->as_array() : nullptr;
  if (list != nullptr && std::ranges::all_of(*list, is_row)) {
    return scopes_of(*value, path);
  }
  if (value != nullptr ? value->is_lost() : impl_->may_be_lost(path)) return std::nullopt;
  if (list != nullptr) {
    diags.error(DiagnosticId::FactMissing, asked_at,
                "the entries of " + quoted(path) +
                    " are not alike: each is a text, or each a group of facts");
  } else if (value != nullptr) {
    diags.error(DiagnosticId::FactMissing, asked_at,
                quoted(path) + " is " + a_type(*value) + ", not a list of entries",
                {"write it as `{" + std::string(path) + "}` in a text"});
  } else {
    std::vector<std::string> lists = known_paths(*impl_, FactInfo::Kind::List);
    std::erase(lists, path);
    auto hints = did_you_mean(path, lists);
    const std::string table(path.substr(0, path.find('.')));
    if (spec::path_in_second(path) && !impl_->second_locale) hints = {second_hint()};
    if (hints.empty() && !impl_->tables.contains(table)) {
      hints = {"no content file of this document has `[" + table +
               "]`; name its subject in `content`"};
    }
    diags.add({.id = DiagnosticId::FactMissing,
               .message = "the content has no list " + quoted(path),
               .span = asked_at,
               .hints = std::move(hints),
               .fact = std::string(path)});
  }
  return std::nullopt;
}

std::optional<std::vector<FactRow>> Content::entries(const FactRow& entry, std::string_view key,
                                                     Span asked_at, Diagnostics& diags) const {
  const Value* list = value_in(&entry, key);
  if (list != nullptr && list->is_lost()) return std::nullopt;
  const Value::Array* rows = list != nullptr ? list->as_array() : nullptr;
  if (rows != nullptr && std::ranges::all_of(*rows, is_row)) {
    return scopes_of(*list, full_path(key, &entry), &entry);
  }
  diags.add({.id = DiagnosticId::FactMissing,
             .message = list == nullptr ? "this entry has no list " + quoted(key)
                                        : quoted(key) + " of this entry is " + a_type(*list) +
                                              ", not a list of entries",
             .span = list == nullptr ? entry.span : list->span,
             .labels = {{asked_at, "asked for here"}}});
  return std::nullopt;
}

}  // namespace handbill::content
