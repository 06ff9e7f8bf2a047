// SPDX-License-Identifier: MIT
// QR codes (ISO/IEC 18004) by Zint, as art.
#pragma once

#include <memory>
#include <string_view>

#include "diag/diagnostic.h"
#include "display/page_list.h"

namespace handbill::picture {

enum class QrLevel { L, M, Q, H };

/// Whether the white around the modules is part of the art, or what stands beside it keeps off.
enum class QuietZone { Inside, Outside };

struct QrLook {
  QrLevel level = QrLevel::M;
  color::Color ink = color::Color::black();
  QuietZone quiet_zone = QuietZone::Inside;
};

/// One shape of merged module runs, one module one point, the quiet zone of four modules (ISO/IEC
/// 18004, 9.1) included in the size if it is to be, nothing painted behind. Reports qr-too-long.
std::shared_ptr<const display::Art> make_qr(std::string_view text, const QrLook& look,
                                            diag::Span asked_at, diag::Diagnostics& diags);

}  // namespace handbill::picture
