// SPDX-License-Identifier: MIT
// Cairo's objects, owned.
#pragma once

#include <cairo.h>

#include <memory>

namespace handbill::png {

struct CairoDestroy {
  void operator()(cairo_t* context) const { cairo_destroy(context); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_pattern_t* pattern) const { cairo_pattern_destroy(pattern); }
  void operator()(cairo_font_face_t* face) const { cairo_font_face_destroy(face); }
  void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
};
using Context = std::unique_ptr<cairo_t, CairoDestroy>;
using Surface = std::unique_ptr<cairo_surface_t, CairoDestroy>;
using Pattern = std::unique_ptr<cairo_pattern_t, CairoDestroy>;
using FontFace = std::unique_ptr<cairo_font_face_t, CairoDestroy>;
using FontOptions = std::unique_ptr<cairo_font_options_t, CairoDestroy>;

}  // namespace handbill::png
