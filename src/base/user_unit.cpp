// SPDX-License-Identifier: MIT
#include "base/user_unit.h"

#include <cmath>

#include "base/number.h"

namespace handbill {
namespace {

bool is_whole_sixteenths(Length length) {
  const double sixteenths = length.inch() * 16;
  return std::abs(sixteenths - std::round(sixteenths)) < 1e-3;
}

}  // namespace

UserUnit user_unit(Size trim) {
  return is_whole_sixteenths(trim.width) && is_whole_sixteenths(trim.height) ? UserUnit::Inch
                                                                             : UserUnit::Millimetre;
}

std::string in_words(Length length, UserUnit unit) {
  if (unit == UserUnit::Millimetre) {
    return format_number(length.mm(), std::abs(length.mm()) < 1 ? 2 : 1) + " mm";
  }
  if (std::abs(length.inch()) >= 0.1 || length == Length()) {
    return format_number(length.inch(), is_whole_sixteenths(length) ? 4 : 2) + " in";
  }
  return format_number(length.pt(), std::abs(length.pt()) < 1 ? 2 : 1) + " pt";
}

}  // namespace handbill
