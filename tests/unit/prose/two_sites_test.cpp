// SPDX-License-Identifier: MIT
// Documents of one project that type addresses of different web sites.
#include <algorithm>
#include <catch2/catch.hpp>

#include "unit/prose/written_document.h"

namespace handbill::prose {
namespace {

/// What is told of documents that say these, by the rule two-sites: "document: message".
std::vector<std::string> told_of_sites(const std::vector<std::string>& texts) {
  auto rules = rules_of_pack("facts");
  std::erase_if(rules, [](const WordRule& each) { return each.id != "two-sites"; });
  REQUIRE(rules.size() == 1);
  std::vector<Reading> readings;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    readings.push_back(
        read(std::string(1, static_cast<char>('a' + i)), DocumentWriter("en").write(texts[i])));
  }
  const Context context;
  std::vector<Judged> judged;
  for (const Reading& each : readings) judged.push_back({each, context});
  std::vector<std::string> told;
  const auto compared = compare_words(rules, judged);
  for (const auto& each : compared.list()) {
    told.push_back(each.documents.front() + ": " + each.message);
  }
  return told;
}

using ToldSites = std::vector<std::string>;

}  // namespace

TEST_CASE("two sites in two documents are told in the later, with the first") {
  CHECK(told_of_sites({"See glowclinic.com.", "Book at www.glow-spa.net/book."}) ==
        ToldSites{"b: `www.glow-spa.net/book` is on another site than `glowclinic.com`, which "
                  "another document has"});
  CHECK(
      told_of_sites({"Rest.", "See glowclinic.com.", "See glowclinic.org.", "See glowclinic.com."})
          .size() == 1);
}

TEST_CASE("pages of one site, and those that texts refer to, are no second site") {
  CHECK(
      told_of_sites({"See glowclinic.com.", "See https://www.glowclinic.com/aftercare."}).empty());
  CHECK(told_of_sites({"See glowclinic.com.", "See book.glowclinic.com."}).empty());
  CHECK(told_of_sites({"See glowclinic.com.", "See www.cdc.gov/flu and nhs.uk."}).empty());
  CHECK(told_of_sites({"See glowclinic.com.", "See bit.ly/3xYz and aad.org."}).empty());
  CHECK(told_of_sites({"See cdc.gov.", "See glowclinic.com."}).empty());
  CHECK(told_of_sites({"Write to a@glowclinic.com.", "See glow-spa.net."}).empty());
  CHECK(told_of_sites({"See glowclinic.com."}).empty());
}

}  // namespace handbill::prose
