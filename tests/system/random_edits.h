// SPDX-License-Identifier: MIT
// What clinic staff do to texts, at random: words more and fewer, entries of lists more and fewer.
#pragma once

#include <random>
#include <string>

namespace handbill::test {

/// A content file with its texts changed; facts, dates and names of files stay. `growth` is how
/// much longer or shorter texts become at most: 0.5 is half as long again, or half of it.
std::string with_random_edits(const std::string& toml, double growth, std::mt19937& random);

}  // namespace handbill::test
