// SPDX-License-Identifier: MIT
// A broken TOML text made well formed, with a note of what was lost on the way.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "diag/span.h"
#include "spec/toml_statement.h"

namespace handbill::spec {

/// The first character of keys that stand for statements whose own can't be told.
constexpr char kLostKey = '\x7F';

struct MendedToml {
  /// Each statement stands on the line and in the column where it stood.
  std::string text;
  /// Values that can't be read, by line from 1: a 0 stands for them in `text`.
  std::map<std::size_t, diag::Span> lost_values;
};

/// `statements` are those of `text`. What a lost header headed goes under a lost key.
MendedToml mend_toml(std::string_view text, diag::FileId file,
                     const std::vector<TomlStatement>& statements);

}  // namespace handbill::spec
