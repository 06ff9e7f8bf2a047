// SPDX-License-Identifier: MIT
// What the module exports. Private to this folder.
#pragma once

#include "http/server.h"

/// Null: no port is free. The caller owns it.
extern "C" __attribute__((visibility("default"))) handbill::http::Server* handbill_make_server(
    const handbill::http::Settings& settings, handbill::http::Handler handler);
