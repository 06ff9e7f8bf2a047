// SPDX-License-Identifier: MIT
// The pages of an open file as plates::Print.
#pragma once

#include "preflight/interpreter.h"
#include "preflight/page_boxes.h"
#include "preflight/qpdf.h"

namespace handbill::preflight {

struct FilePage {
  Handle object = Handle::newNull();
  PageBoxes boxes;
};

/// At most 5,000, in order.
std::vector<FilePage> list_pages(QPDF& pdf);

/// Fills `reading.print`; stops when its budget is used up.
void read_pages(const std::vector<FilePage>& pages, Reading& reading);

}  // namespace handbill::preflight
