// SPDX-License-Identifier: MIT
// Places inside strings, and how the dumps print a place.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "diag/source_map.h"
#include "diag/span.h"

namespace handbill::spec {

/// Bytes [begin, end) of a string whose bytes stand at `offsets` of the file of `whole`. Without
/// offsets: `whole`.
diag::Span part_of(const std::vector<std::uint32_t>& offsets, diag::Span whole, std::size_t begin,
                   std::size_t end);

/// "12:9", line and column; "nowhere" for an unknown span.
std::string position_text(const diag::SourceMap& sources, diag::Span span);

/// `text` in quotes, on one line.
std::string in_quotes(std::string_view text);

}  // namespace handbill::spec
