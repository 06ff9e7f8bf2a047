// SPDX-License-Identifier: MIT
#include "content/printed_values.h"

#include <algorithm>
#include <utility>

#include "base/number.h"
#include "base/overload.h"
#include "content/blank.h"
#include "content/date.h"
#include "content/day_names.h"
#include "content/unprinted.h"

namespace handbill::content {
namespace {

using spec::Entry;
using spec::Value;

/// Empty: it is no text, number or date.
std::string written(const Value& value) {
  return std::visit(
      Overload{[](const std::string& text) { return text; },
               [](const spec::Date& date) { return iso_date(date); },
               [](std::int64_t whole) { return std::to_string(whole); },
               [](double number) { return format_number(number, 9); },
               [](const OneOf<std::monostate, bool, Value::Array, Value::Table> auto&) {
                 return std::string();
               }},
      value.data);
}

class Collector {
 public:
  Collector(const Content& content, const Printed& printed)
      : content_(content), printed_(printed) {}

  void add(const Value& value, const std::string& path, bool is_printed) {
    if (value.is_lost()) return;
    is_printed = is_printed || printed_.has(value);
    if (content_.types().is_hours(path) && content_.types().owner(path) == path) {
      return add_hours(value, path, is_printed);
    }
    if (value.as_table() != nullptr && !is_blank(value)) {
      for (const Entry& entry : *value.as_table()) {
        add(entry.value, path + "." + entry.key, is_printed);
      }
    } else if (const Value::Array* list = value.as_array()) {
      for (std::size_t i = 0; i < list->size(); ++i) {
        add((*list)[i], path + "." + std::to_string(i), is_printed);
      }
    } else if (is_printed && !is_unseen(value, path, content_.types())) {
      add_leaf(path, written(value));
    }
  }

  std::vector<PrintedValue> take() { return std::move(values_); }

 private:
  /// Days may share a line, and a break, so that the week is told day by day.
  void add_hours(const Value& hours, const std::string& path, bool is_printed) {
    if (hours.as_table() == nullptr) return;
    bool has_week = false;
    for (const Entry& entry : *hours.as_table()) {
      const bool is_list = entry.value.as_array() != nullptr;
      if (is_list) add(entry.value, path + "." + entry.key, is_printed);
      has_week = has_week || (!is_list && (is_printed || any_printed(entry.value, printed_)));
    }
    for (int day = 0; has_week && day < kDaysOfWeek; ++day) {
      add_leaf(path + "." + std::string(day_key(day)), {});
    }
  }

  /// `written`: of what nobody can ask for alone, as a date of the opening hours.
  void add_leaf(const std::string& path, const std::string& written) {
    using Kind = PrintedValue::Kind;
    diag::Diagnostics unheard;
    const auto insert = content_.insert(path, {}, nullptr, {}, unheard);
    if (!insert) {
      if (!written.empty()) values_.push_back({Kind::Fact, path, written});
      return;
    }
    std::visit(Overload{[&](const Plain& plain) {
                          values_.push_back({Kind::Fact, path, plain.text});
                        },
                        [&](const Prose& prose) {
                          values_.push_back({Kind::Prose, path, *prose.value->as_string()});
                        },
                        [&](const Blank&) {
                          values_.push_back({Kind::Fact, path, {}});
                        },
                        [](const Absent&) {}},
               *insert);
  }

  const Content& content_;
  const Printed& printed_;
  std::vector<PrintedValue> values_{};
};

}  // namespace

std::vector<PrintedValue> printed_values(const Content& content, const Printed& printed) {
  Collector collector(content, printed);
  for (const spec::ContentSpec::File& file : content.as_read().files) {
    if (file.root.as_table() == nullptr) continue;
    for (const Entry& entry : *file.root.as_table()) {
      if (entry.key != "revision") collector.add(entry.value, entry.key, false);
    }
  }
  return collector.take();
}

}  // namespace handbill::content
