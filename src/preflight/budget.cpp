// SPDX-License-Identifier: MIT
#include "preflight/budget.h"

#include <algorithm>
#include <utility>

namespace handbill::preflight {
namespace {

constexpr std::size_t Allowance::*kAmounts[] = {&Allowance::operators, &Allowance::objects,
                                                &Allowance::path_steps, &Allowance::bytes,
                                                &Allowance::forms};

}  // namespace

Budget::Budget(std::size_t pages, std::size_t file_bytes, const Allowance& file)
    : pixel_bytes(kPixelBytes + kPixelTimes * file_bytes) {
  for (const auto amount : kAmounts) {
    pool_.*amount = std::min(kPage.*amount + kShare.*amount * pages, file.*amount);
  }
}

void Budget::start_page() {
  for (const auto amount : kAmounts) {
    pool_.*amount += this->*amount;
    this->*amount = given_.*amount = std::min(kPage.*amount, pool_.*amount);
    pool_.*amount -= this->*amount;
  }
  raster_bytes = kPageRasters;
  ++page_;
}

void Budget::end_pages() {
  for (const auto amount : kAmounts) this->*amount += std::exchange(pool_.*amount, 0);
  given_ = {};
}

bool Budget::take(std::size_t& left, std::size_t amount, const char* what) {
  if (used_up_ != nullptr) return false;
  if (amount > left) {
    for (const auto each : kAmounts) {
      if (&(this->*each) == &left) is_file_used_up_ = given_.*each < kPage.*each;
    }
    used_up_ = what;
    return false;
  }
  left -= amount;
  return true;
}

bool Budget::take_pixels(std::size_t bytes) {
  if (bytes <= pixel_bytes) {
    pixel_bytes -= bytes;
    return true;
  }
  skip_pixels();
  return false;
}

void Budget::skip_pixels() {
  if (pixels_end_ == 0) pixels_end_ = page_;
}

void Budget::refuse_stream() {
  if (bytes >= kMostStream) refuse("one of its streams is longer than 256 MiB");
  take(bytes, kMostStream, "its streams are too long");
}

void Budget::refuse(const char* what) {
  if (used_up_ == nullptr) used_up_ = what;
}

}  // namespace handbill::preflight
