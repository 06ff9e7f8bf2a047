// SPDX-License-Identifier: MIT
// Which edition of a layout is made.
#pragma once

#include <optional>

#include "base/edition.h"
#include "diag/diagnostic.h"
#include "spec/layout_spec.h"

namespace handbill::document {

Edition edition_of(const spec::LayoutSpec& layout);

/// The layout in the edition that is asked for; nothing is asked: in its own.
spec::LayoutSpec in_edition(spec::LayoutSpec layout, std::optional<Edition> asked);

/// Of type below what the edition allows. Who asks for clear or large print promises it to readers:
/// less is an error.
diag::Severity severity_of_small_type(Edition edition);

}  // namespace handbill::document
