// SPDX-License-Identifier: MIT
#include <algorithm>
#include <catch2/catch.hpp>

#include "diag/decode_text.h"

namespace handbill::diag {

using namespace std::string_literals;

TEST_CASE("Text is read as the editors of clinics save it") {
  struct Case {
    std::string bytes;
    std::string text;
  };
  const auto c = GENERATE(values<Case>({
      {"", ""},
      {"a = \"é\"\n", "a = \"é\"\n"},
      {"\xEF\xBB\xBFx", "x"},
      {"\xFF\xFE"s, ""},
      {"\xFF\xFE\xE9\0\n\0"s, "é\n"},
      {"\xFE\xFF\0\xE9\x20\x1C"s, "é“"},
      {"\xFF\xFE\x3D\xD8\x00\xDE"s, "😀"},
      {"\xFF\xFE"
       "a\0\r\0"
       "b\0\r\0\n\0"s,
       "a\nb\r\n"},
      {"one\rtwo\r\rthree\r", "one\ntwo\n\nthree\n"},
      {"one\r\ntwo\r\n", "one\r\ntwo\r\n"},
  }));
  CAPTURE(c.bytes);
  const DecodedText decoded = decode_text(c.bytes);
  CHECK(decoded.fault.empty());
  CHECK(decoded.text == c.text);
}

TEST_CASE("What is no text of ours is refused in words, with the menu that saves it right") {
  struct Case {
    std::string bytes;
    std::string text;  ///< up to the fault
    std::string fault;
  };
  const auto c = GENERATE(values<Case>({
      {"the clinic\x92s", "the clinic",
       "the file is not saved as UTF-8: a `’` of Windows-1252 stands here"},
      {"8:00 am \x96 5:00 pm", "8:00 am ",
       "the file is not saved as UTF-8: a `–` of Windows-1252 stands here"},
      {"caf\xE9", "caf", "the file is not saved as UTF-8: a `é` of Windows-1252 stands here"},
      {"one\rtwo\x81", "one\ntwo", "the file is not UTF-8 from here on (byte 81)"},
      {"c\0l\0o\0s\0e\0d\0"s, "", "the file is saved as UTF-16 without its mark, not as UTF-8"},
      {"\0c\0l\0o\0s\0e\0d"s, "", "the file is saved as UTF-16 without its mark, not as UTF-8"},
      {"\xFF\xFE"
       "a\0b"s,
       "a", "the file is UTF-16, and broken from here on"},
      {"\xFF\xFE"
       "a\0\x3D\xD8"
       "b\0"s,
       "a", "the file is UTF-16, and broken from here on"},
      {"{\\rtf1\\ansi", "", "the file is rich text (RTF), not plain text"},
      {"PK\x03\x04", "", "the file is a Word document or another packed file, not plain text"},
      {"<html>", "", "the file is a web page, not plain text"},
  }));
  CAPTURE(c.bytes);
  const DecodedText decoded = decode_text(c.bytes);
  CHECK(decoded.text == c.text);
  CHECK(decoded.fault == c.fault);
  REQUIRE(decoded.hints.size() == 3);
  for (const char* program : {"Notepad", "Word", "TextEdit"}) {
    CHECK(std::any_of(decoded.hints.begin(), decoded.hints.end(),
                      [&](const std::string& hint) { return hint.starts_with(program); }));
  }
}

}  // namespace handbill::diag
