// SPDX-License-Identifier: MIT
// What a layout and its content may hold, taken from the program's own tables of keys and facts.
#pragma once

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "fuzz/support/toml_tree.h"
#include "spec/key_table.h"

namespace handbill::fuzz {

using Random = std::minstd_rand;

/// 0 to `count` - 1.
std::size_t pick(Random& random, std::size_t count);

/// Words that stand in a document already: names of styles and frames, texts, art. New values are
/// often one of them, so that names are found.
using Pool = std::vector<std::string>;

/// The layout's own table, or the one that the value of a key in it is made of ("side.frame" of the
/// key `frame`); null: the value is no table, or one with keys of the user's.
const spec::TableInfo* layout_table();
const spec::TableInfo* table_of(const spec::TableInfo& in, const spec::KeyInfo& key);
const spec::KeyInfo* key_of(const spec::TableInfo& in, std::string_view name);

/// A value as the key wants it, mostly; tables with some of their keys.
spec::Value make_value(const spec::TableInfo& in, const spec::KeyInfo& key, const Pool& pool,
                       Random& random);
/// A value of a type as the tables tell it: "length", "one of top, middle, bottom".
spec::Value make_scalar(std::string_view type, const Pool& pool, Random& random);

/// Sets one written fact of a content file, by its type.
void set_fact(spec::Value& content, const Pool& pool, Random& random);

}  // namespace handbill::fuzz
