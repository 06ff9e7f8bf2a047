// SPDX-License-Identifier: MIT
// Whether a zlib stream (RFC 1950) is sound, to the checksum at its end, which readers of pictures
// are content to leave out.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

namespace handbill::display {

/// Unpacks what it is given piece by piece, and forgets it.
class ZlibCheck {
 public:
  /// A stream that unpacks to more than `most` bytes is damaged.
  explicit ZlibCheck(std::uint64_t most);
  ~ZlibCheck();
  ZlibCheck(const ZlibCheck&) = delete;
  ZlibCheck& operator=(const ZlibCheck&) = delete;

  /// False: the data are damaged, now or before. What follows the end of the stream is ignored.
  bool take(std::string_view packed);
  /// The end has been reached, and its checksum is that of the data.
  bool has_ended() const;
  std::uint64_t unpacked() const { return unpacked_; }

 private:
  struct Stream;
  std::unique_ptr<Stream> stream_;
  std::uint64_t most_, unpacked_ = 0;
};

}  // namespace handbill::display
