// SPDX-License-Identifier: MIT
// What a JPEG file says of itself: size, colours, profile, and which way up it is.
#include <algorithm>
#include <map>

#include "display/jpeg_reader.h"
#include "picture/raster.h"

namespace handbill::picture {
namespace {

unsigned byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

/// The offset just after the segment whose marker is at `at`, or past the end when it is cut off.
std::size_t after_segment(std::string_view bytes, std::size_t at) {
  if (at + 4 > bytes.size()) return bytes.size();
  return at + 2 + byte_at(bytes, at + 2) * 256 + byte_at(bytes, at + 3);
}

enum class Look { On, Stop };

/// Calls `look` with the marker and the content of each segment of the header, until it says stop.
template <class Looker>
void look_through_header(std::string_view bytes, Looker look) {
  constexpr unsigned kStartOfScan = 0xDA;
  std::size_t at = 2;
  while (at + 4 <= bytes.size() && byte_at(bytes, at) == 0xFF) {
    const unsigned marker = byte_at(bytes, at + 1);
    if (marker == kStartOfScan) return;
    const std::size_t end = std::min(after_segment(bytes, at), bytes.size());
    if (end > at + 4 && look(marker, bytes.substr(at + 4, end - at - 4)) == Look::Stop) return;
    at = end;
  }
}

/// False when a program that shows the picture is asked to turn or mirror it first; presses don't.
bool is_upright(std::string_view bytes) {
  constexpr unsigned kApp1 = 0xE1;
  bool upright = true;
  look_through_header(bytes, [&](unsigned marker, std::string_view content) {
    const auto orientation = marker == kApp1 ? exif_orientation(content) : std::nullopt;
    if (!orientation) return Look::On;
    upright = *orientation == 1;
    return Look::Stop;
  });
  return upright;
}

RasterResult failure(const display::JpegReader& jpeg) {
  switch (jpeg.fault()) {
    case display::JpegFault::TwelveBits:
      return Unsupported{jpeg.damage(), "save it with 8 bits"};
    case display::JpegFault::Arithmetic:
    case display::JpegFault::UnknownKind:
      return Unsupported{jpeg.damage(), "save it as ordinary JPEG"};
    default:
      return Broken{jpeg.damage()};
  }
}

}  // namespace

std::string jpeg_profile(std::string_view bytes) {
  constexpr unsigned kApp2 = 0xE2;
  constexpr std::string_view kName("ICC_PROFILE\0", 12);
  std::map<unsigned, std::string_view> parts;  // by number, from 1
  unsigned count = 0;
  look_through_header(bytes, [&](unsigned marker, std::string_view content) {
    const bool is_part = marker == kApp2 && content.starts_with(kName) && content.size() > 14;
    if (!is_part) return Look::On;
    count = byte_at(content, 13);
    parts.emplace(byte_at(content, 12), content.substr(14));
    return Look::On;
  });
  std::string profile;
  if (parts.size() != count || parts.empty()) return profile;
  if (parts.begin()->first != 1 || parts.rbegin()->first != count) return profile;
  for (const auto& [number, part] : parts) profile += part;
  return profile;
}

bool is_jpeg(std::string_view bytes) { return bytes.starts_with("\xFF\xD8\xFF"); }

RasterResult read_jpeg(std::string_view bytes) {
  using Space = display::Picture::Space;
  display::JpegReader jpeg(bytes);
  if (!jpeg.read_header()) return failure(jpeg);
  if (auto too_big = check_size(jpeg.full_width(), jpeg.full_height())) return *too_big;
  if (!is_upright(bytes)) {
    return Unsupported{"is stored turned or mirrored, with a note (Exif) to turn it back",
                       "open it in a picture editor, turn it upright and save it"};
  }

  display::Picture picture;
  picture.encoding = display::Picture::Encoding::Jpeg;
  switch (jpeg.channels()) {
    case 1:
      picture.space = Space::Gray;
      break;
    case 3:
      picture.space = Space::Rgb;
      break;
    case 4:
      picture.space = Space::Cmyk;
      picture.inverted = jpeg.has_adobe_marker();
      break;
    default:
      return Unsupported{"is JPEG with " + std::to_string(jpeg.channels()) + " components",
                         "save it as gray, RGB or CMYK"};
  }
  if (std::string damage = display::jpeg_damage(bytes); !damage.empty()) {
    return Broken{std::move(damage)};
  }
  picture.width = static_cast<int>(jpeg.full_width());
  picture.height = static_cast<int>(jpeg.full_height());
  picture.bytes = bytes;
  if (picture.space != Space::Gray) picture.icc = jpeg_profile(bytes);
  return picture;
}

}  // namespace handbill::picture
