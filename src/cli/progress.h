// SPDX-License-Identifier: MIT
// A progress bar on a terminal, for work that takes long enough to wonder.
#pragma once

#include <chrono>
#include <cstddef>
#include <string_view>

namespace handbill::cli {

/// Draws on stderr once half a second has passed, if stderr is a terminal; wipes itself when done.
class Progress {
 public:
  explicit Progress(std::size_t steps);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// `doing` names the step that starts now.
  void step(std::string_view doing);
  /// Takes the bar off the line, so that something can be printed.
  void wipe();

 private:
  std::size_t steps_;
  std::size_t done_ = 0;
  bool drawn_ = false;
  bool on_terminal_;
  std::chrono::steady_clock::time_point start_;
};

}  // namespace handbill::cli
