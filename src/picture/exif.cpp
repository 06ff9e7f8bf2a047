// SPDX-License-Identifier: MIT
// The one tag of Exif that changes how a picture is to be looked at.
#include "picture/raster.h"

namespace handbill::picture {
namespace {

/// Numbers of a TIFF file; outside of it everything is 0.
class Tiff {
 public:
  explicit Tiff(std::string_view bytes) : bytes_(bytes), little_(bytes.starts_with("II")) {}

  bool known() const { return little_ || bytes_.starts_with("MM"); }
  unsigned number(std::size_t at, std::size_t length) const {
    if (at > bytes_.size() || bytes_.size() - at < length) return 0;
    unsigned value = 0;
    for (std::size_t i = 0; i < length; ++i) {
      const std::size_t from = little_ ? at + length - 1 - i : at + i;
      value = value * 256 + static_cast<unsigned char>(bytes_[from]);
    }
    return value;
  }

 private:
  std::string_view bytes_;
  bool little_;
};

}  // namespace

std::optional<int> exif_orientation(std::string_view block) {
  // TIFF 6.0, section 2: the first directory is a count and entries of tag, type, count, value.
  constexpr std::string_view kSignature("Exif\0\0", 6);
  constexpr unsigned kOrientation = 0x0112;
  constexpr std::size_t kEntryBytes = 12, kValueAt = 8;
  if (!block.starts_with(kSignature)) return std::nullopt;
  const Tiff tiff(block.substr(kSignature.size()));
  if (!tiff.known()) return std::nullopt;
  const std::size_t directory = tiff.number(4, 4);
  const unsigned count = tiff.number(directory, 2);
  for (unsigned i = 0; i < count; ++i) {
    const std::size_t entry = directory + 2 + i * kEntryBytes;
    if (tiff.number(entry, 2) != kOrientation) continue;
    const unsigned value = tiff.number(entry + kValueAt, 2);
    if (value >= 1 && value <= 8) return static_cast<int>(value);
    return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace handbill::picture
