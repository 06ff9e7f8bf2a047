// SPDX-License-Identifier: MIT
#include "spec/fact_path.h"

#include <algorithm>
#include <tuple>

namespace handbill::spec {

FactPaths::FactPaths(const ContentSpec& content) {
  for (const ContentSpec::File& file : content.files) add(file.root, kNone);
  nest();
}

void FactPaths::add(diag::Span span, std::size_t step) {
  if (span.known() && step != kNone) places_.push_back({span, step, places_.size()});
}

/// Tables span their header alone, so what they hold comes first.
void FactPaths::add(const Value& value, std::size_t step) {
  const auto next = [&](std::string name) {
    steps_.push_back({std::move(name), step});
    return steps_.size() - 1;
  };
  if (const Value::Table* table = value.as_table()) {
    for (const Entry& entry : *table) {
      if (entry.key.empty()) continue;
      const std::size_t inner = next(entry.key);
      add(entry.value, inner);
      add(entry.key_span, inner);
    }
  } else if (const Value::Array* array = value.as_array()) {
    for (std::size_t i = 0; i < array->size(); ++i) add((*array)[i], next(std::to_string(i)));
  }
  add(value.span, step);
}

void FactPaths::nest() {
  std::ranges::sort(places_, {}, [](const Place& place) {
    return std::tuple(place.span.file, place.span.begin, ~place.span.end, ~place.rank);
  });
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < places_.size(); ++i) {
    const diag::Span& span = places_[i].span;
    const auto is_over = [&](const diag::Span& each) {
      return each.file != span.file || each.end < span.begin;
    };
    while (!open.empty() && is_over(places_[open.back()].span)) open.pop_back();
    if (!open.empty()) places_[i].around = open.back();
    open.push_back(i);
  }
}

std::string FactPaths::path_of(diag::Span span) const {
  if (!span.known()) return {};
  const auto begin = [](const Place& place) {
    return std::pair(place.span.file, place.span.begin);
  };
  const auto next = std::ranges::upper_bound(places_, std::pair(span.file, span.begin), {}, begin);
  auto at = next == places_.begin() ? kNone : static_cast<std::size_t>(next - places_.begin()) - 1;
  const auto holds = [&](const diag::Span& outer) {
    return outer.file == span.file && span.begin <= outer.end;
  };
  while (at != kNone && !holds(places_[at].span)) at = places_[at].around;
  if (at == kNone) return {};
  std::string path;
  for (std::size_t step = places_[at].step; step != kNone; step = steps_[step].before) {
    path = steps_[step].name + (path.empty() ? "" : "." + path);
  }
  return path;
}

}  // namespace handbill::spec
