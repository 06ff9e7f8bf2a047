// SPDX-License-Identifier: MIT
// Two wordings of a text, cut down to what a reader has to compare.
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace handbill::manifest {

/// The words that differ, each with two of those before and behind it; "…" stands for the others.
/// On one line, and not much longer than 100 letters each.
std::pair<std::string, std::string> changed_words(std::string_view was, std::string_view is);

/// The first words, on one line.
std::string begin_of(std::string_view text);

}  // namespace handbill::manifest
