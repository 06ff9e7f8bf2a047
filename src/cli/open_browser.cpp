// SPDX-License-Identifier: MIT
#include "cli/open_browser.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/utsname.h>
#include <sys/wait.h>

#include <array>
#include <cstdlib>
#include <string_view>
#include <thread>
#include <vector>

#include "base/ascii.h"

extern char** environ;

namespace handbill::cli {
namespace {

/// The kernel of WSL names its maker: "5.15.90.1-microsoft-standard-WSL2".
bool is_below_windows() {
  if (std::getenv("WSL_DISTRO_NAME") != nullptr) return true;
  utsname system{};
  if (::uname(&system) != 0) return false;
  return to_lower(std::string_view(system.release)).find("microsoft") != std::string::npos;
}

/// False: there is no such program.
bool runs(const char* program, const std::string& address) {
  std::array<char*, 3> words = {const_cast<char*>(program), const_cast<char*>(address.c_str()),
                                nullptr};
  posix_spawn_file_actions_t quiet{};
  ::posix_spawn_file_actions_init(&quiet);
  for (const int stream : {1, 2}) {
    ::posix_spawn_file_actions_addopen(&quiet, stream, "/dev/null", O_WRONLY, 0);
  }
  pid_t child = 0;
  const bool is_there =
      ::posix_spawnp(&child, words[0], &quiet, nullptr, words.data(), environ) == 0;
  if (is_there) std::thread([child] { ::waitpid(child, nullptr, 0); }).detach();
  ::posix_spawn_file_actions_destroy(&quiet);
  return is_there;
}

}  // namespace

void open_browser(const std::string& address) {
  std::vector<const char*> programs = {"xdg-open"};
  // wslview comes with the distributions' package wslu, explorer.exe with Windows.
  if (is_below_windows()) programs = {"wslview", "explorer.exe", "xdg-open"};
  for (const char* each : programs) {
    if (runs(each, address)) return;
  }
}

}  // namespace handbill::cli
