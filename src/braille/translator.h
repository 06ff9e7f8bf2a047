// SPDX-License-Identifier: MIT
// Text to braille by liblouis, which the module handbill_braille brings. Private to this folder.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/module.h"

namespace handbill::braille {

/// Where packages put tables; the packed ones first.
std::vector<std::string> table_folders();

class Translator {
 public:
  /// The module in one of `modules`, tables in `tables`.
  Translator(const std::vector<std::string>& modules, std::vector<std::string> tables);

  const Module& module() const { return module_; }
  /// The whole path of a table; nothing: no package that is installed brings it.
  std::optional<std::string> find(std::string_view table) const;
  /// Names of all that are there.
  std::vector<std::string> names() const;

  struct Braille {
    std::string cells;  ///< North American ASCII braille
    /// Signs of the text that the table has no braille for; they are left out.
    std::u32string unknown;
  };
  /// By a table with its whole path. Nothing: it is broken.
  std::optional<Braille> translate(const std::string& table, std::string_view text) const;

 private:
  std::optional<std::string> cells(const std::string& tables, const std::u32string& text,
                                   int unknown) const;

  Module module_;
  std::vector<std::string> folders_;
  std::optional<std::string> ascii_;  ///< the table of signs for cells
};

}  // namespace handbill::braille
