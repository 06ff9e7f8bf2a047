// SPDX-License-Identifier: MIT
#include "picture/svg_subset.h"

#include <algorithm>
#include <array>

#include "picture/svg_scan.h"

namespace handbill::picture {
namespace {

struct Hint {
  std::string_view name;
  std::string_view hint;
};

constexpr std::string_view kFlatColors = "paint with the flat colours of swatches";
constexpr std::string_view kDrawInPlace = "draw the shapes where they are used";
constexpr std::string_view kNoMasking = "cut the shapes to size in a drawing program";
constexpr std::string_view kSetText = "set text in the layout, or turn it into outlines";
constexpr std::string_view kAttributesOnly = "write properties as attributes or in `style`";

constexpr auto kHints = std::to_array<Hint>({
    {"text", kSetText},
    {"tspan", kSetText},
    {"font-family", kSetText},
    {"image", "place pictures in frames of their own"},
    {"use", kDrawInPlace},
    {"symbol", kDrawInPlace},
    {"svg", kDrawInPlace},
    {"url(", "gradients fill shapes; lines have the flat colours of swatches"},
    {"pattern", kFlatColors},
    {"filter", kFlatColors},
    {"mix-blend-mode", kFlatColors},
    {"clipPath", kNoMasking},
    {"clip-path", kNoMasking},
    {"mask", kNoMasking},
    {"style", kAttributesOnly},
    {"class", kAttributesOnly},
    {"color", "`currentColor` is set by the layout"},
    {"display", "delete what is not to be seen"},
    {"visibility", "delete what is not to be seen"},
});

}  // namespace

std::vector<std::string> hints_for(std::string_view name) {
  for (const Hint& hint : kHints) {
    if (hint.name == name) return {std::string(hint.hint)};
  }
  return {};
}

std::string quoted(std::string_view text) {
  constexpr std::size_t kLongest = 40;
  if (text.size() <= kLongest) return "`" + std::string(text) + "`";
  std::size_t end = kLongest;
  const auto inside_character = [&](std::size_t at) {
    return (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
  };
  while (end > 0 && inside_character(end)) --end;
  return "`" + std::string(text.substr(0, end)) + "…`";
}

bool is_foreign(std::string_view name) {
  const std::size_t colon = name.find(':');
  if (colon == std::string_view::npos) return false;
  const std::string_view prefix = name.substr(0, colon);
  // Links bring in what is drawn elsewhere.
  return prefix != "svg" && prefix != "xlink";
}

bool is_silent(std::string_view name) {
  constexpr auto kSilent = std::to_array<std::string_view>(
      {"xmlns", "id", "version", "baseProfile", "role", "lang", "focusable"});
  return is_foreign(name) || name.starts_with("aria-") || name.starts_with("data-") ||
         std::find(kSilent.begin(), kSilent.end(), name) != kSilent.end();
}

bool is_described(std::string_view element) {
  return element == "title" || element == "desc" || element == "metadata";
}

bool is_absolute_length(std::string_view text) {
  constexpr auto kUnits = std::to_array<std::string_view>({"", "px", "pt", "pc", "mm", "cm", "in"});
  SvgScan scan(trimmed(text));
  return scan.number() && std::find(kUnits.begin(), kUnits.end(), scan.rest()) != kUnits.end();
}

}  // namespace handbill::picture
