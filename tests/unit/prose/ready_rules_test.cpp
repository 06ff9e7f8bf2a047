// SPDX-License-Identifier: MIT
// Packs that are ready, against their TOML; and rules that are read when they are asked for.
#include "spec/ready_rules.h"

#include <catch2/catch.hpp>
#include <regex>

#include "prose/rule_pack.h"
#include "spec/known_names.h"
#include "unit/prose/written_document.h"

namespace handbill::prose {
namespace {

const diag::DiskFiles& shipped_files() {
  static const diag::DiskFiles kFiles({test::source_folder()});
  return kFiles;
}

/// What a pack says of words, without the places where it is written.
std::string said_by(spec::RulePackSpec pack, const diag::SourceMap& sources) {
  pack.classes.clear();
  pack.rules.clear();
  for (auto& each : pack.word_rules) {
    each.value.found.clear();
    each.value.sound.clear();
  }
  return std::regex_replace(spec::dump(pack, sources), std::regex("  [^ ]*[0-9]+:[0-9]+\n"), "\n");
}

std::string ready_typing() {
  const auto ready = spec::find_ready(spec::ready_folders(), "typing", shipped_files());
  REQUIRE(ready);
  return spec::ready_form(*ready, shipped_files(), {"layouts/rules/typing.toml"});
}

}  // namespace

TEST_CASE("a pack that is ready says what its TOML says") {
  std::size_t rules = 0;
  for (const std::string& name : spec::names_in(shipped_files(), "layouts/rules")) {
    INFO(name);
    diag::SourceMap sources;
    diag::Diagnostics diags;
    const auto written = spec::parse_rules(shipped_files(), name, {}, sources, diags);
    const auto ready = spec::find_ready(spec::ready_folders(), name, shipped_files());
    REQUIRE(written);
    REQUIRE(ready);
    CHECK(said_by(*ready, sources) == said_by(*written, sources));
    rules += ready->word_rules.size();
  }
  CHECK(rules > 100);
}

TEST_CASE("a pack is ready for the files it was made of alone") {
  const std::string bytes = ready_typing();
  const auto own = shipped_files().read("layouts/rules/typing.toml").bytes;
  REQUIRE(own);
  const auto is_ready = [&](std::string_view form, const std::string& text) {
    return spec::read_ready(form, diag::MemoryFiles({{"layouts/rules/typing.toml", text}}))
        .has_value();
  };
  CHECK(is_ready(bytes, *own));
  CHECK(!is_ready(bytes, *own + "\n"));
  CHECK(!spec::read_ready(bytes,
                          diag::MemoryFiles(std::map<std::string, std::string, std::less<>>())));
  CHECK(!is_ready(std::string_view(bytes).substr(0, bytes.size() - 1), *own));
  CHECK(!is_ready(bytes.substr(1), *own));
  CHECK(!is_ready("", *own));
  CHECK(!spec::find_ready(spec::ready_folders(), "no-such-pack", shipped_files()));
}

TEST_CASE("a rule is read for a document in one of its languages") {
  const std::string text = R"(
title = "Own"
[word_rule.all]
check   = "existence"
words   = ["one"]
message = "x"
[word_rule.spanish]
check     = "existence"
languages = ["es"]
words     = ["uno"]
message   = "x"
[word_rule.item]
check     = "existence"
languages = ["es"]
words     = ["uno"]
message   = "x"
item      = "1"
[word_rule.quiet]
check   = "existence"
level   = "off"
words   = ["one"]
message = "x"
)";
  const diag::MemoryFiles files({{"layouts/rules/own.toml", text}});
  diag::SourceMap sources;
  diag::Diagnostics diags;
  RulePack pack("own", spec::parse_rules(files, "own", {}, sources, diags).value());
  REQUIRE(pack.size() == 4);
  const std::vector<bool> in_english{true, false, true, false}, in_spanish{true, true, true, false};
  for (std::size_t i = 0; i < pack.size(); ++i) {
    INFO(pack.id(i));
    CHECK((pack.find(i, {"en-US"}, diags) != nullptr) == in_english[i]);
    CHECK((pack.find(i, {"en-US", "es"}, diags) != nullptr) == in_spanish[i]);
    CHECK((pack.find(i, {"en-US"}, diags) != nullptr) == in_english[i]);
  }
  CHECK(diags.list().empty());
}

}  // namespace handbill::prose
