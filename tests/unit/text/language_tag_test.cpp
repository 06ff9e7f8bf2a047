// SPDX-License-Identifier: MIT
#include "text/language_tag.h"

#include <catch2/catch.hpp>

namespace handbill::test {

TEST_CASE("a language that is written in several scripts says in which, others do not") {
  for (const auto& [tag, expected] :
       std::initializer_list<std::pair<const char*, const char*>>{{"zh", "zh-Hans"},
                                                                  {"zh-CN", "zh-Hans-CN"},
                                                                  {"zh-TW", "zh-Hant-TW"},
                                                                  {"zh-HK", "zh-Hant-HK"},
                                                                  {"zh-Hant", "zh-Hant"},
                                                                  {"sr", "sr-Cyrl"},
                                                                  {"sr-ME", "sr-Latn-ME"},
                                                                  {"sr-Latn", "sr-Latn"},
                                                                  {"uz", "uz-Latn"},
                                                                  {"pa-PK", "pa-Arab-PK"},
                                                                  {"en", "en"},
                                                                  {"en-GB", "en-GB"},
                                                                  {"ar", "ar"},
                                                                  {"ja", "ja"},
                                                                  {"hi", "hi"},
                                                                  {"de-AT", "de-AT"},
                                                                  {"x-klingon", "x-klingon"},
                                                                  {"qqq", "qqq"},
                                                                  {"", ""}}) {
    CAPTURE(tag);
    CHECK(text::with_script(tag) == expected);
  }
}

}  // namespace handbill::test
