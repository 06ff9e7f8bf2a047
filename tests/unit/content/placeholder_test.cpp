// SPDX-License-Identifier: MIT
#include "content/placeholder.h"

#include <catch2/catch.hpp>

#include <string>

using namespace handbill::content;

namespace {

std::vector<std::string> found(std::string_view text) {
  std::vector<std::string> words;
  for (const Placeholder& each : find_placeholders(text)) {
    words.push_back(std::string(text.substr(each.begin, each.end - each.begin)) +
                    (each.kind == Placeholder::Kind::Example ? " (example)" : ""));
  }
  return words;
}

using List = std::vector<std::string>;

}  // namespace

TEST_CASE("Words that were meant to be replaced are found, and only they") {
  const std::vector<std::pair<std::string, List>> cases = {
      {"Coming Soon.", {"Coming Soon"}},
      {"Coming\nsoon", {"Coming\nsoon"}},
      {"Hours: TBD, phone: TBA", {"TBD", "TBA"}},
      {"TODO: ask", {"TODO"}},
      {"Lorem ipsum dolor sit amet", {"Lorem ipsum", "dolor sit amet"}},
      {"Call xxx-XXXX", {"xxx", "XXXX"}},
      {"Call [phone number] now", {"[phone number]"}},
      {"(123) 456-7890", {"(123) 456-7890"}},
      {"+1 123-456-7890", {"123-456-7890"}},
      {"https://www.example.com/x", {"example.com"}},
      {"mail@example.org", {"example.org"}},
      {"Call (202) 555-0143.", {"555-0143 (example)"}},
      {"Call (202) 555-2143.", {}},
      {"5550143", {}},
      {"Come soon.", {}},
      {"Coming sooner", {}},
      {"forthcoming soon", {}},
      {"todo el día", {}},
      {"TODOS", {}},
      {"Read [this page](https://clinic.test).", {}},
      {"[page]: https://clinic.test", {}},
      {"a [1] b [ ] c", {}},
      {"Open [10 to 12]", {}},
      {"[not closed", {}},
      {"xx large, xxl", {}},
      {"Super Bowl XXXIV", {}},
      {"exxxtra", {}},
      {"", {}},
      {"What to do: rest.", {}},
      {"The cream goes here first.", {}},
  };
  for (const auto& [text, expected] : cases) {
    INFO(text);
    CHECK(found(text) == expected);
  }
}
