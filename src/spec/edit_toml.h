// SPDX-License-Identifier: MIT
// Changes of single values in a TOML text that leave all else as its writer has it: comments,
// order, the kind of quotes, equals signs that stand below each other, line ends.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "diag/source_map.h"
#include "spec/value.h"

namespace handbill::spec {

/// A file of a source map, as read_toml gives it.
struct TomlFile {
  const diag::SourceMap& sources;
  diag::FileId file;
  const Value& root;
};

/// Makes the value at `path` ("revision.status", "aftercare.do.2.text") what `literal` says, which
/// is a value of TOML. One that is not there is added behind the last of its table, and a table
/// that is not there at the end of the file. Nothing: what stands on the way, or there, is a table
/// with a header, no table, or can't be read; or the entry of a list is not there; or a new key has
/// no letters, or some that no file may have.
std::optional<diag::Fix> set_value(const TomlFile& toml, std::string_view path,
                                   std::string_view literal);

/// The same with a text, written like the one that stands there; one that ends with its line goes
/// on doing so.
std::optional<diag::Fix> set_text(const TomlFile& toml, std::string_view path,
                                  std::string_view text);

/// A text as a value of TOML. `like`: a value as it is written, whose kind of quotes is kept where
/// it can say the text; in one of several lines folded by \ at their ends, so are the new ones.
/// `text` is valid UTF-8 with LF.
std::string as_literal(std::string_view text, std::string_view like = {});

/// The text with all of the edits, which do not overlap, in any order. Those of one place follow
/// each other as they are given.
std::string edited(std::string_view text, std::vector<diag::Fix> edits);

}  // namespace handbill::spec
