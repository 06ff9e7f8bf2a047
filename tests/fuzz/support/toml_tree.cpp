// SPDX-License-Identifier: MIT
#include "fuzz/support/toml_tree.h"

#include <algorithm>
#include <cstdio>

#include "base/overload.h"

namespace handbill::fuzz {
namespace {

using spec::Value;

std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    char escape[8];
    if (c == '"' || c == '\\') {
      out += {'\\', c};
    } else if (byte < 0x20 || byte == 0x7F) {
      std::snprintf(escape, sizeof escape, "\\u%04X", byte);
      out += escape;
    } else {
      out += c;
    }
  }
  return out + "\"";
}

std::string inline_text(const Value& value);

std::string inline_array(const Value::Array& array) {
  std::string out;
  for (const Value& each : array) {
    if (!each.is_lost()) out += (out.empty() ? "" : ", ") + inline_text(each);
  }
  return "[" + out + "]";
}

std::string inline_table(const Value::Table& table) {
  std::string out;
  for (const spec::Entry& entry : table) {
    if (entry.value.is_lost()) continue;
    out += (out.empty() ? " " : ", ") + in_quotes(entry.key) + " = " + inline_text(entry.value);
  }
  return "{" + out + " }";
}

std::string date_text(const spec::Date& date) {
  char text[48];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d", date.year, date.month, date.day);
  return text;
}

std::string float_text(double number) {
  char text[64];
  std::snprintf(text, sizeof text, "%.6f", number);
  return text;
}

std::string inline_text(const Value& value) {
  return std::visit(Overload{[](std::monostate) { return std::string("\"\""); },
                             [](bool is) { return std::string(is ? "true" : "false"); },
                             [](std::int64_t number) { return std::to_string(number); },
                             [](double number) { return float_text(number); },
                             [](const std::string& text) { return in_quotes(text); },
                             [](const spec::Date& date) { return date_text(date); },
                             [](const Value::Array& array) { return inline_array(array); },
                             [](const Value::Table& table) { return inline_table(table); }},
                    value.data);
}

bool is_list_of_tables(const Value& value) {
  const Value::Array* array = value.as_array();
  return array != nullptr && !array->empty() &&
         std::ranges::all_of(*array, [](const Value& each) { return each.as_table() != nullptr; });
}

constexpr int kHeadersDeep = 3;

void write_table(const Value::Table& table, const std::string& path, int depth, std::string& out) {
  const auto has_header = [&](const Value& value) {
    return depth < kHeadersDeep && (value.as_table() != nullptr || is_list_of_tables(value));
  };
  for (const spec::Entry& entry : table) {
    if (!has_header(entry.value) && !entry.value.is_lost()) {
      out += in_quotes(entry.key) + " = " + inline_text(entry.value) + "\n";
    }
  }
  for (const spec::Entry& entry : table) {
    if (!has_header(entry.value)) continue;
    const std::string name = (path.empty() ? "" : path + ".") + in_quotes(entry.key);
    if (const Value::Table* inner = entry.value.as_table()) {
      out += "[" + name + "]\n";
      write_table(*inner, name, depth + 1, out);
      continue;
    }
    for (const Value& each : *entry.value.as_array()) {
      out += "[[" + name + "]]\n";
      write_table(*each.as_table(), name, depth + 1, out);
    }
  }
}

}  // namespace

std::optional<Value> read_tree(const std::string& text) {
  diag::SourceMap sources;
  diag::Diagnostics diags;
  auto root = spec::read_toml(sources, sources.add("any.toml", text), diags);
  return diags.has_errors() ? std::nullopt : root;
}

std::string write_tree(const Value& root) {
  std::string out;
  write_table(*root.as_table(), "", 0, out);
  return out;
}

Value* find(Value& table, std::string_view key) {
  return const_cast<Value*>(std::as_const(table).find(key));
}

void set(Value& table, std::string_view key, Value value) {
  if (Value* there = find(table, key)) {
    *there = std::move(value);
  } else {
    std::get<Value::Table>(table.data).push_back({std::string(key), {}, std::move(value)});
  }
}

std::vector<Value*> tables_in(Value& value) {
  std::vector<Value*> found;
  if (auto* array = std::get_if<Value::Array>(&value.data)) {
    for (Value& each : *array) {
      if (each.as_table() != nullptr) found.push_back(&each);
    }
  } else if (auto* table = std::get_if<Value::Table>(&value.data)) {
    for (spec::Entry& entry : *table) {
      if (entry.value.as_table() != nullptr) found.push_back(&entry.value);
    }
  }
  return found;
}

Value text_value(std::string text) { return {std::move(text), {}, {}}; }
Value table_value() { return {Value::Table{}, {}, {}}; }
Value array_value(std::vector<Value> elements) { return {std::move(elements), {}, {}}; }

}  // namespace handbill::fuzz
