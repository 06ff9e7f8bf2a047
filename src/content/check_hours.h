// SPDX-License-Identifier: MIT
// What can be wrong with opening hours that are read, and their text dump.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "content/opening_hours.h"
#include "diag/diagnostic.h"

namespace handbill::content {

/// `table` is [hours]; special dates are judged by the day the content was last reviewed.
void check_hours(const OpeningHours& hours, const spec::Value& table, std::string_view language,
                 const std::optional<spec::Date>& reviewed, diag::Diagnostics& diags);

/// One line a day, in 24-hour time.
std::string dump(const OpeningHours& hours, std::string_view path);

}  // namespace handbill::content
