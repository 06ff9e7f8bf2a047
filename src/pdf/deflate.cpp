// SPDX-License-Identifier: MIT
#include "pdf/deflate.h"

#include <libdeflate.h>

#include "base/check.h"

namespace handbill::pdf {
namespace {

// On pages of text, level 9 gives 3 % less in 2.6 times the time, level 12 8 % less in 20 times.
constexpr int kThorough = 6;
constexpr int kFast = 1;

}  // namespace

Deflater::Deflater(Effort effort)
    : compressor_(libdeflate_alloc_compressor(effort == Effort::Fast ? kFast : kThorough)) {
  HANDBILL_CHECK(compressor_ != nullptr, "there is memory for a compressor");
}

Deflater::~Deflater() { libdeflate_free_compressor(compressor_); }

std::string Deflater::deflate(std::string_view bytes) {
  std::string packed(libdeflate_zlib_compress_bound(compressor_, bytes.size()), '\0');
  const std::size_t size = libdeflate_zlib_compress(compressor_, bytes.data(), bytes.size(),
                                                    packed.data(), packed.size());
  HANDBILL_CHECK(size > 0, "the bound is large enough");
  packed.resize(size);
  return packed;
}

}  // namespace handbill::pdf
