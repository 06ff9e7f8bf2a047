// SPDX-License-Identifier: MIT
// What a stock is, as printers write it: "silk text, 148 gsm", "100 lb cover".
#pragma once

#include <string_view>

#include "base/length.h"

namespace handbill::document {

/// Grams per square metre: "148 gsm", "148 g/m²"; or pounds, "100 lb text", "65# cover",
/// the weight of 500 sheets of the basis size of that grade (text 25 by 38 in, cover 20 by 26 in,
/// bond 17 by 22 in, index 25.5 by 30.5 in: TAPPI TIP 0402-07). 0: the text does not say, or not
/// what paper weighs (10 to 2000 grams).
double grams_of(std::string_view stock);

/// An estimate of its thickness: 0.85 µm for each gram per square metre when the text calls it
/// coated (gloss, silk, satin, matt, dull), 1.25 µm when it is not. Data sheets of mills give
/// 0.75 to 0.95 and 1.15 to 1.35: a stock's own caliper is better. 0 when the grams are.
Length estimated_caliper(std::string_view stock, double grams);

}  // namespace handbill::document
