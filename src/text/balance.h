// SPDX-License-Identifier: MIT
// Which paragraphs have lines that come out alike.
#pragma once

#include <cstddef>

#include "text/style.h"

namespace handbill::text {

/// Up to how many lines of a paragraph are made alike; 0: it is not balanced at all.
std::size_t most_balanced_lines(const Paragraph& paragraph);

}  // namespace handbill::text
