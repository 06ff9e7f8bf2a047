// SPDX-License-Identifier: MIT
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <exception>

#include "cli/args.h"
#include "cli/commands.h"

int main(int argc, char** argv) {
  // A closed pipe ("handbill explain | head") ends the writing, not the program.
  std::signal(SIGPIPE, SIG_IGN);
  try {
    int exit_code = 0;
    const auto args = handbill::cli::parse_args(argc, argv, exit_code);
    if (!args) return exit_code;
    exit_code = std::visit([](const auto& command) { return handbill::cli::run(command); }, *args);
    // A full disk behind `> file` is a failure; a reader that left early (`| head`) is not.
    if (std::fflush(stdout) != 0 && errno != EPIPE) {
      std::perror("handbill: can't write the output");
      return 2;
    }
    return exit_code;
  } catch (const std::exception& error) {
    std::fprintf(stderr,
                 "handbill: internal error: %s\n"
                 "Please report this with the layout and content that caused it.\n",
                 error.what());
    return 3;
  }
}
