// SPDX-License-Identifier: MIT
// Where the facts come from that a document prints, and what is unfinished among them.
#include <algorithm>

#include "content/blank.h"
#include "content/content_data.h"

namespace handbill::content {
namespace {

using diag::Diagnostics;
using spec::Entry;
using spec::Value;

/// Whether the names of special dates and seasons are meant, or all but these.
enum class ListPart { Names, Rest };

void add_list(const Value& list, ListPart part, Printed& printed) {
  for (const Value& each : *list.as_array()) {
    if (each.as_table() == nullptr) continue;
    for (const Entry& entry : *each.as_table()) {
      if ((entry.key == "name") == (part == ListPart::Names)) printed.add(entry.value);
    }
  }
}

/// Rows tell the name in a key of its own. Which list they are of is the same to whoever reads
/// names.
void add_names(const Value& hours, Printed& printed) {
  for (const char* key : {"season", "special"}) {
    const Value* list = hours.find(key);
    if (list != nullptr && list->as_array() != nullptr) add_list(*list, ListPart::Names, printed);
  }
}

/// True for rows of a list of the opening hours, or of seasons or special dates.
bool is_computed(const FactRow* scope, std::string_view key) {
  return scope != nullptr &&
         std::ranges::find(scope->computed, key, &RowFact::key) != scope->computed.end();
}

/// A list of the opening hours stands for itself, anything computed from them for the week.
void add_week(const Value& hours, std::string_view key, Printed& printed) {
  const Value* asked = hours.find(key.starts_with("season") ? "season" : key);
  if (asked != nullptr && asked->as_array() != nullptr) {
    return add_list(*asked, ListPart::Rest, printed);
  }
  if (hours.as_table() == nullptr) return;
  for (const Entry& entry : *hours.as_table()) {
    if (entry.value.as_array() == nullptr) printed.add(entry.value);
  }
}

/// An address is blank where one of its parts is.
void report_blanks(const Value& value, const std::string& path, const FactTypes& types,
                   Diagnostics& diags) {
  if (is_blank(value)) return report_blank(value, path, types, diags);
  if (value.as_table() == nullptr) return;
  for (const Entry& entry : *value.as_table()) {
    report_blanks(entry.value, path + "." + entry.key, types, diags);
  }
}

}  // namespace

diag::Span Content::print(std::string_view path, const FactRow* scope, Printed& printed,
                          Diagnostics& diags) const {
  if (scope != nullptr && scope->group != nullptr) {
    if (path == kRowCount) return {};
    if (const auto key = summed_key(path)) {
      for (const FactRow& row : *scope->group) print(*key, &row, printed, diags);
      return {};
    }
  }
  const std::string full = full_path(path, scope);
  const Notice* notice = notice_over(impl_->notices, full);
  if (notice != nullptr && notice->state == Notice::State::Undecided) {
    report_undecided(*notice, diags);
  }
  const std::string_view owner = impl_->types.owner(full);
  const Value* hours = impl_->types.is_hours(full) ? impl_->find(owner) : nullptr;
  if (hours != nullptr && full.size() > owner.size()) {
    add_week(*hours, std::string_view(full).substr(owner.size() + 1), printed);
    return {};
  }
  const Value* value = value_in(scope, path);
  const auto second = spec::path_in_second(path);
  const std::string_view key = second.value_or(path);
  const bool is_name = (key == "name" || key == "entry") && is_computed(scope, path);
  const Value* hours_of_row =
      value == nullptr && is_name
          ? impl_->find(second ? spec::below_second(scope->path) : scope->path)
          : nullptr;
  if (hours_of_row != nullptr) {
    add_names(*hours_of_row, printed);
    return {};
  }
  if (value == nullptr) value = impl_->find(path);
  std::string asked(path);
  if (value == nullptr && impl_->types.in_table(path) == "clinic.map_url") {
    asked = asked.substr(0, asked.rfind('.')) + ".address";
    value = impl_->find(asked);
  }
  if (value == nullptr) return {};
  printed.add(*value);
  report_blanks(*value, asked, impl_->types, diags);
  return value->span;
}

bool Content::is_draft(const Printed& printed) const {
  for (const FileState& file : impl_->unfinished) {
    if (printed.has_any_of(file.warning.span.file)) return true;
  }
  return false;
}

void Content::report_drafts(const Printed& printed, Diagnostics& diags) const {
  for (const FileState& file : impl_->unfinished) {
    if (printed.has_any_of(file.warning.span.file)) diags.add(file.warning);
  }
}

}  // namespace handbill::content
