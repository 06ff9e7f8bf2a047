// SPDX-License-Identifier: MIT
// Words that may be in the passive voice, found by their form: no tagger tells the parts of speech,
// so that participles that describe ("is hidden") are found too.
#pragma once

#include <string_view>
#include <vector>

#include "prose/reading.h"

namespace handbill::prose {

/// It can be told in that language: English and Spanish (with ser).
bool tells_passives(std::string_view language);

/// From the verb to the participle, both included: tokens [begin, end).
std::vector<words::Range> passives_in(const ReadParagraph& paragraph, std::string_view language);

}  // namespace handbill::prose
