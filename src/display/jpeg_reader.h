// SPDX-License-Identifier: MIT
// JPEG files row by row, by libjpeg-turbo: the only place that decodes them.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace handbill::display {

/// What is wrong with a JPEG file.
enum class JpegFault {
  None,
  EndsEarly,
  BadHeader,
  BadData,     ///< libjpeg had to guess; `JpegReader::damage` tells of what
  TwelveBits,  ///< these are whole, but not for print
  Arithmetic,
  UnknownKind,
};

/// Rows from the top, in memory that does not grow with the height; a progressive file takes that
/// of all its coefficients. Whatever libjpeg would repair and only warn of is a fault.
class JpegReader {
 public:
  /// `bytes` must live as long as the reader.
  explicit JpegReader(std::string_view bytes);
  ~JpegReader();
  JpegReader(const JpegReader&) = delete;
  JpegReader& operator=(const JpegReader&) = delete;

  /// To be called first. False: see `fault`.
  bool read_header();
  std::uint32_t full_width() const;
  std::uint32_t full_height() const;
  /// 1 grey, 3 RGB, 4 CMYK as the file has it (YCbCr comes as RGB, YCCK as CMYK); else of a kind
  /// that can't be decoded.
  int channels() const;
  /// Adobe's programs, and all that follow them, store CMYK upside down and say so.
  bool has_adobe_marker() const;
  /// The chroma is kept at half the resolution across, or less.
  bool has_coarse_chroma() const;

  /// Prepares to read the picture at so many eighths (1 to 8) of its size, rounded up: the fine
  /// waves are left out, which is far faster and free of aliasing.
  bool start(int eighths = 8);
  std::uint32_t width() const;
  std::uint32_t height() const;
  std::size_t row_size() const;
  /// As many rows as `into` has room for. 0: all are read, or there is a fault.
  std::size_t read_rows(unsigned char* into, std::size_t rows);
  /// After the last row: reads what is left of the file. False: it is damaged.
  bool finish();

  JpegFault fault() const;
  /// "ends too early", "has damaged data (bad Huffman code)": to stand after the file's name.
  /// Empty: no fault so far.
  std::string damage() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Larger pictures are not decoded, JPEG or other: some of them say so only to use up memory.
inline constexpr std::uint64_t kMostPicturePixels = 100'000'000;

/// Decodes all of it and throws the pixels away. Empty: the data are sound, or too many.
std::string jpeg_damage(std::string_view bytes);

}  // namespace handbill::display
