// SPDX-License-Identifier: MIT
#include "png/font_faces.h"

#include <cairo-ft.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_MODULE_H

namespace handbill::png {
namespace {

// Cairo keeps faces it has drawn with in a cache of its own, so each owns a FreeType library:
// whichever goes last takes nothing away from the others.
struct OwnedFace {
  FT_Library library = nullptr;
  FT_Face face = nullptr;
  ~OwnedFace() {
    if (face != nullptr) FT_Done_Face(face);
    if (library != nullptr) FT_Done_FreeType(library);
  }
};

constexpr cairo_user_data_key_t kOwner{};

FontFace open(std::string_view bytes) {
  auto owned = std::make_unique<OwnedFace>();
  if (FT_Init_FreeType(&owned->library) != 0) return nullptr;
  if (FT_New_Memory_Face(owned->library, reinterpret_cast<const FT_Byte*>(bytes.data()),
                         static_cast<FT_Long>(bytes.size()), 0, &owned->face) != 0) {
    return nullptr;
  }
  // Outlines as designed: positions on paper know no pixels.
  FontFace face(
      cairo_ft_font_face_create_for_ft_face(owned->face, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP));
  const auto destroy = [](void* owner) { delete static_cast<OwnedFace*>(owner); };
  if (cairo_font_face_set_user_data(face.get(), &kOwner, owned.get(), destroy) !=
      CAIRO_STATUS_SUCCESS) {
    return nullptr;
  }
  owned.release();
  return face;
}

}  // namespace

cairo_font_face_t* FontFaces::face(font::FontId id, const font::FontBook& fonts) {
  const auto [entry, fresh] = faces_.try_emplace(id);
  if (fresh) entry->second = open(fonts.face(id).bytes());
  return entry->second.get();
}

}  // namespace handbill::png
