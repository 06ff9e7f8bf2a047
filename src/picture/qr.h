// SPDX-License-Identifier: MIT
// QR codes (ISO/IEC 18004) by Zint, as art.
#pragma once

#include <memory>
#include <string_view>

#include "diag/diagnostic.h"
#include "display/page_list.h"

namespace handbill::picture {

enum class QrLevel { L, M, Q, H };

/// One shape of merged module runs in `ink`, one module one point, the quiet zone of four modules
/// (ISO/IEC 18004, 9.1) included in the size, nothing painted behind. Reports qr-too-long.
std::shared_ptr<const display::Art> make_qr(std::string_view text, QrLevel level,
                                            const color::Color& ink, diag::Span asked_at,
                                            diag::Diagnostics& diags);

}  // namespace handbill::picture
