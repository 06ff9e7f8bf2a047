// SPDX-License-Identifier: MIT
// The checksums of a PNG file (PNG 1.2, 3.2 and 5): libspng stops reading at the last pixel, and
// what follows it would go unseen.
#include <zlib.h>

#include <array>

#include "base/check.h"
#include "picture/raster.h"

namespace handbill::picture {
namespace {

constexpr std::size_t kSignatureBytes = 8;
constexpr std::size_t kFrameBytes = 12;  ///< length, type and checksum of a chunk

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i)
    value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

const unsigned char* unsigned_bytes(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

/// Unpacks what the chunks of pixels hold, and forgets it: zlib compares the checksum at the end.
class PixelCheck {
 public:
  explicit PixelCheck(std::uint64_t most) : left_(most) {
    HANDBILL_CHECK(inflateInit(&stream_) == Z_OK, "there is memory for a window");
  }
  ~PixelCheck() { inflateEnd(&stream_); }
  PixelCheck(const PixelCheck&) = delete;
  PixelCheck& operator=(const PixelCheck&) = delete;

  /// False: the data are damaged, or never end.
  bool take(std::string_view packed) {
    stream_.next_in = const_cast<unsigned char*>(unsigned_bytes(packed));
    stream_.avail_in = static_cast<unsigned>(packed.size());
    while (stream_.avail_in > 0 && state_ == Z_OK) {
      std::array<unsigned char, 1 << 15> out;
      stream_.next_out = out.data();
      stream_.avail_out = static_cast<unsigned>(out.size());
      state_ = inflate(&stream_, Z_NO_FLUSH);
      const std::uint64_t count = out.size() - stream_.avail_out;
      if (count > left_) return false;
      left_ -= count;
      if (state_ == Z_BUF_ERROR) state_ = Z_OK;
    }
    return state_ == Z_OK || state_ == Z_STREAM_END;
  }
  bool has_ended() const { return state_ == Z_STREAM_END; }

 private:
  z_stream stream_{};
  int state_ = Z_OK;
  std::uint64_t left_;
};

}  // namespace

std::string png_damage(std::string_view bytes, std::uint64_t most_pixel_bytes) {
  PixelCheck pixels(most_pixel_bytes);
  std::string_view type;
  for (std::size_t at = kSignatureBytes; type != "IEND";) {
    if (at + kFrameBytes > bytes.size()) return "ends too early";
    const std::uint32_t length = number_at(bytes, at);
    if (length > bytes.size() - at - kFrameBytes) return "ends too early";
    const std::string_view body = bytes.substr(at + 4, std::size_t{length} + 4);
    type = body.substr(0, 4);
    const std::uint32_t stated = number_at(bytes, at + 8 + length);
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
