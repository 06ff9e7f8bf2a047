// SPDX-License-Identifier: MIT
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <set>

#include "base/nearest.h"
#include "base/number.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/project.h"
#include "compile.h"
#include "diag/render.h"
#include "display/dump.h"
#include "document/resolve.h"
#include "layout/place.h"
#include "pdf/write_pdf.h"
#include "plates/dump.h"
#include "plates/from_pages.h"
#include "png/load_png.h"
#include "svg/write_svg.h"

namespace handbill::cli {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

/// One run of build or check over a project.
struct Run {
  const Project& project;
  const CheckArgs& args;
  diag::DiskFiles files;
  color::Preview press = color::Preview::without_profile();
  font::FontBook fonts;
  text::HyphenBook hyphens;
  diag::SourceMap sources;
  diag::Diagnostics diags;
};

std::string stem(const std::string& layout) { return fs::path(layout).stem().string(); }

/// "hours-placard", "hours-placard.toml" or "layouts/hours-placard.toml", seen from the project.
std::optional<std::string> find_layout(const std::string& named, Run& run) {
  const std::string with_ending = named.ends_with(".toml") ? named : named + ".toml";
  const std::string inside = fs::path(with_ending).lexically_normal().string();
  for (const std::string& path : {inside, "layouts/" + inside}) {
    if (run.files.read(path)) return path;
  }
  // A path from the current folder may name a file of the project too.
  std::error_code error;
  const fs::path relative = fs::relative(with_ending, run.project.root, error);
  if (!error && run.files.read(relative.string())) return relative.string();
  std::vector<std::string> known;
  for (const std::string& layout : project_layouts(run.project)) known.push_back(stem(layout));
  std::vector<std::string> hints;
  if (const auto near = nearest(named, known)) {
    hints.push_back("did you mean `" + *near + "`?");
  } else if (!known.empty()) {
    std::string all = "the project has";
    for (const std::string& each : known) all += (all.ends_with("has") ? " `" : ", `") + each + "`";
    hints.push_back(std::move(all));
  }
  run.diags.error(diag::DiagnosticId::FileMissing, {}, "there is no layout `" + named + "`",
                  std::move(hints));
  return std::nullopt;
}

std::vector<std::string> wanted_layouts(Run& run) {
  if (run.args.layouts.empty()) {
    auto all = project_layouts(run.project);
    if (all.empty()) {
      run.diags.error(diag::DiagnosticId::NoProject, {},
                      "the project has no layout with a `[[side]]`");
    }
    return all;
  }
  std::vector<std::string> found;
  for (const std::string& named : run.args.layouts) {
    auto path = find_layout(named, run);
    if (path && std::ranges::find(found, *path) == found.end()) found.push_back(std::move(*path));
  }
  return found;
}

/// Before a print order, what is only a warning while one works becomes an error.
diag::Diagnostics judged(const diag::Diagnostics& found, const CheckArgs& args) {
  diag::Diagnostics result;
  for (diag::Diagnostic each : found.list()) {
    const bool unfinished =
        each.id == diag::DiagnosticId::DraftContent || each.id == diag::DiagnosticId::BlankFact;
    const bool denied = args.deny_warnings && each.severity == diag::Severity::Warning;
    if (denied || (args.final && unfinished)) each.severity = diag::Severity::Error;
    result.add(std::move(each));
  }
  return result;
}

/// Adds what one document has to say; true when it may be written.
bool passes(const diag::Diagnostics& found, Run& run) {
  const diag::Diagnostics result = judged(found, run.args);
  for (const diag::Diagnostic& each : result.list()) run.diags.add(each);
  return !result.has_errors();
}

/// "a3 landscape" as part of a file name: "-a3-landscape".
std::string trim_suffix(const std::string& trim) {
  std::string suffix;
  if (!trim.empty()) suffix += '-';
  for (const char c : trim) {
    const bool is_gap = c == ' ' || c == '/';
    if (!is_gap) suffix += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (is_gap && !suffix.ends_with('-')) suffix += '-';
  }
  return suffix;
}

/// A layout in one of the languages asked for.
struct Job {
  std::string layout;
  std::string language;  ///< empty: the layout's own

  /// What its files are called: "hours-placard", "hours-placard.es", on another sheet
  /// "hours-placard-a3".
  std::string name(const std::string& trim) const {
    return stem(layout) + trim_suffix(trim) + (language.empty() ? "" : "." + language);
  }
};

std::vector<std::string> wanted_languages(Run& run) {
  std::vector<std::string> languages;
  const auto add = [&](const std::string& language) {
    if (std::ranges::find(languages, language) == languages.end()) languages.push_back(language);
  };
  const auto known = project_languages(run.project);
  for (const std::string& asked : run.args.languages) {
    if (asked == "all") {
      for (const std::string& each : known) add(each);
    } else if (std::ranges::find(known, asked) != known.end()) {
      add(asked);
    } else {
      std::vector<std::string> hints;
      for (const std::string& each : known) {
        if (hints.empty()) hints.push_back("there is");
        hints.back() += " `content/" + each + "`";
      }
      run.diags.error(diag::DiagnosticId::FileMissing, {},
                      "there is no folder `content/" + asked + "`", std::move(hints));
    }
  }
  return languages;
}

std::vector<Job> wanted_jobs(Run& run) {
  std::vector<Job> jobs;
  const auto languages = wanted_languages(run);
  if (languages.empty() && !run.args.languages.empty()) return jobs;
  for (const std::string& layout : wanted_layouts(run)) {
    if (languages.empty()) jobs.push_back({layout, {}});
    for (const std::string& language : languages) jobs.push_back({layout, language});
  }
  return jobs;
}

Compiled compile_job(const Job& job, Run& run, diag::Diagnostics& diags) {
  return compile({.files = run.files,
                  .layout = job.layout,
                  .settings = run.args.settings,
                  .press = run.press,
                  .hyphens = run.hyphens,
                  .trim = run.args.trim,
                  .purpose = run.args.final ? content::Purpose::Print : content::Purpose::Proof,
                  .language = job.language},
                 run.fonts, run.sources, diags);
}

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
std::vector<OutputFile> render(const Compiled& compiled, Format format, const BuildArgs& args,
                               const std::string& base, Run& run, diag::Diagnostics& diags) {
  const display::PageList& pages = *compiled.pages;
  if (format == Format::Pdf) {
    auto bytes = pdf::write_pdf(pages, run.fonts, {}, diags);
    if (!bytes) return {};
    return {{base + ".pdf", std::move(*bytes)}};
  }
  if (format == Format::Dump) {
    return {{base + ".txt", dump_stage(compiled, args.stage, run, diags)}};
  }
  std::vector<OutputFile> files;
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    const std::string page = base + "-" + std::to_string(i + 1);
    if (format == Format::Svg) {
      files.push_back(
          {page + ".svg", svg::write_svg(pages, i, run.fonts, run.press, {.guides = args.guides})});
      continue;
    }
    auto bytes =
        png::write_png(pages, i, run.fonts, run.press,
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
    if (each.severity == diag::Severity::Note) result += "  " + each.message + "\n";
  }
  return result;
}

std::string summary(const std::string& name, const Compiled& compiled, Clock::duration took) {
  const auto& pages = compiled.pages->pages;
  const double ms = std::chrono::duration<double, std::milli>(took).count();
  return name + "  " + std::to_string(pages.size()) + (pages.size() == 1 ? " page  " : " pages  ") +
         size_text(pages.empty() ? Size{} : pages.front().trim) + "  " + format_number(ms, 0) +
         " ms\n";
}

/// Two layouts of one name (in different folders) must not overwrite each other.
bool names_differ(const std::vector<Job>& jobs, Run& run) {
  std::set<std::string> seen;
  for (const Job& job : jobs) {
    if (seen.insert(job.name({})).second) continue;
    run.diags.error(diag::DiagnosticId::DuplicateName, {},
                    "two of the layouts are called `" + stem(job.layout) + "`",
                    {"build them one at a time, into folders of their own"});
    return false;
  }
  return true;
}

void print_messages(const Run& run, const diag::Diagnostics& diags) {
  if (run.args.messages == Messages::Json) {
    std::fputs(diag::render_json(diags, run.sources).c_str(), stdout);
    return;
  }
  const auto paint = ::isatty(STDERR_FILENO) == 1 ? diag::Paint::Ansi : diag::Paint::Plain;
  std::fputs(diag::render(diags, run.sources, paint).c_str(), stderr);
}

/// While one works, a build does not repeat every blank and draft: `check` does. Notes stand with
/// the document they are about.
diag::Diagnostics without_unfinished(const diag::Diagnostics& all, Messages messages,
                                     std::string& note) {
  diag::Diagnostics rest;
  std::size_t blanks = 0, drafts = 0;
  for (const diag::Diagnostic& each : all.list()) {
    const bool warning = each.severity == diag::Severity::Warning;
    if (warning && each.id == diag::DiagnosticId::BlankFact) {
      ++blanks;
    } else if (warning && each.id == diag::DiagnosticId::DraftContent) {
      ++drafts;
    } else if (each.severity != diag::Severity::Note || messages == Messages::Json) {
      rest.add(each);
    }
  }
  const auto count = [](std::size_t n, const char* one, const char* many) {
    return std::to_string(n) + (n == 1 ? one : many);
  };
  if (blanks + drafts == 0) return rest;
  note = "not ready for print:";
  if (blanks > 0) note += " " + count(blanks, " fact is blank", " facts are blank");
  if (blanks > 0 && drafts > 0) note += ",";
  if (drafts > 0)
    note += " " + count(drafts, " content file is a draft", " content files are drafts");
  note += " (`handbill check` lists them)\n";
  return rest;
}

std::optional<Project> project_or_message() {
  auto project = find_project(".");
  if (!project) {
    std::fputs(
        "handbill: no project here: no folder from this one upwards has a `layouts` folder in it\n"
        " hint: `handbill init my-clinic` makes a new one\n",
        stderr);
  }
  return project;
}

Run start(const Project& project, const CheckArgs& args) {
  std::vector<std::string> folders = font::machine_font_folders();
  return {project,
          args,
          project.files(),
          color::Preview::without_profile(),
          font::FontBook(std::move(folders)),
          text::HyphenBook(text::machine_hyphen_folders()),
          {},
          {}};
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
      const std::string name = job.name(run.args.trim);
      progress.step(name);
      const auto begin = Clock::now();
      diag::Diagnostics diags;
      const Compiled compiled = compile_job(job, run, diags);
      const bool dump_only = args.formats == std::vector{Format::Dump};
      std::vector<OutputFile> files;
      if (compiled.pages && !judged(diags, args.check).has_errors()) {
        for (const Format format : args.formats) {
          auto made =
              render(compiled, format, args, (fs::path(args.folder) / name).string(), run, diags);
          for (OutputFile& file : made) files.push_back(std::move(file));
        }
      } else if (dump_only && args.stage < Stage::Pages) {
        // A dump of an early stage helps most when a later one fails.
        files.push_back({(fs::path(args.folder) / (name + ".txt")).string(),
                         dump_stage(compiled, args.stage, run, diags)});
        if (files.back().bytes.empty()) files.clear();
      }
      const bool good = passes(diags, run);
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
  for (const Job& job : wanted_jobs(run)) {
    diag::Diagnostics diags;
    compile_job(job, run, diags);
    passes(diags, run);
    ++documents;
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
