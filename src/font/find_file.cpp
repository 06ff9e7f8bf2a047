// SPDX-License-Identifier: MIT
#include "font/find_file.h"

#include <filesystem>

namespace handbill::font {
namespace fs = std::filesystem;
namespace {

constexpr int kMostEntries = 200'000;

/// "EB Garamond" with '-': "eb-garamond"; without: "ebgaramond".
std::string folder_name(std::string_view family, std::string_view separator) {
  std::string name;
  for (const char c : family) {
    if (c == ' ') {
      name += separator;
    } else {
      name += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  return name;
}

/// What Debian packages call the folder of a family: lato, ebgaramond, open-sans, noto.
std::vector<std::string> usual_folders(std::string_view family, std::string_view package) {
  std::vector<std::string> names{folder_name(family, ""), folder_name(family, "-")};
  names.push_back(folder_name(family.substr(0, family.find(' ')), ""));
  if (package.starts_with("fonts-")) names.emplace_back(package.substr(6));
  return names;
}

bool is_file(const std::string& path) {
  std::error_code error;
  return fs::is_regular_file(path, error);
}

}  // namespace

FileFinder::FileFinder(std::vector<std::string> folders) : folders_(std::move(folders)) {}

std::optional<std::string> FileFinder::find(std::string_view file, std::string_view family,
                                            std::string_view package) {
  if (file.empty() || file.find_first_of(std::string_view("/\\\0", 3)) != file.npos) {
    return std::nullopt;
  }
  const std::vector<std::string> names = usual_folders(family, package);
  for (const std::string& folder : folders_) {
    const std::string direct = folder + "/" + std::string(file);
    if (is_file(direct)) return direct;
    for (const char* kind : {"/truetype/", "/opentype/"}) {
      for (const std::string& name : names) {
        std::string path = folder + kind + name + "/" + std::string(file);
        if (is_file(path)) return path;
      }
    }
  }
  walk();
  const auto found = walked_.find(file);
  if (found == walked_.end()) return std::nullopt;
  return found->second;
}

void FileFinder::walk() {
  if (has_walked_) return;
  has_walked_ = true;
  int left = kMostEntries;
  for (const std::string& folder : folders_) {
    std::map<std::string, std::string, std::less<>> here;
    std::error_code error;
    fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied,
                                        error);
    for (; !error && at != fs::recursive_directory_iterator() && left > 0; --left) {
      std::error_code unreadable;
      if (at->is_regular_file(unreadable)) {
        // The smaller path, so that the order of the directory does not matter.
        const auto [entry, is_new] =
            here.try_emplace(at->path().filename().string(), at->path().string());
        if (!is_new) entry->second = std::min(entry->second, at->path().string());
      }
      at.increment(error);
    }
    walked_.merge(here);
  }
}

}  // namespace handbill::font
