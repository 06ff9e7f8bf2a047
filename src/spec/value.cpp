// SPDX-License-Identifier: MIT
#include "spec/value.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "base/number.h"
#include "spec/place.h"

namespace handbill::spec {
namespace {

const Value* element(const Value::Array& array, std::string_view index) {
  std::size_t i = 0;
  const auto [end, error] = std::from_chars(index.data(), index.data() + index.size(), i);
  const bool whole = error == std::errc() && end == index.data() + index.size();
  return whole && i < array.size() ? &array[i] : nullptr;
}

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

struct Dumper {
  const diag::SourceMap& sources;
  std::string out{};

  void place(diag::Span span) {
    if (span.known()) out += "  " + position_text(sources, span);
    out += '\n';
  }

  void entry(std::string_view key, diag::Span key_span, const Value& value, std::size_t depth) {
    out.append(depth * 2, ' ');
    out += key;
    if (key_span.known()) out += " " + position_text(sources, key_span);
    out += " = ";
    write(value, depth);
  }

  void write(const Value& value, std::size_t depth) {
    if (const auto* table = value.as_table()) {
      out += "table";
      place(value.span);
      for (const Entry& e : *table) entry(e.key, e.key_span, e.value, depth + 1);
    } else if (const auto* array = value.as_array()) {
      out += "array";
      place(value.span);
      for (const Value& v : *array) entry("-", {}, v, depth + 1);
    } else {
      scalar(value);
      place(value.span);
    }
  }

  void scalar(const Value& value) {
    if (const auto* text = value.as_string()) out += in_quotes(*text);
    if (const auto* flag = std::get_if<bool>(&value.data)) out += *flag ? "true" : "false";
    if (const auto* whole = std::get_if<std::int64_t>(&value.data)) out += std::to_string(*whole);
    if (const auto* number = std::get_if<double>(&value.data)) append_number(out, *number, 3);
    if (const auto* date = std::get_if<Date>(&value.data)) {
      out +=
          std::to_string(date->year) + "-" + two_digits(date->month) + "-" + two_digits(date->day);
    }
    if (std::holds_alternative<std::monostate>(value.data)) out += "nothing";
  }
};

}  // namespace

const Value* Value::find(std::string_view key) const {
  const Table* table = as_table();
  if (table == nullptr) return nullptr;
  const auto found = std::ranges::find(*table, key, &Entry::key);
  return found == table->end() ? nullptr : &found->value;
}

const Value* Value::at_path(std::string_view path) const {
  const Value* at = this;
  for (std::size_t begin = 0; at != nullptr && begin <= path.size();) {
    const std::size_t end = std::min(path.find('.', begin), path.size());
    const std::string_view step = path.substr(begin, end - begin);
    const Array* array = at->as_array();
    at = array != nullptr ? element(*array, step) : at->find(step);
    begin = end + 1;
  }
  return at;
}

const std::string* Value::as_string() const { return std::get_if<std::string>(&data); }
const Value::Table* Value::as_table() const { return std::get_if<Table>(&data); }
const Value::Array* Value::as_array() const { return std::get_if<Array>(&data); }

std::optional<double> Value::as_number() const {
  if (const auto* whole = std::get_if<std::int64_t>(&data)) return static_cast<double>(*whole);
  if (const auto* number = std::get_if<double>(&data)) return *number;
  return std::nullopt;
}

std::string_view Value::type_name() const {
  switch (data.index()) {
    case 1:
      return "truth value";
    case 2:
      return "whole number";
    case 3:
      return "number";
    case 4:
      return "string";
    case 5:
      return "date";
    case 6:
      return "array";
    case 7:
      return "table";
    default:
      return "nothing";
  }
}

diag::Span Value::part(std::size_t begin, std::size_t end) const {
  return part_of(source_offsets, span, begin, end);
}

diag::Span Text::part(std::size_t begin, std::size_t end) const {
  return part_of(source_offsets, span, begin, end);
}

Value Text::as_value() const { return {value, span, source_offsets}; }

bool Value::is_whole() const { return find("") == nullptr; }

Value merge(Value base, Value over) {
  auto* below = std::get_if<Value::Table>(&base.data);
  auto* above = std::get_if<Value::Table>(&over.data);
  if (below == nullptr || above == nullptr) return over;
  base.span = over.span;
  std::map<std::string, std::size_t, std::less<>> index;
  for (std::size_t i = 0; i < below->size(); ++i) index.emplace((*below)[i].key, i);
  for (Entry& entry : *above) {
    const auto [found, is_new] = index.emplace(entry.key, below->size());
    if (is_new) {
      below->push_back(std::move(entry));
      continue;
    }
    Entry& old = (*below)[found->second];
    old.key_span = entry.key_span;
    old.value = merge(std::move(old.value), std::move(entry.value));
  }
  return base;
}

std::string dump(const Value& value, const diag::SourceMap& sources) {
  Dumper dumper{sources};
  const auto* table = value.as_table();
  if (table == nullptr) {
    dumper.write(value, 0);
    return std::move(dumper.out);
  }
  for (const Entry& e : *table) dumper.entry(e.key, e.key_span, e.value, 0);
  return std::move(dumper.out);
}

}  // namespace handbill::spec
