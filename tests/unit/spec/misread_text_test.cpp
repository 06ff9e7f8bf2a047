// SPDX-License-Identifier: MIT
#include "spec/misread_text.h"

#include <catch2/catch.hpp>

namespace handbill::spec {
namespace {

/// What is said of a text; empty: nothing.
std::string said_of(const std::string& text) {
  diag::Diagnostics diags;
  Value string;
  string.data = text;
  report_misread(string, diags);
  return diags.list().empty() ? "" : diags.list().front().message;
}

}  // namespace

TEST_CASE("Signs that were read in the wrong encoding are told, with what they were") {
  CHECK(said_of("Donâ€™t") == "`â€™` is what a program has made of `’`");
  CHECK(said_of("â€œNo.â€\u009D") ==
        "`â€œ` is what a program has made of `“`; 1 more such in this text");
  CHECK(said_of("La piel estÃ¡ roja") == "`Ã¡` is what a program has made of `á`");
  CHECK(said_of("Sra. MuÃ±oz") == "`Ã±` is what a program has made of `ñ`");
  CHECK(said_of("100.4 Â°F") == "`Â°` is what a program has made of `°`");
  CHECK(said_of("8:00 â€“ 5:00") == "`â€“` is what a program has made of `–`");
  CHECK(said_of("Don\uFFFDt") == "`\uFFFD` stands where a program has lost a sign");
}

TEST_CASE("Letters that other languages have are left alone") {
  for (const char* text : {"IRMÃ»", "«IRMÃ»", "A IRMÃ’", "CAFÉ ® Âge", "Ângelo", "Ãgua", "âge",
                           "ROMÂ", "Ã", "â", "Â", "â€", "pâté", "bâ°"}) {
    INFO(text);
    CHECK(said_of(text).empty());
  }
}

}  // namespace handbill::spec
