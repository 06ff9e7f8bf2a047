// SPDX-License-Identifier: MIT
#include "desk/save_version.h"

#include <algorithm>
#include <filesystem>
#include <map>

#include "build/output_set.h"

namespace handbill::desk {
namespace {

namespace fs = std::filesystem;

/// Files of the project by their paths; nothing: it is not there.
using Texts = std::map<std::string, std::optional<std::string>>;

Texts texts_of(const std::vector<std::string>& paths, const diag::FileReader& files) {
  Texts texts;
  for (const std::string& each : paths) texts[each] = files.read(each).bytes;
  return texts;
}

build::VersionNote note_of(const Texts& before, const Texts& after) {
  build::VersionNote note;
  for (const auto& [path, text] : after) {
    const std::string was = before.at(path).value_or("");
    for (std::string& each : build::changed_values(path, was, text.value_or(""))) {
      if (std::ranges::find(note.changed, each) == note.changed.end()) {
        note.changed.push_back(std::move(each));
      }
    }
  }
  note.title = build::title_of_changes(note.changed);
  return note;
}

bool is_gone_back_to(std::string_view path) {
  return path.starts_with("content/") || path.starts_with("layouts/") || path.starts_with("fonts/");
}

/// The project's own files below a folder of a version.
void add_own_files(const diag::FileReader& files, const std::string& folder, Texts& texts) {
  for (const std::string& name : files.list(folder)) {
    const std::string path = folder + "/" + name;
    diag::FileAnswer answer = files.read(path);
    if (answer.state == diag::FileState::Folder) {
      add_own_files(files, path, texts);
    } else if (answer.bytes && answer.origin == diag::Origin::Project) {
      texts[path] = std::move(answer.bytes);
    }
  }
}

/// What is to be written, or taken away, to have the project as it was.
Texts difference_to(const diag::FileReader& version, const world::Project& project) {
  Texts then;
  for (const char* folder : {"content", "layouts", "fonts"}) add_own_files(version, folder, then);
  const diag::DiskFiles disk({project.root});
  for (const std::string& path : build::versioned_files(project)) {
    if (!is_gone_back_to(path)) continue;
    const auto was = then.find(path);
    if (was == then.end()) {
      then[path] = std::nullopt;
    } else if (was->second == disk.read(path).bytes) {
      then.erase(was);
    }
  }
  return then;
}

/// Nothing on success, else what failed.
std::optional<std::string> put_in_place(const Texts& texts, const world::Project& project) {
  std::map<std::string, std::vector<build::OutputFile>> folders;
  for (const auto& [path, text] : texts) {
    const fs::path where = fs::path(project.root) / path;
    if (text) folders[where.parent_path()].push_back({where.filename(), *text});
  }
  for (const auto& [folder, files] : folders) {
    build::OutputSet set(folder, build::Durability::OnDisk);
    auto failed = set.add(files);
    if (!failed) failed = set.publish({});
    if (failed) return failed;
  }
  for (const auto& [path, text] : texts) {
    std::error_code error;
    if (!text) fs::remove(fs::path(project.root) / path, error);
    if (error) return "can't remove " + path + ": " + error.message();
  }
  return std::nullopt;
}

std::string title_in(const std::vector<build::SavedVersion>& versions, const std::string& id) {
  const auto found = std::ranges::find(versions, id, &build::SavedVersion::id);
  return found == versions.end() ? id : found->note.title;
}

}  // namespace

KeptWork save_as_version(Session& session) {
  const std::vector<std::string> paths = session.unsaved();
  if (paths.empty()) return {session.save(), ""};
  build::History& history = session.versions().history();
  const diag::DiskFiles disk({session.project().root});
  auto trouble = history.keep_found(paths);
  const Texts before = texts_of(paths, disk);
  if (auto why = session.save()) return {std::move(why), ""};
  const auto failed = history.keep(paths, note_of(before, texts_of(paths, disk)));
  return {std::nullopt, failed ? *failed : trouble.value_or("")};
}

KeptWork go_back(Session& session, const std::string& version) {
  build::History& history = session.versions().history();
  if (!session.unsaved().empty()) {
    return {Refusal{Refusal::Why::Conflict, "save what you have changed first, or take it back"},
            ""};
  }
  const auto files = history.files(version);
  if (!files) return {Refusal{Refusal::Why::NoPlace, "there is no such version"}, ""};
  const Texts texts = difference_to(*files, session.project());
  std::vector<std::string> paths;
  for (const auto& [path, text] : texts) paths.push_back(path);
  const std::string title = title_in(history.list(build::kMostVersions), version);
  // What is not kept would be lost.
  if (auto failed = history.keep_found(paths)) {
    return {Refusal{Refusal::Why::NotWritten, *failed}, ""};
  }
  if (auto failed = put_in_place(texts, session.project())) {
    return {Refusal{Refusal::Why::NotWritten, *failed}, ""};
  }
  const auto failed = history.keep(paths, {"Go back to: " + title});
  session.look_at_disk();
  return {std::nullopt, failed.value_or("")};
}

}  // namespace handbill::desk
