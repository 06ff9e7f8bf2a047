// SPDX-License-Identifier: MIT
// Pictures with fewer pixels: Lanczos' window of three lobes, stretched to the new pixels so that
// nothing finer than these remains (no aliasing). Samples are averaged as they stand in the file,
// in the profile's own scale, as Photoshop and every RIP do; in linear light the dark sides of
// edges would ring.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>

namespace handbill::picture {

struct ResampleSize {
  std::uint32_t width = 0, height = 0;          ///< rows that come in
  std::uint32_t new_width = 0, new_height = 0;  ///< rows that go out: no more than came in
  std::size_t channels = 0;                     ///< bytes of a pixel
  /// What of the size in is picture, where its last column and row are not whole pixels; 0: all.
  double extent_width = 0, extent_height = 0;
};

/// Holds as many rows as the window is high. Same rows, same result, on every machine.
class Resampler {
 public:
  using TakeRows = std::function<void(const unsigned char* rows, std::size_t count)>;

  /// `take` gets the new rows from the top, a few at a time.
  Resampler(const ResampleSize& size, TakeRows take);
  ~Resampler();
  Resampler(const Resampler&) = delete;
  Resampler& operator=(const Resampler&) = delete;

  /// After the last row of the height all new rows have been handed on.
  void push(const unsigned char* rows, std::size_t count);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace handbill::picture
