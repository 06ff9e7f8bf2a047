// SPDX-License-Identifier: MIT
// Pictures: JPEG passes through untouched, PNG is decoded.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "color/preview.h"
#include "diag/diagnostic.h"
#include "display/page_list.h"

namespace handbill::picture {

/// `name` decides nothing: the kind is read from the bytes. Reports picture-broken or
/// picture-unsupported at `asked_at` (limits: 20,000 pixels a side, 100 megapixels).
/// RGB stays RGB here; `to_press` turns it into ink. Gray of one bit stays one bit, its rows
/// padded to whole bytes, 1 is white; 16 bits become 8; an alpha that hides nothing is left out. A
/// JPEG that Exif wants turned is unsupported, as its bytes go to the press untouched.
std::shared_ptr<const display::Picture> read_picture(std::string_view bytes, std::string name,
                                                     diag::Span asked_at, diag::Diagnostics& diags);

/// RGB pictures, JPEG or not, as raw CMYK with the same alpha; gray and CMYK come back as they
/// are. RGB is taken for sRGB, whatever profile the file carries. Reports picture-broken (and
/// gives nothing) when the data of a JPEG turn out to be damaged.
std::shared_ptr<const display::Picture> to_press(std::shared_ptr<const display::Picture> picture,
                                                 const color::Preview& press, diag::Span asked_at,
                                                 diag::Diagnostics& diags);

}  // namespace handbill::picture
