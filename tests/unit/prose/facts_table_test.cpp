// SPDX-License-Identifier: MIT
// Faults of facts in text, and texts that are sound, of four organisations: a clinic, a bakery, a
// vet and a dental practice in Canada.
#include <catch2/catch.hpp>

#include "unit/prose/facts_project.h"

namespace handbill::prose {
namespace {

constexpr const char* kClinic = R"([clinic]
name  = "Chevy Chase Dermatology"
phone = "301-555-0142"
fax   = "301-555-0143"
email = "hello@ccderm.org"
web   = "https://ccderm.org"
[clinic.address]
street = "5454 Wisconsin Ave"
suite  = "Ste 1400"
city   = "Chevy Chase"
state  = "MD"
zip    = "20815"
[hours]
monday-thursday = "8:00 am – 5:00 pm"
friday = "8:00 am – 4:00 pm"
saturday-sunday = "closed"
lunch = "12:00 pm – 1:00 pm"
)";
constexpr const char* kBakery = R"([bakery]
name  = "Sunrise Bakery"
phone = "202-555-0186"
web   = "https://sunrisebakery.com"
[bakery.address]
street = "1200 Maple Street"
city   = "Washington"
state  = "DC"
zip    = "20001"
[bakery.open]
monday = "closed"
tuesday-friday = "7:00 am – 3:00 pm"
saturday-sunday = "8:00 am – 1:00 pm"
lunch = "none"
[[menu.breads]]
name  = "Sourdough loaf"
price = "8.50"
[[menu.breads]]
name  = "Baguette"
price = "4"
)";
constexpr const char* kBakeryTypes = R"([facts]
"bakery" = "organisation"
"bakery.open" = "hours"
"menu.breads.price" = "money USD"
)";
constexpr const char* kVet = R"([vet]
name  = "Paws & Claws Animal Hospital"
phone = { blank = "the phone number" }
email = { blank = "the mail address" }
[vet.address]
street = "88 Mill Road"
city   = "Reading"
zip    = "RG1 1AA"
country = "GB"
)";
constexpr const char* kVetTypes = "[facts]\n\"vet\" = \"organisation\"\n";
constexpr const char* kDental = R"([practice]
name  = "Bright Smile Dental"
phone = "604-555-0117"
email = "info@brightsmile.ca"
web   = "https://brightsmile.ca"
[practice.address]
street = "920 West Broadway"
city   = "Vancouver"
state  = "BC"
zip    = "V5Z 1K7"
country = "CA"
[practice.open]
monday-friday = "9:00 am – 6:00 pm"
saturday = "10:00 am – 2:00 pm"
sunday = "closed"
lunch = "none"
)";
constexpr const char* kDentalTypes =
    "[facts]\n\"practice\" = \"organisation\"\n\"practice.open\" = \"hours\"\n";

struct FactsOf {
  const char* facts;
  const char* types;
};
constexpr FactsOf kOfClinic{kClinic, ""}, kOfBakery{kBakery, kBakeryTypes}, kOfVet{kVet, kVetTypes},
    kOfDental{kDental, kDentalTypes};

struct Fault {
  FactsOf of;
  const char* text;
  const char* rule;    ///< that finds it
  const char* mended;  ///< the text with all fixes put in; null: it has none
};

const Fault kFaults[] = {
    // Telephone numbers.
    {kOfClinic, "Call us at 301-555-0142.", "phone-typed", "Call us at {clinic.phone}."},
    {kOfClinic, "Call us at (301) 555-0142 today.", "phone-typed",
     "Call us at {clinic.phone} today."},
    {kOfClinic, "Call +1 301 555 0142.", "phone-typed", "Call {clinic.phone | international}."},
    {kOfClinic, "Call 555-0142.", "phone-typed", "Call {clinic.phone}."},
    {kOfClinic, "Fax: 301.555.0143", "phone-typed", "Fax: {clinic.fax}"},
    {kOfClinic, "Call us at 301-555-0124.", "phone-slip", "Call us at {clinic.phone}."},
    {kOfClinic, "Questions? 301-555-0199", "phone-slip", "Questions? {clinic.phone}"},
    {kOfClinic, "Call 202-555-0177 with questions.", "phone-other", nullptr},
    {kOfBakery, "Order by phone: 202 555 0168.", "phone-slip", "Order by phone: {bakery.phone}."},
    {kOfBakery, "Phone 1-800-555-CAKE to order.", "phone-other", nullptr},
    {kOfVet, "Ring 0118 496 0123 out of hours.", "phone-blank", nullptr},
    {kOfVet, "Ring +44 118 496 0123.", "phone-blank", nullptr},
    {kOfDental, "Text 604-555-0171 to confirm.", "phone-slip", "Text {practice.phone} to confirm."},
    // Mail and web addresses.
    {kOfClinic, "Write to hello@ccderm.org.", "mail-typed", "Write to {clinic.email}."},
    {kOfClinic, "Write to helo@ccderm.org.", "mail-slip", "Write to {clinic.email}."},
    {kOfClinic, "Write to office@ccderm.org.", "mail-other", nullptr},
    {kOfDental, "Write to info@brightsmile.com.", "mail-slip", "Write to {practice.email}."},
    {kOfVet, "Write to desk@pawsandclaws.co.uk.", "mail-blank", nullptr},
    {kOfBakery, "Write to cakes@sunrisebakery.org.", "web-slip",
     "Write to cakes@{bakery.web | short}."},
    {kOfClinic, "See https://ccderm.org for more.", "web-typed", "See {clinic.web} for more."},
    {kOfClinic, "See www.ccderm.org for more.", "web-typed", "See {clinic.web | short} for more."},
    {kOfClinic, "See ccderm.com for more.", "web-slip", "See {clinic.web | short} for more."},
    {kOfBakery, "See sunrise-bakery.com for more.", "web-slip",
     "See {bakery.web | short} for more."},
    {kOfBakery, "See sunrisebakrey.com/menu for more.", "web-slip",
     "See {bakery.web | short} for more."},
    {kOfDental, "Book at smilebooker.net/bright.", "other-site", nullptr},
    {kOfClinic, "Book at bit.ly/ccderm.", "short-link", nullptr},
    {kOfBakery, "Map: https://goo.gl/maps/x1", "short-link", nullptr},
    // Addresses.
    {kOfClinic, "Find us at 5454 Wisconsin Ave, Ste 1400, Chevy Chase, MD 20815.", "address-typed",
     "Find us at {clinic.address}."},
    {kOfClinic, "Find us at 5454 Wisconsin Avenue.", "address-typed",
     "Find us at {clinic.address.street}."},
    {kOfClinic, "Find us at 5445 Wisconsin Ave.", "address-slip",
     "Find us at {clinic.address.street}."},
    {kOfClinic, "Find us at 5454 Wisconsin Blvd.", "address-slip",
     "Find us at {clinic.address.street}."},
    {kOfClinic, "We are in Chevy Chase, MD 20851.", "address-slip",
     "We are in Chevy Chase, MD {clinic.address.zip}."},
    {kOfBakery, "Come to 1200 Mapel Street.", "address-slip", "Come to {bakery.address.street}."},
    {kOfDental, "920 West Broadway, Vancouver, BC V5Z 1K1", "address-slip", nullptr},
    {kOfClinic, "5454 Wisconsin Ave, Suite 1200", "address-slip", nullptr},
    {kOfBakery, "Our second oven is at 77 Oak Street.", "address-other", nullptr},
    // Prices.
    {kOfBakery, "A sourdough loaf is $8.50.", "price-typed",
     "A sourdough loaf is {menu.breads.0.price}."},
    {kOfBakery, "A sourdough loaf is $9.50.", "price-slip",
     "A sourdough loaf is {menu.breads.0.price}."},
    {kOfBakery, "Baguettes are 5 dollars each.", "price-slip",
     "Baguettes are {menu.breads.1.price | whole} each."},
    // Names.
    {kOfClinic, "Welcome to Chevy Chase Dermatology.", "name-typed", "Welcome to {clinic.name}."},
    {kOfClinic, "Welcome to Chevy Chase dermatology.", "name-slip", "Welcome to {clinic.name}."},
    {kOfClinic, "Welcome to Chevy Chase Dermatolgy.", "name-slip", "Welcome to {clinic.name}."},
    {kOfBakery, "Welcome to SunRise Bakery.", "name-slip", "Welcome to {bakery.name}."},
    {kOfVet, "Paws and Claws Animal Hospital is open.", "name-slip", "{vet.name} is open."},
    {kOfDental, "At BrightSmile Dental we care.", "name-slip", "At {practice.name} we care."},
    {kOfClinic, "Welcome to Radiant Skin Clinic.", "other-organisation", nullptr},
    {kOfDental, "Thank you for choosing Harbour View Dental.", "other-organisation", nullptr},
    // Opening hours.
    {kOfClinic, "We are open until 6 pm.", "hours-contradicted", nullptr},
    {kOfClinic, "We close at 5:00 am.", "hours-contradicted", "We close at 5:00 pm."},
    {kOfClinic, "Our office is open on Saturdays.", "hours-contradicted", nullptr},
    {kOfClinic, "We are closed on Wednesdays.", "hours-contradicted", nullptr},
    {kOfClinic, "Open daily from 8 am to 5 pm.", "hours-contradicted", nullptr},
    {kOfClinic, "Office hours: Monday to Friday, 8 am – 5 pm", "hours-contradicted", nullptr},
    {kOfClinic, "Open Monday to Thursday from 9 am to 5 pm.", "hours-contradicted",
     "Open Monday to Thursday from 8 am to 5 pm."},
    {kOfClinic, "We are open 24 hours.", "hours-contradicted", nullptr},
    {kOfClinic, "We are closed from 10 am to 11 am.", "hours-contradicted", nullptr},
    {kOfClinic, "Abierto hasta las 6 pm.", "hours-contradicted", nullptr},
    {kOfClinic, "Abrimos los sábados.", "hours-contradicted", nullptr},
    {kOfBakery, "The bakery opens at 6 am on weekdays.", "hours-contradicted", nullptr},
    {kOfBakery, "We open at 6 am from Tuesday to Friday.", "hours-contradicted",
     "We open at 7 am from Tuesday to Friday."},
    {kOfBakery, "Open 7 days a week.", "hours-contradicted", nullptr},
    {kOfDental, "We are open on Saturdays until 4 pm.", "hours-contradicted",
     "We are open on Saturdays until 2 pm."},
    {kOfDental, "Saturdays 10 am – 3 pm", "hours-contradicted", "Saturdays 10 am – 2 pm"},
    {kOfClinic, "We are open until 5 pm.", "hours-typed", nullptr},
    {kOfDental, "Monday to Friday, 9 am to 6 pm; Saturday, 10 am to 2 pm; Sunday, closed",
     "hours-typed", nullptr},
    {kOfClinic, "Come at 8 am, 9 am or 10:00 AM.", "time-style", "Come at 8 am, 9 am or 10 am."},
    {kOfDental, "Doors at 9:00 a.m., first patient at 9:15 a.m., lunch at 1 pm.", "time-style",
     "Doors at 9:00 a.m., first patient at 9:15 a.m., lunch at 1:00 p.m."},
    // Emergencies.
    {kOfClinic, "Call 999 at once.", "emergency-number", "Call 911 at once."},
    {kOfClinic, "In an emergency dial 9111.", "emergency-number", "In an emergency dial 911."},
    {kOfClinic, "Call 9-1-1.", "emergency-number", "Call 911."},
    {kOfVet, "If somebody was bitten badly, call 911.", "emergency-number",
     "If somebody was bitten badly, call 999."},
    {kOfDental, "Call 112 if you can't breathe.", "emergency-number",
     "Call 911 if you can't breathe."},
    {kOfClinic, "Llame al 112 de inmediato.", "emergency-number", "Llame al 911 de inmediato."},
    // Persons and licences.
    {kOfClinic, "Ask Dr. Jane Smith about it.", "person-named", nullptr},
    {kOfDental, "Your hygienist is Anna Lee Fisher, RDH.", "person-named", nullptr},
    {kOfVet, "Nurse Jones will call you.", "person-named", nullptr},
    {kOfClinic, "NPI 1234567893", "licence-number", nullptr},
    {kOfDental, "License #BC-20441", "licence-number", nullptr},
};

struct Sound {
  FactsOf of;
  const char* text;
};
const Sound kSound[] = {
    {kOfClinic, "Call us at {clinic.phone}."},
    {kOfClinic, "Poison Help: 1-800-222-1222."},
    {kOfClinic, "Call or text 988 if you can't go on."},
    {kOfClinic, "In an emergency call 911."},
    {kOfClinic, "Use SPF 30 from day 2, for 6 weeks."},
    {kOfClinic, "Studies from 2015-2019 had 120-150 people."},
    {kOfClinic, "ISBN 978-3-16-148410-0"},
    {kOfClinic, "Mix 1 part to 10, and rinse 3 times a day for 7 days."},
    {kOfClinic, "Fever of 100.4 °F (38 °C) or higher"},
    {kOfClinic, "Read more at www.fda.gov and at nhs.uk."},
    {kOfClinic, "See {clinic.web | short}/aftercare for more."},
    {kOfClinic, "See ccderm.org/aftercare for more."},
    {kOfClinic, "Keep the wound open until 6 pm."},
    {kOfClinic, "Close your eyes at 9 pm, and keep them closed until 7 am."},
    {kOfClinic, "Wear makeup no sooner than 24 hours after."},
    {kOfClinic, "We are open until 5 pm."},
    {kOfClinic, "We are open Monday to Thursday until 5 pm, and until 4 pm on Fridays."},
    {kOfClinic, "We are closed on Saturdays and Sundays."},
    {kOfClinic, "We are closed for lunch from 12 pm to 1 pm."},
    {kOfClinic, "We are not open on weekends."},
    {kOfClinic, "The pharmacy next door closes at 9 pm."},
    {kOfClinic, "Registration opens at 7 am."},
    {kOfClinic, "Estamos abiertos de 8 am a 5 pm."},
    {kOfClinic, "Cerrado los sábados."},
    {kOfClinic, "We are closed from 24 to 26 December, and from 10 to 12 May."},
    {kOfClinic, "We are open 5 days a week, and reach 500 people."},
    {kOfBakery, "Write to cakes@sunrisebakery.com."},
    {kOfBakery, "Write to sunrise@example.net."},
    {kOfClinic, "Ask your doctor or nurse."},
    {kOfClinic, "Welcome to our clinic."},
    {kOfClinic, "Our dermatology team is here for you."},
    {kOfClinic, "A course costs $350."},
    {kOfClinic, "Come 15 minutes early."},
    {kOfClinic, "Take 400 to 600 mg, no more than 1200 mg in 24 hours."},
    {kOfClinic, "He lives in Silver Spring, MD, and comes by bus."},
    {kOfBakery, "Call us at {bakery.phone}."},
    {kOfBakery, "Bake at 450 °F for 35-40 minutes."},
    {kOfBakery, "We bake 7 days a week in summer."},
    {kOfBakery, "Our bakery is closed on Mondays."},
    {kOfBakery, "Open Tuesday to Friday, 7 am to 3 pm; Saturday and Sunday, 8 am to 1 pm."},
    {kOfBakery, "At the bakery, sunrise is when we knead."},
    {kOfBakery, "A baguette and a coffee are $7."},
    {kOfVet, "If somebody was bitten badly, call 999."},
    {kOfVet, "Cats need 200 to 250 kcal a day."},
    {kOfVet, "Your vet will see you at 10 o'clock."},
    {kOfVet, "Keep the collar on for 10-14 days."},
    {kOfDental, "Brush 2 minutes, 2 times a day."},
    {kOfDental, "Open Monday to Friday from 9 am to 6 pm, and on Saturdays until 2 pm."},
    {kOfDental, "We are open on Saturdays."},
    {kOfDental, "Call 811 for health advice."},
    {kOfDental, "Smile: a bright one needs dental care."},
    {kOfDental, "In an emergency call 911."},
};

test::FactsProject project_of(const FactsOf& of, const char* text) {
  return {of.facts, text, of.types};
}

}  // namespace

TEST_CASE("faults of facts in text are found, and mended by their fixes") {
  for (const Fault& each : kFaults) {
    INFO(each.text);
    auto project = project_of(each.of, each.text);
    CHECK(project.finds(each.rule));
    if (!project.finds(each.rule)) UNSCOPED_INFO("nothing");
    int left = 9;
    while (left > 0 && project.mend()) --left;
    CHECK(left > 0);
    if (each.mended == nullptr) continue;
    CHECK(project.text() == each.mended);
    CHECK(project.told(each.rule) == std::vector<std::string>{});
  }
}

TEST_CASE("texts that agree with the facts are left alone") {
  for (const Sound& each : kSound) {
    INFO(each.text);
    auto told = project_of(each.of, each.text).told();
    // Hours that are right may be typed; it is to consider.
    std::erase_if(told, [](const std::string& line) { return line.starts_with("hours-typed"); });
    CHECK(told == std::vector<std::string>{});
  }
}

}  // namespace handbill::prose
