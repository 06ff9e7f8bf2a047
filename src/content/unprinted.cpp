// SPDX-License-Identifier: MIT
#include "content/unprinted.h"

#include <algorithm>
#include <set>

#include "content/absent.h"
#include "content/blank.h"
#include "content/wording.h"

namespace handbill::content {
namespace {

using spec::Entry;
using spec::Value;

/// "aftercare", "aftercare.do" of "aftercare.do.for".
std::string_view first_keys(std::string_view path, int count) {
  std::size_t end = 0;
  for (int i = 0; i < count && end != path.npos; ++i) end = path.find('.', end + (i > 0 ? 1 : 0));
  return path.substr(0, end);
}

}  // namespace

bool is_unseen(const Value& value, std::string_view path, const FactTypes& types) {
  const std::string known = types.in_table(path);
  return known == "clinic.address.country" || known.starts_with("hours.words") ||
         (says_none(value) && if_none(path, types) != IfNone::Refused);
}

/// What of a notice says nothing to readers is never printed.
bool any_printed(const Value& value, const Printed& printed) {
  if (printed.has(value)) return true;
  const auto is_printed = [&](const Value& each) { return any_printed(each, printed); };
  if (const Value::Array* list = value.as_array()) return std::ranges::any_of(*list, is_printed);
  const Value::Table* table = value.as_table();
  return table != nullptr && std::ranges::any_of(*table, is_printed, &Entry::value);
}

void Unprinted::add(const Content& content, const Printed& printed) {
  const FactTypes& types = content.types();
  for (const spec::ContentSpec::File& file : content.as_read().files) {
    // What a command line sets stands in no file.
    if (file.root.as_table() == nullptr || !file.root.span.known()) continue;
    for (const Entry& entry : *file.root.as_table()) {
      const Known known{types, printed, content.notices()};
      if (entry.key != "revision") add(entry.value, entry.key, known, false);
    }
  }
  for (const Notice& notice : content.notices()) add(notice, printed);
}

void Unprinted::add(const Notice& notice, const Printed& printed) {
  if (notice.state == Notice::State::Faulty) return;
  Posted& posted = notices_.try_emplace(notice.said_at, Posted{notice}).first->second;
  posted.notice.table = nullptr;  // its content may be gone by the time of the report
  posted.is_printed = posted.is_printed || any_printed(*notice.table, printed);
}

void Unprinted::add(const Value& value, const std::string& path, const Known& known,
                    bool is_printed) {
  // Its words are there in several sizes, of which a document prints one.
  if (value.is_lost() || notice_over(known.notices, path) != nullptr) return;
  is_printed = is_printed || known.printed.has(value);
  if (value.as_table() != nullptr && !is_blank(value)) {
    for (const Entry& entry : *value.as_table()) {
      add(entry.value, path + "." + entry.key, known, is_printed);
    }
  } else if (value.as_array() != nullptr) {
    for (const Value& each : *value.as_array()) add(each, path, known, is_printed);
  } else if (!is_unseen(value, path, known.types)) {
    Leaf& leaf = leaves_[value.span];
    leaf.path = path;
    if (value.as_string() != nullptr) leaf.words = *value.as_string();
    leaf.is_printed = leaf.is_printed || is_printed;
  }
}

void Unprinted::report_notices(diag::Diagnostics& diags) const {
  for (const auto& [span, posted] : notices_) {
    if (posted.is_printed) continue;
    if (posted.notice.state == Notice::State::Undecided) report_undecided(posted.notice, diags);
    if (posted.notice.state != Notice::State::Applies) continue;
    diags.warning(diag::DiagnosticId::NoticeNotPrinted, span,
                  quoted(posted.notice.path) + " applies, and no document prints it",
                  {"ask your designer to place it in a document; or write `applies = false`, and a "
                   "`reason`"});
  }
}

void Unprinted::report(diag::Diagnostics& diags) const {
  report_notices(diags);
  // By file, each path of which something is printed, and the paths above it.
  std::set<std::pair<diag::FileId, std::string>> seen;
  for (const auto& [span, leaf] : leaves_) {
    if (!leaf.is_printed) continue;
    std::string_view path;
    for (int keys = 1; path != leaf.path; ++keys) {
      seen.emplace(span.file, path);
      path = first_keys(leaf.path, keys);
    }
    seen.emplace(span.file, path);
  }
  std::set<std::pair<diag::FileId, std::string>> told;
  for (const auto& [span, leaf] : leaves_) {
    std::string path;
    for (int keys = 1; seen.contains({span.file, path}) && path != leaf.path; ++keys) {
      path = first_keys(leaf.path, keys);
    }
    if (seen.contains({span.file, path}) || !told.emplace(span.file, path).second) continue;
    if (path.empty()) {
      diags.note(diag::DiagnosticId::NotPrinted, {span.file, 0, 0},
                 "no document prints anything of this file");
    } else {
      const std::string words = leaf.words.substr(0, leaf.words.find('\n'));
      diags.note(diag::DiagnosticId::NotPrinted, span,
                 "no document prints " + quoted(path) +
                     (path == leaf.path && !words.empty() ? ": " + quoted(words) : ""));
    }
  }
}

}  // namespace handbill::content
