// SPDX-License-Identifier: MIT
#include "display/jpeg_writer.h"

// jpeglib.h needs FILE.
#include <cstdio>
// And it must come after it.
#include <jpeglib.h>

#include <array>

#include "base/check.h"
#include "display/samples.h"

namespace handbill::display {

struct JpegWriter::Impl {
  jpeg_compress_struct info{};
  jpeg_error_mgr errors{};
  jpeg_destination_mgr destination{};
  std::array<unsigned char, 1 << 16> buffer{};
  std::string file;

  Impl() {
    info.err = jpeg_std_error(&errors);
    // What can go wrong here is a wrong call of ours, or no memory.
    errors.error_exit = [](j_common_ptr) {
      HANDBILL_CHECK(false, "libjpeg encodes what it is given");
    };
    errors.output_message = [](j_common_ptr) {};
    jpeg_create_compress(&info);
    info.client_data = this;
    info.dest = &destination;
    destination.init_destination = [](j_compress_ptr one) { self(one).start_buffer(); };
    destination.empty_output_buffer = [](j_compress_ptr one) -> boolean {
      self(one).empty_buffer(0);
      return TRUE;
    };
    destination.term_destination = [](j_compress_ptr one) {
      self(one).empty_buffer(self(one).destination.free_in_buffer);
    };
  }
  ~Impl() { jpeg_destroy_compress(&info); }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  static Impl& self(j_compress_ptr info) { return *static_cast<Impl*>(info->client_data); }
  void start_buffer() {
    destination.next_output_byte = buffer.data();
    destination.free_in_buffer = buffer.size();
  }
  void empty_buffer(std::size_t unused) {
    file.append(reinterpret_cast<const char*>(buffer.data()), buffer.size() - unused);
    start_buffer();
  }

  void set_colors(const JpegShape& shape) {
    info.input_components = static_cast<int>(channels(shape.space));
    info.in_color_space = shape.space == Picture::Space::Gray  ? JCS_GRAYSCALE
                          : shape.space == Picture::Space::Rgb ? JCS_RGB
                                                               : JCS_CMYK;
    jpeg_set_defaults(&info);
    if (shape.space == Picture::Space::Cmyk) jpeg_set_colorspace(&info, JCS_YCCK);
    const int lightness =
        shape.chroma == Chroma::Coarse && shape.space != Picture::Space::Gray ? 2 : 1;
    for (int i = 0; i < info.num_components; ++i) {
      info.comp_info[i].h_samp_factor = i == 0 ? lightness : 1;
      info.comp_info[i].v_samp_factor = i == 0 ? lightness : 1;
    }
  }
};

JpegWriter::JpegWriter(const JpegShape& shape) : impl_(std::make_unique<Impl>()) {
  jpeg_compress_struct& info = impl_->info;
  info.image_width = shape.width;
  info.image_height = shape.height;
  impl_->set_colors(shape);
  info.dct_method = JDCT_ISLOW;
  jpeg_set_quality(&info, shape.quality, TRUE);
  info.optimize_coding = shape.coding == Coding::Tight ? TRUE : FALSE;
  jpeg_start_compress(&info, TRUE);
}

JpegWriter::~JpegWriter() = default;

std::size_t JpegWriter::row_size() const {
  return std::size_t{impl_->info.image_width} *
         static_cast<std::size_t>(impl_->info.input_components);
}

void JpegWriter::write_rows(const unsigned char* rows, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    // libjpeg does not write to it.
    JSAMPROW row = const_cast<unsigned char*>(rows + i * row_size());
    jpeg_write_scanlines(&impl_->info, &row, 1);
  }
}

std::string JpegWriter::finish() {
  jpeg_finish_compress(&impl_->info);
  return std::move(impl_->file);
}

}  // namespace handbill::display
