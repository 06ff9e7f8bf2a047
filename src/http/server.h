// SPDX-License-Identifier: MIT
// A server for the browser of this machine and nobody else. It listens on the loopback alone, on a
// port of its own, and answers those who know its token: a page on another site, another user of
// the machine and another program that guesses the port are refused before a body is read. Who asks
// is judged in this order: Host (a literal list of loopback names; RFC 9110, 7.2), Origin (Fetch
// standard, 3.2), token.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/module.h"

namespace handbill::http {

/// What is asked under /api/, by somebody who may.
struct Call {
  std::string method;  ///< "GET", "POST"
  std::string path;    ///< "/api/documents", percent signs decoded
  std::vector<std::pair<std::string, std::string>> query{};
  std::string body{};
  /// Of a header; empty: it is not there.
  std::string if_none_match{};

  /// Empty: it is not asked for.
  std::string parameter(std::string_view name) const;
};

struct Answer {
  int status = 200;
  std::string type = "application/json";
  std::string body{};
  std::string etag{};  ///< empty: it is not to be kept
};

/// A file of the page: "/desk.js". Files need no token, for they say nothing of the project.
struct Asset {
  std::string_view path;
  std::string_view type;
  std::string_view bytes;
};

struct Settings {
  std::string token;  ///< that every call has in X-Handbill-Token
  std::vector<Asset> assets{};
  std::size_t largest_body = std::size_t{8} << 20U;
  bool read_only = false;  ///< calls that are no GET are refused
  int port = 0;            ///< 0: one that is free
};

/// What went on since the page looked last, to all pages that listen at /api/events.
struct Event {
  std::string name;  ///< "changed"
  std::string data;  ///< one line
};

class Server {
 public:
  Server() = default;
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  virtual ~Server() = default;

  virtual int port() const = 0;
  /// Answers until stop() is called, from several threads at the same time.
  virtual void serve() = 0;
  /// From any thread; at any time.
  virtual void stop() = 0;
  virtual void tell(const Event& event) = 0;
};

using Handler = std::function<Answer(const Call&)>;

/// Null, and `trouble` says why: the module is not there, or no port is free.
std::unique_ptr<Server> open_server(const Settings& settings, Handler handler, std::string& trouble,
                                    const std::vector<std::string>& modules = module_folders());

/// 32 hexadecimal digits nobody can guess.
std::string new_token();

}  // namespace handbill::http
