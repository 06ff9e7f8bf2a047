// SPDX-License-Identifier: MIT
#include "preflight/number_tree.h"

#include <algorithm>

namespace handbill::preflight {
namespace {

constexpr int kDeepestNumbers = 20;
constexpr std::size_t kMostNumbers = 500'000;

}  // namespace

NumberTree::NumberTree(const Handle& root) { read(root, 0); }

void NumberTree::read(const Handle& node, int depth) {
  if (depth > kDeepestNumbers) return;
  const Handle values = entry(node, "/Nums");
  for (std::size_t i = 0; i + 1 < count(values) && values_.size() < kMostNumbers; i += 2) {
    if (const auto key = number(element(values, i))) {
      values_.emplace(*key, element(values, i + 1));
    }
  }
  const Handle kids = entry(node, "/Kids");
  for (std::size_t i = 0; i < count(kids) && values_.size() < kMostNumbers; ++i) {
    read(element(kids, i), depth + 1);
  }
}

Handle NumberTree::find(double key) const {
  const auto found = values_.find(key);
  return found == values_.end() ? Handle::newNull() : found->second;
}

}  // namespace handbill::preflight
