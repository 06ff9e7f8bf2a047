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

/// Its folder is empty for one that stands in the project itself.
Place place_of_folder(std::string_view path) {
  return place_of(path).value_or(Place{"", std::string(path)});
}

std::string path_in(const std::string& folder, const std::string& name) {
  return folder.empty() ? name : folder + "/" + name;
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

std::optional<std::string> missing_folder(const FileReader& files, std::string_view path) {
  for (std::size_t slash = path.find('/'); slash != path.npos; slash = path.find('/', slash + 1)) {
    const std::string_view folder = path.substr(0, slash);
    if (files.read(folder).state == FileState::Missing) return std::string(folder);
  }
  return std::nullopt;
}

std::optional<std::string> near_folder(const FileReader& files, std::string_view folder) {
  // Of shorter names nearly every other is a slip away.
  constexpr std::size_t kShortest = 4;
  const Place place = place_of_folder(folder);
  std::vector<std::string> names = others(files, place);
  std::erase_if(names, [&](const std::string& name) {
    return files.read(path_in(place.folder, name)).state != FileState::Folder;
  });
  if (const std::string* found = misspelt(names, place.name)) return path_in(place.folder, *found);
  const auto begun = std::ranges::find_if(names, [&](const std::string& name) {
    return as_meant(name).starts_with(as_meant(place.name));
  });
  if (begun != names.end()) return path_in(place.folder, *begun);
  if (place.name.size() < kShortest) return std::nullopt;
  if (const auto found = nearest(place.name, names)) return path_in(place.folder, *found);
  const std::string* found = copy_of(names, place.name);
  return found == nullptr ? std::nullopt : std::optional(path_in(place.folder, *found));
}

std::optional<std::string> near_file(const FileReader& files, std::string_view path) {
  const auto place = place_of(path);
  if (!place) return std::nullopt;
  if (const auto folder = missing_folder(files, path)) return near_folder(files, *folder);
  const std::vector<std::string> names = others(files, *place);
  if (const std::string* found = misspelt(names, place->name)) return place->folder + "/" + *found;
  if (const auto found = nearest(place->name, names)) return place->folder + "/" + *found;
  if (const std::string* found = copy_of(names, place->name)) return place->folder + "/" + *found;
  return std::nullopt;
}

}  // namespace handbill::diag
