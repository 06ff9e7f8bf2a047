// SPDX-License-Identifier: MIT
#include "document/teller.h"

#include "base/nearest.h"
#include "base/number.h"

namespace handbill::document {

std::string quoted(std::string_view text) { return "`" + std::string(text) + "`"; }

std::vector<std::string> did_you_mean(std::string_view word,
                                      const std::vector<std::string>& candidates) {
  const std::optional<std::string> found = nearest(word, candidates);
  if (!found) return {};
  return {"did you mean " + quoted(*found) + "?"};
}

std::string one_of(const std::vector<std::string>& names) {
  std::string result = names.size() == 1 ? "" : "one of ";
  for (const std::string& name : names) {
    if (&name != &names.front()) result += ", ";
    result += quoted(name);
  }
  return result;
}

std::string in_unit_of(Length length, diag::Span span, const diag::SourceMap& sources) {
  const std::string_view written = span.known() ? sources.text(span) : std::string_view{};
  const auto has = [&](std::string_view unit) {
    return written.find(unit) != std::string_view::npos;
  };
  if (has("mm")) return format_number(length.mm(), 3) + " mm";
  if (has("cm")) return format_number(length.mm() / 10, 4) + " cm";
  if (has("in")) return format_number(length.inch(), 5) + " in";
  return format_number(length.pt(), 3) + " pt";
}

}  // namespace handbill::document
