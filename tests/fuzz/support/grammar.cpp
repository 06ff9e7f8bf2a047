// SPDX-License-Identifier: MIT
#include "fuzz/support/grammar.h"

#include <algorithm>
#include <array>

#include "content/fact_table.h"

namespace handbill::fuzz {
namespace {

using spec::KeyInfo;
using spec::TableInfo;
using spec::Value;
using Texts = std::vector<std::string_view>;

constexpr int kDeepest = 3;  // tables made inside a new value

std::vector<TableInfo> read_tables() {
  std::vector<TableInfo> all = spec::key_tables();
  const auto named = [&](std::string_view name) -> TableInfo& {
    return *std::ranges::find(all, name, &TableInfo::name);
  };
  // A paragraph style takes these too.
  const std::vector<KeyInfo>& more = named("character.NAME").keys;
  std::vector<KeyInfo>& keys = named("style.NAME").keys;
  keys.insert(keys.end(), more.begin(), more.end());
  return all;
}

const std::vector<TableInfo>& tables() {
  static const std::vector<TableInfo> all = read_tables();
  return all;
}

/// "side.frame" is the table of `frame`, "style.NAME" that of `style`.
const TableInfo* table_named(std::string_view name) {
  for (const TableInfo& each : tables()) {
    std::string_view path = each.name;
    if (path.ends_with(".NAME")) path.remove_suffix(5);
    if (path == name || path.ends_with("." + std::string(name))) return &each;
  }
  return nullptr;
}

/// The word after `before` in a type: "box" of "table box", "fit" of "… or table fit, or list".
std::string_view word_after(std::string_view type, std::string_view before) {
  const std::size_t at = type.find(before);
  if (at == type.npos) return {};
  const std::string_view rest = type.substr(at + before.size());
  return rest.substr(0, rest.find_first_of(" ,;]"));
}

bool has(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

std::string_view one_of(const Texts& texts, Random& random) {
  return texts[pick(random, texts.size())];
}

std::string number(Random& random) {
  switch (pick(random, 8)) {
    case 0:
      return "0";
    case 1:
      return std::to_string(pick(random, 20000));
    case 2:
      return "-" + std::to_string(pick(random, 300));
    case 3:
      return std::to_string(pick(random, 100)) + "." + std::to_string(pick(random, 1000));
    default:
      return std::to_string(1 + pick(random, 40));
  }
}

std::string length(Random& random) {
  return number(random) + std::string(one_of({" pt", " in", " mm", "p", " cm"}, random));
}

std::string from_pool(const Pool& pool, Random& random) {
  return pool.empty() ? "any" : pool[pick(random, pool.size())];
}

std::string edge(const Pool& pool, Random& random) {
  std::string text = pick(random, 2) == 0
                         ? std::string(one_of({"margin", "0", "50%", "100%"}, random))
                         : from_pool(pool, random) + "." +
                               std::string(one_of({"top", "bottom", "left", "right"}, random));
  if (pick(random, 3) == 0) text = "max(" + text + ", " + length(random) + ")";
  if (pick(random, 2) == 0) text += (pick(random, 2) == 0 ? " + " : " - ") + length(random);
  return text;
}

std::string fact(Random& random) {
  const auto facts = content::fact_table();
  std::string text = "{" + std::string(facts[pick(random, facts.size())].name);
  if (pick(random, 3) == 0) {
    const auto formats = content::format_table();
    text += " | " + std::string(formats[pick(random, formats.size())].name);
  }
  return text + "}";
}

std::string words(const Pool& pool, Random& random) {
  switch (pick(random, 6)) {
    case 0:
      return fact(random);
    case 1:
      return "{" + from_pool(pool, random) + "}";
    case 2:
      return "# " + from_pool(pool, random) + "\n\n- " + from_pool(pool, random) + "\n- **b** *e*";
    case 3:
      return from_pool(pool, random) +
             " {flush end} 12–14 \"q\" -- [l](https://a.test) {blank 2 in}";
    default:
      return from_pool(pool, random);
  }
}

std::string condition(const Pool& pool, Random& random) {
  const auto facts = content::fact_table();
  const std::string name = pick(random, 2) == 0
                               ? from_pool(pool, random)
                               : std::string(facts[pick(random, facts.size())].name);
  switch (pick(random, 5)) {
    case 0:
      return "no " + name;
    case 1:
      return name + " > " + std::to_string(pick(random, 8));
    case 2:
      return "variant " + name;
    case 3:
      return "overset";
    default:
      return name;
  }
}

/// "a, b, c" of "one of a, b, c", up to what else it may be.
std::string choice(std::string_view type, Random& random) {
  std::string_view list = type.substr(type.find("one of ") + 7);
  list = list.substr(0, list.find(';'));
  Texts texts;
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(", "), list.size());
    texts.push_back(list.substr(0, comma));
    list.remove_prefix(std::min(comma + 2, list.size()));
  }
  return std::string(one_of(texts, random));
}

std::size_t elements(std::string_view type, Random& random) {
  if (has(type, "list of two")) return 2;
  if (has(type, "list of three")) return 3;
  return has(type, "list of four") ? 4 : pick(random, 5);
}

Value one_value(std::string_view type, const Pool& pool, Random& random) {
  if (has(type, "one of ")) return text_value(choice(type, random));
  if (has(type, "true or false")) return {pick(random, 2) == 0, {}, {}};
  if (has(type, "percentage")) {
    if (pick(random, 3) == 0) return text_value(number(random) + "%");
    return {static_cast<std::int64_t>(pick(random, 130)), {}, {}};
  }
  if (has(type, "number")) {
    const std::array<std::int64_t, 6> odd = {0, -1, 100, 400, 9999999999, 7};
    if (pick(random, 4) == 0) return {odd[pick(random, odd.size())], {}, {}};
    return {static_cast<std::int64_t>(pick(random, 9)), {}, {}};
  }
  if (has(type, "paper size")) {
    return text_value(std::string(
        one_of({"letter", "letter landscape", "a4", "a5 landscape", "tabloid"}, random)));
  }
  if (has(type, "edge")) return text_value(edge(pool, random));
  if (has(type, "length") || has(type, "sizes")) return text_value(length(random));
  if (has(type, "condition")) return text_value(condition(pool, random));
  if (has(type, "swatch")) {
    const std::string name = pick(random, 2) == 0
                                 ? from_pool(pool, random)
                                 : std::string(one_of({"black", "paper", "none"}, random));
    return text_value(name + (pick(random, 3) == 0 ? " " + number(random) + "%" : ""));
  }
  if (has(type, "date"))
    return {spec::Date{2026, 1 + static_cast<int>(pick(random, 12)), 28}, {}, {}};
  if (has(type, "hours")) {
    return text_value(std::string(one_of({"8:00 am – 5:00 pm", "closed", "by appointment",
                                          "open 24 hours", "8:00 – 12:00, 13:00 – 17:00"},
                                         random)));
  }
  if (has(type, "name of") || has(type, "path of")) return text_value(from_pool(pool, random));
  return text_value(words(pool, random));
}

Value make_table(const TableInfo& table, const Pool& pool, Random& random, int depth);

Value value_of(const TableInfo& in, const KeyInfo& key, const Pool& pool, Random& random,
               int depth) {
  const TableInfo* inner = table_of(in, key);
  const bool is_choice =
      inner != nullptr && has(key.type, "or ") && !key.type.starts_with("table,");
  if (inner == nullptr || depth >= kDeepest || (is_choice && pick(random, 2) == 0)) {
    return make_scalar(key.type, pool, random);
  }
  const auto made = [&] { return make_table(*inner, pool, random, depth + 1); };
  if (has(key.type, "tables by ")) {
    Value named = table_value();
    for (std::size_t i = 0; i <= pick(random, 2); ++i) set(named, from_pool(pool, random), made());
    return named;
  }
  if (!has(key.type, "list of")) return made();
  std::vector<Value> list;
  for (std::size_t i = 0; i <= pick(random, 3); ++i) list.push_back(made());
  return array_value(std::move(list));
}

Value make_table(const TableInfo& table, const Pool& pool, Random& random, int depth) {
  Value made = table_value();
  for (std::size_t i = 0; i <= pick(random, 4); ++i) {
    const KeyInfo& key = table.keys[pick(random, table.keys.size())];
    set(made, key.name, value_of(table, key, pool, random, depth));
  }
  return made;
}

}  // namespace

std::size_t pick(Random& random, std::size_t count) { return random() % count; }

const TableInfo* layout_table() { return table_named("layout"); }

const TableInfo* table_of(const TableInfo&, const KeyInfo& key) {
  if (!has(key.type, "table") && !has(key.type, "tables")) return nullptr;
  // These hold keys of other tables, as their lines in the reference say.
  if (key.name == "parent") return table_named("side");
  if (key.name == "locale") return layout_table();
  if (key.name.starts_with("rule_")) return table_named("rule");
  if (key.name == "styles") return table_named("markdown");
  if (key.name == "stops") return table_named("stop");
  if (key.name == "cells") return table_named("cell");
  if (key.name == "margin") return table_named("margin");
  const std::string_view named = word_after(key.type, "table ");
  if (const TableInfo* const table = table_named(named)) return table;
  return table_named(key.name);
}

const KeyInfo* key_of(const TableInfo& in, std::string_view name) {
  const auto found = std::ranges::find(in.keys, name, &KeyInfo::name);
  return found == in.keys.end() ? nullptr : &*found;
}

Value make_scalar(std::string_view type, const Pool& pool, Random& random) {
  const std::size_t list = type.find("list of");
  const bool may_be_one = list != 0;
  if (list == type.npos || (may_be_one && pick(random, 2) == 0)) {
    return one_value(type.substr(0, may_be_one ? list : type.npos), pool, random);
  }
  std::vector<Value> values;
  const std::size_t count = elements(type, random);
  for (std::size_t i = 0; i < count; ++i) values.push_back(one_value(type, pool, random));
  return array_value(std::move(values));
}

Value make_value(const TableInfo& in, const KeyInfo& key, const Pool& pool, Random& random) {
  if (pick(random, 8) == 0 && !key.default_value.empty()) {
    return text_value(std::string(key.default_value));
  }
  return value_of(in, key, pool, random, 0);
}

void set_fact(Value& content, const Pool& pool, Random& random) {
  const auto facts = content::fact_table();
  const content::FactInfo& fact = facts[pick(random, facts.size())];
  if (fact.kind != content::FactInfo::Kind::Written) return;
  Value* at = &content;
  std::string_view path = fact.name;
  for (std::size_t dot; (dot = path.find('.')) != path.npos; path.remove_prefix(dot + 1)) {
    const std::string_view key = path.substr(0, dot);
    Value* inner = find(*at, key);
    if (inner == nullptr || inner->as_table() == nullptr) set(*at, key, table_value());
    at = find(*at, key);
  }
  set(*at, path, make_scalar(fact.type, pool, random));
}

}  // namespace handbill::fuzz
