// SPDX-License-Identifier: MIT
// Words that stand where the real ones should: "Coming soon", "TBD", "[name]", "123-456-7890", what
// templates and word processors leave behind, rows of "_"; and "Your clinic" as a whole text.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace handbill::content {

struct Placeholder {
  enum class Kind {
    Unfinished,
    Example,  ///< a number from the range set aside for examples, which may be meant as one
    Row       ///< "____", typed to be written on
  } kind = Kind::Unfinished;
  std::size_t begin = 0;  ///< bytes of the text
  std::size_t end = 0;
};

/// A fact of the clinic is never "Name"; a text may be, as the label of something.
enum class TextIs { Prose, ClinicFact };

/// Every placeholder in a text, in order.
std::vector<Placeholder> find_placeholders(std::string_view text, TextIs is = TextIs::Prose);

}  // namespace handbill::content
