// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace handbill::cli {

/// The browser that the desktop opens addresses with; below Windows (WSL) that of Windows. It is
/// left alone.
void open_browser(const std::string& address);

}  // namespace handbill::cli
