// SPDX-License-Identifier: MIT
// JPEG by libjpeg-turbo. Its errors leave by longjmp, so everything that may raise one is a plain
// function without objects to destroy, called through JpegReader::attempt.
#include <csetjmp>
#include <cstdio>
// libjpeg's header needs stdio and size_t declared before it.
#include <jerror.h>
#include <jpeglib.h>

#include <algorithm>
#include <map>

#include "picture/raster.h"

namespace handbill::picture {
namespace {

// More scans than any encoder writes; each costs a pass over all coefficients.
constexpr int kMaxScans = 200;
constexpr std::size_t kBandBytes = 1 << 18;

class JpegReader {
 public:
  explicit JpegReader(std::string_view bytes) {
    info.err = jpeg_std_error(&errors_);
    info.client_data = this;
    errors_.error_exit = [](j_common_ptr common) {
      std::longjmp(static_cast<JpegReader*>(common->client_data)->trap_, 1);
    };
    errors_.output_message = [](j_common_ptr) {};
    created_ = attempt([](JpegReader& jpeg) { jpeg_create_decompress(&jpeg.info); });
    source_ = bytes;
    // jpeg_create_decompress has cleared the structure.
    info.client_data = this;
  }
  JpegReader(const JpegReader&) = delete;
  JpegReader& operator=(const JpegReader&) = delete;
  ~JpegReader() {
    if (created_) jpeg_destroy_decompress(&info);
  }

  /// Runs `work`; false when libjpeg gave up in it.
  bool attempt(void (*work)(JpegReader&)) {
    if (setjmp(trap_) != 0) return false;
    work(*this);
    return true;
  }

  bool read_header() {
    return created_ && attempt([](JpegReader& jpeg) {
             jpeg_mem_src(&jpeg.info, reinterpret_cast<const unsigned char*>(jpeg.source_.data()),
                          jpeg.source_.size());
             jpeg_read_header(&jpeg.info, TRUE);
           });
  }

  bool start_rgb() {
    return attempt([](JpegReader& jpeg) {
      jpeg.info.out_color_space = JCS_RGB;
      jpeg.progress_.progress_monitor = [](j_common_ptr common) {
        auto* info = reinterpret_cast<j_decompress_ptr>(common);
        if (info->input_scan_number > kMaxScans) info->err->error_exit(common);
      };
      jpeg.info.progress = &jpeg.progress_;
      jpeg_start_decompress(&jpeg.info);
    });
  }

  /// Fills `rows_read` rows of `row_bytes` at `target`, as many as fit.
  bool read_rows(std::string& target, std::size_t row_bytes) {
    target_ = reinterpret_cast<unsigned char*>(target.data());
    row_bytes_ = row_bytes;
    rows_wanted_ = target.size() / row_bytes;
    rows_read = 0;
    return attempt([](JpegReader& jpeg) {
      while (jpeg.rows_read < jpeg.rows_wanted_ &&
             jpeg.info.output_scanline < jpeg.info.output_height) {
        unsigned char* row = jpeg.target_ + jpeg.rows_read * jpeg.row_bytes_;
        jpeg.rows_read += jpeg_read_scanlines(&jpeg.info, &row, 1);
      }
    });
  }

  bool finish() {
    return attempt([](JpegReader& jpeg) { jpeg_finish_decompress(&jpeg.info); });
  }

  /// Why the last attempt failed.
  int error_code() const { return errors_.msg_code; }
  /// libjpeg repairs what it can and only warns; a printed picture must be whole.
  bool repaired() const { return errors_.num_warnings > 0; }

  jpeg_decompress_struct info{};
  std::size_t rows_read = 0;

 private:
  jpeg_error_mgr errors_{};
  jpeg_progress_mgr progress_{};
  std::jmp_buf trap_{};
  std::string_view source_;
  unsigned char* target_ = nullptr;
  std::size_t row_bytes_ = 0;
  std::size_t rows_wanted_ = 0;
  bool created_ = false;
};

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

/// Walks the markers (ITU T.81, B.1) from the first scan on: true when the end of image is there.
/// Nothing is decoded; thumbnails in the header have an end of image of their own and are skipped.
bool has_end_of_image(std::string_view bytes) {
  constexpr unsigned kStuffed = 0x00, kTemporary = 0x01, kFirstRestart = 0xD0, kLastRestart = 0xD7;
  constexpr unsigned kEndOfImage = 0xD9, kFill = 0xFF;
  std::size_t at = 2;  // past the start of image
  while (at + 1 < bytes.size()) {
    at = bytes.find('\xFF', at);
    if (at == std::string_view::npos || at + 1 >= bytes.size()) return false;
    const unsigned marker = byte_at(bytes, at + 1);
    if (marker == kEndOfImage) return true;
    const bool alone = marker == kStuffed || marker == kTemporary ||
                       (marker >= kFirstRestart && marker <= kLastRestart);
    if (marker == kFill) {
      ++at;
    } else if (alone) {
      at += 2;
    } else {
      at = after_segment(bytes, at);
    }
  }
  return false;
}

RasterResult header_failure(int error_code) {
  switch (error_code) {
    case JERR_BAD_PRECISION:
      return Unsupported{"is JPEG with 12 bits a component", "save it with 8 bits"};
    case JERR_ARITH_NOTIMPL:
      return Unsupported{"is JPEG with arithmetic coding", "save it as ordinary JPEG"};
    case JERR_SOF_UNSUPPORTED:
      return Unsupported{"is JPEG of a kind no printer reads", "save it as ordinary JPEG"};
    case JERR_INPUT_EOF:
    case JERR_INPUT_EMPTY:
      return Broken{"ends too early"};
    default:
      return Broken{"has a damaged header"};
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
  JpegReader jpeg(bytes);
  if (!jpeg.read_header()) return header_failure(jpeg.error_code());
  const jpeg_decompress_struct& info = jpeg.info;
  if (info.arith_code) return header_failure(JERR_ARITH_NOTIMPL);
  if (auto too_big = check_size(info.image_width, info.image_height)) return *too_big;
  if (!has_end_of_image(bytes)) return Broken{"ends too early"};
  if (!is_upright(bytes)) {
    return Unsupported{"is stored turned or mirrored, with a note (Exif) to turn it back",
                       "open it in a picture editor, turn it upright and save it"};
  }

  display::Picture picture;
  picture.encoding = display::Picture::Encoding::Jpeg;
  switch (info.num_components) {
    case 1:
      picture.space = Space::Gray;
      break;
    case 3:
      picture.space = Space::Rgb;
      break;
    case 4:
      picture.space = Space::Cmyk;
      // Adobe's programs, and all that follow them, store CMYK upside down and say so.
      picture.inverted = info.saw_Adobe_marker != 0;
      break;
    default:
      return Unsupported{"is JPEG with " + std::to_string(info.num_components) + " components",
                         "save it as gray, RGB or CMYK"};
  }
  picture.width = static_cast<int>(info.image_width);
  picture.height = static_cast<int>(info.image_height);
  picture.bytes = bytes;
  if (picture.space != Space::Gray) picture.icc = jpeg_profile(bytes);
  return picture;
}

bool decode_rgb_jpeg(std::string_view bytes,
                     const std::function<void(std::string_view rgb)>& take_rows) {
  JpegReader jpeg(bytes);
  if (!jpeg.read_header() || jpeg.info.num_components != 3 || !jpeg.start_rgb()) return false;
  const std::size_t row_bytes = std::size_t{jpeg.info.output_width} * 3;
  std::string band(std::max<std::size_t>(1, kBandBytes / row_bytes) * row_bytes, '\0');
  while (jpeg.info.output_scanline < jpeg.info.output_height) {
    if (!jpeg.read_rows(band, row_bytes) || jpeg.rows_read == 0 || jpeg.repaired()) return false;
    take_rows(std::string_view(band).substr(0, jpeg.rows_read * row_bytes));
  }
  return jpeg.finish() && !jpeg.repaired();
}

}  // namespace handbill::picture
