// SPDX-License-Identifier: MIT
// What PDF sets for all lengths.
#pragma once

#include "base/length.h"

namespace handbill {

/// 200 in: no page is larger, so no length on it need be (PDF 1.7, C.2).
inline constexpr Length kLargestPage = Length::pt(14400);

}  // namespace handbill
