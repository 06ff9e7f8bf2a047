// SPDX-License-Identifier: MIT
#include "content/lost_heading.h"

#include <algorithm>
#include <array>
#include <utility>

#include "content/day_names.h"
#include "content/fact_table.h"
#include "content/fact_types.h"
#include "content/wording.h"

namespace handbill::content {
namespace {

using spec::Entry;
using spec::Value;

/// The tables whose keys are known, in the order of their declaration.
std::vector<std::string> known_tables(const FactTypes& types) {
  std::vector<std::string> tables;
  for (const spec::FactSpec& fact : types.declared()) {
    if (!types.keys(fact.path).empty()) tables.push_back(fact.path);
    if (fact.type == "organisation") tables.push_back(fact.path + ".address");
  }
  tables.emplace_back("revision");
  return tables;
}
/// Of special dates and seasons, which may name days too.
constexpr auto kDatedKeys =
    std::to_array<std::string_view>({"date", "from", "to", "name", "hours", "lunch"});
/// One that a table does not know is more likely a slip.
constexpr std::size_t kFewestStrays = 2;

struct LostHeading {
  std::string heading{};  ///< "hours", "clinic.address"; empty: nobody knows which
  std::string under{};    ///< the table above: "hours", "hours.special.0"
  std::string above{};    ///< its heading: "[hours]", "[[hours.special]]"
  std::size_t first = 0;  ///< of that table: the keys from here on belong under the heading
};

/// A table of a file that stands below a heading.
struct Headed {
  std::string path;   ///< "hours.special.0"
  std::string table;  ///< "hours.special"
  std::string heading;
  const Value* value = nullptr;
  const Value* list = nullptr;  ///< of an entry
};

/// A value behind its key: in braces, a list. The key of a heading stands in the heading.
bool is_behind_key(const Entry& entry) {
  return entry.key_span.file == entry.value.span.file &&
         entry.key_span.end <= entry.value.span.begin;
}

/// Below headings of its own.
bool is_of_tables(const Entry& entry) {
  const Value::Array* rows = entry.value.as_array();
  const bool is_list = rows != nullptr && !rows->empty() && rows->front().as_table() != nullptr;
  return (entry.value.as_table() != nullptr || is_list) && !is_behind_key(entry);
}

/// Keys that stand below the table's own heading, not below such as `[sign.alt]`; those of `file`,
/// if that is said.
bool has_keys(const Value& table, std::optional<diag::FileId> file) {
  if (table.as_table() == nullptr || table.as_table()->empty()) return true;
  return std::ranges::any_of(*table.as_table(), [&](const Entry& entry) {
    return !is_of_tables(entry) && (!file || entry.key_span.file == *file);
  });
}

/// Tables below headings of their own stand where they belong.
bool may_stray(const Entry& entry) { return !entry.key.empty() && !is_of_tables(entry); }

/// In braces the keys stand within the table, below a heading behind it.
bool is_headed(const Value& table) {
  const Value::Table& keys = *table.as_table();
  return !keys.empty() && keys.front().key_span.begin >= table.span.end;
}

void add_headed(const Value& value, const std::string& path, std::vector<Headed>& tables) {
  if (value.as_table() == nullptr) return;
  for (const Entry& entry : *value.as_table()) {
    if (entry.key.empty()) continue;
    const std::string inner = path.empty() ? entry.key : path + "." + entry.key;
    const Value::Array* rows = entry.value.as_array();
    for (std::size_t i = 0; rows != nullptr && i < rows->size(); ++i) {
      const Value& row = (*rows)[i];
      if (row.as_table() == nullptr || !is_headed(row)) continue;
      tables.push_back(
          {inner + "." + std::to_string(i), inner, "[[" + inner + "]]", &row, &entry.value});
    }
    if (entry.value.as_table() == nullptr) continue;
    if (is_headed(entry.value)) tables.push_back({inner, inner, "[" + inner + "]", &entry.value});
    add_headed(entry.value, inner, tables);
  }
}

class Search {
 public:
  Search(const Value& root, const spec::ContentSpec& content)
      : root_(root), content_(content), types_(content.facts) {}

  /// Of keys above all headings.
  std::optional<LostHeading> at_the_top() {
    std::vector<std::string> keys;
    for (const Entry& entry : *root_.as_table()) {
      if (!may_stray(entry)) continue;
      file_ = entry.key_span.file;
      keys.push_back(entry.key);
    }
    if (keys.empty()) return std::nullopt;
    const std::vector<std::string> revision = written_keys("revision");
    const bool is_revision = std::ranges::all_of(keys, [&](const std::string& key) {
      return std::ranges::find(revision, key) != revision.end();
    });
    if (is_revision && is_missing("revision")) return LostHeading{"revision", "", "", 0};
    if (keys.size() < kFewestStrays) return std::nullopt;
    auto heading = known_heading(keys);
    if (!heading) heading = asked_heading(keys);
    return heading ? std::optional(LostHeading{*heading, "", "", 0}) : std::nullopt;
  }

  std::optional<LostHeading> in(const Headed& table) {
    const Value::Table& keys = *table.value->as_table();
    std::size_t first = 0;
    while (first < keys.size() && (!may_stray(keys[first]) || knows(table, keys[first].key))) {
      ++first;
    }
    std::vector<std::string> tail;
    for (std::size_t i = first; i < keys.size(); ++i) {
      if (may_stray(keys[i])) tail.push_back(keys[i].key);
    }
    const auto strays = static_cast<std::size_t>(
        std::ranges::count_if(tail, [&](const auto& key) { return !knows(table, key); }));
    if (strays == 0) return std::nullopt;
    file_ = keys[first].key_span.file;
    // A table that knows none of its keys has a misspelt heading.
    const bool is_typed = is_known(table.table);
    if (first == 0 && !is_typed) return std::nullopt;
    std::optional<std::string> heading = asked_heading(tail);
    if (strays < kFewestStrays && !(heading && is_of_file(*heading))) return std::nullopt;
    if (is_typed) {
      if (auto known = known_heading(tail)) heading = known;
      if (!heading) heading = heading_of_file(table);
      // A file with nothing but its revision.
      if (!heading && table.table == "revision" && root_.as_table()->size() == 1) heading = "";
    }
    if (!heading) return std::nullopt;
    return LostHeading{*heading, table.path, table.heading, first};
  }

 private:
  bool is_known(std::string_view table) const { return !types_.in_table(table).empty(); }

  bool knows(const Headed& table, const std::string& key) const {
    const bool is_hours = types_.is_hours(table.table);
    if (is_hours && !days_of(key).empty()) return true;
    if (table.list != nullptr && is_hours) {
      return std::ranges::find(kDatedKeys, key) != kDatedKeys.end();
    }
    if (is_known(table.table)) {
      const std::vector<std::string> keys = types_.keys(table.table);
      return keys.empty() || std::ranges::find(keys, key) != keys.end();
    }
    if (table.list != nullptr) {
      const Value::Array& rows = *table.list->as_array();
      return rows.size() == 1 || std::ranges::any_of(rows, [&](const Value& row) {
               return &row != table.value && row.find(key) != nullptr;
             });
    }
    const auto asked = content_.asked.find(table.table);
    return asked == content_.asked.end() || asked->second.contains(key);
  }

  bool is_there(std::string_view table) const {
    return std::ranges::any_of(content_.files, [&](const spec::ContentSpec::File& file) {
      if (&file.root == &root_) return !is_missing(table);
      const Value* found = file.root.at_path(table);
      return found != nullptr && has_keys(*found, std::nullopt);
    });
  }

  /// In this file; of others it may be there.
  bool is_missing(std::string_view table) const {
    const Value* found = root_.at_path(table);
    return found == nullptr || !has_keys(*found, file_);
  }

  /// Other tables of the heading's subject are in the file.
  bool is_of_file(std::string_view heading) const {
    return root_.find(heading.substr(0, heading.find('.'))) != nullptr;
  }

  std::optional<std::string> asked_heading(const std::vector<std::string>& keys) const {
    spec::HeadingsThere there;
    for (const Entry& entry : *root_.as_table()) {
      if (is_of_tables(entry)) there.headings.push_back(entry.key);
    }
    there.is_there = [&](std::string_view table) { return is_there(table); };
    std::string found = spec::missing_table_of(content_.asked, keys, there);
    return found.empty() ? std::nullopt : std::optional(std::move(found));
  }

  /// The known table that is missing and would know most of the keys.
  std::optional<std::string> known_heading(const std::vector<std::string>& keys) const {
    for (const std::string& table : known_tables(types_)) {
      const Headed as_table{table, table, "", nullptr, nullptr};
      const auto known =
          std::ranges::count_if(keys, [&](const auto& key) { return knows(as_table, key); });
      if (is_missing(table) && 2 * static_cast<std::size_t>(known) > keys.size()) {
        return table;
      }
    }
    return std::nullopt;
  }

  /// The only table of the file that has no heading of its own.
  std::optional<std::string> heading_of_file(const Headed& table) const {
    std::optional<std::string> found;
    for (const Entry& each : *root_.as_table()) {
      if (each.key == table.table || each.value.as_table() == nullptr) continue;
      if (each.value.as_table()->empty() || has_keys(each.value, file_)) continue;
      if (found) return std::nullopt;
      found = each.key;
    }
    return found;
  }

  const Value& root_;
  const spec::ContentSpec& content_;
  const FactTypes types_;
  std::optional<diag::FileId> file_{};  ///< of the keys: a translation is laid over the original
};

/// What stands at a step of a path, if it is there.
Value* child(Value& at, std::string_view step) {
  if (auto* list = std::get_if<Value::Array>(&at.data)) {
    const Value* found = at.at_path(step);
    return found == nullptr ? nullptr : &(*list)[static_cast<std::size_t>(found - list->data())];
  }
  auto* table = std::get_if<Value::Table>(&at.data);
  if (table == nullptr) return nullptr;
  const auto found = std::ranges::find(*table, step, &Entry::key);
  return found == table->end() ? nullptr : &found->value;
}

/// The table at a path, made where nothing is, at `place`; null: something else is there.
Value::Table* table_at(Value& root, std::string_view path, diag::Span place) {
  Value* at = &root;
  for (std::size_t begin = 0; begin < path.size();) {
    const std::size_t end = std::min(path.find('.', begin), path.size());
    const std::string_view step = path.substr(begin, end - begin);
    auto* table = std::get_if<Value::Table>(&at->data);
    if (table != nullptr && child(*at, step) == nullptr) {
      table->push_back({std::string(step), place, Value{Value::Table(), place}});
    }
    at = child(*at, step);
    if (at == nullptr) return nullptr;
    begin = end + 1;
  }
  return std::get_if<Value::Table>(&at->data);
}

/// Of a table that is there.
void set_place(Value& root, std::string_view path, diag::Span place) {
  Value* at = &root;
  for (std::size_t begin = 0; at != nullptr && begin < path.size();) {
    const std::size_t end = std::min(path.find('.', begin), path.size());
    at = child(*at, path.substr(begin, end - begin));
    begin = end + 1;
  }
  if (at != nullptr) at->span = place;
}

std::optional<LostHeading> find_lost_heading(const Value& root, const spec::ContentSpec& content) {
  std::vector<Headed> tables;
  add_headed(root, "", tables);
  Search search(root, content);
  if (auto lost = search.at_the_top()) return lost;
  for (const Headed& table : tables) {
    if (auto lost = search.in(table)) return lost;
  }
  return std::nullopt;
}

void report_lost_heading(const LostHeading& lost, const std::vector<const Entry*>& strays,
                         diag::Span heading_above, diag::Diagnostics& diags) {
  const spec::StrayKeys stray{.first = strays.front()->key,
                              .count = strays.size(),
                              .above = lost.above,
                              .missing = lost.heading.empty() ? "" : "[" + lost.heading + "]"};
  diags.add(spec::tell_stray(stray, diag::DiagnosticId::UnknownKey, strays.front()->key_span,
                             heading_above));
}

std::vector<const Entry*> strays_of(const Value& root, const LostHeading& lost) {
  const Value& table = lost.under.empty() ? root : *root.at_path(lost.under);
  std::vector<const Entry*> strays;
  for (std::size_t i = lost.first; i < table.as_table()->size(); ++i) {
    const Entry& entry = (*table.as_table())[i];
    if (may_stray(entry)) strays.push_back(&entry);
  }
  return strays;
}

/// Moves the keys where they belong; over those of the same name, which are the original's.
void put_back(Value& root, const LostHeading& lost, const std::vector<std::string>& keys) {
  const Value* from = lost.under.empty() ? &root : root.at_path(lost.under);
  if (from == nullptr || from->as_table() == nullptr) return;
  Value::Table& above = *table_at(root, lost.under, {});
  Value::Table kept, strays;
  for (Entry& entry : above) {
    const bool moves = std::ranges::find(keys, entry.key) != keys.end();
    (moves ? strays : kept).push_back(std::move(entry));
  }
  above = std::move(kept);
  if (strays.empty()) return;
  const diag::Span place = strays.front().key_span;
  Value::Table* below = lost.heading.empty() ? nullptr : table_at(root, lost.heading, place);
  if (below == nullptr) {
    // They may be anything that seems to be missing.
    std::get<Value::Table>(root.data).push_back({"", place, Value{{}, place}});
    return;
  }
  // Without keys of its own it stands, as TOML has it, at a heading such as `[sign.alt]`.
  if (!std::ranges::any_of(*below, may_stray)) set_place(root, lost.heading, place);
  for (Entry& stray : strays) {
    std::erase_if(*below, [&](const Entry& entry) { return entry.key == stray.key; });
    below->push_back(std::move(stray));
  }
}

/// Of a translation: in both files that it was laid together of, too.
void put_back(spec::ContentSpec::File& file, const LostHeading& lost, diag::Diagnostics& diags) {
  const std::vector<const Entry*> strays = strays_of(file.root, lost);
  const Value& above = lost.under.empty() ? file.root : *file.root.at_path(lost.under);
  report_lost_heading(lost, strays, lost.under.empty() ? diag::Span{} : above.span, diags);
  std::vector<std::string> keys;
  for (const Entry* each : strays) keys.push_back(each->key);
  put_back(file.root, lost, keys);
  if (!file.translation) return;
  put_back(file.translation->own, lost, keys);
  put_back(file.translation->original, lost, keys);
}

}  // namespace

spec::ContentSpec with_headings(spec::ContentSpec content, diag::Diagnostics& diags) {
  constexpr int kMost = 8;
  for (spec::ContentSpec::File& file : content.files) {
    // What a command line sets stands in no file.
    if (file.root.as_table() == nullptr || !file.root.span.known()) continue;
    for (int i = 0; i < kMost; ++i) {
      const auto lost = find_lost_heading(file.root, content);
      if (!lost) break;
      put_back(file, *lost, diags);
    }
  }
  return content;
}

}  // namespace handbill::content
