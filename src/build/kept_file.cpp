// SPDX-License-Identifier: MIT
#include "build/kept_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <utility>

#include "diag/open_file.h"

namespace handbill::build {
namespace {

diag::OpenFile own_folder(const std::string& cache_folder) {
  const std::string folder = cache_folder + "/handbill";
  auto open = diag::OpenFile::of_descriptor(
      ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  struct stat info {};
  const bool is_own =
      open.is_open() && ::fstat(open.descriptor(), &info) == 0 && info.st_uid == ::geteuid();
  return is_own ? std::move(open) : diag::OpenFile::of_descriptor(-1);
}

bool is_written_by_user_alone(int file) {
  struct stat info {};
  return ::fstat(file, &info) == 0 && S_ISREG(info.st_mode) && info.st_uid == ::geteuid() &&
         (info.st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

std::string recall(const std::string& cache_folder, const KeptFile& kept) {
  if (cache_folder.empty()) return {};
  const diag::OpenFile folder = own_folder(cache_folder);
  if (!folder.is_open()) return {};
  const auto file = diag::OpenFile::of_descriptor(::openat(
      folder.descriptor(), kept.name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
  if (!file.is_open() || !is_written_by_user_alone(file.descriptor())) return {};
  std::string bytes(kept.largest, '\0');
  const ssize_t size = ::read(file.descriptor(), bytes.data(), bytes.size());
  bytes.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
  return bytes;
}

void keep(const std::string& cache_folder, const KeptFile& kept, std::string_view bytes) {
  if (cache_folder.empty() || bytes.size() > kept.largest) return;
  ::mkdir(cache_folder.c_str(), S_IRWXU);
  ::mkdir((cache_folder + "/handbill").c_str(), S_IRWXU);
  const diag::OpenFile folder = own_folder(cache_folder);
  if (!folder.is_open()) return;
  // One that was left by a run that was ended, or is written by another run, which then has to do
  // without.
  const std::string beside = std::string(kept.name) + ".new";
  ::unlinkat(folder.descriptor(), beside.c_str(), 0);
  const auto file = diag::OpenFile::of_descriptor(
      ::openat(folder.descriptor(), beside.c_str(),
               O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR));
  if (!file.is_open()) return;
  if (write_all(file.descriptor(), bytes)) {
    ::renameat(folder.descriptor(), beside.c_str(), folder.descriptor(), kept.name);
  } else {
    ::unlinkat(folder.descriptor(), beside.c_str(), 0);
  }
}

}  // namespace handbill::build
