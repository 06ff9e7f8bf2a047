// SPDX-License-Identifier: MIT
#include "base/shown.h"

#include <catch2/catch.hpp>

using namespace handbill;

TEST_CASE("what would steer a terminal or forge a line is shown, not sent") {
  struct Case {
    std::string_view text, shown;
  };
  const Case cases[] = {
      {"plain – text, ünïcode 中文", "plain – text, ünïcode 中文"},
      {"\x1b[31mred\x07", "␛[31mred␇"},
      {"a\nb\r\tc\x7f", "a␊b␍␉c␡"},
      {std::string_view("\0", 1), "␀"},
      // C1: CSI in eight bits, and the next line.
      {"\u009b31m\u0085", "<U+009B>31m<U+0085>"},
      {"\u202edesrever\u202c \u2066x\u2069 \u200f\u061c",
       "<U+202E>desrever<U+202C> <U+2066>x<U+2069> <U+200F><U+061C>"},
      {"\u2028\u2029\u200b\ufeff\U000e0041\U0001ffff",
       "<U+2028><U+2029><U+200B><U+FEFF><U+E0041><U+1FFFF>"},
      // Beside the ranges, and what words are made of.
      {"\u00a0\u2027\u202f\u200c\u200d\u00ad", "\u00a0\u2027\u202f\u200c\u200d\u00ad"},
      {"caf\xe9\xff!", "caf<E9><FF>!"},
      {"\xc3", "<C3>"},
      {"", ""},
  };
  for (const Case& each : cases) CHECK(shown(each.text) == each.shown);
}

TEST_CASE("lines that are the program's own stay lines") {
  CHECK(shown_lines("a\nb\x1b\n\xff") == "a\nb␛\n<FF>");
}

TEST_CASE("JSON holds the same characters as numbers") {
  CHECK(shown_json("{\"a\": \"\u009b\u202e\x7f\U000e0041é\"}\n") ==
        "{\"a\": \"\\u009B\\u202E\\u007F\\uDB40\\uDC41é\"}\n");
}

TEST_CASE("a file's name can't be taken for what is said of the file") {
  CHECK(shown_name("out/hours placard.pdf") == "out/hours placard.pdf");
  CHECK(shown_name("a.pdf: no errors") == "\"a.pdf: no errors\"");
  CHECK(shown_name("a.pdf  PDF/X-4") == "\"a.pdf  PDF/X-4\"");
  CHECK(shown_name("a\"b\n.pdf") == "\"a\\\"b␊.pdf\"");
  CHECK(shown_name(" a") == "\" a\"");
  CHECK(shown_name("a ") == "\"a \"");
  CHECK(shown_name("") == "\"\"");
}
