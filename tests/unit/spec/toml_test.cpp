// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "spec/toml_text.h"
#include "spec/value.h"

namespace handbill::spec {
namespace {

struct ReadToml {
  diag::SourceMap sources{};
  diag::Diagnostics diags{};
  std::optional<Value> root{};

  explicit ReadToml(const std::string& text) {
    root = read_toml(sources, sources.add("t.toml", text), diags);
  }

  const Value& value(std::string_view path) const {
    REQUIRE(root.has_value());
    const Value* found = root->at_path(path);
    REQUIRE(found != nullptr);
    return *found;
  }
};

}  // namespace

TEST_CASE("A file is read as it was before, and its faults are told to each who reads it") {
  struct Case {
    const char* text;
    std::size_t faults;
    bool is_kept;
  };
  const Case cases[] = {{"a = ['é', { b = 1 }]\n[t]\nc = 2026-11-22\n", 0, true},
                        {"", 0, true},
                        {"a = 12:30:00\nb = 1\n", 1, false},      // a type that is not for us
                        {"a = \nb = 1\n", 1, false},              // no TOML
                        {"a = \"\\u0007\"\nb = 1\n", 1, false}};  // what can't be printed
  for (const Case& c : cases) {
    INFO(c.text);
    diag::SourceMap sources;
    const diag::FileId file = sources.add("t.toml", c.text);
    diag::Diagnostics first, second;
    const auto one = read_toml(sources, file, first), two = read_toml(sources, file, second);
    CHECK((sources.made_of(file) != nullptr) == c.is_kept);
    CHECK(first.list().size() == c.faults);
    CHECK(second.list().size() == c.faults);
    REQUIRE((one && two));
    CHECK(one->span == two->span);
    REQUIRE(one->as_table()->size() == two->as_table()->size());
    for (std::size_t i = 0; i < one->as_table()->size(); ++i) {
      CHECK((*one->as_table())[i].value.span == (*two->as_table())[i].value.span);
      CHECK((*one->as_table())[i].value.data.index() == (*two->as_table())[i].value.data.index());
    }
  }
}

TEST_CASE("Each byte of a string knows its place in the source") {
  struct Case {
    const char* literal;
    const char* text;
    const char* part;    ///< of the text
    const char* source;  ///< of that part
  };
  const auto [literal, text, part, source] = GENERATE(values<Case>({
      {R"("plain")", "plain", "lai", "lai"},
      {R"('li\teral')", "li\\teral", "\\t", "\\t"},
      {R"("a\tb\"c\\d")", "a\tb\"c\\d", "\"c\\", "\\\"c\\\\"},
      {R"("\u00e9\U0001F600!")", "é😀!", "😀", "\\U0001F600"},
      {R"("\t\n!")", "\t\n!", "\t\n", "\\t\\n"},
      {"\"käse\"", "käse", "äs", "äs"},
      {"\"\"\"\none\ntwo\"\"\"", "one\ntwo", "two", "two"},
      {"\"\"\"\r\none\r\ntwo\"\"\"", "one\ntwo", "e\ntw", "e\r\ntw"},
      {"\"\"\"one \\\n\n  \t two\"\"\"", "one two", "two", "two"},
      {"\"\"\"one \\  \r\n  two\"\"\"", "one two", "two", "two"},
      {"\"\"\"a \"quote\" b\"\"\"", "a \"quote\" b", "\"quote\"", "\"quote\""},
      {"\"\"\"ends \"quoted\"\"\"\"", "ends \"quoted\"", "quoted", "quoted"},
      {"'''\n'one'\n\\two''''", "'one'\n\\two'", "\\two'", "\\two'"},
      {"''''''", "", "", ""},
      {"\"\"", "", "", ""},
      {"''", "", "", ""},
  }));
  CAPTURE(literal);
  const ReadToml read("first = 'é'\nkey = " + std::string(literal) + " # comment\nafter = 1\n");
  const Value& value = read.value("key");
  REQUIRE(value.as_string() != nullptr);
  CHECK(*value.as_string() == text);
  CHECK(read.sources.text(value.span) == literal);
  REQUIRE(value.source_offsets.size() == value.as_string()->size() + 1);
  const std::size_t begin = value.as_string()->find(part);
  REQUIRE(begin != std::string::npos);
  CHECK(read.sources.text(value.part(begin, begin + std::string(part).size())) == source);
}

TEST_CASE("A part never reaches outside the string") {
  const ReadToml read("key = \"abc\"\n");
  const Value& value = read.value("key");
  CHECK(read.sources.text(value.part(1, 99)) == "bc");
  CHECK(read.sources.text(value.part(99, 1)) == "");
}

TEST_CASE("Values keep the order and the places of the source") {
  const ReadToml read("z = 1\na.y = 2\n[m]\nk = [1, 2.5, true, 2026-02-28]\n");
  REQUIRE(read.root.has_value());
  const Value::Table& table = *read.root->as_table();
  REQUIRE(table.size() == 3);
  CHECK(table[0].key == "z");
  CHECK(table[1].key == "a");
  CHECK(table[2].key == "m");
  CHECK(read.sources.text(table[1].key_span) == "a");
  CHECK(read.sources.text(read.value("m.k").span) == "[1, 2.5, true, 2026-02-28]");
  CHECK(read.value("m.k.1").as_number() == 2.5);
  CHECK(std::get<Date>(read.value("m.k.3").data) == Date{2026, 2, 28});
  CHECK(read.root->at_path("m.k.4") == nullptr);
  CHECK(read.root->at_path("m.k.x") == nullptr);
  CHECK(read.root->at_path("m.k.-1") == nullptr);
  CHECK(read.root->at_path("z.z") == nullptr);
  CHECK(read.root->at_path("") == nullptr);
}

TEST_CASE("A file of faults alone is read in time, and most are not kept") {
  std::string text;
  for (int i = 0; i < 60'000; ++i) text += "a" + std::to_string(i) + "=inf\n";
  const ReadToml read(text);
  CHECK(read.root.has_value());
  CHECK(read.diags.error_count() == 10'000);
}

TEST_CASE("An empty file is an empty table") {
  const ReadToml read("");
  REQUIRE(read.root.has_value());
  CHECK(read.root->as_table()->empty());
}

TEST_CASE("Merging lays keys over keys and replaces everything else") {
  const ReadToml base(
      "a = 1\nb = { x = 1, y = { p = 1, q = 2 } }\nlist = [1, 2]\n[[side]]\nn = 1\n");
  const ReadToml over(
      "b = { y = { q = 3 }, z = 4 }\nlist = [9]\nc = 5\n[[side]]\nm = 2\n[a]\nt = 1\n");
  const Value merged = merge(*base.root, *over.root);
  CHECK(merged.at_path("a.t")->as_number() == 1);
  CHECK(merged.at_path("b.x")->as_number() == 1);
  CHECK(merged.at_path("b.y.p")->as_number() == 1);
  CHECK(merged.at_path("b.y.q")->as_number() == 3);
  CHECK(merged.at_path("b.z")->as_number() == 4);
  CHECK(merged.at_path("list")->as_array()->size() == 1);
  CHECK(merged.at_path("side.0.n") == nullptr);
  CHECK(merged.at_path("side.0.m")->as_number() == 2);
  CHECK(merged.as_table()->front().key == "a");
  CHECK(merged.as_table()->back().key == "c");
}

TEST_CASE("What toml++ would recurse too deep over is refused before it is read") {
  const auto repeated = [](const std::string& part, int times) {
    std::string result;
    for (int i = 0; i < times; ++i) result += part;
    return result;
  };
  const std::string deep =
      GENERATE_COPY("a = " + repeated("[", 100'000), "a = " + repeated("{a=", 100'000),
                    "a" + repeated(".a", 100'000) + " = 1", "[a" + repeated(" . a", 100'000) + "]",
                    "[a" + repeated(".\"a\"", 100'000) + "]",
                    "x = 'a'\n" + repeated("[[x.a]]\n", 30'000), repeated("a.b = 1\n", 30'000));
  const ReadToml read(deep);
  CHECK_FALSE(read.root.has_value());
  REQUIRE(read.diags.list().size() == 1);
  const auto id = read.diags.list().front().id;
  CHECK((id == diag::DiagnosticId::TooLarge));
}

TEST_CASE("A file has twenty thousand tables at most") {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "[a]\n";
  CHECK_FALSE(find_excess(text));
  const auto above = find_excess(text + "[a]\n");
  REQUIRE(above);
  CHECK(above->message == "the file has more than 20,000 tables");
}

TEST_CASE("Dots and brackets in strings and comments are no nesting") {
  const std::string dots(200, '.');
  const std::string brackets(200, '[');
  for (const std::string& text : {dots, brackets}) {
    CAPTURE(text.front());
    CHECK_FALSE(find_excess("a = \"" + text + "\"\n"));
    CHECK_FALSE(find_excess("a = \"\\\"" + text + "\"\n"));
    CHECK_FALSE(find_excess("a = '" + text + "\\'\nb = '" + text + "'\n"));
    CHECK_FALSE(find_excess("a = \"\"\"\n\"" + text + "\"\n\"\"\"\"\"\n# " + text + "\nb = 1\n"));
    CHECK_FALSE(find_excess("a = '''\n" + text + "\n'''\n# " + text));
    CHECK(find_excess("a = ''''''" + text));
  }
}

TEST_CASE("Long lines and many values are read in good time") {
  std::string ascii = "a = [";
  std::string accents = "b = 'ä'\na = [";
  for (int i = 0; i < 200'000; ++i) {
    ascii += "1,";
    accents += "'é',";
  }
  // A quadratic conversion of columns would take minutes here.
  CHECK(ReadToml(ascii + "]\n").value("a").as_array()->size() == 200'000);
  CHECK(ReadToml(accents + "]\n").value("a").as_array()->size() == 200'000);
}

}  // namespace handbill::spec
