// SPDX-License-Identifier: MIT
#include "spec/fact_path.h"

#include <optional>

namespace handbill::spec {
namespace {

bool holds(const diag::Span& outer, const diag::Span& span) {
  return outer.known() && outer.file == span.file && outer.begin <= span.begin &&
         span.begin <= outer.end;
}

std::string joined(const std::string& path, const std::string& step) {
  return path.empty() ? step : path + "." + step;
}

/// The path from `value`, which `path` leads to. Tables span their header alone, so what they hold
/// is asked first.
std::optional<std::string> find_in(const Value& value, const std::string& path,
                                   const diag::Span& span) {
  if (const Value::Table* table = value.as_table()) {
    for (const Entry& entry : *table) {
      if (entry.key.empty()) continue;
      const std::string inner = joined(path, entry.key);
      if (auto found = find_in(entry.value, inner, span)) return found;
      if (holds(entry.key_span, span)) return inner;
    }
  } else if (const Value::Array* array = value.as_array()) {
    for (std::size_t i = 0; i < array->size(); ++i) {
      if (auto found = find_in((*array)[i], joined(path, std::to_string(i)), span)) return found;
    }
  }
  return holds(value.span, span) && !path.empty() ? std::optional(path) : std::nullopt;
}

}  // namespace

std::string fact_path(const ContentSpec& content, diag::Span span) {
  if (!span.known()) return {};
  for (const ContentSpec::File& file : content.files) {
    if (auto found = find_in(file.root, "", span)) return *found;
  }
  return {};
}

}  // namespace handbill::spec
