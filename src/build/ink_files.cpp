// SPDX-License-Identifier: MIT
#include "build/ink_files.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/base64.h"
#include "base/number.h"
#include "build/ink_report.h"
#include "picture/write_gray_png.h"
#include "plates/from_pages.h"
#include "plates/ink_map.h"
#include "png/load_png.h"
#include "svg/write_svg.h"
#include "svg/xml.h"

namespace handbill::build {
namespace {

/// The map of ink shows squares of 15 mm on a page: finer pixels, or more, show nothing else.
constexpr double kInkMapPixelsPerInch = 100;
constexpr double kInkMapPixels = 1.5e6;

/// "PANTONE 321 C" as part of a file name: "pantone-321-c".
std::string file_word(const std::string& ink) {
  std::string word;
  for (const char c : ink) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (letter || (c >= '0' && c <= '9')) {
      word += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    } else if (!word.empty() && word.back() != '-') {
      word += '-';
    }
  }
  return word.empty() ? "ink" : word;
}

/// One plate as it prints, white paper and black where it is solid, while its rows come.
class PlatePicture {
 public:
  PlatePicture(const plates::InkMap& size, std::string name)
      : name_(std::move(name)), png_(size.width, size.height, size.pixels_per_inch) {}

  void add(std::string rows) {
    for (char& each : rows) each = static_cast<char>(~each);
    png_.add(rows);
  }
  const std::string& name() const { return name_; }
  std::optional<std::string> finish() { return png_.finish(); }

 private:
  std::string name_;
  picture::GrayPngWriter png_;
};

/// A drawing as large as the sheet, of nothing but the picture.
std::string svg_of(const plates::InkMap& size, const std::string& name, const std::string& png) {
  const auto millimetres = [&](int cells) { return format_number((size.cell() * cells).mm(), 3); };
  const std::string width = std::to_string(size.width), height = std::to_string(size.height);
  std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + millimetres(size.width) +
                    "mm\" height=\"" + millimetres(size.height) + "mm\" viewBox=\"0 0 " + width +
                    " " + height + "\"><title>";
  svg::append_escaped(svg, name);
  svg += "</title><image width=\"" + width + "\" height=\"" + height +
         "\" href=\"data:image/png;base64,";
  append_base64(svg, png);
  return svg + "\"/></svg>\n";
}

/// All pictures of one document; stops at the first that can't be written, which is reported.
class Pictures {
 public:
  Pictures(const InkPictures& wanted, const Compiled& compiled, Run& run, diag::Diagnostics& diags)
      : wanted_(wanted), compiled_(compiled), run_(run), diags_(diags) {}

  std::vector<OutputFile> draw(const plates::Print& print, const std::vector<InkReport>& reports,
                               const std::string& name) {
    for (std::size_t page = 0; page < print.pages.size() && !wanted_.formats.empty(); ++page) {
      const std::string start = name + "-" + std::to_string(page + 1) + "-";
      if (!add_plates(print, page, start)) continue;
      const std::string title = "Ink on " + name + ", " + print.pages[page].name;
      const double resolution = ink_map_resolution(print.pages[page].media);
      add(ink_page(print, page, reports[page], title, resolution, compiled_.document->slug_style,
                   run_.workspace.fonts),
          resolution, start + "ink-map");
    }
    return std::move(files_);
  }

 private:
  /// False: the page has no area.
  bool add_plates(const plates::Print& print, std::size_t page, const std::string& start) {
    const plates::InkMap size = plates::ink_map_size(print, page, wanted_.pixels_per_inch);
    if (size.width == 0) return false;
    std::vector<PlatePicture> pictures;
    for (const plates::Ink& ink : print.inks) pictures.emplace_back(size, ink.name);
    plates::map_ink_by_bands(print, page, wanted_.pixels_per_inch, [&](plates::InkMap band) {
      for (std::size_t ink = 0; ink < pictures.size(); ++ink) {
        pictures[ink].add(std::move(band.plates[ink]));
      }
    });
    for (PlatePicture& each : pictures) add(each, size, start + file_word(each.name()));
    return true;
  }

  void add(PlatePicture& plate, const plates::InkMap& size, const std::string& path) {
    auto png = plate.finish();
    if (!png) {
      diags_.error(diag::DiagnosticId::WriteFailed, {},
                   "the PNG picture could not be made: out of memory");
      return;
    }
    for (const Format format : wanted_.formats) {
      if (format == Format::Svg)
        files_.push_back({path + ".svg", svg_of(size, plate.name(), *png)});
    }
    if (std::ranges::find(wanted_.formats, Format::Png) != wanted_.formats.end()) {
      files_.push_back({path + ".png", std::move(*png)});
    }
  }

  void add(const display::PageList& list, double pixels_per_inch, const std::string& path) {
    for (const Format format : wanted_.formats) {
      if (format == Format::Svg) {
        files_.push_back(
            {path + ".svg", svg::write_svg(list, 0, run_.workspace.fonts, compiled_.press, {})});
      } else if (format == Format::Png) {
        auto bytes = png::write_png(list, 0, run_.workspace.fonts, compiled_.press,
                                    {.pixels_per_inch = pixels_per_inch}, diags_);
        if (bytes) files_.push_back({path + ".png", std::move(*bytes)});
      }
    }
  }

  double ink_map_resolution(const Rect& sheet) const {
    const double square_inches = sheet.width.inch() * sheet.height.inch();
    return std::min(
        {wanted_.pixels_per_inch, kInkMapPixelsPerInch, std::sqrt(kInkMapPixels / square_inches)});
  }

  const InkPictures& wanted_;
  const Compiled& compiled_;
  Run& run_;
  diag::Diagnostics& diags_;
  std::vector<OutputFile> files_;
};

double ink_limit(const document::Document& document) {
  return document.shop ? document.shop->ink_limit : document::Shop{}.ink_limit;
}

}  // namespace

Made make_ink_files(const Job& job, const InkPictures& wanted, Run& run) {
  const std::string name = job.name(run.request);
  diag::Diagnostics diags;
  const auto product = compile_job(job, run, diags);
  const Compiled& compiled = *product;
  Made made;
  if (compiled.pages) {
    const plates::Print print = plates::from_pages(*compiled.pages, run.workspace.fonts);
    std::vector<InkReport> reports;
    made.told = {name};
    for (std::size_t page = 0; page < print.pages.size(); ++page) {
      reports.push_back(report_ink(print, page, ink_limit(*compiled.document), run.sources));
      append_words(reports.back(), made.told);
    }
    made.files = Pictures(wanted, compiled, run, diags).draw(print, reports, name);
  }
  const diag::Diagnostics told = told_of(diags, job, compiled, run);
  for (const diag::Diagnostic& each : told.list()) {
    if (each.severity == diag::Severity::Error) made.diags.add(each);
  }
  return made;
}

}  // namespace handbill::build
