// SPDX-License-Identifier: MIT
#include "http/server.h"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <catch2/catch.hpp>

#include <atomic>
#include <thread>

#include "http/admission.h"

namespace handbill::http {
namespace {

const std::string kToken = "0123456789abcdef0123456789abcdef";
constexpr std::string_view kPage = "<!doctype html><title>Desk</title>";

/// A server that tells what it was asked.
class Served {
 public:
  explicit Served(bool read_only = false) {
    Settings settings{
        kToken, {{"/index.html", "text/html; charset=utf-8", kPage}}, 1000, read_only};
    std::string trouble;
    server_ = open_server(
        settings,
        [this](const Call& call) {
          ++calls;
          return Answer{200, "application/json",
                        call.method + " " + call.path + " " + call.parameter("a") + " " + call.body,
                        call.path == "/api/kept" ? "v1" : ""};
        },
        trouble, {HANDBILL_HTTP_FOLDER});
    INFO(trouble);
    REQUIRE(server_);
    thread_ = std::thread([this] { server_->serve(); });
  }
  ~Served() {
    server_->stop();
    thread_.join();
  }
  Served(const Served&) = delete;
  Served& operator=(const Served&) = delete;

  int port() const { return server_->port(); }
  Server& server() { return *server_; }
  std::string own_host() const { return "Host: 127.0.0.1:" + std::to_string(port()) + "\r\n"; }

  int connect() const {
    const int file = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(static_cast<std::uint16_t>(port()));
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    REQUIRE(::connect(file, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0);
    return file;
  }
  static void send(int file, const std::string& text) {
    (void)!::send(file, text.data(), text.size(), MSG_NOSIGNAL);
  }
  /// Until `end` has come, the other side closes, or nothing comes for three seconds.
  static std::string receive(int file, const std::string& end = "") {
    std::string all;
    char buffer[4096];
    pollfd wait{file, POLLIN, 0};
    while ((end.empty() || all.find(end) == all.npos) && ::poll(&wait, 1, 3000) > 0) {
      const ssize_t size = ::recv(file, buffer, sizeof buffer, 0);
      if (size <= 0) break;
      all.append(buffer, static_cast<std::size_t>(size));
    }
    return all;
  }
  /// Headers without Host are given as they are; the connection is closed behind the answer.
  std::string ask(const std::string& line, const std::string& headers,
                  const std::string& body = "") const {
    const int file = connect();
    send(file, line + " HTTP/1.1\r\n" + headers + "Connection: close\r\n\r\n" + body);
    std::string answer = receive(file);
    ::close(file);
    return answer;
  }
  std::string get(const std::string& path, const std::string& more = "") const {
    return ask("GET " + path, own_host() + "X-Handbill-Token: " + kToken + "\r\n" + more);
  }
  std::string post(const std::string& body, const std::string& more) const {
    return ask("POST /api/x",
               own_host() + "X-Handbill-Token: " + kToken +
                   "\r\nContent-Type: application/json\r\n" +
                   "Content-Length: " + std::to_string(body.size()) + "\r\n" + more,
               body);
  }

  std::atomic<int> calls = 0;

 private:
  std::unique_ptr<Server> server_;
  std::thread thread_;
};

int status_of(const std::string& answer) {
  return answer.size() > 12 ? std::atoi(answer.c_str() + 9) : 0;
}

}  // namespace

TEST_CASE("the loopback is known by its names alone, and with the port") {
  CHECK(is_own_host("127.0.0.1:80", 80));
  CHECK(is_own_host("localhost:80", 80));
  CHECK(is_own_host("[::1]:80", 80));
  for (const char* other : {"", "127.0.0.1", "127.0.0.1:81", "127.0.0.2:80", "localhost.:80",
                            "evil.example:80", "LOCALHOST:80", "127.0.0.1:80 ", "0x7f.1:80"}) {
    INFO(other);
    CHECK_FALSE(is_own_host(other, 80));
  }
  CHECK(is_own_origin("", 80));
  CHECK(is_own_origin("http://localhost:80", 80));
  for (const char* other : {"null", "https://localhost:80", "http://evil.example",
                            "http://localhost:80.evil.example", "http://localhost:81"}) {
    INFO(other);
    CHECK_FALSE(is_own_origin(other, 80));
  }
}

TEST_CASE("tokens are long, differ, and are compared whole") {
  CHECK(new_token().size() == 32);
  CHECK(new_token() != new_token());
  CHECK(is_same_token("ab", "ab"));
  CHECK_FALSE(is_same_token("ab", "ac"));
  CHECK_FALSE(is_same_token("a", "ab"));
  CHECK_FALSE(is_same_token("", "ab"));
}

TEST_CASE("who knows the token is answered") {
  const Served served;
  const std::string answer = served.get("/api/a%20b?a=1%2F2");
  CHECK(status_of(answer) == 200);
  CHECK(answer.find("\r\n\r\nGET /api/a b 1/2 ") != answer.npos);
  CHECK(answer.find("Content-Security-Policy: default-src 'none'") != answer.npos);
  CHECK(answer.find("Cache-Control: no-store") != answer.npos);
  CHECK(served.post("{}", "").find("POST /api/x  {}") != answer.npos);
}

TEST_CASE("what has not changed is not sent twice") {
  const Served served;
  CHECK(served.get("/api/kept").find("ETag: \"v1\"") != std::string::npos);
  CHECK(status_of(served.get("/api/kept", "If-None-Match: \"v1\"\r\n")) == 304);
  CHECK(status_of(served.get("/api/kept", "If-None-Match: \"v0\"\r\n")) == 200);
}

TEST_CASE("the page itself needs no token, and there is nothing else to get") {
  const Served served;
  const std::string page = served.ask("GET /", served.own_host());
  CHECK(page.find(std::string(kPage)) != page.npos);
  for (const char* path : {"/index.htm", "/../../etc/passwd", "/%2e%2e%2fetc/passwd",
                           "//etc/passwd", "/index.html/", "/api"}) {
    INFO(path);
    CHECK(status_of(served.ask(std::string("GET ") + path, served.own_host())) == 404);
  }
  CHECK(status_of(served.ask("POST /", served.own_host() + "Content-Length: 0\r\n")) == 405);
  CHECK(served.calls == 0);
}

TEST_CASE("who may not ask is refused, in order: host, origin, token") {
  const Served served;
  const std::string token = "X-Handbill-Token: " + kToken + "\r\n";
  const std::string evil = "Host: evil.example\r\n";
  CHECK(status_of(served.ask("GET /api/x", evil + "Origin: http://evil.example\r\n")) == 421);
  CHECK(status_of(served.ask("GET /", evil)) == 421);
  CHECK(status_of(served.ask("GET /api/x", token)) >= 400);  // no host
  CHECK(status_of(served.ask("GET /api/x", served.own_host() + evil + token)) >= 400);
  for (const char* origin : {"http://evil.example", "null"}) {
    CHECK(status_of(served.get("/api/x", std::string("Origin: ") + origin + "\r\n")) == 403);
  }
  CHECK(status_of(served.ask("GET /api/x", served.own_host())) == 401);
  CHECK(status_of(served.ask("GET /api/x", served.own_host() + "X-Handbill-Token: 0\r\n")) == 401);
  CHECK(status_of(served.ask("GET /api/events", served.own_host())) == 401);
  CHECK(served.calls == 0);
}

TEST_CASE("who is refused is told to come on another connection, for the body is not read") {
  const Served served;
  const std::string body = "GET /api/x HTTP/1.1\r\n\r\n";
  const int file = served.connect();
  Served::send(file, "POST /api/x HTTP/1.1\r\n" + served.own_host() +
                         "Content-Type: application/json\r\nContent-Length: " +
                         std::to_string(body.size()) + "\r\n\r\n" + body);
  const std::string answer = Served::receive(file, "\r\n\r\n");
  ::close(file);
  CHECK(status_of(answer) == 401);
  CHECK(answer.find("Connection: close") != answer.npos);
  CHECK(served.calls == 0);
}

TEST_CASE("bodies have a type, a length and a limit") {
  const Served served;
  CHECK(status_of(served.post(std::string(1000, 'x'), "")) == 200);
  CHECK(status_of(served.post(std::string(1001, 'x'), "")) == 413);
  const std::string head = served.own_host() + "X-Handbill-Token: " + kToken + "\r\n";
  CHECK(
      status_of(served.ask(
          "POST /api/x", head + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n",
          "1\r\nx\r\n0\r\n\r\n")) == 411);
  CHECK(status_of(served.ask(
            "POST /api/x",
            head + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\n",
            "a=b")) == 415);
  CHECK(served.calls == 1);
}

TEST_CASE("a desk for looking changes nothing") {
  const Served served(true);
  CHECK(status_of(served.post("{}", "")) == 403);
  CHECK(status_of(served.get("/api/x")) == 200);
  CHECK(served.calls == 1);
}

TEST_CASE("pages that listen are told what happens, each of them") {
  Served served;
  std::vector<int> pages;
  for (int i = 0; i < 12; ++i) {
    const int page = served.connect();
    Served::send(page, "GET /api/events HTTP/1.1\r\n" + served.own_host() +
                           "X-Handbill-Token: " + kToken + "\r\n\r\n");
    CHECK(Served::receive(page, "\r\n\r\n").find("text/event-stream") != std::string::npos);
    pages.push_back(page);
  }
  CHECK(status_of(served.get("/api/events")) == 503);
  CHECK(status_of(served.get("/api/x")) == 200);  // there are threads left
  served.server().tell({"changed", "7"});
  for (const int page : pages) {
    CHECK(Served::receive(page, "data: 7\n").find("event: changed\ndata: 7\n") !=
          std::string::npos);
    ::close(page);
  }
}

TEST_CASE("it ends when it is asked before it has begun, or just then") {
  for (int i = 0; i < 30; ++i) const Served served;
  SUCCEED("its threads have ended");
}

TEST_CASE("it ends, whoever still listens or is slow") {
  int slow = -1, page = -1;
  {
    Served served;
    slow = served.connect();
    Served::send(slow, "GET /api/x HTTP/1.1\r\nHost: 127");
    page = served.connect();
    Served::send(page, "GET /api/events HTTP/1.1\r\n" + served.own_host() +
                           "X-Handbill-Token: " + kToken + "\r\n\r\n");
    Served::receive(page, "\r\n\r\n");
  }
  ::close(slow);
  ::close(page);
  SUCCEED("its threads have ended");
}

}  // namespace handbill::http
