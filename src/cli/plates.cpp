// SPDX-License-Identifier: MIT
// handbill plates: what each plate prints, and where there is how much ink.
#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "cli/commands.h"
#include "cli/ink_report.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/run.h"
#include "plates/from_pages.h"
#include "plates/heat.h"
#include "png/load_png.h"
#include "svg/write_svg.h"

namespace handbill::cli {
namespace {

namespace fs = std::filesystem;

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
    const std::string base = (fs::path(args_.folder) / name).string();
    for (std::size_t page = 0; page < print.pages.size(); ++page) {
      const std::string start = base + "-" + std::to_string(page + 1) + "-";
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

}  // namespace

int run(const PlatesArgs& args) {
  const auto project = project_or_message();
  if (!project) return 2;
  Run run = start(*project, args.check);
  const auto jobs = wanted_jobs(run);
  std::string text;
  std::optional<std::string> failed;
  if (names_differ(jobs, run)) {
    Progress progress(jobs.size());
    for (const Job& job : jobs) {
      const std::string name = job.name(run.args);
      progress.step(name);
      diag::Diagnostics diags;
      const Compiled compiled = compile_job(job, run, diags);
      std::vector<OutputFile> files;
      std::string report;
      if (compiled.pages) {
        const plates::Print print = plates::from_pages(*compiled.pages, run.fonts);
        std::vector<InkReport> reports;
        for (std::size_t page = 0; page < print.pages.size(); ++page) {
          reports.push_back(report_ink(print, page, ink_limit(*compiled.document), run.sources));
          report += in_words(reports.back());
        }
        files = Pictures(args, compiled, run, diags).draw(print, reports, name);
      }
      diag::Diagnostics errors;
      for (const diag::Diagnostic& each : diags.list()) {
        if (each.severity == diag::Severity::Error) errors.add(each);
      }
      if (!passes(errors, job, compiled, run)) continue;
      failed = write_files(files);
      if (failed) break;
      text += name + "\n" + report;
    }
  }
  print_messages(run, run.diags);
  if (args.check.messages == Messages::Text) std::fputs(text.c_str(), stdout);
  if (failed) {
    std::fprintf(stderr, "handbill: %s\n", failed->c_str());
    return 2;
  }
  return run.diags.has_errors() ? 1 : 0;
}

}  // namespace handbill::cli
