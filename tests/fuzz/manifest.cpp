// SPDX-License-Identifier: MIT
// Any bytes as what a file says of itself: a list of what it was made of and what it shows, which
// is held against what a document shows now.
#include "manifest/manifest.h"

#include "fuzz/support/target.h"
#include "manifest/changed_words.h"
#include "manifest/compare_shown.h"

namespace {

using namespace handbill;
using fuzz::require;

manifest::Shown shown_now() {
  manifest::Shown shown;
  shown.facts = {{"clinic.phone", "(301) 555-0142", {"front"}}, {"hours.friday", "Closed", {}}};
  for (const char* key : {"care.do.0.text", "care.do.1.text", "care.do.10.text", "a.0.1.2.b"}) {
    shown.texts.push_back({key, "en", "Rest for a day.", {"front"}});
  }
  return shown;
}

void check(const manifest::Shown& shown) {
  require(manifest::read_shown(manifest::as_text(shown)) == shown);
  require(manifest::compare(shown, shown).empty());
  const manifest::Shown now = shown_now();
  for (const auto& [then, after] : {std::pair(&shown, &now), std::pair(&now, &shown)}) {
    for (const manifest::ShownDifference& each : manifest::compare(*then, *after)) {
      require(each.was || each.is);
      manifest::changed_words(each.was.value_or(""), each.is.value_or(""));
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kMaxSize = 1 << 14;
  if (size > kMaxSize) return 0;
  const std::string bytes = fuzz::as_bytes(data, size);
  if (const auto made = manifest::read_manifest(bytes, "ours"); made && made->shown) {
    check(made->shown->shown);
  }
  if (const auto unpacked = manifest::unpacked(bytes)) {
    require(manifest::unpacked(manifest::packed(*unpacked)) == unpacked);
    check(unpacked->shown);
  }
  // As it is packed, so that it is not for the fuzzer to deflate.
  if (const auto shown = manifest::read_shown(bytes)) {
    const auto unpacked = manifest::unpacked(manifest::packed({{}, *shown}));
    if (unpacked) check(unpacked->shown);
  }
  return 0;
}
