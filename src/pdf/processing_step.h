// SPDX-License-Identifier: MIT
// Processing steps (ISO 19593-1) as layers, which PDF calls optional content (PDF 1.7, 8.11): a
// finishing machine finds the lines there, a press leaves the layer and its ink out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "color/color.h"
#include "display/page_list.h"
#include "pdf/haru_document.h"

namespace handbill::pdf {

/// "Folding": the step's type, which names its layer and its ink too. Not for None.
std::string_view name_of(display::ProcessingStep step);

/// An ink of the step's own; it is never mixed on a press.
color::Color ink_of(display::ProcessingStep step);

/// The entries of the layer's dictionary.
std::string layer_entries(display::ProcessingStep step);

/// "/OCProperties<<...>>": all layers are on. PDF/X-4 wants the configuration named and without
/// rules for single uses (/AS).
std::string layer_properties(const std::vector<ObjectRef>& layers);

}  // namespace handbill::pdf
