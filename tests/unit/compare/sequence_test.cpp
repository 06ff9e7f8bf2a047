// SPDX-License-Identifier: MIT
#include "compare/sequence.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <ctime>
#include <random>
#include <string>

namespace handbill::compare {
namespace {

using Items = std::vector<std::uint32_t>;

Items items(const std::string& letters) { return {letters.begin(), letters.end()}; }

/// "abc" to "axc": "a-b+xc".
std::string told(const std::string& before, const std::string& after) {
  std::string text;
  std::size_t at = 0;
  for (const Hunk& hunk : differences(items(before), items(after))) {
    text += before.substr(at, hunk.old_begin - at);
    const std::string gone = before.substr(hunk.old_begin, hunk.old_end - hunk.old_begin);
    const std::string come = after.substr(hunk.new_begin, hunk.new_end - hunk.new_begin);
    text += (gone.empty() ? "" : "-" + gone) + (come.empty() ? "" : "+" + come) + ".";
    at = hunk.old_end;
  }
  return text + before.substr(at);
}

TEST_CASE("sequences differ in what was taken out and put in") {
  struct Row {
    const char *before, *after, *told;
  };
  const Row rows[] = {{"", "", ""},
                      {"abc", "abc", "abc"},
                      {"", "ab", "+ab."},
                      {"ab", "", "-ab."},
                      {"abc", "axc", "a-b+x.c"},
                      {"abc", "ac", "a-b.c"},
                      {"ac", "abc", "a+b.c"},
                      {"abcdef", "xbcdey", "-a+x.bcde-f+y."},
                      {"abcabba", "cbabac", "-ab.c-a.b+a.ba+c."},
                      {"ab", "ba", "-a.b+a."}};
  for (const Row& row : rows) {
    CAPTURE(row.before, row.after);
    CHECK(told(row.before, row.after) == row.told);
  }
}

/// The length of the longest common subsequence, by the plain table.
std::size_t common(const Items& a, const Items& b) {
  std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      table[i][j] = a[i - 1] == b[j - 1] ? table[i - 1][j - 1] + 1
                                         : std::max(table[i - 1][j], table[i][j - 1]);
    }
  }
  return table.back().back();
}

struct Applied {
  Items items;
  std::size_t edits = 0;
};

/// What the hunks make of `before`.
Applied applied(const Items& before, const Items& after, const std::vector<Hunk>& hunks) {
  Applied result;
  std::size_t at = 0;
  for (const Hunk& hunk : hunks) {
    for (; at < hunk.old_begin; ++at) result.items.push_back(before[at]);
    for (std::size_t i = hunk.new_begin; i < hunk.new_end; ++i) result.items.push_back(after[i]);
    result.edits += hunk.old_end - hunk.old_begin + hunk.new_end - hunk.new_begin;
    at = hunk.old_end;
  }
  for (; at < before.size(); ++at) result.items.push_back(before[at]);
  return result;
}

Items random_items(std::mt19937& random, std::size_t most, std::uint32_t kinds) {
  Items list(random() % (most + 1));
  for (std::uint32_t& each : list) each = static_cast<std::uint32_t>(random() % kinds);
  return list;
}

TEST_CASE("the edits lead from one sequence to the other, and are the fewest") {
  std::mt19937 random(18);
  for (int round = 0; round < 400; ++round) {
    const std::uint32_t kinds = 1 + static_cast<std::uint32_t>(random() % 6);
    const Items before = random_items(random, 40, kinds), after = random_items(random, 40, kinds);
    const Applied made = applied(before, after, differences(before, after));
    CAPTURE(round);
    CHECK(made.items == after);
    CHECK(made.edits == before.size() + after.size() - 2 * common(before, after));
  }
}

/// Of the processor.
double seconds_for(const Items& before, const Items& after) {
  const std::clock_t start = std::clock();
  const auto hunks = differences(before, after);
  const std::clock_t time = std::clock() - start;
  REQUIRE(applied(before, after, hunks).items == after);
  return static_cast<double>(time) / CLOCKS_PER_SEC;
}

TEST_CASE("a hundred thousand words are compared in a moment, however many of them changed") {
  std::mt19937 random(3);
  Items before(100'000);
  for (std::uint32_t& each : before) each = static_cast<std::uint32_t>(random() % 5000);
  Items few = before, other = before;
  for (int i = 0; i < 100; ++i) few[random() % few.size()] = 9'999;
  for (std::uint32_t& each : other) each = static_cast<std::uint32_t>(random() % 5000);
  Items none(100'000, 7'777);
  // Of the processor; several times what it takes without optimisation.
  CHECK(seconds_for(before, few) < 2);
  CHECK(seconds_for(before, other) < 20);
  CHECK(seconds_for(before, none) < 20);
}

}  // namespace
}  // namespace handbill::compare
