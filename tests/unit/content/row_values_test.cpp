// SPDX-License-Identifier: MIT
// Values without a type in the formats that read them, and what rows of a list come to.
#include <catch2/catch.hpp>

#include "content_from.h"

namespace handbill::content::test {
namespace {

const std::string kPrices = R"(
prices = { a = 12.5, b = 1250, c = "40.00", d = "30 EUR", e = "free", f = 20 }
[[list]]
name = "b2"
price = 4
[[list]]
name = "a"
price = "2.50"
[[list]]
name = "b10"
)";

}  // namespace

TEST_CASE("money without a type is in the currency of the country, or in the one that is named") {
  const auto content = content_from(kPrices, "en-US");
  CHECK(content->show("prices.a", "money") == "$12.50");
  CHECK(content->show("prices.b", "money whole") == "$1,250");
  CHECK(content->show("prices.a", "money whole") == "$12.50");
  CHECK(content->show("prices.c", "money EUR whole") == "€40");
  CHECK(content->show("prices.d", "money") == "€30.00");
  CHECK(plain(content->show("prices.d", "money CHF iso")) == "EUR_30.00");
  CHECK(content->show("prices.e", "money") ==
        "bad-value: `free` is not an amount of money (write digits, with a point before the cents: "
        "`12.50` or `12.50 EUR`)");
  CHECK(content->show("prices.a", "money eur") ==
        "bad-interpolation: `eur` can't stand behind the format `money` (`money` takes a currency, "
        "and `whole` or `iso`: `money EUR whole`)");
}

TEST_CASE("numbers and percentages are written as the language does") {
  const auto english = content_from(kPrices, "en-US");
  CHECK(english->show("prices.b", "number") == "1,250");
  CHECK(english->show("prices.f", "percent") == "20%");
  const auto german = content_from(kPrices, "de-DE");
  CHECK(plain(german->show("prices.b", "money")) == "1.250,00_€");
  CHECK(plain(german->show("prices.f", "percent")) == "20_%");
  const auto chinese = content_from(kPrices, "zh-CN");
  CHECK(chinese->show("prices.b", "money") == "¥1,250.00");
  CHECK(chinese->show("prices.f", "percent") == "20%");
}

TEST_CASE("what tells of several rows counts and sums them") {
  const auto checked = content_from(kPrices, "en-US");
  diag::Diagnostics diags;
  auto rows = *checked->content->rows("list", {}, diags);
  rows.pop_back();
  const FactRow told{.group = &rows};
  CHECK(checked->show("count", "", &told) == "2");
  CHECK(checked->show("sum price", "", &told) == "6.5");
  CHECK(checked->show("sum price", "money", &told) == "$6.50");
  CHECK(checked->show("sum price") ==
        "bad-interpolation: there are no rows here to sum (sums stand in the `group_header`, "
        "`group_footer` or `footer` of a table)");
}

TEST_CASE("rows are sorted as the language sorts words, numbers by their size") {
  const auto checked = content_from(kPrices, "en-US");
  const auto sorted = [&](std::vector<spec::Text> keys) {
    diag::Diagnostics diags;
    auto rows = *checked->content->rows("list", {}, diags);
    checked->content->sort(rows, keys, diags);
    std::string names;
    for (const FactRow& row : rows) names += *row.row->find("name")->as_string() + " ";
    for (const auto& each : diags.list()) names += each.message;
    return names;
  };
  CHECK(sorted({{"name"}}) == "a b2 b10 ");
  CHECK(sorted({{"-name"}}) == "b10 b2 a ");
  CHECK(sorted({{"price"}}) == "a b2 b10 ");
  CHECK(sorted({{"-price"}}) == "b2 a b10 ");
  CHECK(sorted({{"prize"}}) == "b2 a b10 no entry has `prize`");
}

TEST_CASE("rows that the program makes are sorted and summed by what they are") {
  const auto checked = content_from(kPrices, "en-US");
  const auto row = [](const char* title, std::int64_t page) {
    return FactRow{.computed = {{"title", std::string(title)}, {"page", page}}};
  };
  std::vector<FactRow> rows = {row("b2", 9), row("a", 10), row("b10", 1)};
  const auto sorted = [&](const char* key) {
    diag::Diagnostics diags;
    std::vector<FactRow> copy = rows;
    checked->content->sort(copy, {{key}}, diags);
    std::string titles;
    for (const FactRow& each : copy) {
      titles += std::get<std::string>(each.computed.front().value) + " ";
    }
    for (const auto& each : diags.list()) titles += each.message + " " + each.hints.front();
    return titles;
  };
  CHECK(sorted("title") == "a b2 b10 ");
  CHECK(sorted("-title") == "b10 b2 a ");
  CHECK(sorted("page") == "b10 b2 a ");
  CHECK(sorted("-page") == "a b2 b10 ");
  CHECK(sorted("titel") == "b2 a b10 no entry has `titel` did you mean `title`?");
  const FactRow told{.group = &rows};
  CHECK(checked->show("sum page", "", &told) == "20");
  CHECK(checked->show("sum title", "", &told) ==
        "bad-interpolation: `title` is no number, and has no sum");
}

}  // namespace handbill::content::test
