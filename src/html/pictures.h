// SPDX-License-Identifier: MIT
// Pictures and drawings as addresses that hold them. Private to this folder.
#pragma once

#include <string>

#include "color/preview.h"
#include "document/document.h"
#include "font/font_book.h"
#include "words/words.h"

namespace handbill::html {

struct WebPicture {
  std::string address;  ///< "data:image/svg+xml;base64,…"; empty: it is damaged
  double shape = 1;     ///< width by height
};

WebPicture web_picture(const words::Shown& shown, const document::Document& document,
                       const font::FontBook& fonts, const color::Preview& press);

}  // namespace handbill::html
