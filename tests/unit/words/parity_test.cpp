// SPDX-License-Identifier: MIT
#include "words/parity.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace handbill::words {
namespace {

Words said(const std::vector<std::string>& paragraphs) {
  Words words;
  for (const std::string& each : paragraphs) {
    Paragraph paragraph;
    paragraph.text = each;
    words.paragraphs.push_back(std::move(paragraph));
  }
  return words;
}

struct ParityCase {
  std::vector<std::string> all, other;
  std::vector<std::string> lost;
};

TEST_CASE("what another document does not say is found word by word") {
  const std::vector<ParityCase> cases = {
      {{"Wash gently."}, {"Wash gently."}, {}},
      {{"Wash gently."}, {}, {"Wash gently."}},
      {{"Wash gently twice a day."}, {"Wash twice a day."}, {"gently"}},
      {{"Wash very gently twice."}, {"Wash twice."}, {"very gently"}},
      // Line ends and spaces of any kind are no words.
      {{"5454 Wisconsin Ave\nSte 1400"}, {"5454 Wisconsin Ave Ste 1400"}, {}},
      {{"8:00\u2009–\u200912:00"}, {"8:00–12:00"}, {}},
      // Each is to be there as often as it is said.
      {{"Call us.", "Call us."}, {"Call us."}, {"Call us."}},
      {{"Call us.", "Call us."}, {"Call us.", "Call us."}, {}},
      // In whatever order, and with other words round it.
      {{"Price", "$120"}, {"Price: $120"}, {}},
      {{"$120", "Price"}, {"Price: $120"}, {}},
      // Ideographs have no spaces between words.
      {{"不要用手抓"}, {"不要抓"}, {"不要用手抓"}},
      {{""}, {}, {}},
  };
  for (const ParityCase& each : cases) {
    const Words all = said(each.all), other = said(each.other);
    std::vector<std::string> lost;
    for (const Lost& one : lost_words(all, other)) {
      lost.push_back(all.paragraphs.at(one.paragraph).text.substr(one.begin, one.end - one.begin));
    }
    CAPTURE(each.all, each.other);
    CHECK(lost == each.lost);
  }
}

TEST_CASE("labels of items say words too") {
  Words other = said({"Wash gently."});
  other.paragraphs[0].label = Label{.sign = Label::Sign::Number, .text = "1."};
  CHECK(lost_words(said({"1. Wash gently."}), other).empty());
}

}  // namespace
}  // namespace handbill::words
