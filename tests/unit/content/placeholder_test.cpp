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
                    (each.kind == Placeholder::Kind::Example ? " (example)"
                     : each.kind == Placeholder::Kind::Row   ? " (row)"
                                                             : ""));
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
      {"for XX hours, xx semanas", {"XX", "xx"}},
      {"el siglo XX, XX chromosomes", {}},
      {"for ??? days. Really??", {"???"}},
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
      {"- [x] I have read this.\n  * [X] so\n1) [x] done", {}},
      {"Dose: [x] mg - [x]\n- [x]", {"[x]", "[x]", "[x]"}},
      {"Open [10 to 12]", {}},
      {"[not closed", {}},
      {"xx large, xxl", {}},
      {"Super Bowl XXXIV", {}},
      {"exxxtra", {}},
      {"", {}},
      {"What to do: rest.", {}},
      {"The cream goes here first.", {}},
      {"Your clinic", {"Your clinic"}},
      {"**Your Clinic!**", {"Your Clinic"}},
      {"Clinic Name", {"Clinic Name"}},
      {"Bring your card.\nClinic name\n", {"Clinic name"}},
      {"Hours: to be announced.", {"to be announced"}},
      {"Su clínica", {"Su clínica"}},
      {"Your clinic visit takes an hour.", {}},
      {"We call it our clinic. Ask at your clinic", {}},
      {"The clinic name is on the door.", {}},
      {"The number of sessions is to be determined by your clinician.", {}},
      {"Name", {}},
      {"Your name", {}},
      {"Website", {}},
      {"Click here to enter text.", {"Click here to enter text"}},
      {"Click or tap here to enter text.", {"Click or tap here to enter text"}},
      {"See Error! Bookmark not defined. for more", {"Error! Bookmark"}},
      {"Error! Reference source not found.", {"Error! Reference source not found"}},
      {"¡Error! Marcador no definido.", {"¡Error! Marcador no definido"}},
      {"单击或点击此处输入文字。", {"单击或点击此处输入文字。"}},
      {"#REF!", {"#REF!"}},
      {"Click here to book. Enter the text code.", {}},
      {"By trial and error! Reference books help.", {}},
      {"Name: ____", {"____ (row)"}},
      {"___", {"___ (row)"}},
      {"___very___ important", {}},
      {"____very____ important", {"____ (row)", "____ (row)"}},
      {"snake_case __strong__", {}},
      {"Date ..... Time .......", {"..... (row)", "....... (row)"}},
      {"And then... the end....", {}},
  };
  for (const auto& [text, expected] : cases) {
    INFO(text);
    CHECK(found(text) == expected);
  }
}

TEST_CASE("The name of a fact is no fact of a clinic, but may be the label of one") {
  for (const char* text : {"Name", "Clinic", "Phone number", "Your name", "Street address:"}) {
    CAPTURE(text);
    CHECK(find_placeholders(text, TextIs::ClinicFact).size() == 1);
    CHECK(find_placeholders(text, TextIs::Prose).empty());
  }
  CHECK(find_placeholders("The Clinic on Main Street", TextIs::ClinicFact).empty());
}
