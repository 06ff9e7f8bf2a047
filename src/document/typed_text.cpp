// SPDX-License-Identifier: MIT
#include "document/typed_text.h"

#include <algorithm>
#include <optional>
#include <utility>

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
  return std::visit([](const auto& one) -> const text::CharacterStyle& { return one.style; },
                    inlines_[inline_of(index)]);
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

namespace {

/// Writes letters of a run anew, with what they were made from.
class Rewriter {
 public:
  explicit Rewriter(const text::Run& run) : run_(run) {}

  /// The next letters stay as they are.
  void keep(std::size_t letters) {
    if (letters > 0 && given_up_) {
      keep_bytes(next(1));
      origins_.stretch(text_.size() - (at_ - last_), *given_up_);
      given_up_.reset();
      --letters;
    }
    if (letters > 0) keep_bytes(next(letters));
  }

  /// Another stands for the next letter.
  void replace(char32_t by) {
    const std::size_t begin = next(1);
    const std::size_t written = text_.size();
    append_utf8(text_, by);
    if (run_.origins.empty()) return;
    text::Origin origin = run_.origins.at(begin);
    origin.span = origin.part(begin, at_ - begin);
    origin.begin = written;
    if (origin.kind == text::Origin::Kind::Typed) origin.kind = text::Origin::Kind::Meant;
    origins_.add(std::move(origin));
    is_replaced_ = true;
    if (given_up_) origins_.stretch(written, *given_up_);
    given_up_.reset();
  }

  /// Of the next letter nothing is left: a neighbour that is replaced stands for it too.
  void remove() {
    const std::size_t begin = next(1);
    if (run_.origins.empty()) return;
    const text::Origin& origin = run_.origins.at(begin);
    if (origin.kind == text::Origin::Kind::Fact) return;
    const diag::Span place = origin.part(begin, at_ - begin);
    if (is_replaced_) {
      origins_.stretch(origins_.list().back().begin, place);
    } else {
      given_up_ = place;
    }
  }

  /// Before the next letter.
  void add(char32_t letter) {
    const std::size_t written = text_.size();
    append_utf8(text_, letter);
    if (run_.origins.empty()) return;
    const bool is_behind = at_ == run_.text.size();
    text::Origin origin = run_.origins.at(is_behind ? at_ - 1 : at_);
    if (origin.kind != text::Origin::Kind::Fact) {
      const diag::Span near = origin.part(is_behind ? at_ - 1 : at_, 1);
      const std::uint32_t place = is_behind ? near.end : near.begin;
      origin.span = {near.file, place, place};
      origin.kind = text::Origin::Kind::Added;
    }
    origin.begin = written;
    origins_.add(std::move(origin));
  }

  void write_to(text::Run& run) {
    run.text = std::move(text_);
    run.origins = std::move(origins_);
  }

 private:
  /// Goes on by that many letters; where the first begins.
  std::size_t next(std::size_t letters) {
    const auto goes_on = [&] {
      return at_ < run_.text.size() &&
             (static_cast<unsigned char>(run_.text[at_]) & 0xC0U) == 0x80U;
    };
    const std::size_t begin = at_;
    for (; letters > 0; --letters) {
      last_ = at_++;
      while (goes_on()) ++at_;
    }
    return begin;
  }

  void keep_bytes(std::size_t begin) {
    origins_.append(run_.origins, begin, at_, text_.size());
    text_.append(run_.text, begin, at_ - begin);
    is_replaced_ = false;
  }

  const text::Run& run_;
  std::size_t at_ = 0;    ///< bytes of its letters that have been seen
  std::size_t last_ = 0;  ///< where the last of them begins
  std::string text_;
  text::Origins origins_;
  bool is_replaced_ = false;  ///< the last letter written is
  std::optional<diag::Span> given_up_;
};

}  // namespace

void TypedText::write_back() {
  if (changes_.empty()) return;
  std::ranges::stable_sort(changes_, {}, &Change::index);
  auto change = changes_.begin();
  std::size_t at = 0;
  for (std::size_t i = 0; i < inlines_.size() && change != changes_.end(); at = ends_[i++]) {
    auto* run = std::get_if<text::Run>(&inlines_[i]);
    if (run == nullptr || change->index >= ends_[i]) continue;
    Rewriter written(*run);
    while (change != changes_.end() && change->index < ends_[i]) {
      const std::size_t index = change->index;
      written.keep(index - at);
      at = index + 1;
      std::optional<Change::Kind> fate;
      std::u32string after;
      for (; change != changes_.end() && change->index == index; ++change) {
        if (change->kind == Change::Kind::Insert) written.add(change->letter);
        if (change->kind == Change::Kind::InsertAfter) after += change->letter;
        if (change->kind == Change::Kind::Remove) fate = change->kind;
        if (change->kind == Change::Kind::Replace && !fate) fate = change->kind;
      }
      if (!fate) written.keep(1);
      if (fate == Change::Kind::Replace) written.replace(text_[index]);
      if (fate == Change::Kind::Remove) written.remove();
      for (const char32_t c : after) written.add(c);
    }
    written.keep(ends_[i] - at);
    written.write_to(*run);
  }
}

}  // namespace handbill::document
