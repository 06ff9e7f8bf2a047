// SPDX-License-Identifier: MIT
// Lengths in messages, in the unit the sheet was most likely thought of in.
#pragma once

#include <string>

#include "base/geometry.h"

namespace handbill {

enum class UserUnit { Millimetre, Inch };

/// Inches when both sides of the sheet are whole sixteenths of an inch, else millimetres.
UserUnit user_unit(Size trim);

/// "12.4 mm", "0.49 in"; what is shorter than a tenth of an inch in points: "3.2 pt".
std::string in_words(Length length, UserUnit unit);

}  // namespace handbill
