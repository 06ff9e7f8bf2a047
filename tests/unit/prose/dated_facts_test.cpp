// SPDX-License-Identifier: MIT
// Days that facts tell: special dates of opening hours, and the day of a revision.
#include <catch2/catch.hpp>

#include "unit/prose/made_leaflet.h"

namespace handbill::prose {
namespace {

/// What the packs say of a document with this content, on a day.
struct DatedContent {
  explicit DatedContent(const std::string& text,
                        std::optional<spec::Date> today = spec::Date{2026, 11, 30}) {
    const diag::MemoryFiles files(
        {{"layouts/layout.toml", "title = \"Test\"\ncontent = [\"content\"]\n"},
         {"content/en/content.toml", text}});
    const auto layout = spec::parse_layout(files, "layouts/layout.toml", "", sources, diags);
    REQUIRE(layout);
    const auto content =
        content::Content::check(spec::parse_content(files, *layout, {}, sources, diags), diags,
                                {.revisions = content::Revisions::NotAsked});
    diags = {};
    const test_leaflets::Leaflet leaflet("leaflet", "Welcome.", "en", sources);
    const Context context{&content, today};
    diags = judge_words(test_leaflets::rules_of_days_and_amounts(), {leaflet.reading(), context});
  }

  /// "rule: what is pointed at -> what is put in"
  std::vector<std::string> told() const {
    std::vector<std::string> all;
    for (const diag::Diagnostic& each : diags.list()) {
      std::string line = each.rule->id + ": " + std::string(sources.text(each.span));
      if (const auto fix = diag::fix_of(each, sources)) line += " -> " + fix->replacement;
      all.push_back(std::move(line));
    }
    return all;
  }

  diag::SourceMap sources;
  diag::Diagnostics diags;
};

std::string special(const std::string& lines) {
  return "[hours]\nmonday-sunday = \"8:00 am – 5:00 pm\"\n[[hours.special]]\n" + lines +
         "hours = \"closed\"\n";
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("special dates are on the holidays that they are named after") {
  CHECK(DatedContent(special("date = 2027-11-27\nname = \"Thanksgiving Day\"\n")).told() ==
        Lines{"federal-holiday: 2027-11-27 -> 2027-11-25"});
  CHECK(DatedContent(special("date = \"2027-12-26\"\nname = \"Christmas\"\n")).told().size() == 1);
  CHECK(DatedContent(special("date = 2027-11-25\nname = \"Thanksgiving Day\"\n")).told().empty());
  CHECK(DatedContent(special("date = 2027-07-05\nname = \"Independence Day (observed)\"\n"))
            .told()
            .empty());
  // Of several days one is that of the holiday.
  CHECK(DatedContent(special("from = 2026-12-24\nto = 2026-12-26\nname = \"Christmas\"\n"))
            .told()
            .empty());
  CHECK(DatedContent(special("from = 2026-12-27\nto = 2026-12-29\nname = \"Christmas\"\n"))
            .told()
            .size() == 1);
  CHECK(DatedContent(special("date = 2027-03-02\nname = \"Staff training\"\n")).told().empty());
  CHECK(DatedContent(special("date = 2027-03-02\n")).told().empty());
}

TEST_CASE("a country has its own holidays") {
  const std::string canada = "[clinic]\nname = \"Test\"\n[clinic.address]\ncountry = \"CA\"\n";
  const std::string october = special("date = 2027-10-11\nname = \"Thanksgiving\"\n");
  CHECK(DatedContent(canada + october).told().empty());
  CHECK(DatedContent(october).told().size() == 1);
  CHECK(DatedContent(canada + special("date = 2027-11-25\nname = \"Thanksgiving\"\n"))
            .told()
            .size() == 1);
}

TEST_CASE("special dates that are past are told of, on the day after the last") {
  const std::string one = special("date = 2026-11-30\nname = \"Training\"\n");
  CHECK(DatedContent(one, spec::Date{2026, 11, 30}).told().empty());
  CHECK(DatedContent(one, spec::Date{2026, 12, 1}).told() == Lines{"past-date: 2026-11-30"});
  CHECK(DatedContent(one, std::nullopt).told().empty());
  const std::string several = special("from = 2026-11-20\nto = 2026-11-30\n");
  CHECK(DatedContent(several, spec::Date{2026, 11, 30}).told().empty());
  CHECK(DatedContent(several, spec::Date{2026, 12, 1}).told().size() == 1);
}

TEST_CASE("a revision is of today at the latest") {
  const std::string revision = "[revision]\ndate = 2026-12-01\n";
  CHECK(DatedContent(revision, spec::Date{2026, 11, 30}).told() ==
        Lines{"date-to-come: 2026-12-01"});
  CHECK(DatedContent(revision, spec::Date{2026, 12, 1}).told().empty());
  CHECK(DatedContent(revision, std::nullopt).told().empty());
}

TEST_CASE("what is wrong in the pack itself is reported") {
  const auto reported = [](const std::string& rule) {
    const diag::MemoryFiles files(
        {{"layouts/rules/own.toml", "title = \"Own\"\n[word_rule.own]\n" + rule}});
    diag::SourceMap sources;
    diag::Diagnostics reported;
    const auto pack = spec::parse_rules(files, "own", {}, sources, reported);
    REQUIRE(pack);
    word_rules(*pack, "own", reported);
    return !reported.list().empty();
  };
  CHECK_FALSE(reported("check = \"date-is\"\nmeasure = \"past\"\n"));
  CHECK(reported("check = \"date-is\"\nmeasure = \"pastt\"\n"));
  CHECK(reported("check = \"date-is\"\n"));
  CHECK_FALSE(reported("check = \"amount-within\"\nswap = { \"spf\" = \"15 to 100\" }\n"));
  CHECK(reported("check = \"amount-within\"\nswap = { \"spf\" = \"15 or 100\" }\n"));
  CHECK_FALSE(
      reported("check = \"date-is\"\nmeasure = \"holiday\"\nswap = { \"fest\" = \"may 1\" }\n"));
  CHECK(reported(
      "check = \"date-is\"\nmeasure = \"holiday\"\nswap = { \"fest\" = \"first may\" }\n"));
}

}  // namespace handbill::prose
