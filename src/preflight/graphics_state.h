// SPDX-License-Identifier: MIT
// The graphics state (PDF 1.7, 8.4).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "preflight/color_space.h"
#include "preflight/pdf_font.h"

namespace handbill::preflight {

struct Brush {
  SpacePtr space = std::make_shared<Space>();
  std::vector<double> color = {0};
  Handle pattern = Handle::newNull();
};

struct TextState {
  std::shared_ptr<const PdfFont> font;
  double size = 0, character_space = 0, word_space = 0, scale = 1, leading = 0, rise = 0;
  int render = 0;
  bool is_set = false;  ///< a font was, be it one that can't be used
};

struct GraphicsState {
  Matrix map;           ///< from user space to the page
  Matrix pattern_base;  ///< of the content stream: patterns do not follow `map`
  /// Nothing outside of it is painted; nothing: no clip yet.
  std::optional<Rect> clip_box;
  std::vector<std::shared_ptr<const Path>> clips;  ///< those that are no boxes
  Brush fill, stroke;
  double line_width = 1, miter_limit = 10, dash_phase = 0;
  int cap = 0, join = 0;
  std::vector<double> dash;
  TextState text;
  bool overprint_fill = false, overprint_stroke = false;
  int overprint_mode = 0;
  double fill_alpha = 1, stroke_alpha = 1;
  std::string blend = "Normal";
  bool soft_mask = false;
  std::shared_ptr<const std::vector<plates::PictureFacts>> mask_pictures{};  ///< of that mask
  /// Of the groups all this stands in.
  double group_alpha = 1;
  std::string group_blend = "Normal";
  bool group_mask = false;
};

}  // namespace handbill::preflight
