// SPDX-License-Identifier: MIT
#include <hb.h>

#include <catch2/catch.hpp>

#include "pages.h"
#include "support/golden.h"
#include "support/run_program.h"
#include "support/squares.h"

namespace handbill::test {
namespace {

font::FontId open_from_machine(font::FontBook& book, const std::string& file) {
  diag::Diagnostics diags;
  const auto id = book.open_bytes(read_file("/usr/share/fonts/" + file),
                                  {.family = file, .file = file, .package = {}}, diags);
  INFO(file);
  REQUIRE(id);
  return *id;
}

void append_glyphs(display::GlyphRun& run, hb_buffer_t* buffer, const font::Face& face,
                   const RunStyle& style) {
  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, &count);
  const Length unit = style.size / face.units_per_em();
  Length pen;
  for (unsigned i = 0; i < count; ++i) {
    std::uint32_t end = static_cast<std::uint32_t>(run.text.size());
    for (unsigned j = 0; j < count; ++j) {
      if (infos[j].cluster > infos[i].cluster) end = std::min(end, infos[j].cluster);
    }
    const bool last_of_cluster = i + 1 == count || infos[i + 1].cluster != infos[i].cluster;
    const Length advance =
        unit * positions[i].x_advance + (last_of_cluster ? style.tracking : Length{});
    run.glyphs.push_back({.id = infos[i].codepoint,
                          .x = pen + unit * positions[i].x_offset,
                          .y = -(unit * positions[i].y_offset),
                          .advance = advance,
                          .text_begin = infos[i].cluster,
                          .text_end = end});
    pen += advance;
  }
}

std::string without_end(std::string text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == '\f')) text.pop_back();
  return text;
}

/// Literal strings as hexadecimal ones.
std::string with_hex_strings(std::string_view operators) {
  std::string text;
  bool inside = false;
  for (std::size_t i = 0; i < operators.size(); ++i) {
    char c = operators[i];
    if (!inside || c == ')') {
      inside = c == '(';
      text += c == '(' ? '<' : c == ')' ? '>' : c;
      continue;
    }
    if (c == '\\') c = operators[++i] == 'r' ? '\r' : operators[i];
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    text += kDigits[static_cast<unsigned char>(c) >> 4];
    text += kDigits[static_cast<unsigned char>(c) & 15];
  }
  return text;
}

std::string output_of(const std::vector<std::string>& command) {
  const ProgramResult result = run_program(command);
  INFO(command.front() << " said: " << result.errors);
  REQUIRE(result.exit_code == 0);
  return result.output;
}

}  // namespace

TestFonts::TestFonts()
    : lato(open_from_machine(book, "truetype/lato/Lato-Regular.ttf")),
      garamond(open_from_machine(book, "opentype/ebgaramond/EBGaramond12-Regular.otf")),
      noto_hebrew(open_from_machine(book, "truetype/noto/NotoSansHebrew-Regular.ttf")),
      squares(open_squares(book)),
      squares_cff(open_squares(book, "squares.otf")) {}

display::GlyphRun shaped(const TestFonts& fonts, std::string_view text, const RunStyle& style,
                         Point origin) {
  const bool to_left = style.direction == RunStyle::Direction::RightToLeft;
  display::GlyphRun run{.font = style.font,
                        .size = style.size,
                        .color = style.color,
                        .origin = origin,
                        .glyphs = {},
                        .text = std::string(text),
                        .right_to_left = to_left,
                        .language = "en"};
  hb_buffer_t* buffer = hb_buffer_create();
  hb_buffer_add_utf8(buffer, text.data(), static_cast<int>(text.size()), 0, -1);
  hb_buffer_set_direction(buffer, to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  hb_buffer_guess_segment_properties(buffer);
  const hb_feature_t no_ligatures{HB_TAG('l', 'i', 'g', 'a'), 0, 0, UINT32_MAX};
  const font::Face& face = fonts.book.face(style.font);
  hb_shape(face.hb_font(), buffer, &no_ligatures, style.tracking == Length{} ? 0 : 1);
  append_glyphs(run, buffer, face, style);
  hb_buffer_destroy(buffer);
  return run;
}

display::GlyphRun hyphenated(const TestFonts& fonts, std::string_view text, const RunStyle& style,
                             Point origin) {
  display::GlyphRun run = shaped(fonts, text, style, origin);
  const font::Face& face = fonts.book.face(style.font);
  const display::Glyph& last = run.glyphs.back();
  const auto end = static_cast<std::uint32_t>(run.text.size());
  const font::GlyphId hyphen = face.glyph_for(U'-');
  run.glyphs.push_back({.id = hyphen,
                        .x = last.x + last.advance,
                        .y = {},
                        .advance = style.size * face.advance(hyphen),
                        .text_begin = end,
                        .text_end = end});
  return run;
}

display::Page empty_page(Length width, Length height) {
  display::Page page;
  page.name = "page";
  page.trim = {width, height};
  page.bleed = Rect{{}, {}, width, height};
  page.media = page.bleed;
  return page;
}

display::PageList one_page(std::vector<display::Content> contents) {
  display::PageList pages;
  pages.pages.push_back(empty_page());
  for (display::Content& content : contents) {
    pages.pages[0].items.push_back({.content = std::move(content)});
  }
  return pages;
}

std::string written(const display::PageList& pages, const TestFonts& fonts,
                    pdf::Compression compression) {
  pdf::PdfOptions options;
  options.compression = compression;
  return written(pages, fonts, options);
}

std::string written(const display::PageList& pages, const TestFonts& fonts,
                    const pdf::PdfOptions& options) {
  diag::Diagnostics diags;
  const auto bytes = pdf::write_pdf(pages, fonts.book, options, diags);
  for (const auto& diagnostic : diags.list()) UNSCOPED_INFO(diagnostic.message);
  REQUIRE(diags.list().empty());
  REQUIRE(bytes);
  const TempFolder folder;
  const ProgramResult check =
      run_program({"qpdf", "--check", folder.write("page.pdf", *bytes).string()});
  INFO(check.output << check.errors);
  REQUIRE(check.exit_code == 0);
  return *bytes;
}

pdf::PdfOptions press_options(Claims standard, pdf::Compression compression) {
  pdf::PdfOptions options;
  options.compression = compression;
  options.standard = standard;
  options.intent.identifier = "CGATS TR 006";
  options.intent.info = "GRACoL 2006, coated";
  options.intent.icc = std::make_shared<const std::string>(
      read_file("/usr/share/color/icc/ghostscript/default_cmyk.icc"));
  REQUIRE(!options.intent.icc->empty());
  return options;
}

std::vector<std::string> problems(const display::PageList& pages, const TestFonts& fonts,
                                  const pdf::PdfOptions& options) {
  diag::Diagnostics diags;
  const auto bytes = pdf::write_pdf(pages, fonts.book, options, diags);
  std::vector<std::string> messages;
  for (const auto& diagnostic : diags.list()) messages.push_back(diagnostic.message);
  CHECK(bytes.has_value() == messages.empty());
  return messages;
}

std::string written_as_text(const display::PageList& pages, const TestFonts& fonts) {
  return written(pages, fonts, pdf::Compression::None);
}

std::string operators(const display::PageList& pages, const TestFonts& fonts) {
  const TempFolder folder;
  const auto file = folder.write("page.pdf", written(pages, fonts));
  const std::string readable =
      output_of({"qpdf", "--qdf", "--object-streams=disable", "--no-original-object-ids",
                 "--normalize-content=n", file.string(), "-"});
  const std::size_t contents = readable.find("%% Contents for page 1\n");
  REQUIRE(contents != std::string::npos);
  const std::string_view start = "stream\n";
  const std::size_t begin = readable.find(start, contents) + start.size();
  return with_hex_strings(readable.substr(begin, readable.find("endstream", begin) - begin));
}

std::string poppler_text(const std::string& pdf) {
  const TempFolder folder;
  const auto file = folder.write("page.pdf", pdf);
  return without_end(output_of({"pdftotext", "-enc", "UTF-8", file.string(), "-"}));
}

std::string mupdf_text(const std::string& pdf) {
  const TempFolder folder;
  const auto file = folder.write("page.pdf", pdf);
  return without_end(output_of({"mutool", "draw", "-q", "-F", "txt", file.string()}));
}

Pixels poppler_page(const std::string& pdf, int pixels_per_inch) {
  const TempFolder folder;
  const auto file = folder.write("page.pdf", pdf);
  const auto page = read_ppm(
      output_of({"pdftoppm", "-r", std::to_string(pixels_per_inch), "-singlefile", file.string()}));
  REQUIRE(page);
  return *page;
}

Pixels mupdf_page(const std::string& pdf, int pixels_per_inch) {
  const TempFolder folder;
  const auto file = folder.write("page.pdf", pdf);
  const auto page =
      read_ppm(output_of({"mutool", "draw", "-q", "-r", std::to_string(pixels_per_inch), "-F",
                          "ppm", "-o", "-", file.string(), "1"}));
  REQUIRE(page);
  return *page;
}

}  // namespace handbill::test
