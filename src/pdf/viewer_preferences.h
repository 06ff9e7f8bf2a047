// SPDX-License-Identifier: MIT
// What a file asks of the program that shows and prints it (PDF 1.7, 12.2).
#pragma once

#include <optional>
#include <string>

namespace handbill::pdf {

/// How its pages come out of a printer: as large as they are, on paper of their size.
struct Printing {
  enum class Sides { One, LongEdge, ShortEdge } sides = Sides::One;
};

enum class ShownTitle { File, Document };

/// The entry of the catalog; empty: nothing is asked for.
std::string viewer_preferences(ShownTitle title, const std::optional<Printing>& printing);

}  // namespace handbill::pdf
