// SPDX-License-Identifier: MIT
// Spot inks as colour spaces (PDF 1.7, 8.6.6).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "color/color.h"

namespace handbill::pdf {

/// A plate beyond the four process inks.
struct Plate {
  std::string name;  ///< as the PDF has it; "All": every plate
  color::Cmyk solid;
  bool operator==(const Plate&) const = default;
};

/// Of a spot or registration ink; nothing when its name can't be a plate's.
std::optional<Plate> plate_of(const color::Color& ink);

/// "[/Separation/Name/DeviceCMYK<<...>>]".
std::string separation_space(const Plate& plate);

/// What colours have in common that are mixed: the process inks or not, then others.
struct Colorants {
  bool process = false;
  std::vector<Plate> plates;
  std::size_t count() const { return (process ? 4 : 0) + plates.size(); }
};

/// "[/DeviceN[/Cyan...]/DeviceCMYK 12 0 R<<...>>]"; `tint_transform` is the number of the function.
std::string device_n_space(const Colorants& colorants, std::uint32_t tint_transform);
/// The dictionary entries of that function, and its program: each ink takes its share of the light
/// that those before it left.
std::string tint_transform_entries(const Colorants& colorants);
std::string tint_transform_program(const Colorants& colorants);

}  // namespace handbill::pdf
