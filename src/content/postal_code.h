// SPDX-License-Identifier: MIT
// Postal codes by the form they have in each country.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace handbill::content {

struct PostalFault {
  std::string message;
  std::vector<std::string> hints;
};

/// What keeps `code` from being a postal code of `region` ("GB"). Nothing: it has the form, or the
/// form is not known. The United States are not among these: see us_state.h.
std::optional<PostalFault> find_postal_fault(std::string_view code, std::string_view region);

}  // namespace handbill::content
