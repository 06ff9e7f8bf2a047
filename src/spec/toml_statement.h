// SPDX-License-Identifier: MIT
// A TOML text cut into its statements line by line, so that what is wrong with one hides nothing in
// the next. For texts that toml++ has refused.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "spec/toml_value_scanner.h"

namespace handbill::spec {

struct TomlStatement {
  enum class Kind {
    Header,  ///< "[clinic]"
    Entry,   ///< "phone = …"
    Loose    ///< lines that are neither
  } kind = Kind::Loose;
  std::size_t begin = 0;   ///< its first sign
  std::size_t end = 0;     ///< the end of its last line
  std::size_t value = 0;   ///< of an entry
  std::string_view key{};  ///< as written; a header's without brackets; empty: it can't be told
  int brackets = 1;        ///< of a header
  std::vector<diag::Diagnostic> faults{};  ///< none: it is well formed, or nobody knows why not
  enum class Mending {
    Whole,      ///< nothing is wrong
    ValueLost,  ///< all but the value is known; a header is
    Lost,       ///< nobody knows what it says
    Dropped     ///< what it says is known from elsewhere
  } mending = Mending::Whole;
};

struct SplitToml {
  std::vector<TomlStatement> statements{};
  std::size_t end =
      0;  ///< of what was looked at: that of the text, or of the line that was too much
};

/// Lines that are neither, behind a statement with faults, belong to it: one cause, one message.
/// Stops after `most_faults`, and where one more begins.
SplitToml split_toml(std::string_view text, diag::FileId file,
                     TomlValueScanner::IsWellFormed is_well_formed, std::size_t most_faults);

}  // namespace handbill::spec
