// SPDX-License-Identifier: MIT
// The faces of a font book as Cairo draws them, through FreeType.
#pragma once

#include <map>

#include "font/font_book.h"
#include "png/cairo_handles.h"

namespace handbill::png {

class FontFaces {
 public:
  /// Opened once; null when FreeType refuses the bytes. The book must outlive every drawing.
  cairo_font_face_t* face(font::FontId id, const font::FontBook& fonts);

 private:
  std::map<font::FontId, FontFace> faces_;
};

}  // namespace handbill::png
