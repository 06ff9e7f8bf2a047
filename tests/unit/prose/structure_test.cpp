// SPDX-License-Identifier: MIT
// What stands below headings: sheets of aftercare of other trades than the shipped ones.
#include <catch2/catch.hpp>

#include "unit/prose/written_document.h"

namespace handbill::prose {
namespace {

const std::string kTooth = R"(# After your tooth was taken out
Bleeding and swelling are normal today.
## Right after
Bite on the gauze for 30 minutes.
## Do
- Rest with your head up for 24 hours.
- Rinse gently with salt water, 4 times a day from day 2, for 7 days.
- Take the pain medicine we gave you until tomorrow night.
## Do not
- Smoke for 3 days.
- Drink with a straw for a week.
- Chew on that side until it has closed.
## Call us if
- Bleeding does not stop after 2 hours.
- You have a fever or pus.
{clinic.phone}
## Emergency
Trouble breathing or swallowing? Call 911 at once.
## Your next appointment
Come back in 7 days.
)";

const std::string kTattoo = R"(# Caring for your new tattoo
It is normal that it weeps a little in the first days.
|When|What
First 4 hours|Leave the film on.
Days 2 and 3|Wash it twice.
Weeks 2 to 4|It may itch.
# Avoid
|Avoid|For how long
Swimming|2 weeks
Sun|4 weeks
# For the first 2 weeks
- Wear loose clothes.
# When to get help
Spreading redness, pus or fever: phone 301-555-0199. In an emergency call 911.
)";

const std::string kDentalSheet = R"(# Después de la extracción
Es normal que sangre un poco hoy.
## Haga esto
- Muerda la gasa durante 30 minutos.
- Enjuáguese con agua con sal, 4 veces al día.
## No haga esto
- Fumar durante 3 días.
## Llámenos si tiene
- Fiebre o pus
{clinic.phone}
Si le cuesta respirar, llame al 911.
)";

/// The text with `there` in place of `here`, which it must have.
std::string changed(std::string text, const std::string& here, const std::string& there) {
  const std::size_t at = text.find(here);
  REQUIRE(at != text.npos);
  return text.replace(at, here.size(), there);
}

/// The ids of rules that found something.
std::vector<std::string> ids_of(const std::vector<std::string>& told) {
  std::vector<std::string> ids;
  for (const std::string& each : told) ids.push_back(each.substr(0, each.find(':')));
  return ids;
}

struct SheetFault {
  const std::string& sheet;
  const char* here;
  const char* there;
  const char* id;
};

}  // namespace

TEST_CASE("sheets of other trades are sound") {
  const auto rules = rules_of_pack("aftercare");
  CHECK(told_of_words(rules, kTooth) == std::vector<std::string>{});
  CHECK(told_of_words(rules, kTattoo) == std::vector<std::string>{});
  CHECK(told_of_words(rules, kDentalSheet, "es") == std::vector<std::string>{});
}

TEST_CASE("each fault of such a sheet is told by its rule") {
  const auto rules = rules_of_pack("aftercare");
  const SheetFault faults[] = {
      {kTooth, "Smoke for 3 days.", "Smoke.", "for-how-long"},
      {kTooth, "Rest with your head up for 24 hours.", "Rest with your head up.", "for-how-long"},
      {kTooth, "for a week", "for a while", "vague-duration"},
      {kTooth, "Come back in 7 days.", "Come back in 7 days. Avoid alcohol.", ""},
      {kTooth, "## Call us if\n", "## Other things\n", "signs-to-call"},
      {kTooth, "{clinic.phone}\n", "", "signs-with-phone"},
      {kTooth, "Call 911 at once.", "Tell somebody.", "emergency-sentence"},
      {kTooth, "are normal today", "come today", "what-is-normal"},
      {kTattoo, "Days 2 and 3|", "Weeks 5 to 6|", "first-things-first"},
      {kTattoo, "Sun|4 weeks", "Sun|a lot", "for-how-long"},
      {kTattoo, "# For the first 2 weeks", "# Do", "for-how-long"},
      {kTattoo, "phone 301-555-0199.", "phone us.", "signs-with-phone"},
      {kTattoo, "Spreading redness, pus or fever:", "If you worry:", "signs-named"},
      {kDentalSheet, "- Fumar durante 3 días.", "- Fumar.", "for-how-long"},
      {kDentalSheet, "durante 3 días", "por un tiempo", "vague-duration"},
      {kDentalSheet, "Si le cuesta respirar, llame al 911.", "", "emergency-sentence"},
  };
  for (const SheetFault& each : faults) {
    INFO(each.here << " -> " << each.there);
    const char* language = &each.sheet == &kDentalSheet ? "es" : "en";
    const auto ids =
        ids_of(told_of_words(rules, changed(each.sheet, each.here, each.there), language));
    if (*each.id == '\0') continue;
    CHECK(std::ranges::find(ids, each.id) != ids.end());
  }
}

TEST_CASE("headings begin with a phrase, and are all of a single word") {
  const auto rules = rules_of_text(
      "[word_rule.d]\ncheck = \"items-need\"\nmessage = \"{found}\"\n"
      "words = [\"do\", \"what to do\"]\nbeside = [\"# days\"]\n");
  CHECK(told_of_words(rules, "# Do\n- Rest").size() == 1);
  CHECK(told_of_words(rules, "# Do:\n- Rest").size() == 1);
  CHECK(told_of_words(rules, "# What to do next\n- Rest").size() == 1);
  CHECK(told_of_words(rules, "# What it can do\n- Rest").empty());
  CHECK(told_of_words(rules, "# Do us a favour\n- Rest").empty());
  // A heading or what leads to the list says it for all.
  CHECK(told_of_words(rules, "# What to do for 3 days\n- Rest").empty());
  CHECK(told_of_words(rules, "# Do\nFor 3 days:\n- Rest\n- Wash").empty());
  CHECK(told_of_words(rules, "# Do\n- Rest\n- Wash for 3 days") ==
        std::vector<std::string>{"d: Rest"});
  // As names of columns.
  CHECK(told_of_words(rules, "|Do|Do not\nRest 3 days|Run") == std::vector<std::string>{});
  CHECK(told_of_words(rules, "|Do|For how long\nRest|3 days\nWash|often") ==
        std::vector<std::string>{"d: Wash"});
}

TEST_CASE("a section has what it needs in itself, or beside it") {
  const auto rules = rules_of_text(
      "[word_rule.s]\ncheck = \"section-needs\"\nmessage = \"{found}\"\n"
      "words = [\"call us\"]\nfacts = [\"phone\"]\n");
  CHECK(told_of_words(rules, "# Call us if\n- Pus\n{clinic.phone}").empty());
  CHECK(told_of_words(rules, "# Call us if\n- Pus\n# Phone\n{clinic.phone}").empty());
  CHECK(told_of_words(rules, "# Call us if\n- Pus\nPhone (301) 555-0199").empty());
  CHECK(told_of_words(rules, "# Call us if\n- Pus after 2 days").size() == 1);
  // Two sections on it is too far away.
  CHECK(
      told_of_words(rules, "# Call us if\n- Pus\n# Other\nText\n# Phone\n{clinic.phone}").size() ==
      1);
}

TEST_CASE("a document must say something, or only if it says something else") {
  const auto always = rules_of_text(
      "[word_rule.m]\ncheck = \"must-say\"\nmessage = \"no\"\nwords = [\"call 911\"]\n");
  CHECK(told_of_words(always, "Call 911 at once.").empty());
  CHECK(told_of_words(always, "Call us.") == std::vector<std::string>{"m: no"});
  const auto beside = rules_of_text(
      "[word_rule.m]\ncheck = \"must-say\"\nmessage = \"{found}\"\n"
      "words = [\"risks\"]\nbeside = [\"benefits\"]\n");
  CHECK(told_of_words(beside, "Your skin.").empty());
  CHECK(told_of_words(beside, "The benefits") == std::vector<std::string>{"m: benefits"});
  CHECK(told_of_words(beside, "The benefits\nThe risks").empty());
  const auto headed = rules_of_text(
      "[word_rule.m]\ncheck = \"must-say\"\nmessage = \"no\"\nmeasure = \"headings\"\n"
      "words = [\"risks\"]\n");
  CHECK(told_of_words(headed, "# Risks\nSome.").empty());
  CHECK(told_of_words(headed, "Risks").size() == 1);
  // In a language it does not hold for it is silent.
  const auto english = rules_of_text(
      "[word_rule.m]\ncheck = \"must-say\"\nmessage = \"no\"\nwords = [\"risks\"]\n"
      "languages = [\"en\"]\n");
  CHECK(told_of_words(english, "Nada.", "es").empty());
}

TEST_CASE("headings and times stand in their order") {
  const auto order = rules_of_text(
      "[word_rule.o]\ncheck = \"headings-order\"\nwords = [\"now\"]\nbeside = [\"later\"]\n");
  CHECK(told_of_words(order, "# Now\n# Later").empty());
  CHECK(told_of_words(order, "# Later\n# Now") ==
        std::vector<std::string>{"o: `Now` stands behind `Later`"});
  CHECK(told_of_words(order, "# Later").empty());
  const auto times = rules_of_text("[word_rule.t]\ncheck = \"times-rise\"\n");
  CHECK(told_of_words(times, "# Day 1\n# Day 2\n# Week 2").empty());
  CHECK(told_of_words(times, "- Week 2: itch\n- Day 3: peel") ==
        std::vector<std::string>{"t: `Day 3: peel` stands behind `Week 2: itch`"});
  CHECK(told_of_words(times, "Day 2|Rest\nDay 1|Wash").size() == 1);
  // Equal times follow each other; lists below two headings do not.
  CHECK(told_of_words(times, "- Day 1: wash\n- Day 1: rest").empty());
  CHECK(told_of_words(times, "# A\n- Week 2\n# B\n- Day 1").empty());
}

}  // namespace handbill::prose
