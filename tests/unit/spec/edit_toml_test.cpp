// SPDX-License-Identifier: MIT
#include "spec/edit_toml.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "support/paths.h"

namespace handbill::spec {
namespace {

struct EditedToml {
  diag::SourceMap sources;
  diag::FileId file{};
  Value root;

  explicit EditedToml(const std::string& text) {
    file = sources.add("a.toml", text);
    diag::Diagnostics diags;
    auto read = read_toml(sources, file, diags);
    INFO(text);
    REQUIRE(read);
    REQUIRE_FALSE(diags.has_errors());
    root = std::move(*read);
  }
  TomlFile toml() const { return {sources, file, root}; }
};

std::string with(const std::string& text, std::string_view path, std::string_view literal) {
  const EditedToml read(text);
  const auto edit = set_value(read.toml(), path, literal);
  return edit ? edited(text, {*edit}) : "refused";
}

std::string with_text(const std::string& text, std::string_view path, std::string_view words) {
  const EditedToml read(text);
  const auto edit = set_text(read.toml(), path, words);
  return edit ? edited(text, {*edit}) : "refused";
}

/// All of it but the places.
std::string values_of(const Value& root) {
  std::string out;
  std::vector<std::pair<std::string, const Value*>> open = {{"", &root}};
  while (!open.empty()) {
    const auto [path, value] = open.back();
    open.pop_back();
    if (const auto* table = value->as_table()) {
      for (const Entry& entry : *table) open.emplace_back(path + "." + entry.key, &entry.value);
    } else if (const auto* array = value->as_array()) {
      for (std::size_t i = 0; i < array->size(); ++i) {
        open.emplace_back(path + "." + std::to_string(i), &(*array)[i]);
      }
    } else {
      const std::string* text = value->as_string();
      out += path + "=" + (text != nullptr ? *text : std::string(value->type_name())) + "\n";
    }
  }
  return out;
}

void texts_below(const Value& value, const std::string& path, std::vector<std::string>& paths) {
  if (value.as_string() != nullptr) paths.push_back(path);
  const std::string dot = path.empty() ? "" : ".";
  if (const auto* table = value.as_table()) {
    for (const Entry& entry : *table) texts_below(entry.value, path + dot + entry.key, paths);
  } else if (const auto* array = value.as_array()) {
    for (std::size_t i = 0; i < array->size(); ++i) {
      texts_below((*array)[i], path + dot + std::to_string(i), paths);
    }
  }
}

std::string bytes_at(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("a value is changed where it stands, with its comment behind it") {
  const std::string text = "[a]\nkey   = \"old\" # why\n# next\nb = [1, 2]\n";
  CHECK(with(text, "a.key", "true") == "[a]\nkey   = true # why\n# next\nb = [1, 2]\n");
  CHECK(with(text, "a.b.1", "3") == "[a]\nkey   = \"old\" # why\n# next\nb = [1, 3]\n");
  CHECK(with(text, "a.b", "[]") == "[a]\nkey   = \"old\" # why\n# next\nb = []\n");
  CHECK(with("a = { b = 1, c = 2 }\n", "a.c", "3") == "a = { b = 1, c = 3 }\n");
  CHECK(with("p = { blank = \"the number\" }\n", "p", "\"1\"") == "p = \"1\"\n");
}

TEST_CASE("a key that is not there comes behind the last of its table, in its column") {
  CHECK(with("[a]\nname   = 1\nphone  = 2 # x\n\n[b]\nc = 3\n", "a.web", "4") ==
        "[a]\nname   = 1\nphone  = 2 # x\nweb    = 4\n\n[b]\nc = 3\n");
  CHECK(with("[a]\nn = 1\n[b]\n", "a.longer", "4") == "[a]\nn = 1\nlonger = 4\n[b]\n");
  CHECK(with("[a]\nb    = 1\nlong = 2\n", "a.c", "4") == "[a]\nb    = 1\nlong = 2\nc    = 4\n");
  CHECK(with("[z]\ny    = 1\n[a]\nlong = 2\n", "a.c", "4") ==
        "[z]\ny    = 1\n[a]\nlong = 2\nc = 4\n");
  CHECK(with("[a]\n  in = 1\n", "a.b", "4") == "[a]\n  in = 1\n  b = 4\n");
  CHECK(with("[a] # head\n", "a.b", "4") == "[a] # head\nb = 4\n");
  CHECK(with("[a]", "a.b", "4") == "[a]\nb = 4");
  CHECK(with("[[a]]\nx = 1\n[[a]]\nx = 2\n", "a.0.y", "4") ==
        "[[a]]\nx = 1\ny = 4\n[[a]]\nx = 2\n");
  CHECK(with("[a]\nt = \"\"\"\n[b]\n\"\"\"\n[c]\nd = 1\n", "a.z", "4") ==
        "[a]\nt = \"\"\"\n[b]\n\"\"\"\nz = 4\n[c]\nd = 1\n");
  CHECK(with("x = 1\n[a]\n", "y", "4") == "x = 1\ny = 4\n[a]\n");
  CHECK(with("# head\n\n[a]\nb = 1\n", "y", "4") == "# head\n\ny = 4\n\n[a]\nb = 1\n");
  CHECK(with("[a]\nb = 1\n", "a.two words", "4") == "[a]\nb = 1\n\"two words\" = 4\n");
}

TEST_CASE("tables in braces take another key before the brace") {
  CHECK(with("a = { b = 1 }\n", "a.c", "2") == "a = { b = 1, c = 2 }\n");
  CHECK(with("a = {b = 1}\n", "a.c", "2") == "a = {b = 1, c = 2 }\n");
  CHECK(with("a = {}\n", "a.c", "2") == "a = { c = 2 }\n");
}

TEST_CASE("a table that is not there comes at the end of the file") {
  CHECK(with("[a]\nb = 1\n", "revision.status", "\"draft\"") ==
        "[a]\nb = 1\n\n[revision]\nstatus = \"draft\"\n");
  CHECK(with("", "a.b", "1") == "[a]\nb = 1\n");
  CHECK(with("[a]\nb = 1", "a.c.d", "2") == "[a]\nb = 1\n\n[a.c]\nd = 2\n");
  CHECK(with("", "two words.b] c.d", "1") == "[\"two words\".\"b] c\"]\nd = 1\n");
}

TEST_CASE("what has no place is refused") {
  const std::string text = "[a]\nb = 1\n[[c]]\nd = 2\n";
  CHECK(with(text, "a", "1") == "refused");
  CHECK(with(text, "c", "1") == "refused");
  CHECK(with(text, "a.b.c", "1") == "refused");
  CHECK(with(text, "c.1.d", "1") == "refused");
  CHECK(with(text, "e.0.d", "1") == "refused");
  for (const char* path : {"a.", ".d", ".", "e..d", "a.x\ny", "x\ny.d", "a.\u202Ex", "a.\x7F"}) {
    INFO(path);
    CHECK(with(text, path, "1") == "refused");
  }
}

TEST_CASE("a key has as many parts as a file may have") {
  std::string path = "a";
  for (int i = 1; i < 64; ++i) path += ".a";
  const std::string made = with("", path, "1");
  CHECK(EditedToml(made).root.at_path(path) != nullptr);
  CHECK(with("", path + ".a", "1") == "refused");
}

TEST_CASE("files with line ends of Windows keep them") {
  CHECK(with("[a]\r\nb = 1\r\n", "a.c", "2") == "[a]\r\nb = 1\r\nc = 2\r\n");
  CHECK(with_text("a = \"b\"\r\n", "a", "c\nd") == "a = \"\"\"\r\nc\r\nd\"\"\"\r\n");
}

TEST_CASE("a text keeps its kind of quotes where they can say it") {
  CHECK(with_text("a = 'b'\n", "a", "c \\ \"d\"") == "a = 'c \\ \"d\"'\n");
  CHECK(with_text("a = 'b'\n", "a", "it's") == "a = \"it's\"\n");
  CHECK(with_text("a = \"b\"\n", "a", "c \"d\" \\ \x1F") == "a = \"c \\\"d\\\" \\\\ \\u001F\"\n");
  CHECK(with_text("a = \"\"\"\nb\n\"\"\"\n", "a", "c \"d\" \"\"\" e\"") ==
        "a = \"\"\"\nc \"d\" \\\"\\\"\" e\"\n\"\"\"\n");
  CHECK(with_text("a = '''\nb'''\n", "a", "c\nd") == "a = '''\nc\nd'''\n");
}

TEST_CASE("lines that were folded are folded anew") {
  const std::string old(50, 'x');
  const std::string folded = "a = \"\"\"\n" + old + " yyyyyyyyy \\\nz\n\"\"\"\n";
  const std::string words = std::string(40, 'a') + " " + std::string(30, 'b') + " c";
  CHECK(with_text(folded, "a", words) ==
        "a = \"\"\"\n" + std::string(40, 'a') + " \\\n" + std::string(30, 'b') + " c\n\"\"\"\n");
}

TEST_CASE("edits of one file are made together") {
  const std::string text = "[a]\nb = 1\nc = 2\n";
  const EditedToml read(text);
  CHECK(edited(text, {*set_value(read.toml(), "a.c", "4"), *set_value(read.toml(), "a.b", "3"),
                      *set_value(read.toml(), "a.d", "5"), *set_value(read.toml(), "a.e", "6")}) ==
        "[a]\nb = 3\nc = 4\nd = 5\ne = 6\n");
}

TEST_CASE("each text of the shipped content can be any other, and nothing else changes") {
  namespace fs = std::filesystem;
  const std::vector<std::string> words = {
      "short", "", " \"\"\" ''' \\ \\n # [x] = {y}",
      "two\n\nparagraphs, the second of which is as long as a line of a page and longer than that, "
      "with \"quotes\" in it\n",
      "\xD8\xA7\xD9\x84\xD8\xB9\xD9\x86\xD8\xA7\xD9\x8A\xD8\xA9 \xE4\xBD\xA0\xE5\xA5\xBD"};
  std::size_t tried = 0;
  for (const auto& found : fs::recursive_directory_iterator(test::source_folder() + "/content")) {
    if (found.path().extension() != ".toml") continue;
    const std::string text = bytes_at(found.path());
    const EditedToml before(text);
    std::vector<std::string> paths;
    texts_below(before.root, "", paths);
    for (const std::string& path : paths) {
      const std::string& each = words[tried++ % words.size()];
      INFO(found.path() << " " << path << ": " << each);
      const auto edit = set_text(before.toml(), path, each);
      REQUIRE(edit);
      const EditedToml after(edited(text, {*edit}));
      const std::string* now = after.root.at_path(path)->as_string();
      REQUIRE(now != nullptr);
      const bool ends_line = before.root.at_path(path)->as_string()->ends_with('\n');
      CHECK(*now == each + (ends_line && !each.ends_with('\n') ? "\n" : ""));
      if (each.ends_with('\n')) continue;  // and so would the old one
      const auto back = set_text(after.toml(), path, *before.root.at_path(path)->as_string());
      const EditedToml again(edited(after.sources.text(after.file), {*back}));
      CHECK(values_of(again.root) == values_of(before.root));
    }
  }
  CHECK(tried > 200);
}

}  // namespace handbill::spec
