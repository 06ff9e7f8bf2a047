// SPDX-License-Identifier: MIT
// What documents say of a subject, to be compared: for how long something is to be done or left,
// how soon something is over, how often, from which fever on.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "prose/checks.h"

namespace handbill::prose {

/// A number of hours, times or degrees, from the least to the most it may be.
struct Quantity {
  enum class Kind {
    For,     ///< so long is it done, or left
    Brief,   ///< the same in minutes: each time
    Over,    ///< by then it is over
    After,   ///< from then on
    Before,  ///< so long before the visit
    Times,   ///< a day
    Fahrenheit,
    Celsius
  } kind = Kind::For;
  double low = 0, high = 0;
  bool is_vague = false;  ///< "a few days"
};

enum class Polarity { Unknown, Do, DoNot };

struct Statement {
  std::set<std::string> subject;  ///< stems of its key words
  std::set<std::string> of;       ///< those of its heading, its row and its label: another
                                  ///< subject, and it is not the same
  enum class When { Unknown, Before, After } when = When::Unknown;  ///< the treatment
  Polarity polarity = Polarity::Unknown;
  std::optional<Quantity> quantity{};  ///< nothing: it says what to do, and no more
  bool is_hedged = false;              ///< "may", "sometimes"
  /// "It fades within 3 days": the subject is all that was said before in the paragraph.
  bool refers_back = false;
  std::size_t document = 0, paragraph = 0, sentence = 0;
  std::size_t begin = 0, end = 0;  ///< bytes: of the quantity, else of the sentence
};

/// Those of a document. The rule's `swap` names subjects that are the same, its `words` what says
/// that something is over.
std::vector<Statement> statements_of(const WordRule& rule, const Judged& judged);

/// The stems of a title or heading that say what it is about.
std::set<std::string> subject_of_title(std::string_view title, const std::string& language);

}  // namespace handbill::prose
