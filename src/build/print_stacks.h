// SPDX-License-Identifier: MIT
// Which of the copies that were printed say something that is not so now.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "build/run.h"
#include "records/noted.h"
#include "records/outdated.h"
#include "records/stacks.h"

namespace handbill::build {

struct JudgedStack {
  enum class State {
    Current,
    Outdated,
    Unknown  ///< nothing is left to hold it against
  } state = State::Unknown;
  records::Stack stack;
  std::string name;                        ///< as its files are called: "aftercare-sheet.es"
  std::vector<records::Change> changes{};  ///< of what is outdated
  std::string why{};  ///< of what is unknown: "the project has no document …"
  diag::Span now{};   ///< where the first change stands; not known: nowhere
};

/// What a stack is made of: the document, its language and edition, and what was set for it.
struct PrintedAs {
  std::string document, language, edition;
  std::vector<std::string> settings{};
  auto operator<=>(const PrintedAs&) const = default;
};

/// The ledger of prints, held against the documents as they are.
class PrintJudge {
 public:
  /// Reads the ledger; without one nothing here costs anything. What is wrong in it is reported.
  explicit PrintJudge(Run& run);

  /// All there are, also those of which nothing is left. Nothing: the project has no ledger.
  const std::optional<std::vector<records::Stack>>& stacks() const { return stacks_; }

  /// Spares judge() to make this document.
  void see(const Job& job, const std::shared_ptr<const Compiled>& compiled);

  /// The stacks of which copies are left, as far as documents, languages and editions are asked
  /// for. Each document that has not been seen is made once.
  std::vector<JudgedStack> judge();

  /// What the document of a stack shows now, as the ledger notes it. Nothing, and why: it can't be
  /// made.
  std::optional<records::NotedLines> shows_now(const records::Stack& stack, std::string& why);

 private:
  struct Known {
    std::shared_ptr<const Compiled> compiled;
    records::NotedLines lines;
    manifest::Shown shown;  ///< the same
    std::string name;
  };

  bool is_asked(const records::Stack& stack) const;
  const Known* known_of(const PrintedAs& made, std::string& why);
  std::optional<Job> job_of(const PrintedAs& made, std::string& why) const;
  void keep(const PrintedAs& made, const Job& job, const std::shared_ptr<const Compiled>& compiled);
  JudgedStack judged(const records::Stack& stack);

  Run& run_;
  std::optional<std::vector<records::Stack>> stacks_{};
  std::vector<PrintedAs> wanted_{};
  std::map<PrintedAs, Known> known_{};
  std::map<PrintedAs, std::string> unknown_{};  ///< why
  /// Stacks of one print often show the same.
  std::map<std::pair<PrintedAs, std::string>, std::vector<records::Change>> changes_{};
};

/// Warns of what is outdated, a message for each cause; no setting makes an error of that.
void report_prints(const std::vector<JudgedStack>& stacks, diag::Diagnostics& diags);

/// What the document shows, as the ledger notes it. `compiled` has a document.
records::NotedLines noted_now(const Compiled& compiled, const Run& run);

}  // namespace handbill::build
