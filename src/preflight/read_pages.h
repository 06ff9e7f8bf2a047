// SPDX-License-Identifier: MIT
// The pages of an open file as plates::Print.
#pragma once

#include "preflight/inspect.h"
#include "preflight/interpreter.h"
#include "preflight/page_boxes.h"
#include "preflight/qpdf.h"

namespace handbill::preflight {

struct FilePage {
  Handle object = Handle::newNull();
  PageBoxes boxes;
};

/// At most 5,000, in order.
inline constexpr std::size_t kMostPages = 5000;
std::vector<FilePage> list_pages(QPDF& pdf);

/// Fills `reading.print`; stops when its budget is used up. With `each_page`, a page is handed over
/// as soon as it is read, and no more is kept of it than its boxes.
void read_pages(const std::vector<FilePage>& pages, Reading& reading, const PageReader& each_page);

}  // namespace handbill::preflight
