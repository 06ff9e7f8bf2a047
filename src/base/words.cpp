// SPDX-License-Identifier: MIT
#include "base/words.h"

#include "base/utf8.h"

namespace handbill {

std::string counted(std::size_t count, std::string_view what) {
  return std::to_string(count) + " " + std::string(what) + (count == 1 ? "" : "s");
}

std::string padded(std::string_view name, std::size_t width) {
  const std::size_t cells = count_code_points(name);
  return std::string(name) + std::string(cells < width ? width - cells : 0, ' ');
}

}  // namespace handbill
