// SPDX-License-Identifier: MIT
// QR codes among painted things.
#pragma once

#include <cstddef>
#include <vector>

#include "plates/print.h"

namespace handbill::rules {

struct QrCode {
  std::size_t page = 0;
  std::size_t object = 0;  ///< index in Page::objects
  Rect box{};              ///< of its modules, without the quiet zone
  Length module{};         ///< side of one
};

/// Known by their three finder patterns (ISO/IEC 18004, 6.3.3): squares of 7, 5 and 3 modules round
/// one centre, in three corners of a square. Found where a code is one filled shape that goes round
/// its dark areas, as Handbill and most programs draw it; not when each module is a shape of its
/// own, nor in pictures.
std::vector<QrCode> find_qr_codes(const plates::Print& print);

}  // namespace handbill::rules
