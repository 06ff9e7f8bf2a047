// SPDX-License-Identifier: MIT
#include "spelling/hunspell_module/hunspell_module.h"

#include <hunspell/hunspell.hxx>

#include <exception>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace {

/// Hunspell has tables that all dictionaries share, and fills them as it reads the first
/// (https://github.com/hunspell/hunspell/issues/727).
std::mutex& hunspell_mutex() {
  static std::mutex mutex;
  return mutex;
}

}  // namespace

extern "C" {
__attribute__((visibility("default"))) extern const char handbill_module_version[];
const char handbill_module_version[] = HANDBILL_VERSION;
}

extern "C" void* handbill_open_dictionary(const char* affixes, const char* words) {
  const std::lock_guard<std::mutex> lock(hunspell_mutex());
  static std::vector<std::unique_ptr<Hunspell>> open;
  try {
    auto made = std::make_unique<Hunspell>(affixes, words);
    if (made->get_dict_encoding() != "UTF-8") return nullptr;
    open.push_back(std::move(made));
    return open.back().get();
  } catch (const std::exception&) {
    return nullptr;
  }
}

extern "C" int handbill_knows_word(void* dictionary, const char* word) {
  const std::lock_guard<std::mutex> lock(hunspell_mutex());
  return static_cast<Hunspell*>(dictionary)->spell(std::string(word)) ? 1 : 0;
}

extern "C" void handbill_suggest_words(void* dictionary, const char* word, void* into,
                                       void (*take)(void* into, const char* word)) {
  const std::lock_guard<std::mutex> lock(hunspell_mutex());
  for (const std::string& each : static_cast<Hunspell*>(dictionary)->suggest(std::string(word))) {
    take(into, each.c_str());
  }
}
