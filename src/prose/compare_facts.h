// SPDX-License-Identifier: MIT
// What is typed by hand, held against the facts of its type: one function a type. Private to the
// check `agrees-with-fact`.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "prose/checks.h"

namespace handbill::prose {

/// `measure` of a rule says which of these it tells.
enum class Agreement {
  Same,   ///< it could be referred to
  Slip,   ///< nearly the same
  Other,  ///< altogether another
  Blank   ///< the fact is still to be supplied
};

struct Compared {
  Agreement agreement = Agreement::Same;
  std::size_t paragraph = 0;
  std::size_t begin = 0, end = 0;  ///< bytes of its text
  std::string fact{};              ///< "clinic.phone"
  std::string refer{};             ///< "{clinic.phone | international}"
  std::string is{};                ///< the fact as it is printed: "(301) 555-0100"
  std::string organisation{};      ///< "the clinic"; empty: it is of none
};

using Comparison = std::vector<Compared>;

void compare_phones(const WordRule& rule, const Judged& judged, Comparison& compared);
void compare_mail(const WordRule& rule, const Judged& judged, Comparison& compared);
void compare_sites(const WordRule& rule, const Judged& judged, Comparison& compared);
void compare_addresses(const WordRule& rule, const Judged& judged, Comparison& compared);
void compare_prices(const WordRule& rule, const Judged& judged, Comparison& compared);
void compare_names(const WordRule& rule, const Judged& judged, Comparison& compared);

/// Letters to be put in, taken out, replaced, or swapped with the next, to make one of the other;
/// more than `most`: `most` + 1.
std::size_t slips_between(std::string_view one, std::string_view other, std::size_t most);

}  // namespace handbill::prose
