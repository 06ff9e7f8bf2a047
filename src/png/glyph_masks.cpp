// SPDX-License-Identifier: MIT
#include "png/glyph_masks.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_MULTIPLE_MASTERS_H
#include FT_OUTLINE_H

#include <cmath>
#include <map>
#include <tuple>
#include <type_traits>

namespace handbill::png {
namespace {

struct FreeTypeDone {
  void operator()(FT_Library library) const { FT_Done_FreeType(library); }
  void operator()(FT_Face face) const { FT_Done_Face(face); }
};
using LibraryPtr = std::unique_ptr<std::remove_pointer_t<FT_Library>, FreeTypeDone>;
using FacePtr = std::unique_ptr<std::remove_pointer_t<FT_Face>, FreeTypeDone>;

/// FreeType's unit of pixels, 26.6.
constexpr double kUnits = 64;

/// Of an em, 26.6.
struct EmSize {
  FT_F26Dot6 width = 0;
  FT_F26Dot6 height = 0;
  auto operator<=>(const EmSize&) const = default;
};

/// Four em square at the largest size that masks are made for.
constexpr double kVastFrom = 1 << 16;

bool is_vast(FT_Outline& outline) {
  FT_BBox box;
  FT_Outline_Get_CBox(&outline, &box);
  const auto pixels = [](FT_Pos units) { return static_cast<double>(units) / kUnits; };
  return pixels(box.xMax - box.xMin) * pixels(box.yMax - box.yMin) > kVastFrom;
}

GlyphMask copied(const FT_GlyphSlot slot) {
  const FT_Bitmap& bitmap = slot->bitmap;
  GlyphMask mask{slot->bitmap_left,
                 -slot->bitmap_top,
                 static_cast<int>(bitmap.width),
                 static_cast<int>(bitmap.rows),
                 {},
                 false};
  mask.coverage.reserve(std::size_t{bitmap.width} * bitmap.rows);
  for (unsigned row = 0; row < bitmap.rows; ++row) {
    const unsigned char* begin = bitmap.buffer + static_cast<std::ptrdiff_t>(row) * bitmap.pitch;
    mask.coverage.insert(mask.coverage.end(), begin, begin + bitmap.width);
  }
  return mask;
}

void set_axes(FT_Face face, const std::vector<font::AxisValue>& axes) {
  if (axes.empty()) return;
  std::vector<FT_Fixed> values;
  for (const font::AxisValue& axis : axes) {
    values.push_back(static_cast<FT_Fixed>(std::lround(axis.value * 65536)));
  }
  FT_Set_Var_Design_Coordinates(face, static_cast<FT_UInt>(values.size()), values.data());
}

GlyphMask rastered(FT_Face face, font::GlyphId glyph, EmSize size, Phase phase) {
  if (face == nullptr || FT_Set_Char_Size(face, size.width, size.height, 72, 72) != 0 ||
      FT_Load_Glyph(face, glyph, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP) != 0 ||
      face->glyph->format != FT_GLYPH_FORMAT_OUTLINE) {
    return {};
  }
  if (is_vast(face->glyph->outline)) return {0, 0, 0, 0, {}, true};
  constexpr FT_Pos kStep = static_cast<FT_Pos>(kUnits) / kPhases;
  FT_Outline_Translate(&face->glyph->outline, phase.x * kStep, -phase.y * kStep);
  if (FT_Render_Glyph(face->glyph, FT_RENDER_MODE_NORMAL) != 0) return {};
  return copied(face->glyph);
}

}  // namespace

struct GlyphMasks::Impl {
  using Key = std::tuple<font::FontId, EmSize, font::GlyphId, Phase>;
  const font::FontBook& fonts;
  LibraryPtr library{};
  std::map<font::FontId, FacePtr> faces{};
  std::map<Key, GlyphMask> masks{};

  FT_Face face(font::FontId id) {
    const auto [entry, fresh] = faces.try_emplace(id);
    FT_Face opened = nullptr;
    const std::string_view bytes = fonts.face(id).bytes();
    if (fresh && library &&
        FT_New_Memory_Face(library.get(), reinterpret_cast<const FT_Byte*>(bytes.data()),
                           static_cast<FT_Long>(bytes.size()), fonts.face(id).index(),
                           &opened) == 0) {
      entry->second.reset(opened);
      set_axes(opened, fonts.face(id).axes());
    }
    return entry->second.get();
  }
};

GlyphMasks::GlyphMasks(const font::FontBook& fonts) : impl_(new Impl{.fonts = fonts}) {
  FT_Library library = nullptr;
  if (FT_Init_FreeType(&library) == 0) impl_->library.reset(library);
}

GlyphMasks::~GlyphMasks() = default;

const GlyphMask& GlyphMasks::mask(const SizedGlyph& glyph, Phase phase) {
  const auto units = [](double pixels) {
    return static_cast<FT_F26Dot6>(std::lround(pixels * kUnits));
  };
  const EmSize size{units(glyph.pixels_per_em * glyph.glyph_width), units(glyph.pixels_per_em)};
  const auto [entry, fresh] = impl_->masks.try_emplace({glyph.font, size, glyph.glyph, phase});
  if (fresh) entry->second = rastered(impl_->face(glyph.font), glyph.glyph, size, phase);
  return entry->second;
}

}  // namespace handbill::png
