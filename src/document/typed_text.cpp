// SPDX-License-Identifier: MIT
#include "document/typed_text.h"

#include <algorithm>

#include "base/spaces.h"
#include "text/characters.h"
#include "text/hyphenate.h"

namespace handbill::document {
namespace {

constexpr std::size_t kLongestLookedAt = 12;

}  // namespace

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

bool is_letter(char32_t c) { return c != '\'' && c != 0x2019 && text::is_in_words(c); }

bool is_capital(char32_t c) { return text::is_capital(c); }

TypedText::TypedText(std::vector<text::Inline>& inlines) : inlines_(inlines) {
  for (const text::Inline& each : inlines) {
    if (const auto* run = std::get_if<text::Run>(&each)) {
      for (std::size_t at = 0; at < run->text.size();) text_ += next_code_point(run->text, at);
    } else {
      text_ += text::kObjectReplacement;
    }
    ends_.push_back(text_.size());
  }
  is_kept_.resize(text_.size());
  find_addresses();
}

std::size_t TypedText::inline_of(std::size_t index) const {
  const auto found = std::ranges::upper_bound(ends_, index);
  return static_cast<std::size_t>(std::min(found, ends_.end() - 1) - ends_.begin());
}

const text::CharacterStyle& TypedText::style(std::size_t index) const {
  const text::Inline& found = inlines_[inline_of(index)];
  if (const auto* run = std::get_if<text::Run>(&found)) return run->style;
  return std::get<text::Field>(found).style;
}

std::u32string_view TypedText::word_before(std::size_t index) const {
  std::size_t begin = index;
  while (begin > 0 && index - begin < kLongestLookedAt && !is_space(text_[begin - 1])) --begin;
  return std::u32string_view(text_).substr(begin, index - begin);
}

std::u32string_view TypedText::word_after(std::size_t index) const {
  index = std::min(index, text_.size());
  std::size_t end = index;
  while (end < text_.size() && end - index < kLongestLookedAt && !is_space(text_[end])) ++end;
  return std::u32string_view(text_).substr(index, end - index);
}

void TypedText::find_addresses() {
  is_address_.resize(text_.size());
  for (std::size_t begin = 0; begin < text_.size();) {
    std::size_t end = begin;
    while (end < text_.size() && !is_space(text_[end])) ++end;
    const auto word = std::u32string_view(text_).substr(begin, end - begin);
    const auto has = [&](std::u32string_view part) { return word.find(part) != word.npos; };
    if (has(U"://") || has(U"@") || has(U"www.")) {
      std::fill_n(is_address_.begin() + static_cast<std::ptrdiff_t>(begin), end - begin, true);
    }
    begin = end + 1;
  }
}

void TypedText::keep_space(std::size_t index) {
  if (is_kept_[index]) return;
  is_kept_[index] = true;
  insert_after(index, text::kWordJoiner);
}

void TypedText::replace(std::size_t index, char32_t by) {
  if (text_[index] == by) return;
  text_[index] = by;
  changes_.push_back({index, Change::Kind::Replace, by});
}

void TypedText::remove(std::size_t index) {
  text_[index] = text::kZeroWidthSpace;  // until it is written back
  changes_.push_back({index, Change::Kind::Remove, 0});
}

void TypedText::insert(std::size_t index, char32_t what) {
  changes_.push_back({index, Change::Kind::Insert, what});
}

void TypedText::insert_after(std::size_t index, char32_t what) {
  changes_.push_back({index, Change::Kind::InsertAfter, what});
}

void TypedText::write_back() {
  if (changes_.empty()) return;
  std::ranges::stable_sort(changes_, {}, &Change::index);
  auto change = changes_.begin();
  std::size_t begin = 0;
  for (std::size_t i = 0; i < inlines_.size(); begin = ends_[i++]) {
    if (change == changes_.end()) break;
    auto* run = std::get_if<text::Run>(&inlines_[i]);
    if (run == nullptr || change->index >= ends_[i]) continue;
    std::string written;
    for (std::size_t at = begin; at < ends_[i]; ++at) {
      bool stays = true;
      std::u32string after;
      for (; change != changes_.end() && change->index == at; ++change) {
        if (change->kind == Change::Kind::Insert) append_utf8(written, change->letter);
        if (change->kind == Change::Kind::InsertAfter) after += change->letter;
        if (change->kind == Change::Kind::Remove) stays = false;
      }
      if (stays) append_utf8(written, text_[at]);
      for (const char32_t c : after) append_utf8(written, c);
    }
    run->text = std::move(written);
  }
}

}  // namespace handbill::document
