// SPDX-License-Identifier: MIT
// tests/golden/hours/<week>/content.toml: each fact and each row of the hours, in four languages,
// says something, does not exist, or is refused. What it says is expected.txt.
#include <algorithm>
#include <catch2/catch.hpp>

#include "content/day_names.h"
#include "content/fact_table.h"
#include "content_from.h"
#include "support/golden.h"

using namespace handbill;
using namespace handbill::content;
using namespace handbill::content::test;

namespace {

constexpr std::array<const char*, 4> kLanguages = {"en", "es", "zh", "ar"};

/// The facts of the hours that a text may ask for.
std::vector<std::string> single_facts() {
  std::vector<std::string> paths;
  for (const FactInfo& fact : known_facts()) {
    const bool is_asked = fact.kind == FactInfo::Kind::Computed && fact.name.starts_with("hours.");
    if (is_asked && fact.name != "hours.monday") paths.emplace_back(fact.name);
  }
  for (const std::string& day : day_keys()) paths.push_back("hours." + day);
  return paths;
}

/// A row of a table by its keys.
class Row {
 public:
  Row(Checked& content, const FactRow& scope) : content_(content), scope_(scope) {}

  bool has(std::string_view key) const {
    return std::ranges::find(scope_.computed, key, &RowFact::key) != scope_.computed.end();
  }
  std::string show(std::string_view key, std::string_view format = "") const {
    return has(key) ? plain(content_.show(key, format, &scope_)) : "";
  }
  bool says(std::string_view key) const { return !show(key).empty(); }

  /// "day=Monday; open=8:00_am (8:00)": what is not empty.
  std::string text() const {
    std::string text;
    for (const RowFact& fact : scope_.computed) {
      std::string words = show(fact.key);
      if (words.empty()) continue;
      if (std::holds_alternative<RowTime>(fact.value)) {
        words += " (" + show(fact.key, "clock") + ")";
      } else if (std::holds_alternative<DateRange>(fact.value)) {
        words += " (" + show(fact.key, "short") + ")";
      } else if (std::holds_alternative<Untold>(fact.value)) {
        words = "refused";
      }
      text += (text.empty() ? "" : "; ") + std::string(fact.key) + "=" + words;
    }
    return text;
  }

 private:
  Checked& content_;
  const FactRow& scope_;
};

/// Columns that belong together: one of them says something, or the day is closed.
void check_columns(const Row& row, const std::vector<std::string_view>& keys) {
  const bool is_closed = row.show("state") == "closed";
  INFO(keys.front());
  CHECK((is_closed ||
         std::ranges::any_of(keys, [&](std::string_view key) { return row.says(key); })));
}

void check_row(const Row& row) {
  if (row.has("summary")) {
    CHECK(row.says("dates"));
    CHECK(row.says("summary"));
    CHECK(row.says("changes"));
    return;
  }
  CHECK(row.says("state"));
  if (row.has("span")) {
    CHECK((row.says("span") || row.says("words") || row.says("remark")));
    CHECK(row.says("open") == row.says("span"));
    CHECK(row.says("close") == row.says("span"));
    return;
  }
  CHECK(row.says("times"));
  CHECK((row.says("day") || row.says("date")));
  CHECK(row.says("closed") == (row.show("state") == "closed"));
  check_columns(row, {"open"});
  check_columns(row, {"close"});
  check_columns(row, {"morning_open", "afternoon_open"});
  check_columns(row, {"morning_close", "afternoon_close"});
}

std::string rows_of(Checked& content, std::string_view path) {
  diag::Diagnostics diags;
  const auto rows = content.content->rows(path, {}, diags);
  REQUIRE(rows);
  std::string text;
  for (const FactRow& scope : *rows) {
    const Row row(content, scope);
    INFO(row.text());
    check_row(row);
    text += "    " + row.text() + "\n";
  }
  return text;
}

std::string told_in(const std::string& toml, const char* language) {
  const auto content = content_from(toml, language);
  CHECK(content->faults().empty());
  std::string text = std::string(language) + "\n";
  for (const std::string& path : single_facts()) {
    INFO(path);
    const std::string words = plain(content->show(path));
    CHECK_FALSE(words.empty());
    text += "  " + path.substr(6) + ": " + words + "\n";
  }
  for (const FactInfo& fact : known_facts()) {
    if (fact.kind != FactInfo::Kind::List) continue;
    INFO(fact.name);
    const std::string rows = rows_of(*content, fact.name);
    // Rows of single days say what the days say above, and rows of groups.
    if (!rows.empty() && fact.name != "hours.week")
      text += "  " + std::string(fact.name) + "\n" + rows;
  }
  return text;
}

}  // namespace

TEST_CASE("Every fact of every kind of week says something in every language") {
  const auto weeks = handbill::test::golden_cases("hours");
  REQUIRE(weeks.size() >= 12);
  for (const auto& folder : weeks) {
    std::string actual;
    for (const char* language : kLanguages) {
      INFO(folder.filename().string() << " " << language);
      actual += told_in(handbill::test::read_file(folder / "content.toml"), language);
    }
    if (const auto difference =
            handbill::test::golden_difference(folder / "expected.txt", actual)) {
      FAIL_CHECK(*difference);
    }
  }
}
