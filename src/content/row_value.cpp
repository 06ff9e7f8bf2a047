// SPDX-License-Identifier: MIT
// What a row of a list has under a key.
#include "base/ascii.h"
#include "base/number.h"
#include "content/blank.h"
#include "content/content.h"

namespace handbill::content {
namespace {

using spec::Value;

/// "1" is the first of a row that is a list.
const Value* in_list(const Value::Array& list, std::string_view key) {
  constexpr std::size_t kMostDigits = 6;
  if (key.empty() || key.size() > kMostDigits || key.front() == '0') return nullptr;
  std::size_t number = 0;
  for (const char c : key) {
    if (!is_digit(c)) return nullptr;
    number = number * 10 + static_cast<std::size_t>(c - '0');
  }
  return number <= list.size() ? &list[number - 1] : nullptr;
}

const Value* in_row(const Value& row, std::string_view path) {
  if (const Value::Array* list = row.as_array()) return in_list(*list, path);
  if (row.as_table() != nullptr && !is_blank(row)) return row.at_path(path);
  return path == "text" ? &row : nullptr;
}

}  // namespace

const Value* value_in(const FactRow* row, std::string_view path) {
  for (; row != nullptr; row = row->parent) {
    const Value* found = row->row != nullptr ? in_row(*row->row, path) : nullptr;
    if (found != nullptr) return found;
  }
  return nullptr;
}

std::optional<std::string_view> summed_key(std::string_view path) {
  constexpr std::string_view kSum = "sum ";
  if (!path.starts_with(kSum)) return std::nullopt;
  return path.substr(kSum.size());
}

}  // namespace handbill::content
