// SPDX-License-Identifier: MIT
// Staff edits of texts that no longer have the room they stand in.
#include <catch2/catch.hpp>

#include "system/edits/staff_edits.h"

namespace handbill::test {
namespace {

const std::string kAftercare = "content/en/aftercare.toml";
const std::string kTreatment = "content/en/microneedling.toml";

Change entries(const std::string& list, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) {
    text += "\n[[aftercare." + list + "]] # " + std::to_string(i + 1) +
            "\ntext = \"Keep your hands off your face.\"\nfor  = \"for 7 days\"\n";
  }
  return {kAftercare, "", text};
}

const StaffEdit kRoom[] = {
    {.name = "a tagline of six lines",
     .changes =
         {{kTreatment, "Fresh support for your skin’s own repair",
           "Fresh support for your skin’s own repair, for softer lines and smaller pores, for "
           "dark spots that fade and scars that show less, for a smoother and firmer skin that "
           "feels and looks like your own, in a few calm visits with time to heal between "
           "them, and with someone to call whenever you are not sure"}},
     .command = "build treatment-brochure",
     .says = {{"error", "ink-over-edge", kTreatment + ": tagline", "a drawing"}}},
    {.name = "six things more not to do",
     .changes = {entries("dont", 6)},
     .command = "build aftercare-sheet",
     .says = {{"error", "overset", kAftercare + ": [[aftercare.dont]] # 5",
               "`aftercare.dont` has 11 entries, there is room for 9"}}},
    {.name = "one thing more to do",
     .changes = {entries("do", 1)},
     .command = "build aftercare-sheet",
     .reads = {"Keep your hands off your face."}},
};

}  // namespace

TEST_CASE("text that has outgrown its room is told of where it is written") { check_edits(kRoom); }

}  // namespace handbill::test
