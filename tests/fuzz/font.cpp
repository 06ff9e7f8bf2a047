// SPDX-License-Identifier: MIT
// Any bytes as a font: refused with one diagnostic, or good for metrics, outlines, shaping and
// subsetting.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "font/font_book.h"
#include "font/subset.h"
#include "text/break_lines.h"
#include "text/shape.h"

namespace {

namespace font = handbill::font;
namespace text = handbill::text;

void require(bool condition) {
  if (!condition) std::abort();
}

void set_text(const font::FontBook& fonts, font::FontId id) {
  text::Paragraph paragraph;
  paragraph.style.text.fonts = {id};
  paragraph.style.align = text::Align::Justify;
  paragraph.inlines.push_back(
      text::Run{.text = "fi AV e\u0301x\u00adx \u05d0\u05d1 12", .style = paragraph.style.text});
  handbill::diag::Diagnostics diags;
  const text::Measure measure{handbill::Length::pt(40)};
  const auto shaped = text::shape(paragraph, fonts, diags);
  const auto breaks = text::break_lines(shaped, paragraph, measure, fonts);
  require(!breaks.empty() && breaks.back().end == shaped.text.size());
  require(text::set_lines(shaped, paragraph, breaks, measure, fonts).size() == breaks.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > 1U << 16U) return 0;
  font::FontBook fonts({});
  handbill::diag::Diagnostics diags;
  const auto id = fonts.open_bytes(std::string(reinterpret_cast<const char*>(data), size),
                                   {.family = "F", .file = "f", .package = {}}, diags);
  require(id.has_value() == !diags.has_errors());
  if (!id) return 0;
  const font::Face& face = fonts.face(*id);
  require(std::isfinite(face.metrics().ascender) && std::isfinite(face.metrics().cap_height));
  std::vector<font::GlyphId> glyphs;
  for (font::GlyphId glyph = 0; glyph < 64; ++glyph) {
    face.outline(glyph);
    glyphs.push_back(glyph);
  }
  const auto small = font::subset(face, glyphs);
  require(!small || (!small->bytes.empty() && small->new_glyph.at(0) == 0));
  set_text(fonts, *id);
  return 0;
}
