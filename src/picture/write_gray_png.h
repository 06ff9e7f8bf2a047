// SPDX-License-Identifier: MIT
// Grey pictures as PNG files, a few rows at a time.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace handbill::picture {

/// Packs rows as they come: the file grows by what is packed, the pixels are never held.
class GrayPngWriter {
 public:
  /// Sizes in pixels, over 0. The resolution is stated in the file.
  GrayPngWriter(int width, int height, double pixels_per_inch);
  GrayPngWriter(GrayPngWriter&&) noexcept;
  ~GrayPngWriter();

  /// Whole rows from the top, a byte a pixel, 0 black.
  void add(std::string_view rows);
  /// After all rows. Nothing: no memory.
  std::optional<std::string> finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace handbill::picture
