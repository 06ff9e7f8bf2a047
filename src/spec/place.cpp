// SPDX-License-Identifier: MIT
#include "spec/place.h"

#include <algorithm>

namespace handbill::spec {

diag::Span part_of(const std::vector<std::uint32_t>& offsets, diag::Span whole, std::size_t begin,
                   std::size_t end) {
  if (offsets.empty()) return whole;
  const std::size_t last = offsets.size() - 1;
  begin = std::min(begin, last);
  end = std::clamp(end, begin, last);
  return {whole.file, offsets[begin], std::max(offsets[begin], offsets[end])};
}

std::string position_text(const diag::SourceMap& sources, diag::Span span) {
  if (!span.known()) return "nowhere";
  const diag::LineColumn at = sources.position(span.file, span.begin);
  return std::to_string(at.line) + ":" + std::to_string(at.column);
}

std::string in_quotes(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '\n') {
      result += "\\n";
      continue;
    }
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + '"';
}

}  // namespace handbill::spec
