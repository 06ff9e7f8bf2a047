// SPDX-License-Identifier: MIT
#include <algorithm>
#include <tuple>

#include "font/font_book.h"

namespace handbill::font {
namespace {

/// Smaller is nearer, by the search order of CSS Fonts 4, 5.2: first a group, then the distance
/// inside it.
std::pair<int, int> weight_distance(int wanted, int offered) {
  const int distance = std::abs(offered - wanted);
  if (wanted >= 400 && wanted <= 500) {
    if (offered >= wanted && offered <= 500) return {0, distance};
    return {offered < wanted ? 1 : 2, distance};
  }
  if (wanted < 400) return {offered <= wanted ? 0 : 1, distance};
  return {offered >= wanted ? 0 : 1, distance};
}

/// By how much larger or smaller one is than the other. Of two as near, that for smaller type is
/// taken: it is the more legible.
double size_distance(Length wanted, Length drawn_for) {
  if (wanted <= Length() || drawn_for <= Length()) return 0;
  const double ratio = wanted / drawn_for;
  return ratio < 1 ? 1 / ratio : ratio;
}

}  // namespace

std::vector<std::string> Catalog::families() const {
  std::vector<std::string> names;
  for (const CatalogFace& face : faces) {
    if (std::ranges::find(names, face.family) == names.end()) names.push_back(face.family);
  }
  return names;
}

const CatalogFace* Catalog::find(std::string_view family, int weight, Slant slant,
                                 Length size) const {
  const CatalogFace* best = nullptr;
  const auto distance = [&](const CatalogFace& face) {
    return std::tuple(face.slant != slant, weight_distance(weight, face.weight),
                      size_distance(size, face.drawn_for));
  };
  for (const CatalogFace& face : faces) {
    if (face.family != family) continue;
    if (best == nullptr || distance(face) < distance(*best)) best = &face;
  }
  return best;
}

}  // namespace handbill::font
