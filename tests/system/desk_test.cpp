// SPDX-License-Identifier: MIT
// `handbill desk` as a browser meets it.
#include <arpa/inet.h>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <catch2/catch.hpp>

#include <csignal>
#include <filesystem>
#include <string>
#include <vector>

#include "support/paths.h"
#include "support/run_program.h"

extern char** environ;

namespace handbill::test {
namespace {

/// All that comes until the other side closes, or nothing comes for a while.
std::string read_all(int file, int milliseconds, const std::string& until = "") {
  std::string all;
  char buffer[4096];
  pollfd wait{file, POLLIN, 0};
  while ((until.empty() || all.find(until) == all.npos) && ::poll(&wait, 1, milliseconds) > 0) {
    const ssize_t size = ::read(file, buffer, sizeof buffer);
    if (size <= 0) break;
    all.append(buffer, static_cast<std::size_t>(size));
  }
  return all;
}

/// The program at the project in a folder.
class OpenDesk {
 public:
  explicit OpenDesk(const std::filesystem::path& project) {
    int ends[2];
    REQUIRE(::pipe2(ends, O_CLOEXEC) == 0);
    const std::string command =
        "cd '" + project.string() + "' && exec '" + program() + "' desk --no-browser";
    std::vector<std::string> words = {"/bin/sh", "-c", command};
    std::vector<char*> argv;
    for (std::string& each : words) argv.push_back(each.data());
    argv.push_back(nullptr);
    posix_spawn_file_actions_t actions{};
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
    REQUIRE(::posix_spawn(&process_, "/bin/sh", &actions, nullptr, argv.data(), environ) == 0);
    ::posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    output_ = ends[0];
    const std::string told = read_all(output_, 20000, "Ctrl-C");
    address = told.substr(0, told.find('\n'));
    REQUIRE(address.starts_with("http://127.0.0.1:"));
    port_ = std::stoi(address.substr(17));
    token = address.substr(address.find('#') + 1);
  }
  ~OpenDesk() {
    if (process_ > 0) close();
    ::close(output_);
  }
  OpenDesk(const OpenDesk&) = delete;
  OpenDesk& operator=(const OpenDesk&) = delete;

  std::string ask(const std::string& line, const std::string& body = "") const {
    const int file = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(static_cast<std::uint16_t>(port_));
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    REQUIRE(::connect(file, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0);
    const std::string text =
        line + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port_) +
        "\r\nX-Handbill-Token: " + token +
        "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
        "\r\nConnection: close\r\n\r\n" + body;
    REQUIRE(::send(file, text.data(), text.size(), MSG_NOSIGNAL) ==
            static_cast<ssize_t>(text.size()));
    std::string answer = read_all(file, 30000);
    ::close(file);
    return answer;
  }

  /// As Ctrl-C does. Gives the exit code.
  int close() {
    ::kill(process_, SIGINT);
    int status = 0;
    ::waitpid(process_, &status, 0);
    process_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

  std::string address, token;

 private:
  pid_t process_ = -1;
  int output_ = -1;
  int port_ = 0;
};

}  // namespace

TEST_CASE("a new project is opened in the browser, filled in, saved, and built") {
  const TempFolder folder;
  const auto project = folder / "clinic";
  REQUIRE(run_program({program(), "init", project.string()}).exit_code == 0);
  OpenDesk desk(project);
  CHECK(desk.token.size() == 32);
  CHECK(desk.ask("GET /").find("<title>Handbill</title>") != std::string::npos);
  CHECK(desk.ask("GET /api/home?language=en").find("\"Office hours\"") != std::string::npos);
  CHECK(desk.ask("GET /api/page?document=hours-placard&ppi=20").find("\r\n\r\n\x89PNG") !=
        std::string::npos);
  CHECK(desk.ask("POST /api/change?language=en",
                 R"({"path": "clinic.name", "to": "text", "text": "A Clinic"})")
            .find(" 200 ") != std::string::npos);
  CHECK(desk.ask("POST /api/save").find(" 200 ") != std::string::npos);
  CHECK(desk.close() == 0);
  const auto grep = run_program(
      {"grep", "-c", "^name       = \"A Clinic\"", (project / "content/en/clinic.toml").string()});
  CHECK(grep.output == "1\n");
}

TEST_CASE("two desks of one project have tokens of their own") {
  const TempFolder folder;
  const auto project = folder / "clinic";
  REQUIRE(run_program({program(), "init", project.string()}).exit_code == 0);
  const OpenDesk one(project), other(project);
  CHECK(one.token != other.token);
  CHECK(one.address != other.address);
}

TEST_CASE("without a project the desk asks for one, and half of one is told") {
  const TempFolder folder;
  OpenDesk desk(folder.path());
  CHECK(desk.ask("GET /api/home").find("\"start\"") != std::string::npos);
  CHECK(desk.close() == 0);
  std::filesystem::create_directories(folder / "content/en");
  const auto found =
      run_program({"/bin/sh", "-c",
                   "cd '" + folder.path().string() + "' && '" + program() + "' desk --no-browser"});
  CHECK(found.exit_code == 2);
  CHECK(found.errors.find("layouts") != std::string::npos);
}

}  // namespace handbill::test
