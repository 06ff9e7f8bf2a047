// SPDX-License-Identifier: MIT
// Words that go on in another paragraph.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "text/style.h"

namespace handbill::document {

/// All of `from`, to stand in `to`, which has its parts from now on.
inline std::vector<text::Inline> take_inlines(text::Paragraph from, text::Paragraph& to) {
  const auto before = static_cast<std::uint32_t>(to.parts.size());
  const auto move = [&](std::optional<text::PartId>& part) {
    if (part) part = text::PartId{static_cast<std::uint32_t>(part->index()) + before};
  };
  for (text::Part& each : from.parts) {
    move(each.within);
    to.parts.push_back(std::move(each));
  }
  for (text::Inline& each : from.inlines) std::visit([&](auto& one) { move(one.part); }, each);
  return std::move(from.inlines);
}

}  // namespace handbill::document
