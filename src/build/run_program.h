// SPDX-License-Identifier: MIT
// Programs of others: `lp` and `lpstat` to print, `git` to read a revision. No shell reads what
// they are called with.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace handbill::build {

struct ProgramCall {
  std::vector<std::string> words;  ///< its name first
  std::string_view input{};        ///< what it reads
  std::vector<std::string>
      environment{};  ///< "NAME=value" beside what there is; "NAME=" is taken out
  enum class Errors { WithOutput, Apart } errors = Errors::WithOutput;
};

/// What has come of a program that was started.
struct Answer {
  bool was_found = true;  ///< else there is no such program
  bool is_good = false;
  std::string
      said;  ///< on its output; with Errors::WithOutput on its error stream too, in its order
  std::string complaint{};  ///< on its error stream
};

/// Runs a program of the PATH to its end, in the language C.
Answer run_program(const ProgramCall& call);

}  // namespace handbill::build
