// SPDX-License-Identifier: MIT
// What the parts of bind share.
#pragma once

#include "document/bind.h"
#include "document/teller.h"

namespace handbill::document {

struct Context : Teller {
  const Theme& theme;
  const BindInputs& inputs;
  font::FontBook& fonts;

  const spec::LayoutSpec& layout() const { return *theme.inputs.layout; }
  const Shop* shop() const { return theme.inputs.shop.get(); }
  /// Reports unknown-swatch; black stands in.
  color::Color color(const spec::ColorSpec& wanted) const {
    return theme.swatches.color(wanted, *this);
  }
};

}  // namespace handbill::document
