// SPDX-License-Identifier: MIT
#include "document/shades.h"

namespace handbill::document {
namespace {

constexpr std::string_view kDark = "dark";

}  // namespace

std::optional<Shade> shade_of(const spec::ColorSpec& written) {
  const std::string_view name = written.swatch;
  // "teal dark 30%": the number is of the black.
  if (name.ends_with(kDark) && name.size() > kDark.size() + 1 &&
      name[name.size() - kDark.size() - 1] == ' ') {
    const std::size_t end = name.find_last_not_of(' ', name.size() - kDark.size() - 1);
    if (end != name.npos) return Shade{std::string(name.substr(0, end + 1)), {}, 100, written.tint};
  }
  for (const ShadeWord& each : kShadeWords) {
    if (!name.starts_with(each.word)) continue;
    const std::size_t begin = name.find_first_not_of(' ', each.word.size());
    if (begin == name.npos || begin == each.word.size()) continue;
    return Shade{std::string(name.substr(begin)), each.word, each.tint * written.tint / 100,
                 each.black};
  }
  return std::nullopt;
}

color::Cmyk with_black(color::Cmyk ink, double amount) {
  ink.k += (1 - ink.k) * amount;
  return ink;
}

}  // namespace handbill::document
