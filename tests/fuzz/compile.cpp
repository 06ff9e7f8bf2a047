// SPDX-License-Identifier: MIT
// Any two texts as a layout and its content: a page list and every output of it, or an error, never
// a crash. A line "=== content" stands between the two.
#include "fuzz/support/project.h"
#include "fuzz/support/target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kMaxSize = 1 << 14;
  constexpr std::string_view kBetween = "\n=== content\n";
  const auto text = handbill::fuzz::as_text(data, size, kMaxSize);
  if (!text) return 0;
  const std::size_t between = std::min(text->find(kBetween), text->size());
  const std::size_t rest = std::min(between + kBetween.size(), text->size());
  handbill::fuzz::make_document({{"layouts/any.toml", text->substr(0, between)},
                                 {"content/en/any.toml", text->substr(rest)}});
  return 0;
}
