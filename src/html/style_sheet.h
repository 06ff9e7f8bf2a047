// SPDX-License-Identifier: MIT
// What all pages look like, whatever their layout: widths, spaces, lists, tables, fields, paper.
// Private to this folder.
#pragma once

#include <string_view>

namespace handbill::html {

extern const std::string_view kStyleSheet;
/// Comes last: on paper everything is black on white.
extern const std::string_view kPrintSheet;

}  // namespace handbill::html
