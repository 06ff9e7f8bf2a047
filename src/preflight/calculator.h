// SPDX-License-Identifier: MIT
// PostScript calculator functions (PDF 1.7, 7.10.5).
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace handbill::preflight {

class Calculator {
 public:
  /// False when the program is not one.
  bool parse(std::string_view program);
  /// The topmost `outputs` values; 0 for what is missing. Programs have no loops, so they end.
  std::vector<double> run(const std::vector<double>& input, std::size_t outputs) const;

 private:
  struct Step {
    enum class Kind { Number, Operator, If, IfElse } kind = Kind::Number;
    double number = 0;
    int op = 0;
    std::size_t then = 0, otherwise = 0;  ///< blocks
  };
  using Block = std::vector<Step>;

  bool parse_block(std::string_view program, std::size_t& at, std::size_t block, int depth);
  void run_block(std::size_t block, std::vector<double>& stack) const;

  std::vector<Block> blocks_;
};

}  // namespace handbill::preflight
