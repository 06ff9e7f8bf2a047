// SPDX-License-Identifier: MIT
#include "document/misspelt_facts.h"

#include <algorithm>

#include "base/nearest.h"
#include "document/context.h"

namespace handbill::document {
namespace {

bool is_asked(const AskedFacts& asked, const std::string& path) {
  const auto first = asked.lower_bound(path);
  if (first == asked.end()) return false;
  return *first == path || asked.lower_bound(path + ".") != asked.lower_bound(path + "/");
}

/// The names in a table that nobody asks for.
std::vector<std::string> unasked_in(const spec::Value& table, const std::string& path,
                                    const AskedFacts& asked) {
  std::vector<std::string> names;
  for (const spec::Entry& entry : *table.as_table()) {
    if (entry.key.empty() || is_asked(asked, path + "." + entry.key)) continue;
    names.push_back(entry.key);
  }
  return names;
}

}  // namespace

std::optional<diag::Diagnostic> misspelt_fact(const diag::Diagnostic& missing,
                                              const AskedFacts& asked,
                                              const content::Content& content) {
  const std::string& path = missing.fact;
  if (missing.id != diag::DiagnosticId::FactMissing || path.empty()) return std::nullopt;
  // The first step that leads nowhere, in the last table that is there.
  std::size_t dot = path.find('.');
  const spec::Value* table = nullptr;
  for (; dot != path.npos; dot = path.find('.', dot + 1)) {
    const spec::Value* next = content.written(path.substr(0, dot));
    if (next == nullptr || next->as_table() == nullptr) return std::nullopt;
    table = next;
    const std::size_t end = std::min(path.find('.', dot + 1), path.size());
    if (content.written(path.substr(0, end)) == nullptr) break;
  }
  if (table == nullptr || dot == path.npos) return std::nullopt;
  const std::string outside = path.substr(0, dot);
  const std::string step = path.substr(dot + 1, path.find('.', dot + 1) - dot - 1);
  const auto near = nearest(step, unasked_in(*table, outside, asked));
  if (!near) return std::nullopt;
  const auto entry = std::ranges::find(*table->as_table(), *near, &spec::Entry::key);
  diag::Diagnostic result{.id = diag::DiagnosticId::FactMissing,
                          .message = quoted(outside + "." + step) +
                                     " is missing, and no document asks for " + quoted(*near),
                          .span = entry->key_span,
                          .labels = {{missing.span, "asked for here"}},
                          .hints = {"did you mean " + quoted(step) + "?"},
                          .fix = diag::Fix{entry->key_span, step}};
  result.fact = outside + "." + *near;
  return result;
}

}  // namespace handbill::document
