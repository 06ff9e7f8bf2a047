// SPDX-License-Identifier: MIT
#include "content/template.h"

#include <catch2/catch.hpp>

#include "base/number.h"

using namespace handbill;
using namespace handbill::content;

namespace {

/// "text|<path>|<path:format>|_144_", or "3-7 message".
std::string parts_shown(std::string_view text) {
  const auto parsed = parse_template(text);
  if (const auto* error = std::get_if<TemplateError>(&parsed)) {
    return std::to_string(error->begin) + "-" + std::to_string(error->end) + " " + error->message;
  }
  std::string result;
  std::size_t at = 0;
  for (const TemplatePart& part : std::get<std::vector<TemplatePart>>(parsed)) {
    CHECK(part.begin == at);
    at = part.end;
    if (!result.empty()) result += '|';
    if (const auto* literal = std::get_if<TemplatePart::Literal>(&part.part)) {
      result += literal->text;
    } else if (const auto* fact = std::get_if<TemplatePart::Fact>(&part.part)) {
      result += "<" + fact->path + (fact->format.empty() ? "" : ":" + fact->format) + ">";
    } else if (const auto* to = std::get_if<TemplatePart::Break>(&part.part)) {
      result += to->to == TemplatePart::Break::To::Column ? "/column/" : "/frame/";
    } else {
      const auto& blank = std::get<TemplatePart::BlankLine>(part.part);
      result += "_" + format_number(blank.width.pt(), 2) + "_";
    }
  }
  CHECK(at == text.size());
  return result;
}

}  // namespace

TEST_CASE("A template is cut into text, facts and blanks without a gap") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", ""},
      {"plain words", "plain words"},
      {"{clinic.phone}", "<clinic.phone>"},
      {"Call {clinic.phone}.", "Call |<clinic.phone>|."},
      {"{clinic.phone|uri}", "<clinic.phone:uri>"},
      {"{ clinic.phone | international }", "<clinic.phone:international>"},
      {"{treatment.benefits.0.title}", "<treatment.benefits.0.title>"},
      {"{a}{b}", "<a>|<b>"},
      {"{blank}", "_144_"},
      {"{blank 1.5 in}", "_108_"},
      {"{ blank  36 pt }", "_36_"},
      {"{blank.x}", "<blank.x>"},
      {"{blanks}", "<blanks>"},
      {"{column break}", "/column/"},
      {"{ frame break }", "/frame/"},
      {"{column.break}", "<column.break>"},
      {"{page}", "<page>"},
      {"{page of after care}", "<page of after care>"},
      {"{ next  page of treatment.how | roman }", "<next page of treatment.how:roman>"},
      {"{previous page of Wer früh kommt?}", "<previous page of Wer früh kommt?>"},
      {"{page of }", "5-6 ` ` can't stand here in the name of a fact"},
      {"{{", "{"},
      {"}}", "}"},
      {"a {{b}} c", "a |{|b|}| c"},
      {"é{a}é", "é|<a>|é"},
      {"{{{a}}}", "{|<a>|}"},
  };
  for (const auto& [text, expected] : cases) {
    INFO(text);
    CHECK(parts_shown(text) == expected);
  }
}

TEST_CASE("A fault of a template is pointed at") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"a {b", "2-3 `{` is never closed; write `{{` for a brace"},
      {"a {b {c}", "2-3 `{` is never closed; write `{{` for a brace"},
      {"a } b", "2-3 `}` closes nothing; write `}}` for a brace"},
      {"x {}", "2-4 the braces are empty; write `{{` for a brace"},
      {"x {  }", "2-6 the braces are empty; write `{{` for a brace"},
      {"{a b}", "2-3 ` ` can't stand here in the name of a fact"},
      {"{a..b}", "3-4 `.` can't stand here in the name of a fact"},
      {"{.a}", "1-2 `.` can't stand here in the name of a fact"},
      {"{a.}", "2-3 `.` can't stand here in the name of a fact"},
      {"{naïve}", "3-5 `ï` can't stand here in the name of a fact"},
      {"{|uri}", "0-6 no fact is named before `|`"},
      {"{a|}", "0-4 no format is named after `|`"},
      {"{a|b|c}", "3-6 the name of a format is one word"},
      {"{blank two}", "7-10 `two` is not a width; write `{blank 2 in}`, or `{blank fill}`"},
      {"{blank -1 in}", "7-12 `-1 in` is not a width; write `{blank 2 in}`, or `{blank fill}`"},
  };
  for (const auto& [text, expected] : cases) {
    INFO(text);
    CHECK(parts_shown(text) == expected);
  }
}

TEST_CASE("A path is of letters, digits, hyphens and underscores, with single points between") {
  for (const char c : std::string("azAZ09_-")) {
    CAPTURE(c);
    CHECK(parts_shown("{x" + std::string(1, c) + ".y}") == "<x" + std::string(1, c) + ".y>");
  }
  // The neighbours of a, z, A, Z, 0 and 9.
  for (const char c : std::string("`@[/:")) {
    CAPTURE(c);
    CHECK(parts_shown("{x" + std::string(1, c) + "y}").starts_with("2-3 "));
  }
  CHECK(parts_shown("{a..b}").starts_with("3-4 "));
  CHECK(parts_shown("{.a}").starts_with("1-2 "));
  CHECK(parts_shown("{a.}").starts_with("2-3 "));
  // A whole letter is pointed at, however many bytes it has.
  CHECK(parts_shown("{a\u00e9b}").starts_with("2-4 "));
  CHECK(parts_shown("{a\u4e00}").starts_with("2-5 "));
}
