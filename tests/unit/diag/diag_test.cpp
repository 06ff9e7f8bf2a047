// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "base/utf8.h"
#include "diag/file_reader.h"
#include "diag/hinted_fix.h"
#include "diag/read_text.h"
#include "diag/render.h"
#include "diag/render_sarif.h"

using handbill::next_code_point;
using namespace handbill::diag;
namespace fs = std::filesystem;

namespace {

Span find(const SourceMap& sources, FileId file, std::string_view part) {
  const auto at = static_cast<std::uint32_t>(sources.text(file).find(part));
  return {file, at, at + static_cast<std::uint32_t>(part.size())};
}

}  // namespace

TEST_CASE("lines and columns count code points and survive Windows line ends") {
  SourceMap sources;
  const FileId file = sources.add("a.toml", "é = 1\r\nname = \"ü\"\n");
  const Span name = find(sources, file, "\"ü\"");
  CHECK(sources.position(file, name.begin).line == 2);
  CHECK(sources.position(file, name.begin).column == 8);
  CHECK(sources.offset(file, {2, 8}) == name.begin);
  CHECK(sources.line(file, 1) == "é = 1");
  CHECK(sources.text(name) == "\"ü\"");
}

TEST_CASE("a message shows the place, the line, carets, labels and hints") {
  SourceMap sources;
  const FileId file = sources.add("layouts/a.toml", "trim = \"letter\"\n\tcolour = 1\ntrim = 2\n");
  Diagnostics diags;
  diags.add({DiagnosticId::UnknownKey,
             Severity::Error,
             "unknown key `colour`",
             find(sources, file, "colour"),
             {},
             {"did you mean `color`?"}});
  diags.add({DiagnosticId::DuplicateName,
             Severity::Warning,
             "`trim` stands here twice",
             {file, 28, 32},
             {{{file, 0, 4}, "first here"}},
             {}});
  CHECK(render(diags, sources, Paint::Plain) ==
        R"(layouts/a.toml:2:2: error: unknown key `colour` [unknown-key]
 2 |  colour = 1
   |  ^^^^^^
 hint: did you mean `color`?
layouts/a.toml:3:1: warning: `trim` stands here twice [duplicate-name]
 3 | trim = 2
   | ^^^^
 layouts/a.toml:1:1:
 1 | trim = "letter"
   | ^^^^ first here
)");
}

TEST_CASE("a note is told, and is neither an error nor a warning") {
  SourceMap sources;
  const FileId file = sources.add("a", "fit = 1");
  Diagnostics diags;
  diags.note(DiagnosticId::Fitted, find(sources, file, "1"), "set at 10 pt");
  CHECK(render(diags, sources, Paint::Plain) ==
        "a:1:7: note: set at 10 pt [fitted]\n 1 | fit = 1\n   |       ^\n");
  CHECK(render_json(diags, sources).find("\"severity\": \"note\"") != std::string::npos);
  CHECK(diags.error_count() + diags.warning_count() == 0);
}

TEST_CASE("a very long line is cut around the place that is wrong") {
  SourceMap sources;
  const FileId file = sources.add("a", std::string(500, 'x') + "BAD" + std::string(500, 'y'));
  Diagnostics diags;
  diags.error(DiagnosticId::BadValue, find(sources, file, "BAD"), "bad");
  const std::string text = render(diags, sources, Paint::Plain);
  CHECK(text.find("a:1:501:") != text.npos);
  CHECK(text.find("BAD") != text.npos);
  CHECK(text.size() < 400);
  const auto caret = text.find('^');
  const auto caret_line = text.rfind('\n', caret);
  const auto shown_line = text.rfind('\n', caret_line - 1);
  // "…" is one column and three bytes.
  CHECK(text.find("BAD") - shown_line - 2 == caret - caret_line);
}

TEST_CASE("an empty span at the end of a file still has a place and a caret") {
  SourceMap sources;
  const FileId file = sources.add("a", "x = ");
  Diagnostics diags;
  diags.error(DiagnosticId::TomlSyntax, {file, 4, 4}, "value missing");
  CHECK(render(diags, sources, Paint::Plain) ==
        "a:1:5: error: value missing [toml-syntax]\n 1 | x = \n   |     ^\n");
}

TEST_CASE("messages are sorted by place, told once, and counted past fifty") {
  SourceMap sources;
  const FileId file = sources.add("a", std::string(200, 'x'));
  Diagnostics diags;
  for (std::uint32_t i = 60; i-- > 0;) {
    diags.error(DiagnosticId::BadValue, {file, i, i + 1}, "no " + std::to_string(i));
    diags.error(DiagnosticId::BadValue, {file, i, i + 1}, "no " + std::to_string(i));
  }
  CHECK(diags.error_count() == 60);
  const std::string text = render(diags, sources, Paint::Plain);
  CHECK(text.starts_with("a:1:1: error: no 0 "));
  CHECK(text.find("no 49 ") != text.npos);
  CHECK(text.find("no 50 ") == text.npos);
  CHECK(
      text.ends_with("error: 10 more messages are not told, errors among them: 10 "
                     "[more-messages]\n hint: mend what is told, and run again\n"));
}

TEST_CASE("of too many messages the errors are told first, each in its place") {
  SourceMap sources;
  const FileId file = sources.add("a", std::string(1200, 'x'));
  for (const std::uint32_t warnings : {999U, 1000U}) {
    Diagnostics diags;
    for (std::uint32_t i = 0; i < warnings; ++i) {
      diags.warning(DiagnosticId::BadValue, {file, i, i + 1}, "odd");
    }
    diags.error(DiagnosticId::BadValue, {file, 1100, 1101}, "wrong");
    const auto json = nlohmann::json::parse(render_json(diags, sources));
    REQUIRE(json.size() == (warnings == 999 ? 1000 : 1001));
    CHECK(json[999]["message"] == "wrong");
    if (warnings == 999) continue;
    CHECK(json[998]["at"]["column"] == 999);
    CHECK(json[1000]["id"] == "more-messages");
    CHECK(json[1000]["severity"] == "warning");
    CHECK(json[1000]["message"] == "1 more message is not told");
  }
}

TEST_CASE("no more diagnostics are kept than are worth it, but errors beside any warnings") {
  Diagnostics diags;
  for (int i = 0; i < 10'001; ++i) {
    diags.warning(DiagnosticId::BadValue, {}, std::to_string(i));
  }
  CHECK(diags.warning_count() == 10'000);
  diags.error(DiagnosticId::BadValue, {}, "wrong");
  CHECK(diags.has_errors());
  CHECK(diags.list().size() == 10'001);
}

TEST_CASE("columns are counted alike wherever on a long line they stand") {
  SourceMap sources;
  std::string text = "first\n";
  for (int i = 0; i < 1000; ++i) text += "aé中\U0001f600";
  const FileId file = sources.add("a", text);
  std::size_t at = 6;
  for (std::size_t column = 1; column <= 4001; ++column) {
    const LineColumn found = sources.position(file, at);
    if (found.line != 2 || found.column != column) FAIL("column " << column);
    if (at < text.size()) next_code_point(text, at);
  }
  CHECK(sources.position(file, text.size() + 9).column == 4001);
}

TEST_CASE("names, excerpts and messages reach no terminal as they are") {
  SourceMap sources;
  const FileId file = sources.add("a\n\x1b.toml", "x = \"\u202ehtap\u202c\tBAD\u009b\" # \x1b[2J");
  Diagnostics diags;
  Diagnostic odd{DiagnosticId::BadValue, Severity::Error, "no `\n\u202e`",
                 find(sources, file, "BAD\u009b")};
  odd.labels = {{odd.span, "here\x07"}};
  odd.hints = {"try\nagain"};
  odd.rule = RuleInfo{"R\x1b", "GWG\n2022"};
  diags.add(odd);
  CHECK(render(diags, sources, Paint::Plain) ==
        R"(a␊␛.toml:1:13: error: no `␊<U+202E>` [R␛]
 1 | x = "<U+202E>htap<U+202C> BAD<U+009B>" # ␛[2J
   |                           ^^^^^^^^^^^
 a␊␛.toml:1:13:
 1 | x = "<U+202E>htap<U+202C> BAD<U+009B>" # ␛[2J
   |                           ^^^^^^^^^^^ here␇
 rule: GWG␊2022
 hint: try␊again
)");
  const std::string json = render_json(diags, sources);
  CHECK(json.find('\x1b') == json.npos);
  CHECK(json.find("\u202e") == json.npos);
  CHECK(nlohmann::json::parse(json)[0]["message"] == "no `\n\u202e`");
}

TEST_CASE("JSON and SARIF are written of text that is not UTF-8") {
  SourceMap sources;
  Diagnostics diags;
  diags.warning(DiagnosticId::BadValue, {}, "font \xcb\xce\xcc\xe5");
  const auto json = nlohmann::json::parse(render_json(diags, sources));
  CHECK(json[0]["message"] == "font \ufffd\ufffd\ufffd\ufffd");
  const auto sarif = nlohmann::json::parse(render_sarif({{"a.pdf", diags}}, sources, "1"));
  CHECK(sarif["runs"][0]["results"][0]["message"]["text"] == json[0]["message"]);
}

TEST_CASE("JSON messages carry the same data") {
  SourceMap sources;
  const FileId file = sources.add("a.toml", "zip = 2081\n");
  Diagnostics diags;
  diags.warning(DiagnosticId::BadZip, find(sources, file, "2081"), "a digit is missing", {"five"});
  const auto json = nlohmann::json::parse(render_json(diags, sources));
  CHECK(json.size() == 1);
  CHECK(json[0]["id"] == "bad-zip");
  CHECK(json[0]["severity"] == "warning");
  CHECK(json[0]["at"]["file"] == "a.toml");
  CHECK(json[0]["at"]["column"] == 7);
  CHECK(json[0]["at"]["end_column"] == 11);
  CHECK(json[0]["hints"][0] == "five");
}

TEST_CASE("a hint of what was meant is an edit of what was seen") {
  struct Case {
    const char* text;
    const char* marked;
    const char* message;
    const char* hint;
    const char* edited;  ///< null: there is no edit
  };
  const auto c = GENERATE(values<Case>({
      {"phon = 1", "phon", "unknown key `phon` in `clinic`", "did you mean `phone`?", "phone = 1"},
      {"a = \"{no.wrod | x}\"", "{no.wrod | x}", "the content has no `no.wrod`",
       "did you mean `no.word`?", "a = \"{no.word | x}\""},
      {"t = \"8:00 – 5:00\"", "5:00", "`5:00` is not after `8:00`", "did you mean `17:00`?",
       "t = \"8:00 – 17:00\""},
      {"t = \"5\"", "5", "`5` is wrong", "write it out", nullptr},
      {"t = \"5\"", "5", "this is wrong", "did you mean `6`?", nullptr},
      {"t = \"5\"", "5", "`6` is wrong", "did you mean `7`?", nullptr},
      {"t = \"5\"", "5", "`5` is wrong", "did you mean `\"`?", nullptr},
  }));
  CAPTURE(c.text, c.message);
  SourceMap sources;
  const FileId file = sources.add("a", c.text);
  const Diagnostic wrong{.id = DiagnosticId::BadValue,
                         .message = c.message,
                         .span = find(sources, file, c.marked),
                         .hints = {c.hint}};
  const auto fix = fix_of(wrong, sources);
  REQUIRE(fix.has_value() == (c.edited != nullptr));
  if (!fix) return;
  std::string edited = c.text;
  edited.replace(fix->span.begin, fix->span.end - fix->span.begin, fix->replacement);
  CHECK(edited == c.edited);
}

TEST_CASE("what can't be read is told once, and what is told again gains documents") {
  SourceMap sources;
  const FileId file = sources.add("a", "one two");
  Diagnostics diags;
  diags.add({.id = DiagnosticId::TomlSyntax, .message = "x", .span = {file, 0, 3}});
  diags.close({file, 0, 3});
  diags.error(DiagnosticId::WrongType, {file, 1, 2}, "y");
  CHECK(diags.list().size() == 1);
  for (const char* document : {"a", "b", "a"}) {
    Diagnostic again{.id = DiagnosticId::BadValue, .message = "z", .span = {file, 4, 7}};
    again.documents = {document};
    diags.add(again);
  }
  REQUIRE(diags.list().size() == 2);
  CHECK(diags.list()[1].documents == std::vector<std::string>{"a", "b"});
}

TEST_CASE("places that can't be read may overlap, touch and come in any order") {
  SourceMap sources;
  const FileId before = sources.add("before", "x"), file = sources.add("a", std::string(99, 'x'));
  Diagnostics diags;
  for (const auto& [begin, end] :
       {std::pair{20U, 30U}, {40U, 50U}, {25U, 27U}, {10U, 12U}, {28U, 42U}, {12U, 14U}}) {
    diags.close({file, begin, end});
  }
  std::string open;
  for (std::uint32_t at = 0; at < 60; ++at) {
    const std::size_t count = diags.list().size();
    diags.error(DiagnosticId::BadValue, {file, at, at + 1}, "x");
    if (diags.list().size() > count) open += std::to_string(at) + " ";
  }
  CHECK(open == "0 1 2 3 4 5 6 7 8 9 15 16 17 18 19 51 52 53 54 55 56 57 58 59 ");
  diags.error(DiagnosticId::BadValue, {before, 0, 1}, "x");
  diags.error(DiagnosticId::BadValue, {}, "x");
  CHECK(diags.error_count() == 26);
}

TEST_CASE("what is added while a frame is looked at is about that frame") {
  Diagnostics diags;
  {
    const Diagnostics::InFrame in_frame(diags, "title");
    diags.error(DiagnosticId::BadValue, {}, "one");
  }
  diags.error(DiagnosticId::BadValue, {}, "two");
  CHECK(diags.list()[0].frame == "title");
  CHECK(diags.list()[1].frame.empty());
}

TEST_CASE("every diagnostic has a name of its own and can be found by it") {
  std::set<std::string_view> names;
  for (int i = 0; i < static_cast<int>(DiagnosticId::Count_); ++i) {
    const auto& each = info(static_cast<DiagnosticId>(i));
    CHECK(names.insert(each.name).second);
    CHECK(find_diagnostic(each.name) == each.id);
    CHECK(each.explanation.ends_with('.'));
  }
  CHECK_FALSE(find_diagnostic("no-such-id"));
}

TEST_CASE("paths that leave the project are outside") {
  for (const char* good : {"a", "layouts/a.toml", "a/b/c", "..a/b"}) CHECK(is_inside_project(good));
  for (const char* bad : {"", "/etc/passwd", "..", "../a", "a/../../b", "a/..", "a\\..\\b"}) {
    CAPTURE(bad);
    CHECK_FALSE(is_inside_project(bad));
  }
  CHECK_FALSE(is_inside_project(std::string_view("a\0b", 3)));
}

TEST_CASE("text is read once, without its byte order mark, and only as UTF-8") {
  const MemoryFiles files(
      {{"a", "\xEF\xBB\xBFx"}, {"bad", "ab\xFFz"}, {"big", std::string(5U << 20U, ' ')}});
  SourceMap sources;
  Diagnostics diags;
  const auto first = read_text(files, "a", {}, sources, diags);
  REQUIRE(first);
  CHECK(sources.text(*first) == "x");
  CHECK(read_text(files, "a", {}, sources, diags) == first);
  CHECK_FALSE(diags.has_errors());

  const auto fails_with = [&](const char* path, DiagnosticId id) {
    Diagnostics found;
    CHECK_FALSE(read_text(files, path, {}, sources, found));
    REQUIRE(found.list().size() == 1);
    CHECK(found.list()[0].id == id);
  };
  fails_with("bad", DiagnosticId::NotUtf8);
  fails_with("bad", DiagnosticId::NotUtf8);  // and again: the first reading must not hide it
  fails_with("missing", DiagnosticId::FileMissing);
  fails_with("../a", DiagnosticId::OutsideProject);
  fails_with("big", DiagnosticId::TooLarge);
}
