// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "content/letters_in_numbers.h"

namespace handbill::content {

TEST_CASE("Letters among digits are the digits they look like") {
  struct Case {
    const char* text;
    const char* meant;
  };
  const auto c = GENERATE(values<Case>({
      {"2O815", "20815"},
      {"208l5-69O1", "20815-6901"},
      {"8:O0 am – 5:00 pm", "8:00 am – 5:00 pm"},
      {"8:OO am – 5:00 pm", "8:00 am – 5:00 pm"},
      {"lO:30 am", "10:30 am"},
      {"(3O1) 555-0I42", "(301) 555-0142"},
      {"20815", ""},
      {"8:00 am to 5:00 pm", ""},
      {"1-800-GOLF-OIL", ""},
      {"(301) 555-0142 or 555-0143", ""},
      {"open 24 hours", ""},
  }));
  CAPTURE(c.text);
  CHECK(with_digits(c.text) == c.meant);
}

}  // namespace handbill::content
