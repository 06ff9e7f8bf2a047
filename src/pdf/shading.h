// SPDX-License-Identifier: MIT
// Gradients as shading dictionaries (PDF 1.7, 8.7.4.5).
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "display/page_list.h"
#include "pdf/color_space.h"
#include "pdf/flip.h"

namespace handbill::pdf {

/// True when the gradient has no length: then all is of its last colour (SVG 2, 14.2).
bool is_flat(const display::Gradient& gradient);

/// The inks of all stops together; paper, being none, goes with any. Nothing: registration is mixed
/// with others, or a name can't be a plate's.
std::optional<Colorants> colorants_of(const display::Gradient& gradient);

/// An axial or radial shading in `color_space`, which is that of `colorants`. Nothing: a coordinate
/// is beyond what a PDF can hold.
std::optional<std::string> shading_entries(const display::Gradient& gradient,
                                           const Colorants& colorants, std::string_view color_space,
                                           const Flip& flip);

/// The same in DeviceRGB, each stop as it looks, and as inks mix between them.
std::optional<std::string> screen_shading_entries(
    const display::Gradient& gradient,
    const std::function<color::Rgb(const color::Color&)>& on_screen, const Flip& flip);

}  // namespace handbill::pdf
