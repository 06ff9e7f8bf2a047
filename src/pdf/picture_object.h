// SPDX-License-Identifier: MIT
// Pictures as image XObjects (PDF 1.7, 8.9.5).
#pragma once

#include <optional>

#include "display/page_list.h"
#include "pdf/haru_document.h"

namespace handbill::pdf {

/// JPEG goes in untouched, rows are deflated. The picture must live until the document is saved.
/// Nothing: the data are shorter or longer than the size says.
std::optional<ObjectRef> write_picture(const display::Picture& picture, HaruDocument& document);

}  // namespace handbill::pdf
