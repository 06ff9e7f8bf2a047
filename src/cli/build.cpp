// SPDX-License-Identifier: MIT
#include <algorithm>
#include <chrono>

#include "base/number.h"
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/judge_pdf.h"
#include "cli/output_set.h"
#include "cli/pdf_options.h"
#include "cli/pdf_work.h"
#include "cli/print.h"
#include "cli/publish.h"
#include "cli/run.h"
#include "cli/stale_output.h"
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

using Clock = std::chrono::steady_clock;

bool is_dump_only(const BuildArgs& args) { return args.formats == std::vector{Format::Dump}; }

std::string text_of_stage(const Compiled& compiled, Stage stage, Run& run,
                          diag::Diagnostics& diags) {
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

/// With what the document was read from; empty: the stage was not reached.
std::string dump_stage(const Compiled& compiled, Stage stage, Run& run, diag::Diagnostics& diags) {
  const std::string text = text_of_stage(compiled, stage, run, diags);
  return text.empty() ? text : dump_inputs(run.files.used()) + text;
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
    if (shop)
      judge_written(path_in(args.check.folder, base + ".pdf"), *bytes, *shop, *run.reader, diags);
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

/// What was made of the text, below the line about the document.
void add_notes(const diag::Diagnostics& diags, std::vector<std::string>& lines) {
  for (const diag::Diagnostic& each : diags.list()) {
    if (is_summed_up(each)) lines.push_back("  " + each.message);
  }
}

std::string summary(const std::string& name, const Compiled& compiled, Clock::duration took) {
  const auto& pages = compiled.pages->pages;
  const double ms = std::chrono::duration<double, std::milli>(took).count();
  return name + "  " + std::to_string(pages.size()) + (pages.size() == 1 ? " page  " : " pages  ") +
         size_text(pages.empty() ? Size{} : pages.front().trim) + "  " +
         (compiled.document->shop ? "for " + compiled.document->shop->name + "  " : "") +
         format_number(ms, 0) + " ms";
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

/// What `build` writes of one document.
Made make_files(const Job& job, const BuildArgs& args, Run& run) {
  const std::string name = job.name(run.args);
  const auto begin = Clock::now();
  Made made;
  const Compiled compiled = compile_job(job, run, made.diags);
  if (compiled.pages && !judged(made.diags, args.check).has_errors()) {
    for (const Format format : args.formats) {
      auto files = render(compiled, job, format, args, name, run, made.diags);
      for (OutputFile& file : files) made.files.push_back(std::move(file));
    }
    made.told = {summary(name, compiled, Clock::now() - begin)};
    add_notes(made.diags, made.told);
  } else if (is_dump_only(args) && args.stage < Stage::Pages) {
    // A dump of an early stage helps most when a later one fails.
    std::string text = dump_stage(compiled, args.stage, run, made.diags);
    if (!text.empty()) made.files.push_back({name + ".txt", std::move(text)});
  }
  made.diags = told_of(made.diags, job, compiled, run);
  return made;
}

/// PDFs for a shop are read back.
std::vector<confined::Opener> opened_for(const BuildArgs& args) {
  const bool has_pdf = std::ranges::find(args.formats, Format::Pdf) != args.formats.end();
  const bool has_shop =
      std::ranges::any_of(args.check.shops, [](const std::string& shop) { return shop != "none"; });
  if (has_pdf && has_shop) return {open_preflight};
  return {};
}

}  // namespace

int run(const BuildArgs& args) {
  const auto project = project_or_message();
  if (!project) return 2;
  Run run = start(*project, args.check, opened_for(args));
  return publish_documents(run, is_dump_only(args) ? Publish::Always : Publish::Whole,
                           args.check.final ? Durability::OnDisk : Durability::Cached,
                           [&](const Job& job) { return make_files(job, args, run); });
}

namespace {

/// Gives the number of documents.
std::size_t check_documents(Run& run) {
  const std::vector<Job> jobs = wanted_jobs(run);
  content::Unprinted unprinted;
  // What one document prints says nothing of the others.
  bool are_all = run.args.layouts.empty();
  for (const Job& job : jobs) {
    diag::Diagnostics found;
    const bool is_done = guarded(job, run, found, [&] {
      diag::Diagnostics diags;
      const Compiled compiled = compile_job(job, run, diags);
      are_all = are_all && compiled.document;
      if (are_all) unprinted.add(compiled.content->as_read(), compiled.document->printed);
      found = told_of(diags, job, compiled, run);
    });
    are_all = are_all && is_done;
    passes(found, run);
  }
  if (are_all) {
    unprinted.report(run.diags);
    report_unnamed_files(run);
  }
  return jobs.size();
}

}  // namespace

int run(const CheckArgs& args) {
  const auto project = project_or_message();
  if (!project) return 2;
  Run run = start(*project, args);
  const std::size_t documents = check_documents(run);
  run.new_settings.report(run.diags);
  report_unfinished_output(run);
  report_stale_output({}, run);
  const auto failure = write_sarif(run, {});
  if (failure) add_failure(*failure, run);
  print_messages(run, run.diags);
  if (args.messages == Messages::Text) {
    say(counted(documents, "document") + " checked: " + counted(run.diags.error_count(), "error") +
        ", " + counted(run.diags.warning_count(), "warning"));
  }
  if (failure) tell_failure(*failure, run);
  if (failure) return 2;
  return run.diags.has_errors() ? 1 : 0;
}

}  // namespace handbill::cli
