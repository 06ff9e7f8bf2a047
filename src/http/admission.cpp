// SPDX-License-Identifier: MIT
// Who may ask. The module has this file too.
#include "http/admission.h"

#include <algorithm>
#include <array>
#include <string>

namespace handbill::http {
namespace {

constexpr std::array<std::string_view, 3> kLoopback = {"127.0.0.1", "localhost", "[::1]"};

}  // namespace

bool is_same_token(std::string_view given, std::string_view wanted) {
  if (given.size() != wanted.size()) return false;
  unsigned different = 0;
  for (std::size_t i = 0; i < given.size(); ++i) {
    different |= static_cast<unsigned char>(given[i]) ^ static_cast<unsigned char>(wanted[i]);
  }
  return different == 0;
}

bool is_own_host(std::string_view host, int port) {
  return std::ranges::any_of(kLoopback, [&](std::string_view name) {
    return host == std::string(name) + ":" + std::to_string(port);
  });
}

bool is_own_origin(std::string_view origin, int port) {
  constexpr std::string_view kScheme = "http://";
  return origin.empty() ||
         (origin.starts_with(kScheme) && is_own_host(origin.substr(kScheme.size()), port));
}

}  // namespace handbill::http
