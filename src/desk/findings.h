// SPDX-License-Identifier: MIT
// What there is to say of one text, at its words.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "desk/session.h"
#include "spec/value.h"

namespace handbill::desk {

/// UTF-16 units [begin, end) of a text, as browsers count.
struct Finding {
  const diag::Diagnostic* told = nullptr;
  std::size_t begin = 0, end = 0;
};

/// Of all documents that have it, each once; without notes and that it is a draft. They refer to
/// the views.
std::vector<Finding> findings_of(const std::vector<View>& views, std::string_view path);

/// The value of the content at a path, of any of the documents; null: none has it.
const spec::Value* value_at(const std::vector<View>& views, std::string_view path);

/// UTF-16 units before a byte of a text in UTF-8.
std::size_t utf16_before(std::string_view text, std::size_t byte);

}  // namespace handbill::desk
