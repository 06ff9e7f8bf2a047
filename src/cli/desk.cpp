// SPDX-License-Identifier: MIT
#include "desk/desk.h"

#include <fcntl.h>
#include <pthread.h>
#include <spawn.h>
#include <sys/wait.h>

#include <array>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <functional>
#include <string>
#include <thread>

#include "build/output_set.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "cli/tell.h"

extern char** environ;

namespace handbill::cli {
namespace {

/// How often the project's files are looked at.
constexpr std::chrono::milliseconds kLook{400};

/// The browser that the desktop opens addresses with; it is left alone.
void open_browser(const std::string& address) {
  std::array<char*, 3> words = {const_cast<char*>("xdg-open"), const_cast<char*>(address.c_str()),
                                nullptr};
  posix_spawn_file_actions_t quiet{};
  ::posix_spawn_file_actions_init(&quiet);
  for (const int stream : {1, 2}) {
    ::posix_spawn_file_actions_addopen(&quiet, stream, "/dev/null", O_WRONLY, 0);
  }
  pid_t child = 0;
  if (::posix_spawnp(&child, words[0], &quiet, nullptr, words.data(), environ) == 0) {
    std::thread([child] { ::waitpid(child, nullptr, 0); }).detach();
  }
  ::posix_spawn_file_actions_destroy(&quiet);
}

/// Waits for Ctrl-C, or for the end of the session, in a thread of its own.
class UntilAsked {
 public:
  /// Call it before there are other threads: they do not hear these signals then.
  UntilAsked() {
    ::sigemptyset(&signals_);
    for (const int each : {SIGINT, SIGTERM, SIGHUP}) ::sigaddset(&signals_, each);
    ::pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
  }
  void then(const std::function<void()>& stop) {
    waiting_ = std::thread([this, stop] {
      int which = 0;
      ::sigwait(&signals_, &which);
      stop();
    });
  }
  void join() { waiting_.join(); }

 private:
  sigset_t signals_{};
  std::thread waiting_;
};

}  // namespace

int run(const DeskArgs& args) {
  const auto project = project_or_message();
  if (!project) return 2;
  // Of a desk that was killed while it saved.
  if (!args.is_read_only) build::mend_output(project->root);
  UntilAsked asked;
  std::atomic<http::Server*> server = nullptr;
  desk::Desk desk(*project, args.request, [&server](std::uint64_t state) {
    if (http::Server* to = server.load()) to->tell({"changed", std::to_string(state)});
  });
  http::Settings settings;
  settings.token = http::new_token();
  settings.assets = desk::assets();
  settings.read_only = args.is_read_only;
  settings.port = args.port;
  std::string trouble;
  const auto opened = http::open_server(
      settings, [&desk](const http::Call& call) { return desk.answer(call); }, trouble);
  if (!opened) {
    complain("handbill: " + trouble);
    return 2;
  }
  server = opened.get();
  const std::string address =
      "http://127.0.0.1:" + std::to_string(opened->port()) + "/#" + settings.token;
  say(address);
  say("The desk is open for you alone. Ctrl-C closes it.");
  finish_output();
  std::atomic<bool> is_over = false;
  std::thread looking([&] {
    while (!is_over) {
      std::this_thread::sleep_for(kLook);
      desk.look_at_disk();
    }
  });
  asked.then([&] { opened->stop(); });
  if (!args.no_browser) open_browser(address);
  opened->serve();
  is_over = true;
  looking.join();
  asked.join();
  return 0;
}

}  // namespace handbill::cli
