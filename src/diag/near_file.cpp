// SPDX-License-Identifier: MIT
#include "diag/near_file.h"

#include <algorithm>
#include <vector>

#include "base/ascii.h"
#include "base/nearest.h"
#include "base/utf8.h"

namespace handbill::diag {
namespace {

struct Place {
  std::string folder, name;  ///< "content/en", "hours.toml"
};

std::optional<Place> place_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash == path.npos) return std::nullopt;
  return Place{std::string(path.substr(0, slash)), std::string(path.substr(slash + 1))};
}

/// What a message can print, but the name itself.
std::vector<std::string> others(const FileReader& files, const Place& place) {
  std::vector<std::string> names = files.list(place.folder);
  std::erase_if(names, [&](const std::string& name) {
    return name == place.name || find_invalid_utf8(name) ||
           std::ranges::any_of(name, [](char c) { return static_cast<unsigned char>(c) < ' '; });
  });
  return names;
}

const std::string* misspelt(const std::vector<std::string>& names, const std::string& name) {
  const auto found = std::ranges::find(names, as_meant(name), as_meant);
  return found == names.end() ? nullptr : &*found;
}

/// "hours copy.toml", "hours.toml.bak" of "hours.toml".
const std::string* copy_of(const std::vector<std::string>& names, const std::string& name) {
  const std::string stem = as_meant(name.substr(0, name.find('.')));
  const auto found = std::ranges::find_if(names, [&](const std::string& each) {
    return !stem.empty() && as_meant(each).find(stem) != std::string::npos;
  });
  return found == names.end() ? nullptr : &*found;
}

}  // namespace

std::string as_meant(std::string_view name) {
  std::string meant = to_lower(name);
  std::erase(meant, ' ');
  if (meant.ends_with(".txt") && meant.find('.') + 4 < meant.size()) meant.resize(meant.size() - 4);
  return meant;
}

std::optional<std::string> misspelt_file(const FileReader& files, std::string_view path) {
  const auto place = place_of(path);
  if (!place) return std::nullopt;
  const std::vector<std::string> names = others(files, *place);
  const std::string* found = misspelt(names, place->name);
  if (found == nullptr) return std::nullopt;
  return place->folder + "/" + *found;
}

std::optional<std::string> near_file(const FileReader& files, std::string_view path) {
  const auto place = place_of(path);
  if (!place) return std::nullopt;
  if (files.read(place->folder).state == FileState::Missing) {
    return near_file(files, place->folder);
  }
  const std::vector<std::string> names = others(files, *place);
  if (const std::string* found = misspelt(names, place->name)) return place->folder + "/" + *found;
  if (const auto found = nearest(place->name, names)) return place->folder + "/" + *found;
  if (const std::string* found = copy_of(names, place->name)) return place->folder + "/" + *found;
  return std::nullopt;
}

}  // namespace handbill::diag
