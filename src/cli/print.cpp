// SPDX-License-Identifier: MIT
#include "cli/print.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "base/shown.h"
#include "base/utf8.h"

namespace handbill::cli {
namespace {

/// Of a call that failed: a reader that left gets no more, other failures are told once.
void fail(std::FILE* stream, int error, bool had_failed) {
  if (error == EPIPE) {
    static_cast<void>(std::freopen("/dev/null", "w", stream));
  } else if (stream == stdout && !had_failed) {
    complain(std::string("handbill: can't write the output: ") + std::strerror(error));
  }
}

void write(std::FILE* stream, std::string_view bytes) {
  const bool had_failed = std::ferror(stream) != 0;
  if (std::fwrite(bytes.data(), 1, bytes.size(), stream) == bytes.size()) return;
  fail(stream, errno, had_failed);
}

}  // namespace

void say(std::string_view line) { write(stdout, shown(line) + "\n"); }

void complain(std::string_view line) { write(stderr, shown(line) + "\n"); }

void print_text(std::string_view text) { write(stdout, shown_lines(text)); }

void print_painted(std::string_view text) { write(stdout, text); }

void print_rendered(std::string_view messages) { write(stderr, messages); }

bool finish_output() {
  const bool had_failed = std::ferror(stdout) != 0;
  if (std::fflush(stdout) != 0) fail(stdout, errno, had_failed);
  return std::ferror(stdout) == 0 && std::ferror(stderr) == 0;
}

void hold_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    // To be read: what is written there fails, and that is told.
    if (::fcntl(stream, F_GETFD) < 0) static_cast<void>(::open("/dev/null", O_RDONLY));
  }
}

}  // namespace handbill::cli
