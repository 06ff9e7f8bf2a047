// SPDX-License-Identifier: MIT
// Words of messages and types.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "spec/value.h"

namespace handbill::spec {

/// "one of top, middle, bottom" as its words; of any other type: none.
std::vector<std::string> words_of(std::string_view type);

/// "`text`", cut after some sixty bytes: a whole paragraph is not repeated in a message.
std::string quoted(std::string_view text);

/// What a value is in the words of staff: "a text", "a list", "a group of facts", "a whole number".
std::string a_type(const Value& value);

/// "a length", "an edge", "one of left, right".
std::string with_article(std::string_view noun);

}  // namespace handbill::spec
