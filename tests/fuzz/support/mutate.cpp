// SPDX-License-Identifier: MIT
#include "fuzz/support/mutate.h"

#include <algorithm>

namespace handbill::fuzz {
namespace {

using spec::TableInfo;
using spec::Value;

/// A table of the tree, and which one it is; null: one with keys of the user's.
struct Place {
  Value* table;
  const TableInfo* info;
};

void collect_places(Value& value, const TableInfo* info, std::vector<Place>& places) {
  places.push_back({&value, info});
  for (spec::Entry& entry : std::get<Value::Table>(value.data)) {
    const spec::KeyInfo* key = info == nullptr ? nullptr : key_of(*info, entry.key);
    const TableInfo* inner = key == nullptr ? nullptr : table_of(*info, *key);
    const bool is_one = entry.value.as_table() != nullptr &&
                        (key == nullptr || key->type.find("tables by ") == key->type.npos);
    if (is_one) collect_places(entry.value, inner, places);
    if (is_one) continue;
    for (Value* each : tables_in(entry.value)) collect_places(*each, inner, places);
  }
}

/// All strings and the keys of tables, those of the user among them.
void collect_words(const Value& value, Pool& pool) {
  if (const std::string* text = value.as_string()) pool.push_back(*text);
  if (const Value::Array* array = value.as_array()) {
    for (const Value& each : *array) collect_words(each, pool);
  }
  if (const Value::Table* table = value.as_table()) {
    for (const spec::Entry& entry : *table) {
      if (entry.value.as_table() != nullptr) pool.push_back(entry.key);
      collect_words(entry.value, pool);
    }
  }
}

Value::Table& entries(const Place& place) { return std::get<Value::Table>(place.table->data); }

void add_key(const Place& place, const Pool& pool, Random& random) {
  if (place.info == nullptr) return;
  const spec::KeyInfo& key = place.info->keys[pick(random, place.info->keys.size())];
  set(*place.table, key.name, make_value(*place.info, key, pool, random));
}

void remove_entry(const Place& place, Random& random) {
  Value::Table& table = entries(place);
  if (!table.empty()) table.erase(table.begin() + static_cast<long>(pick(random, table.size())));
}

/// An element of a list twice, away or elsewhere in it.
void change_list(Value::Array& array, Random& random) {
  constexpr std::size_t kMost = 60;
  if (array.empty()) return;
  const std::size_t at = pick(random, array.size());
  const Value each = array[at];
  switch (pick(random, 3)) {
    case 0:
      if (array.size() < kMost) array.insert(array.begin() + static_cast<long>(at), each);
      break;
    case 1:
      array.erase(array.begin() + static_cast<long>(at));
      break;
    default:
      std::swap(array[at], array[pick(random, array.size())]);
  }
}

/// A value of the kind that is wanted there, where that is known; else of the kind that is there.
void change_entry(const Place& place, const Pool& pool, Random& random) {
  Value::Table& table = entries(place);
  if (table.empty()) return;
  spec::Entry& entry = table[pick(random, table.size())];
  const spec::KeyInfo* key = place.info == nullptr ? nullptr : key_of(*place.info, entry.key);
  auto* array = std::get_if<Value::Array>(&entry.value.data);
  if (array != nullptr && pick(random, 2) == 0) {
    change_list(*array, random);
  } else if (key != nullptr) {
    entry.value = make_value(*place.info, *key, pool, random);
  } else if (entry.value.as_string() != nullptr) {
    entry.value = make_scalar("text", pool, random);
  } else if (entry.value.as_number()) {
    entry.value = make_scalar("whole number", pool, random);
  }
}

/// Under a name that others may ask for.
void rename_entry(const Place& place, const Pool& pool, Random& random) {
  Value::Table& table = entries(place);
  if (table.empty() || place.info != nullptr || pool.empty()) return;
  const Value value = table[pick(random, table.size())].value;
  set(*place.table, pool[pick(random, pool.size())], value);
}

void mutate_tree(Value& root, const TableInfo* info, const Pool& pool, Random& random) {
  std::vector<Place> places;
  collect_places(root, info, places);
  const Place place = places[pick(random, places.size())];
  switch (pick(random, 8)) {
    case 0:
      return remove_entry(place, random);
    case 1:
      return rename_entry(place, pool, random);
    case 2:
    case 3:
    case 4:
      return change_entry(place, pool, random);
    default:
      return add_key(place, pool, random);
  }
}

struct Trees {
  Value layout, content;
};

std::optional<Trees> read_trees(const std::string& input) {
  const Documents documents = split(input);
  auto layout = read_tree(documents.layout), content = read_tree(documents.content);
  if (!layout || !content) return std::nullopt;
  return Trees{std::move(*layout), std::move(*content)};
}

std::string write_trees(const Trees& trees) {
  return join({write_tree(trees.layout), write_tree(trees.content)});
}

}  // namespace

Documents split(std::string_view input) {
  const std::size_t between = std::min(input.find(kBetween), input.size());
  const std::size_t rest = std::min(between + kBetween.size(), input.size());
  return {std::string(input.substr(0, between)), std::string(input.substr(rest))};
}

std::string join(const Documents& documents) {
  return documents.layout + std::string(kBetween) + documents.content;
}

std::string mutate_documents(const std::string& input, Random& random) {
  auto trees = read_trees(input);
  if (!trees) return input;
  Pool pool = {"any", "art/any.svg", "pictures/any.png", "pictures/any.jpg", "us-sheetfed-coated"};
  collect_words(trees->layout, pool);
  collect_words(trees->content, pool);
  for (std::size_t i = 0; i <= pick(random, 4); ++i) {
    switch (pick(random, 6)) {
      case 0:
        set_fact(trees->content, pool, random);
        break;
      case 1:
        mutate_tree(trees->content, nullptr, pool, random);
        break;
      default:
        mutate_tree(trees->layout, layout_table(), pool, random);
    }
  }
  return write_trees(*trees);
}

std::string cross_documents(const std::string& input, const std::string& other, Random& random) {
  auto trees = read_trees(input), others = read_trees(other);
  if (!trees || !others) return input;
  const bool is_layout = pick(random, 4) != 0;
  Value& into = is_layout ? trees->layout : trees->content;
  Value& from = is_layout ? others->layout : others->content;
  std::vector<Place> places, sources;
  collect_places(into, is_layout ? layout_table() : nullptr, places);
  collect_places(from, is_layout ? layout_table() : nullptr, sources);
  const Place source = sources[pick(random, sources.size())];
  std::erase_if(places, [&](const Place& each) { return each.info != source.info; });
  if (places.empty() || entries(source).empty()) return input;
  const spec::Entry& entry = entries(source)[pick(random, entries(source).size())];
  set(*places[pick(random, places.size())].table, entry.key, entry.value);
  return write_trees(*trees);
}

}  // namespace handbill::fuzz
