// SPDX-License-Identifier: MIT
// The one description of every key a layout or fonts.toml may have: name, type, default, one line
// of doc. The parser, the "did you mean", the reference page and the schema all come from it.
#pragma once

#include <limits>
#include <string_view>
#include <vector>

namespace handbill::spec {

/// Of lengths in points, percentages and numbers.
struct Range {
  double least = -std::numeric_limits<double>::infinity();
  double most = std::numeric_limits<double>::infinity();
};

struct KeyInfo {
  std::string_view name;
  std::string_view type;           ///< "length", "text", "edge", "one of a, b, c", "table box"
  std::string_view default_value;  ///< as one would write it; empty: none
  std::string_view doc;
  Range range{};  ///< of the value, or of each in a list
};

struct TableInfo {
  std::string_view name;  ///< "sheet", "side.frame"
  std::string_view doc;
  std::vector<KeyInfo> keys;
};

/// Every table, in reading order, for the reference.
std::vector<TableInfo> key_tables();

}  // namespace handbill::spec
