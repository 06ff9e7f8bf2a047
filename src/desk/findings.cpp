// SPDX-License-Identifier: MIT
#include "desk/findings.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/utf8.h"

namespace handbill::desk {
namespace {

const spec::Value* value_in(const View& view, std::string_view path) {
  if (!view.compiled || !view.compiled->content) return nullptr;
  for (const auto& file : view.compiled->content->as_read().files) {
    if (const spec::Value* value = file.root.at_path(path)) return value;
  }
  return nullptr;
}

/// The byte of the string that stands at a place of its file, or the first behind it.
std::size_t byte_at(const spec::Value& value, std::uint32_t place) {
  const auto& offsets = value.source_offsets;
  const auto found = std::ranges::lower_bound(offsets, place);
  const auto size = value.as_string()->size();
  return std::min(static_cast<std::size_t>(found - offsets.begin()), size);
}

Finding finding_in(const spec::Value& value, const diag::Diagnostic& told) {
  const std::string& text = *value.as_string();
  if (told.span == value.span) return {&told, 0, utf16_before(text, text.size())};
  return {&told, utf16_before(text, byte_at(value, told.span.begin)),
          utf16_before(text, byte_at(value, told.span.end))};
}

}  // namespace

std::size_t utf16_before(std::string_view text, std::size_t byte) {
  constexpr char32_t kLargestUnit = 0xFFFF;
  std::size_t units = 0;
  for (std::size_t at = 0; at < std::min(byte, text.size());) {
    units += next_code_point(text, at) > kLargestUnit ? 2 : 1;
  }
  return units;
}

std::vector<Finding> findings_of(const std::vector<View>& views, std::string_view path) {
  std::vector<Finding> findings;
  std::set<std::tuple<diag::DiagnosticId, diag::Span, std::string>> known;
  for (const View& view : views) {
    const spec::Value* value = value_in(view, path);
    if (value == nullptr || value->as_string() == nullptr) continue;
    for (const diag::Diagnostic& each : view.found.list()) {
      const bool is_said = each.severity != diag::Severity::Note &&
                           each.id != diag::DiagnosticId::DraftContent && each.fact == path;
      if (!is_said || !known.insert({each.id, each.span, each.message}).second) continue;
      findings.push_back(finding_in(*value, each));
    }
  }
  std::ranges::stable_sort(findings, {}, &Finding::begin);
  return findings;
}

const spec::Value* value_at(const std::vector<View>& views, std::string_view path) {
  for (const View& view : views) {
    if (const spec::Value* value = value_in(view, path)) return value;
  }
  return nullptr;
}

}  // namespace handbill::desk
