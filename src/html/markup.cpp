// SPDX-License-Identifier: MIT
#include "html/markup.h"

#include "svg/xml.h"

namespace handbill::html {

void Markup::open(std::string_view element, const Attributes& attributes) {
  out_ += '<';
  out_ += element;
  for (const auto& [name, value] : attributes) {
    out_ += ' ';
    out_ += name;
    out_ += "=\"";
    svg::append_escaped(out_, value);
    out_ += '"';
  }
  out_ += '>';
}

void Markup::close(std::string_view element) {
  out_ += "</";
  out_ += element;
  out_ += '>';
}

void Markup::text(std::string_view text) { svg::append_escaped(out_, text); }

}  // namespace handbill::html
