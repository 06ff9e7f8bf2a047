// SPDX-License-Identifier: MIT
// Editions of clear and large print: the words of the layout's pages on pages of their own.
#pragma once

#include <functional>
#include <optional>

#include "diag/diagnostic.h"
#include "document/document.h"
#include "document/pagination.h"
#include "layout/place.h"

namespace handbill::build {

/// Binds the document once more, with what is told of its pages.
using BindAgain = std::function<std::optional<document::Document>(const document::Pagination&,
                                                                  diag::Diagnostics&)>;

struct Reflowed {
  document::Document source;    ///< as the layout has it, telling of the edition's pages
  document::Document document;  ///< on those
};

/// `source` is what was bound last, and `pages` what it was bound with. Where it tells of pages it
/// is bound again until that is so of the edition's; then `diags` is what that told instead.
/// Nothing: an error was added.
std::optional<Reflowed> reflow(document::Document source, document::Pagination pages,
                               const BindAgain& bind, const layout::Type& type,
                               diag::Diagnostics& diags);

}  // namespace handbill::build
