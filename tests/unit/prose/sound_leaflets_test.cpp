// SPDX-License-Identifier: MIT
// Whole leaflets without a fault, two of a practice together: nothing is to be said of them.
#include <catch2/catch.hpp>

#include "unit/prose/made_leaflet.h"

namespace handbill::prose {
namespace {

const std::vector<std::string> kDentalLeaflets = {R"(# After your tooth was pulled
Bite on the gauze for 30 to 45 minutes. Change it when it is soaked.
# The first 24 hours
- Rest, with your head on two pillows.
- Ice your cheek for 10 minutes, then leave it off for 10 minutes.
- Eat soft, cool food: yogurt, applesauce, soup below 100 °F (38 °C).
- Do not use a straw for 7 days.
- Do not smoke for 72 hours, or better 1 week.
# From day 2 on
- Rinse with salt water 3 times a day: 1/2 tsp (2.5 mL) of salt in 8 fl oz (240 mL) of water.
- Brush your other teeth twice a day.
# Pain
Take 400 mg of ibuprofen with food, no more than 1,200 mg in 24 hours. Take 500 mg of acetaminophen
between doses, at most 3,000 mg a day.
Swelling is worst on days 2 and 3. It goes away within 7 to 10 days.
# Call us
- Fever of 101 °F (38.3 °C) or higher
- Bleeding after 24 hours
- Pain that grows after day 3)",
                                                  R"(# Before your tooth is pulled
Do not eat for 8 hours before sedation. Do not smoke for 24 hours before.
Your visit takes 1 to 2 hours. Plan to rest for 1 day.
Swelling lasts 7 to 10 days for most people. Stitches dissolve in 1 to 2 weeks.
We are closed on Thursday, November 25, 2027, Thanksgiving Day, and on December 24 and 25, 2027.
The fee is $150–$350. 95% of our patients need no second visit.)"};

const std::vector<std::string> kVetLeaflets = {R"(# Home after spay or neuter
| Tonight | Offer a quarter of the usual food. Some pets are sleepy for 12–24 hours.
| Days 1 to 3 | Short walks on a leash, 5 minutes, 3 times a day.
| Days 4 to 7 | Walks of 10 minutes. No stairs, no jumping.
| Days 8 to 14 | Walks of 20 minutes. Keep the cone on.
Keep the cone on for 14 days. Do not bathe your pet for 14 days.
The normal temperature of a dog is 101 to 102.5 °F (38.3 to 39.2 °C).
Never give ibuprofen or Tylenol: they are poison to dogs and cats.
Give carprofen as the label says: 2 mg per lb (4.4 mg/kg), once a day.
Recheck: Friday, December 11, 2026. Stitches come out on day 14.)",
                                               R"(# Puppy plan
First shots at 6–8 weeks, then every 3–4 weeks until 16 weeks. Rabies at 12 to 16 weeks.
A puppy of 10 lb (4.5 kg) eats 1 to 1 1/2 cups a day, in 3 meals.
Our puppy class starts on Saturday, January 9, 2027, and runs for 6 weeks.)"};

const std::vector<std::string> kBakeryLeaflets = {R"(# Holiday orders
Order pies by Sunday, December 20. Pick up on December 23 or 24, 2026, from 7 am to 2 pm.
We are closed on Christmas Day, Friday, December 25, and on New Year’s Day, January 1, 2027.
| Apple pie, 9 in (23 cm) | $28
| Stollen, 2 lb (900 g) | $32
| Dinner rolls, 1 dozen | $9
# Warm it at home
Heat the oven to 350 °F (175 °C). Warm a whole pie for 15–20 minutes, rolls for 5.
Pies keep for 2 days on the counter and 4 days in the refrigerator, below 40 °F (4 °C).
Freeze bread for up to 3 months. A loaf of 1.5 lb (680 g) gives 12 to 14 slices.)"};

const std::vector<std::string> kSpanish = {R"(# Después de su limpieza dental
No coma durante 30 minutos. Evite el café durante 24 horas.
Cepíllese 2 veces al día con agua tibia, a 37 °C (98.6 °F) como máximo.
Tome 400 mg de ibuprofeno con comida; no más de 1,200 mg en 24 horas.
La sensibilidad pasa en 2 o 3 días. Llame si dura más de 1 semana.
Fiebre de 38.3 °C (101 °F) o más: llámenos.
Cerramos el viernes 25 de diciembre de 2026 y el viernes 1 de enero de 2027.
| Días 1 a 3 | Comida blanda
| Días 4 a 7 | Comida normal
El 95 % de los pacientes vuelve a los 6 meses. Cuesta de $80 a $120.)"};

}  // namespace

TEST_CASE("whole leaflets without a fault pass the packs of days and amounts") {
  const std::vector<std::string>* const practices[] = {&kDentalLeaflets, &kVetLeaflets,
                                                       &kBakeryLeaflets};
  for (const auto* each : practices) {
    const test_leaflets::JudgedLeaflets judged(*each);
    CAPTURE(each->front());
    INFO(judged.told());
    CHECK(judged.diags.list().empty());
  }
  const test_leaflets::JudgedLeaflets spanish(kSpanish, "es");
  INFO(spanish.told());
  CHECK(spanish.diags.list().empty());
}

TEST_CASE("a fault in a whole leaflet is told where it stands, and once") {
  const auto with = [](const std::string& right, const std::string& wrong) {
    std::vector<std::string> texts = kDentalLeaflets;
    for (std::string& each : texts) {
      const std::size_t at = each.find(right);
      if (at != each.npos) each.replace(at, right.size(), wrong);
    }
    const test_leaflets::JudgedLeaflets judged(texts);
    std::vector<std::string> told;
    for (const diag::Diagnostic& each : judged.diags.list()) {
      told.push_back(each.rule->id + ": " + std::string(judged.sources.text(each.span)));
    }
    return told;
  };
  using Lines = std::vector<std::string>;
  CHECK(with("101 °F (38.3 °C)", "101 °F (39.3 °C)") == Lines{"two-units: 39.3"});
  CHECK(with("Swelling lasts 7 to 10 days", "Swelling lasts 2 to 3 days") ==
        Lines{"same-across: 2 to 3 days"});
  CHECK(with("November 25, 2027", "November 26, 2027") ==
        Lines{"wrong-weekday: Thursday", "federal-holiday: November 26, 2027"});
  CHECK(with("400 mg of ibuprofen", "4000 mg of ibuprofen") ==
        Lines{"dose-ibuprofen: 4000 mg of ibuprofen"});
  CHECK(with("$150–$350", "$350–$150") == Lines{"falling-range: $350–$150"});
  CHECK(with("Plan to rest for 1 day", "Plan to rest for 2 day") == Lines{"one-or-many: day"});
}

}  // namespace handbill::prose
