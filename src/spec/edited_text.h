// SPDX-License-Identifier: MIT
// A string value changed here and there, each byte of which still knows its place in the source.
#pragma once

#include <string_view>

#include "spec/value.h"

namespace handbill::spec {

class EditedText {
 public:
  /// `source` is a string and outlives this.
  explicit EditedText(const Value& source);

  std::string_view source() const { return text_; }
  /// Takes over the source up to `end`.
  void keep_to(std::size_t end);
  /// Leaves the source out up to `end`.
  void skip_to(std::size_t end) { at_ = end; }
  /// `text` stands where the source goes on.
  void put(std::string_view text);
  /// With the rest of the source.
  Value take();

 private:
  std::uint32_t place(std::size_t at) const;

  const Value& value_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::string result_{};
  std::vector<std::uint32_t> offsets_{};
};

}  // namespace handbill::spec
