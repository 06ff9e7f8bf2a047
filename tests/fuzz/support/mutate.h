// SPDX-License-Identifier: MIT
// Changes a layout and its content as a designer and an editor might, so that most of what comes
// out is still TOML, and much of it still a document.
#pragma once

#include <string>

#include "fuzz/support/grammar.h"

namespace handbill::fuzz {

/// What stands between a layout and its content in one input.
inline constexpr std::string_view kBetween = "\n=== content\n";

struct Documents {
  std::string layout, content;
};
Documents split(std::string_view input);
std::string join(const Documents& documents);

/// One to four changes. What is no TOML comes back as it is.
std::string mutate_documents(const std::string& input, Random& random);
/// A part of `other` in place of the same key's value, or as a new one.
std::string cross_documents(const std::string& input, const std::string& other, Random& random);

}  // namespace handbill::fuzz
