// SPDX-License-Identifier: MIT
// Fonts by the names a layout gives them, at a weight and slant.
#pragma once

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "document/context.h"

namespace handbill::document {

class Typefaces {
 public:
  /// Checks the families of every [font.NAME]; opens no file.
  explicit Typefaces(const Context& context);

  /// The [font.NAME] asked for, or the layout's first when none is; reports unknown-font. Null:
  /// there is none to fall back on.
  const spec::Named<spec::FontSpec>* find(const std::optional<spec::Text>& name) const;

  /// The font's own face, the faces of its `fallback` families, and those of the catalogue's.
  /// Opened on first use, because a layout's house brings more styles than a document sets.
  const std::vector<font::FontId>& faces(const spec::Named<spec::FontSpec>& font, int weight,
                                         font::Slant slant);

 private:
  void check_family(const spec::Text& family) const;
  std::vector<font::FontId> open(const spec::FontSpec& font, int weight, font::Slant slant);

  const Context& context_;
  std::map<std::tuple<std::string, int, font::Slant>, std::vector<font::FontId>> opened_;
};

}  // namespace handbill::document
