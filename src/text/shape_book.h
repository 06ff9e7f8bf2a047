// SPDX-License-Identifier: MIT
// Shaped texts that are remembered, so that words tried at another size, in another frame or in
// another document of a run are not shaped again.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "base/recent.h"
#include "text/shaped_text.h"

namespace handbill::text {

/// By shape_key(), for the fonts of one FontBook. For one thread.
class ShapeBook {
 public:
  static constexpr std::size_t kUsualBytes = std::size_t{32} << 20U;
  /// `most_bytes`: it holds about so much; what has not been asked for lately is forgotten first.
  explicit ShapeBook(std::size_t most_bytes = kUsualBytes) : texts_(most_bytes) {}

  /// Null: it is not remembered.
  std::shared_ptr<const ShapedText> find(const std::string& key) { return texts_.find(key); }
  void keep(std::string key, std::shared_ptr<const ShapedText> shaped);
  /// What it holds takes so much.
  std::size_t bytes() const { return texts_.bytes(); }

 private:
  Recent<ShapedText> texts_;
};

}  // namespace handbill::text
