// SPDX-License-Identifier: MIT
// How large a PDF may be that somebody hands in.
#pragma once

#include <cstddef>

namespace handbill::build {

inline constexpr std::size_t kLargestPdf = std::size_t{1} << 30;

}  // namespace handbill::build
