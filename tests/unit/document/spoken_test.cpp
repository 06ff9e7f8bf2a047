// SPDX-License-Identifier: MIT
#include "document/spoken.h"

#include <catch2/catch.hpp>

namespace handbill::test {

using document::Spoken;

TEST_CASE("what has no words on paper speaks the language of its document, or English") {
  const auto said = [](const Spoken& spoken) { return spoken.language + ": " + spoken.words; };
  using document::spoken_blank;
  CHECK(said(spoken_blank("telephone", "en")) == "en: blank: telephone");
  CHECK(said(spoken_blank("", "en-GB")) == "en-GB: blank");
  CHECK(said(spoken_blank("nom", "fr")) == "fr: à remplir\u00A0: nom");
  CHECK(said(spoken_blank("姓名", "zh")) == "zh: 填写处：姓名");
  CHECK(said(spoken_blank("telefon", "pl")) == "en: blank: telefon");
  using document::spoken_box, document::Tick;
  CHECK(said(spoken_box(Tick::Open, "de")) == "de: nicht angekreuzt");
  CHECK(said(spoken_box(Tick::Done, "de")) == "de: angekreuzt");
  CHECK(said(spoken_box(Tick::Done, "")) == "en: ticked");
}

TEST_CASE("a code tells its address behind what describes it, once") {
  const auto said = [](const char* described, const char* language) {
    return document::spoken_code(described, "https://a.org", language).words;
  };
  CHECK(said("", "en") == "QR code: https://a.org");
  CHECK(said("Book", "en") == "Book (QR code: https://a.org)");
  CHECK(said("Book at https://a.org", "en") == "Book at https://a.org");
  CHECK(said("预约", "zh") == "预约（二维码：https://a.org）");
  CHECK(document::spoken_code("Book", "https://a.org", "pl").language == "en");
}

}  // namespace handbill::test
