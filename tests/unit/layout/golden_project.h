// SPDX-License-Identifier: MIT
// The small projects of tests/golden/{lines,layout,pages}, in the font of squares.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "base/number.h"
#include "diag/render.h"
#include "display/dump.h"
#include "layout/page_galley.h"
#include "layout/place.h"
#include "spec/parse_layout.h"
#include "support/bind_to.h"
#include "support/squares.h"
#include "text/break_lines.h"

namespace handbill::test {

using ProjectFiles = std::map<std::string, std::string, std::less<>>;

/// The files of a case by their places in the project, with the house that it extends.
inline ProjectFiles golden_project(const std::filesystem::path& folder) {
  namespace fs = std::filesystem;
  const fs::path golden = fs::path(source_folder()) / "tests/golden";
  ProjectFiles files = {{"fonts/fonts.toml",
                         "[family.Squares]\nlicence = 'MIT'\nfaces = [{ file = 'squares.ttf' }]\n"},
                        {"fonts/squares.ttf", squares_bytes()},
                        {"layouts/house.toml", read_file(golden / "house.toml")},
                        {"content/en/content.toml", ""}};
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string path = fs::relative(entry.path(), folder).generic_string();
    if (!entry.is_regular_file() || path == "expected.txt") continue;
    const bool is_content = path == "content.toml";
    files[is_content ? "content/en/" + path : "layouts/" + path] = read_file(entry.path());
  }
  return files;
}

/// The dump of a stage.
using Dump = std::string (*)(const document::Document&, const font::FontBook&, diag::Diagnostics&);

/// What there is to say, and the dump of the document.
inline std::string golden_dump(const ProjectFiles& project, Dump dump) {
  const diag::MemoryFiles files(project);
  diag::SourceMap sources;
  diag::Diagnostics diags;
  font::FontBook fonts(font::machine_font_folders());
  text::HyphenBook hyphens(text::machine_hyphen_folders());
  picture::PictureBook pictures;
  std::string out;
  const auto catalog = spec::parse_fonts(files, sources, diags);
  const auto layout = spec::parse_layout(files, "layouts/layout.toml", "", sources, diags);
  if (catalog && layout && !diags.has_errors()) {
    auto content_spec = spec::parse_content(files, *layout, {}, sources, diags);
    const auto content = content::Content::check(std::move(content_spec), diags,
                                                 {.revisions = content::Revisions::NotAsked});
    auto document = document::document_of({*layout, content, *catalog, files}, fonts, hyphens,
                                          pictures, sources, diags);
    if (document && document->galley) {
      text::ShapeBook shapes;
      document = layout::page_galley(*document, {fonts, shapes}).document;
    }
    if (document) out = dump(*document, fonts, diags);
  }
  return render(diags, sources, diag::Paint::Plain) + out;
}

inline std::string points_of(Length value) { return format_number(value.pt(), 3); }

/// The text with its breaks: | where a line may end, - where it would get a hyphen, / where it
/// must.
inline std::string dump_breaks(const text::ShapedParagraph& shaped) {
  std::string out = "text \"";
  std::size_t at = 0;
  for (const text::BreakPoint& each : shaped.breaks) {
    out += shaped.text.substr(at, each.offset - at);
    at = each.offset;
    if (at < shaped.text.size()) out += "|/-"[static_cast<std::size_t>(each.kind)];
  }
  return out + "\"\n";
}

/// A line, and its runs with the left edges of their glyphs.
inline std::string dump_line(const text::Line& line) {
  std::string out = "  line " + points_of(line.left) + " + " + points_of(line.width);
  if (line.ratio != 0) out += " ratio " + format_number(line.ratio, 3);
  if (!fits(line.overrun, Length{})) out += " overrun " + points_of(line.overrun);
  if (!fits(line.shortfall, Length{})) out += " shortfall " + points_of(line.shortfall);
  out += " \"" + line.text + "\"\n";
  for (const display::Item& item : line.items) {
    if (const auto* shape = std::get_if<display::Shape>(&item.content)) {
      const Rect box = shape->path.bounds().value_or(Rect{});
      out += "    shape " + points_of(box.left) + " + " + points_of(box.width) + " at " +
             points_of(box.top) + "\n";
    }
    const auto* run = std::get_if<display::GlyphRun>(&item.content);
    if (run == nullptr) continue;
    out += "    " + points_of(run->size) + " pt \"" + run->text + "\" at";
    for (const display::Glyph& glyph : run->glyphs) out += " " + points_of(run->origin.x + glyph.x);
    if (run->origin.y != Length{}) out += " shifted " + points_of(run->origin.y);
    out += "\n";
  }
  return out;
}

inline std::string dump_lines(const document::Document& document, const font::FontBook& fonts,
                              diag::Diagnostics& diags) {
  std::string out;
  text::Shaper shaper(fonts, document.hyphenation.get());
  for (const document::Frame& frame : document.sides.front().frames) {
    const text::Measure measure{frame.box.width.value_or(document::Extent{}).length};
    const auto* shown = std::get_if<document::TextContent>(&frame.content);
    if (shown == nullptr) continue;
    for (const auto& paragraph : shown->paragraphs) {
      text::ShapedParagraph shaped = shaper.shape(paragraph, diags);
      shaper.hyphenate(paragraph, shaped);
      out += dump_breaks(shaped);
      const auto breaks = text::break_lines(shaped, paragraph, measure, fonts);
      for (const text::Line& line : text::set_lines(shaped, paragraph, breaks, measure, fonts)) {
        out += dump_line(line);
      }
    }
  }
  return out;
}

inline std::string dump_pages(const document::Document& document, const font::FontBook& fonts,
                              diag::Diagnostics& diags) {
  const auto pages = layout::place(document, fonts, diags);
  return pages ? display::dump(*pages, fonts) : "";
}

}  // namespace handbill::test
