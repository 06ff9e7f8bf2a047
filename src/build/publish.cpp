// SPDX-License-Identifier: MIT
#include "build/publish.h"

#include <set>

#include "build/crew.h"
#include "build/judge_words.h"
#include "build/report_mended.h"
#include "build/stale_output.h"

namespace handbill::build {
namespace {

using diag::DiagnosticId;

/// Two documents may come upon one name: `hours-1`, and page 1 of `hours`.
bool are_new(const std::vector<OutputFile>& files, std::set<std::string>& names, Run& run) {
  for (const OutputFile& file : files) {
    if (names.insert(file.name).second) continue;
    run.diags.error(DiagnosticId::DuplicateName, {},
                    "two documents would be written to `" + file.name + "`",
                    {"build them one at a time, into folders of their own"});
    return false;
  }
  return true;
}

/// The documents of one run.
class Publication {
 public:
  Publication(Run& run, Publish publish, Durability durability)
      : run_(run), publish_(publish), set_(run.request.folder, durability) {}

  void make_all(const Maker& maker) {
    make_documents(run_, publish_, maker, [&](Made& made, Soundness soundness) {
      failure_ = set_.add(made.files);
      if (failure_) return Next::Stop;
      if (soundness == Soundness::Faulty) return Next::GoOn;
      told_.insert(told_.end(), made.told.begin(), made.told.end());
      has_good_ = true;
      return Next::GoOn;
    });
  }

  /// Puts the set in place, unless a document of it is missing.
  void publish() {
    if (failure_) return;
    run_.new_settings.report(run_.diags);
    report_stale_output(set_.names(), run_);
    is_published_ =
        !run_.diags.has_errors() || run_.request.keep_going || publish_ == Publish::Always;
    if (is_published_) failure_ = set_.publish(run_.files.identities());
  }

  Published finish() {
    const auto failed = write_messages(run_, written());
    if (!failure_) failure_ = failed;
    if (failure_) add_failure(*failure_, run_);
    const bool is_done = is_published_ && !failure_;
    return {std::move(failure_), is_done ? std::move(told_) : std::vector<std::string>(),
            !is_done && has_good_};
  }

 private:
  FileIdentities written() const {
    FileIdentities files;
    for (const std::string& name : set_.names()) {
      const auto file = diag::identity_of(path_in(set_.folder(), name));
      if (is_published_ && file) files.insert(*file);
    }
    return files;
  }

  Run& run_;
  Publish publish_;
  OutputSet set_;
  std::vector<std::string> told_;
  bool has_good_ = false;
  bool is_published_ = false;
  std::optional<std::string> failure_;
};

}  // namespace

void make_documents(Run& run, Publish publish, const Maker& maker,
                    const std::function<Next(Made&, Soundness)>& take) {
  const std::vector<Job> jobs = wanted_jobs(run);
  if (!names_differ(jobs, run)) return;
  std::set<std::string> names;
  std::optional<Crew> crew;
  if (jobs.size() > 1 && !run.beside.empty()) crew.emplace(jobs, maker, run);
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    if (maker.begins) maker.begins(jobs[i].name(run.request), i, jobs.size());
    Made made = crew ? crew->take() : make_guarded(jobs[i], maker, run);
    const bool is_good = passes(made.diags, run);
    if ((!is_good && publish == Publish::Whole) || !are_new(made.files, names, run)) continue;
    if (take(made, is_good ? Soundness::Good : Soundness::Faulty) == Next::Stop) break;
  }
  if (crew) crew->finish();
}

Published publish_documents(Run& run, Publish publish, Durability durability, const Maker& maker) {
  const Mended mended = mend_output(run.request.folder);
  diag::Diagnostics found;
  report_mended(mended, run.request.folder, found);
  passes(found, run);
  if (mended.failure) {
    add_failure(*mended.failure, run);
    return {.failure = mended.failure};
  }
  if (run.request.final) judge_words(run);
  Publication publication(run, publish, durability);
  publication.make_all(maker);
  publication.publish();
  return publication.finish();
}

void report_unfinished_output(Run& run) {
  const auto waiting = unfinished_output(run.request.folder);
  if (waiting.empty()) return;
  diag::Diagnostics found;
  found.warning(DiagnosticId::UnfinishedOutput, {},
                "a run was cut short while it replaced files of `" + run.request.folder +
                    "`, so that they may not belong together; not in place yet: " +
                    listed(waiting, run.request.folder),
                {"`handbill build` begins with putting that right"});
  passes(found, run);
}

}  // namespace handbill::build
