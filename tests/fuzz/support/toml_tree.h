// SPDX-License-Identifier: MIT
// TOML as a tree that can be changed and written again.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "spec/value.h"

namespace handbill::fuzz {

/// Nothing: it is no TOML, or has characters that no page shows.
std::optional<spec::Value> read_tree(const std::string& text);

/// As TOML that read_tree takes: values first, then tables under headers, deep ones inline.
std::string write_tree(const spec::Value& root);

/// Sets a key of a table, in place of what it had.
void set(spec::Value& table, std::string_view key, spec::Value value);
spec::Value* find(spec::Value& table, std::string_view key);
/// The tables of an array of tables and of a table of tables; else nothing.
std::vector<spec::Value*> tables_in(spec::Value& value);

spec::Value text_value(std::string text);
spec::Value table_value();
spec::Value array_value(std::vector<spec::Value> elements);

}  // namespace handbill::fuzz
