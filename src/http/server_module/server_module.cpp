// SPDX-License-Identifier: MIT
#include "http/server_module/server_module.h"

#include <httplib.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <set>
#include <thread>

#include "http/admission.h"

namespace handbill::http {
namespace {

// No script, style, picture or connection but our own; nobody shows the page in a frame.
constexpr const char* kPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
    "font-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; "
    "frame-ancestors 'none'";
constexpr const char* kTokenHeader = "X-Handbill-Token";
constexpr std::size_t kThreads = 24;
constexpr std::size_t kMostListeners = 12;  ///< each holds a thread
constexpr std::size_t kMostWaiting = 256;   ///< events for one who does not listen
constexpr int kSeconds = 5;

/// One page that listens.
class Listener {
 public:
  void put(const std::string& text) {
    const std::lock_guard lock(mutex_);
    if (waiting_.size() < kMostWaiting) waiting_.push_back(text);
    awake_.notify_one();
  }
  void close() {
    const std::lock_guard lock(mutex_);
    is_closed_ = true;
    awake_.notify_one();
  }
  /// What is to be sent next: a comment each second, so that one who has gone is found. Nothing: it
  /// is closed.
  std::optional<std::string> next() {
    std::unique_lock lock(mutex_);
    awake_.wait_for(lock, std::chrono::seconds(1),
                    [this] { return is_closed_ || !waiting_.empty(); });
    if (is_closed_) return std::nullopt;
    if (waiting_.empty()) return ":\n\n";
    std::string all;
    for (const std::string& each : waiting_) all += each;
    waiting_.clear();
    return all;
  }

 private:
  std::mutex mutex_;
  std::condition_variable awake_;
  std::deque<std::string> waiting_;
  bool is_closed_ = false;
};

class HttpServer final : public Server {
 public:
  HttpServer(const Settings& settings, Handler handler)
      : settings_(settings), handler_(std::move(handler)) {
    server_.new_task_queue = [] { return new httplib::ThreadPool(kThreads); };
    server_.set_default_headers({{"Content-Security-Policy", kPolicy},
                                 {"Cross-Origin-Resource-Policy", "same-origin"},
                                 {"Referrer-Policy", "no-referrer"},
                                 {"X-Content-Type-Options", "nosniff"}});
    server_.set_payload_max_length(settings.largest_body);
    server_.set_read_timeout(kSeconds);
    server_.set_write_timeout(kSeconds);
    server_.set_keep_alive_timeout(1);
    server_.set_tcp_nodelay(true);
    server_.set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& to) {
      if (!refuse(request, to)) return httplib::Server::HandlerResponse::Unhandled;
      // Its body is not read: what follows on this connection would be taken for a request.
      auto& headers = const_cast<httplib::Request&>(request).headers;
      headers.erase("Connection");
      headers.emplace("Connection", "close");
      return httplib::Server::HandlerResponse::Handled;
    });
    server_.set_exception_handler(
        [](const httplib::Request&, httplib::Response& to, std::exception_ptr) {
          say(to, 500, "a fault of the program");
        });
    server_.Get("/api/events",
                [this](const httplib::Request&, httplib::Response& to) { listen(to); });
    const auto answer = [this](const httplib::Request& request, httplib::Response& to) {
      pass_on(request, to);
    };
    server_.Get(R"(/api/.*)", answer);
    server_.Post(R"(/api/.*)", answer);
    server_.Get(R"(/.*)", [this](const httplib::Request& request, httplib::Response& to) {
      send_asset(request.path, to);
    });
  }

  bool open() {
    constexpr const char* kHere = "127.0.0.1";
    if (settings_.port == 0) {
      port_ = server_.bind_to_any_port(kHere);
    } else {
      port_ = server_.bind_to_port(kHere, settings_.port) ? settings_.port : -1;
    }
    return port_ > 0;
  }

  int port() const override { return port_; }
  void serve() override {
    {
      const std::lock_guard lock(mutex_);
      if (is_stopped_) return;
      is_serving_ = true;
    }
    server_.listen_after_bind();
    is_serving_ = false;
  }

  void stop() override {
    {
      const std::lock_guard lock(mutex_);
      is_stopped_ = true;
      for (const auto& each : listeners_) each->close();
    }
    // The library does not hear it between the call of serve() and its first wait.
    while (is_serving_ && !server_.is_running()) std::this_thread::yield();
    server_.stop();
  }

  void tell(const Event& event) override {
    const std::string text = "event: " + event.name + "\ndata: " + event.data + "\n\n";
    const std::lock_guard lock(mutex_);
    for (const auto& each : listeners_) each->put(text);
  }

 private:
  static void say(httplib::Response& to, int status, const char* text) {
    to.status = status;
    to.set_content(std::string(text) + "\n", "text/plain; charset=utf-8");
  }

  /// True, and answered: whoever asks may not, or asks in a way that is not taken. Runs before the
  /// body is read.
  bool refuse(const httplib::Request& request, httplib::Response& to) const {
    // The library would compress a page by Brotli at its highest quality, for a quarter of a
    // second.
    const_cast<httplib::Request&>(request).headers.erase("Accept-Encoding");
    to.set_header("Cache-Control", "no-store");
    if (request.get_header_value_count("Host") != 1 ||
        !is_own_host(request.get_header_value("Host"), port_)) {
      return say(to, 421, "this is no server of that name"), true;
    }
    if (request.get_header_value_count("Origin") > 1 ||
        !is_own_origin(request.get_header_value("Origin"), port_)) {
      return say(to, 403, "a page from elsewhere may not ask"), true;
    }
    // The limit of bodies does not hold for those that come in chunks.
    if (request.has_header("Transfer-Encoding")) {
      return say(to, 411, "say how long the body is"), true;
    }
    const bool is_api = request.path.starts_with("/api/");
    const bool is_read = request.method == "GET" || request.method == "HEAD";
    if (!is_api) {
      if (is_read) return false;
      return say(to, 405, "there is nothing to change here"), true;
    }
    if (!is_same_token(request.get_header_value(kTokenHeader), settings_.token)) {
      return say(to, 401, "open the address that `handbill desk` has printed"), true;
    }
    if (!is_read && settings_.read_only) {
      return say(to, 403, "this desk is for looking alone"), true;
    }
    if (!is_read && request.get_header_value("Content-Type").rfind("application/json", 0) != 0 &&
        request.get_header_value("Content-Type").rfind("application/octet-stream", 0) != 0) {
      return say(to, 415, "send JSON, or the bytes of a file"), true;
    }
    return false;
  }

  void pass_on(const httplib::Request& request, httplib::Response& to) {
    Call call{
        request.method, request.path, {}, request.body, request.get_header_value("If-None-Match")};
    for (const auto& [name, value] : request.params) call.query.emplace_back(name, value);
    Answer answer = handler_(call);
    if (!answer.etag.empty()) {
      to.set_header("ETag", "\"" + answer.etag + "\"");
      to.headers.erase("Cache-Control");
      to.set_header("Cache-Control", "no-cache");
      if (call.if_none_match == "\"" + answer.etag + "\"") {
        to.status = 304;
        return;
      }
    }
    to.status = answer.status;
    to.set_content(answer.body, answer.type.c_str());
  }

  void send_asset(const std::string& path, httplib::Response& to) const {
    for (const Asset& each : settings_.assets) {
      if (each.path != (path == "/" ? "/index.html" : path)) continue;
      to.set_content(each.bytes.data(), each.bytes.size(), std::string(each.type).c_str());
      return;
    }
    say(to, 404, "there is no such page");
  }

  void listen(httplib::Response& to) {
    auto listener = std::make_shared<Listener>();
    {
      const std::lock_guard lock(mutex_);
      if (is_stopped_ || listeners_.size() >= kMostListeners) {
        return say(to, 503, "too many pages are open");
      }
      listeners_.insert(listener);
    }
    to.set_chunked_content_provider(
        "text/event-stream",
        [listener](std::size_t, httplib::DataSink& sink) {
          const auto text = listener->next();
          if (!text) {
            sink.done();
            return true;
          }
          return sink.write(text->data(), text->size());
        },
        [this, listener](bool) {
          const std::lock_guard lock(mutex_);
          listeners_.erase(listener);
        });
  }

  const Settings settings_;
  const Handler handler_;
  httplib::Server server_;
  int port_ = -1;
  std::mutex mutex_;
  std::set<std::shared_ptr<Listener>> listeners_;
  bool is_stopped_ = false;
  std::atomic<bool> is_serving_ = false;
};

}  // namespace
}  // namespace handbill::http

extern "C" {
__attribute__((visibility("default"))) extern const char handbill_module_version[];
const char handbill_module_version[] = HANDBILL_VERSION;
}

handbill::http::Server* handbill_make_server(const handbill::http::Settings& settings,
                                             handbill::http::Handler handler) {
  auto server = std::make_unique<handbill::http::HttpServer>(settings, std::move(handler));
  return server->open() ? server.release() : nullptr;
}
