// SPDX-License-Identifier: MIT
// Collects the elements of one page and the definitions they need.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "color/preview.h"
#include "display/page_list.h"
#include "svg/guide_overlay.h"
#include "svg/screen_color.h"

namespace handbill::svg {

class PageWriter {
 public:
  PageWriter(const display::PageList& pages, const font::FontBook& fonts,
             const color::Preview& preview)
      : pages_(pages), fonts_(fonts), preview_(preview) {}

  void add_paper(const Rect& canvas);
  /// Pages on the page: each form is defined once.
  void add_placed(const std::vector<display::PlacedPage>& placed);
  void add_items(const std::vector<display::Item>& items);
  void add_guides(const GuideOverlay& overlay);
  /// Only http, https, mailto and tel: a page must not carry scripts.
  void add_links(const std::vector<display::Link>& links);

  void append_to(std::string& out) const;

 private:
  void add_item(const display::Item& item);
  void add(const display::GlyphRun& run);
  void add(const display::Shape& shape);
  void add(const display::PlacedPicture& placed);
  void add_run(const display::GlyphRun& run, ScreenColor color);
  void open_group(const Path& clip);
  void paint_stroke(const display::Stroke& stroke, ScreenColor color);
  void attribute(std::string_view name, double value, int decimals = 3);
  void rect(const Rect& box);
  /// Define once, however often used; give the id.
  std::string glyph_id(font::FontId font, font::GlyphId glyph);
  std::string picture_id(display::PictureId picture);
  std::string clip_id(const Path& clip);
  std::string gradient_id(const display::Gradient& gradient);
  std::string form_id(std::size_t form);

  const display::PageList& pages_;
  const font::FontBook& fonts_;
  const color::Preview& preview_;
  std::string definitions_;
  std::string body_;
  std::map<font::FontId, std::size_t> fonts_used_;
  std::map<std::pair<font::FontId, font::GlyphId>, bool> glyphs_;  ///< true: it has an outline
  std::map<display::PictureId, bool> pictures_;
  std::size_t gradients_ = 0;
  std::map<std::string, std::size_t> clips_;  ///< by path data
  std::set<std::size_t> forms_;               ///< that are defined
};

}  // namespace handbill::svg
