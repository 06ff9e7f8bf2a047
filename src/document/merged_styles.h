// SPDX-License-Identifier: MIT
// Styles as written, with their parents merged in. They are made final last, so that what a style
// does not set still follows the one below it: a bolder face of the same font, for example.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "document/teller.h"
#include "spec/layout_spec.h"

namespace handbill::document {

class MergedStyles {
 public:
  MergedStyles() = default;
  /// Reports unknown parents, and each circle once.
  MergedStyles(const spec::LayoutSpec& layout, const Teller& teller);

  /// Null: there is none of that name.
  const spec::StyleSpec* paragraph(std::string_view name) const;
  /// Reports unknown-style with the nearest name; one that sets nothing stands in.
  const spec::CharacterSpec& character(const spec::Text& name, const Teller& teller) const;

 private:
  std::map<std::string, spec::StyleSpec, std::less<>> paragraphs_;
  std::map<std::string, spec::CharacterSpec, std::less<>> characters_;
};

}  // namespace handbill::document
