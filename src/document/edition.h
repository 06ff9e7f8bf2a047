// SPDX-License-Identifier: MIT
// Editions of a document by how large they are printed for their readers.
#pragma once

#include <string_view>

#include "diag/diagnostic.h"
#include "spec/layout_spec.h"

namespace handbill::document {

struct Edition {
  std::string_view name;
  Length smallest;          ///< type
  diag::Severity severity;  ///< of type below that
};

const Edition& edition_of(const spec::LayoutSpec& layout);

}  // namespace handbill::document
