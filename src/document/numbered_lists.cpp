// SPDX-License-Identifier: MIT
#include "document/numbered_lists.h"

#include <algorithm>
#include <set>

#include "base/number.h"
#include "document/context.h"

namespace handbill::document {
namespace {

using spec::Value;

constexpr std::size_t kMostFigures = 6;  ///< of the number of an entry

/// "treatment.how" and 2 of "treatment.how.2" or "treatment.how.2.text".
struct AskedEntry {
  std::string list;
  std::size_t number = 0;
};

std::optional<AskedEntry> asked_entry(std::string_view path, const content::Content& content) {
  for (std::size_t dot = path.find('.'); dot != path.npos; dot = path.find('.', dot + 1)) {
    const std::string_view rest = path.substr(dot + 1);
    const std::string_view step = rest.substr(0, rest.find('.'));
    const bool has_figures_only = step.find_first_not_of("0123456789") == step.npos;
    if (step.empty() || step.size() > kMostFigures || !has_figures_only) continue;
    const Value* list = content.written(path.substr(0, dot));
    if (list == nullptr || list->as_array() == nullptr) continue;
    return AskedEntry{std::string(path.substr(0, dot)),
                      static_cast<std::size_t>(parse_number(step).value_or(0))};
  }
  return std::nullopt;
}

/// The entries of `list` that are asked for by number, whether it has them or not.
std::set<std::size_t> shown_of(const std::string& list, const AskedFacts& asked,
                               const content::Content& content) {
  std::set<std::size_t> numbers;
  for (auto at = asked.lower_bound(list + "."); at != asked.end() && at->starts_with(list + ".");
       ++at) {
    const auto entry = asked_entry(*at, content);
    if (entry && entry->list == list) numbers.insert(entry->number);
  }
  return numbers;
}

/// "`treatment.how` has 4 entries, and this document has places for 3".
std::string counted(const std::string& list, std::size_t entries, std::size_t shown) {
  return quoted(list) + " has " + (entries == 0 ? "no" : std::to_string(entries)) +
         (entries == 1 ? " entry" : " entries") + ", and this document has places for " +
         std::to_string(shown);
}

}  // namespace

std::optional<diag::Diagnostic> short_list(const diag::Diagnostic& missing, const AskedFacts& asked,
                                           const content::Content& content) {
  if (missing.id != diag::DiagnosticId::FactMissing) return std::nullopt;
  const auto entry = asked_entry(missing.fact, content);
  if (!entry) return std::nullopt;
  const Value& list = *content.written(entry->list);
  const std::size_t entries = list.as_array()->size();
  if (entry->number < entries) return std::nullopt;
  diag::Diagnostic result{
      .id = diag::DiagnosticId::FactMissing,
      .message = counted(entry->list, entries, shown_of(entry->list, asked, content).size()),
      .span = list.span,
      .labels = {{missing.span, "asked for here"}},
      .hints = {"write the entries that are missing, or ask your designer to "
                "take their places out"}};
  result.fact = entry->list;
  return result;
}

void check_long_lists(const AskedFacts& asked, const content::Content& content,
                      diag::Diagnostics& diags) {
  std::set<std::string> lists;
  for (const std::string& path : asked) {
    if (const auto entry = asked_entry(path, content)) lists.insert(entry->list);
  }
  for (const std::string& list : lists) {
    if (asked.contains(list)) continue;
    const Value::Array& entries = *content.written(list)->as_array();
    const std::set<std::size_t> shown = shown_of(list, asked, content);
    if (shown.size() < 2) continue;
    std::size_t left_out = 0;
    while (shown.contains(left_out)) ++left_out;
    if (left_out >= entries.size()) continue;
    diags.error(diag::DiagnosticId::NotPrinted, entries[left_out].span,
                counted(list, entries.size(), shown.size()) + ": this one would not be printed",
                {"take an entry out, or ask your designer for a place for it"});
  }
}

}  // namespace handbill::document
