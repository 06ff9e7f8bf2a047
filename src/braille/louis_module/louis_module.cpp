// SPDX-License-Identifier: MIT
#include "braille/louis_module/louis_module.h"

#include <liblouis/liblouis.h>

#include <mutex>
#include <vector>

namespace {

static_assert(sizeof(widechar) == sizeof(std::uint32_t), "liblouis is built for UCS-4");

/// liblouis keeps the tables that are in use for all who call it.
std::mutex& louis_mutex() {
  static std::mutex mutex;
  return mutex;
}

constexpr int kMostSizes = 6;  ///< tries, each with twice the room

}  // namespace

extern "C" {
__attribute__((visibility("default"))) extern const char handbill_module_version[];
const char handbill_module_version[] = HANDBILL_VERSION;
}

extern "C" int handbill_to_braille(const char* tables, const std::uint32_t* text, std::size_t size,
                                   int unknown, void* into,
                                   void (*take)(void* into, const std::uint32_t* braille,
                                                std::size_t size)) {
  const std::lock_guard<std::mutex> lock(louis_mutex());
  lou_setLogLevel(LOU_LOG_OFF);
  if (lou_getTable(tables) == nullptr) return HANDBILL_BRAILLE_NO_TABLE;
  const int mode = unknown == HANDBILL_BRAILLE_LEFT_OUT ? noUndefined : 0;
  const std::vector<widechar> wide(text, text + size);
  std::size_t room = size * 4 + 64;
  for (int i = 0; i < kMostSizes; ++i, room *= 2) {
    std::vector<widechar> braille(room);
    int taken = static_cast<int>(wide.size()), made = static_cast<int>(room);
    if (lou_translateString(tables, wide.data(), &taken, braille.data(), &made, nullptr, nullptr,
                            mode) == 0) {
      return HANDBILL_BRAILLE_FAILED;
    }
    if (taken < static_cast<int>(wide.size())) continue;
    const std::vector<std::uint32_t> result(braille.begin(), braille.begin() + made);
    take(into, result.data(), result.size());
    return HANDBILL_BRAILLE_OK;
  }
  return HANDBILL_BRAILLE_FAILED;
}
