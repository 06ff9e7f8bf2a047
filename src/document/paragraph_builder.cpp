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

/// Leaves the first `size` bytes.
void cut(text::Run& run, std::size_t size) {
  run.text.resize(size);
  run.origins.cut(size);
}

text::Origins meant_at(diag::Span span) {
  text::Origins origins;
  origins.add({0, text::Origin::Kind::Meant, span});
  return origins;
}

}  // namespace

void ParagraphBuilder::add_text(const Written& words, const text::SharedStyle& style,
                                std::optional<text::PartId> part) {
  const std::string_view text = words.text;
  settle_soft_break(text);
  text::Run kept{{}, style, words.span, part};
  std::size_t begin = 0;  // of what is to be kept
  const auto keep = [&](std::size_t end) {
    kept.origins.append(words.origins, begin, end, kept.text.size());
    kept.text += text.substr(begin, end - begin);
    begin = end;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool is_separator = text.substr(i).starts_with(kLineSeparator);
    if (c == '\n' || is_separator) {
      const std::size_t end = i + (is_separator ? kLineSeparator.size() : 1);
      keep(i);
      append(std::exchange(kept, {{}, style, words.span, part}));
      break_line(style, words.span, words.origins.slice(i, end));
      begin = end;
      i = end - 1;
    } else if (is_space(c)) {
      const bool is_kept = !at_line_start_ && !after_space_;
      keep(i);
      if (is_kept) {
        kept.origins.append(words.origins, i, i + 1, kept.text.size());
        kept.text += ' ';
      } else if (!kept.text.empty() && !words.origins.empty()) {
        kept.origins.stretch(kept.text.size() - 1, words.origins.at(i).part(i, 1));
      }
      begin = i + 1;
      after_space_ = !at_line_start_;
    } else {
      at_line_start_ = after_space_ = false;
      ++ink_;
    }
  }
  keep(text.size());
  append(std::move(kept));
}

void ParagraphBuilder::add_soft_break(const Written& space, const text::SharedStyle& style,
                                      std::optional<text::PartId> part) {
  const auto* last = inlines_.empty() ? nullptr : std::get_if<text::Run>(&inlines_.back());
  const bool is_wide = last != nullptr && !after_space_ && is_wide_at_end(last->text);
  add_text(space, style, part);
  after_wide_break_ = is_wide;
}

void ParagraphBuilder::settle_soft_break(std::string_view next) {
  if (!after_wide_break_ || next.empty()) return;
  after_wide_break_ = false;
  std::size_t at = 0;
  if (is_wide(next_code_point(next, at))) cut_last_space();
}

void ParagraphBuilder::break_line(const text::SharedStyle& style, diag::Span span,
                                  text::Origins origins) {
  cut_last_space();
  append({std::string(kLineSeparator), style, span, {}, std::move(origins)});
  at_line_start_ = true;
  after_space_ = false;
}

void ParagraphBuilder::end_typed_line(const text::SharedStyle& style, diag::Span span) {
  const bool is_idle = line_has_only_empty_facts();
  if (end_line() == LineEnd::Kept && !is_idle) break_line(style, span, meant_at(span));
  begin_line();
}

void ParagraphBuilder::begin_flush_end(const text::SharedStyle& style, diag::Span span) {
  if (end_line() == LineEnd::Kept && ink_ > 0) break_line(style, span, meant_at(span));
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
  if (last != nullptr) cut(*last, line.bytes);
  ink_ = line.ink;
  at_line_start_ = true;
  after_space_ = after_wide_break_ = false;
  lost_lines_ = true;
  return LineEnd::LeftOut;
}

void ParagraphBuilder::add_object(text::Inline object) {
  inlines_.push_back(std::move(object));
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
  cut(*last, last->text.size() - kLineSeparator.size());
  if (last->text.empty()) inlines_.pop_back();
}

void ParagraphBuilder::cut_last_space() {
  if (!after_space_) return;
  auto& last = std::get<text::Run>(inlines_.back());
  cut(last, last.text.size() - 1);
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

void ParagraphBuilder::append(text::Run run) {
  if (run.text.empty()) return;
  if (!joins_last(run)) {
    inlines_.push_back(std::move(run));
    return;
  }
  auto& last = std::get<text::Run>(inlines_.back());
  last.origins.append(run.origins, last.text.size());
  last.text += run.text;
  if (last.span.file == run.span.file) {
    last.span.begin = std::min(last.span.begin, run.span.begin);
    last.span.end = std::max(last.span.end, run.span.end);
  }
}

}  // namespace handbill::document
