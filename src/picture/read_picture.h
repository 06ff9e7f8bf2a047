// SPDX-License-Identifier: MIT
// Pictures: JPEG passes through untouched, PNG is decoded.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "diag/diagnostic.h"
#include "display/page_list.h"

namespace handbill::picture {

/// `name` decides nothing: the kind is read from the bytes. Reports picture-broken or
/// picture-unsupported at `asked_at` (limits: 20,000 pixels a side, 100 megapixels).
/// RGB stays RGB here; `to_press` turns it into ink.
std::shared_ptr<const display::Picture> read_picture(std::string_view bytes, std::string name,
                                                     diag::Span asked_at, diag::Diagnostics& diags);

}  // namespace handbill::picture
