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

/// The whole number that an operand of a DICT stands for; of a real one, 0.
int operand_value(std::string_view dict, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return at + i < dict.size() ? static_cast<unsigned char>(dict[at + i]) : 0;
  };
  const int first = byte(0);
  if (first == 28) return static_cast<std::int16_t>(byte(1) << 8 | byte(2));
  if (first == 29) {
    return static_cast<std::int32_t>(static_cast<std::uint32_t>(byte(1)) << 24 | byte(2) << 16 |
                                     byte(3) << 8 | byte(4));
  }
  if (first >= 32 && first <= 246) return first - 139;
  if (first >= 247 && first <= 250) return (first - 247) * 256 + byte(1) + 108;
  if (first >= 251 && first <= 254) return -(first - 251) * 256 - byte(1) - 108;
  return 0;
}

/// The last operand of an operator of one byte in the DICT [begin, end).
std::optional<int> dict_value(std::string_view cff, CffIndex dict, unsigned char wanted) {
  int last = 0;
  for (std::size_t at = dict.first_object; at < std::min(dict.end, cff.size());) {
    if (const std::size_t size = operand_size(cff, at); size > 0) {
      last = operand_value(cff, at);
      at += size;
      continue;
    }
    const auto code = static_cast<unsigned char>(cff[at]);
    if (code == wanted) return last;
    at += code == 12 ? 2 : 1;
  }
  return std::nullopt;
}

/// The box round all glyphs of the whole font, from `head`.
std::array<double, 4> font_box(const font::Face& face) {
  const std::string_view head = face.table("head");
  std::array<double, 4> box{};
  for (std::size_t i = 0; i < box.size(); ++i) {
    const auto units = static_cast<std::int16_t>(read_u16(head, 36 + 2 * i).value_or(0));
    box[i] = units / face.units_per_em();
  }
  return box;
}

bool has_serifs(const font::Face& face) {
  const std::string_view os2 = face.table("OS/2");
  // PANOSE: family 2 is Latin text; its serif styles 2 to 10 have serifs, 11 to 15 have none.
  const bool latin_text = os2.size() > 33 && os2[32] == 2;
  return latin_text && os2[33] >= 2 && os2[33] <= 10;
}

bool is_fixed_pitch(const font::Face& face) {
  const std::string_view post = face.table("post");
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

std::optional<std::vector<std::uint16_t>> cids_of_glyphs(std::string_view cff, std::size_t count) {
  constexpr unsigned char kCharset = 15;
  if (cff.size() < 4) return std::nullopt;
  const CffIndex names = cff_index(cff, static_cast<unsigned char>(cff[2]));
  const auto charset = dict_value(cff, cff_index(cff, names.end), kCharset);
  // The predefined charsets, 0 to 2, are not for CIDs.
  if (!charset || *charset <= 2 || static_cast<std::size_t>(*charset) >= cff.size()) {
    return std::nullopt;
  }
  auto at = static_cast<std::size_t>(*charset);
  const auto format = static_cast<unsigned char>(cff[at++]);
  if (format > 2) return std::nullopt;
  // Format 0 lists each; 1 and 2 have ranges with the number that follow in one or two bytes.
  std::vector<std::uint16_t> cids = {0};
  while (cids.size() < count) {
    const auto first = read_u16(cff, at);
    if (!first) return std::nullopt;
    at += 2;
    std::size_t more = 0;
    if (format == 1 && at < cff.size()) more = static_cast<unsigned char>(cff[at]);
    if (format == 2) more = read_u16(cff, at).value_or(0);
    at += format;
    for (std::size_t i = 0; i <= more && cids.size() < count; ++i) {
      cids.push_back(static_cast<std::uint16_t>(*first + i));
    }
  }
  return cids;
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
