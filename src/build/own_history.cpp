// SPDX-License-Identifier: MIT
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "build/file_lock.h"
#include "build/git_files.h"
#include "build/history.h"
#include "build/output_set.h"
#include "diag/json_text.h"
#include "manifest/sha256.h"

namespace handbill::build {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;
using Tree = std::map<std::string, GitEntry, std::less<>>;

constexpr const char* kStore = ".handbill/versions";
constexpr const char* kListName = "list";
/// Then the oldest are let go, down to kMostVersions: not at each save.
constexpr std::size_t kTooManyVersions = kMostVersions + 100;

std::int64_t seconds_now() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::seconds>(since).count();
}

struct StoredVersion {
  SavedVersion version;
  Tree tree;
};

Json as_json(const StoredVersion& stored) {
  Json files = Json::object();
  for (const auto& [path, entry] : stored.tree) files[path] = {entry.object, entry.size};
  return {{"id", stored.version.id},
          {"time", stored.version.time},
          {"title", stored.version.note.title},
          {"changed", stored.version.note.changed},
          {"files", std::move(files)}};
}

/// Nothing: the line is broken.
std::optional<StoredVersion> version_of(std::string_view line) {
  try {
    const Json read = Json::parse(line);
    StoredVersion stored;
    stored.version = {read.at("id"),
                      read.at("time"),
                      {read.at("title"), read.at("changed").get<std::vector<std::string>>()}};
    for (const auto& [path, file] : read.at("files").items()) {
      if (!diag::is_inside_project(path)) return std::nullopt;
      stored.tree[path] = {GitEntry::Kind::File, file.at(0), file.at(1)};
    }
    return stored;
  } catch (const Json::exception&) {
    return std::nullopt;
  }
}

bool is_object_name(std::string_view name) {
  return name.size() == 64 && name.find_first_not_of("0123456789abcdef") == name.npos;
}

/// A line of JSON for each version in `list`, and their files in `objects`, by their SHA-256.
class OwnHistory final : public History {
 public:
  OwnHistory(const world::Project& project, std::int64_t (*clock)())
      : project_(project),
        disk_({project.root}),
        folder_((fs::path(project.root) / kStore).string()),
        clock_(clock != nullptr ? clock : seconds_now) {}

  std::vector<SavedVersion> list(std::size_t most) const override {
    std::vector<SavedVersion> versions;
    for (StoredVersion& each : read_list()) versions.push_back(std::move(each.version));
    std::ranges::reverse(versions);
    if (versions.size() > most) versions.resize(most);
    return versions;
  }

  std::shared_ptr<const diag::FileReader> files(const std::string& id) const override {
    for (StoredVersion& each : read_list()) {
      if (each.version.id != id) continue;
      return std::make_shared<GitFiles>(std::move(each.tree), reader(),
                                        diag::DiskFiles::of_project("", project_.data));
    }
    return nullptr;
  }

  std::optional<std::string> keep_found(const std::vector<std::string>&) override {
    const auto versions = read_list();
    const char* title =
        versions.empty() ? "The project as it was" : "Keep what was changed outside the desk";
    return keep_all({title}, versions);
  }

  std::optional<std::string> keep(const std::vector<std::string>&,
                                  const VersionNote& note) override {
    return keep_all(note, read_list());
  }

 private:
  std::vector<StoredVersion> read_list() const {
    std::vector<StoredVersion> versions;
    const auto bytes = disk_.read(std::string(kStore) + "/" + kListName).bytes;
    std::string_view left = bytes ? std::string_view(*bytes) : std::string_view();
    while (!left.empty()) {
      const std::size_t end = std::min(left.find('\n'), left.size());
      if (auto version = version_of(left.substr(0, end))) versions.push_back(std::move(*version));
      left.remove_prefix(std::min(end + 1, left.size()));
    }
    return versions;
  }

  ReadObjects reader() const {
    return [disk = disk_](const std::vector<std::string>& names) {
      std::map<std::string, std::string> objects;
      for (const std::string& each : names) {
        if (!is_object_name(each)) continue;
        auto bytes = disk.read(std::string(kStore) + "/objects/" + each).bytes;
        // What is not what it was is not shown as a version.
        if (bytes && manifest::sha256(*bytes) == each) objects[each] = std::move(*bytes);
      }
      return objects;
    };
  }

  std::optional<std::string> keep_all(const VersionNote& note,
                                      std::vector<StoredVersion> versions) {
    StoredVersion next{{}, tree_now()};
    if (!versions.empty() && are_same(versions.back().tree, next.tree)) return std::nullopt;
    std::error_code error;
    fs::create_directories(fs::path(folder_) / "objects", error);
    if (error) return "no version was kept: " + error.message();
    const FileLock lock((fs::path(folder_) / "lock").string(), FileLock::After::Remove);
    if (lock.state() == FileLock::State::Busy) {
      return "another desk is saving, so that no version was kept";
    }
    next.version = {std::to_string(versions.empty() ? 1 : number_of(versions.back()) + 1), clock_(),
                    note};
    if (auto failed = write_objects(next.tree)) return "no version was kept: " + *failed;
    versions.push_back(std::move(next));
    const bool are_too_many = versions.size() > kTooManyVersions;
    if (are_too_many) versions.erase(versions.begin(), versions.end() - kMostVersions);
    if (auto failed = write_list(versions)) return "no version was kept: " + *failed;
    if (are_too_many) drop_objects(versions);
    return std::nullopt;
  }

  static bool are_same(const Tree& one, const Tree& other) {
    return std::ranges::equal(one, other, [](const auto& a, const auto& b) {
      return a.first == b.first && a.second.object == b.second.object;
    });
  }

  static std::size_t number_of(const StoredVersion& stored) {
    return std::strtoull(stored.version.id.c_str(), nullptr, 10);
  }

  Tree tree_now() const {
    Tree tree;
    for (const std::string& path : versioned_files(project_)) {
      const auto bytes = disk_.read(path).bytes;
      if (bytes) tree[path] = {GitEntry::Kind::File, manifest::sha256(*bytes), bytes->size()};
    }
    return tree;
  }

  std::optional<std::string> write_objects(const Tree& tree) const {
    OutputSet set(folder_ + "/objects", Durability::OnDisk);
    std::set<std::string> added;
    for (const auto& [path, entry] : tree) {
      const bool is_there = fs::exists(fs::path(folder_) / "objects" / entry.object);
      if (is_there || !added.insert(entry.object).second) continue;
      auto bytes = disk_.read(path).bytes;
      if (!bytes || manifest::sha256(*bytes) != entry.object) return path + " is being written";
      if (auto failed = set.add({{entry.object, std::move(*bytes)}})) return failed;
    }
    return added.empty() ? std::nullopt : set.publish({});
  }

  std::optional<std::string> write_list(const std::vector<StoredVersion>& versions) const {
    std::string text;
    for (const StoredVersion& each : versions) {
      text += as_json(each).dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
    }
    OutputSet set(folder_, Durability::OnDisk);
    auto failed = set.add({{kListName, std::move(text)}});
    return failed ? failed : set.publish({});
  }

  void drop_objects(const std::vector<StoredVersion>& versions) const {
    std::set<std::string> needed;
    for (const StoredVersion& each : versions) {
      for (const auto& [path, entry] : each.tree) needed.insert(entry.object);
    }
    std::error_code error;
    for (const auto& each : fs::directory_iterator(fs::path(folder_) / "objects", error)) {
      const std::string name = each.path().filename().string();
      if (is_object_name(name) && !needed.contains(name)) fs::remove(each.path(), error);
    }
  }

  world::Project project_;
  diag::DiskFiles disk_;
  std::string folder_;
  std::int64_t (*clock_)();
};

}  // namespace

std::unique_ptr<History> own_history_of(const world::Project& project, std::int64_t (*clock)()) {
  return std::make_unique<OwnHistory>(project, clock);
}

}  // namespace handbill::build
