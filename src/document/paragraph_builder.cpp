// SPDX-License-Identifier: MIT
#include "document/paragraph_builder.h"

#include <utility>

#include "base/spaces.h"
#include "base/utf8.h"

namespace handbill::document {
namespace {

constexpr std::string_view kLineSeparator = "\u2028";

/// Ideographs, kana and their punctuation: written without spaces.
bool is_wide(char32_t c) {
  return (c >= 0x2E80 && c <= 0x312F) || (c >= 0x31A0 && c <= 0x9FFF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFFEF) || c >= 0x20000;
}

bool is_wide_at_end(std::string_view text) {
  std::size_t at = text.size();
  if (at == 0) return false;
  do {
    --at;
  } while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
  return is_wide(next_code_point(text, at));
}

}  // namespace

void ParagraphBuilder::add_text(std::string_view text, const text::SharedStyle& style,
                                diag::Span span, std::optional<text::PartId> part) {
  settle_soft_break(text);
  std::string kept;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool is_separator = text.substr(i).starts_with(kLineSeparator);
    if (c == '\n' || is_separator) {
      append(std::move(kept), style, span, part);
      kept.clear();
      break_line(style, span);
      if (is_separator) i += kLineSeparator.size() - 1;
    } else if (is_space(c)) {
      if (!at_line_start_ && !after_space_) kept += ' ';
      after_space_ = !at_line_start_;
    } else {
      kept += c;
      at_line_start_ = after_space_ = false;
      ++ink_;
    }
  }
  append(std::move(kept), style, span, part);
}

void ParagraphBuilder::add_soft_break(const text::SharedStyle& style, diag::Span span,
                                      std::optional<text::PartId> part) {
  const auto* last = inlines_.empty() ? nullptr : std::get_if<text::Run>(&inlines_.back());
  const bool is_wide = last != nullptr && !after_space_ && is_wide_at_end(last->text);
  add_text(" ", style, span, part);
  after_wide_break_ = is_wide;
}

void ParagraphBuilder::settle_soft_break(std::string_view next) {
  if (!after_wide_break_ || next.empty()) return;
  after_wide_break_ = false;
  std::size_t at = 0;
  if (is_wide(next_code_point(next, at))) cut_last_space();
}

void ParagraphBuilder::break_line(const text::SharedStyle& style, diag::Span span) {
  cut_last_space();
  append(std::string(kLineSeparator), style, span, {});
  at_line_start_ = true;
  after_space_ = false;
}

void ParagraphBuilder::end_typed_line(const text::SharedStyle& style, diag::Span span) {
  const bool is_idle = line_has_only_empty_facts();
  if (end_line() == LineEnd::Kept && !is_idle) break_line(style, span);
  begin_line();
}

void ParagraphBuilder::begin_flush_end(const text::SharedStyle& style, diag::Span span) {
  if (end_line() == LineEnd::Kept && ink_ > 0) break_line(style, span);
  flush_end_ = {inlines_.size(), ink_, facts_, filled_facts_};
  begin_line();
}

void ParagraphBuilder::begin_line() {
  const auto* last = inlines_.empty() ? nullptr : std::get_if<text::Run>(&inlines_.back());
  line_ = {inlines_.size(), last != nullptr ? last->text.size() : 0, ink_, facts_};
}

void ParagraphBuilder::miss_fact(Missed missed) {
  ++line_.told.absent;
  line_.missed = std::move(missed);
}

ParagraphBuilder::LineEnd ParagraphBuilder::end_line() {
  const Line line = std::exchange(line_, {});
  told_.told += line.told.told;
  told_.absent += line.told.absent;
  if (line.told.absent == 0) return LineEnd::Kept;
  if (!line.told.nothing()) {
    mixed_.push_back(*line.missed);
    return LineEnd::Kept;
  }
  inlines_.erase(inlines_.begin() + static_cast<std::ptrdiff_t>(line.inlines), inlines_.end());
  auto* last = inlines_.empty() ? nullptr : std::get_if<text::Run>(&inlines_.back());
  if (last != nullptr) last->text.resize(line.bytes);
  ink_ = line.ink;
  at_line_start_ = true;
  after_space_ = after_wide_break_ = false;
  lost_lines_ = true;
  return LineEnd::LeftOut;
}

void ParagraphBuilder::add_field(Length width, const text::SharedStyle& style, diag::Span span) {
  inlines_.push_back(text::Field{width, style, span});
  at_line_start_ = after_space_ = false;
  ++ink_;
}

void ParagraphBuilder::end_fact() {
  ++facts_;
  if (ink_ > ink_before_fact_) ++filled_facts_;
}

void ParagraphBuilder::finish() {
  const bool has_last_line = !line_has_only_empty_facts();
  const LineEnd end = end_line();
  cut_last_space();
  if (!flush_end_) {
    if (end == LineEnd::LeftOut || !has_last_line) cut_last_break();
    return;
  }
  const bool is_idle = facts_ > flush_end_->facts && filled_facts_ == flush_end_->filled_facts;
  if (end == LineEnd::LeftOut || is_idle || ink_ == flush_end_->ink) cut_flush_end();
}

void ParagraphBuilder::cut_flush_end() {
  inlines_.erase(inlines_.begin() + static_cast<std::ptrdiff_t>(flush_end_->inlines),
                 inlines_.end());
  ink_ = flush_end_->ink;
  flush_end_.reset();
  cut_last_break();
}

/// The one before a line that is not there.
void ParagraphBuilder::cut_last_break() {
  auto* last = inlines_.empty() ? nullptr : std::get_if<text::Run>(&inlines_.back());
  if (last == nullptr || !last->text.ends_with(kLineSeparator)) return;
  last->text.resize(last->text.size() - kLineSeparator.size());
  if (last->text.empty()) inlines_.pop_back();
}

void ParagraphBuilder::cut_last_space() {
  if (!after_space_) return;
  auto& last = std::get<text::Run>(inlines_.back());
  last.text.pop_back();
  if (last.text.empty()) inlines_.pop_back();
  after_space_ = false;
}

/// Joined text is shaped as one, so letters kern and join across the seam. Where they could not,
/// at a space, text from another file stays apart: a message about it then points at its source.
bool ParagraphBuilder::joins_last(const text::Run& run) const {
  if (inlines_.empty() || flush_end() == inlines_.size()) return false;
  const auto* last = std::get_if<text::Run>(&inlines_.back());
  if (last == nullptr || last->part != run.part || last->style != run.style) return false;
  return last->span.file == run.span.file || (last->text.back() != ' ' && run.text[0] != ' ');
}

void ParagraphBuilder::append(std::string text, const text::SharedStyle& style, diag::Span span,
                              std::optional<text::PartId> part) {
  if (text.empty()) return;
  text::Run run{std::move(text), style, span, part};
  if (!joins_last(run)) {
    inlines_.push_back(std::move(run));
    return;
  }
  auto& last = std::get<text::Run>(inlines_.back());
  last.text += run.text;
  if (last.span.file == span.file) {
    last.span.begin = std::min(last.span.begin, span.begin);
    last.span.end = std::max(last.span.end, span.end);
  }
}

}  // namespace handbill::document
