// SPDX-License-Identifier: MIT
// Any two texts as a layout and its content: a page list and every output of it, or an error, never
// a crash. Most inputs are trees of keys and values that the program knows (support/mutate.h).
#include "fuzz/support/mutate.h"
#include "fuzz/support/project.h"
#include "fuzz/support/target.h"

namespace fuzz = handbill::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kMaxSize = 1 << 14;
  const auto text = fuzz::as_text(data, size, kMaxSize);
  if (!text) return 0;
  const auto [layout, content] = fuzz::split(*text);
  fuzz::make_document({{"layouts/any.toml", layout}, {"content/en/any.toml", content}});
  return 0;
}
