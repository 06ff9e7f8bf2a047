// SPDX-License-Identifier: MIT
// What is told of a fact that is not there.
#include <algorithm>
#include <array>

#include "base/nearest.h"
#include "content/absent.h"
#include "content/blank.h"
#include "content/question.h"
#include "content/wording.h"

namespace handbill::content {
namespace {

using diag::Diagnostic;
using diag::DiagnosticId;
using diag::Diagnostics;
using diag::Span;
using spec::Value;

std::string_view first_key(std::string_view path) { return path.substr(0, path.find('.')); }

/// Enough to find a slip of the finger, however large the content.
constexpr std::size_t kMostCandidates = 500;
/// As many errors as are told of a run, to programs too: nothing is guessed for later ones.
constexpr std::size_t kMostGuesses = 1000;

void add_paths(const Value& value, const std::string& path, const FactTypes& types,
               std::vector<std::string>& paths) {
  if (paths.size() >= kMostCandidates || is_reserved(types.in_table(path))) return;
  const Value::Table* table = value.as_table();
  if (table == nullptr || is_blank(value)) {
    paths.push_back(path);
    return;
  }
  for (const spec::Entry& entry : *table) {
    add_paths(entry.value, path + "." + entry.key, types, paths);
  }
}

/// A computed fact or list under the names it has here: "bakery.open.week" of "hours.week".
void add_computed(const FactInfo& fact, const Content::Impl& impl,
                  std::vector<std::string>& paths) {
  if (!fact.name.starts_with("hours.")) {
    if (impl.has_revision || fact.name.starts_with("approval.")) paths.emplace_back(fact.name);
    return;
  }
  for (const auto& [path, hours] : impl.hours) {
    paths.push_back(path + std::string(fact.name.substr(fact.name.find('.'))));
  }
}

}  // namespace

std::string second_hint() {
  return "name the second language at the top of the layout: `second_language = \"es\"`";
}

bool is_reserved(std::string_view known) {
  const std::string_view table = first_key(known);
  return table == "hours" || table == "revision";
}

std::vector<std::string> known_paths(const Content::Impl& impl, FactInfo::Kind computed) {
  std::vector<std::string> paths;
  for (const FactInfo& fact : fact_table()) {
    if (fact.kind == computed) add_computed(fact, impl, paths);
  }
  for (const auto& [key, value] : impl.tables) {
    add_paths(*value, std::string(key), impl.types, paths);
  }
  return paths;
}

/// True when the row has parts that can't be read.
bool Question::is_row_lost() const {
  return scope_ != nullptr && scope_->row != nullptr && !scope_->row->is_whole();
}

/// True when a key that is not one of its table, which has been reported, was meant to be this.
bool Question::is_misspelt_key() const {
  const std::size_t dot = path_.rfind('.');
  if (dot == path_.npos) return false;
  const Value* table = impl_.find(path_.substr(0, dot));
  const std::vector<std::string> known = impl_.types.keys(path_.substr(0, dot));
  if (known.empty() || table == nullptr || table->as_table() == nullptr) return false;
  return std::ranges::any_of(*table->as_table(), [&](const spec::Entry& entry) {
    const bool is_known = std::ranges::find(known, entry.key) != known.end();
    return !is_known && nearest(entry.key, known) == path_.substr(dot + 1);
  });
}

bool Question::other_rows_have_it() const {
  if (scope_ == nullptr || scope_->list == nullptr || scope_->row->as_table() == nullptr) {
    return false;
  }
  return std::ranges::any_of(*scope_->list->as_array(), [&](const Value& row) {
    return row.as_table() != nullptr && row.at_path(path_) != nullptr;
  });
}

/// The row has no such key, nor one that may be meant for it: such as no row with it has.
bool Question::row_may_lack_it() const {
  const bool is_list =
      scope_ != nullptr && scope_->row != nullptr && scope_->row->as_array() != nullptr;
  if (is_list && path_.find_first_not_of("0123456789") == path_.npos) {
    return value_in(scope_, path_) == nullptr;
  }
  if (scope_ == nullptr || scope_->list == nullptr || scope_->row->as_table() == nullptr) {
    return false;
  }
  const bool is_of_content = is_reserved(known_) || impl_.tables.contains(first_key(path_));
  if (is_of_content || scope_->row->at_path(path_) != nullptr) return false;
  // Whether it is near is asked first: all rows are looked through for such keys alone.
  return std::ranges::none_of(*scope_->row->as_table(), [&](const spec::Entry& entry) {
    const auto is_beside_it = [&](const Value& row) {
      return row.at_path(path_) != nullptr && row.find(entry.key) != nullptr;
    };
    return nearest(path_, std::array{entry.key}) &&
           std::ranges::none_of(*scope_->list->as_array(), is_beside_it);
  });
}

/// The layout is right, then, and the row is not.
std::nullopt_t Question::missing_in_row() {
  std::vector<std::string> keys;
  for (const spec::Entry& entry : *scope_->row->as_table()) keys.push_back(entry.key);
  Diagnostic diagnostic{.id = DiagnosticId::FactMissing,
                        .message = "this entry has no " + quoted(path_),
                        .span = scope_->row->span,
                        .labels = {{asked_at_, "asked for here"}}};
  if (const auto near = nearest(path_, keys)) {
    const auto entry = std::ranges::find(*scope_->row->as_table(), *near, &spec::Entry::key);
    diagnostic.span = entry->key_span;
    diagnostic.hints = {"did you mean " + quoted(path_) + "?"};
    diagnostic.fix = diag::Fix{entry->key_span, std::string(path_)};
  } else {
    diagnostic.hints = {"write it as in the other entries"};
  }
  diags_.add(std::move(diagnostic));
  return std::nullopt;
}

std::nullopt_t Question::misspelt_as(const spec::Entry& misspelt) {
  report_misspelt_blank(misspelt, std::string(path_), diags_);
  return std::nullopt;
}

std::vector<std::string> Question::near_paths() const {
  auto paths = known_paths(impl_, FactInfo::Kind::Computed);
  for (const FactInfo& fact : fact_table()) {
    const bool is_path = fact.name.find(' ') == fact.name.npos;
    if (fact.kind == FactInfo::Kind::Page && is_path) paths.emplace_back(fact.name);
  }
  if (scope_ != nullptr) {
    for (const RowFact& fact : scope_->computed) paths.emplace(paths.begin(), fact.key);
    if (scope_->row != nullptr && scope_->row->as_table() != nullptr) {
      for (const auto& entry : *scope_->row->as_table()) paths.insert(paths.begin(), entry.key);
    }
  }
  std::erase(paths, path_);  // a computed fact that has nothing to come from
  return did_you_mean(path_, paths);
}

std::nullopt_t Question::missing() {
  if (impl_.may_be_lost(path_) || is_row_lost() || is_misspelt_key()) return std::nullopt;
  const Value* row = scope_ != nullptr ? scope_->row : nullptr;
  const spec::Entry* blank = row != nullptr && path_ == "text" ? misspelt_blank(*row) : nullptr;
  if (blank != nullptr) return misspelt_as(*blank);
  if (other_rows_have_it()) return missing_in_row();
  if (row != nullptr && row->as_array() != nullptr && path_.find('.') == path_.npos) {
    diags_.add({.id = DiagnosticId::FactMissing,
                .message = "this entry is a list of " + std::to_string(row->as_array()->size()) +
                           ", and has no " + quoted(path_),
                .span = row->span,
                .labels = {{asked_at_, "asked for here"}},
                .hints = {"its keys are `1`, `2` and so on"}});
    return std::nullopt;
  }
  const std::string table(path_.substr(0, path_.find('.')));
  std::vector<std::string> hints;
  if (diags_.error_count() < kMostGuesses) hints = near_paths();
  const std::size_t dot = path_.rfind('.');
  const bool may_be_none = dot != path_.npos && impl_.tables.contains(table) &&
                           if_none(path_, impl_.types) == IfNone::FallsAway;
  if (may_be_none) {
    const std::string key(path_.substr(dot + 1)), heading(path_.substr(0, dot));
    const std::string organisation = impl_.types.organisation(path_);
    hints = {"write `" + key + " = \"…\"` under `[" + heading + "]`, or `" + key +
             " = \"none\"` if " +
             (organisation.empty() ? "there is none" : organisation + " has none")};
  }
  if (spec::path_in_second(path_) && !impl_.second_locale) hints = {second_hint()};
  if (hints.empty() && !impl_.tables.contains(table) && path_.find('.') != path_.npos) {
    hints = {"no content file of this document has `[" + table +
             "]`; name its subject in `content`"};
  }
  fail(DiagnosticId::FactMissing, "the content has no " + quoted(path_), std::move(hints),
       std::string(path_));
  return std::nullopt;
}

}  // namespace handbill::content
