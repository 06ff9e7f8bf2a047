// SPDX-License-Identifier: MIT
#include "text/find_breaks.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utext.h>

#include <map>

#include "base/check.h"
#include "base/spaces.h"
#include "text/break_iterator.h"
#include "text/characters.h"

namespace handbill::text {
namespace {

/// The code point that ends at `end`.
char32_t code_point_before(std::string_view text, std::size_t end) {
  std::size_t at = end - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  return next_code_point(text, at);
}

char32_t code_point_at(std::string_view text, std::size_t at) { return next_code_point(text, at); }

/// Letters before `offset` back to a space or another `mark`, counted up to `most`.
int letters_before(std::string_view text, std::size_t offset, char32_t mark, int most) {
  int count = 0;
  while (offset > 0 && count < most) {
    const char32_t c = code_point_before(text, offset);
    if (is_space(c) || c == mark) break;
    while (--offset > 0 && (static_cast<unsigned char>(text[offset]) & 0xC0U) == 0x80U) {
    }
    ++count;
  }
  return count;
}

int letters_after(std::string_view text, std::size_t offset, char32_t mark, int most) {
  int count = 0;
  while (offset < text.size() && count < most) {
    const char32_t c = next_code_point(text, offset);
    if (is_space(c) || c == mark) break;
    ++count;
  }
  return count;
}

/// Letters of the word before `offset`, its hyphens left out, counted up to `most`.
int letters_of_word_before(std::string_view text, std::size_t offset, int most) {
  int count = 0;
  while (offset > 0 && count < most) {
    const char32_t c = code_point_before(text, offset);
    if (is_space(c)) break;
    while (--offset > 0 && (static_cast<unsigned char>(text[offset]) & 0xC0U) == 0x80U) {
    }
    if (c != '-') ++count;
  }
  return count;
}

/// Breaks that UAX 14 allows and a reader stumbles over: am/pm, X-ray, 9–5.
bool looks_wrong(std::string_view text, std::size_t offset) {
  const char32_t before = code_point_before(text, offset);
  if (before == '/') {
    return letters_before(text, offset - 1, before, 4) < 4 ||
           letters_after(text, offset, before, 4) < 4;
  }
  // "RAID-1-Volumes" is long enough before its second hyphen.
  if (before == '-') {
    return letters_of_word_before(text, offset - 1, 2) < 2 ||
           letters_after(text, offset, before, 2) < 2;
  }
  if (before != 0x2012 && before != 0x2013) return false;
  return offset > 3 && u_isdigit(static_cast<UChar32>(code_point_before(text, offset - 3))) != 0 &&
         u_isdigit(static_cast<UChar32>(code_point_at(text, offset))) != 0;
}

bool is_hangul(char32_t c) {
  UErrorCode error = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(c), &error) == USCRIPT_HANGUL;
}

/// Between two letters or figures, of which one is Korean: words end with a space there.
bool parts_korean_word(std::string_view text, std::size_t offset) {
  const char32_t before = code_point_before(text, offset), after = code_point_at(text, offset);
  return (is_hangul(before) || is_hangul(after)) && u_isalnum(static_cast<UChar32>(before)) != 0 &&
         u_isalnum(static_cast<UChar32>(after)) != 0;
}

}  // namespace

struct BreakFinder::Impl {
  std::map<std::string, BreakIteratorPtr> by_language;
  UText text = UTEXT_INITIALIZER;

  UBreakIterator* iterator(const std::string& language);
};

BreakFinder::BreakFinder() : impl_(std::make_unique<Impl>()) {}
BreakFinder::~BreakFinder() { utext_close(&impl_->text); }

UBreakIterator* BreakFinder::Impl::iterator(const std::string& language) {
  BreakIteratorPtr& kept = by_language[language];
  if (!kept) {
    UErrorCode error = U_ZERO_ERROR;
    // Strict: small kana and the like start no line (CSS Text 3, 5.2; JLREQ 3.1.7).
    kept.reset(ubrk_open(UBRK_LINE, (language + "@lb=strict").c_str(), nullptr, 0, &error));
    HANDBILL_CHECK(U_SUCCESS(error), "ICU has line breaking rules");
  }
  return kept.get();
}

std::vector<BreakPoint> BreakFinder::find(std::string_view text, const std::string& language,
                                          Korean korean) {
  using Kind = BreakPoint::Kind;
  std::vector<BreakPoint> breaks;
  const auto size = static_cast<std::uint32_t>(text.size());
  if (size == 0) return {{0, Kind::Forced}};
  breaks.reserve(text.size() / 4);
  UBreakIterator* lines = impl_->iterator(language);
  UErrorCode error = U_ZERO_ERROR;
  utext_openUTF8(&impl_->text, text.data(), static_cast<int64_t>(text.size()), &error);
  ubrk_setUText(lines, &impl_->text, &error);
  HANDBILL_CHECK(U_SUCCESS(error), "ICU takes the text");
  for (int32_t at = ubrk_next(lines); at != UBRK_DONE; at = ubrk_next(lines)) {
    const auto offset = static_cast<std::uint32_t>(at);
    if (offset >= size) break;
    if (ubrk_getRuleStatus(lines) >= UBRK_LINE_HARD) {
      breaks.push_back({offset, Kind::Forced});
    } else if (korean == Korean::ByWords && parts_korean_word(text, offset)) {
      continue;
    } else if (code_point_before(text, offset) == kSoftHyphen) {
      breaks.push_back({offset, Kind::SoftHyphen});
    } else if (!looks_wrong(text, offset)) {
      breaks.push_back({offset, Kind::Allowed});
    }
  }
  breaks.push_back({size, Kind::Forced});
  return breaks;
}

}  // namespace handbill::text
