// SPDX-License-Identifier: MIT
#include "font/cids.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_CID_H

#include <memory>

#include "base/check.h"

namespace handbill::font {
namespace {

struct Done {
  void operator()(FT_Library library) const { FT_Done_FreeType(library); }
  void operator()(FT_Face face) const { FT_Done_Face(face); }
};

}  // namespace

std::optional<std::vector<std::uint16_t>> cids_of_glyphs(std::string_view cff, std::size_t count) {
  FT_Library opened = nullptr;
  HANDBILL_CHECK(FT_Init_FreeType(&opened) == 0, "FreeType starts");
  const std::unique_ptr<FT_LibraryRec_, Done> library(opened);
  FT_Face found = nullptr;
  if (FT_New_Memory_Face(opened, reinterpret_cast<const FT_Byte*>(cff.data()),
                         static_cast<FT_Long>(cff.size()), 0, &found) != 0) {
    return std::nullopt;
  }
  const std::unique_ptr<FT_FaceRec_, Done> face(found);
  std::vector<std::uint16_t> cids;
  FT_Bool is_keyed = 0;
  if (FT_Get_CID_Is_Internally_CID_Keyed(found, &is_keyed) != 0 || is_keyed == 0) return cids;
  // FreeType does not tell how many glyphs such a table has, but how many CIDs.
  for (std::size_t glyph = 0; glyph < count; ++glyph) {
    FT_UInt cid = 0;
    if (FT_Get_CID_From_Glyph_Index(found, static_cast<FT_UInt>(glyph), &cid) != 0) {
      return std::nullopt;
    }
    cids.push_back(static_cast<std::uint16_t>(cid));
  }
  return cids;
}

}  // namespace handbill::font
