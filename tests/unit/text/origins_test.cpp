// SPDX-License-Identifier: MIT
#include "text/origins.h"

#include <catch2/catch.hpp>

namespace handbill::text {
namespace {

using Kind = Origin::Kind;

constexpr diag::FileId kFile{3};

diag::Span at(std::uint32_t begin, std::uint32_t end, diag::FileId file = kFile) {
  return {file, begin, end};
}

/// "0 typed 10-14, 4 meant 14-20".
std::string words(const Origins& origins) {
  constexpr const char* kNames[] = {"typed", "meant", "fact", "added"};
  std::string text;
  for (const Origin& each : origins.list()) {
    if (!text.empty()) text += ", ";
    text += std::to_string(each.begin) + " " + kNames[static_cast<std::size_t>(each.kind)] + " " +
            std::to_string(each.span.begin) + "-" + std::to_string(each.span.end);
  }
  return text;
}

/// Four letters from 10 on, a sign that six stand for, a fact of two letters, two letters more.
Origins example() {
  Origins origins;
  origins.add({0, Kind::Typed, at(10, 14)});
  origins.add({4, Kind::Meant, at(14, 20)});
  origins.add({7, Kind::Fact, at(20, 34), std::make_shared<const AskedFact>()});
  origins.add({9, Kind::Typed, at(34, 36)});
  return origins;
}

TEST_CASE("what is typed in a row is one origin") {
  Origins origins;
  origins.add({0, Kind::Typed, at(10, 12)});
  origins.add({2, Kind::Typed, at(12, 15)});
  CHECK(words(origins) == "0 typed 10-15");
  SECTION("with a gap between it is not") {
    origins.add({5, Kind::Typed, at(16, 17)});
    CHECK(words(origins) == "0 typed 10-15, 5 typed 16-17");
  }
  SECTION("nor in another file") {
    origins.add({5, Kind::Typed, at(15, 16, diag::FileId{4})});
    CHECK(origins.list().size() == 2);
  }
  SECTION("nor when it is louder") {
    origins.add({5, Kind::Typed, at(15, 16), nullptr, {.strong = true}});
    CHECK(origins.list().size() == 2);
  }
}

TEST_CASE("bytes that stand for one place are one origin, those of two are not") {
  Origins origins;
  origins.add({0, Kind::Meant, at(10, 16)});
  origins.add({2, Kind::Meant, at(10, 16)});
  CHECK(words(origins) == "0 meant 10-16");
  origins.add({4, Kind::Meant, at(16, 18)});
  origins.add({5, Kind::Added, at(16, 18)});
  CHECK(words(origins) == "0 meant 10-16, 4 meant 16-18, 5 added 16-18");
}

TEST_CASE("each byte has the origin it lies in, and its place") {
  const Origins origins = example();
  CHECK(origins.at(0).kind == Kind::Typed);
  CHECK(origins.at(3).kind == Kind::Typed);
  CHECK(origins.at(4).kind == Kind::Meant);
  CHECK(origins.at(8).kind == Kind::Fact);
  CHECK(origins.at(1).part(1, 2) == at(11, 13));
  CHECK(origins.at(5).part(5, 1) == at(14, 20));
  CHECK(origins.at(10).part(10, 1) == at(35, 36));
}

TEST_CASE("a slice is as of a text of its own, wherever it is cut") {
  const Origins origins = example();
  CHECK(words(origins.slice(0, 11)) == words(origins));
  CHECK(words(origins.slice(2, 5)) == "0 typed 12-14, 2 meant 14-20");
  CHECK(words(origins.slice(4, 7)) == "0 meant 14-20");
  CHECK(words(origins.slice(8, 10)) == "0 fact 20-34, 1 typed 34-35");
  CHECK(words(origins.slice(10, 11)) == "0 typed 35-36");
  CHECK(origins.slice(3, 3).empty());
  for (std::size_t cut = 0; cut <= 11; ++cut) {
    Origins whole = origins.slice(0, cut);
    whole.append(origins.slice(cut, 11), cut);
    CHECK(words(whole) == words(origins));
    Origins begun = origins;
    begun.cut(cut);
    CHECK(words(begun) == words(origins.slice(0, cut)));
  }
}

TEST_CASE("the last letter stands for what was left out beside it too") {
  Origins origins;
  origins.add({0, Kind::Typed, at(10, 14)});
  origins.stretch(3, at(14, 17));
  CHECK(words(origins) == "0 typed 10-13, 3 meant 13-17");
  origins.stretch(3, at(12, 13));
  CHECK(words(origins) == "0 typed 10-13, 3 meant 12-17");
  SECTION("but not for what stands in another file") {
    origins.stretch(3, at(17, 18, diag::FileId{4}));
    CHECK(words(origins) == "0 typed 10-13, 3 meant 12-17");
  }
  SECTION("and a fact does not") {
    origins.add({4, Kind::Fact, at(17, 20), std::make_shared<const AskedFact>()});
    origins.stretch(4, at(20, 21));
    CHECK(words(origins) == "0 typed 10-13, 3 meant 12-17, 4 fact 17-20");
  }
}

TEST_CASE("a text without an origin stays so") {
  Origins origins;
  origins.stretch(0, at(1, 2));
  origins.cut(0);
  CHECK(origins.empty());
  CHECK(origins.slice(0, 5).empty());
}

}  // namespace
}  // namespace handbill::text
