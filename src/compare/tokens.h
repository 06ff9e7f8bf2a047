// SPDX-License-Identifier: MIT
// Words of texts as numbers: the same word, the same number.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace handbill::compare {

struct Token {
  std::size_t begin = 0, end = 0;  ///< bytes of the text, the spaces behind it left out
  std::uint32_t word = 0;
};

/// Numbers for the words of texts that are compared with each other.
class Vocabulary {
 public:
  std::vector<Token> tokens(std::string_view text);
  std::uint32_t number(std::string_view word);

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

/// With every space, or row of them, as one plain space, and none at either end.
std::string with_plain_spaces(std::string_view text);

}  // namespace handbill::compare
