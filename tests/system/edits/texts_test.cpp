// SPDX-License-Identifier: MIT
// Staff edits that take the words of a text away: emptied texts.
#include <catch2/catch.hpp>

#include "system/edits/staff_edits.h"

namespace handbill::test {
namespace {

const std::string kAftercare = "content/en/aftercare.toml";
const std::string kBrochure = "content/en/microneedling.toml";
const std::string kHours = "content/en/hours.toml";

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
    {.name = "a text no document prints is empty",
     .changes = {{kAftercare, "[aftercare]\n", "[aftercare]\nreminder = \"\"\n"}},
     .command = "build aftercare-sheet",
     .reads = {"Wear makeup."}},
};

}  // namespace

TEST_CASE("staff edits that empty a text are told where it stands") { check_edits(kEmptyTexts); }

}  // namespace handbill::test
