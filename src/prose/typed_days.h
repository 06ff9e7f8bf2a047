// SPDX-License-Identifier: MIT
// Days of the week typed in a text, in English, Spanish, Arabic and Chinese: "Mondays", "lunes a
// viernes", "周一至周五", "كل يوم".
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "prose/reading.h"

namespace handbill::prose {

struct TypedDays {
  std::size_t first = 0, last = 0;  ///< its tokens, the last one included
  std::vector<int> days{};          ///< 0 is Monday
};

/// Among those tokens, in order; what "to" or a dash joins is one.
std::vector<TypedDays> find_typed_days(const ReadParagraph& paragraph, std::string_view text,
                                       words::Range tokens);

}  // namespace handbill::prose
