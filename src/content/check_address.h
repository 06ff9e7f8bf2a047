// SPDX-License-Identifier: MIT
// The postal code and the state of an address: their form, and whether they go together.
#pragma once

#include <string_view>

#include "diag/diagnostic.h"
#include "spec/value.h"

namespace handbill::content {

/// The code of ISO 3166-1 that is meant: "GB" by "UK", else the text itself. Empty: there is no
/// such country, and that is reported.
std::string_view read_region(const spec::Value& country, diag::Diagnostics& diags);

/// Reports what of [clinic.address] is written twice: "Chevy Chase, MD" as the city beside the
/// state.
void check_parts(const spec::Value& address, diag::Diagnostics& diags);

/// `address` is [clinic.address]; its parts that are no texts have been reported.
void check_postal_code(const spec::Value& address, std::string_view region,
                       diag::Diagnostics& diags);

}  // namespace handbill::content
