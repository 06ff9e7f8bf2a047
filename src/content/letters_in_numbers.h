// SPDX-License-Identifier: MIT
// Letters typed for digits: "8:O0 am", "2O815", "(3O1) 555-0142".
#pragma once

#include <string>
#include <string_view>

#include "spec/value.h"

namespace handbill::content {

/// The text with 0 for O and 1 for l, I and | where these stand among digits; empty: nowhere.
std::string with_digits(std::string_view text);

/// Reports, as `id`, that a text has letters among its digits; false: it has none. A phone number
/// with them would dial another one, as letters stand for keys of a phone.
bool report_letters(const spec::Value& text, diag::DiagnosticId id, diag::Diagnostics& diags);

}  // namespace handbill::content
