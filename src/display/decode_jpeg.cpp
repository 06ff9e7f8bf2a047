// SPDX-License-Identifier: MIT
#include "display/decode_jpeg.h"

// jpeglib.h needs FILE.
#include <cstdio>
// And it must come after it.
#include <jpeglib.h>

#include <csetjmp>

namespace handbill::display {
namespace {

constexpr std::uint64_t kMostPixels = 100'000'000;
/// Each scan of a progressive file costs a pass over the picture; real files have about ten.
constexpr int kMostScans = 100;

struct Errors {
  jpeg_error_mgr base;
  std::jmp_buf escape;
};

[[noreturn]] void give_up(j_common_ptr info) {
  std::longjmp(reinterpret_cast<Errors*>(info->err)->escape, 1);
}
void stay_silent(j_common_ptr) {}
void stop_at_scan(j_common_ptr info) {
  if (reinterpret_cast<j_decompress_ptr>(info)->input_scan_number > kMostScans) give_up(info);
}

J_COLOR_SPACE wanted_space(const jpeg_decompress_struct& info) {
  if (info.num_components == 1) return JCS_GRAYSCALE;
  return info.num_components == 4 ? JCS_CMYK : JCS_RGB;
}

/// The only function that libjpeg jumps out of; nothing in it has a destructor. False: damaged.
bool decode(jpeg_decompress_struct& info, Errors& errors, std::string_view bytes, JpegScale scale,
            DecodedJpeg& out) {
  if (setjmp(errors.escape) != 0) return false;
  jpeg_create_decompress(&info);
  jpeg_progress_mgr progress{};
  progress.progress_monitor = stop_at_scan;
  info.progress = &progress;
  jpeg_mem_src(&info, reinterpret_cast<const unsigned char*>(bytes.data()),
               static_cast<unsigned long>(bytes.size()));
  jpeg_read_header(&info, TRUE);
  if (std::uint64_t{info.image_width} * info.image_height > kMostPixels) return false;
  info.out_color_space = wanted_space(info);
  info.dct_method = JDCT_ISLOW;
  info.scale_num = 1;
  info.scale_denom = static_cast<unsigned>(scale);
  jpeg_start_decompress(&info);
  out.width = info.output_width;
  out.height = info.output_height;
  out.channels = static_cast<std::size_t>(info.output_components);
  const std::size_t row_size = std::size_t{out.width} * out.channels;
  out.samples.resize(row_size * out.height);
  while (info.output_scanline < info.output_height) {
    JSAMPROW row =
        reinterpret_cast<unsigned char*>(out.samples.data()) + row_size * info.output_scanline;
    jpeg_read_scanlines(&info, &row, 1);
  }
  jpeg_finish_decompress(&info);
  return true;
}

}  // namespace

std::optional<DecodedJpeg> decode_jpeg(std::string_view bytes, JpegScale scale) {
  if (bytes.empty()) return std::nullopt;
  DecodedJpeg out;
  jpeg_decompress_struct info{};
  Errors errors{};
  info.err = jpeg_std_error(&errors.base);
  errors.base.error_exit = give_up;
  errors.base.output_message = stay_silent;
  const bool whole = decode(info, errors, bytes, scale, out);
  jpeg_destroy_decompress(&info);
  if (!whole) return std::nullopt;
  return out;
}

}  // namespace handbill::display
