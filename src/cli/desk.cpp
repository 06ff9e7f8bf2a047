// SPDX-License-Identifier: MIT
#include "desk/desk.h"

#include <pthread.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <functional>
#include <optional>
#include <string>
#include <thread>

#include "build/output_set.h"
#include "cli/commands.h"
#include "cli/known_projects.h"
#include "cli/open_browser.h"
#include "cli/print.h"
#include "cli/tell.h"

namespace handbill::cli {
namespace {

/// How often the project's files are looked at.
constexpr std::chrono::milliseconds kLook{400};
/// A page tells every half minute that it is open; browsers let those behind others do so more
/// rarely, once a minute at least.
constexpr std::chrono::minutes kLeft{5};

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
  const auto project = args.chooses ? std::nullopt : world::find_project(".");
  // Where there is half of one, that is told; where there is none, one is chosen in the browser.
  if (!args.chooses && !project && world::lacks_layouts(".")) {
    project_or_message();
    return 2;
  }
  UntilAsked asked;
  std::atomic<http::Server*> server = nullptr;
  const auto tell = [&server](std::uint64_t state) {
    if (http::Server* to = server.load()) to->tell({"changed", std::to_string(state)});
  };
  std::optional<desk::Desk> at;
  if (project) {
    // Of a desk that was killed while it saved.
    if (!args.is_read_only) build::mend_output(project->root);
    at.emplace(*project, args.request, tell);
    remember_project(project->root);
  } else {
    at.emplace(known_projects(), args.request, tell, remember_project);
  }
  desk::Desk& desk = *at;
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
      if (args.chooses && desk.idle() > kLeft) ::kill(::getpid(), SIGTERM);
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
