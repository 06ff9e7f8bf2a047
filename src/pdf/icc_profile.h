// SPDX-License-Identifier: MIT
// ICC profiles as PDF streams (PDF 1.7, 8.6.5.5).
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <string_view>

namespace handbill::pdf {

/// True when the header says that the profile is for that space, "CMYK" or "RGB " (ICC.1, 7.2.6).
bool is_icc_profile(std::string_view bytes, std::string_view color_space);
/// True when the profile is for an output device, as output intents ask (ICC.1, 7.2.5).
bool is_output_profile(std::string_view bytes);

/// Deflated profiles, kept from document to document. Not for several threads at once.
class ProfileStreams {
 public:
  /// The result lives as long as this object.
  const std::string& deflated(const std::shared_ptr<const std::string>& icc);

 private:
  struct Entry {
    std::shared_ptr<const std::string> icc;
    std::string stream;
  };
  std::deque<Entry> entries_;  // a deque: references to the streams stay good
};

}  // namespace handbill::pdf
