// SPDX-License-Identifier: MIT
// Where the facts come from that a document prints, and what is unfinished among them.
#include "content/blank.h"
#include "content/content_data.h"

namespace handbill::content {
namespace {

using diag::Diagnostics;
using spec::Entry;
using spec::Value;

/// A list of the opening hours stands for itself, anything computed from them for the week.
void add_week(const Value& hours, std::string_view key, Printed& printed) {
  const Value* asked = hours.find(key.starts_with("season") ? "season" : key);
  if (asked != nullptr && asked->as_array() != nullptr) return printed.add(*asked);
  if (hours.as_table() == nullptr) return;
  for (const Entry& entry : *hours.as_table()) {
    if (entry.value.as_array() == nullptr) printed.add(entry.value);
  }
}

const Value* in_row(const Scope* scope, std::string_view path) {
  if (scope == nullptr || scope->row == nullptr) return nullptr;
  if (scope->row->as_table() == nullptr || is_blank(*scope->row)) {
    return path == "text" ? scope->row : nullptr;
  }
  return scope->row->at_path(path);
}

/// An address is blank where one of its parts is.
void report_blanks(const Value& value, const std::string& path, Diagnostics& diags) {
  if (is_blank(value)) return report_blank(value, path, diags);
  if (value.as_table() == nullptr) return;
  for (const Entry& entry : *value.as_table()) {
    report_blanks(entry.value, path + "." + entry.key, diags);
  }
}

}  // namespace

diag::Span Content::print(std::string_view path, const Scope* scope, Printed& printed,
                          Diagnostics& diags) const {
  const Value* value = in_row(scope, path);
  const Value* hours = impl_->find("hours");
  if (value == nullptr && hours != nullptr && path.starts_with("hours.")) {
    add_week(*hours, path.substr(6), printed);
    return {};
  }
  if (value == nullptr) value = impl_->find(path);
  std::string asked(path);
  if (value == nullptr && path == "clinic.map_url") {
    asked = "clinic.address";
    value = impl_->find(asked);
  }
  if (value == nullptr) return {};
  printed.add(*value);
  report_blanks(*value, asked, diags);
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
