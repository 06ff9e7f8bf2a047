// SPDX-License-Identifier: MIT
#include "document/trim_name.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.h"
#include "base/page_limits.h"
#include "spec/parse_layout.h"

namespace handbill::document {
namespace {

struct Trim {
  std::string_view name;
  Size size;
};

constexpr Size in(double width, double height) {
  return {Length::inch(width), Length::inch(height)};
}
constexpr Size mm(double width, double height) { return {Length::mm(width), Length::mm(height)}; }

// North American sizes: ANSI/ASME Y14.1 and common cards. A and B: ISO 216.
constexpr auto kTrims = std::to_array<Trim>({
    {"letter", in(8.5, 11)}, {"half letter", in(5.5, 8.5)},
    {"legal", in(8.5, 14)},  {"tabloid", in(11, 17)},
    {"ledger", in(17, 11)},  {"executive", in(7.25, 10.5)},
    {"3x5", in(3, 5)},       {"4x6", in(4, 6)},
    {"5x7", in(5, 7)},       {"6x9", in(6, 9)},
    {"a0", mm(841, 1189)},   {"a1", mm(594, 841)},
    {"a2", mm(420, 594)},    {"a3", mm(297, 420)},
    {"a4", mm(210, 297)},    {"a5", mm(148, 210)},
    {"a6", mm(105, 148)},    {"a7", mm(74, 105)},
    {"a8", mm(52, 74)},      {"b1", mm(707, 1000)},
    {"b2", mm(500, 707)},    {"b3", mm(353, 500)},
    {"b4", mm(250, 353)},    {"b5", mm(176, 250)},
    {"b6", mm(125, 176)},
});

/// Lower case, words parted by one space.
std::string normalized(std::string_view name) {
  std::string result;
  for (const char c : name) {
    const bool is_gap = c == ' ' || c == '-' || c == '_' || c == '\t';
    if (!is_gap) {
      result += to_lower(c);
    } else if (!result.empty() && result.back() != ' ') {
      result += ' ';
    }
  }
  if (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

constexpr Length kNarrowest = Length::pt(1);

/// What stands between width and height: "x", "×", "by".
std::pair<std::size_t, std::size_t> find_cross(std::string_view text) {
  for (const std::string_view cross : {"\u00d7", "x", "by"}) {
    const std::size_t at = text.find(cross);
    if (at != text.npos) return {at, at + cross.size()};
  }
  return {text.npos, text.npos};
}

/// "24", "24in", "600 mm"; without a unit in that of the other side.
std::optional<Length> read_side(std::string text, std::string_view unit) {
  while (text.ends_with(' ')) text.pop_back();
  if (!text.empty() && text.back() >= '0' && text.back() <= '9') text += unit;
  for (const std::string_view inches : {"inches", "inch", "\"", "\u2033"}) {
    if (!text.ends_with(inches)) continue;
    text.replace(text.size() - inches.size(), inches.size(), "in");
    break;
  }
  const auto length = spec::parse_length(text);
  const bool is_sheet = length && *length >= kNarrowest && *length <= kLargestPage;
  return is_sheet ? length : std::nullopt;
}

enum class Orientation { AsSold, Portrait, Landscape };

Orientation take_orientation(std::string& name) {
  for (const auto& [word, orientation] :
       {std::pair<std::string_view, Orientation>{"portrait", Orientation::Portrait},
        std::pair<std::string_view, Orientation>{"landscape", Orientation::Landscape}}) {
    if (name.size() <= word.size() + 1) continue;
    if (name.ends_with(word) && name[name.size() - word.size() - 1] == ' ') {
      name.resize(name.size() - word.size() - 1);
      return orientation;
    }
    if (name.starts_with(word) && name[word.size()] == ' ') {
      name.erase(0, word.size() + 1);
      return orientation;
    }
  }
  return Orientation::AsSold;
}

}  // namespace

std::optional<Size> read_measures(std::string_view measures) {
  const std::string text = to_lower(measures);
  const auto [at, end] = find_cross(text);
  if (at == text.npos) return std::nullopt;
  const std::string across = text.substr(0, at), down = text.substr(end);
  const std::size_t unit = down.find_last_of("0123456789.") + 1;
  const auto width = read_side(across, std::string_view(down).substr(unit));
  const auto height = read_side(down, "");
  return width && height ? std::optional(Size{*width, *height}) : std::nullopt;
}

std::optional<Size> find_trim(std::string_view name) {
  std::string wanted = normalized(name);
  const Orientation orientation = take_orientation(wanted);
  const auto found =
      std::find_if(kTrims.begin(), kTrims.end(), [&](const Trim& t) { return t.name == wanted; });
  if (found == kTrims.end()) return read_measures(name);
  const auto [short_side, long_side] = std::minmax(found->size.width, found->size.height);
  if (orientation == Orientation::Portrait) return Size{short_side, long_side};
  if (orientation == Orientation::Landscape) return Size{long_side, short_side};
  return found->size;
}

std::vector<std::string> trim_names() {
  std::vector<std::string> names;
  for (const Trim& each : kTrims) names.push_back(std::string(each.name));
  return names;
}

}  // namespace handbill::document
