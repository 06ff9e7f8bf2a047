// SPDX-License-Identifier: MIT
#include "content/content.h"

#include <algorithm>

#include "base/number.h"
#include "content/absent.h"
#include "content/blank.h"
#include "content/check_hours.h"
#include "content/content_data.h"
#include "content/placeholder.h"
#include "content/wording.h"

namespace handbill::content {
namespace {

using diag::DiagnosticId;
using diag::Diagnostics;
using spec::Entry;
using spec::Value;

void check_placeholders(const Value& value, const std::string& path, Diagnostics& diags) {
  const std::string& text = *value.as_string();
  const TextIs is = path.starts_with("clinic.") ? TextIs::ClinicFact : TextIs::Prose;
  for (const Placeholder& found : find_placeholders(text, is)) {
    const diag::Span span = value.part(found.begin, found.end);
    const std::string words = quoted(text.substr(found.begin, found.end - found.begin));
    if (found.kind == Placeholder::Kind::Example) {
      diags.warning(DiagnosticId::PlaceholderText, span,
                    words + " is in the range of phone numbers set aside for examples");
    } else if (found.kind == Placeholder::Kind::Row) {
      diags.error(
          DiagnosticId::PlaceholderText, span, words + " is a row of signs, not a line to write on",
          {"write `{blank 2 in}` in a text, or `{ blank = \"what to fill in\" }` for a fact"});
    } else {
      diags.error(DiagnosticId::PlaceholderText, span, words + " was meant to be replaced",
                  {"write the real text, take it out, or mark the fact as blank: `{ blank = \"what "
                   "to fill in\" }`"});
    }
  }
}

/// Placeholders and blanks, wherever they stand.
void check_values(const Value& value, const std::string& path, Diagnostics& diags) {
  if (value.as_string() != nullptr) {
    check_placeholders(value, path, diags);
  } else if (is_blank(value)) {
    // Opening hours take no blanks, and say so themselves.
    if (!path.starts_with("hours.")) check_blank(value, path, diags);
  } else if (const Value::Table* table = value.as_table()) {
    for (const Entry& entry : *table) check_values(entry.value, path + "." + entry.key, diags);
  } else if (const Value::Array* array = value.as_array()) {
    for (std::size_t i = 0; i < array->size(); ++i) {
      check_values((*array)[i], path + "." + std::to_string(i), diags);
    }
  }
}

void note_home(const spec::ContentSpec::File& file, Content::Impl& impl) {
  if (!file.root.span.known()) return;
  const bool says_something = std::ranges::any_of(
      *file.root.as_table(), [](const Entry& entry) { return entry.key != "revision"; });
  using enum FileHome::State;
  impl.homes.emplace(file.subject, FileHome{{file.root.span.file, 0, 0},
                                            says_something ? SaysSomething : SaysNothing});
}

void collect(Content::Impl& impl, Diagnostics& diags) {
  for (const spec::ContentSpec::File& file : impl.as_read.files) {
    const Value::Table* table = file.root.as_table();
    if (table == nullptr) continue;
    impl.has_gaps = impl.has_gaps || !file.root.is_whole();
    note_home(file, impl);
    for (const Entry& entry : *table) {
      if (entry.key.empty()) continue;
      if (entry.key == "revision") {
        read_revision(entry.value, impl, diags);
        continue;
      }
      impl.tables.emplace(entry.key, &entry.value);
      impl.headings.emplace(entry.key, entry.key_span);
      check_values(entry.value, entry.key, diags);
    }
  }
}

/// A file that says nothing of its state is one that nobody has approved.
void require_revisions(Content::Impl& impl) {
  for (const spec::ContentSpec::File& file : impl.as_read.files) {
    if (file.root.find("revision") != nullptr || !file.root.span.known()) continue;
    if (!file.root.is_whole()) continue;
    impl.unfinished.push_back({diag::Diagnostic{
        .id = DiagnosticId::DraftContent,
        .severity = diag::Severity::Warning,
        .message = "this file has no `[revision]`: nobody has approved it",
        .span = {file.root.span.file, 0, 0},
        .hints = {
            "once it is reviewed, write `[revision]` in a line of its own at the top, and below "
            "it `status = \"approved\"`, `approved_by = \"the role\"` and the date"}}});
  }
}

void dump_blanks(const Value& value, const std::string& path, std::string& out) {
  if (is_blank(value)) {
    out += "blank " + path + " " + format_number(blank_width(value).pt(), 3) + " pt\n";
  } else if (const Value::Table* table = value.as_table()) {
    for (const Entry& entry : *table) dump_blanks(entry.value, path + "." + entry.key, out);
  } else if (const Value::Array* array = value.as_array()) {
    for (std::size_t i = 0; i < array->size(); ++i) {
      dump_blanks((*array)[i], path + "." + std::to_string(i), out);
    }
  }
}

void dump_absent(const Value& value, const std::string& path, std::string& out) {
  if (const Value::Table* table = value.as_table()) {
    for (const Entry& entry : *table) dump_absent(entry.value, path + "." + entry.key, out);
  } else if (says_none(value) && if_none(path) != IfNone::Refused) {
    out += "none " + path + "\n";
  }
}

}  // namespace

const Value* Content::Impl::find(std::string_view path) const {
  const std::size_t dot = path.find('.');
  const auto table = tables.find(path.substr(0, dot));
  if (table == tables.end()) return nullptr;
  return dot == std::string_view::npos ? table->second
                                       : table->second->at_path(path.substr(dot + 1));
}

bool Content::Impl::may_be_lost(std::string_view path) const {
  if (has_gaps) return true;
  const Value* at = nullptr;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('.', begin), path.size());
    at = find(path.substr(0, end));
    if (at == nullptr) return false;
    if (at->is_lost() || !at->is_whole()) return true;
    begin = end + 1;
  }
  return false;
}

Content::Content(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Content::~Content() = default;
Content::Content(Content&&) noexcept = default;

Content Content::check(spec::ContentSpec spec, Diagnostics& diags, const CheckOptions& options) {
  auto impl = std::make_unique<Impl>(std::move(spec));
  impl->has_gaps = impl->as_read.extent != spec::ContentSpec::Extent::Whole;
  collect(*impl, diags);
  if (options.revisions == Revisions::Asked) require_revisions(*impl);
  if (const Value* clinic = impl->find("clinic")) {
    PhoneBook own;
    impl->clinic = read_clinic(*clinic, options.phones != nullptr ? *options.phones : own, diags);
  }
  impl->locale = LocaleText(impl->as_read.language, impl->clinic.region);
  if (const Value* hours = impl->find("hours")) {
    impl->hours = read_hours(*hours, impl->locale, diags);
    check_hours(*impl->hours, *hours, impl->as_read.language, impl->revision_date, diags);
  }
  return Content(std::move(impl));
}

const Value* Content::written(std::string_view path) const { return impl_->find(path); }

const std::map<std::string_view, diag::Span>& Content::headings() const { return impl_->headings; }

std::optional<FileHome> Content::home_of(std::string_view table) const {
  const auto own = impl_->homes.find(table);
  if (own != impl_->homes.end()) return own->second;
  for (const auto& [subject, home] : impl_->homes) {
    if (home.state == FileHome::State::SaysNothing) return home;
  }
  return std::nullopt;
}

const Value* Content::prose(std::string_view path) const {
  const Value* value = impl_->find(path);
  return value != nullptr && value->as_string() != nullptr ? value : nullptr;
}

bool Content::may_lack(std::string_view path) const {
  if (path == "clinic.name") return false;  // each has one, or a blank for it
  const std::string_view table = path.substr(0, path.find('.'));
  return table != "hours" && table != "revision" && impl_->tables.contains(table);
}

std::optional<diag::Span> Content::season() const {
  if (!impl_->hours || impl_->hours->seasons.empty()) return std::nullopt;
  return impl_->hours->seasons.front().span;
}

bool Content::is_whole() const { return !impl_->has_gaps; }

diag::Span Content::written_at(std::string_view path) const {
  const Value* value = impl_->find(path);
  if (value == nullptr) value = impl_->find(path.substr(0, path.find('.')));
  return value != nullptr ? value->span : diag::Span();
}

std::string Content::revision_date() const {
  return impl_->revision_date ? iso_date(*impl_->revision_date) : std::string();
}

const spec::ContentSpec& Content::as_read() const { return impl_->as_read; }

const std::string& Content::language() const { return impl_->as_read.language; }

std::string Content::dump() const {
  std::string out =
      "language " + impl_->as_read.language + "\nregion " + impl_->clinic.region + "\n";
  if (impl_->has_revision) {
    out += "revision " + (impl_->revision_date ? iso_date(*impl_->revision_date) : "undated") +
           (impl_->unfinished.empty() ? "\n" : " draft\n");
  }
  for (const NamedPhone& each : impl_->clinic.phones) out += each.key + " " + each.phone.uri + "\n";
  if (const Value* clinic = impl_->find("clinic")) dump_absent(*clinic, "clinic", out);
  if (impl_->hours) out += content::dump(*impl_->hours);
  for (const auto& [key, table] : impl_->tables) dump_blanks(*table, std::string(key), out);
  return out;
}

}  // namespace handbill::content
