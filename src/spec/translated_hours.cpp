// SPDX-License-Identifier: MIT
#include "spec/translated_hours.h"

#include <algorithm>
#include <array>
#include <string>

#include "spec/words.h"
#include "spec/written_date.h"

namespace handbill::spec {
namespace {

constexpr std::array<std::string_view, 2> kLists = {"season", "special"};

/// `date` or `from`; null: the entry has neither.
const Entry* first_day_of(const Value& entry) {
  if (entry.as_table() == nullptr) return nullptr;
  for (const Entry& each : *entry.as_table()) {
    if (each.key == "date" || each.key == "from") return &each;
  }
  return nullptr;
}

class Untranslated {
 public:
  Untranslated(std::string_view file, diag::Diagnostics& diags) : file_(file), diags_(diags) {}

  /// `header`: what stands above such words in a file.
  void check(const Value& original, const Value* translation, const std::string& header) {
    for (const Entry& entry : *original.as_table()) {
      const Value* translated = translation != nullptr ? translation->find(entry.key) : nullptr;
      if (entry.key == "name") {
        check_words(entry, translated, "", header);
      } else if (entry.value.as_table() != nullptr) {
        check_day(entry, translated, header);
      } else if (entry.value.as_array() != nullptr) {
        check_list(entry, translated);
      }
    }
  }

 private:
  void check_day(const Entry& day, const Value* translated, const std::string& header) {
    for (const Entry& entry : *day.value.as_table()) {
      if (entry.key != "note") continue;
      check_words(entry, translated != nullptr ? translated->find("note") : nullptr, day.key,
                  header);
    }
  }

  void check_list(const Entry& list, const Value* translated) {
    const Value::Array* theirs = translated != nullptr ? translated->as_array() : nullptr;
    for (const Value& each : *list.value.as_array()) {
      const Entry* day = first_day_of(each);
      if (day == nullptr) continue;
      const std::string quote = day->value.as_string() != nullptr ? "\"" : "";
      check(each, theirs != nullptr ? same_dates(*theirs, each) : nullptr,
            "`[[hours." + list.key + "]]` with `" + day->key + " = " + quote + first_day(each) +
                quote + "`");
    }
  }

  void check_words(const Entry& entry, const Value* translated, const std::string& day,
                   const std::string& header) {
    const std::string* words = entry.value.as_string();
    if (words == nullptr || translated != nullptr) return;
    const std::string line = entry.key + " = \"…\"";
    diags_.warning(
        diag::DiagnosticId::TranslationDiffers, entry.value.span,
        quoted(*words) + " is not translated in " + quoted(file_) + ", and is printed as it is",
        {"write `" + (day.empty() ? line : day + " = { " + line + " }") + "` there, below " +
         header});
  }

  std::string_view file_;
  diag::Diagnostics& diags_;
};

bool is_note_alone(const Value& day) {
  return day.as_table() != nullptr && day.as_table()->size() == 1 && day.find("note") != nullptr;
}

/// What the translation says of a date is laid over it; the dates are those of the original.
Value with_words(Value original, Value translated) {
  const diag::Span span = original.span;
  std::erase_if(std::get<Value::Table>(translated.data), [](const Entry& entry) {
    return entry.key == "date" || entry.key == "from" || entry.key == "to";
  });
  Value whole = merge(std::move(original), std::move(translated));
  whole.span = span;
  return whole;
}

}  // namespace

std::string first_day(const Value& entry) {
  const Entry* day = first_day_of(entry);
  if (day == nullptr) return "";
  if (const auto* date = std::get_if<Date>(&day->value.data)) return iso_date(*date);
  return day->value.as_string() != nullptr ? *day->value.as_string() : "";
}

const Value* same_dates(const Value::Array& list, const Value& entry) {
  const std::string day = first_day(entry);
  if (day.empty()) return nullptr;
  const auto found =
      std::ranges::find_if(list, [&](const Value& each) { return first_day(each) == day; });
  return found == list.end() ? nullptr : &*found;
}

void complete_lists(const Value& original, Value& translation) {
  auto* table = std::get_if<Value::Table>(&translation.data);
  if (table == nullptr) return;
  const auto is_list = [](const Entry& entry) {
    return std::ranges::find(kLists, entry.key) != kLists.end() &&
           entry.value.as_array() != nullptr;
  };
  std::erase_if(*table, [&](const Entry& entry) {
    const Value* theirs = original.find(entry.key);
    // A note of a day that has none any more.
    const bool is_stale = is_note_alone(entry.value) && theirs != nullptr && !theirs->as_table();
    return is_stale || (is_list(entry) && theirs == nullptr);
  });
  for (Entry& entry : *table) {
    const Value* theirs = is_list(entry) ? original.find(entry.key) : nullptr;
    if (theirs == nullptr || theirs->as_array() == nullptr) continue;
    Value whole = *theirs;
    for (Value& each : std::get<Value::Array>(whole.data)) {
      const Value* own = same_dates(*entry.value.as_array(), each);
      if (own != nullptr) each = with_words(std::move(each), *own);
    }
    entry.value = std::move(whole);
  }
}

void report_untranslated(const Value& original, const Value* translation, std::string_view file,
                         diag::Diagnostics& diags) {
  if (original.as_table() == nullptr) return;
  Untranslated(file, diags).check(original, translation, "`[hours]`");
}

}  // namespace handbill::spec
