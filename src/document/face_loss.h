// SPDX-License-Identifier: MIT
// What is lost when a family has another weight or slant than a style asks for.
#pragma once

#include <optional>
#include <string>

#include "font/font_book.h"

namespace handbill::document {

struct FaceLoss {
  std::string wanted;    ///< what the family has none of: "bold italic", "weight 500"
  std::string stand_in;  ///< what is set instead: "italic", "weight 400"
};

/// How much of a style a family is held to: its own font to the very weight; a fallback, whose
/// families mostly have two, to bold and italic.
enum class Hold { Exact, BoldAndItalic };

/// Nothing: `found` is what a style of this weight and slant asks for.
std::optional<FaceLoss> face_loss(int weight, font::Slant slant, const font::CatalogFace& found,
                                  Hold hold);

}  // namespace handbill::document
