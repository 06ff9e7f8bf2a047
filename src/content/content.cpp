// SPDX-License-Identifier: MIT
#include "content/content.h"

#include <algorithm>
#include <set>
#include <utility>

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

void check_placeholders(const Value& value, const std::string& path, const FactTypes& types,
                        Diagnostics& diags) {
  const std::string& text = *value.as_string();
  const TextIs is = types.is_plain(path) ? TextIs::ClinicFact : TextIs::Prose;
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
void check_values(const Value& value, const std::string& path, const FactTypes& types,
                  Diagnostics& diags) {
  if (value.as_string() != nullptr) {
    check_placeholders(value, path, types, diags);
  } else if (is_blank(value)) {
    // Opening hours take no blanks, and say so themselves.
    if (!types.is_hours(path)) check_blank(value, path, types, diags);
  } else if (const Value::Table* table = value.as_table()) {
    for (const Entry& entry : *table) {
      check_values(entry.value, path + "." + entry.key, types, diags);
    }
  } else if (const Value::Array* array = value.as_array()) {
    for (std::size_t i = 0; i < array->size(); ++i) {
      check_values((*array)[i], path + "." + std::to_string(i), types, diags);
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
      check_values(entry.value, entry.key, impl.types, diags);
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

void dump_absent(const Value& value, const std::string& path, const FactTypes& types,
                 std::string& out) {
  if (const Value::Table* table = value.as_table()) {
    for (const Entry& entry : *table) dump_absent(entry.value, path + "." + entry.key, types, out);
  } else if (says_none(value) && if_none(path, types) != IfNone::Refused) {
    out += "none " + path + "\n";
  }
}

/// A number of the only organisation is told by its key alone.
std::string dump_phones(const TypedFacts& typed, const FactTypes& types) {
  std::string out, only;
  for (const auto& [path, region] : typed.regions.by_path) {
    if (types.in_table(path) == "clinic") only = only.empty() ? path + "." : "?";
  }
  for (const NamedPhone& each : typed.phones) {
    const bool is_own = !only.empty() && each.path.starts_with(only);
    out += each.path.substr(is_own ? only.size() : 0) + " " + each.phone.uri + "\n";
  }
  return out;
}

void read_all_hours(Content::Impl& impl, Diagnostics& diags) {
  for (const spec::FactSpec& fact : impl.types.declared()) {
    if (fact.type != "hours") continue;
    for (const PlacedValue& each : values_of(fact, impl.tables)) {
      const bool is_second = spec::path_in_second(each.path).has_value();
      OpeningHours hours = read_hours(*each.value, each.path, impl.locale_of(each.path), diags);
      check_hours(hours, *each.value,
                  is_second ? impl.as_read.second_language : impl.as_read.language,
                  impl.revision_date, diags);
      impl.hours.emplace(each.path, std::move(hours));
    }
  }
}

/// What two languages share is read in each, and told once.
Diagnostics told_once(const Diagnostics& found) {
  Diagnostics told;
  std::set<std::pair<diag::Span, std::string>> known;
  const std::string second = "`" + spec::below_second("");
  for (const diag::Diagnostic& each : found.list()) {
    std::string message = each.message;
    for (std::size_t at = 0; (at = message.find(second, at)) != message.npos;) {
      message.erase(at + 1, second.size() - 1);
    }
    if (known.emplace(each.span, std::move(message)).second) told.add(each);
  }
  return told;
}

}  // namespace

const LocaleText& Content::Impl::locale_of(std::string_view path) const {
  return second_locale && spec::path_in_second(path) ? *second_locale : own_locale;
}

const OpeningHours* Content::Impl::hours_of(std::string_view path) const {
  const auto found = types.is_hours(path) ? hours.find(types.owner(path)) : hours.end();
  return found == hours.end() ? nullptr : &found->second;
}

const Value* Content::Impl::find(std::string_view path) const {
  const std::size_t dot = path.find('.');
  const auto table = tables.find(path.substr(0, dot));
  if (table == tables.end()) return nullptr;
  return dot == std::string_view::npos ? table->second
                                       : table->second->at_path(path.substr(dot + 1));
}

std::optional<diag::Span> Content::Impl::left_out_at(std::string_view path) const {
  const Notice* notice = notice_over(notices, path);
  const bool is_left_out = notice != nullptr && notice->state == Notice::State::DoesNot;
  return is_left_out ? std::optional(notice->said_at) : std::nullopt;
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

Content Content::check(spec::ContentSpec spec, Diagnostics& all, const CheckOptions& options) {
  auto impl = std::make_unique<Impl>(std::move(spec));
  Diagnostics diags;
  impl->has_gaps = impl->as_read.extent != spec::ContentSpec::Extent::Whole;
  collect(*impl, diags);
  if (options.revisions == Revisions::Asked) require_revisions(*impl);
  impl->types.check(diags);
  PhoneBook own;
  impl->typed = read_typed_facts(impl->tables, impl->types,
                                 options.phones != nullptr ? *options.phones : own, diags);
  const std::string_view region = impl->typed.regions.shared;
  const std::string& second = impl->as_read.second_language;
  impl->own_locale = LocaleText(impl->as_read.language, region);
  if (!second.empty()) impl->second_locale.emplace(second, region);
  read_all_hours(*impl, diags);
  impl->notices = read_notices(impl->tables, diags);
  all.add_all(second.empty() ? diags : told_once(diags));
  return Content(std::move(impl));
}

Content Content::approved(Content content, ApprovalFacts approval) {
  content.impl_->approval = std::move(approval);
  return content;
}

const std::vector<Notice>& Content::notices() const { return impl_->notices; }

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
  const std::string known = impl_->types.in_table(path);
  if (known == "clinic.name") return false;  // each has one, or a blank for it
  const bool is_computed = impl_->types.is_hours(path) || known.starts_with("revision");
  return !is_computed && impl_->tables.contains(path.substr(0, path.find('.')));
}

std::optional<diag::Span> Content::season(std::string_view path) const {
  const OpeningHours* hours = impl_->hours_of(path);
  if (hours == nullptr || hours->seasons.empty()) return std::nullopt;
  return hours->seasons.front().span;
}

const FactTypes& Content::types() const { return impl_->types; }

std::string Content::full_path(std::string_view path, const FactRow* scope) const {
  return path_in(*impl_, path, scope);
}

std::string path_in(const Content::Impl& impl, std::string_view path, const FactRow* scope) {
  for (; scope != nullptr && scope->row != nullptr; scope = scope->parent) {
    const spec::Value& row = *scope->row;
    const bool is_list = row.as_array() != nullptr;
    const bool is_group = row.as_table() != nullptr && !is_blank(row);
    if (!is_group && !is_list) return path == "text" ? scope->path : std::string(path);
    const FactRow alone{.row = &row};
    if (is_list && value_in(&alone, path) != nullptr) {
      return scope->path + "." + std::to_string(value_in(&alone, path) - row.as_array()->data());
    }
    std::string inner = scope->path + "." + std::string(path);
    if (is_group && (row.at_path(path) != nullptr || impl.types.is_hours(inner))) return inner;
  }
  return std::string(path);
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

const std::string& Content::second_language() const { return impl_->as_read.second_language; }

const std::string& Content::asked_language() const { return impl_->as_read.asked_language(); }

bool Content::has_second(std::string_view path) const {
  if (!impl_->second_locale) return false;
  return impl_->find(spec::below_second(path.substr(0, path.find('.')))) != nullptr;
}

std::string Content::shared_path(std::string path) const {
  const auto first = spec::path_in_second(path);
  if (!first || !impl_->second_locale) return path;
  const Value *own = impl_->find(*first), *second = impl_->find(path);
  const bool is_shared = impl_->types.is_hours(path) ||
                         (own != nullptr && second != nullptr && own->span == second->span);
  return is_shared ? std::string(*first) : path;
}

std::string Content::dump() const {
  std::string out =
      "language " + impl_->as_read.language + "\nregion " + impl_->typed.regions.shared + "\n";
  if (impl_->has_revision) {
    out += "revision " + (impl_->revision_date ? iso_date(*impl_->revision_date) : "undated") +
           (impl_->unfinished.empty() ? "\n" : " draft\n");
  }
  out += dump_phones(impl_->typed, impl_->types);
  for (const spec::FactSpec& fact : impl_->types.declared()) {
    if (fact.type == "hours") continue;
    for (const PlacedValue& each : values_of(fact, impl_->tables)) {
      dump_absent(*each.value, each.path, impl_->types, out);
    }
  }
  for (const auto& [path, hours] : impl_->hours) out += content::dump(hours, path);
  for (const auto& [key, table] : impl_->tables) dump_blanks(*table, std::string(key), out);
  return out;
}

}  // namespace handbill::content
