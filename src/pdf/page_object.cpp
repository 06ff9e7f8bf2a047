// SPDX-License-Identifier: MIT
#include "pdf/page_object.h"

#include <string_view>

#include "base/number.h"
#include "pdf/syntax.h"

namespace handbill::pdf {
namespace {

/// A URI is ASCII (RFC 3986, 2.1): everything else by its UTF-8 bytes.
std::string percent_encoded(std::string_view target) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string uri;
  for (const char c : target) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > ' ' && byte < 127) {
      uri += c;
    } else {
      uri += '%';
      uri += kDigits[byte >> 4];
      uri += kDigits[byte & 15];
    }
  }
  return uri;
}

}  // namespace

std::string box_entries(const display::Page& page, Claims standard) {
  const Flip flip(page);
  std::string text;
  const auto box = [&](std::string_view key, const Rect& rect) {
    text += key;
    append_box(text, flip.box(rect));
    text += '\n';
  };
  box("/MediaBox", page.media);
  if (!standard.is_pdfx()) box("/CropBox", page.media);
  box("/BleedBox", page.bleed);
  box("/TrimBox", Rect{{}, {}, page.trim.width, page.trim.height});
  return text;
}

std::string link_entries(const display::Link& link, const Flip& flip, const std::string& place) {
  const Rect box = flip.box(link.box);
  std::string text = "/Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect";
  append_box(text, box);
  text += "/QuadPoints[";
  // Counterclockwise from the lower left corner (PDF 1.7, 12.5.6.5); `top` is the lower edge here.
  for (const Point corner : {Point{box.left, box.top}, Point{box.right(), box.top},
                             Point{box.right(), box.bottom()}, Point{box.left, box.bottom()}}) {
    if (text.back() != '[') text += ' ';
    append_number(text, corner.x.pt(), 4);
    text += ' ';
    append_number(text, corner.y.pt(), 4);
  }
  text += "]/Contents";
  append_text(text, link.target);
  if (!place.empty()) return text + "/Dest" + place;
  text += "/A<</S/URI/URI";
  append_literal(text, percent_encoded(link.target));
  return text + ">>";
}

}  // namespace handbill::pdf
