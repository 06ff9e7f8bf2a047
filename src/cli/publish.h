// SPDX-License-Identifier: MIT
// What all commands share that write documents: each is made, and all are published as one set.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/output_set.h"
#include "cli/run.h"

namespace handbill::cli {

/// Whole: a document with errors keeps the set back, unless --keep-going. Always: dumps, which help
/// most when something is wrong.
enum class Publish { Whole, Always };

/// What a command makes of one document.
struct Made {
  std::vector<OutputFile> files{};
  std::vector<std::string> told{};  ///< lines on the output, once the files are in place
  diag::Diagnostics diags{};        ///< as far as the command judges by them
};

/// Mends what an earlier run left, makes every document that is asked for, publishes them in the
/// run's folder, and tells. Gives the exit code.
int publish_documents(Run& run, Publish publish, Durability durability,
                      const std::function<Made(const Job&)>& make);

/// For a command that writes nothing: what waits to be mended.
void report_unfinished_output(Run& run);

}  // namespace handbill::cli
