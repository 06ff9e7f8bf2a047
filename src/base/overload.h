// SPDX-License-Identifier: MIT
// One function for std::visit made of several lambdas, one a kind. Each kind is named, by itself or
// in a OneOf: a new one does not compile until each place has said what it does with it
// (tests/lint/kinds.py).
#pragma once

#include <concepts>

namespace handbill {

template <class... F>
struct Overload : F... {
  using F::operator()...;
};
// Clang 14 does not deduce aggregates by itself.
template <class... F>
Overload(F...) -> Overload<F...>;

/// For a lambda that does the same with several kinds: `[](const OneOf<A, B> auto&)`.
template <class T, class... Kinds>
concept OneOf = (std::same_as<T, Kinds> || ...);

}  // namespace handbill
