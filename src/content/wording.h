// SPDX-License-Identifier: MIT
// How messages of this folder quote the user's words.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "spec/value.h"
#include "spec/words.h"

namespace handbill::content {

/// "`words`", cut after 60 code points.
std::string quoted(std::string_view words);

using spec::a_type;

/// Without spaces round it, and one wherever several are.
std::string one_line(std::string_view text);

/// "a", "a and b", "a, b and c".
std::string joined(std::span<const std::string> words);

/// One hint "did you mean `x`?", or none.
std::vector<std::string> did_you_mean(std::string_view word,
                                      std::span<const std::string> candidates);

}  // namespace handbill::content
