// SPDX-License-Identifier: MIT
#include "desk/file_name.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/utf8.h"

namespace handbill::desk {
namespace {

constexpr std::size_t kLongest = 60;

struct Plain {
  char32_t from, to;  ///< letters of Unicode, the last included
  std::string_view letters;
};

// The Latin letters of Latin-1 and Latin Extended-A (Unicode 15.0), without their marks.
constexpr auto kPlain = std::to_array<Plain>({
    {0xC0, 0xC5, "a"},   {0xC6, 0xC6, "ae"},   {0xC7, 0xC7, "c"},   {0xC8, 0xCB, "e"},
    {0xCC, 0xCF, "i"},   {0xD0, 0xD0, "d"},    {0xD1, 0xD1, "n"},   {0xD2, 0xD6, "o"},
    {0xD8, 0xD8, "o"},   {0xD9, 0xDC, "u"},    {0xDD, 0xDD, "y"},   {0xDE, 0xDE, "th"},
    {0xDF, 0xDF, "ss"},  {0xE0, 0xE5, "a"},    {0xE6, 0xE6, "ae"},  {0xE7, 0xE7, "c"},
    {0xE8, 0xEB, "e"},   {0xEC, 0xEF, "i"},    {0xF0, 0xF0, "d"},   {0xF1, 0xF1, "n"},
    {0xF2, 0xF6, "o"},   {0xF8, 0xF8, "o"},    {0xF9, 0xFC, "u"},   {0xFD, 0xFD, "y"},
    {0xFE, 0xFE, "th"},  {0xFF, 0xFF, "y"},    {0x100, 0x105, "a"}, {0x106, 0x10D, "c"},
    {0x10E, 0x111, "d"}, {0x112, 0x11B, "e"},  {0x11C, 0x123, "g"}, {0x124, 0x127, "h"},
    {0x128, 0x131, "i"}, {0x132, 0x133, "ij"}, {0x134, 0x135, "j"}, {0x136, 0x138, "k"},
    {0x139, 0x142, "l"}, {0x143, 0x14B, "n"},  {0x14C, 0x151, "o"}, {0x152, 0x153, "oe"},
    {0x154, 0x159, "r"}, {0x15A, 0x161, "s"},  {0x162, 0x167, "t"}, {0x168, 0x173, "u"},
    {0x174, 0x175, "w"}, {0x176, 0x178, "y"},  {0x179, 0x17E, "z"},
});

std::string_view plain(char32_t letter) {
  const auto found = std::ranges::find_if(
      kPlain, [&](const Plain& each) { return each.from <= letter && letter <= each.to; });
  return found == kPlain.end() ? std::string_view() : found->letters;
}

}  // namespace

std::string file_name_of(std::string_view title) {
  if (find_invalid_utf8(title)) return "";
  std::string name;
  bool is_gap = false;
  const auto add = [&](std::string_view letters) {
    if (is_gap && !name.empty()) name += '-';
    is_gap = false;
    name += letters;
  };
  for (std::size_t at = 0; at < title.size();) {
    const char32_t letter = next_code_point(title, at);
    if (letter < 0x80) {
      const char small = to_lower(static_cast<char>(letter));
      if (is_letter(small) || is_digit(small)) {
        add({&small, 1});
      } else if (letter != '\'') {
        is_gap = true;
      }
    } else if (!plain(letter).empty()) {
      add(plain(letter));
    } else if (letter != U'\u2019' && letter != U'\u00AD') {
      is_gap = true;
    }
  }
  name.resize(std::min(name.size(), kLongest));
  while (name.ends_with('-')) name.pop_back();
  return name;
}

}  // namespace handbill::desk
