// SPDX-License-Identifier: MIT
#include "preflight/descriptor_source.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <stdexcept>
#include <system_error>

namespace handbill::preflight {
namespace {

constexpr std::size_t kWindow = std::size_t{64} << 10U;

}  // namespace

DescriptorSource::DescriptorSource(int descriptor)
    : descriptor_(descriptor), size_(::lseek(descriptor, 0, SEEK_END)) {}

std::string_view DescriptorSource::window() {
  const auto is_inside = [&] {
    return at_ >= window_at_ && at_ < window_at_ + static_cast<qpdf_offset_t>(window_.size());
  };
  if (!is_inside()) {
    window_.resize(kWindow);
    ssize_t got = -1;
    do {
      got = ::pread(descriptor_, window_.data(), window_.size(), at_);
    } while (got < 0 && errno == EINTR);
    if (got < 0) throw std::system_error(errno, std::generic_category());
    window_.resize(static_cast<std::size_t>(got));
    window_at_ = at_;
  }
  return std::string_view(window_).substr(static_cast<std::size_t>(at_ - window_at_));
}

std::size_t DescriptorSource::read(char* buffer, std::size_t length) {
  last_offset = at_;
  std::size_t done = 0;
  while (done < length) {
    const std::string_view part = window().substr(0, length - done);
    if (part.empty()) break;
    std::ranges::copy(part, buffer + done);
    done += part.size();
    at_ += static_cast<qpdf_offset_t>(part.size());
  }
  // As qpdf's own sources tell of the end.
  if (done == 0 && length > 0) last_offset = at_ = size_;
  return done;
}

void DescriptorSource::seek(qpdf_offset_t offset, int whence) {
  const qpdf_offset_t from = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? at_ : size_;
  if (offset < -from) throw std::runtime_error("a place before the start of the file");
  at_ = from + offset;
}

qpdf_offset_t DescriptorSource::findAndSkipNextEOL() {
  const auto is_end = [](char each) { return each == '\r' || each == '\n'; };
  const auto skip = [&](bool wanted) {
    for (std::string_view part = window(); !part.empty(); part = window()) {
      const auto stop =
          std::ranges::find_if(part, [&](char each) { return is_end(each) != wanted; });
      at_ += stop - part.begin();
      if (stop != part.end()) return;
    }
  };
  skip(false);
  const qpdf_offset_t end = at_;
  skip(true);
  return end;
}

}  // namespace handbill::preflight
