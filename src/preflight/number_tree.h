// SPDX-License-Identifier: MIT
// A number tree (PDF 1.7, 7.9.7), read at once.
#pragma once

#include <map>

#include "preflight/pdf_object.h"

namespace handbill::preflight {

class NumberTree {
 public:
  explicit NumberTree(const Handle& root);
  /// Null when there is none.
  Handle find(double key) const;

 private:
  void read(const Handle& node, int depth);
  std::map<double, Handle> values_;
};

}  // namespace handbill::preflight
