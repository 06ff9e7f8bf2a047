// SPDX-License-Identifier: MIT
// A text of a content file replaced by another, with as little change as can be.
#pragma once

#include <string>
#include <string_view>

#include "diag/diagnostic.h"
#include "spec/value.h"

namespace handbill::spec {

/// The edit that makes the string `value`, which stands in `file` (the whole text of it), say
/// `now`. Its quotes stay as they are, and all of it but what differs; signs that nobody sees are
/// written as escapes.
diag::Fix replaced_text(std::string_view file, const Value& value, std::string_view now);

}  // namespace handbill::spec
