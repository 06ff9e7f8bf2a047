// SPDX-License-Identifier: MIT
// handbill plates: what each plate prints, and where there is how much ink.
#include <algorithm>

#include "cli/commands.h"
#include "cli/ink_report.h"
#include "cli/publish.h"
#include "cli/run.h"
#include "plates/from_pages.h"
#include "plates/heat.h"
#include "png/load_png.h"
#include "svg/write_svg.h"

namespace handbill::cli {
namespace {

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

/// A page with nothing but a plate, as large as the sheet.
display::PageList plate_page(const plates::InkMap& map, std::size_t ink, const std::string& name) {
  display::PageList list;
  const Rect box = {{}, {}, map.cell() * map.width, map.cell() * map.height};
  list.pictures.push_back(
      std::make_shared<const display::Picture>(plates::plate_picture(map, ink)));
  display::Page page;
  page.name = name;
  page.trim = box.size();
  page.bleed = page.media = box;
  page.items.push_back({display::PlacedPicture{{}, box, Path::rect(box)}});
  list.pages.push_back(std::move(page));
  list.metadata.title = name;
  return list;
}

/// All pictures of one document; stops at the first that can't be written, which is reported.
class Pictures {
 public:
  Pictures(const PlatesArgs& args, const Compiled& compiled, Run& run, diag::Diagnostics& diags)
      : args_(args), compiled_(compiled), run_(run), diags_(diags) {}

  std::vector<OutputFile> draw(const plates::Print& print, const std::vector<InkReport>& reports,
                               const std::string& name) {
    for (std::size_t page = 0; page < print.pages.size(); ++page) {
      const std::string start = name + "-" + std::to_string(page + 1) + "-";
      const plates::InkMap map = plates::map_ink(print, page, args_.pixels_per_inch);
      if (map.width == 0) continue;
      for (std::size_t ink = 0; ink < print.inks.size(); ++ink) {
        add(plate_page(map, ink, print.inks[ink].name), start + file_word(print.inks[ink].name));
      }
      const std::string title = "Ink on " + name + ", " + print.pages[page].name;
      add(ink_page(print, page, reports[page], title, args_.pixels_per_inch,
                   compiled_.document->slug_style, run_.fonts),
          start + "ink-map");
    }
    return std::move(files_);
  }

 private:
  void add(const display::PageList& list, const std::string& path) {
    for (const Format format : args_.formats) {
      if (format == Format::Svg) {
        files_.push_back({path + ".svg", svg::write_svg(list, 0, run_.fonts, compiled_.press, {})});
      } else if (format == Format::Png) {
        auto bytes = png::write_png(list, 0, run_.fonts, compiled_.press,
                                    {.pixels_per_inch = args_.pixels_per_inch}, diags_);
        if (bytes) files_.push_back({path + ".png", std::move(*bytes)});
      }
    }
  }

  const PlatesArgs& args_;
  const Compiled& compiled_;
  Run& run_;
  diag::Diagnostics& diags_;
  std::vector<OutputFile> files_;
};

double ink_limit(const document::Document& document) {
  return document.shop ? document.shop->ink_limit : document::Shop{}.ink_limit;
}

/// What `plates` draws and tells of one document. Warnings are for `check`.
Made make_files(const Job& job, const PlatesArgs& args, Run& run) {
  const std::string name = job.name(run.args);
  diag::Diagnostics diags;
  const Compiled compiled = compile_job(job, run, diags);
  Made made;
  if (compiled.pages) {
    const plates::Print print = plates::from_pages(*compiled.pages, run.fonts);
    std::vector<InkReport> reports;
    made.told = name + "\n";
    for (std::size_t page = 0; page < print.pages.size(); ++page) {
      reports.push_back(report_ink(print, page, ink_limit(*compiled.document), run.sources));
      made.told += in_words(reports.back());
    }
    made.files = Pictures(args, compiled, run, diags).draw(print, reports, name);
  }
  const diag::Diagnostics told = told_of(diags, job, compiled, run);
  for (const diag::Diagnostic& each : told.list()) {
    if (each.severity == diag::Severity::Error) made.diags.add(each);
  }
  return made;
}

}  // namespace

int run(const PlatesArgs& args) {
  const auto project = project_or_message();
  if (!project) return 2;
  Run run = start(*project, args.check);
  return publish_documents(run, Publish::Whole, Durability::Cached,
                           [&](const Job& job) { return make_files(job, args, run); });
}

}  // namespace handbill::cli
