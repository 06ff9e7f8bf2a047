// SPDX-License-Identifier: MIT
// What the thickness of the paper does to a book: creep, and the width of its spine.
#pragma once

#include <optional>

#include "document/document.h"
#include "document/imposition.h"
#include "press/fold_plan.h"

namespace handbill::press {

class PaperRoom {
 public:
  PaperRoom(const document::Document& document, const document::Imposition& imposition,
            const std::vector<BoundSheet>& sheets);

  /// Sheets lie in one another, and neither the imposition says how far that pushes them out, nor
  /// the paper how thick it is.
  bool is_unknown() const;
  /// How far the pages of a sheet move to the spine.
  Length shift(const BoundSheet& sheet) const;
  /// That of the innermost sheet of all.
  Length most() const;
  /// How thick the leaves inside a cover are together; 0: not known.
  Length block() const;
  /// A cover lies round a block, not in the fold of its only section.
  bool has_spine() const { return has_spine_; }
  /// Of the cover that is glued round a block; nothing: neither asked for nor known.
  std::optional<Length> spine() const;
  std::size_t sections() const { return sections_; }
  std::size_t deepest() const { return deepest_; }

 private:
  const document::Binding& binding_;
  Length caliper_;
  std::size_t sections_ = 0;
  std::size_t deepest_ = 0;  ///< most sheets that lie round another of their section
  std::size_t leaves_ = 0;   ///< but those of a cover apart
  bool has_spine_ = false;
  bool has_nest_ = false;  ///< the cover lies round the only section
};

}  // namespace handbill::press
