// SPDX-License-Identifier: MIT
#include "document/name_on_disk.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "spec/clean_text.h"

namespace handbill::document {
namespace {

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string in_folder(const std::string& folder, std::string_view name,
                      const diag::FileReader& files) {
  if (is_ascii(name)) return std::string(name);
  const std::vector<std::string> there = files.list(folder);
  if (std::ranges::find(there, name) != there.end()) return std::string(name);
  const std::string wanted = spec::in_form_c(std::string(name));
  const auto same = std::ranges::find(there, wanted, spec::in_form_c);
  return same != there.end() ? *same : std::string(name);
}

}  // namespace

std::string name_on_disk(std::string_view path, const diag::FileReader& files) {
  if (is_ascii(path)) return std::string(path);
  std::string found;
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('/'), path.size());
    const std::string name = in_folder(found, path.substr(0, end), files);
    found += (found.empty() ? "" : "/") + name;
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return found;
}

}  // namespace handbill::document
