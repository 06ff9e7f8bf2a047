// SPDX-License-Identifier: MIT
// What tables that somebody typed say of opening hours: the day in one cell, its times in others.
#pragma once

#include <cstddef>
#include <vector>

#include "prose/hours_claims.h"

namespace handbill::prose {

struct CellClaim {
  std::size_t paragraph = 0;  ///< of the times, or of "closed"
  std::size_t table = 0;      ///< index in Words::flows
  HoursClaim claim;
};

/// Days stand at the beginning of the rows, or at the head of the columns. Of a table that tells
/// of something else there are none: it must be about opening hours by its heading or heads, name a
/// day as closed, or stand alone and name most days of the week.
std::vector<CellClaim> find_hours_in_tables(const Reading& reading);

}  // namespace handbill::prose
