// SPDX-License-Identifier: MIT
#include "spec/translation.h"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "base/nearest.h"
#include "base/utf8.h"
#include "spec/translated_hours.h"
#include "spec/words.h"

namespace handbill::spec {
namespace {

using diag::DiagnosticId;

using Facts = std::span<const FactSpec>;

/// Each language has its own, or none: "VIH" is not "HIV".
constexpr std::string_view kAbbreviations = "abbreviations";

/// A table that a translation has of its own.
bool is_of_language(std::string_view table) {
  return table == "revision" || table == kAbbreviations;
}

const FactSpec* fact_at(Facts facts, std::string_view path) {
  return fact_over(facts, without_numbers(path));
}

/// Says the same in every language. A text is a text in each.
bool is_fact(Facts facts, std::string_view path) {
  const FactSpec* fact = fact_at(facts, path);
  return fact != nullptr && fact->type != "text";
}

/// A fact, or a heading with facts alone below it.
bool holds_facts_only(const Entry& entry, const std::string& above, Facts facts) {
  const std::string path = above.empty() ? entry.key : above + "." + entry.key;
  if (entry.key.empty() || is_fact(facts, path)) return true;
  const Value::Table* table = entry.value.as_table();
  return table != nullptr && !table->empty() && std::ranges::all_of(*table, [&](const Entry& each) {
           return holds_facts_only(each, path, facts);
         });
}

/// A part of opening hours, not all of them.
bool is_of_hours(Facts facts, std::string_view path) {
  const FactSpec* fact = fact_at(facts, path);
  return fact != nullptr && fact->type == "hours" && without_numbers(path) != fact->path;
}

/// Special dates or seasons.
bool is_list_of_dates(Facts facts, std::string_view path) {
  return is_of_hours(facts, path) && (path == fact_at(facts, path)->path + ".special" ||
                                      path == fact_at(facts, path)->path + ".season");
}

/// The digit of any script, or -1.
int digit_of(char32_t c) {
  constexpr std::array<char32_t, 5> kZeros = {U'0', 0x0660, 0x06F0, 0x0966, 0xFF10};
  for (const char32_t zero : kZeros) {
    if (c >= zero && c < zero + 10) return static_cast<int>(c - zero);
  }
  return -1;
}

/// Hours are written in numbers in every language; their names and notes are words.
bool is_of_numbers(Facts facts, std::string_view path) {
  const bool is_words = path.ends_with(".name") || path.ends_with(".note");
  return is_of_hours(facts, path) && !is_words;
}

/// The whole numbers in a text, ascending: "100.4 °F" has 100 and 4.
std::vector<std::string> numbers_in(std::string_view text) {
  std::vector<std::string> numbers;
  bool goes_on = false;
  for (std::size_t at = 0; at < text.size();) {
    const int digit = digit_of(next_code_point(text, at));
    if (digit >= 0 && !goes_on) numbers.emplace_back();
    if (digit >= 0) numbers.back() += static_cast<char>('0' + digit);
    goes_on = digit >= 0;
  }
  std::ranges::sort(numbers);
  return numbers;
}

bool is_other_date(const Value& one, const Value& other) {
  const auto *date = std::get_if<Date>(&one.data), *other_date = std::get_if<Date>(&other.data);
  return date != nullptr && other_date != nullptr && *date != *other_date;
}

/// Keys of one that the other has not.
using Keys = std::map<std::string_view, const Value*>;

Keys keys_of(const Value& table) {
  Keys keys;
  for (const Entry& entry : *table.as_table()) keys.emplace(entry.key, &entry.value);
  return keys;
}

bool have_keys_alike(const Value& one, const Value& other) {
  if (one.as_table() == nullptr || other.as_table() == nullptr) return false;
  return std::ranges::any_of(*one.as_table(),
                             [&](const Entry& entry) { return other.find(entry.key) != nullptr; });
}

bool is_list_of_tables(const Value& value) {
  const Value::Array* rows = value.as_array();
  return rows != nullptr && !rows->empty() && rows->front().as_table() != nullptr;
}

/// Keys of a table of a translation that are slips for keys of the original. Among more keys than
/// anybody misspells nothing is looked for: each is held against all.
class Slips {
 public:
  Slips(const Value& original, const Keys& theirs, const Value& translation, const Keys& ours);

  /// The entry of the translation that is a slip for a key of the original, which it has not: of
  /// nearly that name, or the only table it could be; null: none.
  const Entry* of(const Entry& missing) const {
    const auto found = std::ranges::find(pairs_, &missing, &Pair::meant);
    return found == pairs_.end() ? nullptr : found->slip;
  }
  /// The key of the original that one of the translation is a slip for; null: none.
  const std::string* meant_by(const Entry& slip) const {
    const auto found = std::ranges::find(pairs_, &slip, &Pair::slip);
    return found == pairs_.end() ? nullptr : &found->meant->key;
  }
  /// An entry of a list of the original under nearly its name, `[[aftercare.doo]]`: the document
  /// that prints the list says so.
  bool is_entry_of_list(const Entry& entry) const {
    return std::ranges::find(entries_, &entry) != entries_.end();
  }
  /// Some entries of the list stand under nearly its name.
  bool lacks_entries(const Entry& list) const {
    const std::vector<std::string> name = {list.key};
    return is_list_of_tables(list.value) && std::ranges::any_of(entries_, [&](const Entry* each) {
             return nearest(each->key, name).has_value();
           });
  }

 private:
  struct Pair {
    const Entry* meant;
    const Entry* slip;
  };
  using Entries = std::vector<const Entry*>;

  void find_pairs(const Entries& missing, const Entries& extra);
  void find_entries(const Value& original, const Keys& translated, const Entries& extra);

  std::vector<Pair> pairs_;
  Entries entries_;
};

std::vector<const Entry*> entries_without(const Value& table, const Keys& keys) {
  std::vector<const Entry*> entries;
  for (const Entry& entry : *table.as_table()) {
    if (!keys.contains(entry.key)) entries.push_back(&entry);
  }
  return entries;
}

std::vector<std::string> names_of(const std::vector<const Entry*>& entries) {
  std::vector<std::string> names;
  for (const Entry* each : entries) names.push_back(each->key);
  return names;
}

Slips::Slips(const Value& original, const Keys& theirs, const Value& translation,
             const Keys& ours) {
  constexpr std::size_t kMostSlips = 100;
  const Entries missing = entries_without(original, ours);
  const Entries extra = entries_without(translation, theirs);
  if (extra.size() > kMostSlips) return;
  if (missing.size() <= kMostSlips) find_pairs(missing, extra);
  find_entries(original, ours, extra);
}

void Slips::find_pairs(const Entries& missing, const Entries& extra) {
  const std::vector<std::string> missing_names = names_of(missing), extra_names = names_of(extra);
  for (const Entry* each : missing) {
    const auto near = nearest(each->key, extra_names);
    if (near && nearest(*near, missing_names) == each->key) {
      pairs_.push_back({each, *std::ranges::find(extra, *near, &Entry::key)});
    } else if (extra.size() == 1 && missing.size() == 1 &&
               have_keys_alike(each->value, extra.front()->value)) {
      pairs_.push_back({each, extra.front()});
    }
  }
}

void Slips::find_entries(const Value& original, const Keys& translated, const Entries& extra) {
  std::vector<std::string> lists;
  for (const Entry& each : *original.as_table()) {
    if (is_list_of_tables(each.value) && translated.contains(each.key)) lists.push_back(each.key);
  }
  for (const Entry* each : extra) {
    if (is_list_of_tables(each->value) && nearest(each->key, lists)) entries_.push_back(each);
  }
}

class Comparison {
 public:
  Comparison(const Original& of, diag::Diagnostics& diags)
      : language_(of.language), facts_(of.facts), diags_(diags) {}

  /// `path` is empty for whole files.
  void compare(const Value& original, const Value& translation, const std::string& path) {
    if (path.empty()) has_gaps_ = !original.is_whole() || !translation.is_whole();
    if (original.is_lost() || translation.is_lost()) return;
    if (original.as_table() != nullptr && translation.as_table() != nullptr) {
      compare_tables(original, translation, path);
    } else if (original.as_array() != nullptr && translation.as_array() != nullptr) {
      compare_lists(original, translation, path);
    } else if (original.data.index() != translation.data.index()) {
      warn(translation.span,
           quoted(path) + " is " + a_type(translation) + ", but in `" + language_ + "` " +
               a_type(original),
           original.span);
    } else if (original.as_string() != nullptr) {
      compare_hours(original, translation, path);
    } else if (is_other_date(original, translation)) {
      std::string message = quoted(path) + " is another date than in `" + language_ + "`";
      if (is_of_hours(facts_, path)) {
        return refuse_hours(translation.span, std::move(message), original.span);
      }
      warn(translation.span, std::move(message), original.span);
    }
  }

 private:
  void compare_tables(const Value& original, const Value& translation, const std::string& path) {
    const auto path_of = [&](const Entry& entry) {
      return path.empty() ? entry.key : path + "." + entry.key;
    };
    const Keys theirs = keys_of(original), ours = keys_of(translation);
    const Slips slips(original, theirs, translation, ours);
    const bool is_original_whole = original.is_whole(),
               is_translation_whole = translation.is_whole();
    for (const Entry& entry : *original.as_table()) {
      if (!is_translation_whole) break;
      if (path.empty() && is_of_language(entry.key)) continue;
      if (const auto translated = ours.find(entry.key); translated != ours.end()) {
        if (slips.lacks_entries(entry)) continue;
        compare(entry.value, *translated->second, path_of(entry));
      } else {
        if (holds_facts_only(entry, path, facts_)) continue;
        if (slips.of(entry) != nullptr) continue;
        warn(translation.span, quoted(path_of(entry)) + " is not translated", entry.key_span);
      }
    }
    for (const Entry& entry : *translation.as_table()) {
      if (path.empty() && is_of_language(entry.key)) continue;
      if (theirs.contains(entry.key) || !is_original_whole) continue;
      // That facts stand in another file too has been said.
      if (path.empty() && is_fact(facts_, entry.key)) continue;
      if (slips.is_entry_of_list(entry)) continue;
      const std::string* meant = slips.meant_by(entry);
      // What an entry has not is told where it is printed.
      if (meant != nullptr && in_entry_) continue;
      warn(entry.key_span, quoted(path_of(entry)) + " is not in `" + language_ + "`", original.span,
           meant);
    }
  }

  /// Special dates and seasons: the translation has those that have words to translate.
  void compare_dates(const Value& original, const Value& translation, const std::string& path) {
    for (const Value& each : *translation.as_array()) {
      const std::string day = first_day(each);
      const Value* theirs = same_dates(*original.as_array(), each);
      if (theirs != nullptr) {
        compare(*theirs, each, path + "." + day);
      } else if (day.empty()) {
        warn(each.span, "an entry of " + quoted(path) + " has no first day that says which it is",
             original.span);
      } else {
        warn(each.span, quoted(path) + " of " + day + " is not in `" + language_ + "`",
             original.span);
      }
    }
  }

  void compare_lists(const Value& original, const Value& translation, const std::string& path) {
    if (is_list_of_dates(facts_, path)) {
      return compare_dates(original, translation, path);
    }
    const Value::Array& theirs = *original.as_array();
    const Value::Array& ours = *translation.as_array();
    if (theirs.size() != ours.size()) {
      if (has_gaps_) return;
      warn(translation.span,
           quoted(path) + " has " + std::to_string(ours.size()) + " entries, in `" + language_ +
               "` " + std::to_string(theirs.size()),
           original.span);
      return;
    }
    in_entry_ = true;
    for (std::size_t i = 0; i < ours.size(); ++i) {
      compare(theirs[i], ours[i], path + "." + std::to_string(i));
    }
    in_entry_ = false;
  }

  void compare_hours(const Value& original, const Value& translation, const std::string& path) {
    if (!is_of_numbers(facts_, path)) return;
    if (numbers_in(*original.as_string()) == numbers_in(*translation.as_string())) return;
    refuse_hours(translation.span,
                 quoted(path) + " is " + quoted(*translation.as_string()) + ", in `" + language_ +
                     "` " + quoted(*original.as_string()),
                 original.span);
  }

  /// It would be printed in this language alone.
  void refuse_hours(diag::Span at, std::string message, diag::Span original) {
    diags_.add({DiagnosticId::TranslationDiffers,
                diag::Severity::Error,
                std::move(message),
                at,
                {{original, "the original"}},
                {"take it out: hours stand once, and are the same in every language"}});
  }

  void warn(diag::Span at, std::string message, diag::Span original,
            const std::string* meant = nullptr) {
    diag::Diagnostic problem{DiagnosticId::TranslationDiffers,
                             diag::Severity::Warning,
                             std::move(message),
                             at,
                             {{original, "the original"}},
                             {}};
    if (meant != nullptr) {
      problem.hints = {"did you mean " + quoted(*meant) + "?"};
      problem.fix = diag::Fix{at, *meant};
    }
    diags_.add(std::move(problem));
  }

  std::string language_;
  Facts facts_;
  diag::Diagnostics& diags_;
  bool in_entry_ = false;
  bool has_gaps_ = false;  ///< whole tables may be missing that only can't be read
};

/// To be changed; null: nothing is there.
Value* value_at(Value& root, std::string_view path) {
  const std::string_view step = path.substr(0, path.find('.'));
  auto* table = std::get_if<Value::Table>(&root.data);
  if (table == nullptr) return nullptr;
  const auto found = std::ranges::find(*table, step, &Entry::key);
  if (found == table->end()) return nullptr;
  return step == path ? &found->value : value_at(found->value, path.substr(step.size() + 1));
}

/// A text that is still empty is as in the original, until it is written.
void fill_empty(const Value& original, Value& translation) {
  const std::string *theirs = original.as_string(), *ours = translation.as_string();
  if (theirs != nullptr && ours != nullptr && ours->empty()) {
    translation.data = *theirs;
    translation.source_offsets.clear();
  } else if (auto* list = std::get_if<Value::Array>(&translation.data)) {
    const Value::Array* originals = original.as_array();
    for (std::size_t i = 0; originals != nullptr && i < std::min(list->size(), originals->size());
         ++i) {
      fill_empty((*originals)[i], (*list)[i]);
    }
  } else if (auto* table = std::get_if<Value::Table>(&translation.data)) {
    for (Entry& entry : *table) {
      const Value* of_key = original.find(entry.key);
      if (of_key != nullptr) fill_empty(*of_key, entry.value);
    }
  }
}

}  // namespace

Value lay_translation_over(Value original, Value translation, Facts facts) {
  for (const FactSpec& fact : facts) {
    const Value* theirs = fact.type == "hours" ? original.at_path(fact.path) : nullptr;
    Value* ours = theirs != nullptr ? value_at(translation, fact.path) : nullptr;
    if (ours != nullptr) complete_lists(*theirs, *ours);
  }
  fill_empty(original, translation);
  std::erase_if(std::get<Value::Table>(original.data),
                [](const Entry& entry) { return entry.key == kAbbreviations; });
  return merge(std::move(original), std::move(translation));
}

bool is_facts_only(const Value& root, Facts facts) {
  return std::ranges::all_of(*root.as_table(), [&](const Entry& entry) {
    return entry.key == "revision" || entry.key.empty() || holds_facts_only(entry, "", facts);
  });
}

void compare_translation(const Value& original, const Value& translation, const Original& of,
                         diag::Diagnostics& diags) {
  Comparison(of, diags).compare(original, translation, "");
}

}  // namespace handbill::spec
