// SPDX-License-Identifier: MIT
// An entry of a ledger as it is written: a table of TOML, each line of which ends in the mark of
// the entry. No two entries have a line in common, so that git keeps them whole when it puts those
// of two branches one after the other (`merge=union`).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "spec/value.h"

namespace handbill::records {

class Block {
 public:
  /// "approval": [[approval]].
  explicit Block(std::string table) : table_(std::move(table)) {}

  Block& text(std::string_view key, std::string_view value);
  Block& date(std::string_view key, const spec::Date& value);
  Block& number(std::string_view key, std::int64_t value);
  /// A line each; [] when there are none.
  Block& texts(std::string_view key, const std::vector<std::string>& values);

  /// An empty line, then the entry, with the end of its last line.
  std::string written() const;

 private:
  std::string table_;
  std::vector<std::string> lines_;
};

/// What stands at the end of each line of an entry, with its mark behind it; both in bytes.
inline constexpr std::string_view kBeforeMark = "  # ";
inline constexpr std::size_t kMarkBytes = 12;
/// The mark of an entry: of its table's name and its lines, with line ends between.
std::string mark_of_words(std::string_view entry);

/// What git is told of the folder of ledgers: records/.gitattributes.
inline constexpr std::string_view kAttributes =
    "# Entries of two branches stand one after the other.\n*.toml merge=union\n";

}  // namespace handbill::records
