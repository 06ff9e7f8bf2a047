// SPDX-License-Identifier: MIT
#include "html/pictures.h"

#include "base/base64.h"
#include "base/overload.h"
#include "svg/screen_picture.h"
#include "svg/write_svg.h"

namespace handbill::html {
namespace {

WebPicture drawing(const display::Art& art, const font::FontBook& fonts,
                   const color::Preview& press) {
  display::PageList pages;
  display::Page& page = pages.pages.emplace_back();
  page.trim = art.size;
  for (const display::Shape& each : art.shapes) page.items.push_back({each});
  WebPicture picture{"data:image/svg+xml;base64,"};
  append_base64(picture.address, svg::write_svg(pages, 0, fonts, press, {.paper = false}));
  if (art.size.height > Length()) picture.shape = art.size.width / art.size.height;
  return picture;
}

WebPicture pixels(const display::Picture& picture, const color::Preview& press) {
  const double height = picture.height > 0 ? picture.height : 1;
  return {svg::data_uri(picture, press), picture.width / height};
}

}  // namespace

WebPicture web_picture(const words::Shown& shown, const document::Document& document,
                       const font::FontBook& fonts, const color::Preview& press) {
  return std::visit(Overload{[&](display::PictureId picture) {
                               return pixels(*document.pictures.at(picture.index()).picture, press);
                             },
                             [&](const std::shared_ptr<const display::Art>& art) {
                               return drawing(*art, fonts, press);
                             }},
                    shown);
}

}  // namespace handbill::html
