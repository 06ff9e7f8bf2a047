// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace handbill::cli {

/// The user's, as the XDG Base Directory Specification says; empty: the user has none.
std::string cache_folder();

}  // namespace handbill::cli
