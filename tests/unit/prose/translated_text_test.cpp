// SPDX-License-Identifier: MIT
#include "prose/translated_text.h"

#include <catch2/catch.hpp>

#include "prose/measures.h"
#include "prose/words_alone.h"

namespace handbill::prose {
namespace {

using Messages = std::vector<std::string>;

Messages told_of(std::string_view english, std::string_view language, std::string_view text) {
  Messages messages;
  for (const TextDifference& each : differences({english, text, "en", language})) {
    messages.push_back(each.message);
  }
  return messages;
}

std::string left(std::string_view english, std::string_view language, std::string_view text,
                 const KnownWords& known = {}) {
  const auto found = left_standing({english, text, "en", language}, known);
  return found ? found->message : "";
}

}  // namespace

TEST_CASE("the same time in other words is the same") {
  struct Case {
    const char *english, *language, *text;
  };
  const std::vector<Case> cases = {
      {"for 24 hours", "es", "durante 24 horas"},
      {"for 24 hours", "zh", "24小时内"},
      {"for 24 hours", "ar", "لمدة 24 ساعة"},
      {"for 24 hours", "ar", "لمدة ٢٤ ساعة"},
      {"for 24 hours", "vi", "trong 24 giờ"},
      {"for 24 hours", "ko", "24시간 동안"},
      {"for 24 hours", "ru", "в течение 24 часов"},
      {"for 24 hours", "pl", "przez 24 godziny"},
      {"for 24 hours", "es", "durante 1 día"},
      {"for 2 weeks", "ar", "لمدة أسبوعين"},
      {"for 2 weeks", "es", "durante dos semanas"},
      {"for two weeks", "zh", "两周内"},
      {"for two weeks", "fr", "pendant 14 jours"},
      {"for seven days", "es", "durante 7 días"},
      {"for 7 days", "es", "durante siete días"},
      {"twice a day for 7 days", "es", "2 veces al día, durante 7 días"},
      {"3 times a day for 7 days", "zh", "每天3次，连续7天"},
      {"Days 4 to 7", "es", "Días 4 a 7"},
      {"Days 4 to 7", "zh", "第4至7天"},
      {"Days 4 to 7", "ar", "الأيام 4 إلى 7"},
      {"Days 2 and 3", "ar", "اليومان 2 و3"},
      {"First 4 hours", "ar", "أول 4 ساعات"},
      {"for 3 nights", "ar", "لمدة 3 ليالٍ"},
      {"for 3 nights", "ja", "3日間"},
      {"daily from day 2, for 6 weeks", "ar", "كل يوم من اليوم الثاني، لمدة 6 أسابيع"},
      {"Fever of 100.4 °F (38 °C) or higher", "ar", "حرارة 38 درجة مئوية (100.4 فهرنهايت) أو أكثر"},
      {"Fever of 100.4 °F (38 °C)", "es", "Fiebre de 38 °C (100,4 °F)"},
      {"Fever of 100.4 °F", "fr", "Fièvre de 38 °C"},
      {"1,200 people", "de", "1.200 Menschen"},
      {"1,200 people", "fr", "1\u202F200 personnes"},
      {"20% off", "es", "20 % menos"},
      {"SPF 30 or higher", "zh", "SPF 30或更高"},
      {"eight times", "de", "achtmal"},
  };
  for (const Case& each : cases) {
    INFO(each.english << " / " << each.text);
    CHECK(told_of(each.english, each.language, each.text) == Messages{});
  }
}

TEST_CASE("another time, amount or percentage is told") {
  struct Case {
    const char *english, *language, *text, *said;
  };
  const std::vector<Case> cases = {
      {"for 24 hours", "es", "durante 24 minutos", "says `24 minutos`, in `en` `24 hours`"},
      {"for 24 hours", "es", "durante 24 días", "says `24 días`, in `en` `24 hours`"},
      {"for 24 hours", "zh", "24分钟内", "says `24分钟`, in `en` `24 hours`"},
      {"for 24 hours", "ar", "لمدة 24 دقيقة", "says `24 دقيقة`, in `en` `24 hours`"},
      {"for 2 weeks", "ar", "لمدة يومين", "says `يومين`, in `en` `2 weeks`"},
      {"for 2 weeks", "es", "durante dos días", "says `dos días`, in `en` `2 weeks`"},
      {"5 mg", "es", "5 g", "says `5 g`, in `en` `5 mg`"},
      {"20% of it", "es", "20 mg", "says `20 mg`, in `en` `20%`"},
      {"38 °C", "es", "38 °F", "says `38 °F`, in `en` `38 °C`"},
      {"for 24 hours", "es", "durante 48 horas",
       "tells other numbers than in `en`: 48 horas instead of 24 hours"},
      {"for 24 hours", "es", "un buen tiempo",
       "tells other numbers than in `en`: no number instead of 24 hours"},
      {"a while", "es", "3 días", "tells other numbers than in `en`: 3 días instead of no number"},
      {"Fever of 100.4 °F", "es", "Fiebre de 39 °C",
       "tells other numbers than in `en`: 39 °C instead of 100.4 °F"},
  };
  for (const Case& each : cases) {
    INFO(each.english << " / " << each.text);
    CHECK(told_of(each.english, each.language, each.text) == Messages{each.said});
  }
}

TEST_CASE("facts, links and entries of lists are the same in both") {
  CHECK(told_of("Call {clinic.phone}.", "es", "Llame al { clinic.phone | spoken }.").empty());
  CHECK(told_of("Call {clinic.phone}.", "es", "Llámenos.") ==
        Messages{"has lost `{clinic.phone}`"});
  CHECK(told_of("Call us.", "es", "Llame al {clinic.phone}.") ==
        Messages{"has `{clinic.phone}`, which is not in `en`"});
  CHECK(told_of("Braces {{so}}", "es", "Llaves {{así}}").empty());
  CHECK(told_of("Name {blank 40 mm}", "es", "Nombre y apellidos {blank 55 mm}").empty());
  CHECK(told_of("Name {blank 40 mm}", "es", "Nombre {blank fill}").empty());
  CHECK(told_of("Name {blank 40 mm}", "es", "Nombre") == Messages{"has lost `{blank}`"});
  CHECK(told_of("[Map](https://a.org/en)", "es", "[Mapa](https://www.a.org/es)").empty());
  CHECK(told_of("[Map](https://a.org/7)", "es", "[Mapa](https://b.org/8)") ==
        Messages{"leads to `b.org`, in `en` to `a.org`"});
  CHECK(told_of("[Map](https://a.org)", "es", "Mapa") ==
        Messages{"leads nowhere, in `en` to `a.org`"});
  CHECK(told_of("- Rest\n- Eat\n", "es", "- Descanse\n- Coma\n").empty());
  CHECK(told_of("- Rest\n- Eat\n", "es", "- Descanse\n") == Messages{"lists 1 entry, in `en` 2"});
  CHECK(told_of("1. Rest\n2. Eat\n", "es", "1. Descanse\n2. Coma\n").empty());
  CHECK(lost_facts({"{a.b} {a.b} {c}", "{a.b}", "en", "es"}) == Messages{"a.b", "c"});
}

TEST_CASE("a text that is as the original was not translated") {
  CHECK(left("Wash gently.", "es", "Wash gently.") == "is as in the original: `Wash gently.`");
  CHECK(left("Wash gently.", "es", "Lave con cuidado.").empty());
  // One word may be the same in both, as names and numbers are.
  CHECK(left("Web", "es", "Web").empty());
  CHECK(left("SPF 30", "es", "SPF 30").empty());
  CHECK(left("Botox Cosmetic", "es", "Botox Cosmetic").empty());
  CHECK(left("Botox laser", "es", "Botox laser", {"botox", "laser"}).empty());
  CHECK(left("Colour laser", "en-GB", "Colour laser").empty());
  // Where letters are others, one word is enough.
  CHECK(left("Before", "ar", "Before") == "is as in the original: `Before`");
  CHECK(left("SPF", "ar", "SPF").empty());
}

TEST_CASE("a text without a word was not translated") {
  CHECK(left("Rest.", "es", "") == "is empty, so the original is printed");
  CHECK(left("Rest.", "es", " \n") == "is empty, so the original is printed");
  CHECK(left("Rest.", "es", "{clinic.phone}").empty());
  CHECK(left("", "es", "").empty());
}

TEST_CASE("a sentence that was left standing is told, and where") {
  const std::string half = "Descanse. Put nothing on it. Mañana sí.";
  const auto found =
      left_standing({"Rest. Put nothing on it. Tomorrow yes.", half, "en", "es"}, {});
  REQUIRE(found);
  CHECK(half.substr(found->begin, found->end - found->begin).starts_with("Put nothing on it"));
  CHECK(left("Let it be.", "es", "Descanse. When you feel the heat, rest your face.") ==
        "has a sentence in the language of the original: `When you feel the heat, rest your "
        "face.`");
  CHECK(left("Rest.", "es", "La crema «The Skin» es buena para su cara y su cuello.").empty());
  CHECK(left("Rest.", "pl", "To jest dobre, ale we wtorek nie.").empty());
}

TEST_CASE("words in other letters are told, and names, units and abbreviations are not") {
  CHECK(left("Use a mild cleanser.", "zh", "用温和的cleanser洗脸。") ==
        "has words in the letters of the original: `cleanser`");
  CHECK(left("Use a mild cleanser.", "ar", "استعملوا mild cleanser.") ==
        "has words in the letters of the original: `mild cleanser`");
  CHECK(left("Rest now.", "ar", "Rest").empty());
  for (const char* text : {"涂SPF 30或更高的防晒霜。", "维生素C", "HydraFacial治疗", "5 mg",
                           "100.4 °F", "请上 www.example.org/rest 看看", "电话{clinic.phone}"}) {
    INFO(text);
    CHECK(left("Use SPF 30. Vitamin C. HydraFacial. 5 mg. 100.4 °F. {clinic.phone}", "zh", text)
              .empty());
  }
  CHECK(left("Use retinol.", "zh", "用retinol。", {"retinol"}).empty());
  const auto russian = left_standing({"Тишина и покой", "Rest and покой", "ru", "en"}, {});
  REQUIRE(russian);
  CHECK(russian->message == "has words in the letters of the original: `покой`");
}

TEST_CASE("what is no word is blanked in its place") {
  CHECK(words_alone("See {a.b}, https://a.org/7 or [it](b.md)") ==
        "See      ,                 or [it](    )");
  CHECK(in_small_letters("Día ÀB") == "día àb");
  CHECK(placeholders_in("{b | c} {{d}} {a}") == Messages{"a", "b"});
}

TEST_CASE("numbers know what they count") {
  const auto counted = [](std::string_view text, std::string_view language) {
    std::vector<Counted> all;
    for (const Measure& each : measures_in(text, language)) all.push_back(each.counted);
    return all;
  };
  using enum Counted;
  CHECK(counted("24 hours, 3 times", "en") == std::vector{Hours, Other});
  CHECK(counted("2 to 6 weeks", "en") == std::vector{Weeks, Weeks});
  CHECK(counted("Weeks 2 to 6", "en") == std::vector{Weeks, Weeks});
  CHECK(counted("24-hour", "en") == std::vector{Hours});
  CHECK(counted("38 degrees Celsius", "en") == std::vector{Celsius});
  CHECK(counted("华氏100.4度", "zh") == std::vector{Fahrenheit});
  CHECK(measures_in("100,4", "es").front().digits == "1004");
  CHECK(measures_in("100,4", "es").front().value == 100.4);
  CHECK(measures_in("1,200", "en").front().value == 1200);
  CHECK(measures_in("8:00", "en").size() == 1);
}

}  // namespace handbill::prose
