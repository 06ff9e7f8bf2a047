// SPDX-License-Identifier: MIT
// The one description of the facts with a meaning of their own ([clinic], [hours], [revision]), of
// what is computed from them, and of the formats. "Did you mean" and the reference come from it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace handbill::content {

struct FactInfo {
  /// Written by the user, computed for `{…}`, a computed list for `rows`, a key of such rows, or
  /// told by the pages.
  enum class Kind { Written, Computed, List, RowKey, Page } kind = Kind::Written;
  std::string_view name;  ///< "clinic.phone"; a row key: "times"
  std::string_view type;  ///< "text", "phone", "web", "mail", "date", "hours", "table", "one of …"
  std::string_view doc;
};

/// Every typed fact, in reading order.
std::vector<FactInfo> known_facts();

/// What a fact is, as far as formats care.
enum class FactType { Prose, Text, Address, Phone, Web, Date, Time, TextList, Number, Money };

struct FormatInfo {
  std::string_view name;
  FactType takes{};
  std::string_view takes_text;  ///< "a date"
  std::string_view example;     ///< what comes out
  std::string_view doc;
};

/// Every format that may stand after `|`, in reading order.
std::vector<FormatInfo> formats();

/// The table itself; formats() is for the reference.
std::span<const FormatInfo> format_table();
std::span<const FactInfo> fact_table();

/// The type of the written fact at `path` ("phone"); empty: it has none.
std::string_view written_type(std::string_view path);
/// The keys directly below `table` ("clinic.address").
std::vector<std::string> written_keys(std::string_view table);

}  // namespace handbill::content
