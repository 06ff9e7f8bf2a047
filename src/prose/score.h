// SPDX-License-Identifier: MIT
// Checklists: packs whose rules are items, of which some the program answers and some people must.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "prose/checks.h"

namespace handbill::prose {

/// How an item of a checklist stands. A rule that finds nothing is reached; what it can't tell (a
/// `question`, a language it has no rule for) is asked of people, whose answers count when there
/// are some (Context::answers); what the document has none of
/// (`when`) is idle, and counts for nothing.
enum class Answer { Reached, Missed, Asked, Idle };
Answer answer_of(const WordRule& rule, const Judged& judged);

/// A checklist, or a part of it.
struct Score {
  std::string pack;
  std::string part;  ///< "understandability"; empty: the whole has one score
  std::size_t reached = 0, missed = 0, asked = 0;
  std::vector<std::string> questions{};  ///< those that are asked: "5: is …?"

  std::size_t items() const { return reached + missed + asked; }
};

/// Of each pack with items, in the order of the rules.
std::vector<Score> scores_of(const RuleList& rules, const Judged& judged);

/// A note for each, with its questions as hints: "`pemat-p`, actionability: 3 of 6 reached, 3 more
/// once people have answered".
void tell_scores(const RuleList& rules, const Judged& judged, diag::Diagnostics& diags);

}  // namespace handbill::prose
