// SPDX-License-Identifier: MIT
// What a file says about itself: the document information dictionary (PDF 1.7, 14.3.3) and the same
// once more as XMP (ISO 16684-1).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/claims.h"
#include "display/page_list.h"

namespace handbill::pdf {

/// The namespace of our own XMP properties.
inline constexpr std::string_view kXmpNamespace = "https://handbill.invalid/ns/1.0/";

/// PDF/X asks for dates: without a revision date they are 2000-01-01, never the clock's.
std::string info_entries(const display::Metadata& metadata, Claims standard);

/// The packet: all that info_entries has, what the file says that it keeps, an identifier made of
/// `content_hash` (32 hexadecimal digits), and `inputs` as the sequence `inputs` of kXmpNamespace.
/// With PDF/A in `claims` what that does not know of it is described (ISO 19005-2, 6.6.2.3).
std::string xmp_packet(const display::Metadata& metadata, Claims claims,
                       const std::vector<std::string>& inputs, std::string_view content_hash);

}  // namespace handbill::pdf
