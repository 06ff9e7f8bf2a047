// SPDX-License-Identifier: MIT
#include <csignal>
#include <exception>
#include <new>
#include <string>

#include "cli/args.h"
#include "cli/commands.h"
#include "cli/print.h"

namespace {

int run_command(int argc, char** argv) {
  int exit_code = 0;
  const auto args = handbill::cli::parse_args(argc, argv, exit_code);
  if (!args) return exit_code;
  return std::visit([](const auto& command) { return handbill::cli::run(command); }, *args);
}

}  // namespace

int main(int argc, char** argv) {
  // What these tell comes back from the call that writes, and is told in words.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  handbill::cli::hold_streams();
  try {
    const int exit_code = run_command(argc, argv);
    return handbill::cli::finish_output() ? exit_code : 2;
  } catch (const std::bad_alloc&) {
    handbill::cli::complain("handbill: this needs more memory than there is");
    return 2;
  } catch (const std::exception& error) {
    handbill::cli::complain(std::string("handbill: internal error: ") + error.what());
    handbill::cli::complain("Please report this with the layout and content that caused it.");
    return 3;
  }
}
