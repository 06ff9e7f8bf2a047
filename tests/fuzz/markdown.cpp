// SPDX-License-Identifier: MIT
// Any text as Markdown: blocks whose every place lies in the text, never a crash.
#include <string>

#include "diag/source_map.h"
#include "fuzz/support/target.h"
#include "spec/markdown.h"

namespace {

using handbill::fuzz::require;
namespace spec = handbill::spec;

void check(handbill::diag::Span span, std::size_t size) {
  require(span.begin <= span.end && span.end <= size);
}

void check(const spec::MarkdownInline& node, std::size_t size) {
  check(node.span, size);
  if (node.kind == spec::MarkdownInline::Kind::Text) {
    require(node.source_offsets.size() == node.text.size() + 1);
    require(!handbill::find_invalid_utf8(node.text));
    for (std::size_t i = 1; i < node.source_offsets.size(); ++i) {
      require(node.source_offsets[i - 1] <= node.source_offsets[i]);
    }
    require(node.source_offsets.back() <= size);
  }
  for (const spec::MarkdownInline& child : node.children) check(child, size);
}

void check(const spec::MarkdownBlock& block, std::size_t size) {
  check(block.span, size);
  for (const spec::MarkdownInline& each : block.inlines) check(each, size);
  for (const spec::MarkdownBlock& child : block.children) check(child, size);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kMaxSize = 1 << 16;
  const auto input = handbill::fuzz::as_text(data, size, kMaxSize);
  if (!input) return 0;
  const std::string& text = *input;
  handbill::diag::SourceMap sources;
  const auto file = sources.add("text.md", text);
  const auto end = static_cast<std::uint32_t>(size);
  spec::Value value{text, {file, 0, end}};
  for (std::uint32_t i = 0; i <= end; ++i) value.source_offsets.push_back(i);
  handbill::diag::Diagnostics diags;
  const auto blocks = spec::parse_markdown(value, diags);
  for (const spec::MarkdownBlock& block : blocks) check(block, size);
  for (const auto& report : diags.list()) check(report.span, size);
  spec::dump(blocks);
  return 0;
}
