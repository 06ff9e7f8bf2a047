// SPDX-License-Identifier: MIT
// A TOML value as written, with the place of every key and value. toml++ is met only in
// read_toml.cpp.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "diag/diagnostic.h"
#include "diag/source_map.h"
#include "diag/span.h"

namespace handbill::spec {

struct Entry;

struct Date {
  int year = 0, month = 0, day = 0;
  auto operator<=>(const Date&) const = default;
};

/// Insertion order is kept: what is listed first is read first.
struct Value {
  using Array = std::vector<Value>;
  using Table = std::vector<Entry>;
  std::variant<std::monostate, bool, std::int64_t, double, std::string, Date, Array, Table> data;
  /// The value as written, quotes included; tables: the whole `{…}` or the header.
  diag::Span span{};
  /// Strings: for each byte of the string (and one past the end) its offset in the source file,
  /// so that a part of a string can be pointed at, escapes and line ends or not.
  std::vector<std::uint32_t> source_offsets{};

  const Value* find(std::string_view key) const;      ///< in a table; else null
  const Value* at_path(std::string_view path) const;  ///< "clinic.address.zip"; arrays by index "0"
  const std::string* as_string() const;
  const Table* as_table() const;
  const Array* as_array() const;
  std::optional<double> as_number() const;  ///< integer or float
  /// "string", "table", … for messages.
  std::string_view type_name() const;
  /// Bytes [begin, end) of a string value, in the source.
  diag::Span part(std::size_t begin, std::size_t end) const;
  /// What stands there can't be read, which has been reported: nothing more is to be said of it.
  bool is_lost() const { return std::holds_alternative<std::monostate>(data); }
  /// False for a table with keys that can't be read: what it seems to lack may be among them.
  bool is_whole() const;
};

/// Without a key: a part of the table that can't be read, which has been reported.
struct Entry {
  std::string key;
  diag::Span key_span{};
  Value value;
};

/// A string value with its place, and the place of every byte of it.
struct Text {
  std::string value{};
  diag::Span span{};  ///< quotes included
  std::vector<std::uint32_t> source_offsets{};

  /// Bytes [begin, end) of the string, in the source.
  diag::Span part(std::size_t begin, std::size_t end) const;
  /// For parse_markdown and the like.
  Value as_value() const;
};

/// Stage 2, parse, first half. Reports toml-syntax (a key set twice included), too-large (nesting
/// over 64). Dates only, no times: a time or date-time is reported as wrong-type. What is wrong
/// with one statement hides nothing in the next; what can't be read is lost (see Value). Nothing:
/// the whole file is.
std::optional<Value> read_toml(const diag::SourceMap& sources, diag::FileId file,
                               diag::Diagnostics& diags);

/// `over` laid over `base`: tables are merged key by key, anything else of `over` replaces. An
/// array of tables ([[side]], [[parent]]) is replaced whole.
Value merge(Value base, Value over);

/// Indented text, for tests: keys, values and line:column of each.
std::string dump(const Value& value, const diag::SourceMap& sources);

}  // namespace handbill::spec
