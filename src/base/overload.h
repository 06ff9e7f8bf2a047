// SPDX-License-Identifier: MIT
// One function for std::visit made of several lambdas, one a kind.
#pragma once

namespace handbill {

template <class... F>
struct Overload : F... {
  using F::operator()...;
};
// Clang 14 does not deduce aggregates by itself.
template <class... F>
Overload(F...) -> Overload<F...>;

}  // namespace handbill
