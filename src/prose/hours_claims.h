// SPDX-License-Identifier: MIT
// What a text says of opening hours, in English, Spanish, Chinese and Arabic: "open until 6 pm",
// "closed on Mondays", "abierto de 8:00 a 17:00", "周六休息". Only what is said of the organisation
// itself counts.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "prose/phrases.h"
#include "prose/typed_times.h"

namespace handbill::prose {

struct HoursClaim {
  enum class Kind {
    OpensAt,      ///< from
    ClosesAt,     ///< to
    OpenBetween,  ///< from, to
    ClosedBetween,
    OpenOn,    ///< days
    ClosedOn,  ///< days
    AllDay     ///< open 24 hours
  } kind{};
  std::vector<int> days{};  ///< 0 is Monday; none: not said
  /// Bytes of its times; where it has none of its days.
  std::size_t begin = 0, end = 0;
  std::optional<TypedTime> from{}, to{};
};

/// `subjects` are words for the organisation, before "open" or "hours": "we", "our clinic".
std::vector<HoursClaim> find_hours_claims(const ReadParagraph& paragraph, std::string_view text,
                                          const PhraseSet& subjects);

}  // namespace handbill::prose
