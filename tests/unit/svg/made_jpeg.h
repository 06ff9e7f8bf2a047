// SPDX-License-Identifier: MIT
// JPEG files made on the spot.
#pragma once

// jpeglib.h needs FILE.
#include <cstdio>
// And it must come after it.
#include <jpeglib.h>

#include <cstdlib>
#include <string>
#include <string_view>

#include "display/page_list.h"

namespace handbill::test {

/// A picture of one colour; its samples are stored as they are (CMYK without a transform).
inline std::string made_jpeg(display::Picture::Space space, std::string_view samples,
                             unsigned width, unsigned height) {
  jpeg_compress_struct info{};
  jpeg_error_mgr errors{};
  info.err = jpeg_std_error(&errors);
  jpeg_create_compress(&info);
  unsigned char* memory = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&info, &memory, &size);
  info.image_width = width;
  info.image_height = height;
  info.input_components = static_cast<int>(samples.size());
  info.in_color_space = space == display::Picture::Space::Gray  ? JCS_GRAYSCALE
                        : space == display::Picture::Space::Rgb ? JCS_RGB
                                                                : JCS_CMYK;
  jpeg_set_defaults(&info);
  jpeg_set_quality(&info, 95, TRUE);
  jpeg_start_compress(&info, TRUE);
  std::string row;
  for (unsigned i = 0; i < width; ++i) row += samples;
  while (info.next_scanline < height) {
    JSAMPROW rows = reinterpret_cast<unsigned char*>(row.data());
    jpeg_write_scanlines(&info, &rows, 1);
  }
  jpeg_finish_compress(&info);
  jpeg_destroy_compress(&info);
  std::string bytes(reinterpret_cast<const char*>(memory), size);
  std::free(memory);
  return bytes;
}

}  // namespace handbill::test
