// SPDX-License-Identifier: MIT
// How pages of clear and large print are set: the guideline, and what the layout says of it.
#pragma once

#include "document/context.h"

namespace handbill::document {

/// What a guideline asks for. Figures and where they are from: docs/designers-guide.md.
struct Guideline {
  enum class Emphasis { Underline, Bold };
  std::string_view name;  ///< as layouts say it
  Emphasis italics;       ///< what stands in for italics, which both rule out
  double leading;         ///< of the size
  double least_leading;
  Length least_margin;
  std::array<double, 4> headings;  ///< of the size, by level
};

struct Reflow {
  const Guideline* guideline = nullptr;
  const spec::Named<spec::FontSpec>* font = nullptr;  ///< null: the layout has none
  Size trim{};
  Length margin{};
  Length size{};
  double leading = 1;  ///< of the size
  enum class Pictures { Shown, Told } pictures = Pictures::Shown;

  /// From line to line of text of that size.
  Length leading_of(Length type) const { return type * leading; }
};

/// Reports bad-value, type-too-small and unknown-font.
Reflow resolve_reflow(Edition edition, const Sheet& own, const Context& context);

}  // namespace handbill::document
