// SPDX-License-Identifier: MIT
#include "cli/tell.h"

#include <unistd.h>

#include <cstdlib>
#include <utility>

#include "cli/print.h"
#include "cli/progress.h"
#include "diag/render.h"
#include "diag/render_github.h"

namespace handbill::cli {
namespace {

/// While one works, a build does not repeat every blank and draft: `check` does, and `note` says
/// how many there are. Notes stand with the document they are about.
diag::Diagnostics without_unfinished(const diag::Diagnostics& all, build::Audience audience,
                                     std::string& note) {
  diag::Diagnostics rest;
  std::size_t blanks = 0, drafts = 0;
  for (const diag::Diagnostic& each : all.list()) {
    const bool warning = each.severity == diag::Severity::Warning;
    if (warning && each.id == diag::DiagnosticId::BlankFact) {
      ++blanks;
    } else if (warning && each.id == diag::DiagnosticId::DraftContent) {
      ++drafts;
    } else if (!build::is_summed_up(each) || audience != build::Audience::People) {
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

int tell(const build::Published& published, const build::Run& run, Painting color) {
  std::string note;
  print_messages(run, without_unfinished(run.diags, run.request.audience, note), color);
  if (run.request.audience == build::Audience::People) {
    for (const std::string& line : published.told) say(line);
  }
  if (!note.empty()) complain(note);
  if (published.failure) {
    tell_failure(*published.failure, run);
    return 2;
  }
  if (published.held_back) {
    complain(
        "nothing was written, so that no document is newer than another (`--keep-going` writes "
        "those without errors)");
  }
  return run.diags.has_errors() ? 1 : 0;
}

}  // namespace

std::optional<world::Project> project_or_message() {
  auto project = world::find_project(".");
  if (const auto folder = world::lacks_layouts(".")) {
    complain("handbill: " + *folder + " has a `content` folder, but no `layouts` folder");
    complain(" hint: names must agree to the letter; `handbill init` makes new layouts elsewhere");
  } else if (!project) {
    complain(
        "handbill: no project here: no folder from this one upwards has a `layouts` folder in it");
    complain(" hint: `handbill init my-clinic` makes a new one");
  }
  return project;
}

void print_messages(const build::Run& run, const diag::Diagnostics& diags, Painting color) {
  switch (run.request.audience) {
    case build::Audience::People:
      return print_rendered(diag::render(diags, run.sources, paint_of(color)));
    case build::Audience::Programs:
      return print_text(diag::render_json(diags, run.sources));
    case build::Audience::Workflow:
      return print_text(diag::render_github(diags, run.sources));
  }
}

void print_messages_of_work(const build::Run& run, Painting color) {
  std::string note;
  print_messages(run, without_unfinished(run.diags, run.request.audience, note), color);
  if (!note.empty()) complain(note);
}

diag::Paint paint_of(Painting color) {
  const char* const no_color = std::getenv("NO_COLOR");
  const bool is_unwanted = no_color != nullptr && *no_color != '\0';
  const bool is_painted = color == Painting::Auto ? ::isatty(STDERR_FILENO) == 1 && !is_unwanted
                                                  : color == Painting::Always;
  return is_painted ? diag::Paint::Ansi : diag::Paint::Plain;
}

void tell_failure(const std::string& what, const build::Run& run) {
  if (run.request.audience == build::Audience::People) complain("handbill: " + what);
}

int publish_and_tell(build::Run& run, build::Publish publish, build::Durability durability,
                     std::function<build::Made(const build::Job&, build::Run&)> make,
                     Painting color) {
  std::optional<Progress> progress;
  build::Maker maker{std::move(make)};
  maker.begins = [&](const std::string& name, std::size_t, std::size_t of) {
    if (!progress) progress.emplace(of);
    progress->step(name);
  };
  const build::Published published = build::publish_documents(run, publish, durability, maker);
  progress.reset();
  return tell(published, run, color);
}

}  // namespace handbill::cli
