// SPDX-License-Identifier: MIT
#include "document/scopes.h"

#include <algorithm>
#include <utility>
#include <variant>
#include <vector>

namespace handbill::document {
namespace {

using content::FactRow;
using content::Given;
using Fact = content::TemplatePart::Fact;

/// Where the second language has what a row has under `path`; nothing: no row of `scope` has it.
std::optional<std::string> beside_row(std::string_view path, const FactRow* scope,
                                      const content::Content& content) {
  for (const FactRow* at = scope; at != nullptr; at = at->around) {
    if (content::value_in(at, path) == nullptr) continue;
    return spec::below_second(content.full_path(path, at));
  }
  return std::nullopt;
}

bool is_of_second(const FactRow* scope) {
  for (; scope != nullptr; scope = scope->around) {
    if (scope->second_of != nullptr) return true;
  }
  return false;
}

bool is_entry(const FactRow& scope) {
  return scope.row != nullptr || !scope.computed.empty() || scope.group != nullptr;
}

bool has(const FactRow& scope, std::string_view path) {
  if (std::ranges::find(scope.computed, path, &content::RowFact::key) != scope.computed.end()) {
    return true;
  }
  if (scope.group != nullptr && (path == content::kRowCount || content::summed_key(path))) {
    return true;
  }
  if (content::value_in(&scope, path) != nullptr) return true;
  return scope.row != nullptr && scope.row->as_string() != nullptr && path == "text";
}

const Given* find(const std::vector<Given>& given, std::string_view name) {
  const auto found = std::ranges::find(given, name, &Given::name);
  return found != given.end() ? &*found : nullptr;
}

/// One fact alone is that fact itself, so that it keeps its formats, and may be blank or absent.
ScopedFact follow(const Given& given, const Fact& asked) {
  const auto lone = content::lone_part(*given.text->as_string());
  const auto* fact = lone ? std::get_if<Fact>(&lone->part) : nullptr;
  if (fact == nullptr) return {asked, given.scope, &given, true};
  return in_scope(Fact{fact->path, asked.format.empty() ? fact->format : asked.format},
                  given.scope);
}

}  // namespace

ScopedFact in_scope(const Fact& fact, const FactRow* scope) {
  for (const FactRow* at = scope; at != nullptr; at = at->around) {
    if (const Given* given = find(at->given, fact.path)) return follow(*given, fact);
    if (has(*at, fact.path)) return {fact, at, nullptr, true};
    if (const Given* given = find(at->defaults, fact.path)) return follow(*given, fact);
  }
  return {fact, entry_of(scope), nullptr, false};
}

ScopedFact in_scope(std::string_view path, const FactRow* scope) {
  return in_scope(Fact{std::string(path), {}}, scope);
}

ScopedFact in_scope(const Fact& fact, const FactRow* scope, const content::Content& content) {
  ScopedFact found = in_scope(fact, scope);
  if (found.is_found || content.second_language().empty()) return found;
  if (const auto path = spec::path_in_second(found.fact.path)) {
    if (auto beside = beside_row(*path, scope, content)) {
      return {{std::move(*beside), fact.format}, nullptr, nullptr, true};
    }
  } else if (is_of_second(scope) && content.has_second(fact.path)) {
    return {{spec::below_second(fact.path), fact.format}, nullptr, nullptr, true};
  }
  return found;
}

ScopedFact in_scope(std::string_view path, const FactRow* scope, const content::Content& content) {
  return in_scope(Fact{std::string(path), {}}, scope, content);
}

std::string_view part_of(const FactRow* scope) {
  for (; scope != nullptr; scope = scope->around) {
    if (!scope->part.empty()) return scope->part;
  }
  return {};
}

const FactRow* entry_of(const FactRow* scope) {
  for (; scope != nullptr; scope = scope->around) {
    if (is_entry(*scope)) return scope;
  }
  return nullptr;
}

}  // namespace handbill::document
