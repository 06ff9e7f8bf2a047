// SPDX-License-Identifier: MIT
// Indexes that can't be mixed up.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace handbill {

template <class Tag>
struct Id {
  std::uint32_t value = 0;
  constexpr auto operator<=>(const Id&) const = default;
  constexpr std::size_t index() const { return value; }
};

}  // namespace handbill

template <class Tag>
struct std::hash<handbill::Id<Tag>> {
  std::size_t operator()(handbill::Id<Tag> id) const noexcept { return id.value; }
};
