// SPDX-License-Identifier: MIT
#include "spec/bind.h"

#include "base/nearest.h"
#include "spec/other_words.h"

namespace handbill::spec {

using diag::DiagnosticId;

namespace {

std::string in_backticks(std::string_view text) { return "`" + std::string(text) + "`"; }

/// `style.body` for "style.NAME".
std::string table_name(std::string_view table, const Request& request) {
  std::string name(table);
  const std::size_t at = name.find("NAME");
  if (at != name.npos && !request.name.empty()) name.replace(at, 4, request.name);
  return in_backticks(name);
}

/// "top, right, bottom"
std::string listed(const std::vector<std::string>& names) {
  std::string result;
  for (const std::string& name : names) result += (result.empty() ? "" : ", ") + name;
  return result;
}

}  // namespace

Request root_request(diag::Diagnostics& diags) {
  // More than anybody reads in one go, and few enough to end soon whatever the file holds.
  constexpr std::size_t kMostErrors = 200;
  return {"", "table", {}, diags, "", diags.error_count() + kMostErrors};
}

void report_unknown_key(const Entry& entry, std::string_view table,
                        const std::vector<std::string>& names, const Request& request) {
  std::vector<std::string> hints;
  if (const OtherKey* ours = find_other_key(table, entry.key)) {
    hints.emplace_back(ours->hint);
  } else if (const auto near = nearest(entry.key, names)) {
    hints.push_back("did you mean " + in_backticks(*near) + "?");
  } else {
    hints.push_back(table_name(table, request) + " takes " + listed(names));
  }
  request.diags.error(
      DiagnosticId::UnknownKey, entry.key_span,
      "unknown key " + in_backticks(entry.key) + " in " + table_name(table, request),
      std::move(hints));
}

void report_missing_key(std::string_view key, std::string_view table, const Value& value,
                        const Request& request) {
  if (!value.is_whole()) return;
  request.diags.error(DiagnosticId::MissingKey, value.span,
                      table_name(table, request) + " needs the key " + in_backticks(key));
}

void report_single_table(const Value& value, const Request& request) {
  const std::string name(request.key);
  request.diags.error(
      DiagnosticId::WrongType, value.span,
      in_backticks(name) + " is a table; it takes a list of tables, as there may be several",
      {"put two brackets round the header: [[…" + name + "]]"});
}

}  // namespace handbill::spec
