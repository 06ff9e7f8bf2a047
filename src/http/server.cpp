// SPDX-License-Identifier: MIT
#include "http/server.h"

#include <sys/random.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "base/number.h"
#include "http/server_module/server_module.h"

namespace handbill::http {
namespace {

constexpr ModuleName kModule = {"handbill_http.so", "answers the browser", "cpp-httplib",
                                HANDBILL_VERSION};

}  // namespace

std::string Call::parameter(std::string_view name) const {
  const auto found = std::ranges::find(query, name, &std::pair<std::string, std::string>::first);
  return found == query.end() ? "" : found->second;
}

std::unique_ptr<Server> open_server(const Settings& settings, Handler handler, std::string& trouble,
                                    const std::vector<std::string>& modules) {
  const Module module = open_module(kModule, modules);
  auto* const make = module.function<decltype(handbill_make_server)>("handbill_make_server");
  if (make == nullptr) {
    trouble = module.trouble;
    return nullptr;
  }
  std::unique_ptr<Server> server(make(settings, std::move(handler)));
  if (!server) trouble = "no port of this machine is free";
  return server;
}

std::string new_token() {
  std::array<unsigned char, 16> bytes{};
  if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) {
    throw std::runtime_error("the system has no random numbers");
  }
  std::string token;
  for (const unsigned char byte : bytes) token += hex_digits(byte, 2);
  return token;
}

}  // namespace handbill::http
