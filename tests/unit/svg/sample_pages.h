// SPDX-License-Identifier: MIT
// Small pages for the tests of the sinks that draw on screens.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "display/page_list.h"
#include "support/squares.h"

namespace handbill::test {

inline color::Color cyan() { return color::Color::process({1, 0, 0, 0}); }
inline color::Color magenta() { return color::Color::process({0, 1, 0, 0}); }
inline color::Color yellow() { return color::Color::process({0, 0, 1, 0}); }

inline Rect box(double left, double top, double width, double height) {
  return {Length::pt(left), Length::pt(top), Length::pt(width), Length::pt(height)};
}

/// A page of `width` by `height` points with two points of bleed.
inline display::Page blank_page(double width, double height) {
  display::Page page;
  page.name = "front";
  page.trim = {Length::pt(width), Length::pt(height)};
  page.bleed = box(-2, -2, width + 4, height + 4);
  page.media = page.bleed;
  return page;
}

inline display::PageList one_page(display::Page page) {
  display::PageList pages;
  pages.metadata.title = "Test";
  pages.pages.push_back(std::move(page));
  pages.structure.push_back({display::Role::Document, {}, {}, {}});
  return pages;
}

inline display::Item filled(const Path& path, const color::Color& color) {
  return {display::Shape{.path = path, .fill = color, .stroke = {}}, {}, {}, {}};
}

/// `text` in the font with id `font`, one glyph a byte, advances of the face.
inline display::GlyphRun glyph_run(const font::FontBook& fonts, font::FontId font,
                                   const std::string& text, double size, double x, double y) {
  display::GlyphRun run;
  run.font = font;
  run.size = Length::pt(size);
  run.color = color::Color::black();
  run.origin = {Length::pt(x), Length::pt(y)};
  run.text = text;
  run.language = "en";
  Length at{};
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    const font::Face& face = fonts.face(font);
    const font::GlyphId glyph = face.glyph_for(static_cast<unsigned char>(text[i]));
    const Length advance = run.size * face.advance(glyph);
    run.glyphs.push_back({glyph, at, {}, advance, i, i + 1});
    at += advance;
  }
  return run;
}

inline std::shared_ptr<const display::Picture> raw_picture(display::Picture::Space space, int width,
                                                           int height, std::string bytes,
                                                           std::string alpha = {}) {
  display::Picture picture;
  picture.space = space;
  picture.width = width;
  picture.height = height;
  picture.bytes = std::move(bytes);
  picture.alpha = std::move(alpha);
  picture.name = "made.png";
  return std::make_shared<const display::Picture>(std::move(picture));
}

}  // namespace handbill::test
