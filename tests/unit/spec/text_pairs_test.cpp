// SPDX-License-Identifier: MIT
#include "spec/text_pairs.h"

#include <catch2/catch.hpp>

using namespace handbill;
using namespace handbill::spec;

namespace {

using Lines = std::vector<std::string>;

/// "path: source = translation".
Lines paired(const std::string& original, const std::string& translation,
             const std::string& layout = "") {
  diag::SourceMap sources;
  diag::Diagnostics diags;
  sources.add("layouts/main.toml", layout);
  const auto theirs = read_toml(sources, sources.add("en", original), diags);
  const auto ours = read_toml(sources, sources.add("es", translation), diags);
  REQUIRE(theirs);
  REQUIRE(ours);
  const auto facts = built_in_facts();
  const auto keys = keys_of_files(sources);
  Lines lines;
  for (const TextPair& each : text_pairs(*theirs, &*ours, {facts, keys})) {
    const std::string own = each.translation != nullptr ? *each.translation->as_string() : "none";
    lines.push_back(each.path + ": " + *each.source->as_string() + " = " + own);
  }
  return lines;
}

}  // namespace

TEST_CASE("texts stand beside their translations") {
  CHECK(paired("[a]\nb = \"Yes\"\nc = [\"One\", \"Two\"]\n[[a.d]]\ntext = \"Go\"\n",
               "[a]\nb = \"Sí\"\nc = [\"Uno\", \"Dos\"]\n[[a.d]]\ntext = \"Vaya\"\n") ==
        Lines{"a.b: Yes = Sí", "a.c.0: One = Uno", "a.c.1: Two = Dos", "a.d.0.text: Go = Vaya"});
}

TEST_CASE("of lists of another length no entry is paired") {
  CHECK(paired("[a]\nc = [\"One\", \"Two\"]\n", "[a]\nc = [\"Dos\"]\n") ==
        Lines{"a.c.0: One = none", "a.c.1: Two = none"});
}

TEST_CASE("what is no text to translate is left out") {
  CHECK(paired("[revision]\nnote = \"x\"\n[abbreviations]\nHIV = \"x\"\n[clinic]\nphone = \"x\"\n"
               "[notice.language]\ntext = \"x\"\n[a]\nn = \"12\"\nk = 5\n"
               "e = { blank = \"a name\" }\n",
               "") == Lines{});
}

TEST_CASE("what names a file in a layout is left out") {
  const std::string text = "[[a.b]]\nicon = \"rest\"\nsay = \"rest\"\n";
  CHECK(paired(text, "", "art = \"art/step-{icon}.svg\"\ntext = \"{say}\"\n") ==
        Lines{"a.b.0.say: rest = none"});
  CHECK(paired(text, "", "text = \"![x](art/{b.icon | lower}.svg) {say}.\"\n") ==
        Lines{"a.b.0.say: rest = none"});
  CHECK(paired(text, "").size() == 2);
}

TEST_CASE("names of special dates are found by their first day") {
  CHECK(paired("[hours]\nmonday = \"closed\"\nsaturday = { hours = \"9–5\", note = \"laser\" }\n"
               "[[hours.special]]\ndate = 2026-12-24\nname = \"Eve\"\n"
               "[[hours.special]]\ndate = 2026-12-25\nname = \"Christmas\"\n",
               "[[hours.special]]\ndate = 2026-12-25\nname = \"Navidad\"\n") ==
        Lines{"hours.saturday.note: laser = none", "hours.special.2026-12-24.name: Eve = none",
              "hours.special.2026-12-25.name: Christmas = Navidad"});
}
