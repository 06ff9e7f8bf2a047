// SPDX-License-Identifier: MIT
#include "text/quotation_marks.h"

#include <unicode/uloc.h>
#include <unicode/ulocdata.h>

#include <array>
#include <string>

namespace handbill::text {
namespace {

/// The mark, or `otherwise` where it is not one character.
char32_t mark(ULocaleData* data, ULocaleDataDelimiterType type, char32_t otherwise) {
  std::array<UChar, 8> text{};
  UErrorCode error = U_ZERO_ERROR;
  const int32_t length =
      ulocdata_getDelimiter(data, type, text.data(), static_cast<int32_t>(text.size()), &error);
  return U_SUCCESS(error) && length == 1 ? text[0] : otherwise;
}

}  // namespace

QuotationMarks quotation_marks(std::string_view language) {
  // What CLDR gives for Germany does not hold in Switzerland.
  if (language == "de-CH" || language == "de-LI") return {0x00AB, 0x00BB, 0x2039, 0x203A};
  QuotationMarks marks;
  std::array<char, ULOC_FULLNAME_CAPACITY> locale{};
  UErrorCode error = U_ZERO_ERROR;
  uloc_forLanguageTag(std::string(language).c_str(), locale.data(),
                      static_cast<int32_t>(locale.size()), nullptr, &error);
  ULocaleData* data = ulocdata_open(locale.data(), &error);
  if (U_SUCCESS(error)) {
    marks.open = mark(data, ULOCDATA_QUOTATION_START, marks.open);
    marks.close = mark(data, ULOCDATA_QUOTATION_END, marks.close);
    marks.inner_open = mark(data, ULOCDATA_ALT_QUOTATION_START, marks.inner_open);
    marks.inner_close = mark(data, ULOCDATA_ALT_QUOTATION_END, marks.inner_close);
    ulocdata_close(data);
  }
  // Where CLDR has one kind only, quotes in quotes could not be told apart.
  if (marks.inner_open == marks.open) {
    marks.inner_open = 0x201C;
    marks.inner_close = 0x201D;
  }
  return marks;
}

}  // namespace handbill::text
