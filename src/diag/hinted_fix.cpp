// SPDX-License-Identifier: MIT
#include "diag/hinted_fix.h"

#include <string_view>

namespace handbill::diag {
namespace {

/// The x of "did you mean `x`?"; empty: the hint is another, or x can't stand in a text as it is.
std::string_view meant_by(std::string_view hint) {
  constexpr std::string_view kStart = "did you mean `", kEnd = "`?";
  if (!hint.starts_with(kStart) || !hint.ends_with(kEnd)) return {};
  hint.remove_prefix(kStart.size());
  hint.remove_suffix(kEnd.size());
  return hint.find_first_of("`\"\\\n") == hint.npos ? hint : std::string_view();
}

/// The place of the first value of the message that stands at `span`.
std::optional<Span> seen_at(Span span, std::string_view message, const SourceMap& sources) {
  const std::string_view source = sources.text(span);
  for (std::size_t open = message.find('`'); open != message.npos; open = message.find('`', open)) {
    const std::size_t close = message.find('`', open + 1);
    if (close == message.npos) break;
    const std::string_view value = message.substr(open + 1, close - open - 1);
    const std::size_t at = value.empty() ? source.npos : source.find(value);
    if (at != source.npos) {
      return span.part(static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(value.size()));
    }
    open = close + 1;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Fix> fix_of(const Diagnostic& diagnostic, const SourceMap& sources) {
  if (diagnostic.fix || !diagnostic.span.known()) return diagnostic.fix;
  for (const std::string& hint : diagnostic.hints) {
    const std::string_view meant = meant_by(hint);
    if (meant.empty()) continue;
    const auto seen = seen_at(diagnostic.span, diagnostic.message, sources);
    if (seen) return Fix{*seen, std::string(meant)};
  }
  return std::nullopt;
}

}  // namespace handbill::diag
