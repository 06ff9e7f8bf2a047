// SPDX-License-Identifier: MIT
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>

#include "base/number.h"
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/judge_pdf.h"
#include "cli/output.h"
#include "cli/pdf_options.h"
#include "cli/progress.h"
#include "cli/run.h"
#include "content/unprinted.h"
#include "display/dump.h"
#include "document/resolve.h"
#include "layout/place.h"
#include "plates/dump.h"
#include "plates/from_pages.h"
#include "png/load_png.h"
#include "preview/fold_pictures.h"
#include "svg/write_svg.h"

namespace handbill::cli {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

std::string dump_stage(const Compiled& compiled, Stage stage, Run& run, diag::Diagnostics& diags) {
  switch (stage) {
    case Stage::Spec:
      return compiled.layout ? spec::dump(*compiled.layout, run.sources) : "";
    case Stage::Content:
      return compiled.content ? compiled.content->dump() : "";
    case Stage::Document:
      return compiled.document ? document::dump(*compiled.document, run.fonts) : "";
    case Stage::Fragments:
      return compiled.document ? layout::dump_fragments(*compiled.document, run.fonts, diags) : "";
    case Stage::Pages:
      return compiled.pages ? display::dump(*compiled.pages, run.fonts) : "";
    case Stage::Plates:
      return compiled.pages ? plates::dump(plates::from_pages(*compiled.pages, run.fonts)) : "";
  }
  return "";
}

/// The files of one document in one format; empty when writing reported an error.
std::vector<OutputFile> render(const Compiled& compiled, const Job& job, Format format,
                               const BuildArgs& args, const std::string& base, Run& run,
                               diag::Diagnostics& diags) {
  const display::PageList& pages = *compiled.pages;
  if (format == Format::Pdf) {
    auto bytes = write_job_pdf(compiled, job, run, diags);
    if (!bytes) return {};
    const auto& shop = compiled.document->shop;
    if (shop) judge_written(base + ".pdf", *bytes, *shop, diags);
    return {{base + ".pdf", std::move(*bytes)}};
  }
  if (format == Format::Dump) {
    return {{base + ".txt", dump_stage(compiled, args.stage, run, diags)}};
  }
  const bool numbered = args.shown == BuildArgs::Shown::Pages;
  const std::optional<display::PageList> folds =
      numbered ? std::nullopt
               : std::optional(preview::fold_pictures(*compiled.document, pages, run.fonts));
  const display::PageList& shown = folds ? *folds : pages;
  std::vector<OutputFile> files;
  for (std::size_t i = 0; i < shown.pages.size(); ++i) {
    const std::string page = base + "-" + (numbered ? std::to_string(i + 1) : shown.pages[i].name);
    if (format == Format::Svg) {
      files.push_back({page + ".svg", svg::write_svg(shown, i, run.fonts, compiled.press,
                                                     {.guides = args.guides})});
      continue;
    }
    auto bytes =
        png::write_png(shown, i, run.fonts, compiled.press,
                       {.pixels_per_inch = args.pixels_per_inch, .guides = args.guides}, diags);
    if (!bytes) return {};
    files.push_back({page + ".png", std::move(*bytes)});
  }
  return files;
}

std::string size_text(Size size) {
  const auto inches = [](Length length) { return format_number(length.inch(), 2); };
  return inches(size.width) + " × " + inches(size.height) + " in";
}

/// What was made of the text, for the line about the document.
std::string notes(const diag::Diagnostics& diags) {
  std::string result;
  for (const diag::Diagnostic& each : diags.list()) {
    if (is_summed_up(each)) result += "  " + each.message + "\n";
  }
  return result;
}

std::string summary(const std::string& name, const Compiled& compiled, Clock::duration took) {
  const auto& pages = compiled.pages->pages;
  const double ms = std::chrono::duration<double, std::milli>(took).count();
  return name + "  " + std::to_string(pages.size()) + (pages.size() == 1 ? " page  " : " pages  ") +
         size_text(pages.empty() ? Size{} : pages.front().trim) + "  " +
         (compiled.document->shop ? "for " + compiled.document->shop->name + "  " : "") +
         format_number(ms, 0) + " ms\n";
}

/// Content that no layout takes; all layouts have been read.
void report_unnamed_files(Run& run) {
  const diag::DiskFiles own({run.project.root});
  std::vector<std::string> languages = run.args.languages;
  if (languages.empty()) languages = {"en"};
  if (std::ranges::find(languages, "all") != languages.end()) {
    languages = project_languages(run.project);
  }
  for (const std::string& language : languages) {
    const std::string folder = "content/" + language;
    for (const std::string& name : own.list(folder)) {
      const std::string path = folder + "/" + name;
      if (!name.ends_with(".toml") || run.sources.find(path)) continue;
      run.diags.note(diag::DiagnosticId::NotPrinted, {},
                     "no layout names `" + path + "` in its `content`, so no document prints it");
    }
  }
}

}  // namespace

int run(const BuildArgs& args) {
  const auto project = project_or_message();
  if (!project) return 2;
  Run run = start(*project, args.check);
  const auto jobs = wanted_jobs(run);
  std::string lines;
  std::optional<std::string> failed;
  if (names_differ(jobs, run)) {
    Progress progress(jobs.size());
    for (const Job& job : jobs) {
      const std::string name = job.name(run.args);
      progress.step(name);
      const auto begin = Clock::now();
      diag::Diagnostics diags;
      const Compiled compiled = compile_job(job, run, diags);
      const bool dump_only = args.formats == std::vector{Format::Dump};
      std::vector<OutputFile> files;
      if (compiled.pages && !judged(diags, args.check).has_errors()) {
        for (const Format format : args.formats) {
          auto made = render(compiled, job, format, args, (fs::path(args.folder) / name).string(),
                             run, diags);
          for (OutputFile& file : made) files.push_back(std::move(file));
        }
      } else if (dump_only && args.stage < Stage::Pages) {
        // A dump of an early stage helps most when a later one fails.
        files.push_back({(fs::path(args.folder) / (name + ".txt")).string(),
                         dump_stage(compiled, args.stage, run, diags)});
        if (files.back().bytes.empty()) files.clear();
      }
      const bool good = passes(diags, job, compiled, run);
      if (!good && !dump_only) continue;
      failed = write_files(files);
      if (failed) break;
      if (good) lines += summary(name, compiled, Clock::now() - begin) + notes(diags);
    }
  }
  std::string note;
  print_messages(run, without_unfinished(run.diags, args.check.messages, note));
  if (args.check.messages == Messages::Text) std::fputs(lines.c_str(), stdout);
  std::fputs(note.c_str(), stderr);
  if (failed) {
    std::fprintf(stderr, "handbill: %s\n", failed->c_str());
    return 2;
  }
  return run.diags.has_errors() ? 1 : 0;
}

int run(const CheckArgs& args) {
  const auto project = project_or_message();
  if (!project) return 2;
  Run run = start(*project, args);
  std::size_t documents = 0;
  content::Unprinted unprinted;
  // What one document prints says nothing of the others.
  bool are_all = args.layouts.empty();
  for (const Job& job : wanted_jobs(run)) {
    diag::Diagnostics diags;
    const Compiled compiled = compile_job(job, run, diags);
    are_all = are_all && compiled.document;
    if (are_all) unprinted.add(*compiled.content_spec, compiled.document->printed);
    passes(diags, job, compiled, run);
    ++documents;
  }
  if (are_all) {
    unprinted.report(run.diags);
    report_unnamed_files(run);
  }
  print_messages(run, run.diags);
  if (args.messages == Messages::Text) {
    const auto count = [](std::size_t n, const char* what) {
      return std::to_string(n) + " " + what + (n == 1 ? "" : "s");
    };
    std::printf("%s checked: %s, %s\n", count(documents, "document").c_str(),
                count(run.diags.error_count(), "error").c_str(),
                count(run.diags.warning_count(), "warning").c_str());
  }
  return run.diags.has_errors() ? 1 : 0;
}

}  // namespace handbill::cli
