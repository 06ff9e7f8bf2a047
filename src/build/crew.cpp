// SPDX-License-Identifier: MIT
#include "build/crew.h"

#include <system_error>
#include <utility>

namespace handbill::build {
namespace {

/// So many finished documents a thread wait to be taken at most: they hold their files.
constexpr std::size_t kAhead = 2;

}  // namespace

Made make_guarded(const Job& job, const Maker& maker, Run& run) {
  Made made;
  diag::Diagnostics faults;
  if (!guarded(job, run, faults, [&] { made = maker.make(job, run); })) made = {.diags = faults};
  return made;
}

Crew::Crew(const std::vector<Job>& jobs, const Maker& maker, Run& run)
    : jobs_(jobs), maker_(maker), run_(run), done_(jobs.size()) {
  runs_.push_back(std::make_unique<Run>(run.workspace, run.request));
  for (const auto& workspace : run.beside) {
    if (runs_.size() < jobs.size()) runs_.push_back(std::make_unique<Run>(*workspace, run.request));
  }
  try {
    for (const auto& each : runs_) threads_.emplace_back([this, &each] { work(*each); });
  } catch (const std::system_error&) {
    // No more threads are to be had: those that there are do it.
    if (threads_.empty()) throw;
  }
}

Crew::~Crew() { stop(); }

void Crew::stop() {
  {
    const std::lock_guard lock(mutex_);
    is_over_ = true;
  }
  changed_.notify_all();
  for (std::thread& each : threads_) each.join();
  threads_.clear();
}

void Crew::finish() {
  stop();
  for (const auto& each : runs_) {
    run_.files.join(each->files);
  }
}

Made Crew::take() {
  Done done;
  {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return done_[taken_].has_value(); });
    done = std::move(*done_[taken_]);
    done_[taken_++].reset();
  }
  changed_.notify_all();
  if (done.thrown) std::rethrow_exception(done.thrown);
  done.made.diags = done.found.unload(run_.sources);
  diag::SpanMover move(done.texts, run_.sources);
  run_.new_settings.join(done.settings, move);
  return std::move(done.made);
}

std::optional<std::size_t> Crew::next_job() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] {
    return is_over_ || begun_ == jobs_.size() || begun_ < taken_ + kAhead * runs_.size();
  });
  if (is_over_ || begun_ == jobs_.size()) return std::nullopt;
  return begun_++;
}

void Crew::work(Run& run) {
  while (const auto job = next_job()) {
    Done done = make(jobs_[*job], run);
    {
      const std::lock_guard lock(mutex_);
      done_[*job] = std::move(done);
    }
    changed_.notify_all();
  }
}

Crew::Done Crew::make(const Job& job, Run& run) const {
  Done done;
  try {
    done.made = make_guarded(job, maker_, run);
    done.found = diag::Carried(done.made.diags, run.sources);
    diag::SpanMover move(run.sources, done.texts);
    done.settings.join(run.new_settings, move);
    run.new_settings = {};
  } catch (...) {
    done.thrown = std::current_exception();
  }
  return done;
}

}  // namespace handbill::build
