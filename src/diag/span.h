// SPDX-License-Identifier: MIT
// Where a value stands in the user's text.
#pragma once

#include <cstdint>

#include "base/id.h"

namespace handbill::diag {

using FileId = Id<struct FileTag>;

/// Bytes [begin, end) of one file of the source map. A default span means "nowhere in particular".
struct Span {
  FileId file{UINT32_MAX};
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool known() const { return file.value != UINT32_MAX; }
  /// `length` bytes from `offset` of this span on.
  Span part(std::uint32_t offset, std::uint32_t length) const {
    return {file, begin + offset, begin + offset + length};
  }
  auto operator<=>(const Span&) const = default;
};

/// A value together with the place it came from.
template <class T>
struct Spanned {
  T value{};
  Span span{};
};

}  // namespace handbill::diag
