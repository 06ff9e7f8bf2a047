// SPDX-License-Identifier: MIT
// The checksums of a PNG file (PNG 1.2, 3.2 and 5): libspng stops reading at the last pixel, and
// what follows it would go unseen.
#include <zlib.h>

#include "base/big_endian.h"
#include "display/zlib_check.h"
#include "picture/raster.h"

namespace handbill::picture {
namespace {

constexpr std::size_t kSignatureBytes = 8;
constexpr std::size_t kFrameBytes = 12;  ///< length, type and checksum of a chunk

const unsigned char* unsigned_bytes(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

}  // namespace

std::string png_damage(std::string_view bytes, std::uint64_t most_pixel_bytes) {
  display::ZlibCheck pixels(most_pixel_bytes);
  std::string_view type;
  for (std::size_t at = kSignatureBytes; type != "IEND";) {
    if (at + kFrameBytes > bytes.size()) return "ends too early";
    const std::uint32_t length = big_endian_at(bytes, at);
    if (length > bytes.size() - at - kFrameBytes) return "ends too early";
    const std::string_view body = bytes.substr(at + 4, std::size_t{length} + 4);
    type = body.substr(0, 4);
    const std::uint32_t stated = big_endian_at(bytes, at + 8 + length);
    if (crc32(0, unsigned_bytes(body), length + 4) != stated) {
      return "has damaged data (a chunk does not match its checksum)";
    }
    if (type == "IDAT" && !pixels.take(body.substr(4))) {
      return "has damaged data (its pixels do not match their checksum)";
    }
    at += kFrameBytes + length;
  }
  return pixels.has_ended() ? "" : "ends too early";
}

}  // namespace handbill::picture
