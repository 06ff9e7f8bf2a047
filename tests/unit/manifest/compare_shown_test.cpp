// SPDX-License-Identifier: MIT
#include "manifest/compare_shown.h"

#include <catch2/catch.hpp>

namespace handbill::manifest {
namespace {

using Strings = std::vector<std::string>;

/// "clinic.phone=1" is a fact, "care.intro:Rest." a text, on the front.
Shown shown_with(const Strings& lines) {
  Shown shown;
  for (const std::string& line : lines) {
    const std::size_t at = line.find_first_of("=:");
    const std::string key = line.substr(0, at), words = line.substr(at + 1);
    if (line[at] == '=') {
      shown.facts.push_back({key, words, {"front"}});
    } else {
      shown.texts.push_back({key, "en", words, {"front"}});
    }
  }
  return shown;
}

std::string line_of(const ShownDifference& each) {
  const auto said = [](const std::optional<std::string>& words) { return words.value_or("-"); };
  if (each.of == ShownDifference::Of::Order) return each.key + " before " + said(each.is);
  return each.key + (each.of == ShownDifference::Of::Fact ? " = " : " : ") + said(each.was) +
         " > " + said(each.is);
}

struct CompareCase {
  const char* what;
  Strings then, now, expected;
};

}  // namespace

TEST_CASE("what differs is told by path, and nothing else is") {
  const CompareCase cases[] = {
      {"nothing", {"a.b=1", "c:x"}, {"a.b=1", "c:x"}, {}},
      {"a fact", {"a.b=1", "a.c=2"}, {"a.b=3", "a.c=2"}, {"a.b = 1 > 3"}},
      {"a blank that was filled in", {"a.b="}, {"a.b=3"}, {"a.b =  > 3"}},
      {"one that is gone, and one that is new",
       {"a.b=1"},
       {"a.c=1"},
       {"a.b = 1 > -", "a.c = - > 1"}},
      {"a text", {"c:x"}, {"c:y"}, {"c : x > y"}},
      {"a text in place of a fact", {"c=x"}, {"c:x"}, {"c = x > -", "c : - > x"}},
      {"the order alone", {"c:x", "d:y"}, {"d:y", "c:x"}, {"d before c"}},
      {"the order, when there is more to say", {"c:x", "d:y"}, {"d:z", "c:x"}, {"d : y > z"}},
      {"words of layouts, whatever dots their files have",
       {"layouts/a.b.toml#box:x"},
       {"layouts/a.b.toml#box:y"},
       {"layouts/a.b.toml#box : x > y"}},
  };
  for (const CompareCase& each : cases) {
    INFO(each.what);
    Strings found;
    for (const ShownDifference& one : compare(shown_with(each.then), shown_with(each.now))) {
      found.push_back(line_of(one));
    }
    CHECK(found == each.expected);
  }
}

TEST_CASE("entries of a list are known by what they say") {
  const Strings list = {"l.0.t:a", "l.0.p=1", "l.1.t:b", "l.1.p=2", "l.2.t:c", "l.2.p=3"};
  const CompareCase cases[] = {
      {"one more before the others",
       list,
       {"l.0.t:n", "l.0.p=9", "l.1.t:a", "l.1.p=1", "l.2.t:b", "l.2.p=2", "l.3.t:c", "l.3.p=3"},
       {"l.0.p = - > 9", "l.0.t : - > n"}},
      {"one less",
       list,
       {"l.0.t:b", "l.0.p=2", "l.1.t:c", "l.1.p=3"},
       {"l.0.p = 1 > -", "l.0.t : a > -"}},
      {"one more, and another changed",
       list,
       {"l.0.t:n", "l.0.p=9", "l.1.t:a", "l.1.p=1", "l.2.t:b", "l.2.p=7", "l.3.t:c", "l.3.p=3"},
       {"l.2.p = 2 > 7", "l.0.p = - > 9", "l.0.t : - > n"}},
      {"two that have changed places",
       list,
       {"l.0.t:b", "l.0.p=2", "l.1.t:a", "l.1.p=1", "l.2.t:c", "l.2.p=3"},
       {"l.0.t before l.1.t"}},
      {"prices that have",
       list,
       {"l.0.t:a", "l.0.p=2", "l.1.t:b", "l.1.p=1", "l.2.t:c", "l.2.p=3"},
       {"l.0.p = 1 > 2", "l.1.p = 2 > 1"}},
      {"more than nine", {"l.9.t:a", "l.10.t:b"}, {"l.9.t:a", "l.10.t:c"}, {"l.10.t : b > c"}},
      {"a list in a list",
       {"l.0.m.0.t:a", "l.0.m.1.t:b"},
       {"l.0.m.0.t:x", "l.0.m.1.t:a", "l.0.m.2.t:b"},
       {"l.0.m.0.t : - > x"}},
      {"entries that say the same", {"l.0.t:a", "l.1.t:a"}, {"l.0.t:a"}, {"l.1.t : a > -"}},
  };
  for (const CompareCase& each : cases) {
    INFO(each.what);
    Strings found;
    for (const ShownDifference& one : compare(shown_with(each.then), shown_with(each.now))) {
      found.push_back(line_of(one));
    }
    CHECK(found == each.expected);
  }
}

TEST_CASE("what differs says where it stands, and the version is no difference") {
  Shown then = shown_with({"a.b=1"}), now = shown_with({"a.b=2"});
  now.facts[0].places = {"back"};
  then.version = {{"revision.date", "May 1", {}}};
  CHECK(compare(then, now).at(0).places == Strings{"front"});
  CHECK(compare({}, now).at(0).places == Strings{"back"});
  now.facts[0].value = "1";
  CHECK(compare(then, now).empty());
}

}  // namespace handbill::manifest
