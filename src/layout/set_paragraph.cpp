// SPDX-License-Identifier: MIT
#include "layout/set_paragraph.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/check.h"
#include "display/item_kinds.h"
#include "display/move_item.h"
#include "layout/fragment.h"
#include "text/icon.h"
#include "text/joined_runs.h"
#include "text/split_words.h"

namespace handbill::layout {
namespace {

std::unique_ptr<text::Paragraph> cut(const text::Paragraph& whole, std::size_t offset) {
  auto rest = std::make_unique<text::Paragraph>();
  rest->style = whole.style;
  rest->style.edit().indent_first = Length();
  rest->role = whole.role;
  rest->leader = whole.leader;
  rest->span = whole.span;
  rest->parts = whole.parts;
  for (const text::Inline& each : whole.inlines) {
    const auto* run = std::get_if<text::Run>(&each);
    const std::size_t size = text::size_of(each);
    if (whole.flush_end == static_cast<std::size_t>(&each - whole.inlines.data())) {
      rest->flush_end = rest->inlines.size();
    }
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

/// The first `size` bytes.
text::Paragraph head(const text::Paragraph& whole, std::size_t size) {
  text::Paragraph result;
  result.style = whole.style;
  for (const text::Inline& each : whole.inlines) {
    if (size == 0) break;
    result.inlines.push_back(each);
    const std::size_t taken = std::min(size, text::size_of(each));
    if (auto* run = std::get_if<text::Run>(&result.inlines.back())) run->text.resize(taken);
    size -= taken;
  }
  return result;
}

Length cap_height_of(const font::FontBook& fonts, font::FontId font, Length size) {
  return size * fonts.face(font).metrics().cap_height;
}

Length widest(std::span<const text::LineInset> insets) {
  Length result;
  for (const text::LineInset& each : insets) result = std::max(result, each.left + each.right);
  return result;
}

bool is_blank(const text::ShapedRun& run, const text::Paragraph& paragraph) {
  return std::holds_alternative<text::Field>(paragraph.inlines[run.inline_index]);
}

text::ShapedParagraph with_fields(const text::ShapedParagraph& shaped,
                                  const text::Paragraph& paragraph, Length width) {
  text::ShapedParagraph result = shaped;
  for (text::ShapedRun& run : result.runs) {
    if (is_blank(run, paragraph)) run.field_width = width;
  }
  return result;
}

/// Shorter blanks cannot be written on; they are as wide as asked instead.
constexpr Length kLeastField = Length::pt(36);

/// A paragraph of one line whose blanks share what its words leave of `width`, indents included.
std::optional<text::ShapedParagraph> with_full_fields(const text::ShapedParagraph& shaped,
                                                      const text::Paragraph& paragraph,
                                                      Length width) {
  const auto count = std::ranges::count_if(
      shaped.runs, [&](const text::ShapedRun& run) { return is_blank(run, paragraph); });
  if (!paragraph.style->fill_blanks || count == 0) return std::nullopt;
  const auto forced =
      std::ranges::count(shaped.breaks, text::BreakPoint::Kind::Forced, &text::BreakPoint::kind);
  if (forced > 1) return std::nullopt;
  const Length words = text::natural_width(with_fields(shaped, paragraph, Length()), paragraph);
  const Length share = (width - words) / static_cast<double>(count);
  if (share < kLeastField) return std::nullopt;
  return with_fields(shaped, paragraph, share);
}

/// A blank to write on is as wide as asked, or as its line where that is shorter.
std::optional<text::ShapedParagraph> with_short_fields(const text::ShapedParagraph& shaped,
                                                       const text::Paragraph& paragraph,
                                                       Length room) {
  const auto too_wide = [&](const text::ShapedRun& run) {
    return is_blank(run, paragraph) && run.field_width > room;
  };
  if (std::ranges::none_of(shaped.runs, too_wide)) return std::nullopt;
  text::ShapedParagraph result = shaped;
  for (text::ShapedRun& run : result.runs) {
    if (too_wide(run)) run.field_width = std::max(room, Length());
  }
  return result;
}

/// How often the words of a paragraph that are too wide are parted: addresses at their marks, then
/// between letters, and then between any two.
constexpr int kMostSplits = 4;

std::vector<text::LineBreak> wide_lines(const SetLines& set) {
  std::vector<text::LineBreak> wide;
  for (std::size_t i = 0; i < set.lines.size(); ++i) {
    if (!fits(set.lines[i].overrun, Length())) wide.push_back(set.breaks[i]);
  }
  return wide;
}

}  // namespace

SetParagraph::SetParagraph(const text::Paragraph& paragraph, ReadingPlace place, Context context)
    : context_(context),
      place_(std::move(place)),
      owned_(take_initial(paragraph)),
      paragraph_(owned_ ? owned_.get() : &paragraph),
      shaped_{context.shaper.shape(*paragraph_, context.diags)} {
  if (!paragraph_->first_line.empty()) shape_first_line();
}

SetParagraph::SetParagraph(std::unique_ptr<text::Paragraph> owned, ReadingPlace place,
                           Context context)
    : context_(context),
      place_(std::move(place)),
      owned_(std::move(owned)),
      paragraph_(owned_.get()),
      is_tail_(true),
      shaped_{context.shaper.shape(*paragraph_, context.diags)} {}

/// Sets the drop cap, if there is one; returns what it leaves of the paragraph.
std::unique_ptr<text::Paragraph> SetParagraph::take_initial(const text::Paragraph& paragraph) {
  if (!paragraph.style->drop_cap) return nullptr;
  auto parted = part_initial(paragraph);
  if (!parted) return nullptr;
  initial_ = set_initial(*parted, paragraph.style, context_);
  if (!initial_) return nullptr;
  for (display::Item& each : initial_->items) each.structure = place_.parts.of(parted->part);
  return std::make_unique<text::Paragraph>(std::move(parted->rest));
}

std::vector<text::LineInset> SetParagraph::with_drop_cap(
    std::span<const text::LineInset> insets) const {
  std::vector<text::LineInset> result(insets.begin(), insets.end());
  if (!initial_) return result;
  const auto lines = static_cast<std::size_t>(style().drop_cap->lines);
  if (result.size() < lines) result.resize(lines);
  const Length taken = initial_->width + style().drop_cap->gap;
  for (std::size_t i = 0; i < lines; ++i) {
    (right_to_left() ? result[i].right : result[i].left) += taken;
  }
  return result;
}

void SetParagraph::shape_first_line() {
  first_line_ = std::make_unique<FirstLine>();
  text::Paragraph& paragraph = first_line_->paragraph;
  paragraph = *paragraph_;
  paragraph.first_line.clear();
  for (std::size_t i = 0; i < paragraph.inlines.size(); ++i) {
    text::set_style(paragraph.inlines[i], paragraph_->first_line.at(i));
  }
  diag::Diagnostics unheard;  // most of it is not set so
  first_line_->shaped = {context_.shaper.shape(paragraph, unheard)};
  first_line_->has_told = unheard.list().empty();
}

/// What the fonts of the first line, which ends at byte `end`, have no glyph for.
void SetParagraph::tell_missing(std::uint32_t end) {
  if (std::exchange(first_line_->has_told, true)) return;
  context_.shaper.shape(head(first_line_->paragraph, end), context_.diags);
}

const SetLines& SetParagraph::lines(Length width, std::span<const text::LineInset> insets) {
  for (const auto& each : by_width_) {
    if (each->width == width && std::ranges::equal(each->insets, insets)) return *each;
  }
  const auto taken = with_drop_cap(insets);
  auto set = std::make_unique<SetLines>();
  set->width = width;
  set->insets.assign(insets.begin(), insets.end());
  if (first_line_) {
    this->set(first_line_->paragraph, first_line_->shaped, width, taken, *set);
    set_below(taken, *set);
  } else {
    this->set(*paragraph_, shaped_, width, taken, *set);
  }
  HANDBILL_CHECK(!set->lines.empty() && set->lines.size() == set->breaks.size(),
                 "each break makes one line");
  if (initial_) add_initial(*set, set->lines.front());
  by_width_.push_back(std::move(set));
  return *by_width_.back();
}

/// Words that are wider than their line are parted only once it is known that no break helps.
void SetParagraph::set(const text::Paragraph& paragraph, Shaped& shaped, Length width,
                       std::span<const text::LineInset> taken, SetLines& into) {
  const Length room = width - widest(taken);
  if (!shaped.is_hyphenated && text::natural_width(shaped.text, paragraph) > room) {
    context_.shaper.hyphenate(paragraph, shaped.text);
    shaped.is_hyphenated = true;
  }
  auto other = with_full_fields(shaped.text, paragraph, room);
  if (!other) {
    other = with_short_fields(shaped.text, paragraph,
                              width - style().indent_start - style().indent_end);
  }
  const text::Measure measure{width, taken};
  for (int tries = 0; tries <= kMostSplits; ++tries) {
    const text::ShapedParagraph& text = other ? *other : shaped.text;
    into.breaks = text::break_lines(text, paragraph, measure, context_.fonts);
    into.lines =
        text::set_lines(text, paragraph, into.breaks, measure, context_.fonts, place_.parts);
    const auto wide = wide_lines(into);
    const bool keeps = context_.wide_words == Context::WideWords::Keep;
    if (wide.empty() || keeps || paragraph.style->one_line) return;
    auto split = text::with_split_words(text, paragraph, wide, context_.fonts);
    if (!split) return;
    other = std::move(split);
  }
}

/// Keeps the first line, and sets the rest of the paragraph below it.
void SetParagraph::set_below(std::span<const text::LineInset> taken, SetLines& into) {
  const std::uint32_t end = into.breaks.front().end;
  tell_missing(end);
  if (into.breaks.size() == 1) return;
  into.breaks.resize(1);
  into.lines.erase(into.lines.begin() + 1, into.lines.end());
  const auto insets = taken.empty() ? taken : taken.subspan(1);
  const Begins begins = into.breaks.front().hyphen ? Begins::InWord : Begins::BetweenWords;
  const SetLines& below = tail(end, begins).lines(into.width, insets);
  for (text::LineBreak line : below.breaks) {
    line.begin += end;
    line.end += end;
    if (line.flush_end != text::LineBreak::kNoFlushEnd) line.flush_end += end;
    into.breaks.push_back(line);
  }
  into.lines.insert(into.lines.end(), below.lines.begin(), below.lines.end());
}

Length SetParagraph::natural_width() const {
  const Length width = text::natural_width(shaped_.text, *paragraph_);
  if (!first_line_) return width;
  return std::max(width, text::natural_width(first_line_->shaped.text, first_line_->paragraph));
}

Length SetParagraph::minimum_width() const {
  const Length width = text::minimum_width(shaped_.text, *paragraph_);
  if (!first_line_) return width;
  return std::max(width, text::minimum_width(first_line_->shaped.text, first_line_->paragraph));
}

/// Stands it before the first line.
void SetParagraph::add_initial(const SetLines& set, text::Line& line) const {
  const text::LineInset inset = set.insets.empty() ? text::LineInset() : set.insets.front();
  const Length left = right_to_left()
                          ? set.width - inset.right - style().indent_start - initial_->width
                          : inset.left + style().indent_start;
  std::vector<display::Item> items = initial_->items;
  for (display::Item& item : items) display::move_item(item, {left, {}});
  line.items.insert(line.items.begin(), std::make_move_iterator(items.begin()),
                    std::make_move_iterator(items.end()));
  const Length right = line.left + line.width;
  line.left = std::min(line.left, left);
  line.width = std::max(right, left + initial_->width) - line.left;
  line.text = initial_->text + line.text;
}

void SetParagraph::add_note(const text::Note& note, Flow flow) {
  HANDBILL_CHECK(note.reference < paragraph_->inlines.size(), "a note's reference is an inline");
  std::size_t offset = 0;
  for (std::size_t i = 0; i < note.reference; ++i) offset += text::size_of(paragraph_->inlines[i]);
  notes_.push_back({static_cast<std::uint32_t>(offset), std::move(flow)});
}

SetParagraph& SetParagraph::tail(std::uint32_t offset) {
  const bool is_in_word = std::ranges::any_of(by_width_, [&](const auto& set) {
    return std::ranges::any_of(set->breaks, [&](const text::LineBreak& line) {
      return line.end == offset && line.hyphen;
    });
  });
  return tail(offset, is_in_word ? Begins::InWord : Begins::BetweenWords);
}

SetParagraph& SetParagraph::tail(std::uint32_t offset, Begins begins) {
  for (const Tail& each : tails_) {
    if (each.offset == offset) return *each.paragraph;
  }
  auto text = cut(*paragraph_, offset);
  text->begins_in_word = begins == Begins::InWord;
  auto rest = std::unique_ptr<SetParagraph>(new SetParagraph(std::move(text), place_, context_));
  for (const SetNote& each : notes_) {
    if (each.offset < offset) continue;
    rest->notes_.push_back(each);
    rest->notes_.back().offset -= offset;
  }
  tails_.push_back({offset, std::move(rest)});
  return *tails_.back().paragraph;
}

Length SetParagraph::cap_height() const {
  const text::CharacterStyle& own = style().text;
  if (own.fonts.empty()) return {};
  return cap_height_of(context_.fonts, own.fonts.front(), own.size);
}

Length SetParagraph::descent() const {
  const text::CharacterStyle& own = style().text;
  if (own.fonts.empty()) return {};
  return own.size * -context_.fonts.face(own.fonts.front()).metrics().descender;
}

Length SetParagraph::cap_height(const text::Line& line) const {
  const Length size = style().text->size;
  Length result = cap_height();
  // Only larger letters move the line: a fallback font's own idea of its capitals does not. Nor
  // does a drop cap, which hangs down from the line.
  if (initial_) return result;
  for (const display::Item& item : line.items) {
    const auto* run = display::text_of(item);
    if (run == nullptr) continue;
    const double adjust = context_.fonts.face(run->font).size_adjust();
    if (run->size <= size * std::max(adjust, 1.0)) continue;
    // Shifted letters, large list figures say, count from where they stand.
    result = std::max(result, cap_height_of(context_.fonts, run->font, run->size) - run->origin.y);
  }
  return result;
}

}  // namespace handbill::layout
