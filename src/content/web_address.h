// SPDX-License-Identifier: MIT
// Web addresses as they stand in content: complete, and such that any phone opens them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace handbill::content {

struct WebFault {
  std::size_t begin = 0;  ///< the part that is wrong
  std::size_t end = 0;
  std::string message;
  std::vector<std::string> hints;
};

/// What keeps `text` from being a complete http or https address.
std::optional<WebFault> find_web_fault(std::string_view text);

bool is_web_address(std::string_view text);

/// "clinic.org/book" of "https://clinic.org/book/".
std::string_view without_scheme(std::string_view address);

/// The text as a value of a query: spaces as "+", what is not plain as "%2C".
std::string query_text(std::string_view text);

}  // namespace handbill::content
