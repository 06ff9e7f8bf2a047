// SPDX-License-Identifier: MIT
// A bakery and a vet, whose facts have the types of [clinic] and [hours] under names of their own.
#include "content/fact_types.h"

#include <catch2/catch.hpp>

#include "content_from.h"

namespace handbill::content::test {
namespace {

using List = std::vector<std::string>;

std::vector<spec::FactSpec> declared() {
  std::vector<spec::FactSpec> facts = spec::built_in_facts();
  for (const auto& [path, type] :
       std::initializer_list<std::pair<const char*, const char*>>{{"bakery", "organisation"},
                                                                  {"bakery.open", "hours"},
                                                                  {"bakery.orders", "phone"},
                                                                  {"shop.place", "address"},
                                                                  {"vet.emergency", "phone"},
                                                                  {"vet.portal", "web"},
                                                                  {"vet.mail", "mail"},
                                                                  {"vet.motto", "text"},
                                                                  {"staff.phone", "phone"},
                                                                  {"branch.open", "hours"}}) {
    facts.push_back({.path = path, .type = type});
  }
  return facts;
}

const std::string kBakery = R"([bakery]
name = "The *Crust*"
phone = "020 7946 0018"
orders = "020 7946 0999"
text = "07911 123456"
booking = "none"

[bakery.address]
street = "12 Mill Lane"
city = "London"
zip = "SW1A 1AA"
country = "GB"

[bakery.open]
monday-friday = "7:00 am – 11:00 am"
saturday = "7:00 am – 1:00 pm"
sunday = "closed"

[[bakery.open.season]]
from = "06-01"
to = "08-31"
saturday = "closed"
)";

}  // namespace

TEST_CASE("A path is what the fact table calls it, whatever its name") {
  const FactTypes types(declared());
  const std::vector<List> cases = {
      {"clinic.phone", "clinic.phone", "phone", "clinic"},
      {"bakery.phone", "clinic.phone", "phone", "bakery"},
      {"bakery.address.zip", "clinic.address.zip", "text", "bakery"},
      {"bakery.open.week", "hours.week", "", "bakery.open"},
      {"bakery.openly", "clinic.openly", "", "bakery"},
      {"shop.place.city", "clinic.address.city", "text", "shop.place"},
      {"vet.emergency", "", "phone", "vet.emergency"},
      {"staff.0.phone", "", "phone", "staff.0.phone"},
      {"branch.1.open.monday", "hours.monday", "hours", "branch.1.open"},
      {"revision.date", "revision.date", "date", ""},
      {"vet.name", "", "", ""},
      {"clinical.phone", "", "", ""}};
  for (const List& each : cases) {
    INFO(each[0]);
    CHECK(types.in_table(each[0]) == each[1]);
    CHECK(types.type(each[0]) == each[2]);
    CHECK(types.owner(each[0]) == each[3]);
  }
  CHECK(types.organisation("bakery.open.week") == "the bakery");
  CHECK(types.organisation("vet.emergency").empty());
}

TEST_CASE("A bakery has all that a clinic has") {
  const auto bakery = typed_content_from(kBakery, declared());
  CHECK(bakery->faults() == List{});
  CHECK(bakery->show("bakery.name") == "The *Crust*");
  CHECK(plain(bakery->show("bakery.phone", "international")) == "+44_20_7946_0018");
  CHECK(bakery->show("bakery.phone", "uri") == "tel:+442079460018");
  CHECK(bakery->show("bakery.orders", "uri") == "tel:+442079460999");
  CHECK(bakery->show("bakery.text", "uri") == "sms:+447911123456");
  CHECK(plain(bakery->show("bakery.address", "city")) == "London SW1A 1AA");
  CHECK(bakery->show("bakery.map_url").find("openstreetmap") != std::string::npos);
  CHECK(bakery->show("bakery.open.closed_days") == "Sunday");
  CHECK(bakery->rows("bakery.open.grouped", {"day"}) ==
        List{"Monday–Friday", "Saturday", "Sunday"});
  CHECK(bakery->content->season("bakery.open").has_value());
  CHECK(bakery->show("bakery.web") ==
        "fact-missing: the content has no `bakery.web` (write `web = \"…\"` under `[bakery]`, or "
        "`web = \"none\"` if the bakery has none)");
}

TEST_CASE("Facts outside of an organisation have their types too") {
  const auto vet = typed_content_from(R"([vet]
emergency = "(202) 555-0143"
portal = "https://vet.example/portal/"
mail = "front@vet.example"
motto = "Paws *first*"

[shop.place]
street = "Hauptstraße 3"
city = "Berlin"
zip = "10115"
country = "DE"

[[staff]]
who = "Front desk"
phone = "030 901820"
)",
                                      declared());
  CHECK(vet->show("vet.portal", "short") == "vet.example/portal");
  CHECK(vet->show("vet.mail") == "front@vet.example");
  CHECK(vet->show("vet.motto") == "Paws *first*");
  CHECK(plain(vet->show("shop.place", "city")) == "10115_Berlin");
  CHECK(plain(vet->rows("staff", {"who", "phone"})) == List{"prose: Front desk | 030_901820"});
}

TEST_CASE("What is wrong with a typed fact is told under the name the user wrote") {
  const std::string wrong = R"([bakery]
name = "Crust"
phne = "1"
fax = "12"
[bakery.address]
street = "1 Mill Lane"
[bakery.open]
monday-saturday = "7:00 am – 11:00 am"
sonday = "closed"
[[bakery.open.special]]
dat = 2026-12-25
[vet]
mail = "nobody"
portal = ""
)";
  const auto bakery = typed_content_from(wrong, declared());
  std::string all;
  for (const std::string& each : bakery->faults()) all += each + "\n";
  INFO(all);
  CHECK(all.find("unknown key `phne` in `bakery`") != all.npos);
  CHECK(all.find("the address has no `city`") != all.npos);
  CHECK(all.find("unknown key `sonday` in `bakery.open`") != all.npos);
  CHECK(all.find("unknown key `dat` in `bakery.open.special`") != all.npos);
  CHECK(all.find("`nobody` is not a mail address") != all.npos);
  CHECK(all.find("`vet.portal` is empty") != all.npos);
  CHECK(all.find("bad-phone `\"12\"`") == all.npos);
  CHECK(all.find("clinic") == all.npos);
}

TEST_CASE("A type can't gainsay the organisation it is in") {
  auto facts = declared();
  facts.push_back({.path = "bakery.phone", .type = "text"});
  facts.push_back({.path = "clinic.address.floor", .type = "text"});
  facts.push_back({.path = "bakery.fax", .type = "phone"});
  CHECK(typed_content_from("", facts)->faults() ==
        List{"bad-value: `bakery.phone` is of the type `phone`, as in every organisation",
             "bad-value: `clinic.address.floor` can't be a fact of its own: an address has fixed "
             "parts"});
}

namespace {

std::vector<spec::FactSpec> price_list() {
  std::vector<spec::FactSpec> facts = spec::built_in_facts();
  facts.push_back({.path = "menu.loaf", .type = "money", .form = "USD"});
  facts.push_back({.path = "menu.breads.price", .type = "money", .form = "USD"});
  facts.push_back({.path = "menu.yen", .type = "money", .form = "JPY"});
  facts.push_back({.path = "menu.since", .type = "date"});
  facts.push_back({.path = "menu.seats", .type = "number"});
  facts.push_back({.path = "menu.licence", .type = "code", .form = "AA-99 999"});
  return facts;
}

}  // namespace

TEST_CASE("A price list tells money, numbers, dates and codes as its language does") {
  const auto menu = typed_content_from(R"([menu]
loaf = "12.50"
yen = 1500
since = "2019-03-01"
seats = 12500
licence = "VT-12 345"

[[menu.breads]]
price = 12.5
[[menu.breads]]
price = "9.00 EUR"
[[menu.breads]]
price = "none"
[[menu.breads]]
price = { blank = "the price of rye" }
)",
                                       price_list());
  CHECK(menu->show("menu.loaf") == "$12.50");
  CHECK(plain(menu->show("menu.loaf", "iso")) == "USD_12.50");
  CHECK(menu->show("menu.loaf", "whole") == "$12.50");
  CHECK(menu->show("menu.yen") == "¥1,500");
  CHECK(plain(menu->show("menu.since")) == "March_1,_2019");
  CHECK(menu->show("menu.since", "iso") == "2019-03-01");
  CHECK(menu->show("menu.seats") == "12,500");
  CHECK(plain(menu->show("menu.licence")) == "VT-12_345");
  CHECK(menu->rows("menu.breads", {"price"})[0] == "$12.50");
  CHECK(menu->rows("menu.breads", {"price"})[1] == "€9.00");
  CHECK(menu->rows("menu.breads", {"price"})[3].starts_with("blank"));
}

TEST_CASE("Amounts and codes that can't be read are told at the wrong part") {
  const std::vector<List> cases = {
      {"loaf = \"12.505\"", "bad-value `12.505`: `12.505` has 3 decimals, and `USD` has 2"},
      {"loaf = 12.505", "bad-value `12.505`: `12.505` has 3 decimals, and `USD` has 2"},
      {"yen = \"15.5\"", "bad-value `15.5`: `15.5` has 1 decimal, and `JPY` has none"},
      {"loaf = \"12 XQX\"", "bad-value `XQX`: `XQX` is not a currency"},
      {"loaf = \"a lot\"", "bad-value `a lot`: `a lot` is not an amount of money"},
      {"loaf = true", "bad-value `true`: `true` or `false` is not an amount of money"},
      {"seats = \"many\"", "bad-value `\"many\"`: `many` is not a number"},
      {"licence = \"V-1\"", "bad-value `\"V-1\"`: `V-1` is not written as `AA-99 999`"},
      {"loaf = \"12.50\"", ""},
      {"licence = \"none\"", ""}};
  for (const List& each : cases) {
    INFO(each[0]);
    const auto menu = typed_content_from("[menu]\n" + each[0] + "\n", price_list());
    CHECK(menu->faults() == (each[1].empty() ? List{} : List{each[1]}));
  }
}

}  // namespace handbill::content::test
