// SPDX-License-Identifier: MIT
#include "base/read_at.h"

#include <fcntl.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "support/run_program.h"

namespace handbill {

TEST_CASE("bytes of an open file are read from any place, all or none") {
  const test::TempFolder folder;
  folder.write("a", "0123456789");
  const int file = ::open((folder / "a").c_str(), O_RDONLY | O_CLOEXEC);
  REQUIRE(file >= 0);
  const auto read = [&](std::uint64_t at, std::size_t length) {
    std::string bytes(length, ' ');
    return read_at(file, at, bytes) ? bytes : "not there";
  };
  CHECK(read(7, 3) == "789");
  CHECK(read(0, 2) == "01");
  CHECK(read(7, 4) == "not there");
  CHECK(read(10, 0).empty());
  ::close(file);
  CHECK(read(0, 1) == "not there");
}

}  // namespace handbill
