// SPDX-License-Identifier: MIT
#include "build/append_record.h"

#include <chrono>
#include <filesystem>
#include <thread>

#include "build/file_lock.h"
#include "build/report_mended.h"

namespace handbill::build {
namespace fs = std::filesystem;
namespace {

constexpr const char* kAttributesFile = ".gitattributes";

/// Held from reading a ledger until its new state is in place: by others for milliseconds.
class LedgerLock {
 public:
  explicit LedgerLock(const std::string& path) {
    constexpr int kTries = 1000;
    for (int i = 0; i < kTries; ++i) {
      lock_.emplace(path, FileLock::After::Remove);
      if (lock_->state() != FileLock::State::Busy) return;
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
  }
  bool is_busy() const { return lock_->state() == FileLock::State::Busy; }

 private:
  std::optional<FileLock> lock_;
};

/// The text of the ledger with the entry behind it. Nothing: what stands there is no file to read.
std::optional<std::string> with_entry(const diag::FileReader& files, const Ledger& ledger,
                                      const records::Block& entry) {
  const diag::FileAnswer there = files.read(ledger.path);
  if (there.state == diag::FileState::Missing) return std::string(ledger.head) + entry.written();
  if (!there.bytes) return std::nullopt;
  const bool ends = there.bytes->empty() || there.bytes->back() == '\n';
  return *there.bytes + (ends ? "" : "\n") + entry.written();
}

}  // namespace

std::optional<std::string> append_record(const world::Project& project, const Ledger& ledger,
                                         const records::Block& entry,
                                         const std::vector<OutputFile>& beside,
                                         diag::Diagnostics& diags) {
  const fs::path path = fs::path(project.root) / ledger.path;
  const std::string folder = path.parent_path().string();
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return "can't make " + folder + ": " + error.message();
  const LedgerLock lock(folder + "/.ledger-lock");
  if (lock.is_busy()) return "another run is still writing " + path.string();
  const diag::DiskFiles files({project.root});
  auto text = with_entry(files, ledger, entry);
  if (!text) return "can't read " + path.string();
  std::vector<OutputFile> all = beside;
  all.push_back({path.filename().string(), std::move(*text)});
  if (!fs::exists(fs::path(folder) / kAttributesFile, error)) {
    all.push_back({kAttributesFile, std::string(records::kAttributes)});
  }
  OutputSet set(folder, Durability::OnDisk);
  const Mended mended = mend_output(folder);
  report_mended(mended, folder, diags);
  if (mended.failure) return mended.failure;
  if (auto failed = set.add(all)) return failed;
  return set.publish({});
}

}  // namespace handbill::build
