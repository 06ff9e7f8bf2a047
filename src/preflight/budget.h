// SPDX-License-Identifier: MIT
// What reading a file may cost.
#pragma once

#include <cstddef>

#include "preflight/options.h"

namespace handbill::preflight {

/// What may still be spent on a page and on the file. Each part of the reader asks before it goes
/// on; once something is used up, everything stops and the file is refused. A file may have many
/// pages, but not many of the longest. Pixels are an extra: where no more may be unpacked, the rest
/// is still judged.
class Budget : public Allowance {
 public:
  static constexpr Allowance kPage = {20'000'000, 400'000, 4'000'000, 1U << 30U, 20'000};
  /// What a page of a long file may cost in the mean.
  static constexpr Allowance kShare = {400'000, 20'000, 100'000, 1U << 22U, 1000};
  static constexpr std::size_t kPageRasters = 1U << 28U;
  static constexpr std::size_t kMostStream = 1U << 28U;
  /// Bytes that stand for the work to begin a stream, however short.
  static constexpr std::size_t kStreamCost = 1024;
  /// Of all pictures, unpacked: so many bytes, and so many times the bytes of the file.
  static constexpr std::size_t kPixelBytes = std::size_t{4} << 30U, kPixelTimes = 50;

  Budget(std::size_t pages, std::size_t file_bytes, const Allowance& file);
  /// True, and taken, as long as there is enough; else `what` is why the file is refused.
  bool take(std::size_t& left, std::size_t amount, const char* what);
  /// False when there are not so many; pictures go without from this page on.
  bool take_pixels(std::size_t bytes);
  void skip_pixels();
  void refuse(const char* what);
  /// One that is longer than may be unpacked.
  void refuse_stream();
  /// Nothing while all is well.
  const char* used_up() const { return used_up_; }
  /// Not one page alone was too much, but all so far together.
  bool is_file_used_up() const { return is_file_used_up_; }
  /// The first page with a picture whose pixels nobody has looked at; 0: there is none.
  std::size_t pixels_end() const { return pixels_end_; }
  void start_page();
  /// What is on no page may use up all there is.
  void end_pages();

  std::size_t raster_bytes = kPageRasters;
  std::size_t pixel_bytes;

 private:
  Allowance pool_;        ///< of the file, without what the page has in hand
  Allowance given_ = {};  ///< what the page had in hand at its start
  std::size_t page_ = 0, pixels_end_ = 0;
  const char* used_up_ = nullptr;
  bool is_file_used_up_ = false;
};

}  // namespace handbill::preflight
