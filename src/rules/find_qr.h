// SPDX-License-Identifier: MIT
// QR codes among painted things.
#pragma once

#include <cstddef>
#include <vector>

#include "plates/print.h"

namespace handbill::rules {

struct QrCode {
  std::size_t page = 0;
  std::size_t first = 0, object = 0;  ///< the first and last that draw it, in Page::objects
  Rect box{};                         ///< of its modules, without the quiet zone
  Length module{};                    ///< side of one
};

/// Known by their three finder patterns (ISO/IEC 18004, 6.3.3): squares of 7, 5 and 3 modules round
/// one centre, in three corners of a square. Found where a code is one filled shape that goes round
/// its dark areas, as Handbill draws it, and where its modules or rows of them are boxes, of one
/// path or many; not in pictures.
std::vector<QrCode> find_qr_codes(const plates::Print& print);

}  // namespace handbill::rules
