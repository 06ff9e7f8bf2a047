// SPDX-License-Identifier: MIT
// From how far large type can be read.
#pragma once

#include <string>

#include "base/length.h"
#include "base/user_unit.h"

namespace handbill::layout {

/// "capitals 0.65 in tall, read from 16 ft or nearer": sign makers take 25 ft for each inch of a
/// capital as the most (United States Sign Council). Empty for capitals of
/// less than a third of an inch, which are read in the hand.
std::string reading_distance(Length capitals, UserUnit unit);

}  // namespace handbill::layout
