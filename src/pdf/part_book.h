// SPDX-License-Identifier: MIT
// Parts of PDFs that were made before, kept from document to document.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/recent.h"
#include "font/subset.h"
#include "pdf/icc_profile.h"

namespace handbill::pdf {

class Deflater;

/// Same bytes as when nothing is kept. For the fonts of one FontBook, and for one thread.
class PartBook {
 public:
  /// `bytes` in the zlib format.
  std::string deflated(std::string_view bytes, Deflater& deflater);
  /// As font::subset. Null: HarfBuzz refused the font.
  std::shared_ptr<const font::Subset> subset(const font::Face& face,
                                             std::span<const font::GlyphId> glyphs);
  ProfileStreams& profiles() { return profiles_; }

 private:
  static constexpr std::size_t kMostBytes = std::size_t{16} << 20U;

  Recent<std::string> streams_{kMostBytes};
  Recent<font::Subset> subsets_{kMostBytes};
  ProfileStreams profiles_{};
};

}  // namespace handbill::pdf
