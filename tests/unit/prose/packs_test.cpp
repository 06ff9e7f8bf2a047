// SPDX-License-Identifier: MIT
// The packs that come with the program: each rule does what its own examples say.
#include <catch2/catch.hpp>
#include <filesystem>

#include "diag/render.h"
#include "prose/checks.h"
#include "prose/word_rules.h"
#include "support/paths.h"

namespace handbill::prose {
namespace {

std::vector<std::string> shipped_packs() {
  std::vector<std::string> names;
  for (const auto& entry :
       std::filesystem::directory_iterator(test::source_folder() + "/layouts/rules")) {
    names.push_back(entry.path().stem().string());
  }
  return names;
}

}  // namespace

TEST_CASE("every rule over words finds what its examples say, and nothing in what is sound") {
  const diag::DiskFiles files({test::source_folder()});
  std::size_t rules_tried = 0;
  for (const std::string& name : shipped_packs()) {
    diag::SourceMap sources;
    diag::Diagnostics diags;
    const auto pack = spec::parse_rules(files, name, {}, sources, diags);
    REQUIRE(pack);
    const std::vector<WordRule> rules = word_rules(*pack, name, diags);
    try_examples(rules, diags);
    rules_tried += rules.size();
    INFO(diag::render(diags, sources, diag::Paint::Plain));
    CHECK(diags.list().empty());
  }
  CHECK(rules_tried > 0);
}

TEST_CASE("checks have names of their own, and say what they look for") {
  for (const WordCheck& each : word_checks()) {
    CAPTURE(each.name);
    CHECK(find_word_check(each.name) == &each);
    CHECK(!each.doc.empty());
    CHECK((each.judge != nullptr) != (each.compare != nullptr));
  }
  CHECK(find_word_check("no-such-check") == nullptr);
}

}  // namespace handbill::prose
