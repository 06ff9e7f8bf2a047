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
