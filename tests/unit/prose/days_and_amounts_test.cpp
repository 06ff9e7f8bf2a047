// SPDX-License-Identifier: MIT
// The packs of days and amounts over leaflets as clinics, bakeries and gyms write them.
#include <catch2/catch.hpp>

#include "unit/prose/made_leaflet.h"

namespace handbill::prose {
namespace {

using test_leaflets::JudgedLeaflets;

struct DayFault {
  const char* language;
  std::vector<std::string> texts;
  const char* rule;
  const char* mended = nullptr;  ///< the first text when its fixes are made
};

const std::vector<DayFault>& faults_of_days() {
  static const std::vector<DayFault> faults = {
      // Dates
      {"en",
       {"The dental office is closed from February 28 to February 30, 2027."},
       "no-such-date"},
      {"en", {"Puppy class ends on the 31st of June."}, "no-such-date"},
      {"en", {"Your membership runs until 9/31/2027."}, "no-such-date"},
      {"en", {"Bring this card before Feb. 29, 2027."}, "no-such-date"},
      {"es", {"La clínica cierra el 31 de noviembre."}, "no-such-date"},
      {"es", {"Válido hasta el 30 de febrero de 2027."}, "no-such-date"},
      {"en",
       {"Open house: Saturday, March 7, 2027, 2–4 pm"},
       "wrong-weekday",
       "Open house: Sunday, March 7, 2027, 2–4 pm"},
      {"en",
       {"The bakery closes early on Thursday, 24 December 2027."},
       "wrong-weekday",
       "The bakery closes early on Friday, 24 December 2027."},
      {"en",
       {"Spin class starts Mon., Jan. 5, 2027."},
       "wrong-weekday",
       "Spin class starts Tue., Jan. 5, 2027."},
      {"es",
       {"Abrimos el lunes 4 de mayo de 2027."},
       "wrong-weekday",
       "Abrimos el martes 4 de mayo de 2027."},
      {"es",
       {"Reunión: sábado, 10 de abril de 2026"},
       "wrong-weekday",
       "Reunión: viernes, 10 de abril de 2026"},
      {"en", {"# Closed days 2027", "- Friday, May 31"}, "wrong-weekday"},
      {"en", {"We are closed on Monday, December 25."}, "next-weekday"},
      {"en", {"Recheck due: 04/05/2027"}, "two-ways-to-read"},
      // Holidays
      {"en",
       {"We are closed on Thanksgiving, November 27, 2027."},
       "federal-holiday",
       "We are closed on Thanksgiving, November 25, 2027."},
      {"en", {"Labor Day: September 7, 2027"}, "federal-holiday", "Labor Day: September 6, 2027"},
      {"en",
       {"# Closed", "| Memorial Day | May 24, 2027", "| Independence Day | July 4, 2027"},
       "federal-holiday"},
      {"en", {"The gym is closed on December 26, Christmas Day."}, "federal-holiday"},
      {"en",
       {"Martin Luther King Day (January 15, 2027)"},
       "federal-holiday",
       "Martin Luther King Day (January 18, 2027)"},
      {"es", {"Cerramos por Navidad, 26 de diciembre de 2026."}, "federal-holiday"},
      {"en",
       {"Mother’s Day brunch boxes: order by May 2. Mother’s Day is May 16, 2027."},
       "customary-holiday"},
      {"en", {"Offer valid until March 1, 2026."}, "past-date"},
      // Units
      {"en",
       {"Call us with a fever of 100.4 °F (40 °C)."},
       "two-units",
       "Call us with a fever of 100.4 °F (38 °C)."},
      {"en", {"Do not lift more than 10 lb (2.5 kg) for a week."}, "two-units"},
      {"en", {"Cut a strip 10 in (20 cm) long."}, "two-units", "Cut a strip 10 in (25 cm) long."},
      {"en", {"Dissolve in 8 fl oz (340 mL) of water."}, "two-units"},
      {"en", {"Run 3 miles (6.8 km) on day 1."}, "two-units"},
      {"en",
       {"Give your dog 2 tsp (30 mL) with food."},
       "two-units",
       "Give your dog 2 tsp (10 mL) with food."},
      {"en", {"Bake at 375 °F (210 °C) for an hour."}, "two-units"},
      {"en", {"Take 500 mcg (5 mg) daily."}, "two-units"},
      {"es", {"Fiebre de 38 °C (101.4 °F) o más"}, "two-units"},
      {"es", {"Mantenga 6 pies (3 m) de distancia."}, "two-units"},
      {"en", {"Fever over 101 F needs a call."}, "degree-sign", "Fever over 101 °F needs a call."},
      {"en", {"A fever of 104 °C is an emergency."}, "fever"},
      // Doses and strengths
      {"en", {"After your filling take 8000 mg ibuprofen."}, "dose-ibuprofen"},
      {"en", {"Do not take more than 6,000 mg of acetaminophen a day."}, "dose-acetaminophen"},
      {"en", {"Tylenol 1000 mg every 4 hours"}, "dose-acetaminophen"},
      {"es", {"Tome 1000 mg de ibuprofeno con comida."}, "dose-ibuprofen"},
      {"en", {"Give 250 mg Benadryl at bedtime."}, "dose-diphenhydramine"},
      {"en", {"Wear SPF 300 every morning."}, "sun-protection"},
      {"en", {"A 20% hydrocortisone cream calms the itch."}, "strength-hydrocortisone"},
      {"en", {"110% of our members reach their goal."}, "share"},
      // Ranges, numbers, timelines
      {"en", {"Soreness lasts 5–2 days."}, "falling-range", "Soreness lasts 2–5 days."},
      {"en", {"Whitening costs $350–$200."}, "falling-range", "Whitening costs $200–$350."},
      {"en", {"Proof the dough for 60 to 45 minutes."}, "falling-range"},
      {"es",
       {"La molestia dura de 5 a 2 días."},
       "falling-range",
       "La molestia dura de 2 a 5 días."},
      {"en", {"Eat soft food for 3 day."}, "one-or-many", "Eat soft food for 3 days."},
      {"en", {"Come back after 1 weeks."}, "one-or-many", "Come back after 1 week."},
      {"en", {"Wait six month between cleanings."}, "one-or-many"},
      {"es", {"Repose durante 2 día."}, "one-or-many", "Repose durante 2 días."},
      {"en",
       {"# Healing", "| First 4 hours | Rest", "| Rest of day 1 | Ice", "| Days 2 and 3 | Walk",
        "| Days 5 to 7 | Run"},
       "timeline"},
      {"en", {"- Days 1 to 3: soft food", "- Days 3 to 7: no nuts"}, "timeline"},
      {"es", {"- Días 1 a 2: reposo", "- Días 4 a 7: caminar"}, "timeline"},
      // Contradictions
      {"en",
       {"# Microneedling\nRed, tender skin, like a sunburn, is normal. It fades within a few days.",
        "# After your microneedling\nYour face may be red, warm and tender, like a sunburn. All of "
        "this "
        "is normal and fades within 3 weeks."},
       "same-across"},
      {"es",
       {"La piel roja y sensible, como quemada por el sol, es normal. Pasa en pocos días.",
        "Su cara puede estar roja y sensible. Todo esto es normal y pasa en 3 semanas."},
       "same-across"},
      {"en",
       {"# Microneedling\nRedness fades within days.",
        "# After your microneedling\nRedness fades within 3 weeks."},
       "same-across"},
      {"en",
       {"# Extraction\nDo not use a straw for 24 hours.",
        "# After your extraction\nDo not use a straw for 7 days."},
       "same-across"},
      {"en", {"Avoid makeup for 24 hours.", "You can wear make-up right after."}, "same-across"},
      {"en", {"# Do\n- Use sunscreen.\n# Do not\n- Use sunscreen."}, "same-across"},
      {"en",
       {"# Do not\n- Swim: for 3 days\n- Wear makeup for 24 hours.\nNo makeup for 48 hours."},
       "same-across"},
      {"en", {"Keep the cone on for 10 days.", "Keep the cone on for 14 days."}, "same-across"},
      {"en", {"Brush twice a day.", "Brush 4 times a day."}, "same-across"},
      {"en", {"Swelling lasts up to 3 days.", "Swelling goes away in 2 weeks."}, "same-across"},
      {"en",
       {"# Filler aftercare\nIce your lips for 10 minutes.",
        "# Lip filler\nIce your lips for 30 minutes."},
       "same-across"},
      {"en",
       {"Avoid touching your face for 6 hours, skip makeup for 24 hours.",
        "No makeup for 48 hours."},
       "same-across"},
      {"es",
       {"Evite el ejercicio durante 24 horas.", "No haga ejercicio durante 3 días."},
       "same-across"},
      {"es",
       {"El enrojecimiento desaparece en 2 días.", "La rojez pasa en 3 semanas."},
       "same-across"},
  };
  return faults;
}

/// Lines of the table are given one by one.
std::vector<std::string> texts_of(const DayFault& fault) {
  const bool is_one = std::ranges::none_of(
      fault.texts, [](const std::string& each) { return each.find('\n') != each.npos; });
  const bool has_marks = std::ranges::any_of(fault.texts, [](const std::string& each) {
    return each.starts_with("# ") || each.starts_with("- ") || each.starts_with("| ");
  });
  if (!is_one || !has_marks) return fault.texts;
  std::string all;
  for (const std::string& each : fault.texts) all += each + "\n";
  return {all};
}

}  // namespace

TEST_CASE("faults of dates, amounts and contradictions are found") {
  for (const DayFault& fault : faults_of_days()) {
    const JudgedLeaflets judged(texts_of(fault), fault.language);
    CAPTURE(fault.texts, fault.rule, judged.told());
    CHECK(judged.says(fault.rule));
  }
}

TEST_CASE("the fix of such a fault is what was meant") {
  for (const DayFault& fault : faults_of_days()) {
    if (fault.mended == nullptr) continue;
    const JudgedLeaflets judged(texts_of(fault), fault.language);
    CAPTURE(fault.texts);
    CHECK(judged.mended() == fault.mended);
  }
}

TEST_CASE("when fixes are made, nothing is found of what they mend") {
  std::size_t mended = 0;
  for (const DayFault& fault : faults_of_days()) {
    const JudgedLeaflets judged(texts_of(fault), fault.language);
    const std::string text = judged.mended();
    if (text == judged.sources.text(diag::FileId{0})) continue;
    ++mended;
    const JudgedLeaflets again({text}, fault.language);
    CAPTURE(fault.texts, text, again.told());
    CHECK_FALSE(again.says(fault.rule));
    CHECK(again.mended() == text);
  }
  CHECK(mended > 30);
}

TEST_CASE("of sound leaflets the packs of days and amounts say nothing") {
  struct Sound {
    const char* language;
    std::vector<std::string> texts;
  };
  const Sound all_sound[] = {
      {"en", {"The dental office is closed from February 27 to March 1, 2027."}},
      {"en", {"Puppy class ends on the 30th of June."}},
      {"en", {"Your membership runs until 9/30/2027."}},
      {"en", {"Bring this card before Feb. 29, 2028."}},
      {"es", {"La clínica cierra el 30 de noviembre."}},
      {"es", {"Válido hasta el 28 de febrero de 2027."}},
      {"en", {"Open house: Sunday, March 7, 2027, 2–4 pm"}},
      {"en", {"Open Monday to Friday, July 5–9, 2027, and Saturday, July 10, 2027."}},
      {"en", {"We have cared for pets here since May 3, 1998."}},
      {"es", {"Abrimos el martes 4 de mayo de 2027."}},
      {"en", {"We are closed on Friday, December 25."}},
      {"en", {"Recheck due: 04/25/2027"}},
      {"en", {"We are closed on Thanksgiving, November 25, 2027, and the day after."}},
      {"en", {"# Closed\n| Memorial Day | May 31, 2027\n| Independence Day | July 5, 2027"}},
      {"en",
       {"Order holiday pies by December 20. Pick up before Christmas, on December 23 or 24."}},
      {"en", {"Our Halloween party is on October 30, 2027, from 5 to 7 pm."}},
      {"en", {"The week of Thanksgiving, November 22, 2027, we bake every day."}},
      {"es", {"Cerramos por Navidad, 25 de diciembre de 2026."}},
      {"en", {"Offer valid until March 1, 2027."}},
      {"en", {"Call us with a fever of 100.4 °F (38 °C) or higher."}},
      {"en", {"Call for 101.5 °F (38.6 °C) or 102 °F/38.9 °C."}},
      {"en", {"Do not lift more than 10 lb (4.5 kg) for a week."}},
      {"en", {"Cut a strip 10 in (25 cm) long and 1/2 in (1.3 cm) wide."}},
      {"en", {"Dissolve in 8 fl oz (240 mL) of water, or 1 cup (250 ml)."}},
      {"en", {"Run 3 miles (about 5 km), then walk 500 m (0.3 mi)."}},
      {"en", {"Bake at 375 °F (190 °C) for an hour; 450 °F (230 °C) for pizza."}},
      {"en", {"Take 500 mcg (0.5 mg) daily. Give 10 mg/kg (5 mg/lb)."}},
      {"en", {"Water at 120 °F (49 °C) kills no germs. Keep it below 104 °F (40 °C)."}},
      {"es", {"Fiebre de 38 °C (100,4 °F) o más"}},
      {"es", {"Mantenga 6 pies (2 m) de distancia."}},
      {"en", {"After your filling take 400 mg ibuprofen (2 tablets of 200 mg) every 6 hours."}},
      {"en", {"Do not take more than 3,000 mg of acetaminophen a day."}},
      {"en", {"Take 81 mg aspirin only if your doctor told you so."}},
      {"en", {"A 1% hydrocortisone cream calms the itch in 90% of people."}},
      {"en", {"Wear SPF 30 or higher every morning; SPF 50 at the beach."}},
      {"en", {"Vitamin C 10% serum: 3 drops"}},
      {"en", {"Soreness lasts 2–5 days. We cut the wait from 5 to 2 weeks."}},
      {"en", {"Whitening costs $200–$350. Now from $350 to $200 off."}},
      {"en", {"Office hours 9–5, Monday–Friday. Call 301-555-0199."}},
      {"en", {"Our team won 7–3 last season. Apartments 12-4 and 10–2."}},
      {"en", {"A 7 day pass, a 10-class card, or a 3 month plan."}},
      {"en", {"Day 1, week 1: rest. Wait 1 day, 1 week or 1–2 months."}},
      {"es", {"Repose durante 2 días y vuelva en 1 semana."}},
      {"en",
       {"# Healing\n| First 4 hours | Rest\n| Rest of day 1 | Ice\n| Days 2 and 3 | Walk\n| Days 4 "
        "to 7 | Run\n| Weeks 2 to 6 | Swim"}},
      {"en", {"- Day 1: first visit\n- Day 14: stitches out\n- Day 90: X-ray"}},
      {"en", {"# First 24 hours\nRest.\n# Days 2 to 7\nWalk.\n# After week 1\nRun."}},
      {"en",
       {"# Botox aftercare\nAvoid exercise for 24 hours.",
        "# Laser aftercare\nAvoid exercise for 72 hours."}},
      {"en",
       {"# Before your visit\nAvoid alcohol for 24 hours.\n# After your visit\nAvoid alcohol for "
        "48 hours."}},
      {"en",
       {"# Do\n- Use a soft brush.\n- Drink water.\n# Do not\n- Use a straw.\n- Drink alcohol."}},
      {"en", {"Avoid makeup for 24 hours.", "You can wear makeup after 24 hours."}},
      {"en", {"Keep the cone on for at least 10 days.", "Keep the cone on for 14 days."}},
      {"en",
       {"Avoid touching your face for 6 hours, skip makeup for 24 hours, avoid exercise for 48 "
        "hours.",
        "Avoid makeup for 24 hours."}},
      {"en",
       {"Botox lasts 3–4 months, while fillers can last 6–12 months.",
        "Botox lasts 3 to 4 months."}},
      {"en",
       {"Ice your cheek 10 min on / 10 min off for the first 6–8 hours.",
        "Ice your cheek for 6 to 8 hours."}},
      {"en",
       {"Stop aspirin 7 days before. Avoid alcohol 24 hours before. After treatment avoid exercise "
        "for 24–48 hours."}},
      {"en", {"Ice for 10 minutes. Use ice for 2 days.", "Apply ice for 2 days."}},
      {"en", {"Redness fades within a few days.", "Redness fades within 3 days."}},
      {"en",
       {"If you smoke, wait 2 weeks. Wait a week before you swim.", "Children wait 3 weeks."}},
      {"es", {"Evite el ejercicio durante 24 horas.", "No haga ejercicio durante 1 día."}},
      {"en",
       {"# Chicken soup\nSimmer the chicken for 2 hours.",
        "# Chicken pie\nSimmer the chicken for 1 hour."}},
      {"de", {"Am 31. Februar geschlossen, 7 Day lang, 100.4 °F (40 °C)."}},
  };
  for (const Sound& sound : all_sound) {
    const JudgedLeaflets judged(sound.texts, sound.language);
    CAPTURE(sound.texts);
    INFO(judged.told());
    CHECK(judged.diags.list().empty());
  }
}

}  // namespace handbill::prose
