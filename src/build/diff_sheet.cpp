// SPDX-License-Identifier: MIT
#include "build/diff_sheet.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/ascii.h"
#include "build/diff_words.h"
#include "build/run.h"
#include "build/set_page.h"
#include "display/item_kinds.h"
#include "pdf/write_pdf.h"
#include "png/load_png.h"

namespace handbill::build {
namespace {

constexpr const char* kSheetLayout = "layouts/tickets/changes.toml";
constexpr std::string_view kSheetContent = "content/en/changes.toml";

/// Of the pages on the sheet, which shows a page of Letter at two thirds of its size.
constexpr double kFinest = 170, kCoarsest = 60;
/// Of all pictures together, unpacked: what a document may have, with room to spare.
constexpr double kMostPictureBytes = 400.0 * (1U << 20U);
/// Of the marked pages as pictures.
constexpr double kMarkedPixelsPerInch = 150;

color::Color went() { return color::Color::process({0, 0.85, 0.75, 0.12}); }
color::Color came() { return color::Color::process({0.8, 0, 0.75, 0.35}); }
color::Color differs() { return color::Color::process({0.85, 0.45, 0, 0.1}); }

struct ShownPage {
  const DocumentDiff* document = nullptr;
  const PageChange* page = nullptr;
};

std::vector<ShownPage> pages_to_show(const Diff& diff) {
  std::vector<ShownPage> shown;
  for (const DocumentDiff& each : diff.documents) {
    for (const PageChange& page : each.pages) {
      if (shown.size() < kMostPagesShown) shown.push_back({&each, &page});
    }
  }
  return shown;
}

Size size_of(const ShownPage& shown) {
  const bool is_there = shown.page->after.has_value();
  return is_there ? shown.document->after->pages[*shown.page->after].size
                  : shown.document->before->pages[*shown.page->before].size;
}

/// At which all pictures together stay in memory.
double resolution_for(const std::vector<ShownPage>& pages) {
  double square_inches = 0;
  for (const ShownPage& each : pages) {
    square_inches += 2 * size_of(each).width.inch() * size_of(each).height.inch();
  }
  const double most = std::sqrt(kMostPictureBytes / (3 * std::max(square_inches, 1.0)));
  return std::clamp(most, kCoarsest, kFinest);
}

std::optional<std::string> blank_page(Size size, double pixels_per_inch, diag::Diagnostics& diags) {
  display::PageList list;
  display::Page& page = list.pages.emplace_back();
  page.trim = size;
  page.bleed = page.media = {{}, {}, size.width, size.height};
  display::Shape ground;
  ground.path = Path::rect(page.bleed);
  ground.fill = color::Color::black().tinted(0.06);
  page.items.push_back({std::move(ground)});
  const font::FontBook fonts({});
  return png::write_png(list, 0, fonts, color::Preview::without_profile(),
                        {.pixels_per_inch = pixels_per_inch}, diags);
}

/// Of page `index` of the sheet, `which` of them: "old".
std::string picture_path(std::size_t index, const char* which) {
  return "layouts/" + sheet_picture_name(index) + "-" + which + ".png";
}

/// Whether all pages could be drawn.
bool add_pictures(const std::vector<ShownPage>& pages, diag::HeldFiles& files,
                  diag::Diagnostics& diags) {
  const double pixels_per_inch = resolution_for(pages);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const auto add = [&](const ToldDocument* document, const std::optional<std::size_t>& page,
                         const char* which) {
      auto png = page ? document->draw(*page, pixels_per_inch)
                      : blank_page(size_of(pages[i]), pixels_per_inch, diags);
      if (png) files.hold(picture_path(i, which), std::move(*png));
      return png.has_value();
    };
    const bool are_drawn = add(pages[i].document->before, pages[i].page->before, "old") &&
                           add(pages[i].document->after, pages[i].page->after, "new");
    if (are_drawn) continue;
    diags.error(diag::DiagnosticId::WriteFailed, {},
                "`" + pages[i].document->name + "` can't be drawn for the sheet");
    return false;
  }
  return true;
}

/// A page as it stands on the sheet.
struct Placed {
  Rect box{};
  double scale = 1;

  Rect on_sheet(const Rect& on_page) const {
    return {box.left + on_page.left * scale, box.top + on_page.top * scale, on_page.width * scale,
            on_page.height * scale};
  }
};

void tint(display::Page& sheet, const Rect& box, const color::Color& ink) {
  display::Shape shape;
  shape.path = Path::rect(box.outset(Length::pt(0.6)));
  shape.fill = ink;
  shape.opacity = 0.28;
  sheet.items.push_back({std::move(shape)});
}

void rule(display::Page& sheet, Point from, Point to, const color::Color& ink) {
  display::Shape shape;
  shape.path = Path::segment(from, to);
  shape.stroke = display::Stroke{.color = ink, .width = Length::pt(0.9)};
  sheet.items.push_back({std::move(shape)});
}

void frame(display::Page& sheet, const Rect& box, const color::Color& ink, Length width) {
  display::Shape shape;
  shape.path = Path::rect(box);
  shape.stroke = display::Stroke{.color = ink, .width = width};
  sheet.items.push_back({std::move(shape)});
}

/// What differs and is no marked word.
bool is_marked(const Rect& area, const std::vector<Rect>& words) {
  return std::ranges::any_of(words, [&](const Rect& each) { return each.intersects(area); });
}

/// Went is struck through, came is underlined, so that they differ in grey too.
void mark(display::Page& sheet, const Placed& placed, const PageChange& page, bool is_old) {
  const color::Color ink = is_old ? went() : came();
  frame(sheet, placed.box, color::Color::black().tinted(0.35), Length::pt(0.5));
  for (const Rect& word : is_old ? page.removed : page.added) {
    const Rect box = placed.on_sheet(word);
    tint(sheet, box, ink);
    const Length y = is_old ? box.top + box.height * 0.58 : box.bottom();
    rule(sheet, {box.left, y}, {box.right(), y}, ink);
  }
  const bool has_words = !page.removed.empty() || !page.added.empty();
  for (const Rect& area : page.areas) {
    // Where lines have moved on because of other words, their frames would hide what counts.
    if (has_words && (is_marked(area, page.removed) || is_marked(area, page.added))) continue;
    frame(sheet, placed.on_sheet(area.outset(Length::pt(2))), differs(), Length::pt(1.1));
  }
}

/// Where the layout has placed the picture `name`, on whatever page.
struct FoundPicture {
  std::size_t page = 0;
  Placed placed{};
};

std::optional<FoundPicture> find_picture(const display::PageList& pages, const std::string& name,
                                         Size size) {
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    for (const display::Item& item : pages.pages[i].items) {
      const auto* picture = display::picture_of(item);
      if (picture == nullptr) continue;
      const std::string& file = pages.pictures[picture->picture.index()]->name;
      if (file.substr(file.rfind('/') + 1) != name) continue;
      return FoundPicture{i, {picture->box, picture->box.width / size.width}};
    }
  }
  return std::nullopt;
}

/// No content of a project, it is neither a draft nor approved: without the slug that says so.
void remove_slug(display::Page& page) {
  std::erase_if(page.items, [&](const display::Item& item) {
    const auto* run = display::text_of(item);
    return run != nullptr && run->origin.y > page.trim.height;
  });
  page.media = page.bleed = {{}, {}, page.trim.width, page.trim.height};
}

std::vector<std::size_t> mark_pages(const std::vector<ShownPage>& shown, display::PageList& pages) {
  std::vector<std::size_t> sheets;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const ShownPage& each = shown[i];
    for (const bool is_old : {true, false}) {
      const ToldDocument* document = is_old ? each.document->before : each.document->after;
      const auto& index = is_old ? each.page->before : each.page->after;
      const Size size = index ? document->pages[*index].size : size_of(each);
      const std::string name = sheet_picture_name(i) + (is_old ? "-old.png" : "-new.png");
      const auto found = find_picture(pages, name, size);
      if (!found) continue;
      mark(pages.pages[found->page], found->placed, *each.page, is_old);
      if (!is_old) sheets.push_back(found->page);
    }
  }
  return sheets;
}

/// "inside, left" as part of a file name: "inside-left".
std::string file_words(const std::string& name) {
  std::string words;
  for (const char c : name) {
    const char low = to_lower(c);
    if (is_letter(low) || is_digit(low)) words += low;
    if (!is_letter(low) && !is_digit(low) && !words.empty() && words.back() != '-') words += '-';
  }
  return words;
}

}  // namespace

std::optional<DiffSheet> diff_sheet(const Diff& diff, SheetPictures pictures, Reading reading,
                                    diag::Diagnostics& diags) {
  const auto data = world::data_folder();
  if (!data) {
    diags.error(diag::DiagnosticId::FileMissing, {}, "the layouts of the program are not there");
    return std::nullopt;
  }
  const std::vector<ShownPage> shown = pages_to_show(diff);
  const world::Project program{*data, *data};
  diag::HeldFiles files = program_files(program);
  files.hold(kSheetContent, sheet_content(diff));
  if (!add_pictures(shown, files, diags)) return std::nullopt;
  workspace::Workspace workspace(
      program, std::make_shared<diag::DiskFiles>(diag::DiskFiles({*data})), reader_for(reading));
  diag::SourceMap sources;
  diag::Diagnostics found;
  Compiled compiled = compile({files,
                               kSheetLayout,
                               {},
                               workspace.press,
                               workspace.hyphens,
                               workspace.shops,
                               workspace.pictures,
                               workspace.shapes,
                               workspace.products},
                              workspace.fonts, sources, found);
  DiffSheet sheet;
  if (compiled.pages) {
    for (display::Page& page : compiled.pages->pages) remove_slug(page);
    const std::vector<std::size_t> marked = mark_pages(shown, *compiled.pages);
    auto pdf = pdf::write_pdf(*compiled.pages, workspace.fonts, {}, found);
    sheet.pdf = std::move(pdf).value_or("");
    for (std::size_t i = 0; i < marked.size() && pictures == SheetPictures::Wanted; ++i) {
      const std::string stem =
          shown[i].document->name + "-" + file_words(page_name(*shown[i].page)) + "-";
      auto png = png::write_png(*compiled.pages, marked[i], workspace.fonts, compiled.press,
                                {.pixels_per_inch = kMarkedPixelsPerInch}, found);
      if (png) sheet.pictures.push_back({stem + "marked.png", std::move(*png)});
      for (const char* which : {"old", "new"}) {
        sheet.pictures.push_back(
            {stem + which + ".png", files.read(picture_path(i, which)).bytes.value_or("")});
      }
    }
  }
  report_own_layout("the sheet", found, sources, diags);
  if (found.has_errors()) return std::nullopt;
  return sheet;
}

}  // namespace handbill::build
