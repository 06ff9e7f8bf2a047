// SPDX-License-Identifier: MIT
// A header that is gone: what stood below it repeats, as TOML has it, keys of the table above.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "spec/asked_keys.h"
#include "spec/toml_statement.h"

namespace handbill::spec {

struct LostHeader {
  std::size_t first = 0, end = 0;     ///< the statements that stood below it
  std::string table{};                ///< "treatment.headings"; empty: nobody knows
  int brackets = 1;                   ///< two: an entry of a list
  std::optional<std::size_t> line{};  ///< an empty line above them, where it may have stood
};

/// Looks round the statement that sets again what is set already. Nothing: it is a line that is
/// written twice.
std::optional<LostHeader> find_lost_header(std::string_view text,
                                           const std::vector<TomlStatement>& statements,
                                           std::size_t twice, const AskedKeys& asked);

diag::Diagnostic lost_header(const LostHeader& lost, std::string_view text, diag::FileId file,
                             const std::vector<TomlStatement>& statements);

/// A header in single brackets, and one in double ones that have the same name.
struct SingleBrackets {
  std::size_t single = 0, entry = 0;  ///< the statements
};

/// Looks for the two where the header `twice` is there twice: single brackets are a slip then.
std::optional<SingleBrackets> find_single_brackets(const std::vector<TomlStatement>& statements,
                                                   const TomlStatement& twice);

diag::Diagnostic single_brackets(const SingleBrackets& brackets, diag::FileId file,
                                 const std::vector<TomlStatement>& statements);

}  // namespace handbill::spec
