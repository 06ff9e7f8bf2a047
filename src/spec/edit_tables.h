// SPDX-License-Identifier: MIT
// Changes of whole entries in a TOML text: one key made into several, entries of lists added and
// taken away. All else stays as its writer has it, as with edit_toml.h.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "spec/edit_toml.h"

namespace handbill::spec {

/// A key, and its value as it is written: {"date", "2026-12-25"}.
struct KeyedLiteral {
  std::string key, literal;
};

/// Writes `keys` in place of the key at `path`, each in a line of its own, in braces parted by
/// commas. Nothing: it is not there, it is a table with a header, or there are no keys.
std::optional<diag::Fix> replace_key(const TomlFile& toml, std::string_view path,
                                     std::span<const KeyedLiteral> keys);

/// Adds an entry to the list of tables at `list` ("hours.special"): behind its last one, written as
/// that is; the first one comes below a header of its own at the end of what it is part of.
/// Nothing: what stands there is no list of tables, or is part of a table in braces.
std::optional<diag::Fix> add_entry(const TomlFile& toml, std::string_view list,
                                   std::span<const KeyedLiteral> keys);

/// Takes away the key, or the entry of a list, at `path` ("hours.lunch", "hours.special.2") with
/// all its lines. Nothing: it is not there, or what belongs to it stands apart.
std::optional<diag::Fix> remove_at(const TomlFile& toml, std::string_view path);

}  // namespace handbill::spec
