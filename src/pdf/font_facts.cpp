// SPDX-License-Identifier: MIT
#include "pdf/font_facts.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace handbill::pdf {
namespace {

enum Flag : unsigned { kFixedPitch = 1, kSerif = 2, kSymbolic = 4, kItalic = 64 };

/// The number in two bytes, big endian; nothing beyond the end.
std::optional<std::uint16_t> read_u16(std::string_view bytes, std::size_t at) {
  if (at + 2 > bytes.size()) return std::nullopt;
  return static_cast<std::uint16_t>(static_cast<unsigned char>(bytes[at]) << 8 |
                                    static_cast<unsigned char>(bytes[at + 1]));
}

std::size_t read_u32(std::string_view bytes, std::size_t at) {
  return std::size_t{read_u16(bytes, at).value_or(0)} << 16 | read_u16(bytes, at + 2).value_or(0);
}

/// The bytes of an INDEX (Technical Note 5176, 5): its last offset tells where it ends.
struct CffIndex {
  std::size_t first_object = 0;
  std::size_t end = 0;
};

CffIndex cff_index(std::string_view cff, std::size_t at) {
  const std::size_t count = read_u16(cff, at).value_or(0);
  if (count == 0 || at + 3 > cff.size()) return {at + 2, at + 2};
  const std::size_t offset_size = static_cast<unsigned char>(cff[at + 2]);
  const std::size_t data = at + 2 + (count + 1) * offset_size;  // offsets count from 1
  std::size_t last = 0;
  for (std::size_t i = 0; i < offset_size; ++i) {
    const std::size_t byte = at + 3 + count * offset_size + i;
    if (byte < cff.size()) last = last << 8 | static_cast<unsigned char>(cff[byte]);
  }
  return {data + 1, data + last};
}

/// How many bytes an operand of a DICT takes (Technical Note 5176, 4); 0: it is an operator.
std::size_t operand_size(std::string_view dict, std::size_t at) {
  const auto first = static_cast<unsigned char>(dict[at]);
  if (first == 28) return 3;
  if (first == 29) return 5;
  if (first == 30) {
    std::size_t size = 1;
    while (at + size < dict.size() && (static_cast<unsigned char>(dict[at + size]) & 15) != 15) {
      ++size;
    }
    return size + 1;
  }
  if (first >= 247 && first <= 254) return 2;
  return first >= 32 ? 1 : 0;
}

/// A table of an OpenType font; empty when it is not there.
std::string_view find_table(std::string_view font, std::string_view tag) {
  const std::size_t count = read_u16(font, 4).value_or(0);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t record = 12 + 16 * i;
    if (record + 16 > font.size()) break;
    if (font.substr(record, 4) != tag) continue;
    const std::size_t offset = read_u32(font, record + 8);
    if (offset > font.size()) break;
    return font.substr(offset, read_u32(font, record + 12));
  }
  return {};
}

/// The box round all glyphs of the whole font, from `head`.
std::array<double, 4> font_box(const font::Face& face) {
  const std::string_view head = find_table(face.bytes(), "head");
  std::array<double, 4> box{};
  for (std::size_t i = 0; i < box.size(); ++i) {
    const auto units = static_cast<std::int16_t>(read_u16(head, 36 + 2 * i).value_or(0));
    box[i] = units / face.units_per_em();
  }
  return box;
}

bool has_serifs(const font::Face& face) {
  const std::string_view os2 = find_table(face.bytes(), "OS/2");
  // PANOSE: family 2 is Latin text; its serif styles 2 to 10 have serifs, 11 to 15 have none.
  const bool latin_text = os2.size() > 33 && os2[32] == 2;
  return latin_text && os2[33] >= 2 && os2[33] <= 10;
}

bool is_fixed_pitch(const font::Face& face) {
  const std::string_view post = find_table(face.bytes(), "post");
  return read_u32(post, 12) != 0;
}

/// Where the outline crosses the height `y`, curves taken as their chords.
std::vector<double> crossings(const Path& outline, double y) {
  std::vector<double> found;
  Point from, start;
  const auto cross = [&](Point to) {
    const double y0 = from.y.pt(), y1 = to.y.pt();
    if ((y0 <= y) != (y1 <= y)) {
      found.push_back(from.x.pt() + (to.x.pt() - from.x.pt()) * (y - y0) / (y1 - y0));
    }
    from = to;
  };
  for (const PathStep& step : outline.steps()) {
    switch (step.kind) {
      case PathStep::Kind::Move:
        from = start = step.end;
        break;
      case PathStep::Kind::Close:
        cross(start);
        break;
      case PathStep::Kind::Line:
      case PathStep::Kind::Cubic:
        cross(step.end);
        break;
    }
  }
  std::ranges::sort(found);
  return found;
}

/// Measured on the letter l at half its x-height, clear of serifs; else guessed from the weight.
double stem_width(const font::Face& face) {
  const std::vector<double> edges =
      crossings(face.outline(face.glyph_for(U'l')), -face.metrics().x_height / 2);
  if (edges.size() == 2) {
    constexpr double kRadians = 3.14159265358979323846 / 180;
    return (edges[1] - edges[0]) * std::cos(face.metrics().italic_angle * kRadians);
  }
  return 0.05 + face.weight() * face.weight() / (65.0 * 65.0 * 1000.0);
}

}  // namespace

bool is_cid_keyed(std::string_view cff) {
  if (cff.size() < 4) return false;
  const CffIndex names = cff_index(cff, static_cast<unsigned char>(cff[2]));
  const CffIndex top = cff_index(cff, names.end);
  // ROS, 12 30, is the first operator if it is there at all.
  std::size_t at = top.first_object;
  while (at < std::min(top.end, cff.size()) && operand_size(cff, at) > 0) {
    at += operand_size(cff, at);
  }
  return read_u16(cff, at) == (12 << 8 | 30);
}

FontFacts font_facts(const font::Face& face) {
  FontFacts facts;
  // Glyphs are named by number, beyond any standard Latin set.
  facts.flags = kSymbolic;
  if (is_fixed_pitch(face)) facts.flags |= kFixedPitch;
  if (has_serifs(face)) facts.flags |= kSerif;
  if (face.slant() == font::Slant::Italic) facts.flags |= kItalic;
  facts.box = font_box(face);
  facts.stem_width = stem_width(face);
  return facts;
}

}  // namespace handbill::pdf
