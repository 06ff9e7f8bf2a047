// SPDX-License-Identifier: MIT
#include "cli/output.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace handbill::cli {
namespace fs = std::filesystem;
namespace {

std::string failure(const std::string& what) { return what + ": " + std::strerror(errno); }

/// Removes what is left of unfinished files.
class Unfinished {
 public:
  Unfinished() = default;
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;
  ~Unfinished() {
    for (const std::string& path : paths_) ::unlink(path.c_str());
  }
  void add(std::string path) { paths_.push_back(std::move(path)); }
  void forget() { paths_.clear(); }
  const std::vector<std::string>& paths() const { return paths_; }

 private:
  std::vector<std::string> paths_;
};

std::optional<std::string> write_all(const std::string& path, const std::string& bytes) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (file < 0) return failure("can't write " + path);
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t count = ::write(file, bytes.data() + done, bytes.size() - done);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      auto message = failure("can't write " + path);
      ::close(file);
      return message;
    }
    done += static_cast<std::size_t>(count);
  }
  if (::close(file) != 0) return failure("can't write " + path);
  return std::nullopt;
}

}  // namespace

std::optional<std::string> write_files(const std::vector<OutputFile>& files) {
  Unfinished unfinished;
  for (const OutputFile& file : files) {
    const fs::path path = file.path;
    std::error_code error;
    if (path.has_parent_path()) fs::create_directories(path.parent_path(), error);
    if (error) return "can't make " + path.parent_path().string() + ": " + error.message();
    const std::string beside =
        (path.parent_path() / ("." + path.filename().string() + "." + std::to_string(::getpid())))
            .string();
    unfinished.add(beside);
    if (auto message = write_all(beside, file.bytes)) return message;
  }
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (::rename(unfinished.paths()[i].c_str(), files[i].path.c_str()) != 0) {
      return failure("can't replace " + files[i].path);
    }
  }
  unfinished.forget();
  return std::nullopt;
}

}  // namespace handbill::cli
