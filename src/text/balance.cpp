// SPDX-License-Identifier: MIT
#include "text/balance.h"

namespace handbill::text {
namespace {

/// Text that is balanced unasked, and text that is asked for it, has up to so many lines.
constexpr std::size_t kMostBalancedLines = 4;
constexpr std::size_t kMostAskedLines = 8;

}  // namespace

std::size_t most_balanced_lines(const Paragraph& paragraph) {
  if (paragraph.style->balance) return *paragraph.style->balance ? kMostAskedLines : 0;
  const bool is_heading = display::heading_level(paragraph.role).has_value();
  return is_heading || paragraph.style->align == Align::Center ? kMostBalancedLines : 0;
}

}  // namespace handbill::text
