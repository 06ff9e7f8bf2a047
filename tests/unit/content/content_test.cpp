// SPDX-License-Identifier: MIT
#include "content/content.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <limits>
#include <set>

#include "content/fact_table.h"
#include "content_from.h"

using namespace handbill;
using namespace handbill::content;
using namespace handbill::content::test;

namespace {

using List = std::vector<std::string>;

const std::string kClinic =
    "[clinic]\n"
    "name = \"Skin Studio\"\n"
    "phone = \"(301) 654-2000\"\n"
    "web = \"https://skinstudio.clinic/\"\n"
    "booking = { blank = \"the booking link\", width = \"1.5 in\" }\n"
    "[clinic.address]\n"
    "street = \"5454 Wisconsin Ave\"\n"
    "suite = \"Ste 1400\"\n"
    "city = \"Chevy Chase\"\n"
    "state = \"MD\"\n"
    "zip = \"20815\"\n";

}  // namespace

TEST_CASE("Facts of the clinic come out in the format asked for") {
  const auto content = content_from(kClinic);
  CHECK(content->faults() ==
        List{"blank-fact `{ blank = \"the booking link\", width = \"1.5 in\" }`: "
             "`clinic.booking` is still blank: the booking link"});
  const std::vector<std::array<std::string, 3>> cases = {
      {"clinic.name", "", "Skin Studio"},
      {"clinic.name", "plain", "Skin Studio"},
      {"clinic.phone", "", "(301)_654-2000"},
      {"clinic.phone", "national", "(301)_654-2000"},
      {"clinic.phone", "international", "+1_301-654-2000"},
      {"clinic.phone", "uri", "tel:+13016542000"},
      {"clinic.web", "", "https://skinstudio.clinic/"},
      {"clinic.web", "short", "skinstudio.clinic"},
      {"clinic.booking", "", "blank 108 pt"},
      {"clinic.booking", "short", "blank 108 pt"},
      {"clinic.address", "", "5454 Wisconsin Ave, Ste_1400, Chevy Chase, MD_20815"},
      {"clinic.address", "line", "5454 Wisconsin Ave, Ste_1400, Chevy Chase, MD_20815"},
      {"clinic.address", "lines", "5454 Wisconsin Ave, Ste_1400/Chevy Chase, MD_20815"},
      {"clinic.address", "street", "5454 Wisconsin Ave, Ste_1400"},
      {"clinic.address", "city", "Chevy Chase, MD_20815"},
      {"clinic.address.zip", "", "20815"},
      {"clinic.map_url", "",
       "https://www.openstreetmap.org/search?query=5454+Wisconsin+Ave,+Chevy+Chase,+MD+20815"},
      {"clinic.map_url", "short",
       "www.openstreetmap.org/search?query=5454+Wisconsin+Ave,+Chevy+Chase,+MD+20815"},
  };
  for (const auto& [path, format, expected] : cases) {
    INFO(path << " | " << format);
    CHECK(plain(content->show(path, format)) == expected);
  }
}

TEST_CASE("An address elsewhere is set as people there write it") {
  const auto content = content_from(
      "[clinic.address]\nstreet = \"Hauptstraße 5\"\ncity = \"Köln\"\nzip = \"50667\"\n"
      "country = \"DE\"\n",
      "de");
  CHECK(content->faults().empty());
  CHECK(plain(content->show("clinic.address", "lines")) == "Hauptstraße 5/50667_Köln");
  CHECK(content->show("clinic.map_url") ==
        "https://www.openstreetmap.org/search?query=Hauptstra%C3%9Fe+5,+K%C3%B6ln+50667");
}

TEST_CASE("An address with a blank part is one blank") {
  const auto content = content_from(
      "[clinic.address]\nstreet = { blank = \"the street\" }\ncity = \"Chevy Chase\"\n");
  CHECK(content->show("clinic.address", "line") == "blank 216 pt");
  CHECK(content->show("clinic.map_url") == "blank 216 pt");
  CHECK(content->show("clinic.address.street") == "blank 144 pt");
  CHECK(content->show("clinic.address.city") == "Chevy Chase");
}

TEST_CASE("A map address that is written wins over the computed one") {
  const auto content = content_from(kClinic.substr(0, 9) + "map_url = \"https://maps.test/x\"\n" +
                                    kClinic.substr(9));
  CHECK(content->show("clinic.map_url") == "https://maps.test/x");
}

TEST_CASE("Phone numbers are judged by the country's own rules") {
  struct Case {
    const char* number;
    const char* fault;
  };
  const std::vector<Case> cases = {
      {"301 654 2000", ""},
      {"+1 301.654.2000", ""},
      {"301-654-2000 ext. 12", ""},
      {"+49 221 2210", ""},
      {"654-2000",
       "bad-phone `\"654-2000\"`: `654-2000` has too few digits for a phone number (US)"},
      {"301-654-20001234567890",
       "bad-phone `301-654-20001234567890`: `301-654-20001234567890` has too many digits for a "
       "phone number (US)"},
      {"101-654-2000",
       "bad-phone `101-654-2000`: `101-654-2000` has the length of a phone number, but no such "
       "numbers are given out (US)"},
      {"call us", "bad-phone `call us`: `call us` is not a phone number"},
  };
  for (const Case& c : cases) {
    INFO(c.number);
    const auto content = content_from("[clinic]\nphone = \"" + std::string(c.number) + "\"\n");
    const List faults = content->faults();
    CHECK(faults.size() == (*c.fault ? 1 : 0));
    if (!faults.empty() && faults.size() == 1) {
      // The fault stands at the number, without its quotes.
      CHECK(faults.front().substr(faults.front().find(": ")) ==
            std::string(c.fault).substr(std::string(c.fault).find(": ")));
    }
  }
  const auto content = content_from("[clinic]\nphone = \"301-654-2000 ext. 12\"\n");
  CHECK(content->show("clinic.phone", "uri") == "tel:+13016542000;ext=12");
}

TEST_CASE("Phone numbers are printed so that they can be dialled from the clinic's country") {
  struct Case {
    const char* written;
    const char* national;
    const char* international;
  };
  for (const auto& [written, national, international] :
       {Case{"301-654-2000 ext. 12", "(301)_654-2000 ext._12", "+1_301-654-2000 ext._12"},
        Case{"301.654.2000 x12", "(301)_654-2000 ext._12", "+1_301-654-2000 ext._12"},
        Case{"+44 20 7946 0958", "+44_20_7946_0958", "+44_20_7946_0958"},
        Case{"+442079460958 ext 7", "+44_20_7946_0958 x7", "+44_20_7946_0958 x7"}}) {
    CAPTURE(written);
    const auto content = content_from("[clinic]\nphone = \"" + std::string(written) + "\"\n");
    CHECK(content->faults().empty());
    CHECK(plain(content->show("clinic.phone")) == national);
    CHECK(plain(content->show("clinic.phone", "international")) == international);
  }
  const auto british = content_from(
      "[clinic]\nphone = \"+44 20 7946 0958\"\naddress = { street = \"1 Main St\", city = "
      "\"London\", country = \"UK\" }\n");
  CHECK(british->faults().empty());
  CHECK(plain(british->show("clinic.phone")) == "020_7946_0958");
}

TEST_CASE("A clinic has further numbers: a second line, one for texts, one for faxes") {
  const auto content = content_from(
      "[clinic]\nphone2 = \"301 654 2001\"\ntext = \"301 654 2002\"\nfax = \"301 654 2003\"\n");
  CHECK(content->faults().empty());
  CHECK(content->show("clinic.phone2", "uri") == "tel:+13016542001");
  CHECK(content->show("clinic.text", "uri") == "sms:+13016542002");
  CHECK(content->show("clinic.fax", "uri") == "tel:+13016542003");
}

TEST_CASE("Facts the clinic does not have are absent, and what each clinic has can't be none") {
  const auto content = content_from(
      "[clinic]\nphone = \"none\"\nphone2 = \"None\"\ntext = \"none\"\nfax = \"none\"\nemail = "
      "\"NONE\"\nweb = \"none\"\nbooking = \"none\"\nhours_page = \"none\"\nmap_url = \"none\"\n"
      "[clinic.address]\nstreet = \"Hauptstr. 1\"\nsuite = \"none\"\ncity = \"Berlin\"\nstate = "
      "\"none\"\nzip = \"none\"\n");
  CHECK(content->faults().empty());
  for (const char* key :
       {"phone", "phone2", "text", "fax", "email", "web", "booking", "hours_page", "map_url"}) {
    CAPTURE(key);
    CHECK(content->show("clinic." + std::string(key)) == "absent");
  }
  CHECK(content->show("clinic.address.suite").empty());
  CHECK(content->show("clinic.address") == "Hauptstr. 1, Berlin");
  for (const char* line : {"name = \"none\"", "address = { street = \"none\", city = \"Berlin\" }",
                           "address = { street = \"Hauptstr. 1\", city = \"none\" }",
                           "phone = \"n/a\"", "booking = \"-\"", "web = \"\"", "name = \" \""}) {
    CAPTURE(line);
    const auto refused = content_from("[clinic]\n" + std::string(line) + "\n");
    REQUIRE(refused->faults().size() == 1);
    CHECK(refused->faults().front().starts_with("bad-value"));
  }
  // A text of the clinic's own may say so.
  CHECK(content_from("[visit]\nparking = \"none\"\n")->show("visit.parking") == "prose: none");
}

TEST_CASE("A phone number is never passed unread when the module is missing") {
  content::PhoneBook none({"/nowhere"});
  // Two numbers, one cause.
  const auto content = content_from("[clinic]\nphone = \"301 654 2000\"\nfax = \"301 654 2001\"\n",
                                    "en", {.revisions = Revisions::NotAsked, .phones = &none});
  CHECK(content->faults() ==
        List{"module-missing `301 654 2000`: `301 654 2000` could not be checked: "
             "`handbill_phone.so`, which reads phone numbers, is not beside the program or in "
             "`../lib/handbill`"});
  // With a blank, nothing is loaded and nothing is missed.
  const auto blank = content_from("[clinic]\nphone = { blank = \"the phone\" }\n", "en",
                                  {.revisions = Revisions::NotAsked, .phones = &none});
  CHECK_FALSE(blank->diags.has_errors());
}

TEST_CASE("The week has a row for each day") {
  const auto content = content_from(kWeek);
  CHECK(content->faults().empty());
  CHECK(plain(content->rows("hours.week", {"day", "day_short", "state", "times"})) ==
        List{"Monday | Mon | open | 8:00_am–12:00_pm, 1:00–5:00_pm",
             "Tuesday | Tue | open | 8:00_am–12:00_pm, 1:00–5:00_pm",
             "Wednesday | Wed | open | 8:00_am–12:00_pm, 1:00–5:00_pm",
             "Thursday | Thu | open | 8:00_am–12:00_pm, 1:00–5:00_pm",
             "Friday | Fri | open | 8:00_am–12:00_pm, 1:00–5:00_pm",
             "Saturday | Sat | closed | Closed", "Sunday | Sun | closed | Closed"});
  const auto rows =
      plain(content->rows("hours.week", {"open", "close", "morning_open", "morning_close",
                                         "afternoon_open", "afternoon_close", "closed"}));
  CHECK(rows.front() == "8:00_am | 5:00_pm | 8:00_am | 12:00_pm | 1:00_pm | 5:00_pm | ");
  CHECK(rows.back() == " |  |  |  |  |  | Closed");
}

TEST_CASE("A day without a break has no middle times, half a day stands in its own half") {
  const auto content = content_from(
      "[hours]\nlunch = \"12:00 pm – 1:00 pm\"\nmonday = \"8:00 am – 12:00 pm\"\n"
      "tuesday = \"1:00 pm – 5:00 pm\"\nwednesday-sunday = \"8:00 am – 5:00 pm\"\n");
  const auto rows =
      plain(content->rows("hours.week", {"morning_open", "morning_close", "afternoon_open",
                                         "afternoon_close", "times"}));
  CHECK(rows[0] == "8:00_am | 12:00_pm |  |  | 8:00_am–12:00_pm");
  CHECK(rows[1] == " |  | 1:00_pm | 5:00_pm | 1:00–5:00_pm");
  CHECK(rows[2].starts_with("8:00_am | 12:00_pm | 1:00_pm | 5:00_pm"));

  const auto through = content_from("[hours]\nmonday-sunday = \"8:00 am – 5:00 pm\"\n");
  CHECK(plain(through->rows("hours.week",
                            {"morning_open", "morning_close", "afternoon_open", "afternoon_close"}))
            .front() == "8:00_am |  |  | 5:00_pm");
}

TEST_CASE("Consecutive days with equal hours share a row") {
  const auto grouped = [](const std::string& days) {
    return plain(
        content_from("[hours]\n" + days)->rows("hours.grouped", {"day", "day_short", "times"}));
  };
  CHECK(grouped(kWeek.substr(8)) == List{"Monday–Friday | Mon–Fri | 8:00_am–12:00_pm, 1:00–5:00_pm",
                                         "Saturday–Sunday | Sat–Sun | Closed"});
  CHECK(grouped("mon-sun = \"closed\"\n") == List{"Monday–Sunday | Mon–Sun | Closed"});
  CHECK(grouped("mon = \"8 am – noon\"\ntue = \"closed\"\nwed = \"8 am – noon\"\nthu-sun = "
                "\"closed\"\n") == List{"Monday | Mon | 8:00_am–12:00_pm", "Tuesday | Tue | Closed",
                                        "Wednesday | Wed | 8:00_am–12:00_pm",
                                        "Thursday–Sunday | Thu–Sun | Closed"});
  // Days that open alike but break differently are not alike.
  CHECK(grouped("mon-tue = \"8 am – 5 pm\"\nwed-sun = \"closed\"\nlunch = { tue = \"12–1 pm\" }\n")
            .size() == 3);
  // A range may run over the end of the week.
  CHECK(grouped("sat-mon = \"closed\"\ntue-fri = \"8 am – noon\"\n") ==
        List{"Monday | Mon | Closed", "Tuesday–Friday | Tue–Fri | 8:00_am–12:00_pm",
             "Saturday–Sunday | Sat–Sun | Closed"});
}

TEST_CASE("Special dates come by date, with their weekday") {
  const auto content =
      content_from(kWeek +
                   "[[hours.special]]\ndate = 2026-12-31\nhours = \"8 am – noon\"\n"
                   "[[hours.special]]\ndate = \"2026-12-25\"\n"
                   "name = \"Christmas Day\"\nhours = \"closed\"\n");
  CHECK(content->faults().empty());
  CHECK(plain(content->rows("hours.special", {"date", "day", "name", "state", "times"})) ==
        List{"December_25,_2026 | Friday | Christmas Day | closed | Closed",
             "December_31,_2026 | Thursday |  | open | 8:00_am–12:00_pm"});
  diag::Diagnostics diags;
  const auto rows = content->content->rows("hours.special", {}, diags);
  REQUIRE(rows);
  CHECK(plain(content->show("date", "short", &rows->front())) == "Dec_25,_2026");
  CHECK(plain(content->show("date", "weekday", &rows->front())) == "Friday,_December_25");
  CHECK(content->show("date_iso", "", &rows->front()) == "2026-12-25");
  CHECK(content_from(kWeek)->rows("hours.special", {"date"}).empty());
}

TEST_CASE("Special dates in a row are one row, also over New Year") {
  const auto shown = [](const std::string& from, const std::string& to, const char* language) {
    const auto content = content_from(
        kWeek + "[[hours.special]]\nfrom = " + from + "\nto = " + to + "\nhours = \"closed\"\n",
        language);
    CHECK(content->faults().empty());
    return plain(content->rows("hours.special", {"date", "date_iso", "day_short", "times"}))
        .front();
  };
  CHECK(shown("2026-12-24", "2026-12-26", "en") ==
        "December_24–26,_2026 | 2026-12-24/2026-12-26 | Thu–Sat | Closed");
  CHECK(shown("2026-11-30", "2026-12-06", "en") ==
        "November_30–December_6,_2026 | 2026-11-30/2026-12-06 | Mon–Sun | Closed");
  // A weekday would be there twice.
  CHECK(shown("2026-12-27", "2027-01-03", "en") ==
        "December_27,_2026–January_3,_2027 | 2026-12-27/2027-01-03 |  | Closed");
  CHECK(shown("2026-12-25", "2026-12-25", "en") == "December_25,_2026 | 2026-12-25 | Fri | Closed");
  CHECK(shown("2026-12-24", "2026-12-26", "es") ==
        "24–26_de_diciembre_de_2026 | 2026-12-24/2026-12-26 | Jue–sáb | Cerrado");
  CHECK(shown("2026-12-24", "2026-12-26", "zh") ==
        "2026年12月24日至26日 | 2026-12-24/2026-12-26 | 周四–周六 | 休息");
  CHECK(shown("2026-12-24", "2026-12-26", "ar") ==
        "24–26_ديسمبر،_2026 | 2026-12-24/2026-12-26 | خميس–سبت | مغلق");
  CHECK(shown("2026-12-27", "2027-01-03", "es") ==
        "27_de_diciembre_de_2026_– 3_de_enero_de_2027 | 2026-12-27/2027-01-03 |  | Cerrado");
}

TEST_CASE("Opening hours are also single facts") {
  const auto content = content_from(kWeek);
  CHECK(plain(content->show("hours.lunch")) == "12:00 to 1:00_pm");
  CHECK(plain(content->show("hours.lunch_open")) == "12:00_pm");
  CHECK(plain(content->show("hours.lunch_close")) == "1:00_pm");
  CHECK(plain(content->show("hours.summary")) == "Monday to Friday, 8_am to 5_pm");
  CHECK(content->show("hours.closed_days") == "Saturday and Sunday");
  CHECK(plain(content->show("hours.tuesday")) == "8:00_am–12:00_pm, 1:00–5:00_pm");
  CHECK(content->show("hours.sunday") == "Closed");

  const auto without =
      content_from("[hours]\nmon-thu = \"8 am – 5 pm\"\nfri-sun = \"8 am – noon\"\n");
  CHECK(plain(without->show("hours.summary")) ==
        "Monday to Thursday, 8_am to 5_pm; Friday to Sunday, 8_am to 12_pm");
  // What a week does not have falls away with what would tell it.
  CHECK(without->show("hours.lunch") == "absent");
  CHECK(without->show("hours.lunch_open", "clock") == "absent");
  CHECK(without->show("hours.closed_days") == "absent");
  CHECK(content_from("[hours]\nmon-sun = \"closed\"\n")->show("hours.summary") == "absent");
  // Breaks that differ have no fact of their own.
  CHECK(plain(content_from("[hours]\nmon-fri = \"8 am – 5 pm\"\nsat-sun = \"closed\"\n"
                           "lunch = { mon-thu = \"12–1 pm\", fri = \"12:30–1 pm\" }\n")
                  ->show("hours.summary")) ==
        "Monday to Thursday, 8_am to 12_pm and 1 to 5_pm; Friday, 8_am to 12:30_pm and 1 to 5_pm");
  CHECK(without->show("hours.lunch", "uri").starts_with("bad-interpolation"));
  CHECK(without->show("hours.lunches").starts_with("fact-missing"));

  const std::string week = "[hours]\nmon-fri = \"8 am – 5 pm\"\nsat-sun = ";
  const auto lunch = [&](const std::string& rest) {
    const auto content = content_from(week + rest + "\n");
    CHECK(content->faults().empty());
    return plain(content->show("hours.lunch"));
  };
  CHECK(lunch("\"closed\"\nlunch = \"none\"") == "absent");
  CHECK(lunch("\"closed\"\nlunch = { mon-thu = \"12–1 pm\", fri = \"1–2 pm\" }") == "absent");
  CHECK(lunch("\"closed\"\nlunch = { mon-thu = \"12–1 pm\" }") == "absent");
  CHECK(lunch("\"8 am – noon\"\nlunch = \"12–1 pm\"") == "12:00 to 1:00_pm");
  CHECK(lunch("\"8 am – noon, 2–6 pm\"\nlunch = \"12–1 pm\"") == "absent");
  CHECK(lunch("\"8 am – noon, 1–6 pm\"\nlunch = \"12–1 pm\"") == "12:00 to 1:00_pm");
  CHECK(lunch("\"by appointment\"\nlunch = \"12–1 pm\"") == "12:00 to 1:00_pm");
}

TEST_CASE("Another language brings its own words") {
  const auto spanish = content_from(kWeek, "es");
  CHECK(
      plain(spanish->rows("hours.grouped", {"day", "times"})) ==
      List{"Lunes–viernes | 8:00_a._m.–12:00_p._m., 1:00–5:00_p._m.", "Sábado–domingo | Cerrado"});
  CHECK(spanish->show("hours.closed_days") == "sábado y domingo");
  CHECK(plain(spanish->show("hours.lunch")) == "12:00 a 1:00_p._m.");

  const auto unknown = content_from(kWeek, "fi");
  CHECK(unknown->faults() ==
        List{"missing-key `[hours]`: the word for `closed` in the language `fi` is not known"});
  const auto known = content_from(kWeek + "words = { closed = \"Suljettu\", to = \"ja\" }\n", "fi");
  CHECK(known->faults().empty());
  CHECK(known->rows("hours.week", {"closed"}).back() == "Suljettu");
}

TEST_CASE("The user's own tables are prose, lists, dates and numbers") {
  const auto content = content_from(
      "[treatment]\nname = \"Micro*needling*\"\nsince = 2020-05-01\nneedles = 12\ndepth = 0.5\n"
      "link = \"https://skin.clinic/a/\"\nnew = true\nfit = [\"one\", \"two\", \"three\"]\n"
      "mixed = [1, \"a\"]\n[[treatment.benefits]]\ntitle = \"Tone\"\nicon = \"tone\"\n"
      "[[treatment.benefits]]\ntitle = \"Pores\"\n[treatment.headings]\nhow = \"How\"\n");
  CHECK(content->faults().empty());
  const std::vector<std::array<std::string, 3>> cases = {
      {"treatment.name", "", "prose: Micro*needling*"},
      {"treatment.name", "plain", "Micro*needling*"},
      {"treatment.since", "", "May_1,_2020"},
      {"treatment.since", "month", "May_2020"},
      {"treatment.since", "iso", "2020-05-01"},
      {"treatment.needles", "", "12"},
      {"treatment.depth", "", "0.5"},
      {"treatment.link", "short", "skin.clinic/a"},
      {"treatment.fit", "list", "one, two, and three"},
      {"treatment.fit.1", "", "prose: two"},
      {"treatment.benefits.1.title", "", "prose: Pores"},
  };
  for (const auto& [path, format, expected] : cases) {
    INFO(path << " | " << format);
    CHECK(plain(content->show(path, format)) == expected);
  }
  CHECK(content->rows("treatment.benefits", {"title"}) == List{"prose: Tone", "prose: Pores"});
  CHECK(content->rows("treatment.fit", {"text"}) ==
        List{"prose: one", "prose: two", "prose: three"});
  // A row falls back on the whole content.
  CHECK(content->rows("treatment.benefits", {"treatment.needles"}) == List{"12", "12"});
  CHECK(content->content->prose("treatment.headings.how") != nullptr);
  CHECK(content->content->prose("treatment.headings") == nullptr);
  CHECK(content->content->prose("treatment.nothing") == nullptr);
}

TEST_CASE("What can't be put into text is explained") {
  const auto content = content_from_files({kClinic + kWeek,
                                           "[treatment]\nname = \"x\"\nnew = true\nfit = [\"a\"]\n"
                                           "mixed = [1]\n[treatment.headings]\nhow = \"How\"\n"});
  const std::vector<std::array<std::string, 3>> cases = {
      {"clinic.phon", "",
       "fact-missing: the content has no `clinic.phon` (did you mean `clinic.phone`?)"},
      {"treatment.nme", "",
       "fact-missing: the content has no `treatment.nme` (did you mean `treatment.name`?)"},
      {"hours.sumary", "",
       "fact-missing: the content has no `hours.sumary` (did you mean `hours.summary`?)"},
      {"hours.today", "",
       "fact-missing: the content has no `hours.today` (did you mean `hours.monday`?)"},
      {"aftercare.normal", "",
       "fact-missing: the content has no `aftercare.normal` (no content file of this document has "
       "`[aftercare]`; name its subject in `content`)"},
      {"revision.date", "",
       "fact-missing: the content has no `revision.date` (no content file of this document has "
       "`[revision]`; name its subject in `content`)"},
      {"treatment.headings", "",
       "bad-interpolation: `treatment.headings` has facts below it, and is no text itself (name "
       "one of them: "
       "`{treatment.headings.how}`)"},
      {"clinic", "",
       "bad-interpolation: `clinic` has facts below it, and is no text itself (name one of them: "
       "`{clinic.name}`)"},
      {"hours", "",
       "bad-interpolation: `hours` has facts below it, and is no text itself (write "
       "`{hours.summary}`)"},
      {"hours.week", "",
       "bad-interpolation: `hours.week` has several entries, and is no text itself (ask your "
       "designer for a table of its entries (`rows = \"hours.week\"`); if they are single texts, "
       "write `{hours.week | list}`)"},
      {"treatment.fit", "",
       "bad-interpolation: `treatment.fit` has several entries, and is no text itself (ask your "
       "designer for a table of its entries (`rows = \"treatment.fit\"`); if they are single "
       "texts, write `{treatment.fit | list}`)"},
      {"treatment.new", "", "bad-interpolation: `treatment.new` is `true` or `false`, not a text"},
      {"clinic.phone", "internatonal",
       "bad-interpolation: unknown format `internatonal` (did you mean `international`?)"},
      {"clinic.phone", "long",
       "bad-interpolation: the format `long` is for a date, which `clinic.phone` is not (its "
       "formats "
       "are `national`, `international` and `uri`)"},
      {"clinic.name", "short",
       "bad-interpolation: the format `short` is for a web address or a date, which `clinic.name` "
       "is "
       "not (take the format out)"},
      {"treatment.name", "uri",
       "bad-interpolation: the format `uri` is for a phone number, which `treatment.name` is not "
       "(its formats are `plain` and `optional`)"},
  };
  for (const auto& [path, format, expected] : cases) {
    INFO(path << " | " << format);
    CHECK(content->show(path, format) == expected);
  }
  CHECK(content->rows("hours.weeks", {}) ==
        List{"fact-missing: the content has no list `hours.weeks` (did you mean `hours.week`?)"});
  CHECK(content->rows("treatment.name", {}) ==
        List{"fact-missing: `treatment.name` is a text, not a list of entries (write it "
             "as `{treatment.name}` in a text)"});
  CHECK(content->rows("treatment.mixed", {}) ==
        List{"fact-missing: the entries of `treatment.mixed` are not alike: each is a text, or "
             "each a group of facts"});
  CHECK(content_from("a = 1\n")->rows("hours.week", {}) ==
        List{"fact-missing: the content has no list `hours.week` (no content file of this document "
             "has `[hours]`; name its subject in `content`)"});
}

TEST_CASE("A fact that is missing is guessed as long as errors are told, and no longer") {
  const auto content = content_from("[words]\nopen = \"x\"\n");
  diag::Diagnostics diags;
  for (int i = 0; i < 1001; ++i) {
    const auto at = static_cast<std::uint32_t>(i);
    content->content->insert("words.opn", "", nullptr, {diag::FileId{0}, at, at + 1}, diags);
  }
  REQUIRE(diags.list().size() == 1001);
  CHECK(diags.list()[999].hints == List{"did you mean `words.open`?"});
  CHECK(diags.list()[1000].hints.empty());
}

TEST_CASE("A number that is none is not printed") {
  spec::ContentSpec spec{.files = {}, .language = "en"};
  spec::Value root, number;
  number.data = std::numeric_limits<double>::infinity();
  root.data = spec::Value::Table{{"depth", {}, number}};
  spec.files.push_back({"a", root});
  diag::Diagnostics diags;
  const Content content = Content::check(std::move(spec), diags);
  CHECK_FALSE(content.insert("depth", "", nullptr, {}, diags));
  CHECK(diags.error_count() == 1);
}

TEST_CASE("The latest revision stands for all files, and one draft makes a draft") {
  const auto both = content_from_files(
      {"[revision]\ndate = 2026-11-22\nstatus = \"approved\"\napproved_by = \"office manager\"\n",
       "[revision]\ndate = 2026-11-01\nstatus = \"draft\"\n[visit]\nline = \"x\"\n"});
  CHECK(both->faults() == List{"draft-content `\"draft\"`: this content is a draft"});
  Printed printed;
  diag::Diagnostics diags;
  CHECK_FALSE(both->content->is_draft(printed));
  both->content->print("visit.line", nullptr, printed, diags);
  CHECK(both->content->is_draft(printed));
  both->content->report_drafts(printed, diags);
  CHECK(diags.warning_count() == 1);
  CHECK(both->content->revision_date() == "2026-11-22");
  CHECK(plain(both->show("revision.date")) == "November_22,_2026");
  CHECK(plain(both->show("revision.date", "month")) == "November_2026");
  CHECK(both->show("revision.status") == "draft");
  CHECK(both->show("revision.approved_by") == "office manager");

  const auto none = content_from("[treatment]\nname = \"x\"\n");
  CHECK_FALSE(none->content->is_draft({}));
  CHECK(none->content->revision_date().empty());
  CHECK(none->content->language() == "en");
}

TEST_CASE("A file without a revision is one that nobody has approved, where it is printed") {
  const auto asked = [](const std::string& file) { return content_from(file, "en", {})->faults(); };
  CHECK(asked("[visit]\nline = \"x\"\n") ==
        List{"draft-content ``: this file has no `[revision]`: nobody has approved it"});
  CHECK(asked("[revision]\nstatus = \"approved\"\napproved_by = \"office manager\"\n"
              "date = 2026-11-22\n[visit]\nline = \"x\"\n")
            .empty());
  const auto visit = content_from("[visit]\nline = \"x\"\n", "en", {});
  CHECK_FALSE(visit->content->is_draft({}));
}

TEST_CASE("Every format and typed fact of the tables has words for the reference") {
  for (const FormatInfo& format : formats()) {
    INFO(format.name);
    CHECK_FALSE(format.name.empty());
    CHECK_FALSE(format.takes_text.empty());
    CHECK_FALSE(format.doc.empty());
  }
  for (const FactInfo& fact : known_facts()) {
    INFO(fact.name);
    CHECK_FALSE(fact.type.empty());
    CHECK_FALSE(fact.doc.empty());
  }
  // The row keys of the table are the keys of the rows.
  const auto content =
      content_from(kWeek +
                   "[[hours.special]]\ndate = 2026-12-25\nname = \"x\"\nhours = \"closed\"\n"
                   "[[hours.season]]\nfrom = \"06-01\"\nto = \"08-31\"\nfriday = \"closed\"\n");
  diag::Diagnostics diags;
  std::set<std::string> in_rows, in_table;
  for (const FactInfo& fact : known_facts()) {
    if (fact.kind == FactInfo::Kind::RowKey) in_table.emplace(fact.name);
    if (fact.kind != FactInfo::Kind::List) continue;
    const auto rows = content->content->rows(fact.name, {}, diags);
    REQUIRE(rows);
    INFO(fact.name);
    REQUIRE_FALSE(rows->empty());
    for (const RowFact& key : rows->front().computed) in_rows.emplace(key.key);
  }
  CHECK(in_rows == in_table);
}

TEST_CASE("A value of the wrong kind is told in the words of staff, with an example") {
  const std::vector<std::string> files = {
      "hours = \"9 to 5\"\n",
      "revision = \"today\"\n",
      "[revision]\nstatus = true\n",
      "clinic = 1\n",
      "[clinic]\naddress = \"5454 Wisconsin Ave\"\n",
      "[clinic]\naddress = { blank = \"the address\" }\n",
      "[clinic]\nname = [\"North Light\"]\n",
      "[hours]\nmonday = 9\n",
      "[hours]\nmonday = { hours = \"9 am – 5 pm\", note = 1 }\n",
      "[hours]\nmonday = { hours = \"9 am – 5 pm\", weeks = 1 }\n",
      "[hours]\nlunch = [\"12 pm – 1 pm\"]\n",
      "[hours]\nspecial = \"closed\"\n",
      "[hours]\nspecial = [\"2026-12-25\"]\n",
      "[hours]\nseason = \"summer\"\n",
      "[hours]\nseason = [\"summer\"]\n",
      "[hours]\nwords = \"closed\"\n",
      "[[hours.special]]\ndate = true\nhours = \"closed\"\n",
  };
  for (const std::string& file : files) {
    INFO(file);
    const auto content = content_from(file);
    const auto& said = content->diags.list();
    const auto wrong =
        std::ranges::find(said, diag::DiagnosticId::WrongType, &diag::Diagnostic::id);
    REQUIRE(wrong != said.end());
    INFO(wrong->message);
    for (const char* word : {"table", "string", "array", "truth value"}) {
      CHECK(wrong->message.find(word) == std::string::npos);
    }
    REQUIRE_FALSE(wrong->hints.empty());
    CHECK(wrong->hints.front().find('`') != std::string::npos);
  }
}
