// SPDX-License-Identifier: MIT
#include "spec/markdown.h"
#include "spec/place.h"

namespace handbill::spec {
namespace {

std::string_view kind_name(MarkdownBlock::Kind kind) {
  switch (kind) {
    case MarkdownBlock::Kind::Paragraph:
      return "paragraph";
    case MarkdownBlock::Kind::Heading:
      return "heading";
    case MarkdownBlock::Kind::BulletList:
      return "bullet-list";
    case MarkdownBlock::Kind::OrderedList:
      return "ordered-list";
    case MarkdownBlock::Kind::ListItem:
      return "item";
    case MarkdownBlock::Kind::Quote:
      return "quote";
    case MarkdownBlock::Kind::Note:
      return "note";
  }
  return "";
}

std::string_view kind_name(MarkdownInline::Kind kind) {
  switch (kind) {
    case MarkdownInline::Kind::Text:
      return "text";
    case MarkdownInline::Kind::SoftBreak:
      return "soft-break";
    case MarkdownInline::Kind::LineBreak:
      return "line-break";
    case MarkdownInline::Kind::Emphasis:
      return "emphasis";
    case MarkdownInline::Kind::Strong:
      return "strong";
    case MarkdownInline::Kind::Link:
      return "link";
    case MarkdownInline::Kind::Image:
      return "image";
    case MarkdownInline::Kind::Reference:
      return "reference";
  }
  return "";
}

void append_line(std::string& out, std::size_t depth, const std::string& text, diag::Span span) {
  out.append(depth * 2, ' ');
  out += text;
  if (span.known()) out += "  " + std::to_string(span.begin) + ".." + std::to_string(span.end);
  out += '\n';
}

void append(std::string& out, std::size_t depth, const MarkdownInline& node) {
  std::string text(kind_name(node.kind));
  if (!node.text.empty()) text += " " + in_quotes(node.text);
  append_line(out, depth, text, node.span);
  for (const MarkdownInline& child : node.children) append(out, depth + 1, child);
}

void append(std::string& out, std::size_t depth, const MarkdownBlock& block) {
  std::string text(kind_name(block.kind));
  if (block.kind == MarkdownBlock::Kind::Heading) text += " " + std::to_string(block.level);
  if (block.kind == MarkdownBlock::Kind::OrderedList) {
    text += " from " + std::to_string(block.start);
    if (block.numbering == MarkdownBlock::Numbering::SmallLetters) text += " in a, b, c";
    if (block.numbering == MarkdownBlock::Numbering::CapitalLetters) text += " in A, B, C";
    if (block.numbering == MarkdownBlock::Numbering::SmallRoman) text += " in i, ii, iii";
    if (block.numbering == MarkdownBlock::Numbering::CapitalRoman) text += " in I, II, III";
  }
  if (block.kind == MarkdownBlock::Kind::Note) text += " " + in_quotes(block.label);
  if (block.task != MarkdownBlock::Task::None) {
    text += block.task == MarkdownBlock::Task::Open ? " to do" : " done";
  }
  append_line(out, depth, text, block.span);
  for (const MarkdownInline& each : block.inlines) append(out, depth + 1, each);
  for (const MarkdownBlock& child : block.children) append(out, depth + 1, child);
}

}  // namespace

std::string dump(const std::vector<MarkdownBlock>& blocks) {
  std::string out;
  for (const MarkdownBlock& block : blocks) append(out, 0, block);
  return out;
}

}  // namespace handbill::spec
