// SPDX-License-Identifier: MIT
#include "diag/carry.h"

#include <catch2/catch.hpp>

namespace handbill::diag {
namespace {

TEST_CASE("What was found with one source map is told with another") {
  SourceMap from, to;
  from.add("first.toml", "first");
  const FileId hours = from.add("hours.toml", "monday = 1\n");
  const FileId house = from.add("house.toml", "ink = 2\n");
  to.add("first.toml", "first");
  Diagnostics found;
  found.add({.id = DiagnosticId::BadValue,
             .message = "seen",
             .span = {hours, 9, 10},
             .labels = {{{house, 0, 3}, "here"}},
             .fix = Fix{{hours, 0, 6}, "friday"}});
  found.warning(DiagnosticId::BadValue, {}, "nowhere");
  const Carried carried(found, from);
  const Diagnostics told = carried.unload(to);
  REQUIRE(told.list().size() == 2);
  const Diagnostic& first = told.list().front();
  CHECK(to.text(first.span) == "1");
  CHECK(to.name(first.span.file) == "hours.toml");
  CHECK(to.text(first.labels.front().span) == "ink");
  CHECK(to.text(first.fix->span) == "monday");
  CHECK_FALSE(told.list().back().span.known());
  CHECK(to.size() == 3);
}

TEST_CASE("A text that is there already is not brought along again, another of its name is") {
  SourceMap from, to;
  const FileId there = from.add("--set", "clinic.phone=1");
  const FileId here = to.add("--set", "clinic.fax=1");
  const FileId same = to.add("--set", "clinic.phone=1");
  SpanMover move(from, to);
  CHECK(move(Span{there, 0, 6}) == Span{same, 0, 6});
  CHECK(move(Span{}) == Span{});
  CHECK(to.size() == 2);
  CHECK(here != same);
}

}  // namespace
}  // namespace handbill::diag
