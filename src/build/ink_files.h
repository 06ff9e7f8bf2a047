// SPDX-License-Identifier: MIT
// What each plate of a document prints, and where there is how much ink.
#pragma once

#include <vector>

#include "build/documents.h"

namespace handbill::build {

struct InkPictures {
  std::vector<Format> formats = {Format::Png};  ///< Png and Svg; empty: words alone
  double pixels_per_inch = 100;
};

/// Words about the ink of one document, and its pictures. Warnings are for a check.
Made make_ink_files(const Job& job, const InkPictures& wanted, Run& run);

}  // namespace handbill::build
