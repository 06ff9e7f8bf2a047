// SPDX-License-Identifier: MIT
#include "base/base64.h"

#include <catch2/catch.hpp>

namespace handbill {

TEST_CASE("bytes are written in base 64 as RFC 4648 has it, and read back") {
  const auto encoded = [](std::string_view bytes) {
    std::string out;
    append_base64(out, bytes);
    CHECK(from_base64(out) == std::string(bytes));
    return out;
  };
  CHECK(encoded("") == "");
  CHECK(encoded("f") == "Zg==");
  CHECK(encoded("fo") == "Zm8=");
  CHECK(encoded("foo") == "Zm9v");
  CHECK(encoded("foobar") == "Zm9vYmFy");
  CHECK(encoded("\xff\xef\xbf") == "/++/");
}

TEST_CASE("what is no base 64 is not read as it") {
  for (const char* bad : {"Z", "Zg", "Zg=", "Z===", "Zg==Zg==", "Zm9v\n", "Zm 9", "Zm-v", "=g=="}) {
    INFO(bad);
    CHECK_FALSE(from_base64(bad));
  }
}

}  // namespace handbill
