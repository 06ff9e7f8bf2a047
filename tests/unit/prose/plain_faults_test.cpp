// SPDX-License-Identifier: MIT
// Faults of words as clinics make them, and sound texts beside them: claims, plain language,
// brochures. At least nine in ten are found, and of the sound ones none.
#include <catch2/catch.hpp>

#include "unit/prose/written_document.h"

namespace handbill::prose {
namespace {

struct Said {
  const char* text;
  const char* language = "en";
};

const Said kPlainFaults[] = {
    {"Guaranteed results in three sessions."},
    {"We guarantee smoother skin."},
    {"Cures acne for good."},
    {"A permanent solution for wrinkles."},
    {"The procedure is completely painless."},
    {"It won't hurt."},
    {"Our FDA-approved pen does the work."},
    {"Approved by the FDA for all skin types."},
    {"See our before and after photos on the web."},
    {"The best clinic in Maryland."},
    {"There are no side effects."},
    {"100% safe for every skin."},
    {"A risk-free treatment with no downtime."},
    {"The miracle for tired skin."},
    {"Clinically proven to erase wrinkles."},
    {"Dermatologist-recommended and all natural."},
    {"Now with exosomes."},
    {"Stem cell facials for younger skin."},
    {"Look 10 years younger after just one session."},
    {"Turn back the clock."},
    {"It erases fine lines."},
    {"A detox facial flushes toxins."},
    {"Our patients love their results."},
    {"A lunchtime procedure."},
    {"Instant results, no recovery time."},
    {"Microneedling treats hair loss."},
    {"A scientific breakthrough in skin care."},
    {"World-class care by the leading experts."},
    {"The treatment will tighten your skin."},
    {"Results last forever."},
    {"Works for everyone."},
    {"Money-back guarantee!"},
    {"Resultados garantizados.", "es"},
    {"Un tratamiento indoloro y sin riesgos.", "es"},
    {"Aprobado por la FDA.", "es"},
    {"Elimina las arrugas para siempre.", "es"},
    {"La mejor clínica de la ciudad.", "es"},
    {"Vea las fotos de antes y después.", "es"},
    {"Cura el acné sin efectos secundarios.", "es"},
    {"Resultados inmediatos y 100 % naturales.", "es"},
    {"Prior to the procedure, discontinue anticoagulants."},
    {"Erythema and edema are expected subsequent to treatment."},
    {"The area should be cleansed by the patient."},
    {"Utilice fotoprotector y evite la exposición solar.", "es"},
    {"Stop your NSAID before the visit."},
    {"If your skin feels hot or looks red on the second day after the visit, hold a cool and clean "
     "cloth on it for some minutes and then call us."},
};

const Said kPlainSound[] = {
    {"Nobody can guarantee a result."},
    {"We cannot promise the same result to everyone."},
    {"There is no cure for rosacea, but creams can calm it."},
    {"The results are not permanent."},
    {"Microneedling is not painless: a cream numbs your skin."},
    {"Call us when it hurts more than yesterday."},
    {"The pen is FDA-cleared for acne scars of the face."},
    {"No exosome product is FDA-approved."},
    {"Wash your hands before and after."},
    {"Which treatment is best for you?"},
    {"Side effects are redness and dry skin."},
    {"No treatment is without risk."},
    {"It is generally safe in qualified hands."},
    {"Plan for two days of redness."},
    {"Fine lines can soften."},
    {"Dark spots may fade."},
    {"Most people have three to six sessions."},
    {"Results differ from person to person."},
    {"Your skin makes new collagen over weeks."},
    {"You will not see results overnight."},
    {"For best results, stay out of the sun."},
    {"Ask us about risks before you decide."},
    {"A nurse with training in microneedling treats you."},
    {"Redness will fade within a few days."},
    {"Tell us if you take blood thinners."},
    {"Use sunscreen with a sun protection factor (SPF) of 30."},
    {"We clean your skin and numb it with a cream."},
    {"The kidneys remove toxins from the blood."},
    {"It cannot erase scars, but it can soften them."},
    {"It does not work for everyone."},
    {"Natural-looking results take time."},
    {"You may feel a light prickle."},
    {"Ningún resultado está garantizado.", "es"},
    {"No es indoloro: una crema adormece la piel.", "es"},
    {"Los resultados no son permanentes.", "es"},
    {"En manos calificadas suele ser seguro.", "es"},
    {"Las líneas finas pueden suavizarse.", "es"},
    {"Lávese las manos antes y después.", "es"},
    {"No elimina las cicatrices, pero puede suavizarlas.", "es"},
    {"La rojez pasa en pocos días.", "es"},
    {"Llámenos si tiene fiebre.", "es"},
    {"Use protector solar todos los días.", "es"},
    {"Wash your face twice a day."},
    {"Sleep on a clean pillowcase."},
};

std::vector<WordRule> rules_of_packs(std::initializer_list<const char*> names) {
  std::vector<WordRule> all;
  for (const char* name : names) {
    for (WordRule& each : rules_of_pack(name)) {
      // They look for what a whole document lacks.
      if (each.check->name != "must-say") all.push_back(std::move(each));
    }
  }
  return all;
}

}  // namespace

TEST_CASE("of faults of words nine in ten are found, and of sound texts none") {
  const auto rules = rules_of_packs({"claims", "plain-language", "treatment"});
  std::size_t found = 0;
  std::string missed;
  for (const Said& each : kPlainFaults) {
    if (told_of_words(rules, each.text, each.language).empty()) {
      missed += std::string(each.text) + "\n";
    } else {
      ++found;
    }
  }
  INFO(missed);
  CHECK(std::size(kPlainFaults) >= 40);
  CHECK(found * 10 >= std::size(kPlainFaults) * 9);
  CHECK(std::size(kPlainSound) >= 40);
  for (const Said& each : kPlainSound) {
    INFO(each.text);
    CHECK(told_of_words(rules, each.text, each.language) == std::vector<std::string>{});
  }
}

TEST_CASE("claims are errors before a print order, and style is to be considered") {
  for (const WordRule& each : rules_of_pack("claims")) {
    INFO(each.id);
    CHECK((each.level == Level::Final || each.id == "hurry"));
    CHECK(each.written.source);
    CHECK(each.written.link);
  }
  for (const WordRule& each : rules_of_pack("plain-language")) {
    CHECK(each.level == Level::Consider);
  }
}

}  // namespace handbill::prose
