// SPDX-License-Identifier: MIT
#include "records/outdated.h"

#include <catch2/catch.hpp>

namespace handbill::records {
namespace {

using ToldLines = std::vector<std::string>;
using manifest::Shown;

std::vector<std::string> told_all(
    const Shown& then, const Shown& now,
    const FactNow& fact_now = [](const std::string&) { return std::optional<std::string>(); }) {
  std::vector<std::string> all;
  for (const Change& each : changes(then, now, fact_now))
    all.push_back(told(each, Copies::Several));
  return all;
}

Shown with_facts(std::vector<manifest::ShownFact> facts) {
  Shown shown;
  shown.facts = std::move(facts);
  return shown;
}

Shown with_texts(std::vector<manifest::ShownText> texts) {
  Shown shown;
  shown.texts = std::move(texts);
  return shown;
}

}  // namespace

TEST_CASE("copies that say the same facts and words are right") {
  Shown then = with_facts({{"clinic.phone", "(301) 555-0100", {"front"}}});
  then.texts = {{"care.intro", "en", "Rest.\nDrink.", {}}, {"care.do.0", "en", "Walk.", {}}};
  Shown now = then;
  now.version = {{"revision.date", "later", {}}};
  CHECK(told_all(then, now).empty());
  std::swap(now.texts[0], now.texts[1]);
  CHECK(told_all(then, now).empty());
  now.texts[1].key = "layouts/new.toml#intro";
  CHECK(told_all(then, now).empty());
  now.texts = {{"a", "en", "Rest.", {}}, {"b", "en", "Drink.", {}}, {"c", "en", "Walk.", {}}};
  CHECK(told_all(then, now).empty());
  CHECK(told_all(now, then).empty());
}

TEST_CASE("a fact that differs is told with what it is now") {
  const Shown then = with_facts({{"clinic.phone", "(301) 555-0100", {}}});
  const auto now = [](const char* value) { return with_facts({{"clinic.phone", value, {}}}); };
  CHECK(told_all(then, now("(301) 555-0199")) ==
        ToldLines{"say `clinic.phone` `(301) 555-0100`; it is `(301) 555-0199` now"});
  CHECK(told_all(then, now("")) ==
        ToldLines{"say `clinic.phone` `(301) 555-0100`; it is a blank now"});
  CHECK(told_all(now(""), then) ==
        ToldLines{"say `clinic.phone` a blank; it is `(301) 555-0100` now"});
  CHECK(told_all({}, then) == ToldLines{"do not say `clinic.phone`, which is `(301) 555-0100`"});
  CHECK(told(changes(then, now("1"), {}).front(), Copies::One).starts_with("says `clinic.phone`"));
}

TEST_CASE("a fact that the document shows no longer is right as long as the content has it") {
  const Shown then = with_facts({{"clinic.fax", "1", {}}});
  const auto having = [&](std::optional<std::string> value) {
    return told_all(then, {}, [value](const std::string&) { return value; });
  };
  CHECK(having("1").empty());
  CHECK(having("2") == ToldLines{"say `clinic.fax` `1`; it is `2` now"});
  CHECK(having(std::nullopt) == ToldLines{"say `clinic.fax` `1`, which the content has no longer"});
  // The second entry is another now.
  CHECK(told_all(with_facts({{"prices.1.price", "$5", {}}}), {}, [](const std::string&) {
          return std::optional<std::string>("$7");
        }) == ToldLines{"say `prices.1.price` `$5`, which the content has no longer"});
}

TEST_CASE("an entry of a list is known by what it says, wherever it stands") {
  const auto prices = [](std::vector<std::pair<const char*, const char*>> rows) {
    Shown shown;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const std::string path = "prices." + std::to_string(i);
      shown.facts.push_back({path + ".price", rows[i].second, {}});
      shown.texts.push_back({path + ".name", "en", rows[i].first, {}});
    }
    return shown;
  };
  const Shown then = prices({{"Facial", "$90"}, {"Peel", "$120"}});
  CHECK(told_all(then, prices({{"Peel", "$120"}, {"Facial", "$90"}})).empty());
  CHECK(told_all(then, prices({{"Facial", "$90"}, {"Peel", "$130"}})) ==
        ToldLines{"say `prices.1.price` `$120`; it is `$130` now"});
  CHECK(told_all(then, prices({{"Facial", "$90"}, {"Deep peel", "$120"}})) ==
        ToldLines{"say “Peel” in `prices.1.name`; it is “Deep peel” now"});
  CHECK(told_all(then, prices({{"Wax", "$20"}, {"Facial", "$90"}, {"Peel", "$120"}})) ==
        ToldLines{"do not say `prices.0.price`, which is `$20`",
                  "do not say “Wax”, which the document says now"});
  CHECK(told_all(then, prices({{"Peel", "$120"}})) ==
        ToldLines{"say `prices.0.price` `$90`, which the content has no longer",
                  "say “Facial”, which the document says no longer"});
}

TEST_CASE("of texts the words that differ are told, with some around them") {
  const auto between = [](const char* was, const char* is) {
    return told_all(with_texts({{"care.intro", "en", was, {}}}),
                    with_texts({{"care.intro", "en", is, {}}}));
  };
  CHECK(between("Keep the skin dry for 24 hours after the visit.",
                "Keep the skin dry for 24 minutes after the visit.") ==
        ToldLines{"say “… for 24 hours after the …” in `care.intro`; it is “… for 24 minutes after "
                  "the …” now"});
  CHECK(between("Rest.", "Walk.") == ToldLines{"say “Rest.” in `care.intro`; it is “Walk.” now"});
}

TEST_CASE("copies are counted as people write numbers") {
  CHECK(counted_copies(1) == "1 copy");
  CHECK(counted_copies(0) == "0 copies");
  CHECK(counted_copies(999) == "999 copies");
  CHECK(counted_copies(1000) == "1,000 copies");
  CHECK(counted_copies(1002000000) == "1,002,000,000 copies");
}

}  // namespace handbill::records
