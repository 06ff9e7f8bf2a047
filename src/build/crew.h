// SPDX-License-Identifier: MIT
// Documents that are made at the same time, each by a thread with a workspace of its own, and given
// in their order: what comes out does not depend on how many threads there are.
#pragma once

#include <condition_variable>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "build/publish.h"
#include "diag/carry.h"

namespace handbill::build {

class Crew {
 public:
  /// Threads begin at once with the first of `jobs`; they are not far ahead of what is taken.
  Crew(const std::vector<Job>& jobs, const Maker& maker, Run& run);
  /// Waits for what is being made; no more is begun.
  ~Crew();
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;

  /// The next document; throws what its thread threw.
  Made take();
  /// Once nothing more is taken: the run learns what its threads have read.
  void finish();

 private:
  struct Done {
    Made made{};
    diag::Carried found{};
    NewSettings settings{};   ///< of this document
    diag::SourceMap texts{};  ///< that they stand in
    std::exception_ptr thrown{};
  };

  void work(Run& run);
  void stop();
  std::optional<std::size_t> next_job();
  Done make(const Job& job, Run& run) const;

  const std::vector<Job>& jobs_;
  const Maker& maker_;
  Run& run_;
  std::vector<std::unique_ptr<Run>> runs_;  ///< of each thread: no two read or tell through one
  std::mutex mutex_;                        ///< of all that follows
  std::condition_variable changed_;
  std::size_t begun_ = 0, taken_ = 0;
  bool is_over_ = false;
  std::vector<std::optional<Done>> done_;
  std::vector<std::thread> threads_;
};

/// Made as the crew makes it, in this thread.
Made make_guarded(const Job& job, const Maker& maker, Run& run);

}  // namespace handbill::build
