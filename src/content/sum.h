// SPDX-License-Identifier: MIT
// Sums of numbers as they are written, without a loss.
#pragma once

#include <cstdint>

#include "content/amount.h"

namespace handbill::content {

class Sum {
 public:
  /// False: the number has over 12 digits before the point or 9 behind it, and is not added.
  bool add(const Decimal& number);
  /// With as many decimals as the number with the most.
  Decimal text() const;

 private:
  std::int64_t whole_ = 0;
  std::int64_t part_ = 0;  ///< of a thousand million; of the same sign
  std::size_t decimals_ = 0;
};

}  // namespace handbill::content
