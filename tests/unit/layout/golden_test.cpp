// SPDX-License-Identifier: MIT
// tests/golden/{lines,layout,pages}/<case>: layout.toml, which mostly extends
// tests/golden/house.toml, content.toml and art are set in the font of squares. expected.txt is,
// after what there is to say,
//   lines:  each paragraph of a frame in lines as wide as the frame's box: where it may be parted,
//           and where its letters stand
//   layout: the fragment dump
//   pages:  the page dump.
#include <catch2/catch.hpp>
#include <filesystem>

#include "base/number.h"
#include "diag/render.h"
#include "display/dump.h"
#include "document/resolve.h"
#include "layout/place.h"
#include "spec/parse_layout.h"
#include "support/squares.h"
#include "text/break_lines.h"

namespace handbill::test {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFonts = R"([family."Squares"]
licence = "MIT"
faces = [{ file = "squares.ttf" }]
)";

diag::MemoryFiles project(const fs::path& folder) {
  const fs::path golden = fs::path(source_folder()) / "tests/golden";
  std::map<std::string, std::string, std::less<>> files = {
      {"fonts/fonts.toml", kFonts},
      {"fonts/squares.ttf", squares_bytes()},
      {"layouts/house.toml", read_file(golden / "house.toml")},
      {"content/en/content.toml", ""}};
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string path = fs::relative(entry.path(), folder).generic_string();
    if (!entry.is_regular_file() || path == "expected.txt") continue;
    const bool is_content = path == "content.toml";
    files[is_content ? "content/en/" + path : "layouts/" + path] = read_file(entry.path());
  }
  return diag::MemoryFiles(std::move(files));
}

std::string number(Length value) { return format_number(value.pt(), 3); }

/// The text with its breaks: | where a line may end, - where it would get a hyphen, / where it
/// must.
std::string dump_breaks(const text::ShapedParagraph& shaped) {
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
std::string dump_line(const text::Line& line) {
  std::string out = "  line " + number(line.left) + " + " + number(line.width);
  if (line.ratio != 0) out += " ratio " + format_number(line.ratio, 3);
  if (!fits(line.overrun, Length{})) out += " overrun " + number(line.overrun);
  if (!fits(line.shortfall, Length{})) out += " shortfall " + number(line.shortfall);
  out += " \"" + line.text + "\"\n";
  for (const display::Item& item : line.items) {
    if (const auto* shape = std::get_if<display::Shape>(&item.content)) {
      const Rect box = shape->path.bounds().value_or(Rect{});
      out += "    shape " + number(box.left) + " + " + number(box.width) + " at " +
             number(box.top) + "\n";
    }
    const auto* run = std::get_if<display::GlyphRun>(&item.content);
    if (run == nullptr) continue;
    out += "    " + number(run->size) + " pt \"" + run->text + "\" at";
    for (const display::Glyph& glyph : run->glyphs) out += " " + number(run->origin.x + glyph.x);
    if (run->origin.y != Length{}) out += " shifted " + number(run->origin.y);
    out += "\n";
  }
  return out;
}

std::string dump_lines(const document::Document& document, const font::FontBook& fonts,
                       diag::Diagnostics& diags) {
  std::string out;
  text::Shaper shaper(fonts, document.hyphenation.get());
  for (const document::Frame& frame : document.sides.front().frames) {
    const text::Measure measure{frame.box.width.value_or(document::Extent{}).length};
    for (const auto& paragraph : std::get<document::TextContent>(frame.content).paragraphs) {
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

std::string dump_pages(const document::Document& document, const font::FontBook& fonts,
                       diag::Diagnostics& diags) {
  const auto pages = layout::place(document, fonts, diags);
  return pages ? display::dump(*pages, fonts) : "";
}

using Dump = std::string (*)(const document::Document&, const font::FontBook&, diag::Diagnostics&);

std::string dumped(const diag::FileReader& files, Dump dump) {
  diag::SourceMap sources;
  diag::Diagnostics diags;
  font::FontBook fonts(font::machine_font_folders());
  text::HyphenBook hyphens(text::machine_hyphen_folders());
  picture::PictureBook pictures;
  std::string out;
  const auto catalog = spec::parse_fonts(files, sources, diags);
  const auto layout = spec::parse_layout(files, "layouts/layout.toml", "", sources, diags);
  if (catalog && layout && !diags.has_errors()) {
    const auto content_spec = spec::parse_content(files, *layout, {}, sources, diags);
    const auto content =
        content::Content::check(content_spec, diags, {.revisions = content::Revisions::NotAsked});
    const auto document = document::resolve({*layout, content, *catalog, files, pictures, hyphens},
                                            fonts, sources, diags);
    if (document) out = dump(*document, fonts, diags);
  }
  return render(diags, sources, diag::Paint::Plain) + out;
}

void check_cases(const std::string& stage, Dump dump) {
  const std::vector<fs::path> cases = golden_cases(stage);
  REQUIRE(cases.size() >= 2);
  for (const fs::path& folder : cases) {
    DYNAMIC_SECTION(folder.filename().string()) {
      const auto difference =
          golden_difference(folder / "expected.txt", dumped(project(folder), dump));
      if (difference) FAIL(*difference);
    }
  }
}

TEST_CASE("golden: paragraphs are set in lines as expected") { check_cases("lines", dump_lines); }
TEST_CASE("golden: frames are filled as expected") {
  check_cases("layout", layout::dump_fragments);
}
TEST_CASE("golden: pages are made as expected") { check_cases("pages", dump_pages); }

}  // namespace
}  // namespace handbill::test
