// SPDX-License-Identifier: MIT
// Paragraphs with white space before them, which CommonMark takes for code. Private to this folder.
#pragma once

#include <optional>

#include "spec/value.h"

namespace handbill::spec {

/// The text without white space that would make code of its paragraphs. Nothing: there is none.
std::optional<Value> unindented(const Value& text);

}  // namespace handbill::spec
