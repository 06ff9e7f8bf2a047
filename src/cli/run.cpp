// SPDX-License-Identifier: MIT
#include "cli/run.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "cli/print.h"
#include "cli/version.h"
#include "color/profile_folders.h"
#include "diag/guarded.h"
#include "diag/render_sarif.h"
#include "spec/fact_path.h"

namespace handbill::cli {
namespace {

/// The fact that stands at the place of a diagnostic, or at one that explains it.
std::string fact_of(const diag::Diagnostic& diagnostic, const spec::FactPaths& facts) {
  std::string path = facts.path_of(diagnostic.span);
  for (const diag::Label& label : diagnostic.labels) {
    if (path.empty()) path = facts.path_of(label.span);
  }
  return path;
}

}  // namespace

std::optional<Project> project_or_message() {
  auto project = find_project(".");
  if (const auto folder = lacks_layouts(".")) {
    complain("handbill: " + *folder + " has a `content` folder, but no `layouts` folder");
    complain(" hint: names must agree to the letter; `handbill init` makes new layouts elsewhere");
  } else if (!project) {
    complain(
        "handbill: no project here: no folder from this one upwards has a `layouts` folder in it");
    complain(" hint: `handbill init my-clinic` makes a new one");
  }
  return project;
}

std::shared_ptr<confined::Reader> reader_for(Reading reading,
                                             std::vector<confined::Opener> to_open) {
  return reading == Reading::Apart ? confined::reader_apart(std::move(to_open))
                                   : confined::reader_here();
}

Run start(const Project& project, const CheckArgs& args, std::vector<confined::Opener> to_open) {
  // First of all: what is there by then is copied.
  const std::shared_ptr<confined::Reader> reader = reader_for(args.reading, std::move(to_open));
  std::vector<std::string> folders = font::machine_font_folders();
  return {project,
          args,
          manifest::RecordedFiles(project.files()),
          reader,
          color::Preview::without_profile(),
          font::FontBook(std::move(folders), reader),
          text::HyphenBook(text::machine_hyphen_folders()),
          document::ShopBook(color::profile_folders()),
          picture::PictureBook(reader),
          {},
          {},
          {}};
}

namespace {

/// A file that can't be read is told once, however many documents name it.
bool is_told_of_file(const diag::Diagnostic& found, const diag::Diagnostics& told) {
  using enum diag::DiagnosticId;
  constexpr std::array kAboutFiles = {FileMissing, FileUnreadable, OutsideProject, TooLarge};
  if (std::ranges::find(kAboutFiles, found.id) == kAboutFiles.end()) return false;
  return std::ranges::any_of(told.list(), [&](const diag::Diagnostic& each) {
    return each.id == found.id && each.message == found.message;
  });
}

}  // namespace

Compiled compile_job(const Job& job, Run& run, diag::Diagnostics& diags) {
  run.files.start_document();
  Compiled compiled = compile({.files = run.files,
                               .layout = job.layout,
                               .settings = run.args.settings,
                               .press = run.press,
                               .hyphens = run.hyphens,
                               .shops = run.shops,
                               .pictures = run.pictures,
                               .trim = run.args.trim,
                               .language = job.language,
                               .shop = job.shop,
                               .imposition = run.args.imposition,
                               .repairs = run.args.fix ? Repairs::All : Repairs::AsShop},
                              run.fonts, run.sources, diags);
  run.new_settings.add(compiled);
  return compiled;
}

namespace {

/// What is well enough for a proof, and must not go to press.
bool is_error_in_print(diag::DiagnosticId id) {
  using enum diag::DiagnosticId;
  constexpr diag::DiagnosticId kOfPrint[] = {
      DraftContent,    BlankFact, LowContrast, CoarsePicture, Hairline,
      FontSubstituted, FaceLost,  LineShort,   ColumnShort,   WordSplit};
  return std::ranges::find(kOfPrint, id) != std::end(kOfPrint);
}

}  // namespace

diag::Diagnostics judged(const diag::Diagnostics& found, const CheckArgs& args) {
  diag::Diagnostics result;
  for (diag::Diagnostic each : found.list()) {
    const bool warns = each.severity == diag::Severity::Warning;
    const bool denied = args.deny_warnings || (args.final && is_error_in_print(each.id));
    if (warns && denied) each.severity = diag::Severity::Error;
    result.add(std::move(each));
  }
  return result;
}

diag::Diagnostics told_of(const diag::Diagnostics& found, const Job& job, const Compiled& compiled,
                          const Run& run) {
  diag::Diagnostics result;
  std::optional<spec::FactPaths> facts;
  const bool is_for_programs = run.args.messages == Messages::Json || !run.args.sarif.empty();
  if (is_for_programs && compiled.content) facts.emplace(compiled.content->as_read());
  for (diag::Diagnostic each : found.list()) {
    each.documents = {job.name(run.args)};
    if (facts) each.fact = fact_of(each, *facts);
    result.add(std::move(each));
  }
  return result;
}

bool guarded(const Job& job, const Run& run, diag::Diagnostics& diags,
             const std::function<void()>& work) {
  diag::Diagnostics faults;
  if (diag::guarded(faults, work)) return true;
  const std::string name = job.name(run.args);
  for (diag::Diagnostic each : faults.list()) {
    each.message = "`" + name + "` could not be made: " + each.message;
    each.documents = {name};
    diags.add(std::move(each));
  }
  return false;
}

bool passes(const diag::Diagnostics& found, Run& run) {
  const diag::Diagnostics result = judged(found, run.args);
  for (const diag::Diagnostic& each : result.list()) {
    if (!is_told_of_file(each, run.diags)) run.diags.add(each);
  }
  return !result.has_errors();
}

bool is_summed_up(const diag::Diagnostic& diagnostic) {
  return diagnostic.severity == diag::Severity::Note && !diagnostic.area &&
         diagnostic.id != diag::DiagnosticId::Repaired &&
         diagnostic.id != diag::DiagnosticId::WaiverUnused;
}

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
    } else if (!is_summed_up(each) || messages == Messages::Json) {
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
  note += " (`handbill check` lists them)";
  return rest;
}

void print_messages(const Run& run, const diag::Diagnostics& diags) {
  if (run.args.messages == Messages::Json) {
    print_text(diag::render_json(diags, run.sources));
    return;
  }
  print_rendered(diag::render(diags, run.sources, paint_of(run.args.color)));
}

diag::Paint paint_of(Painting color) {
  const char* const no_color = std::getenv("NO_COLOR");
  const bool is_unwanted = no_color != nullptr && *no_color != '\0';
  const bool is_painted = color == Painting::Auto ? ::isatty(STDERR_FILENO) == 1 && !is_unwanted
                                                  : color == Painting::Always;
  return is_painted ? diag::Paint::Ansi : diag::Paint::Plain;
}

std::optional<std::string> write_sarif(Run& run, const Inputs& written) {
  if (run.args.sarif.empty()) return std::nullopt;
  Inputs inputs = run.files.identities();
  inputs.insert(written.begin(), written.end());
  const std::string report = diag::render_sarif({{"", run.diags}}, run.sources, kVersion);
  return publish_file(run.args.sarif, report, inputs, run.diags);
}

void add_failure(const std::string& what, Run& run) {
  if (run.args.messages == Messages::Json) {
    run.diags.error(diag::DiagnosticId::WriteFailed, {}, what);
  }
}

void tell_failure(const std::string& what, const Run& run) {
  if (run.args.messages == Messages::Text) complain("handbill: " + what);
}

}  // namespace handbill::cli
