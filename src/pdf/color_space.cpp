// SPDX-License-Identifier: MIT
#include "pdf/color_space.h"

#include <array>

#include "base/number.h"
#include "pdf/syntax.h"

namespace handbill::pdf {
namespace {

/// Longer names are beyond what every reader takes (PDF 1.7, annex C).
constexpr std::size_t kLongestName = 127;

/// "All" and "None" are no inks of their own (PDF 1.7, 8.6.6.4).
bool can_name_plate(const std::string& name) {
  return !name.empty() && name.size() <= kLongestName && name != "All" && name != "None";
}

std::array<double, 4> amounts(const color::Cmyk& ink) { return {ink.c, ink.m, ink.y, ink.k}; }

}  // namespace

std::optional<Plate> plate_of(const color::Color& ink) {
  if (ink.kind == color::InkKind::Registration) return Plate{"All", {1, 1, 1, 1}};
  if (!can_name_plate(ink.spot)) return std::nullopt;
  return Plate{ink.spot, ink.cmyk};
}

std::string separation_space(const Plate& plate) {
  std::string text = "[/Separation";
  append_name(text, plate.name);
  text += "/DeviceCMYK<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[";
  for (const double amount : amounts(plate.solid)) {
    if (text.back() != '[') text += ' ';
    append_number(text, amount, 4);
  }
  return text + "]/N 1>>]";
}

std::string device_n_space(const Colorants& colorants, std::uint32_t tint_transform) {
  std::string text = "[/DeviceN[";
  if (colorants.process) text += "/Cyan/Magenta/Yellow/Black";
  for (const Plate& plate : colorants.plates) append_name(text, plate.name);
  text += "]/DeviceCMYK ";
  append_reference(text, tint_transform);
  text += "<</Colorants<<";
  for (const Plate& plate : colorants.plates) {
    append_name(text, plate.name);
    text += separation_space(plate);
  }
  return text + ">>>>]";
}

std::string tint_transform_entries(const Colorants& colorants) {
  std::string text = "/FunctionType 4/Domain[";
  for (std::size_t i = 0; i < colorants.count(); ++i) text += i == 0 ? "0 1" : " 0 1";
  return text + "]/Range[0 1 0 1 0 1 0 1]";
}

/// For each process ink 1 - (1 - amount) (1 - amount solid) ..., the operands staying below on the
/// stack until the end (PDF 1.7, 7.10.5).
std::string tint_transform_program(const Colorants& colorants) {
  const std::size_t operands = colorants.count();
  std::string text = "{";
  for (std::size_t ink = 0; ink < 4; ++ink) {
    // Above the operands: the results so far, the light that is left, and a 1.
    const auto darken = [&](std::size_t operand, double solid) {
      if (solid == 0) return;
      text += "1 " + std::to_string(operands - 1 - operand + ink + 2) + " index ";
      if (solid != 1) {
        append_number(text, solid, 4);
        text += " mul ";
      }
      text += "sub mul ";
    };
    text += "1 ";
    if (colorants.process) darken(ink, 1);
    for (std::size_t i = 0; i < colorants.plates.size(); ++i) {
      darken((colorants.process ? 4 : 0) + i, amounts(colorants.plates[i].solid).at(ink));
    }
    text += "1 exch sub ";
  }
  text += std::to_string(operands + 4) + " 4 roll";
  for (std::size_t i = 0; i < operands; ++i) text += " pop";
  return text + "}";
}

}  // namespace handbill::pdf
