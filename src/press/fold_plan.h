// SPDX-License-Identifier: MIT
// Which pages of a book stand on which sheet.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "document/imposition.h"

namespace handbill::press {

/// A folded sheet has so many.
inline constexpr std::size_t kPagesASheet = 4;

/// Where a closed book has its spine, seen from its front.
enum class BindingEdge { Left, Right };

/// A sheet with two pages on each side, left and right; each side as one sees it.
struct BoundSheet {
  enum class Part { Cover, Section } part = Part::Section;
  std::size_t section = 0;                     ///< from 0; of a cover 0
  std::size_t depth = 0;                       ///< how many sheets of its section lie round it
  std::array<std::size_t, 2> front{}, back{};  ///< indices of pages
};

/// How many pages each section has. Of several, a shorter one is the last but one, between longer
/// ones that hold it: Bindagraphics, requirements for perfect binding.
std::vector<std::size_t> section_sizes(std::size_t pages, std::size_t signature);

/// The sheets of a book of `pages`, a multiple of four: a cover apart first, then section by
/// section, each from its outermost sheet in.
std::vector<BoundSheet> fold_plan(std::size_t pages, const document::Binding& binding,
                                  BindingEdge edge);

}  // namespace handbill::press
