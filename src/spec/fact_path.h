// SPDX-License-Identifier: MIT
// From a place in a content file to the value that stands there.
#pragma once

#include <string>

#include "spec/parse_layout.h"

namespace handbill::spec {

/// "aftercare.do.2.text", as `--set` takes it: the innermost value that `span` begins in. Empty: it
/// begins in none.
std::string fact_path(const ContentSpec& content, diag::Span span);

}  // namespace handbill::spec
