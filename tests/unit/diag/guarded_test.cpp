// SPDX-License-Identifier: MIT
#include "diag/guarded.h"

#include <catch2/catch.hpp>
#include <new>

#include "base/check.h"

namespace handbill::diag {

TEST_CASE("a fault of the program is a message, and what was found before it stays") {
  Diagnostics diags;
  CHECK(guarded(diags, [&] { diags.warning(DiagnosticId::BadZip, {}, "odd"); }));
  CHECK_FALSE(diags.has_errors());
  CHECK_FALSE(guarded(diags, [] { HANDBILL_CHECK(1 > 2, "numbers are in order"); }));
  CHECK_FALSE(guarded(diags, [] { throw std::bad_alloc(); }));
  CHECK_FALSE(guarded(diags, [] { throw 1; }));
  REQUIRE(diags.list().size() == 4);
  CHECK(diags.list()[1].id == DiagnosticId::ProgramFault);
  CHECK(diags.list()[1].message.starts_with("a fault of the program: numbers are in order ("));
  CHECK(diags.list()[2].id == DiagnosticId::TooLarge);
  CHECK(diags.list()[3].id == DiagnosticId::ProgramFault);
}

TEST_CASE("work that is stopped is no fault, and whoever stopped it learns of it") {
  Diagnostics diags;
  CHECK_THROWS_AS(guarded(diags, [] { throw Stopped(); }), Stopped);
  CHECK(diags.list().empty());
}

}  // namespace handbill::diag
