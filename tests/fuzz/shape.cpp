// SPDX-License-Identifier: MIT
// Any text, in the font of squares: shaped, broken and set without loss. The first four bytes
// choose measure, alignment, tracking and language.
#include <fstream>
#include <iterator>
#include <string>

#include "fuzz/support/target.h"
#include "text/break_lines.h"
#include "text/shape.h"

namespace {

using handbill::fuzz::require;
namespace font = handbill::font;
namespace text = handbill::text;

font::FontId open_squares(font::FontBook& fonts) {
  std::ifstream in(HANDBILL_SOURCE_DIR "/tests/fonts/squares.ttf", std::ios::binary);
  handbill::diag::Diagnostics diags;
  const auto id =
      fonts.open_bytes({std::istreambuf_iterator<char>(in), {}},
                       {.family = "Squares", .file = "squares.ttf", .package = {}}, diags);
  require(id.has_value());
  return *id;
}

void check(const text::ShapedParagraph& shaped) {
  require(!shaped.breaks.empty() && shaped.breaks.back().offset == shaped.text.size());
  std::uint32_t at = 0;
  for (const text::ShapedRun& run : shaped.runs) {
    require(run.begin == at && run.end > run.begin);
    at = run.end;
    for (const text::ShapedGlyph& glyph : run.glyphs) {
      require(glyph.cluster >= run.begin && glyph.cluster < run.end);
    }
  }
  require(at == shaped.text.size());
}

void check(const text::Line& line) {
  for (const handbill::display::Item& item : line.items) {
    const auto* run = std::get_if<handbill::display::GlyphRun>(&item.content);
    if (run == nullptr) continue;
    require(!handbill::find_invalid_utf8(run->text));
    for (const handbill::display::Glyph& glyph : run->glyphs) {
      require(glyph.text_begin <= glyph.text_end && glyph.text_end <= run->text.size());
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 4 || size > 1U << 14U) return 0;
  const std::string words(reinterpret_cast<const char*>(data + 4), size - 4);
  if (handbill::find_invalid_utf8(words)) return 0;
  font::FontBook fonts({});
  text::Paragraph paragraph;
  paragraph.style.edit().align = static_cast<text::Align>(data[1] % 4);
  paragraph.style.edit().text.edit().fonts = {open_squares(fonts)};
  paragraph.style.edit().text.edit().language = data[3] % 3 == 0   ? "en"
                                                : data[3] % 3 == 1 ? "he"
                                                                   : "th";
  text::CharacterStyle style = paragraph.style->text;
  style.tracking = data[2] / 512.0;
  // Two runs, so that one of them starts anywhere.
  const std::size_t half =
      handbill::offset_of_code_point(words, handbill::count_code_points(words) / 2);
  paragraph.inlines.push_back(text::Run{.text = words.substr(0, half), .style = style});
  paragraph.parts.push_back({text::Part::Kind::Link, "x"});
  paragraph.inlines.push_back(text::Run{
      .text = words.substr(half), .style = paragraph.style->text, .part = text::PartId{0}});

  handbill::diag::Diagnostics diags;
  const text::Measure measure{handbill::Length::pt(data[0])};
  const auto shaped = text::shape(paragraph, fonts, diags);
  check(shaped);
  const auto breaks = text::break_lines(shaped, paragraph, measure, fonts);
  std::uint32_t at = 0;
  for (const text::LineBreak& line : breaks) {
    require(line.begin == at && line.end >= at);
    at = line.end;
  }
  require(at == shaped.text.size());
  for (const text::Line& line : text::set_lines(shaped, paragraph, breaks, measure, fonts)) {
    check(line);
  }
  return 0;
}
