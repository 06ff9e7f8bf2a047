// SPDX-License-Identifier: MIT
// PDF tokens as text (PDF 1.7, 7.3): libharu's own writers cut numbers and leave names unescaped.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/geometry.h"

namespace handbill::pdf {

/// Thousandths of a point: what is written is exactly what is added up.
using Milli = std::int64_t;

/// Coordinates beyond this are outside what every reader can draw (PDF 1.7, annex C).
inline constexpr double kLargestCoordinate_pt = 32767;

/// Nothing: not finite, or beyond kLargestCoordinate_pt.
inline std::optional<Milli> to_milli(double points) {
  // Written so that NaN fails too.
  if (!(points >= -kLargestCoordinate_pt && points <= kLargestCoordinate_pt)) return std::nullopt;
  return static_cast<Milli>(points * 1000 + (points < 0 ? -0.5 : 0.5));
}
void append_milli(std::string& out, Milli value);

/// "/Name", with everything that is not a regular character escaped.
void append_name(std::string& out, std::string_view utf8);
/// A string object: PDFDocEncoding where the text is ASCII, UTF-16 else.
void append_text(std::string& out, std::string_view utf8);
/// "(...)" with the bytes as they are, escaped where PDF wants it.
void append_literal(std::string& out, std::string_view bytes);
/// What stands between those brackets for one byte.
void append_literal_byte(std::string& out, char byte);
/// "<FEFF...>": UTF-16, as ActualText takes it.
void append_utf16_string(std::string& out, std::string_view utf8);
/// UTF-16, big endian, in hexadecimal digits, without brackets.
void append_utf16_hex(std::string& out, std::string_view utf8);
/// Four hexadecimal digits.
void append_hex16(std::string& out, std::uint32_t value);
/// "12 0 R".
void append_reference(std::string& out, std::uint32_t object_number);
/// "[0 0 612 792]", from the lower left corner to the upper right one, in PDF's axes.
void append_box(std::string& out, const Rect& box_y_up);

}  // namespace handbill::pdf
