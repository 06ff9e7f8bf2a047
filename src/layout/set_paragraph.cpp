// SPDX-License-Identifier: MIT
#include "layout/set_paragraph.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/check.h"

namespace handbill::layout {
namespace {

/// A Field takes the three bytes of U+FFFC in ShapedParagraph::text.
constexpr std::size_t kFieldBytes = 3;

std::unique_ptr<text::Paragraph> cut(const text::Paragraph& whole, std::size_t offset) {
  auto rest = std::make_unique<text::Paragraph>();
  rest->style = whole.style;
  rest->style.indent_first = Length();
  rest->role = whole.role;
  rest->span = whole.span;
  for (const text::Inline& each : whole.inlines) {
    const auto* run = std::get_if<text::Run>(&each);
    const std::size_t size = run != nullptr ? run->text.size() : kFieldBytes;
    if (offset >= size) {
      offset -= size;
      continue;
    }
    rest->inlines.push_back(each);
    if (run != nullptr) std::get<text::Run>(rest->inlines.back()).text.erase(0, offset);
    offset = 0;
  }
  return rest;
}

Length cap_height_of(const font::FontBook& fonts, font::FontId font, Length size) {
  return size * fonts.face(font).metrics().cap_height;
}

/// A blank to write on is as wide as asked, or as its line where that is shorter.
std::optional<text::ShapedParagraph> with_short_fields(const text::ShapedParagraph& shaped,
                                                       Length room) {
  const auto too_wide = [room](const text::ShapedRun& run) {
    return run.is_field && run.field_width > room;
  };
  if (std::ranges::none_of(shaped.runs, too_wide)) return std::nullopt;
  text::ShapedParagraph result = shaped;
  for (text::ShapedRun& run : result.runs) {
    if (too_wide(run)) run.field_width = std::max(room, Length());
  }
  return result;
}

}  // namespace

SetParagraph::SetParagraph(const text::Paragraph& paragraph, display::StructId structure,
                           Context context)
    : paragraph_(&paragraph),
      structure_(structure),
      context_(context),
      shaped_(context.shaper.shape(paragraph, context.diags)) {}

SetParagraph::SetParagraph(std::unique_ptr<text::Paragraph> owned, display::StructId structure,
                           Context context)
    : owned_(std::move(owned)),
      paragraph_(owned_.get()),
      structure_(structure),
      context_(context),
      shaped_(context.shaper.shape(*paragraph_, context.diags)) {}

SetLines& SetParagraph::lines(Length width) {
  for (const auto& each : by_width_) {
    if (each->width == width) return *each;
  }
  if (!is_hyphenated_ && natural_width() > width) {
    context_.shaper.hyphenate(*paragraph_, shaped_);
    is_hyphenated_ = true;
  }
  auto set = std::make_unique<SetLines>();
  set->width = width;
  const auto fitted = with_short_fields(shaped_, width - style().indent_start - style().indent_end);
  const text::ShapedParagraph& shaped = fitted ? *fitted : shaped_;
  set->breaks = text::break_lines(shaped, *paragraph_, {width}, context_.fonts);
  set->lines = text::set_lines(shaped, *paragraph_, set->breaks, {width}, context_.fonts);
  HANDBILL_CHECK(!set->lines.empty() && set->lines.size() == set->breaks.size(),
                 "each break makes one line");
  by_width_.push_back(std::move(set));
  return *by_width_.back();
}

SetParagraph& SetParagraph::tail(std::uint32_t offset) {
  for (const Tail& each : tails_) {
    if (each.offset == offset) return *each.paragraph;
  }
  auto rest = std::unique_ptr<SetParagraph>(
      new SetParagraph(cut(*paragraph_, offset), structure_, context_));
  tails_.push_back({offset, std::move(rest)});
  return *tails_.back().paragraph;
}

Length SetParagraph::cap_height(const text::Line& line) const {
  const text::CharacterStyle& own = style().text;
  Length size = own.size;
  Length result;
  if (!own.fonts.empty()) result = cap_height_of(context_.fonts, own.fonts.front(), size);
  // Only larger letters move the line: a fallback font's own idea of its capitals does not.
  for (const display::Item& item : line.items) {
    const auto* run = std::get_if<display::GlyphRun>(&item.content);
    if (run == nullptr || run->size <= size) continue;
    size = run->size;
    result = cap_height_of(context_.fonts, run->font, size);
  }
  return result;
}

}  // namespace handbill::layout
