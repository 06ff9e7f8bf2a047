// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace handbill::preflight {

/// A language by the form of its name (BCP 47): "zh-Hans".
bool is_language_tag(std::string_view text);

}  // namespace handbill::preflight
