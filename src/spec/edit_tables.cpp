// SPDX-License-Identifier: MIT
#include "spec/edit_tables.h"

#include <algorithm>

#include "base/utf8.h"
#include "spec/toml_line.h"

namespace handbill::spec {
namespace {

std::string_view above(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  return dot == path.npos ? "" : path.substr(0, dot);
}

std::string_view last_step(std::string_view path) { return path.substr(path.rfind('.') + 1); }

bool is_index(std::string_view step) {
  return !step.empty() && step.find_first_not_of("0123456789") == step.npos;
}

class TableEditor {
 public:
  explicit TableEditor(const TomlFile& toml)
      : toml_(toml), text_(toml.sources.text(toml.file)), eol_(ends_of(text_)) {}

  std::optional<diag::Fix> replace(std::string_view path,
                                   std::span<const KeyedLiteral> keys) const {
    const Entry* entry = entry_at(path);
    if (entry == nullptr || keys.empty() || !is_here(entry->value.span)) return {};
    if (starts_with(entry->value, '[') && entry->value.as_table() != nullptr) return {};
    const diag::Span all{toml_.file, entry->key_span.begin, entry->value.span.end};
    const bool is_in_braces = starts_with(*value_at(above(path)), '{');
    const std::size_t line = line_start(text_, all.begin);
    const std::size_t equals = text_.find('=', entry->key_span.end);
    const std::size_t indent = count_code_points(text_.substr(line, all.begin - line));
    const std::size_t column = count_code_points(text_.substr(line, equals - line)) - indent;
    const bool is_aligned = !is_in_braces && equals > entry->key_span.end + 1;
    std::string out;
    for (const KeyedLiteral& each : keys) {
      if (!out.empty()) {
        out += is_in_braces ? ", " : eol_ + std::string(text_.substr(line, all.begin - line));
      }
      out += line_of(each, is_aligned ? column - 1 : 0);
    }
    return diag::Fix{all, out};
  }

  std::optional<diag::Fix> add(std::string_view list, std::span<const KeyedLiteral> keys) const {
    const Value* there = value_at(list);
    if (there == nullptr) return add_first(list, keys);
    const Value::Array* entries = there->as_array();
    if (entries == nullptr || (!entries->empty() && !is_here(entries->back().span))) return {};
    if (entries->empty()) return diag::Fix{there->span, "[" + in_braces(keys) + "]"};
    const Value& last = entries->back();
    if (last.as_table() == nullptr) return {};
    if (starts_with(last, '{')) return at(last.span.end, ", " + in_braces(keys));
    return at(line_end(text_, end_of(last)), eol_ + eol_ + below_header(list, keys));
  }

  std::optional<diag::Fix> remove(std::string_view path) const {
    if (is_index(last_step(path))) return remove_entry(path);
    const Entry* entry = entry_at(path);
    if (entry == nullptr || !is_here(entry->value.span)) return {};
    if (starts_with(*value_at(above(path)), '{')) return remove_in_braces(path, *entry);
    if (entry->value.as_table() != nullptr && !starts_with(entry->value, '{')) return {};
    return lines(entry->key_span.begin, entry->value.span.end);
  }

 private:
  static std::string ends_of(std::string_view text) {
    return text.find("\r\n") != text.npos ? "\r\n" : "\n";
  }

  bool is_here(const diag::Span& span) const { return span.known() && span.file == toml_.file; }

  bool starts_with(const Value& value, char sign) const {
    return is_here(value.span) && text_[value.span.begin] == sign;
  }

  const Value* value_at(std::string_view path) const {
    return path.empty() ? &toml_.root : toml_.root.at_path(path);
  }

  const Entry* entry_at(std::string_view path) const {
    const Value* table = value_at(above(path));
    if (table == nullptr || table->as_table() == nullptr) return nullptr;
    const auto found = std::ranges::find(*table->as_table(), last_step(path), &Entry::key);
    return found == table->as_table()->end() ? nullptr : &*found;
  }

  std::optional<diag::Fix> at(std::size_t offset, std::string text) const {
    const auto place = static_cast<std::uint32_t>(offset);
    return diag::Fix{{toml_.file, place, place}, std::move(text)};
  }

  static std::string line_of(const KeyedLiteral& each, std::size_t width) {
    std::string key = each.key;
    key.resize(std::max(key.size(), width), ' ');
    return key + " = " + each.literal;
  }

  static std::string in_braces(std::span<const KeyedLiteral> keys) {
    std::string out;
    for (const KeyedLiteral& each : keys) out += (out.empty() ? "{ " : ", ") + line_of(each, 0);
    return out + " }";
  }

  /// Without the line end behind it. Headers name no places in lists.
  std::string below_header(std::string_view list, std::span<const KeyedLiteral> keys) const {
    std::size_t width = 0;
    for (const KeyedLiteral& each : keys) width = std::max(width, each.key.size());
    std::string out = "[[" + without_indexes(list) + "]]";
    for (const KeyedLiteral& each : keys) out += eol_ + line_of(each, width);
    return out;
  }

  static std::string without_indexes(std::string_view path) {
    std::string out;
    while (!path.empty()) {
      const std::size_t dot = std::min(path.find('.'), path.size());
      const std::string_view step = path.substr(0, dot);
      if (!is_index(step)) out += (out.empty() ? "" : ".") + std::string(step);
      path.remove_prefix(std::min(dot + 1, path.size()));
    }
    return out;
  }

  /// The end of the last thing that is written in it.
  std::size_t end_of(const Value& value) const {
    std::size_t end = is_here(value.span) ? value.span.end : 0;
    if (const Value::Table* table = value.as_table()) {
      for (const Entry& each : *table) end = std::max(end, end_of(each.value));
    } else if (const Value::Array* array = value.as_array()) {
      for (const Value& each : *array) end = std::max(end, end_of(each));
    }
    return end;
  }

  std::optional<diag::Fix> add_first(std::string_view list,
                                     std::span<const KeyedLiteral> keys) const {
    const Value* entry = nullptr;  // of a list, that it is a part of
    for (auto path = above(list); !path.empty() && entry == nullptr; path = above(path)) {
      const Value* value = value_at(path);
      if (value == nullptr) continue;
      if (value->as_table() == nullptr || starts_with(*value, '{')) return {};
      if (is_index(last_step(path))) entry = value;
    }
    if (entry != nullptr) {
      return at(line_end(text_, end_of(*entry)), eol_ + eol_ + below_header(list, keys));
    }
    const std::string gap = text_.empty() || text_.ends_with('\n') ? "" : eol_;
    return at(text_.size(), gap + (text_.empty() ? "" : eol_) + below_header(list, keys) + eol_);
  }

  /// Whole lines; where empty ones stand on both sides, those before go with them.
  diag::Fix lines(std::size_t first, std::size_t last) const {
    std::size_t begin = line_start(text_, first);
    const std::size_t end = next_line(text_, last);
    const bool is_end = end == text_.size() || line_end(text_, end) == end;
    while (is_end && begin > 0) {
      const std::size_t before = line_start(text_, begin - 1);
      if (line_end(text_, before) != before) break;
      begin = before;
    }
    return {{toml_.file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, ""};
  }

  std::optional<diag::Fix> remove_in_braces(std::string_view path, const Entry& entry) const {
    const Value::Table& all = *value_at(above(path))->as_table();
    const auto index = static_cast<std::size_t>(&entry - all.data());
    diag::Span gone{toml_.file, entry.key_span.begin, entry.value.span.end};
    if (index > 0) {
      gone.begin = all[index - 1].value.span.end;
    } else if (all.size() > 1) {
      gone.end = all[1].key_span.begin;
    }
    return diag::Fix{gone, ""};
  }

  std::optional<diag::Fix> remove_entry(std::string_view path) const {
    const Value* list = value_at(above(path));
    const Value* entry = value_at(path);
    if (entry == nullptr || list->as_array() == nullptr || !is_here(entry->span)) return {};
    const Value::Array& all = *list->as_array();
    const auto index = static_cast<std::size_t>(entry - all.data());
    if (entry->as_table() != nullptr && starts_with(*entry, '[')) {
      const std::size_t end = end_of(*entry);
      const auto stands_between = [&](std::size_t begin) {
        return begin > entry->span.begin && begin < end;
      };
      if (has_header(toml_.root, entry, stands_between)) return {};
      return lines(entry->span.begin, end);
    }
    diag::Span gone = entry->span;
    if (index > 0) {
      gone.begin = all[index - 1].span.end;
    } else if (all.size() > 1) {
      gone.end = all[1].span.begin;
    }
    return diag::Fix{gone, ""};
  }

  /// A header that is not of `without`.
  template <class Predicate>
  bool has_header(const Value& value, const Value* without, const Predicate& wanted) const {
    if (&value == without) return false;
    const bool is_header = value.as_table() != nullptr && starts_with(value, '[');
    if (is_header && wanted(value.span.begin)) return true;
    if (const Value::Table* table = value.as_table()) {
      return std::ranges::any_of(
          *table, [&](const Entry& each) { return has_header(each.value, without, wanted); });
    }
    const Value::Array* array = value.as_array();
    return array != nullptr && std::ranges::any_of(*array, [&](const Value& each) {
             return has_header(each, without, wanted);
           });
  }

  const TomlFile& toml_;
  std::string_view text_;
  std::string eol_;
};

}  // namespace

std::optional<diag::Fix> replace_key(const TomlFile& toml, std::string_view path,
                                     std::span<const KeyedLiteral> keys) {
  return TableEditor(toml).replace(path, keys);
}

std::optional<diag::Fix> add_entry(const TomlFile& toml, std::string_view list,
                                   std::span<const KeyedLiteral> keys) {
  return TableEditor(toml).add(list, keys);
}

std::optional<diag::Fix> remove_at(const TomlFile& toml, std::string_view path) {
  return TableEditor(toml).remove(path);
}

}  // namespace handbill::spec
