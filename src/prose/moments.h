// SPDX-License-Identifier: MIT
// When something is to be done: "First 4 hours", "Days 2 and 3", "Semanas 2 a 6".
#pragma once

#include <optional>

#include "prose/reading.h"

namespace handbill::prose {

/// Hours after the beginning at which what these first words name begins: "Day 2" 24, "After 2
/// weeks" 336, "Today" 0. English, Spanish, Arabic and Chinese. Nothing: they name no such time,
/// or one that counts down ("2 days before").
std::optional<double> moment_of(const ReadParagraph& paragraph);

}  // namespace handbill::prose
