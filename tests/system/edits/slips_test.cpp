// SPDX-License-Identifier: MIT
// Slips of the hand, one a row, as they happen to somebody who knows the content files alone: in
// all languages, of all kinds.
#include <catch2/catch.hpp>

#include "system/edits/staff_edits.h"

namespace handbill::test {
namespace {}  // namespace handbill::test
