// SPDX-License-Identifier: MIT
// Broken invariants stop the document they are met in, in release builds too: a wrong printed page
// costs more than a missing one.
#pragma once

#include <stdexcept>
#include <string>

namespace handbill {

/// A bug of ours; caught by diag::guarded, for a document, and in main.
struct InternalError : std::logic_error {
  using std::logic_error::logic_error;
};

[[noreturn]] inline void fail_check(const char* condition, const char* why, const char* file,
                                    int line) {
  throw InternalError(std::string(why) + " (" + condition + ") at " + file + ":" +
                      std::to_string(line));
}

}  // namespace handbill

#define HANDBILL_CHECK(condition, why) \
  ((condition) ? void() : ::handbill::fail_check(#condition, why, __FILE__, __LINE__))
