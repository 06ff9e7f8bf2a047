// SPDX-License-Identifier: MIT
#include <algorithm>

#include "content/content_data.h"
#include "content/date.h"
#include "content/fact_table.h"
#include "content/known_keys.h"
#include "content/wording.h"

namespace handbill::content {
namespace {

using diag::DiagnosticId;
using diag::Diagnostics;
using spec::Entry;
using spec::Value;

void check_keys(const Value& table, Diagnostics& diags) {
  const std::vector<std::string> keys = written_keys("revision");
  for (const Entry& entry : *table.as_table()) {
    if (std::ranges::find(keys, entry.key) == keys.end()) {
      diags.error(DiagnosticId::UnknownKey, entry.key_span,
                  "unknown key " + quoted(entry.key) + " in `revision`",
                  did_you_mean(entry.key, keys));
    } else if (entry.key != "date" && entry.value.as_string() == nullptr) {
      diags.error(DiagnosticId::WrongType, entry.value.span,
                  "`revision." + entry.key + "` is a text, not " + a_type(entry.value),
                  {"write it between quotes: `" + entry.key + " = \"…\"`"});
    }
  }
}

diag::Diagnostic draft_warning(std::string message, diag::Span place) {
  return {.id = DiagnosticId::DraftContent,
          .severity = diag::Severity::Warning,
          .message = std::move(message),
          .span = place,
          .hints = {"once it is reviewed, write `status = \"approved\"`, `approved_by = \"the "
                    "role\"` and the date"}};
}

/// A status that is not one counts as draft: safer on paper.
void read_status(const Value& table, const Value& status, Content::Impl& impl, Diagnostics& diags) {
  const std::string& text = *status.as_string();
  if (text != "approved") {
    impl.unfinished.push_back({draft_warning("this content is a draft", status.span)});
  }
  if (text == "draft") return;
  if (text != "approved") {
    const std::vector<std::string> known = {"draft", "approved"};
    auto hints = did_you_mean(text, known);
    if (hints.empty()) hints = {"write `draft` or `approved`"};
    diags.error(DiagnosticId::BadValue, status.span, quoted(text) + " is not a status", hints);
    return;
  }
  if (!table.is_whole()) return;
  for (const char* key : {"approved_by", "date"}) {
    const Value* value = table.find(key);
    const bool is_empty = value != nullptr && value->as_string() != nullptr &&
                          value->as_string()->find_first_not_of(' ') == std::string::npos;
    if (value != nullptr && !is_empty) continue;
    diags.error(
        DiagnosticId::MissingKey, status.span, std::string("approved content has no `") + key + "`",
        {*key == 'd' ? "write `date = 2026-11-22`"
                     : "name the role, not the person: `approved_by = \"medical director\"`"});
  }
}

}  // namespace

void read_revision(const Value& table, Content::Impl& impl, Diagnostics& diags) {
  if (table.as_table() == nullptr) {
    diags.error(DiagnosticId::WrongType, table.span,
                "`revision` is a heading with lines below it, not " + a_type(table),
                {"write `[revision]` in a line of its own, and below it `date = 2026-12-25`"});
    return;
  }
  impl.has_revision = true;
  check_keys(table, diags);
  if (const Value* date = table.find("date")) {
    const auto read = read_date(*date, diags);
    if (read && (!impl.revision_date || *read > *impl.revision_date)) impl.revision_date = *read;
  }
  const Value* status = table.find("status");
  if (status != nullptr && status->as_string() != nullptr) read_status(table, *status, impl, diags);
  if (status == nullptr && !may_be_meant(table, written_keys("revision"), "status")) {
    impl.unfinished.push_back({draft_warning(
        "this `[revision]` has no `status`: nobody has approved the content", table.span)});
  }
  const Value* role = table.find("approved_by");
  if (role == nullptr || role->as_string() == nullptr) return;
  if (std::ranges::find(impl.approved_by, *role->as_string()) == impl.approved_by.end()) {
    impl.approved_by.push_back(*role->as_string());
  }
}

}  // namespace handbill::content
