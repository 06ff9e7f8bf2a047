// SPDX-License-Identifier: MIT
#include "braille/translator.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

#include "base/installed.h"
#include "base/utf8.h"
#include "braille/louis_module/louis_module.h"

namespace handbill::braille {
namespace {
namespace fs = std::filesystem;

constexpr ModuleName kModule = {"handbill_braille.so", "writes braille", "liblouis",
                                HANDBILL_VERSION};
/// It comes first in a list: tables of languages name one of their own.
constexpr std::string_view kAscii = "en-us-brf.dis";

bool is_table(std::string_view name) {
  return name.ends_with(".ctb") || name.ends_with(".utb") || name.ends_with(".tbl");
}

}  // namespace

std::vector<std::string> table_folders() { return package_folders("liblouis/tables"); }

Translator::Translator(const std::vector<std::string>& modules, std::vector<std::string> tables)
    : module_(open_module(kModule, modules)), folders_(std::move(tables)), ascii_(find(kAscii)) {}

std::optional<std::string> Translator::find(std::string_view table) const {
  for (const std::string& folder : folders_) {
    std::string path = folder + "/" + std::string(table);
    std::error_code error;
    if (fs::is_regular_file(path, error)) return path;
  }
  return std::nullopt;
}

std::vector<std::string> Translator::names() const {
  std::set<std::string> names;
  for (const std::string& folder : folders_) {
    std::error_code error;
    for (fs::directory_iterator at(folder, error); !error && at != fs::directory_iterator();
         at.increment(error)) {
      std::string name = at->path().filename().string();
      if (is_table(name)) names.insert(std::move(name));
    }
  }
  return {names.begin(), names.end()};
}

std::optional<std::string> Translator::cells(const std::string& tables, const std::u32string& text,
                                             int unknown) const {
  const std::vector<std::uint32_t> codes(text.begin(), text.end());
  std::string result;
  const auto take = [](void* into, const std::uint32_t* braille, std::size_t size) {
    std::string& cells = *static_cast<std::string*>(into);
    for (std::size_t i = 0; i < size; ++i) append_utf8(cells, static_cast<char32_t>(braille[i]));
  };
  auto* const work = module_.function<decltype(handbill_to_braille)>("handbill_to_braille");
  const bool is_done = work != nullptr && work(tables.c_str(), codes.data(), codes.size(), unknown,
                                               &result, take) == HANDBILL_BRAILLE_OK;
  return is_done ? std::optional(std::move(result)) : std::nullopt;
}

std::optional<Translator::Braille> Translator::translate(const std::string& table,
                                                         std::string_view text) const {
  const std::string tables = (ascii_ ? *ascii_ + "," : std::string()) + table;
  const std::u32string codes = to_utf32(text);
  const auto known = cells(tables, codes, HANDBILL_BRAILLE_LEFT_OUT);
  const auto all = cells(tables, codes, HANDBILL_BRAILLE_NUMBERED);
  if (!known || !all) return std::nullopt;
  Braille result{*known, {}};
  if (*known == *all) return result;
  // Which they are, letter by letter.
  for (const char32_t each : std::set<char32_t>(codes.begin(), codes.end())) {
    const std::u32string one(1, each);
    if (cells(tables, one, HANDBILL_BRAILLE_LEFT_OUT) !=
        cells(tables, one, HANDBILL_BRAILLE_NUMBERED)) {
      result.unknown += each;
    }
  }
  return result;
}

}  // namespace handbill::braille
