// SPDX-License-Identifier: MIT
// The day that what is said is judged on: special dates that are past, a date without its year. No
// file that is written depends on it.
#pragma once

#include <optional>

#include "build/request.h"
#include "diag/diagnostic.h"
#include "spec/value.h"

namespace handbill::build {

/// That of the request, else of SOURCE_DATE_EPOCH (in UTC), else of the machine's clock where it
/// stands. Nothing, and wrong-use: what the request says is no date.
std::optional<spec::Date> today_of(const Request& request, diag::Diagnostics& diags);

}  // namespace handbill::build
