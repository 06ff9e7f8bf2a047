// SPDX-License-Identifier: MIT
// Web addresses as they stand in content: complete, and such that any phone opens them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"

namespace handbill::content {

struct WebFault {
  std::size_t begin = 0;  ///< the part that is wrong
  std::size_t end = 0;
  std::string message;
  std::vector<std::string> hints;
  diag::DiagnosticId id = diag::DiagnosticId::BadUrl;
  diag::Severity severity = diag::Severity::Error;  ///< a warning: it may be meant
};

/// What keeps `text` from being a complete http or https address of a site that can exist; what is
/// wrong with one that is: it is not encrypted, or its name is set aside for examples.
std::optional<WebFault> find_web_fault(std::string_view text);

/// "clinic.org/book" without its scheme, and such that it can't be anything else.
bool looks_like_web_address(std::string_view text);

bool is_web_address(std::string_view text);

/// "clinic.org/book" of "https://clinic.org/book/".
std::string_view without_scheme(std::string_view address);

/// The text as a value of a query: spaces as "+", what is not plain as "%2C".
std::string query_text(std::string_view text);

}  // namespace handbill::content
