// SPDX-License-Identifier: MIT
#include "spec/replaced_text.h"

#include <catch2/catch.hpp>

#include "spec/edit_toml.h"
#include "spec/toml_text.h"

using namespace handbill;
using namespace handbill::spec;

namespace {

/// The file with a.b replaced; read again it says what it is to say.
std::string replaced(const std::string& file, const std::string& now) {
  diag::SourceMap sources;
  diag::Diagnostics diags;
  const auto root = read_toml(sources, sources.add("es", file), diags);
  REQUIRE(root);
  const Value* value = root->at_path("a.b");
  REQUIRE(value != nullptr);
  std::string result = edited(file, {replaced_text(file, *value, now)});
  const auto again = read_toml(sources, sources.add("again", result), diags);
  REQUIRE(again);
  CHECK(*again->at_path("a.b")->as_string() == now);
  CHECK(diags.list().empty());
  return result;
}

}  // namespace

TEST_CASE("what does not differ stays as it is written") {
  CHECK(replaced("[a] # one\nb = \"Siete días\" # two\nc = 1\n", "Nueve días") ==
        "[a] # one\nb = \"Nueve días\" # two\nc = 1\n");
  CHECK(replaced("[a]\nb = \"Micro\\u00ADagujas hoy\"\n", "Micro\u00ADagujas siempre") ==
        "[a]\nb = \"Micro\\u00ADagujas siempre\"\n");
  CHECK(replaced("[a]\nb = \"é\"\n", "è") == "[a]\nb = \"è\"\n");
  CHECK(replaced("[a]\nb = \"aa\"\n", "aaa") == "[a]\nb = \"aaa\"\n");
  CHECK(replaced("[a]\nb = \"\"\n", "Sí") == "[a]\nb = \"Sí\"\n");
}

TEST_CASE("texts of several lines keep their lines") {
  const std::string file = "[a]\nb = \"\"\"\nUno dos \\\n  tres.\n\nCuatro.\n\"\"\"\nc = 1\n";
  CHECK(replaced(file, "Uno dos tres.\n\nCinco.\n") ==
        "[a]\nb = \"\"\"\nUno dos \\\n  tres.\n\nCinco.\n\"\"\"\nc = 1\n");
  CHECK(replaced(file, "Uno tres.\n\nCuatro.\n").starts_with("[a]\nb = \"\"\"\nUno "));
  // A space would be lost where the line goes on.
  replaced(file, "Uno dos  tres.\n\nCuatro.\n");
  replaced(file, "Di \"\"\"hola\"\"\"\\\n");
}

TEST_CASE("signs that need it are escaped") {
  CHECK(replaced("[a]\nb = \"x\"\n", "di \"no\" \\ \u00A0y\u200F") ==
        "[a]\nb = \"di \\\"no\\\" \\\\ \\u00A0y\\u200F\"\n");
  CHECK(replaced("[a]\nb = 'x'\n", "it's") == "[a]\nb = \"it's\"\n");
  CHECK(replaced("[a]\nb = \"x\"\n", "uno\ndos") == "[a]\nb = \"uno\\ndos\"\n");
  CHECK(long_toml_string("uno\ndos\n") == "\"\"\"\nuno\ndos\n\"\"\"");
}

TEST_CASE("texts of other scripts are replaced letter by letter") {
  CHECK(replaced("[a]\nb = \"لمدة 7 أيام\"\n", "لمدة 9 أيام") == "[a]\nb = \"لمدة 9 أيام\"\n");
  CHECK(replaced("[a]\nb = \"连续7天\"\n", "连续9天") == "[a]\nb = \"连续9天\"\n");
}
