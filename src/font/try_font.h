// SPDX-License-Identifier: MIT
// A font file that nobody vouches for is tried before the program opens it: a reader does with it
// what setting text in it, drawing it and embedding it will do. For the files of this folder only.
#pragma once

#include <optional>
#include <string_view>

#include "confined/reader.h"
#include "font/font_book.h"

namespace handbill::font {

/// What became of the reader; nothing: it is well. Whether the font is fit for use is not asked.
std::optional<confined::Outcome> try_font(confined::Reader& reader, std::string_view bytes,
                                          const CatalogFace& wanted);

}  // namespace handbill::font
