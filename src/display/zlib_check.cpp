// SPDX-License-Identifier: MIT
#include "display/zlib_check.h"

#include <zlib.h>

#include <array>
#include <limits>

#include "base/check.h"

namespace handbill::display {

struct ZlibCheck::Stream {
  z_stream z{};
  int state = Z_OK;
};

ZlibCheck::ZlibCheck(std::uint64_t most) : stream_(std::make_unique<Stream>()), most_(most) {
  HANDBILL_CHECK(inflateInit(&stream_->z) == Z_OK, "there is memory for a window");
}

ZlibCheck::~ZlibCheck() { inflateEnd(&stream_->z); }

bool ZlibCheck::take(std::string_view packed) {
  z_stream& z = stream_->z;
  HANDBILL_CHECK(packed.size() <= std::numeric_limits<uInt>::max(), "zlib counts in 32 bits");
  // zlib does not write to it.
  z.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(packed.data()));
  z.avail_in = static_cast<uInt>(packed.size());
  while (z.avail_in > 0 && stream_->state == Z_OK) {
    std::array<Bytef, 1 << 15> out;
    z.next_out = out.data();
    z.avail_out = static_cast<uInt>(out.size());
    stream_->state = inflate(&z, Z_NO_FLUSH);
    unpacked_ += out.size() - z.avail_out;
    if (unpacked_ > most_) stream_->state = Z_DATA_ERROR;
  }
  return stream_->state == Z_OK || has_ended();
}

bool ZlibCheck::has_ended() const { return stream_->state == Z_STREAM_END; }

}  // namespace handbill::display
