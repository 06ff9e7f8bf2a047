// SPDX-License-Identifier: MIT
// Who may ask.
#pragma once

#include <string_view>

namespace handbill::http {

/// Equal, in a time that tells nothing of where they differ.
bool is_same_token(std::string_view given, std::string_view wanted);

/// Whether a Host header names the loopback of this machine with this port: "127.0.0.1:1234",
/// "localhost:1234", "[::1]:1234". A name that leads here by DNS is none of them.
bool is_own_host(std::string_view host, int port);

/// Whether an Origin header names a page of this server; an empty one is that of no page.
bool is_own_origin(std::string_view origin, int port);

}  // namespace handbill::http
