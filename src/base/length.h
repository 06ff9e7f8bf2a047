// SPDX-License-Identifier: MIT
// Lengths. One type, held in PostScript points (1/72 inch); other units exist only at the named
// constructors. Never pass a bare double as a length.
#pragma once

#include <compare>

namespace handbill {

class Length {
 public:
  constexpr Length() = default;

  static constexpr Length pt(double value) { return Length(value); }
  static constexpr Length mm(double value) { return Length(value * 72.0 / 25.4); }
  static constexpr Length cm(double value) { return Length(value * 72.0 / 2.54); }
  static constexpr Length inch(double value) { return Length(value * 72.0); }
  /// The PostScript pica, 12 points.
  static constexpr Length pica(double value) { return Length(value * 12.0); }

  constexpr double pt() const { return pt_; }
  constexpr double mm() const { return pt_ * 25.4 / 72.0; }
  constexpr double inch() const { return pt_ / 72.0; }

  constexpr auto operator<=>(const Length&) const = default;
  constexpr Length operator-() const { return Length(-pt_); }
  constexpr Length& operator+=(Length other) {
    pt_ += other.pt_;
    return *this;
  }
  constexpr Length& operator-=(Length other) {
    pt_ -= other.pt_;
    return *this;
  }
  friend constexpr Length operator+(Length a, Length b) { return Length(a.pt_ + b.pt_); }
  friend constexpr Length operator-(Length a, Length b) { return Length(a.pt_ - b.pt_); }
  friend constexpr Length operator*(Length a, double k) { return Length(a.pt_ * k); }
  friend constexpr Length operator*(double k, Length a) { return Length(a.pt_ * k); }
  friend constexpr Length operator/(Length a, double k) { return Length(a.pt_ / k); }
  friend constexpr double operator/(Length a, Length b) { return a.pt_ / b.pt_; }

 private:
  constexpr explicit Length(double value) : pt_(value) {}
  double pt_ = 0;
};

/// The one tolerance of the program: a hundredth of a point, 3.5 micrometres, far below any press.
inline constexpr Length kTolerance = Length::pt(0.01);

/// True when `needed` goes into `available`, give or take kTolerance.
constexpr bool fits(Length needed, Length available) { return needed <= available + kTolerance; }

namespace literals {
constexpr Length operator""_pt(long double v) { return Length::pt(static_cast<double>(v)); }
constexpr Length operator""_pt(unsigned long long v) { return Length::pt(static_cast<double>(v)); }
constexpr Length operator""_mm(long double v) { return Length::mm(static_cast<double>(v)); }
constexpr Length operator""_mm(unsigned long long v) { return Length::mm(static_cast<double>(v)); }
constexpr Length operator""_in(long double v) { return Length::inch(static_cast<double>(v)); }
constexpr Length operator""_in(unsigned long long v) {
  return Length::inch(static_cast<double>(v));
}
}  // namespace literals

}  // namespace handbill
