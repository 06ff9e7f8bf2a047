// SPDX-License-Identifier: MIT
// Any text as a length and as an edge: a value or a diagnostic, never a crash.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/utf8.h"
#include "diag/source_map.h"
#include "spec/parse_layout.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kMaxSize = 1 << 12;
  const std::string text(reinterpret_cast<const char*>(data), size);
  if (size > kMaxSize || handbill::find_invalid_utf8(text)) return 0;
  const auto length = handbill::spec::parse_length(text);
  if (length && !std::isfinite(length->pt())) std::abort();

  handbill::diag::SourceMap sources;
  const auto file = sources.add("edge", text);
  const auto end = static_cast<std::uint32_t>(size);
  handbill::spec::Value value{text, {file, 0, end}};
  for (std::uint32_t i = 0; i <= end; ++i) value.source_offsets.push_back(i);
  handbill::diag::Diagnostics diags;
  const auto edge = handbill::spec::parse_edge(value, diags);
  if (edge.has_value() == diags.has_errors()) std::abort();
  if (edge && edge->terms.empty()) std::abort();
  // A length is an edge, unless it is farther away than any page is wide.
  if (length && std::abs(length->pt()) <= 14400 && text.find("--") == text.npos && !edge) {
    if (text.find_first_of("pP+\t") == text.npos) std::abort();
  }
  return 0;
}
