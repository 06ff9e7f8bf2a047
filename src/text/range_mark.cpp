// SPDX-License-Identifier: MIT
#include "text/range_mark.h"

#include <unicode/uloc.h>
#include <unicode/unumberrangeformatter.h>

#include <array>
#include <memory>
#include <string>

#include "text/scripts.h"

namespace handbill::text {
namespace {

struct Close {
  void operator()(UNumberRangeFormatter* formatter) const { unumrf_close(formatter); }
  void operator()(UFormattedNumberRange* result) const { unumrf_closeResult(result); }
};

}  // namespace

RangeMark range_mark(std::string_view language) {
  std::array<char, ULOC_FULLNAME_CAPACITY> locale{};
  UErrorCode error = U_ZERO_ERROR;
  uloc_forLanguageTag(std::string(language).c_str(), locale.data(),
                      static_cast<int32_t>(locale.size()), nullptr, &error);
  const std::unique_ptr<UNumberRangeFormatter, Close> formatter(
      unumrf_openForSkeletonWithCollapseAndIdentityFallback(
          u"numbering-system/latn", -1, UNUM_RANGE_COLLAPSE_AUTO,
          UNUM_IDENTITY_FALLBACK_APPROXIMATELY, locale.data(), nullptr, &error));
  const std::unique_ptr<UFormattedNumberRange, Close> result(unumrf_openResult(&error));
  unumrf_formatDoubleRange(formatter.get(), 3, 5, result.get(), &error);
  const UFormattedValue* value = unumrf_resultAsValue(result.get(), &error);
  int32_t length = 0;
  const UChar* text = ufmtval_getString(value, &length, &error);
  if (U_FAILURE(error) != 0 || length != 3 || is_right_to_left(language)) return RangeMark::AsTyped;
  const bool is_dash = text[1] == 0x2012 || text[1] == 0x2013;
  return is_dash ? RangeMark::Dash : RangeMark::AsTyped;
}

}  // namespace handbill::text
