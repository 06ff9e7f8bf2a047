// SPDX-License-Identifier: MIT
// What documents say, judged by the rules of the packs that their layouts and print shops name.
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "build/read_pack.h"
#include "prose/judge_words.h"
#include "spelling/speller.h"

namespace handbill::build {

/// An item of a checklist that people have to answer.
struct Question {
  std::string item;   ///< "pemat-04"
  std::string words;  ///< "are all words that readers may not know explained?"
};

/// Documents of one run, judged one by one and then held against each other.
class WordJudge {
 public:
  /// Reports what is wrong with the day that is asked for.
  explicit WordJudge(Run& run);

  /// What there is to say of a document. Keeps what it says.
  diag::Diagnostics judge(const Job& job, std::shared_ptr<const Compiled> compiled);

  /// Of the document judged last, answered or not.
  std::vector<Question> asked() const;

  /// What there is to say of all that were judged, each with the name of its document.
  diag::Diagnostics compare() const;

  /// What is known of spelling: languages that nobody could look at. Keeps for the next run what
  /// was asked in this.
  diag::Diagnostics close() const;

 private:
  /// The rules that a document is judged by.
  struct Rules {
    prose::RuleList list;
    std::vector<rules::KnownRule> known;  ///< those of its packs that look at one document
  };
  struct Said {
    Job job;
    std::shared_ptr<const Compiled> compiled;
    prose::Reading reading;
    prose::Context context;
    Rules rules;
  };

  Rules rules_of(const Compiled& compiled, diag::Diagnostics& diags);
  /// With its examples tried, if it is the project's own. Null: it can't be read.
  ReadPack* pack_of(const std::string& name, diag::Span asked_at, diag::Diagnostics& diags);
  diag::Diagnostics waived_in(const Said& said, const diag::Diagnostics& found,
                              const std::vector<rules::KnownRule>& judged) const;

  Run& run_;
  std::optional<spec::Date> today_;
  spelling::Speller speller_;
  std::set<std::string, std::less<>> tried_;  ///< packs, by name
  std::deque<Said> said_;
};

/// Judges what the documents asked for say, and adds that to the run's diagnostics.
void judge_words(Run& run);

}  // namespace handbill::build
