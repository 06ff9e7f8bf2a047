// SPDX-License-Identifier: MIT
// Pictures as image XObjects (PDF 1.7, 8.9.5).
#pragma once

#include <optional>
#include <string>

#include "base/claims.h"
#include "display/page_list.h"
#include "pdf/haru_document.h"

namespace handbill::pdf {

/// What keeps the picture out of a file of that standard; nothing while all is well.
std::optional<std::string> problem_with(const display::Picture& picture, Claims standard);

/// JPEG goes in untouched, rows are deflated. Grey and 1-bit pictures are DeviceGray, which prints
/// with black alone (PDF 1.7, 10.3.3). A picture that has a profile is in the colour space made
/// of it, `profile` being its stream. It must live until the document is saved, and have no
/// problem.
ObjectRef write_picture(const display::Picture& picture, std::optional<ObjectRef> profile,
                        HaruDocument& document);

}  // namespace handbill::pdf
