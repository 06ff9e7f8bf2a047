// SPDX-License-Identifier: MIT
#include "display/jpeg_reader.h"

// libjpeg's headers need FILE, and must come after it.
#include <cstdio>
// jerror.h comes first: it is the one that needs nothing but itself.
#include <jerror.h>
#include <jpeglib.h>

#include <csetjmp>
#include <vector>

namespace handbill::display {
namespace {

/// Each scan of a progressive file costs a pass over the picture; real files have about ten.
constexpr int kMostScans = 100;
constexpr int kNoWarning = 0;

JpegFault fault_of(int error_code) {
  switch (error_code) {
    case JERR_BAD_PRECISION:
      return JpegFault::TwelveBits;
    case JERR_ARITH_NOTIMPL:
      return JpegFault::Arithmetic;
    case JERR_SOF_UNSUPPORTED:
      return JpegFault::UnknownKind;
    case JERR_INPUT_EOF:
    case JERR_INPUT_EMPTY:
    case JWRN_JPEG_EOF:
      return JpegFault::EndsEarly;
    default:
      return JpegFault::BadData;
  }
}

/// What libjpeg stumbled over, in the words of its own messages; empty: nothing more is known.
std::string_view words_of(int warning) {
  switch (warning) {
    case JWRN_HIT_MARKER:
      return " (data are missing)";
    case JWRN_HUFF_BAD_CODE:
      return " (bad Huffman code)";
    case JWRN_EXTRANEOUS_DATA:
      return " (bytes that belong nowhere)";
    case JWRN_MUST_RESYNC:
      return " (a restart marker is missing)";
    case JWRN_BOGUS_PROGRESSION:
      return " (its scans do not follow each other)";
    default:
      return "";
  }
}

/// Remarks about the header; the pixels are not concerned.
bool is_harmless(int warning) { return warning == JWRN_JFIF_MAJOR || warning == JWRN_BOGUS_ICC; }

J_COLOR_SPACE wanted_space(int components) {
  if (components == 1) return JCS_GRAYSCALE;
  return components == 4 ? JCS_CMYK : JCS_RGB;
}

}  // namespace

/// libjpeg's errors leave by longjmp, so everything that may raise one is a plain function without
/// objects to destroy, called through `attempt`.
struct JpegReader::Impl {
  std::string_view bytes;
  jpeg_decompress_struct info{};
  jpeg_error_mgr errors{};
  jpeg_progress_mgr progress{};
  std::jmp_buf trap{};
  bool created = false;
  int warning = kNoWarning;
  JpegFault fault = JpegFault::None;
  // What the functions that may be left by a jump work on.
  unsigned char* target = nullptr;
  std::size_t row_bytes = 0, rows_wanted = 0, rows_read = 0;
  int eighths = 8;

  explicit Impl(std::string_view source) : bytes(source) {
    info.err = jpeg_std_error(&errors);
    info.client_data = this;
    errors.error_exit = [](j_common_ptr common) { std::longjmp(self(common).trap, 1); };
    errors.output_message = [](j_common_ptr) {};
    errors.emit_message = [](j_common_ptr common, int level) {
      if (level < 0) self(common).note_warning(common->err->msg_code);
    };
    progress.progress_monitor = [](j_common_ptr common) {
      const auto* info = reinterpret_cast<j_decompress_ptr>(common);
      if (info->input_scan_number > kMostScans) common->err->error_exit(common);
    };
    created = attempt([](Impl& jpeg) { jpeg_create_decompress(&jpeg.info); });
    info.client_data = this;  // creating it has cleared the structure
    info.progress = &progress;
  }
  ~Impl() {
    if (created) jpeg_destroy_decompress(&info);
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  static Impl& self(j_common_ptr common) { return *static_cast<Impl*>(common->client_data); }

  void note_warning(int code) {
    if (is_harmless(code) || warning != kNoWarning) return;
    warning = code;
    fault = fault_of(code);
  }

  /// Runs `work`; false when libjpeg gave up in it, or had to guess.
  bool attempt(void (*work)(Impl&)) {
    if (setjmp(trap) != 0) {
      if (fault == JpegFault::None) fault = fault_of(errors.msg_code);
      return false;
    }
    work(*this);
    return fault == JpegFault::None;
  }
};

JpegReader::JpegReader(std::string_view bytes) : impl_(std::make_unique<Impl>(bytes)) {}
JpegReader::~JpegReader() = default;

bool JpegReader::read_header() {
  if (!impl_->created) return false;
  const bool read = impl_->attempt([](Impl& jpeg) {
    jpeg_mem_src(&jpeg.info, reinterpret_cast<const unsigned char*>(jpeg.bytes.data()),
                 static_cast<unsigned long>(jpeg.bytes.size()));
    jpeg_read_header(&jpeg.info, TRUE);
  });
  if (read && impl_->info.arith_code) impl_->fault = JpegFault::Arithmetic;
  if (!read && impl_->fault == JpegFault::BadData) impl_->fault = JpegFault::BadHeader;
  return impl_->fault == JpegFault::None;
}

std::uint32_t JpegReader::full_width() const { return impl_->info.image_width; }
std::uint32_t JpegReader::full_height() const { return impl_->info.image_height; }
int JpegReader::channels() const { return impl_->info.num_components; }
bool JpegReader::has_adobe_marker() const { return impl_->info.saw_Adobe_marker != 0; }

bool JpegReader::has_coarse_chroma() const {
  const jpeg_decompress_struct& info = impl_->info;
  return info.num_components >= 3 &&
         info.comp_info[1].h_samp_factor < info.comp_info[0].h_samp_factor;
}

bool JpegReader::start(int eighths) {
  impl_->eighths = eighths;
  return impl_->attempt([](Impl& jpeg) {
    jpeg.info.out_color_space = wanted_space(jpeg.info.num_components);
    jpeg.info.dct_method = JDCT_ISLOW;
    jpeg.info.scale_num = static_cast<unsigned>(jpeg.eighths);
    jpeg.info.scale_denom = 8;
    jpeg_start_decompress(&jpeg.info);
  });
}

std::uint32_t JpegReader::width() const { return impl_->info.output_width; }
std::uint32_t JpegReader::height() const { return impl_->info.output_height; }
std::size_t JpegReader::row_size() const {
  return std::size_t{width()} * static_cast<std::size_t>(impl_->info.output_components);
}

std::size_t JpegReader::read_rows(unsigned char* into, std::size_t rows) {
  impl_->target = into;
  impl_->row_bytes = row_size();
  impl_->rows_wanted = rows;
  impl_->rows_read = 0;
  const bool sound = impl_->attempt([](Impl& jpeg) {
    while (jpeg.rows_read < jpeg.rows_wanted &&
           jpeg.info.output_scanline < jpeg.info.output_height) {
      JSAMPROW row = jpeg.target + jpeg.rows_read * jpeg.row_bytes;
      jpeg.rows_read += jpeg_read_scanlines(&jpeg.info, &row, 1);
    }
  });
  return sound ? impl_->rows_read : 0;
}

bool JpegReader::finish() {
  return impl_->fault == JpegFault::None &&
         impl_->attempt([](Impl& jpeg) { jpeg_finish_decompress(&jpeg.info); });
}

JpegFault JpegReader::fault() const { return impl_->fault; }

std::string JpegReader::damage() const {
  switch (impl_->fault) {
    case JpegFault::None:
      return {};
    case JpegFault::EndsEarly:
      return "ends too early";
    case JpegFault::BadHeader:
      return "has a damaged header";
    case JpegFault::BadData:
      return "has damaged data" + std::string(words_of(impl_->warning));
    case JpegFault::TwelveBits:
      return "is JPEG with 12 bits a component";
    case JpegFault::Arithmetic:
      return "is JPEG with arithmetic coding";
    case JpegFault::UnknownKind:
      return "is JPEG of a kind no printer reads";
  }
  return {};
}

std::string jpeg_damage(std::string_view bytes) {
  JpegReader jpeg(bytes);
  if (!jpeg.read_header()) return jpeg.damage();
  if (std::uint64_t{jpeg.full_width()} * jpeg.full_height() > kMostPicturePixels) return {};
  if (jpeg.start(1)) {
    constexpr std::size_t kRows = 16;
    std::vector<unsigned char> rows(jpeg.row_size() * kRows);
    while (jpeg.read_rows(rows.data(), kRows) > 0) continue;
    jpeg.finish();
  }
  return jpeg.damage();
}

}  // namespace handbill::display
