// SPDX-License-Identifier: MIT
// What Chinese and Arabic sentences say of opening hours: clause by clause, wherever in it "open"
// stands. Private to hours_claims.
#pragma once

#include <string_view>
#include <vector>

#include "prose/hours_claims.h"

namespace handbill::prose {

/// "我们周一至周五上午8点到下午5点营业，周六休息。", "العيادة مغلقة يوم السبت". Those of one
/// sentence.
std::vector<HoursClaim> find_clause_hours(const ReadParagraph& paragraph, std::string_view text,
                                          words::Range sentence,
                                          const std::vector<TypedTime>& times);

}  // namespace handbill::prose
