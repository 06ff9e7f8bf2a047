// SPDX-License-Identifier: MIT
#include "document/face_loss.h"

namespace handbill::document {
namespace {

using font::Slant;

/// From here on words look bold beside those around them (CSS Fonts 4, 2.2: semibold).
constexpr int kBold = 600;

/// "regular", "bold", "weight 500": the names that everybody uses, else the number.
std::string name_of(int weight) {
  if (weight == 400) return "regular";
  if (weight == 700) return "bold";
  return "weight " + std::to_string(weight);
}

std::string name_of(int weight, Slant slant) {
  if (slant == Slant::Upright) return name_of(weight);
  return weight == 400 ? "italic" : name_of(weight) + " italic";
}

}  // namespace

std::optional<FaceLoss> face_loss(int weight, Slant slant, const font::CatalogFace& found,
                                  Hold hold) {
  const bool loses_slant = found.slant != slant;
  const bool loses_bold = weight >= kBold && found.weight < kBold;
  const bool loses_weight = hold == Hold::Exact && found.weight != weight;
  if (!loses_slant && !loses_bold && !loses_weight) return std::nullopt;
  // A fallback has the slant at some weight or not at all.
  const bool tells_slant_alone = hold == Hold::BoldAndItalic && loses_slant && !loses_bold;
  return FaceLoss{tells_slant_alone ? name_of(400, slant) : name_of(weight, slant),
                  name_of(found.weight, found.slant)};
}

}  // namespace handbill::document
