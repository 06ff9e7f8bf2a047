// SPDX-License-Identifier: MIT
// Numbers as text: never by the locale, never in exponent form, the same on every machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace handbill {

/// `value` with at most `decimals` decimals (0 to 9), trailing zeros cut: 1.50 -> "1.5",
/// -0.0 -> "0". `value` must be finite.
std::string format_number(double value, int decimals);
void append_number(std::string& out, double value, int decimals);

/// The whole of `text` as a decimal number ("-1", ".5", "2.25"); no exponent, no space.
std::optional<double> parse_number(std::string_view text);

/// Hexadecimal, in capitals, with zeros before it up to `digits`: (233, 4) -> "00E9".
std::string hex_digits(std::uint64_t value, std::size_t digits);

}  // namespace handbill
