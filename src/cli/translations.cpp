// SPDX-License-Identifier: MIT
// translated, translations, new-language.
#include <algorithm>

#include "base/words.h"
#include "build/new_language.h"
#include "build/record_translations.h"
#include "build/today.h"
#include "build/translation_csv.h"
#include "build/translation_sheet.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "cli/tell.h"
#include "spec/words.h"

namespace handbill::cli {
namespace {

/// Messages and what was done; gives the exit code.
int finish(const build::Run& run, const std::vector<std::string>& told,
           const std::optional<std::string>& failure) {
  print_messages(run, run.diags, Painting::Auto);
  for (const std::string& line : told) say(line);
  if (failure) tell_failure(*failure, run);
  if (failure) return 2;
  return run.diags.has_errors() ? 1 : 0;
}

/// The work of a command in the project of the current folder.
template <class Work>
int in_project(const build::Request& request, const Work& work) {
  const auto project = project_or_message();
  if (!project) return 2;
  workspace::Workspace workspace = build::open_workspace(*project, request);
  build::Run run{workspace, request};
  return work(run);
}

void list(const std::vector<const build::LanguageText*>& chosen) {
  for (const build::LanguageText* each : chosen) {
    say(padded(build::state_word(*each), 16) + each->file->path + ": " + each->pair.path);
  }
}

int read_back(const TranslationsArgs& args, const build::LanguageTexts& texts, build::Run& run) {
  constexpr std::size_t kLargestSheet = std::size_t{4} << 20U;
  const auto today = build::today_of(args.request, run.diags);
  const diag::FileAnswer sheet = diag::read_named(args.from, kLargestSheet);
  if (!sheet.bytes) {
    run.diags.error(diag::DiagnosticId::WrongUse, {},
                    spec::quoted(args.from) + " can't be read, or is no sheet of up to 4 MiB");
  }
  if (!today || !sheet.bytes) return finish(run, {}, {});
  const build::Recording recording{args.role, records::Work::Reviewed, *today};
  const auto applied = build::apply_sheet(run.workspace.project, texts, args.from, *sheet.bytes,
                                          recording, run.sources, run.diags);
  return finish(run, applied.told, applied.failure);
}

int write_sheets(const TranslationsArgs& args, const build::LanguageTexts& texts,
                 const std::vector<const build::LanguageText*>& chosen, build::Run& run) {
  std::vector<std::string> told;
  build::FileIdentities inputs = run.files.identities();
  if (!args.csv.empty()) {
    const auto failure =
        build::publish_file(args.csv, build::translations_csv(chosen), inputs, run.diags);
    if (failure) return finish(run, told, failure);
    told.push_back(args.csv);
  }
  if (!args.pdf.empty()) {
    const auto today = build::today_of(args.request, run.diags);
    if (!today) return finish(run, told, {});
    auto pdf = build::translation_sheet(texts, chosen, *today, run, run.diags);
    const auto failure =
        pdf ? build::publish_file(args.pdf, std::move(*pdf), inputs, run.diags) : std::nullopt;
    if (failure) return finish(run, told, failure);
    if (pdf) told.push_back(args.pdf);
  }
  return finish(run, told, {});
}

}  // namespace

int run(const TranslatedArgs& args) {
  return in_project(args.request, [&](build::Run& run) {
    const world::Project& project = run.workspace.project;
    const auto today = build::today_of(args.request, run.diags);
    const auto texts =
        build::read_language(project, args.language, build::MustExist::Yes, run.sources, run.diags);
    if (!texts || !today) return finish(run, {}, {});
    const auto chosen = build::chosen_texts(*texts, args.words, run.diags);
    const auto work = args.is_reviewed ? records::Work::Reviewed : records::Work::Translated;
    const auto recorded =
        build::record_translations(project, *texts, chosen, {args.role, work, *today}, run.diags);
    return finish(run, recorded.told, recorded.failure);
  });
}

int run(const TranslationsArgs& args) {
  return in_project(args.request, [&](build::Run& run) {
    const auto texts = build::read_language(run.workspace.project, args.language,
                                            build::MustExist::Yes, run.sources, run.diags);
    if (!texts) return finish(run, {}, {});
    if (!args.from.empty()) return read_back(args, *texts, run);
    const auto chosen = build::chosen_texts(*texts, args.words, run.diags);
    if (run.diags.has_errors()) return finish(run, {}, {});
    if (args.csv.empty() && args.pdf.empty()) {
      list(chosen);
      return finish(run, {}, {});
    }
    return write_sheets(args, *texts, chosen, run);
  });
}

int run(const NewLanguageArgs& args) {
  return in_project(args.request, [&](build::Run& run) {
    const auto today = build::today_of(args.request, run.diags);
    if (!today) return finish(run, {}, {});
    const auto made =
        build::make_language(run.workspace.project, args.language, *today,
                             build::reader_for(args.request.reading), run.sources, run.diags);
    return finish(run, made.told, made.failure);
  });
}

}  // namespace handbill::cli
