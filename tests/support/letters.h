// SPDX-License-Identifier: MIT
// Pictures as rows of letters, so that a test shows what it expects.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "support/pixels.h"

namespace handbill::test {

/// One letter a pixel; '?' where no colour of the key lies within `slack` in every channel.
inline std::vector<std::string> letters(const Pixels& pixels, const std::map<char, Pixel>& key,
                                        int slack = 6) {
  const auto letter = [&](const Pixel& pixel) {
    for (const auto& [name, color] : key) {
      bool near = true;
      for (std::size_t i = 0; i < 3; ++i) near = near && std::abs(pixel[i] - color[i]) <= slack;
      if (near) return name;
    }
    return '?';
  };
  std::vector<std::string> rows;
  for (int y = 0; y < pixels.height; ++y) {
    std::string row;
    for (int x = 0; x < pixels.width; ++x) row += letter(pixels.at(x, y));
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace handbill::test
