// SPDX-License-Identifier: MIT
#include "plain/wrap.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <memory>

#include "base/utf8.h"

namespace handbill::plain {
namespace {

std::size_t width_of(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  switch (u_charType(code)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
      return 0;
    default:
      break;
  }
  const int width = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

std::string_view without_end_spaces(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.remove_suffix(1);
  return text;
}

/// Where lines may end in the text, the last its end.
std::vector<std::string> parts_of(std::string_view text, const std::string& language) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createLineInstance(icu::Locale::forLanguageTag(language, error), error));
  if (U_FAILURE(error) != 0 || !breaks) return {std::string(text)};
  const icu::UnicodeString wide =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
  breaks->setText(wide);
  std::vector<std::string> parts;
  for (int begin = 0, end = breaks->next(); end != icu::BreakIterator::DONE;
       begin = end, end = breaks->next()) {
    std::string part;
    wide.tempSubStringBetween(begin, end).toUTF8String(part);
    parts.push_back(std::move(part));
  }
  return parts;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) width += width_of(next_code_point(text, at));
  return width;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t measure,
                                 const std::string& language) {
  std::vector<std::string> lines;
  std::string line;
  std::size_t width = 0;
  const auto end_line = [&] {
    lines.emplace_back(without_end_spaces(line));
    line.clear();
    width = 0;
  };
  for (const std::string& part : parts_of(text, language)) {
    const std::string_view word = without_end_spaces(part);
    if (width > 0 && width + display_width(word) > measure) end_line();
    line += part;
    width += display_width(part);
    if (part.ends_with('\n')) end_line();
  }
  if (!line.empty() || lines.empty()) end_line();
  return lines;
}

}  // namespace handbill::plain
