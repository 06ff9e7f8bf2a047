// SPDX-License-Identifier: MIT
#include "workspace/dependencies.h"

#include <algorithm>
#include <functional>

#include "diag/diagnostic.h"
#include "diag/read_text.h"
#include "world/project.h"

namespace handbill::workspace {
namespace {

std::size_t hash_of(std::string_view bytes) { return std::hash<std::string_view>()(bytes); }

}  // namespace

bool Dependencies::holds(const Asked& asked, const diag::FileReader& files,
                         diag::SourceMap& sources) {
  if (asked.text) {
    diag::Diagnostics unheard;
    const auto text = diag::read_text(files, asked.path, {}, sources, unheard);
    return text == asked.text && sources.text(*text).size() == asked.size &&
           hash_of(sources.text(*text)) == asked.hash;
  }
  const diag::FileAnswer now = files.read(asked.path);
  if (now.state != asked.state) return false;
  return !now.bytes || (now.bytes->size() == asked.size && hash_of(*now.bytes) == asked.hash);
}

bool Dependencies::hold(const diag::FileReader& files, diag::SourceMap& sources) const {
  const auto is_listed = [&](const auto& each) { return files.list(each.first) == each.second; };
  const auto is_read = [&](const Asked& each) { return holds(each, files, sources); };
  if (!std::ranges::all_of(listed_, is_listed) || !std::ranges::all_of(read_, is_read)) {
    return false;
  }
  for (const std::string& path : used_again_) files.used_again(path);
  return true;
}

diag::FileAnswer WatchedFiles::read(std::string_view path) const {
  diag::FileAnswer answer = files_.read(path);
  if (world::is_opened_once(path) && !path.ends_with(".toml")) {
    asked_.used_again_.emplace(path);
    return answer;
  }
  const auto known = std::ranges::find(asked_.read_, path, &Dependencies::Asked::path);
  if (known == asked_.read_.end()) {
    const std::string_view bytes = answer.bytes ? std::string_view(*answer.bytes) : "";
    asked_.read_.push_back({std::string(path), answer.state, bytes.size(), hash_of(bytes)});
  }
  return answer;
}

void WatchedFiles::used_again(std::string_view path) const {
  files_.used_again(path);
  asked_.used_again_.emplace(path);
}

std::vector<std::string> WatchedFiles::list(std::string_view folder) const {
  std::vector<std::string> names = files_.list(folder);
  asked_.listed_.emplace_back(folder, names);
  return names;
}

Dependencies WatchedFiles::take(const diag::SourceMap& sources) {
  // A text that somebody else has read in this run is used again, and depended on all the same.
  std::erase_if(asked_.used_again_, [&](const std::string& path) {
    if (!sources.find(path)) return false;
    const auto known = std::ranges::find(asked_.read_, path, &Dependencies::Asked::path);
    if (known == asked_.read_.end()) asked_.read_.push_back({path, diag::FileState::File});
    return true;
  });
  for (Dependencies::Asked& each : asked_.read_) {
    each.text = sources.find(each.path);
    if (!each.text) continue;
    each.size = sources.text(*each.text).size();
    each.hash = hash_of(sources.text(*each.text));
  }
  return std::exchange(asked_, {});
}

}  // namespace handbill::workspace
