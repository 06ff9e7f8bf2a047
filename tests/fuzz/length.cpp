// SPDX-License-Identifier: MIT
// Any text as a length and as an edge: a value or a diagnostic, never a crash.
#include <cmath>
#include <string>

#include "diag/source_map.h"
#include "fuzz/support/target.h"
#include "spec/parse_layout.h"

using handbill::fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kMaxSize = 1 << 12;
  const auto input = handbill::fuzz::as_text(data, size, kMaxSize);
  if (!input) return 0;
  const std::string& text = *input;
  const auto length = handbill::spec::parse_length(text);
  require(!length || std::isfinite(length->pt()));

  handbill::diag::SourceMap sources;
  const auto file = sources.add("edge", text);
  const auto end = static_cast<std::uint32_t>(size);
  handbill::spec::Value value{text, {file, 0, end}};
  for (std::uint32_t i = 0; i <= end; ++i) value.source_offsets.push_back(i);
  handbill::diag::Diagnostics diags;
  const auto edge = handbill::spec::parse_edge(value, diags);
  require(edge.has_value() != diags.has_errors());
  require(!edge || !edge->terms.empty());
  // A length is an edge, unless it is farther away than any page is wide.
  if (length && std::abs(length->pt()) <= 14400 && text.find("--") == text.npos && !edge) {
    require(text.find_first_of("pP+\t") != text.npos);
  }
  return 0;
}
