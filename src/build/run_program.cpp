// SPDX-License-Identifier: MIT
#include "build/run_program.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <utility>

extern char** environ;

namespace handbill::build {
namespace {

/// A file without a name, in memory; -1: there is none to be had.
class MemoryFile {
 public:
  explicit MemoryFile(const char* name) : descriptor_(::memfd_create(name, MFD_CLOEXEC)) {}
  ~MemoryFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  int descriptor() const { return descriptor_; }

  bool fill(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::lseek(descriptor_, 0, SEEK_SET) == 0;
  }

  std::string contents() const {
    std::string all;
    std::array<char, 4096> part{};
    while (true) {
      const ssize_t got =
          ::pread(descriptor_, part.data(), part.size(), static_cast<off_t>(all.size()));
      if (got <= 0) return all;
      all.append(part.data(), static_cast<std::size_t>(got));
    }
  }

 private:
  int descriptor_;
};

std::string_view name_in(std::string_view setting) { return setting.substr(0, setting.find('=')); }

/// In English, whatever the user reads: what programs say is read by this one.
std::vector<std::string> environment(std::vector<std::string> own) {
  own.insert(own.end(), {"LC_ALL=C", "LANGUAGE="});
  std::vector<std::string> words;
  for (char** each = environ; *each != nullptr; ++each) {
    const std::string_view name = name_in(*each);
    const bool is_set = std::ranges::any_of(
        own, [&](const std::string& setting) { return name_in(setting) == name; });
    if (!is_set) words.emplace_back(*each);
  }
  // A name without a value is taken out.
  for (std::string& each : own) {
    if (!each.ends_with('=')) words.push_back(std::move(each));
  }
  return words;
}

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> list;
  for (std::string& each : words) list.push_back(each.data());
  list.push_back(nullptr);
  return list;
}

}  // namespace

Answer run_program(const ProgramCall& call) {
  const bool are_apart = call.errors == ProgramCall::Errors::Apart;
  MemoryFile in("handbill-in"), out("handbill-out"), errors("handbill-errors");
  if (in.descriptor() < 0 || out.descriptor() < 0 || errors.descriptor() < 0 ||
      !in.fill(call.input)) {
    return {.said = "there is not enough memory"};
  }
  std::vector<std::string> words = call.words, settings = environment(call.environment);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in.descriptor(), STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, out.descriptor(), STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, (are_apart ? errors : out).descriptor(),
                                   STDERR_FILENO);
  pid_t process = 0;
  const int error = ::posix_spawnp(&process, words.front().c_str(), &actions, nullptr,
                                   pointers(words).data(), pointers(settings).data());
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) return {.was_found = error != ENOENT, .said = "it can't be started"};
  int status = 0;
  while (::waitpid(process, &status, 0) < 0 && errno == EINTR) continue;
  return {.is_good = WIFEXITED(status) && WEXITSTATUS(status) == 0,
          .said = out.contents(),
          .complaint = errors.contents()};
}

}  // namespace handbill::build
