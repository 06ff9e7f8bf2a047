// SPDX-License-Identifier: MIT
#include "build/append_record.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <thread>

#include "build/file_lock.h"
#include "build/report_mended.h"
#include "diag/read_text.h"

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
std::optional<std::string> with_entries(const diag::FileReader& files, const Ledger& ledger,
                                        const std::vector<records::Block>& entries) {
  const diag::FileAnswer there = files.read(ledger.path);
  const bool is_new = there.state == diag::FileState::Missing;
  if (!is_new && !there.bytes) return std::nullopt;
  std::string text = is_new ? std::string(ledger.head) : *there.bytes;
  if (!text.empty() && text.back() != '\n') text += '\n';
  for (const records::Block& each : entries) text += each.written();
  return text;
}

/// A link that leads elsewhere: what others keep there is not written to.
bool leads_out(const std::string& root, const fs::path& folder) {
  std::error_code error;
  const fs::path real = fs::weakly_canonical(folder, error);
  const fs::path home = fs::weakly_canonical(root, error);
  const auto [end, unused] = std::mismatch(home.begin(), home.end(), real.begin(), real.end());
  return error || end != home.end();
}

/// A set for each folder.
std::optional<std::string> write_content(const world::Project& project,
                                         const ChangedContent& content) {
  std::map<std::string, std::vector<OutputFile>> folders;
  for (const auto& [path, text] : content) {
    const fs::path where = path;
    folders[where.parent_path().string()].push_back({where.filename().string(), text});
  }
  for (const auto& [folder, files] : folders) {
    if (auto failed = publish_content(path_in(project.root, folder), files)) return failed;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> append_record(const world::Project& project, const Ledger& ledger,
                                         const records::Block& entry,
                                         const std::vector<OutputFile>& beside,
                                         diag::Diagnostics& diags) {
  return append_records(project, ledger, {entry}, beside, diags);
}

std::optional<std::string> append_records(const world::Project& project, const Ledger& ledger,
                                          const std::vector<records::Block>& entries,
                                          const std::vector<OutputFile>& beside,
                                          diag::Diagnostics& diags) {
  const fs::path path = fs::path(project.root) / ledger.path;
  const std::string folder = path.parent_path().string();
  if (leads_out(project.root, folder)) return folder + " leads out of the project";
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return "can't make " + folder + ": " + error.message();
  const LedgerLock lock(folder + "/.ledger-lock");
  if (lock.is_busy()) return "another run is still writing " + path.string();
  const diag::DiskFiles files({project.root});
  auto text = with_entries(files, ledger, entries);
  if (!text) return "can't read " + path.string();
  if (text->size() > diag::kLargestLedger) {
    return path.string() +
           " is full: it would have more than 32 MiB; take out its oldest entries, which later "
           "ones "
           "have followed (git keeps them)";
  }
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

std::optional<std::string> append_with_content(const world::Project& project,
                                               const ChangedContent& content, const Ledger& ledger,
                                               const std::vector<records::Block>& entries,
                                               const std::vector<OutputFile>& beside,
                                               diag::Diagnostics& diags) {
  const diag::DiskFiles files({project.root});
  ChangedContent before;
  for (const auto& [path, text] : content) {
    if (auto bytes = files.read(path).bytes) before[path] = *bytes;
  }
  auto failure = write_content(project, content);
  if (!failure && !entries.empty()) {
    failure = append_records(project, ledger, entries, beside, diags);
  }
  if (!failure) return std::nullopt;
  if (const auto worse = write_content(project, before)) *failure += "; " + *worse;
  return failure;
}

}  // namespace handbill::build
