// SPDX-License-Identifier: MIT
#include "build/check_documents.h"
#include "build/judge_words.h"
#include "build/project_files.h"
#include "build/words_edition.h"

#include <algorithm>

#include "content/unprinted.h"

namespace handbill::build {
namespace {

/// Content that no layout takes; all layouts have been read.
void report_unnamed_files(Run& run) {
  const diag::DiskFiles own({run.workspace.project.root});
  std::vector<std::string> languages = run.request.languages;
  if (languages.empty()) languages = {"en"};
  if (std::ranges::find(languages, "all") != languages.end()) {
    languages = project_languages(run.workspace.project);
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

std::size_t check_documents(Run& run) {
  const std::vector<Job> jobs = wanted_jobs(run);
  content::Unprinted unprinted;
  // What one document prints says nothing of the others.
  bool are_all = run.request.layouts.empty();
  WordJudge words(run);
  for (const Job& job : jobs) {
    diag::Diagnostics found;
    const bool is_done = guarded(job, run, found, [&] {
      diag::Diagnostics diags;
      const auto product = compile_job(job, run, diags);
      const Compiled& compiled = *product;
      diags.add_all(words.judge(job, product));
      check_words_edition(compiled, diags);
      are_all = are_all && compiled.document;
      if (are_all) unprinted.add(compiled.content->as_read(), compiled.document->printed);
      found = told_of(diags, job, compiled, run);
    });
    are_all = are_all && is_done;
    passes(found, run);
  }
  passes(words.compare(), run);
  if (are_all) {
    unprinted.report(run.diags);
    report_unnamed_files(run);
  }
  run.new_settings.report(run.diags);
  return jobs.size();
}

}  // namespace handbill::build
