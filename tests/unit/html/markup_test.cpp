// SPDX-License-Identifier: MIT
#include "html/markup.h"

#include <catch2/catch.hpp>

#include "html/page_words.h"
#include "html/readable.h"

namespace handbill::html {
namespace {

TEST_CASE("text and values are escaped") {
  Markup out;
  out.open("a", {{"href", "?a=1&b=\"2\""}, {"title", "<x>"}});
  out.text("1 < 2 & \"3\" > 2 </a><script>");
  out.close("a");
  CHECK(out.take() ==
        "<a href=\"?a=1&amp;b=&quot;2&quot;\" title=\"&lt;x&gt;\">"
        "1 &lt; 2 &amp; &quot;3&quot; &gt; 2 &lt;/a&gt;&lt;script&gt;</a>");
}

TEST_CASE("what no document may hold becomes a space") {
  Markup out;
  out.text(std::string_view("a\0b\x1F\xEF\xBF\xBE", 7));
  CHECK(out.take() == "a b  ");
}

TEST_CASE("a page speaks its language, or English") {
  CHECK(page_words("es-MX").language == "es");
  CHECK(page_words("ar").language == "ar");
  CHECK(page_words("ja").language == "en");
}

constexpr svg::ScreenColor kWhite = {255, 255, 255}, kBlack = {0, 0, 0};

TEST_CASE("a colour with enough contrast is kept, one without becomes black or white") {
  const svg::ScreenColor grey = {0x76, 0x76, 0x76};  // 4.54 on white
  CHECK(readable(grey, kWhite, 4.5) == grey);
  const svg::ScreenColor paler = {0x78, 0x78, 0x78};  // 4.42
  CHECK(readable(paler, kWhite, 4.5) == kBlack);
  CHECK(readable(paler, kWhite, 3) == paler);
  CHECK(readable({0, 0, 90}, {0, 50, 70}, 4.5) == kWhite);
}

TEST_CASE("light grounds become dark and keep their tint, dark ones stay") {
  const svg::ScreenColor navy = {0, 50, 70};
  CHECK(darkened(navy) == navy);
  const svg::ScreenColor peach = darkened({254, 235, 220});
  CHECK(contrast(peach, kWhite) > 12);
  CHECK(peach.r > peach.g);
  CHECK(peach.g > peach.b);
}

TEST_CASE("on dark grounds words are as light as they must be") {
  for (const svg::ScreenColor& color : {kBlack, kWhite, svg::ScreenColor{0, 50, 70}}) {
    const svg::ScreenColor ground = darkened(kWhite);
    CHECK(contrast(lightened(color, ground, 7), ground) >= 7);
  }
  CHECK(lightened(kWhite, kBlack, 7) == kWhite);
}

}  // namespace
}  // namespace handbill::html
