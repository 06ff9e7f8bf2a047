// SPDX-License-Identifier: MIT
// What all share that write documents: each is made, and all are published as one set.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "build/output_set.h"
#include "build/run.h"

namespace handbill::build {

/// Whole: a document with errors keeps the set back, unless --keep-going. Always: dumps, which help
/// most when something is wrong.
enum class Publish { Whole, Always };

/// What a command makes of one document.
struct Made {
  std::vector<OutputFile> files{};
  std::vector<std::string> told{};  ///< lines for people, once the files are in place
  diag::Diagnostics diags{};        ///< as far as the command judges by them
};

struct Maker {
  std::function<Made(const Job&, Run&)> make;
  /// Told which document is begun, how many are done, and of how many; may be empty.
  std::function<void(const std::string& name, std::size_t done, std::size_t of)> begins{};
};

enum class Soundness { Good, Faulty };
enum class Next { GoOn, Stop };

/// Makes each document that is asked for, and gives to `take` those that may be published.
void make_documents(Run& run, Publish publish, const Maker& maker,
                    const std::function<Next(Made&, Soundness)>& take);

struct Published {
  std::optional<std::string> failure{};  ///< what could not be written
  std::vector<std::string> told{};       ///< of the documents that are in their places
  bool held_back = false;  ///< documents without errors, so that none is newer than another
};

/// Mends what an earlier run left, makes every document that is asked for, and publishes them in
/// the run's folder. What is wrong stands in the run's diagnostics.
Published publish_documents(Run& run, Publish publish, Durability durability, const Maker& maker);

/// For a command that writes nothing: what waits to be mended.
void report_unfinished_output(Run& run);

}  // namespace handbill::build
