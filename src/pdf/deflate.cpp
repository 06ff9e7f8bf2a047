// SPDX-License-Identifier: MIT
#include "pdf/deflate.h"

#include <libdeflate.h>

#include "base/check.h"

namespace handbill::pdf {
namespace {

constexpr int kLevel = 9;

}  // namespace

Deflater::Deflater() : compressor_(libdeflate_alloc_compressor(kLevel)) {
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
