// SPDX-License-Identifier: MIT
// Which values of the content a document prints. Blanks and drafts count for it only there.
#pragma once

#include <set>

#include "diag/span.h"
#include "spec/value.h"

namespace handbill::content {

/// Values are known by where they are written, in a file or in `--set`: computed ones are not among
/// them.
class Printed {
 public:
  /// The value, and with it all it holds.
  void add(const spec::Value& value) {
    if (value.span.known()) places_.insert(value.span);
  }
  bool has(const spec::Value& value) const { return has_at(value.span); }
  bool has_at(const diag::Span& place) const { return places_.contains(place); }
  bool has_any_of(diag::FileId file) const {
    const auto first = places_.lower_bound(diag::Span{file, 0, 0});
    return first != places_.end() && first->file == file;
  }

 private:
  std::set<diag::Span> places_;
};

}  // namespace handbill::content
