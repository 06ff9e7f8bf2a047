// SPDX-License-Identifier: MIT
#include "svg/xml.h"

#include <catch2/catch.hpp>

using namespace std::string_literals;

TEST_CASE("text is fit for XML") {
  const auto escaped = [](std::string_view text) {
    std::string out;
    handbill::svg::append_escaped(out, text);
    return out;
  };
  CHECK(escaped("a < b & \"c\" > d") == "a &lt; b &amp; &quot;c&quot; &gt; d");
  CHECK(escaped("Ärzte — ok") == "Ärzte — ok");
  CHECK(escaped("a\nb\0c\x1f"s) == "a b c ");
  CHECK(escaped("x\xEF\xBF\xBFy\xEF\xBF\xBEz\xEF\xBF\xBD") == "x y z\xEF\xBF\xBD");
}
