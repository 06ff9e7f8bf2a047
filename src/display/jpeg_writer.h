// SPDX-License-Identifier: MIT
// JPEG files written row by row, by libjpeg-turbo: the only place that encodes them.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "display/page_list.h"

namespace handbill::display {

/// How finely the differences of hue are kept, and black, which only deepens what the lightness of
/// the other inks draws. Coarse: half the resolution either way.
enum class Chroma { Fine, Coarse };

/// Tight: a twentieth smaller, for all coefficients in memory and twice the time.
enum class Coding { Quick, Tight };

struct JpegShape {
  Picture::Space space = Picture::Space::Cmyk;
  std::uint32_t width = 0, height = 0;
  Chroma chroma = Chroma::Fine;
  int quality = 90;  ///< of libjpeg's scale, to 100
  Coding coding = Coding::Quick;
};

/// Baseline JPEG that every RIP reads. CMYK is YCCK with Adobe's marker, 0 being no ink: a PDF
/// needs no /Decode for it. Same rows, same bytes.
class JpegWriter {
 public:
  explicit JpegWriter(const JpegShape& shape);
  ~JpegWriter();
  JpegWriter(const JpegWriter&) = delete;
  JpegWriter& operator=(const JpegWriter&) = delete;

  std::size_t row_size() const;
  /// From the top; no more than the height in all.
  void write_rows(const unsigned char* rows, std::size_t count);
  /// The file, once all rows are there.
  std::string finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace handbill::display
