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

/// A name that nobody asks for, and where it is written.
struct Unasked {
  std::string name;
  diag::Span at;
};

/// In the table at `path`; of the whole content when it is empty.
std::vector<Unasked> unasked_in(const std::string& path, const AskedFacts& asked,
                                const content::Content& content) {
  std::vector<Unasked> names;
  if (path.empty()) {
    for (const auto& [name, at] : content.headings()) {
      if (!is_asked(asked, std::string(name))) names.push_back({std::string(name), at});
    }
    return names;
  }
  for (const spec::Entry& entry : *content.written(path)->as_table()) {
    if (entry.key.empty() || is_asked(asked, path + "." + entry.key)) continue;
    names.push_back({entry.key, entry.key_span});
  }
  return names;
}

std::optional<Unasked> nearest_unasked(std::string_view step, const std::vector<Unasked>& unasked) {
  std::vector<std::string> names;
  for (const Unasked& each : unasked) names.push_back(each.name);
  const auto near = nearest(step, names);
  if (!near) return std::nullopt;
  return *std::ranges::find(unasked, *near, &Unasked::name);
}

/// Written as the heading of other tables alone: `[sign.alt]` without `[sign]`.
bool has_tables_only(const spec::Value& value) {
  return value.as_table() != nullptr &&
         std::ranges::all_of(*value.as_table(), [](const spec::Entry& entry) {
           return entry.value.as_table() != nullptr || entry.value.as_array() != nullptr;
         });
}

/// The only table that nobody asks for and in which `rest` of the path leads somewhere: whatever it
/// is called.
std::optional<Unasked> only_holder(const std::string& before, const std::string& rest,
                                   const std::vector<Unasked>& unasked,
                                   const content::Content& content) {
  std::optional<Unasked> found;
  for (const Unasked& each : unasked) {
    if (rest.empty() || content.written(before + each.name + rest) == nullptr) continue;
    if (found) return std::nullopt;
    found = each;
  }
  return found;
}

diag::Diagnostic misspelt(const Unasked& near, const std::string& outside, const std::string& step,
                          const diag::Diagnostic& missing) {
  const std::string before = outside.empty() ? "" : outside + ".";
  diag::Diagnostic result{.id = diag::DiagnosticId::FactMissing,
                          .message = quoted(before + step) +
                                     " is missing, and no document asks for " + quoted(near.name),
                          .span = near.at,
                          .labels = {{missing.span, "asked for here"}},
                          .hints = {"did you mean " + quoted(step) + "?"},
                          .fix = diag::Fix{near.at, step}};
  result.fact = before + near.name;
  return result;
}

/// The rows of both have the same keys, or both are texts.
bool is_like(const spec::Value& list, const spec::Value& other) {
  if (list.as_array() == nullptr || other.as_array() == nullptr) return false;
  if (list.as_array()->empty() || other.as_array()->empty()) return false;
  const spec::Value& row = list.as_array()->front();
  if (row.as_table() == nullptr) {
    return row.as_string() != nullptr && other.as_array()->front().as_string() != nullptr;
  }
  return std::ranges::all_of(*row.as_table(), [&](const spec::Entry& entry) {
    return std::ranges::any_of(*other.as_array(), [&](const spec::Value& each) {
      return each.find(entry.key) != nullptr;
    });
  });
}

}  // namespace

std::optional<diag::Diagnostic> misspelt_fact(const diag::Diagnostic& missing,
                                              const AskedFacts& asked,
                                              const content::Content& content) {
  const std::string& path = missing.fact;
  if (missing.id != diag::DiagnosticId::FactMissing || path.find('.') == path.npos) {
    return std::nullopt;
  }
  // Each step, until one leads nowhere: another name beside it may have been
  // meant for it.
  std::string outside;
  for (std::size_t begin = 0; begin < path.size();) {
    const std::size_t end = std::min(path.find('.', begin), path.size());
    const std::string step = path.substr(begin, end - begin);
    const std::string before = outside.empty() ? "" : outside + ".";
    const spec::Value* next = content.written(before + step);
    // Of a table that conditions alone ask for nobody knows who misspells it.
    const bool is_clear = !outside.empty() || is_asked(asked, step);
    const std::vector<Unasked> unasked = unasked_in(outside, asked, content);
    auto near = nearest_unasked(step, unasked);
    if (!near && (next == nullptr || has_tables_only(*next)))
      near = only_holder(before, path.substr(end), unasked, content);
    if (is_clear && near) {
      // One that is there as well is parted from what stands under the other
      // name.
      const bool has_rest = content.written(before + near->name + path.substr(end)) != nullptr;
      if (next == nullptr || (end < path.size() && has_rest)) {
        return misspelt(*near, outside, step, missing);
      }
    }
    if (next == nullptr || next->as_table() == nullptr) return std::nullopt;
    outside = before + step;
    begin = end + 1;
  }
  return std::nullopt;
}

std::optional<std::string> missing_table(const diag::Diagnostic& missing,
                                         const content::Content& content) {
  const std::string& path = missing.fact;
  if (missing.id != diag::DiagnosticId::FactMissing || path.find('.') == path.npos) {
    return std::nullopt;
  }
  const std::string table = path.substr(0, path.find('.'));
  if (table == "revision" || content.headings().contains(table)) return std::nullopt;
  return table;
}

diag::Diagnostic without_table(const diag::Diagnostic& missing, const std::string& table,
                               const content::Content& content) {
  const auto home = content.home_of(table);
  if (!home) return missing;
  const bool is_empty = home->state == content::FileHome::State::SaysNothing;
  return {.id = diag::DiagnosticId::FactMissing,
          .message = is_empty ? "this file says nothing of what the document prints from it"
                              : "the heading " + quoted("[" + table + "]") +
                                    " is in no file of the document",
          .span = home->at,
          .labels = {{missing.span, "asked for here"}},
          .hints = {is_empty ? "take the file from a copy, or let `handbill init` "
                               "write it anew elsewhere"
                             : "write " + quoted("[" + table + "]") +
                                   " in a line of its own above what belongs to it"}};
}

std::optional<diag::Diagnostic> without_key(const diag::Diagnostic& missing,
                                            const content::Content& content) {
  const std::size_t dot = missing.fact.rfind('.');
  if (missing.id != diag::DiagnosticId::FactMissing || dot == missing.fact.npos) {
    return std::nullopt;
  }
  const std::string table = missing.fact.substr(0, dot), key = missing.fact.substr(dot + 1);
  const spec::Value* written = content.written(table);
  if (content.types().is_hours(table) || written == nullptr || written->as_table() == nullptr ||
      !written->span.known()) {
    return std::nullopt;
  }
  std::vector<std::string> keys;
  for (const spec::Entry& entry : *written->as_table()) keys.push_back(entry.key);
  if (nearest(key, keys)) return std::nullopt;
  diag::Diagnostic result = missing;
  result.span = written->span;
  result.labels = {{missing.span, "asked for here"}};
  // Those that may be "none" have said so.
  if (!content.types().is_plain(missing.fact) || result.hints.empty()) {
    const std::string heading(spec::path_in_second(table).value_or(table));
    result.hints = {"write " + quoted(key + " = \"…\"") + " under " + quoted("[" + heading + "]")};
  }
  return result;
}

void check_misspelt_lists(const AskedFacts& asked, const content::Content& content,
                          diag::Diagnostics& diags) {
  for (const std::string& path : asked) {
    const std::size_t dot = path.rfind('.');
    const spec::Value* list = dot == path.npos ? nullptr : content.written(path);
    if (list == nullptr || list->as_array() == nullptr) continue;
    const std::string outside = path.substr(0, dot), step = path.substr(dot + 1);
    if (content.types().is_hours(outside) || content.written(outside)->as_table() == nullptr)
      continue;
    for (const Unasked& each : unasked_in(outside, asked, content)) {
      const std::vector<std::string> meant = {step};
      const spec::Value& other = *content.written(outside + "." + each.name);
      if (!nearest(each.name, meant) || !is_like(other, *list)) continue;
      diags.add({.id = diag::DiagnosticId::NotPrinted,
                 .message = quoted(outside + "." + each.name) +
                            " would not be printed: no document asks for it",
                 .span = each.at,
                 .labels = {{list->span, "this list is printed"}},
                 .hints = {"did you mean " + quoted(step) + "?"},
                 .fix = diag::Fix{each.at, step}});
    }
  }
}

}  // namespace handbill::document
