// SPDX-License-Identifier: MIT
// Files that a project may have and need not. Private to this folder.
#pragma once

#include <optional>
#include <string_view>

#include "diag/read_text.h"
#include "spec/bind.h"

namespace handbill::spec {

/// Reports git's marks of two states that nobody has joined, once a file. True: there are some.
bool report_unjoined(const diag::SourceMap& sources, diag::FileId file, diag::Diagnostics& diags);

/// Nothing, without a word: there is no such file. What is wrong in it is reported.
template <HasKeys Spec>
std::optional<Spec> read_record(const diag::FileReader& files, std::string_view path,
                                diag::SourceMap& sources, diag::Diagnostics& diags) {
  if (files.read(path).state == diag::FileState::Missing) return std::nullopt;
  Spec spec;
  const auto file = diag::read_text(files, path, {}, sources, diags, diag::kLargestLedger);
  if (!file || report_unjoined(sources, *file, diags)) return spec;
  const auto root = read_toml(sources, *file, diags);
  if (root) read_table(*root, root_request(diags), spec);
  return spec;
}

}  // namespace handbill::spec
