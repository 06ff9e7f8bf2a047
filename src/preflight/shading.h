// SPDX-License-Identifier: MIT
// Shadings (PDF 1.7, 8.7.4.5).
#pragma once

#include <memory>

#include "preflight/color_space.h"

namespace handbill::preflight {

struct ReadShading {
  SpacePtr space;
  /// Of an axial or radial one; null: another kind, `average` stands for all of it.
  std::shared_ptr<const plates::Shading> shading;
  plates::Paint average;
};

/// `map` leads from the shading's space to the page. Nothing when it is damaged.
std::optional<ReadShading> read_shading(const Handle& object, const Handle& resources,
                                        const Matrix& map, SpaceReader& spaces, Budget& budget);

}  // namespace handbill::preflight
