// SPDX-License-Identifier: MIT
#include "fuzz/support/project.h"

#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/utf8.h"
#include "build/compile.h"
#include "diag/render.h"
#include "display/dump.h"
#include "fuzz/support/target.h"
#include "heard/heard.h"
#include "html/write_findings.h"
#include "html/write_html.h"
#include "layout/place.h"
#include "pdf/write_pdf.h"
#include "plain/write_text.h"
#include "plates/dump.h"
#include "plates/from_pages.h"
#include "png/write_png.h"
#include "preflight/inspect.h"
#include "press/prepare.h"
#include "prose/judge_words.h"
#include "svg/write_svg.h"
#include "words/words.h"

namespace handbill::fuzz {
namespace {

namespace fs = std::filesystem;

const fs::path kSource = HANDBILL_SOURCE_DIR;

/// The families of the project's own, with fewer faces: a long list only costs time.
constexpr const char* kFonts = R"(
fallback = ["Lato"]
[family."Lato"]
package = "fonts-lato"
licence = "OFL-1.1"
faces = [
  { weight = 400, file = "Lato-Regular.ttf" },
  { weight = 400, slant = "italic", file = "Lato-Italic.ttf" },
  { weight = 700, file = "Lato-Bold.ttf" },
]
[family."Vollkorn"]
package = "fonts-vollkorn"
licence = "OFL-1.1"
faces = [{ weight = 400, file = "Vollkorn-Regular.ttf" }]
[family."EB Garamond"]
package = "fonts-ebgaramond"
licence = "OFL-1.1"
faces = [{ weight = 400, file = "EBGaramond12-Regular.otf" }]
[family."Squares"]
package = "none"
licence = "MIT"
faces = [{ weight = 400, file = "squares.ttf" }]
)";

constexpr const char* kShop = R"(
title = "any"
standard = "PDF/X-4"
condition = { identifier = "any", icc = "profiles/small.icc" }
bleed = "0.125 in"
rules = "handbill"
rules_class = "sheetfed-cmyk"
marks = { draw = ["crop", "fold", "slug"] }
)";

constexpr const char* kArt =
    R"(<svg viewBox="0 0 10 10"><path d="M0 0h10v10z" fill="#000000"/></svg>)";

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void add_folder(const char* name, Files& files) {
  for (const auto& entry : fs::directory_iterator(kSource / name)) {
    if (entry.is_regular_file()) {
      files[name + ("/" + entry.path().filename().string())] = read(entry.path());
    }
  }
}

Files read_shared_files() {
  Files files;
  for (const char* folder :
       {"layouts/shops", "layouts/rules", "layouts/impositions", "layouts/art"}) {
    add_folder(folder, files);
  }
  files["layouts/house.toml"] = read(kSource / "layouts/house.toml");
  files["layouts/shops/any.toml"] = kShop;
  files["layouts/art/any.svg"] = kArt;
  files["layouts/pictures/any.png"] = read(kSource / "tests/fuzz/corpus/picture/rgba.png");
  files["layouts/pictures/any.jpg"] = read(kSource / "tests/fuzz/corpus/picture/cmyk.jpg");
  files["profiles/small.icc"] = read(kSource / "tests/profiles/small.icc");
  files["fonts/fonts.toml"] = kFonts;
  files["fonts/squares.ttf"] = read(kSource / "tests/fonts/squares.ttf");
  return files;
}

/// Whole and readable, or an error.
void write_pdf(const display::PageList& pages, const font::FontBook& fonts) {
  diag::Diagnostics diags;
  const auto bytes = pdf::write_pdf(pages, fonts, {}, diags);
  require(bytes.has_value() != diags.has_errors());
  if (!bytes) return;
  diag::Diagnostics read_back;
  require(preflight::inspect(*bytes, {.standard = Claims()}, read_back).has_value());
}

void write_png(const display::PageList& pages, std::size_t page, const font::FontBook& fonts) {
  constexpr double kPixelsPerInch = 24;
  constexpr double kWorthDrawing = 40;  // inches a side; larger pages only cost time
  const Rect media = pages.pages[page].media;
  if (media.width.inch() > kWorthDrawing || media.height.inch() > kWorthDrawing) return;
  diag::Diagnostics diags;
  const auto bytes = png::write_png(pages, page, fonts, color::Preview::without_profile(),
                                    {.pixels_per_inch = kPixelsPerInch, .guides = true}, diags);
  require(bytes.has_value() != diags.has_errors());
}

void write_everywhere(const display::PageList& pages, const font::FontBook& fonts) {
  write_pdf(pages, fonts);
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    require(std::isfinite(pages.pages[i].trim.width.pt()));
    require(!svg::write_svg(pages, i, fonts, color::Preview::without_profile(), {}).empty());
    write_png(pages, i, fonts);
  }
}

/// Those of all packs there are.
std::vector<prose::WordRule> read_word_rules() {
  const diag::MemoryFiles files(shared_files());
  diag::SourceMap sources;
  diag::Diagnostics diags;
  std::vector<prose::WordRule> rules;
  for (const std::string& file : files.list("layouts/rules")) {
    const std::string name = file.substr(0, file.find('.'));
    const auto pack = spec::parse_rules(files, name, {}, sources, diags);
    for (auto& each : prose::word_rules(pack.value(), name, diags)) {
      rules.push_back(std::move(each));
    }
  }
  require(!diags.has_errors());
  return rules;
}

/// Rules speak of places that are there, and mend what is typed.
void judge_words(const words::Words& words, const content::Content& content,
                 const diag::SourceMap& sources) {
  static const std::vector<prose::WordRule> kRules = read_word_rules();
  const prose::Reading reading = prose::read("any", words);
  prose::Context context;
  context.content = &content;
  context.today = spec::Date{2026, 11, 30};
  const prose::Judged judged{reading, context};
  diag::Diagnostics found = prose::judge_words(kRules, judged);
  found.add_all(prose::compare_words(kRules, std::span(&judged, 1)));
  for (const diag::Diagnostic& each : found.list()) {
    if (each.fix) require(each.fix->span.end <= sources.text(each.fix->span.file).size());
  }
  require(found.list().empty() == diag::render(found, sources, diag::Paint::Plain).empty());
  require(!html::write_findings(found, sources).empty());
}

/// Each letter has a place, and what is typed there is it.
void read_words(const words::Words& words, const diag::SourceMap& sources) {
  for (const words::Paragraph& paragraph : words.paragraphs) {
    require(!paragraph.text.empty() && !paragraph.runs.empty());
    const auto& origins = paragraph.origins.list();
    require(!origins.empty() && origins.front().begin == 0);
    for (std::size_t i = 0; i < origins.size(); ++i) {
      const std::size_t begin = origins[i].begin;
      const std::size_t end = i + 1 < origins.size() ? origins[i + 1].begin : paragraph.text.size();
      require(begin < end);
      if (origins[i].kind != text::Origin::Kind::Typed) continue;
      require(sources.text(origins[i].span) == paragraph.text.substr(begin, end - begin));
      require(words::editable_at(paragraph, begin, end) == origins[i].span);
    }
  }
  require(!words::dump(words, sources).empty());
  require(!find_invalid_utf8(heard::dump(words)));
  require(!find_invalid_utf8(plain::write_text(words, plain::kUsualMeasure)));
}

/// The edition for the web: text, or an error.
void write_page(const build::Compiled& compiled, const words::Words& words,
                const font::FontBook& fonts) {
  diag::Diagnostics diags;
  const std::string page = html::write_html(
      {*compiled.document, words, *compiled.pages, fonts, compiled.press, {}, {}, {}}, diags);
  require(diags.has_errors() || (!page.empty() && !find_invalid_utf8(page)));
}

}  // namespace

const Files& shared_files() {
  static const Files files = read_shared_files();
  return files;
}

bool make_document(const Files& own, Faulty faulty) {
  Files all = own;
  all.insert(shared_files().begin(), shared_files().end());
  const diag::MemoryFiles files(std::move(all));
  const auto press = color::Preview::without_profile();
  font::FontBook fonts(font::machine_font_folders());
  text::HyphenBook hyphens({});
  document::ShopBook shops({});
  picture::PictureBook pictures;
  text::ShapeBook shapes;
  workspace::Products products;
  diag::SourceMap sources;
  diag::Diagnostics diags;
  const build::Compiled compiled = build::compile(
      {files, "layouts/any.toml", {}, press, hyphens, shops, pictures, shapes, products}, fonts,
      sources, diags);
  require(compiled.pages.has_value() != diags.has_errors());
  require(diags.list().empty() == diag::render(diags, sources, diag::Paint::Plain).empty());
  require(!diag::render_json(diags, sources).empty());
  if (compiled.document) {
    const words::Words words = words::from_document(*compiled.document);
    read_words(words, sources);
    judge_words(words, *compiled.content, sources);
    if (compiled.pages) write_page(compiled, words, fonts);
  }
  if (compiled.pages) {
    require(!display::dump(*compiled.pages, fonts).empty());
    require(!plates::dump(plates::from_pages(*compiled.pages, fonts)).empty());
    write_everywhere(*compiled.pages, fonts);
    return true;
  }
  if (faulty == Faulty::NotWritten || !compiled.document) return false;
  diag::Diagnostics placing;
  const auto pages = layout::place(*compiled.document, fonts, placing);
  if (!pages) return false;
  write_everywhere(press::prepare(*compiled.document, *pages, placing), fonts);
  return true;
}

}  // namespace handbill::fuzz
