// SPDX-License-Identifier: MIT
#include "build/output_set.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <thread>

#include "base/content_hash.h"
#include "build/file_lock.h"
#include "build/report_mended.h"
#include "build/staged_set.h"
#include "diag/open_file.h"

namespace handbill::build {
namespace fs = std::filesystem;
namespace {

using Failure = std::optional<std::string>;

constexpr std::string_view kPrefix = ".handbill-";
constexpr std::string_view kSuffix = "XXXXXX";
constexpr const char* kFolderLock = "/.handbill-lock";

/// Held while the sets of a folder are made, put in place or mended: by others for milliseconds.
class FolderLock {
 public:
  explicit FolderLock(const std::string& folder) {
    constexpr int kTries = 1000;
    for (int i = 0; i < kTries; ++i) {
      lock_ = std::make_unique<FileLock>(folder + kFolderLock, FileLock::After::Remove);
      if (lock_->state() != FileLock::State::Busy) return;
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
  }
  bool is_busy() const { return lock_->state() == FileLock::State::Busy; }

 private:
  std::unique_ptr<FileLock> lock_;
};

/// Of a file that is there and begins otherwise: a slip of the hand costs no layout.
bool is_of_other_kind(const std::string& path, std::string_view bytes) {
  struct stat info {};
  if (::stat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) return false;
  const diag::OpenFile file(path);
  char first = 0;
  return file.is_open() && ::read(file.descriptor(), &first, 1) == 1 && first != bytes.front();
}

std::string busy(const std::string& folder) {
  return "another run is still replacing the files of " + folder;
}

/// What others put there may be meant to be put in place by us.
bool is_own_folder(const std::string& path) {
  struct stat info {};
  return ::lstat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode) && info.st_uid == ::geteuid();
}

/// The folders of our own sets in an output folder, sorted.
std::vector<std::string> homes_in(const std::string& folder) {
  std::vector<std::string> homes;
  std::error_code error;
  for (fs::directory_iterator at(folder, error); !error && at != fs::directory_iterator();
       at.increment(error)) {
    const std::string name = at->path().filename().string();
    if (name.starts_with(kPrefix) && name.size() == kPrefix.size() + kSuffix.size() &&
        is_own_folder(folder + "/" + name)) {
      homes.push_back(folder + "/" + name);
    }
  }
  std::ranges::sort(homes);
  return homes;
}

/// Of runs that were cut short, or are still at it.
bool has_traces(const std::string& folder) {
  std::error_code error;
  return !homes_in(folder).empty() || fs::exists(folder + kFolderLock, error);
}

void append(std::vector<std::string>& list, const std::vector<std::string>& more) {
  list.insert(list.end(), more.begin(), more.end());
}

/// Of a set with a list whose run has ended.
Failure mend(const StagedSet& set, Mended& mended) {
  const auto files = set.list();
  if (!files) {
    mended.is_unknown = true;
    set.remove();
    return std::nullopt;
  }
  const bool goes_on = set.state() == StagedSet::State::Set && set.is_sound(*files);
  const std::vector<std::string> waiting = set.waiting();
  if (Failure failed = goes_on ? set.finish(*files) : set.undo(*files)) return failed;
  append(goes_on ? mended.published : mended.undone, waiting);
  set.remove();
  return std::nullopt;
}

}  // namespace

std::string path_in(const std::string& folder, const std::string& name) {
  return (fs::path(folder) / name).string();
}

/// The set that is being made, and the lock that tells others it is.
struct OutputSet::Staging {
  StagedSet set;
  FileLock lock;
  std::vector<Staged> files{};
  bool is_left_to_next_run = false;

  Staging(const std::string& folder, const std::string& home, Durability durability)
      : set(folder, home, durability), lock(set.lock_path(), FileLock::After::Leave) {}
};

OutputSet::OutputSet(std::string folder, Durability durability)
    : folder_(folder.empty() ? "." : std::move(folder)), durability_(durability) {}

OutputSet::~OutputSet() {
  if (!staging_ || staging_->is_left_to_next_run) return;
  staging_->set.remove();
  if (made_folder_) ::rmdir(folder_.c_str());
}

std::optional<std::string> OutputSet::make_folder() {
  std::error_code error;
  std::vector<std::string> parents;
  for (fs::path at = folder_; !fs::exists(at, error); at = at.parent_path()) {
    const fs::path parent = at.parent_path();
    parents.push_back(parent.empty() ? "." : parent.string());
    if (parent.empty() || parent == at) break;
  }
  made_folder_ = fs::create_directories(folder_, error);
  if (error) return "can't make " + folder_ + ": " + error.message();
  for (const std::string& parent : parents) {
    if (auto failed = settle(parent, durability_, parent)) return failed;
  }
  return std::nullopt;
}

std::optional<std::string> OutputSet::begin() {
  if (auto failed = make_folder()) return failed;
  const FolderLock lock(folder_);
  if (lock.is_busy()) return busy(folder_);
  std::string home = folder_ + "/" + std::string(kPrefix) + std::string(kSuffix);
  if (::mkdtemp(home.data()) == nullptr) return failure("can't write into " + folder_);
  staging_ = std::make_unique<Staging>(folder_, home, durability_);
  for (const char* part : {"/new", "/old"}) {
    if (::mkdir((home + part).c_str(), 0777) != 0) return failure("can't write into " + folder_);
  }
  return std::nullopt;
}

std::optional<std::string> OutputSet::add(const std::vector<OutputFile>& files) {
  if (files.empty()) return std::nullopt;
  if (!staging_) {
    if (auto failed = begin()) return failed;
  }
  for (const OutputFile& file : files) {
    if (auto failed = staging_->set.write(file)) return failed;
    staging_->files.push_back({file.name, content_hash_hex(file.bytes)});
    names_.push_back(file.name);
  }
  return std::nullopt;
}

std::optional<std::string> OutputSet::publish(const FileIdentities& inputs) {
  if (!staging_) return std::nullopt;
  for (const std::string& name : names_) {
    const std::string path = path_in(folder_, name);
    const auto there = diag::identity_of(path);
    if (there && inputs.contains(*there)) return "can't replace " + path + ": it was read";
  }
  const FolderLock lock(folder_);
  if (lock.is_busy()) return busy(folder_);
  const StagedSet& set = staging_->set;
  if (auto failed = set.commit(staging_->files)) return failed;
  if (auto failed = set.finish(staging_->files)) {
    const Failure worse = set.undo(staging_->files);
    staging_->is_left_to_next_run = worse.has_value();
    return worse ? *failed + "; " + *worse : *failed;
  }
  set.remove();
  staging_.reset();
  return std::nullopt;
}

std::optional<std::string> publish_file(const std::string& path, std::string bytes,
                                        FileIdentities& inputs, diag::Diagnostics& diags) {
  const fs::path where = path;
  if (!where.has_filename()) return "can't write " + path + ": it names a folder";
  if (is_of_other_kind(path, bytes)) return "can't replace " + path + ": it is no earlier report";
  OutputSet set(where.parent_path().string(), Durability::Cached);
  const Mended mended = mend_output(set.folder());
  report_mended(mended, set.folder(), diags);
  if (mended.failure) return mended.failure;
  if (auto failed = set.add({{where.filename().string(), std::move(bytes)}})) return failed;
  if (auto failed = set.publish(inputs)) return failed;
  if (const auto written = diag::identity_of(path)) inputs.insert(*written);
  return std::nullopt;
}

std::optional<std::string> publish_content(const std::string& folder,
                                           const std::vector<OutputFile>& files) {
  if (has_traces(folder)) {
    const FolderLock lock(folder);
    if (lock.is_busy()) return busy(folder);
    for (const std::string& home : homes_in(folder)) {
      const StagedSet set(folder, home, Durability::OnDisk);
      const FileLock owner(set.lock_path(), FileLock::After::Leave);
      if (owner.state() == FileLock::State::Held) set.remove();
    }
  }
  OutputSet set(folder, Durability::OnDisk);
  if (auto failed = set.add(files)) return failed;
  return set.publish({});
}

Mended mend_output(const std::string& folder) {
  Mended mended;
  if (!has_traces(folder)) return mended;
  const FolderLock lock(folder);
  if (lock.is_busy()) {
    mended.failure = busy(folder);
    return mended;
  }
  for (const std::string& home : homes_in(folder)) {
    const StagedSet set(folder, home, Durability::OnDisk);
    const FileLock owner(set.lock_path(), FileLock::After::Leave);
    if (owner.state() == FileLock::State::Busy) continue;
    if (set.state() != StagedSet::State::Unlisted) {
      if (auto failed = mend(set, mended)) mended.failure = std::move(failed);
    } else if (owner.state() == FileLock::State::Held) {
      set.remove();
    }
  }
  return mended;
}

std::vector<std::string> unfinished_output(const std::string& folder) {
  std::vector<std::string> names;
  for (const std::string& home : homes_in(folder)) {
    const StagedSet set(folder, home, Durability::Cached);
    if (set.state() == StagedSet::State::Unlisted) continue;
    const FileLock owner(set.lock_path(), FileLock::After::Leave);
    if (owner.state() != FileLock::State::Busy) append(names, set.waiting());
  }
  return names;
}

}  // namespace handbill::build
