// SPDX-License-Identifier: MIT
// Staff edits that take words away, or add more than a document shows.
#include <catch2/catch.hpp>

#include "system/edits/staff_edits.h"

namespace handbill::test {
namespace {

const StaffEdit kEmptyTexts[] = {
    {.name = "what not to do is emptied, and for how long stays",
     .changes = {{kAftercare, "\"Wear makeup.\"", "\"\""}},
     .command = "build aftercare-sheet",
     .says = {{"error", "bad-value", kAftercare + ": text = \"\"",
               "`text` of this entry is empty"}}},
    {.name = "how long is emptied",
     .changes = {{kAftercare, "\"for 3 nights\"", "\" \""}},
     .command = "build aftercare-sheet",
     .says = {{"error", "bad-value", kAftercare + ": for  = \" \"",
               "`for` of this entry is empty"}}},
    {.name = "whom to call in an emergency is emptied",
     .changes = {{kAftercare, "\"Call 911 at once.\"", "\"\""}},
     .command = "build aftercare-sheet",
     .says = {{"error", "bad-value", kAftercare + ": text = \"\"", "take the whole entry out"}}},
    {.name = "the name of the treatment is emptied",
     .changes = {{kBrochure, "\"Micro\\u00ADneedling\"", "\"\""}},
     .command = "build treatment-brochure",
     .says = {{"error", "bad-value", kBrochure + ": name", "`treatment.name` is empty"}}},
    {.name = "the title of the sign is emptied",
     .changes = {{kHours, "\"Office hours\"", "\"\""}},
     .command = "build hours-placard",
     .says = {{"error", "bad-value", kHours + ": title", "`sign.title` is empty"}}},
    {.name = "a heading holds a hard space alone",
     .changes = {{kBrochure, "\"How it works\"", "\"\u00A0\""}},
     .command = "build treatment-brochure",
     .says = {{"error", "bad-value",
               kBrochure + ": how      =", "`treatment.headings.how` is empty"}}},
    {.name = "an entry of a list of texts is emptied",
     .changes = {{kBrochure, "\"are sunburned\"", "\"\""}},
     .command = "build treatment-brochure",
     .says = {{"error", "bad-value", kBrochure + ": wait = [", "this entry is empty"}},
     .by_hand =
         [](const ProjectCopy& project) {
           project.edit(kBrochure,
                        "wait = [\n  \"are pregnant or breastfeeding\",\n  \"have acne, a cold "
                        "sore or infection there\",\n  \"take isotretinoin or blood thinners\",\n  "
                        "\"form raised scars (keloids)\",\n",
                        "wait = [ \"are pregnant\",");
         }},
    {.name = "a text between three quotes is emptied",
     .changes = {{kBrochure,
                  "Redness, dry skin and mild swelling are common. Bruises, infection, scars and "
                  "dark patches can \\\nhappen.\n",
                  ""}},
     .command = "build treatment-brochure",
     .says = {{"error", "bad-value", kBrochure + ": risks", "`treatment.risks` is empty"}}},
    {.name = "the title of a benefit is emptied",
     .changes = {{kBrochure, "\"Firmer skin\"", "\"\""}},
     .command = "build treatment-brochure",
     .says = {{"error", "bad-value", kBrochure + ": title = \"\"",
               "`title` of this entry is empty"}}},
    {.name = "the drawing of a step is emptied",
     .changes = {{kAftercare, "icon = \"1\"", "icon = \"\""}},
     .command = "build aftercare-sheet",
     .says = {{"error", "bad-value", kAftercare + ": icon = \"\"",
               "`icon` of this entry is empty"}}},
    {.name = "a text no document prints is empty",
     .changes = {{kAftercare, "[aftercare]\n", "[aftercare]\nreminder = \"\"\n"}},
     .command = "build aftercare-sheet",
     .reads = {"Wear makeup."}},
};

const std::string kLastStep =
    "  \"It makes collagen and elastin, which keep skin firm and springy.\",\n";

const StaffEdit kNumberedLists[] = {
    {.name = "a step more than the brochure has lenses for",
     .changes = {{kBrochure, kLastStep, kLastStep + "  \"It glows.\",\n"}},
     .command = "build treatment-brochure",
     .says = {{"error", "not-printed", kBrochure + ":   \"It glows",
               "`treatment.how` has 4 entries, and this document has places for 3"}}},
    {.name = "a step less",
     .changes = {{kBrochure, kLastStep, ""}},
     .command = "build treatment-brochure",
     .says = {{"error", "fact-missing", kBrochure + ": how = [",
               "`treatment.how` has 2 entries, and this document has places for 3"}},
     .by_hand =
         [](const ProjectCopy& project) {
           project.edit(kBrochure, "how   = [\n  \"Cut", "how   = [ \"Cut");
         }},
    {.name = "a sign that shows one entry of many has chosen it",
     .command = "build teaser",
     .reads = {"You want softer lines"},
     .never_reads = {"You can come several times"},
     .by_hand =
         [](const ProjectCopy& project) {
           project.write("layouts/teaser.toml",
                         "extends = \"house\"\ntitle = \"Teaser\"\ncontent = "
                         "[\"microneedling\"]\n[sheet]\ntrim = \"a6\"\n[[side]]\n"
                         "[[side.frame]]\ntext = \"{treatment.fit.0}\"\n");
         }},
};

}  // namespace

TEST_CASE("staff edits of lists that are shown entry by entry") { check_edits(kNumberedLists); }

TEST_CASE("staff edits that empty a text are told where it stands") { check_edits(kEmptyTexts); }

}  // namespace handbill::test
