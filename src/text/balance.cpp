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
  switch (paragraph.role) {
    case display::Role::Heading1:
    case display::Role::Heading2:
    case display::Role::Heading3:
    case display::Role::Heading4:
      return kMostBalancedLines;
    default:
      return paragraph.style->align == Align::Center ? kMostBalancedLines : 0;
  }
}

}  // namespace handbill::text
