// SPDX-License-Identifier: MIT
#include "build/check_documents.h"
#include "build/approve.h"
#include "build/judge_words.h"
#include "build/language_texts.h"
#include "build/print_stacks.h"
#include "build/project_files.h"
#include "build/words_edition.h"

#include <algorithm>

#include "content/unprinted.h"

namespace handbill::build {
namespace {

constexpr std::string_view kNoticeFile = "notices";

std::vector<std::string> languages_of(const Run& run) {
  const std::vector<std::string>& asked = run.request.languages;
  if (asked.empty()) return {"en"};
  const bool are_all = std::ranges::find(asked, "all") != asked.end();
  return are_all ? project_languages(run.workspace.project) : asked;
}

/// Content that no layout takes; all layouts have been read.
void report_unnamed_files(Run& run) {
  const diag::DiskFiles own({run.workspace.project.root});
  for (const std::string& language : languages_of(run)) {
    const std::string folder = "content/" + language;
    for (const std::string& name : own.list(folder)) {
      const std::string path = folder + "/" + name;
      if (!name.ends_with(".toml") || run.sources.find(path)) continue;
      run.diags.note(diag::DiagnosticId::NotPrinted, {},
                     "no layout names `" + path + "` in its `content`, so no document prints it");
    }
  }
}

/// Notices ask to be printed, so their file is read though no layout names it.
void add_unnamed_notices(Run& run, content::Unprinted& unprinted) {
  const diag::DiskFiles own({run.workspace.project.root});
  for (const std::string& language : languages_of(run)) {
    const std::string path = "content/" + language + "/" + std::string(kNoticeFile) + ".toml";
    if (own.read(path).state == diag::FileState::Missing || run.sources.find(path)) continue;
    spec::LayoutSpec names_it;
    names_it.language = spec::Text{language};
    names_it.content = {spec::Text{std::string(kNoticeFile)}};
    spec::ContentSpec written =
        spec::parse_content(run.files, names_it, {}, run.sources, run.diags);
    const auto content = content::Content::check(std::move(written), run.diags);
    unprinted.add(content, {});
  }
}

/// Which words the texts of other languages were made from.
void tell_translations(Run& run) {
  const world::Project& project = run.workspace.project;
  const std::string source = source_language_of(project, run.sources);
  for (const std::string& language : languages_of(run)) {
    if (language == source) continue;
    diag::Diagnostics unheard;  // files that can't be read have been told with their documents
    const auto texts = read_language(project, language, MustExist::Yes, run.sources, unheard);
    if (texts) tell_records(*texts, run.diags);
  }
}

}  // namespace

std::size_t check_documents(Run& run) {
  const std::vector<Job> jobs = wanted_jobs(run);
  content::Unprinted unprinted;
  // What one document prints says nothing of the others.
  bool are_all = run.request.layouts.empty();
  WordJudge words(run);
  PrintJudge prints(run);
  for (const Job& job : jobs) {
    diag::Diagnostics found;
    const bool is_done = guarded(job, run, found, [&] {
      diag::Diagnostics diags;
      const auto product = compile_job(job, run, diags);
      const Compiled& compiled = *product;
      diags.add_all(words.judge(job, product));
      check_words_edition(compiled, diags);
      prints.see(job, product);
      tell_look(compiled, run, diags);
      are_all = are_all && compiled.document;
      if (are_all) unprinted.add(*compiled.content, compiled.document->printed);
      found = told_of(diags, job, compiled, run);
    });
    are_all = are_all && is_done;
    passes(found, run);
  }
  passes(words.compare(), run);
  passes(words.close(), run);
  report_prints(prints.judge(), run.diags);
  if (are_all) {
    add_unnamed_notices(run, unprinted);
    unprinted.report(run.diags);
    report_unnamed_files(run);
    tell_translations(run);
  }
  run.new_settings.report(run.diags);
  return jobs.size();
}

}  // namespace handbill::build
