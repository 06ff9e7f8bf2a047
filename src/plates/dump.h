// SPDX-License-Identifier: MIT
// The print as text, for tests and for people.
#pragma once

#include <string>

#include "plates/print.h"

namespace handbill::plates {

/// "Cyan 40 + Black 100", in percent; "paper", "all plates 100".
std::string in_words(const Paint& paint, const std::vector<Ink>& inks);

/// One object a line in paint order: kind, what it reads, plates, overprint, bounds; lengths in
/// points with at most two decimals. Paths are left out: the page dump has them.
std::string dump(const Print& print);

}  // namespace handbill::plates
