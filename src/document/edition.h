// SPDX-License-Identifier: MIT
// Which edition of a layout is made.
#pragma once

#include <optional>

#include "base/edition.h"
#include "spec/layout_spec.h"

namespace handbill::document {

Edition edition_of(const spec::LayoutSpec& layout);

/// The layout in the edition that is asked for; nothing is asked: in its own.
spec::LayoutSpec in_edition(spec::LayoutSpec layout, std::optional<Edition> asked);

/// Which the layout's own pages are: those of clear and large print are other pages, whose type
/// does not follow from the layout's.
Edition edition_of_pages(const spec::LayoutSpec& layout);

}  // namespace handbill::document
