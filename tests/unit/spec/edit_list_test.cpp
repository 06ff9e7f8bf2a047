// SPDX-License-Identifier: MIT
#include "spec/edit_list.h"

#include <catch2/catch.hpp>

namespace handbill::spec {
namespace {

std::string list_after(const std::string& text, Edits (*edit)(const TomlFile&, std::string_view),
                       std::string_view path) {
  diag::SourceMap sources;
  const diag::FileId file = sources.add("a.toml", text);
  diag::Diagnostics diags;
  const auto root = read_toml(sources, file, diags);
  REQUIRE(root);
  const Edits edits = edit({sources, file, *root}, path);
  const std::string after = edits.empty() ? "refused" : edited(text, edits);
  diag::Diagnostics faults;
  diag::SourceMap again;
  if (!edits.empty()) read_toml(again, again.add("a.toml", after), faults);
  CHECK_FALSE(faults.has_errors());
  return after;
}

constexpr const char* kTables =
    "# Of the list.\n[[do]]\ntext = \"one\" # first\n\n# Of two.\n[[do]]\ntext  = \"two\"\n\n"
    "[[do]]\ntext = \"three\"\n\n# Of what follows.\n[else]\na = 1\n";

}  // namespace

TEST_CASE("entries of tables move with their comments, and the list keeps its own") {
  CHECK(list_after(kTables, swap_entries, "do.0") ==
        "# Of the list.\n# Of two.\n[[do]]\ntext  = \"two\"\n\n[[do]]\ntext = \"one\" # first\n\n"
        "[[do]]\ntext = \"three\"\n\n# Of what follows.\n[else]\na = 1\n");
  CHECK(list_after(kTables, remove_entry, "do.0") ==
        "# Of the list.\n# Of two.\n[[do]]\ntext  = \"two\"\n\n"
        "[[do]]\ntext = \"three\"\n\n# Of what follows.\n[else]\na = 1\n");
  CHECK(list_after(kTables, remove_entry, "do.2") ==
        "# Of the list.\n[[do]]\ntext = \"one\" # first\n\n# Of two.\n[[do]]\ntext  = \"two\"\n\n"
        "# Of what follows.\n[else]\na = 1\n");
  CHECK(list_after(kTables, copy_entry, "do.1") ==
        "# Of the list.\n[[do]]\ntext = \"one\" # first\n\n# Of two.\n[[do]]\ntext  = \"two\"\n\n"
        "# Of two.\n[[do]]\ntext  = \"two\"\n\n"
        "[[do]]\ntext = \"three\"\n\n# Of what follows.\n[else]\na = 1\n");
}

TEST_CASE("tables in an entry go with it, and at the end of a file nothing is left") {
  const std::string text = "[[a]]\nx = 1\n[a.sub]\ny = 2\n[[a]]\nx = 3\n\n[[a]]\nx = 4";
  CHECK(list_after(text, swap_entries, "a.0") ==
        "[[a]]\nx = 3\n[[a]]\nx = 1\n[a.sub]\ny = 2\n\n[[a]]\nx = 4");
  CHECK(list_after(text, swap_entries, "a.1") ==
        "[[a]]\nx = 1\n[a.sub]\ny = 2\n[[a]]\nx = 4\n\n[[a]]\nx = 3");
  CHECK(list_after(text, remove_entry, "a.2") == "[[a]]\nx = 1\n[a.sub]\ny = 2\n[[a]]\nx = 3\n");
  CHECK(list_after(text, copy_entry, "a.2") ==
        "[[a]]\nx = 1\n[a.sub]\ny = 2\n[[a]]\nx = 3\n\n[[a]]\nx = 4\n\n[[a]]\nx = 4");
}

TEST_CASE("lines of an array keep their indents, commas and comments") {
  const std::string text = "a = [\n  \"one\", # 1\n  \"two\",\n  \"three\" # 3\n]\nb = 2\n";
  CHECK(list_after(text, swap_entries, "a.1") ==
        "a = [\n  \"one\", # 1\n  \"three\", # 3\n  \"two\"\n]\nb = 2\n");
  CHECK(list_after(text, remove_entry, "a.0") == "a = [\n  \"two\",\n  \"three\" # 3\n]\nb = 2\n");
  CHECK(list_after(text, remove_entry, "a.2") == "a = [\n  \"one\", # 1\n  \"two\",\n]\nb = 2\n");
  CHECK(list_after(text, copy_entry, "a.2") ==
        "a = [\n  \"one\", # 1\n  \"two\",\n  \"three\", # 3\n  \"three\"\n]\nb = 2\n");
  CHECK(list_after(text, copy_entry, "a.0") ==
        "a = [\n  \"one\", # 1\n  \"one\",\n  \"two\",\n  \"three\" # 3\n]\nb = 2\n");
}

TEST_CASE("arrays on one line, and lines of Windows") {
  CHECK(list_after("a = [\"1\", \"2\", \"3\"]\n", remove_entry, "a.1") == "a = [\"1\", \"3\"]\n");
  CHECK(list_after("a = [\"1\", \"2\"]\n", remove_entry, "a.1") == "a = [\"1\"]\n");
  CHECK(list_after("a = [\"1\", \"2\"]\n", copy_entry, "a.0") == "a = [\"1\", \"1\", \"2\"]\n");
  CHECK(list_after("a = [\"1\", \"2\"]\n", swap_entries, "a.0") == "a = [\"2\", \"1\"]\n");
  CHECK(list_after("a = [\r\n  \"1\",\r\n]\r\n", copy_entry, "a.0") ==
        "a = [\r\n  \"1\",\r\n  \"1\",\r\n]\r\n");
}

TEST_CASE("what is no entry of a list is refused") {
  CHECK(list_after("a = [\"1\"]\n", remove_entry, "a.0") == "refused");
  CHECK(list_after("a = [\"1\"]\n", swap_entries, "a.0") == "refused");
  CHECK(list_after("a = [\"1\"]\n", copy_entry, "a.1") == "refused");
  CHECK(list_after("a = \"1\"\n", copy_entry, "a.0") == "refused");
  CHECK(list_after("a = \"1\"\n", copy_entry, "a") == "refused");
  CHECK(list_after("a = [\"1\", \"2\"]\n", copy_entry, "a.-1") == "refused");
}

}  // namespace handbill::spec
