// SPDX-License-Identifier: MIT
#include "desk/versions.h"

#include <filesystem>
#include <map>

#include "desk/session.h"

namespace handbill::desk {
namespace {

namespace fs = std::filesystem;

/// When each file was written and how long it is, by its path.
using FileTimes = std::map<std::string, std::pair<std::int64_t, std::uintmax_t>>;

FileTimes times_of(const world::Project& project) {
  FileTimes times;
  for (const std::string& path : build::versioned_files(project)) {
    std::error_code error;
    const fs::path file = fs::path(project.root) / path;
    times[path] = {fs::last_write_time(file, error).time_since_epoch().count(),
                   fs::file_size(file, error)};
  }
  return times;
}

std::vector<std::string> changed_between(const FileTimes& before, const FileTimes& after) {
  std::vector<std::string> changed;
  for (const auto& [path, time] : after) {
    const auto was = before.find(path);
    if (was == before.end() || was->second != time) changed.push_back(path);
  }
  for (const auto& [path, time] : before) {
    if (!after.contains(path)) changed.push_back(path);
  }
  return changed;
}

}  // namespace

build::History& Versions::history() {
  if (!history_) history_ = build::history_of(project_);
  return *history_;
}

const build::Diff* Versions::compared(const std::string& version, const std::string& document,
                                      const Session& session) {
  const std::string& language = session.run().request.languages.front();
  const bool is_same = compared_ && compared_->version == version &&
                       compared_->document == document && compared_->language == language &&
                       compared_->state == session.state();
  if (is_same) return &compared_->diff;
  const auto files = history().files(version);
  if (!files) return nullptr;
  build::VersionsRequest request;
  request.layouts = {document};
  request.languages = {language};
  request.reading = session.run().request.reading;
  const auto as_version = [&](const char* name, std::shared_ptr<const diag::FileReader> of) {
    return build::Version{.name = name, .title = name, .project = project_, .files = std::move(of)};
  };
  compared_ =
      Compared{version, document, language, session.state(),
               build::compare_versions(as_version("then", files),
                                       as_version("now", session.run().workspace.files), request)};
  return &compared_->diff;
}

std::optional<std::string> Versions::keep_work(const std::string& title,
                                               const std::function<void()>& work) {
  const FileTimes before = times_of(project_);
  work();
  const auto changed = changed_between(before, times_of(project_));
  return changed.empty() ? std::nullopt : history().keep(changed, {title});
}

}  // namespace handbill::desk
