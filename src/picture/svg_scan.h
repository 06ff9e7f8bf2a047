// SPDX-License-Identifier: MIT
// Reads the small grammars inside SVG attributes: numbers, lists, flags.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace handbill::picture {

/// A place in a text that moves on as things are read; what can't be read moves nothing.
class SvgScan {
 public:
  explicit SvgScan(std::string_view text) : text_(text) {}

  std::size_t at() const { return at_; }
  bool done() const { return at_ == text_.size(); }
  /// The next byte; 0 at the end.
  char peek() const { return done() ? '\0' : text_[at_]; }
  bool take(char c);
  void skip_space();
  /// White space with at most one comma in it. True when there was a comma.
  bool skip_separator();
  /// A number with optional sign and exponent (SVG 1.1, 4.2), finite.
  std::optional<double> number();
  /// 0 or 1, which may be followed by anything (SVG 1.1, 8.3.9).
  std::optional<bool> flag();
  /// ASCII letters and hyphens; may be empty.
  std::string_view word();
  std::string_view rest() const { return text_.substr(at_); }
  /// `count` is at most the size of `rest()`.
  void skip_bytes(std::size_t count) { at_ += count; }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

bool is_svg_space(char c);
std::string_view trimmed(std::string_view text);

/// The whole text as one number.
std::optional<double> parse_svg_number(std::string_view text);
/// The whole text as numbers between spaces or commas; an empty text gives an empty list.
std::optional<std::vector<double>> parse_svg_numbers(std::string_view text);

}  // namespace handbill::picture
