// SPDX-License-Identifier: MIT
#include "cli/progress.h"

#include <unistd.h>

#include <cstdio>
#include <string>

#include "base/shown.h"
#include "cli/print.h"

namespace handbill::cli {

Progress::Progress(std::size_t steps)
    : steps_(steps),
      on_terminal_(::isatty(STDERR_FILENO) == 1),
      start_(std::chrono::steady_clock::now()) {}

Progress::~Progress() { wipe(); }

void Progress::step(std::string_view doing) {
  constexpr auto kPatience = std::chrono::milliseconds(500);
  constexpr std::size_t kCells = 24;
  const std::size_t before = done_++;
  if (!on_terminal_ || std::chrono::steady_clock::now() - start_ < kPatience) return;
  wipe();
  const std::size_t filled = steps_ == 0 ? kCells : before * kCells / steps_;
  std::string bar = "[";
  for (std::size_t i = 0; i < kCells; ++i) bar += i < filled ? "━" : " ";
  bar += "] " + std::to_string(before) + "/" + std::to_string(steps_) + " " + shown(doing);
  print_rendered(bar);
  std::fflush(stderr);
  drawn_ = true;
}

void Progress::wipe() {
  if (drawn_) print_rendered("\r\x1b[K");
  drawn_ = false;
}

}  // namespace handbill::cli
