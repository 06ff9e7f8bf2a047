// SPDX-License-Identifier: MIT
// The mutator of the target `compile`: what it makes can be read, and it knows every key.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "diag/render.h"
#include "fuzz/support/mutate.h"
#include "spec/parse_layout.h"
#include "support/golden.h"
#include "support/paths.h"

namespace handbill::fuzz {
namespace {

std::string seed() {
  return test::read_file(test::source_folder() + "/tests/fuzz/corpus/compile/brochure.txt");
}

/// With every table that a value in it may be made of.
void collect_tables(const spec::TableInfo& table, std::set<std::string_view>& met) {
  if (!met.insert(table.name).second) return;
  for (const spec::KeyInfo& key : table.keys) {
    if (const spec::TableInfo* const inner = table_of(table, key)) collect_tables(*inner, met);
  }
}

}  // namespace

TEST_CASE("a tree of TOML is written as it was read") {
  const std::string text =
      "a = \"b\\n\\u0009\\\"é\"\nn = -3\nf = 1.500000\nis = true\nday = 2026-11-22\nlist = [1, "
      "\"x\"]\n[t]\n\"o d\" = { }\n[[t.s]]\nx = 1\n[[t.s]]\n[[t.s.u]]\ny = 2\n";
  const auto root = read_tree(text);
  REQUIRE(root);
  const auto again = read_tree(write_tree(*root));
  REQUIRE(again);
  CHECK(write_tree(*again) == write_tree(*root));
  CHECK(again->find("t")->find("s")->as_array()->size() == 2);
  CHECK(*again->find("a")->as_string() == "b\n\t\"é");
  CHECK_FALSE(read_tree("a = [\nb = 1 2"));
}

TEST_CASE("most changed documents are TOML, and keys stand where the program knows them") {
  int unknown = 0, mistyped = 0, changed = 0, values = 0;
  constexpr int kRuns = 200;
  for (int run = 0; run < kRuns; ++run) {
    Random random(static_cast<unsigned>(run + 1));
    std::string input = seed();
    for (int i = 0; i < 4; ++i) input = mutate_documents(input, random);
    CAPTURE(run, input);
    const auto [layout, content] = split(input);
    REQUIRE(read_tree(layout));
    REQUIRE(read_tree(content));
    changed += input != seed();
    diag::SourceMap sources;
    diag::Diagnostics diags;
    const diag::MemoryFiles files({{"layouts/any.toml", layout}, {"layouts/house.toml", ""}});
    spec::parse_layout(files, "layouts/any.toml", "", sources, diags);
    for (const auto& each : diags.list()) {
      unknown += each.id == diag::DiagnosticId::UnknownKey;
      mistyped += each.id == diag::DiagnosticId::WrongType;
    }
    values += static_cast<int>(std::ranges::count(layout, '='));
  }
  CHECK(changed == kRuns);
  // A few are wanted, or come of entries that are moved.
  CHECK(unknown < values / 50);
  CHECK(mistyped < values / 20);
}

TEST_CASE("every table of a layout is known by the key that holds it") {
  std::set<std::string_view> met;
  collect_tables(*layout_table(), met);
  for (const spec::TableInfo& table : spec::key_tables()) {
    INFO(table.name);
    // Tables of other files come last, those of fonts.toml first.
    if (table.name == "fonts/fonts.toml") break;
    CHECK(met.contains(table.name));
  }
  CHECK(key_of(*table_of(*layout_table(), *key_of(*layout_table(), "style")), "tracking"));
}

}  // namespace handbill::fuzz
