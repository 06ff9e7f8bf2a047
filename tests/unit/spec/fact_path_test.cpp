// SPDX-License-Identifier: MIT
#include "spec/fact_path.h"

#include <catch2/catch.hpp>

using namespace handbill;
using namespace handbill::spec;

TEST_CASE("the innermost value that a place begins in is named") {
  const std::string text =
      "[aftercare]\n"
      "do = [{ text = \"cool\" }, { text = [\"a\", \"b\"] }]\n"
      "note = \"x\" # words\n"
      "[aftercare.late]\n"
      "one.two = 5\n"
      "[[visit]]\n"
      "on = 1\n"
      "[[visit]]\n"
      "on = 2\n";
  diag::SourceMap sources;
  diag::Diagnostics diags;
  const diag::FileId before = sources.add("other", std::string(500, ' '));
  const diag::FileId file = sources.add("content", text);
  auto root = read_toml(sources, file, diags);
  REQUIRE(root);
  ContentSpec content;
  content.files.push_back({});
  content.files.back().root = *std::move(root);
  const FactPaths facts(content);
  struct Case {
    const char* at;  ///< the place begins at its `|`, which the text does not have
    const char* path;
  };
  const Case cases[] = {
      {"[|aftercare]\ndo", "aftercare"},
      {"|do = [", "aftercare.do"},
      {"do = |[{", "aftercare.do"},
      {"[|{ text = \"cool\"", "aftercare.do.0"},
      {"{ text = |\"cool\"", "aftercare.do.0.text"},
      {"{ text = \"co|ol\"", "aftercare.do.0.text"},
      {"}, |{ text", "aftercare.do.1"},
      {"\"a\", |\"b\"", "aftercare.do.1.text.1"},
      {"note = |\"x\"", "aftercare.note"},
      {"# wo|rds", ""},
      {"one.|two", "aftercare.late.one.two"},
      {"two = |5", "aftercare.late.one.two"},
      {"on = |1", "visit.0.on"},
      {"|on = 2", "visit.1.on"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.at);
    std::string part = each.at;
    const std::size_t bar = part.find('|');
    part.erase(bar, 1);
    const auto found = text.find(part);
    REQUIRE(found != text.npos);
    const auto at = static_cast<std::uint32_t>(found + bar);
    CHECK(facts.path_of({file, at, at + 1}) == each.path);
    CHECK(facts.path_of({before, at, at + 1}).empty());
  }
  CHECK(facts.path_of({}).empty());
  CHECK(FactPaths(ContentSpec{}).path_of({file, 0, 1}).empty());
}
