// SPDX-License-Identifier: MIT
// ICU's iterators over breaks, closed at the end. Private to this folder.
#pragma once

#include <unicode/ubrk.h>

#include <memory>

namespace handbill::text {

struct CloseBreakIterator {
  void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
};
using BreakIteratorPtr = std::unique_ptr<UBreakIterator, CloseBreakIterator>;

}  // namespace handbill::text
