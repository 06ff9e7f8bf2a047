// SPDX-License-Identifier: MIT
// What people write under [hours], and how it is understood.
#include "content/opening_hours.h"

#include <catch2/catch.hpp>

#include "content_from.h"

using namespace handbill;
using namespace handbill::content;
using namespace handbill::content::test;

namespace {

/// What stands after `key` in the dump; a fault, if there is one.
std::string read(const std::string& hours, const std::string& key,
                 const std::string& language = "en") {
  const auto content = content_from("[hours]\n" + hours, language);
  if (const auto faults = content->faults(); !faults.empty()) return faults.front();
  const std::string dump = content->content->dump(), wanted = "\n  " + key + " ";
  const std::size_t at = dump.find(wanted);
  if (at == dump.npos) return "none";
  const std::size_t begin = at + wanted.size();
  return dump.substr(begin, dump.find('\n', begin) - begin);
}

/// Of one day, the others being closed.
std::string day(const std::string& text, const std::string& language = "en") {
  return read("lunch = \"none\"\nmonday = \"" + text + "\"\ntuesday-sunday = \"closed\"\n",
              "monday", language);
}

}  // namespace

TEST_CASE("A day has times, or is closed, open all day or by appointment") {
  const std::vector<std::array<std::string, 3>> cases = {
      {"en", "8 am – noon, 2 – 6 pm", "08:00-12:00 14:00-18:00"},
      {"en", "closed", "closed"},
      {"en", " CLOSED. ", "closed"},
      {"en", "by appointment", "by appointment"},
      {"en", "By  appointment\u00A0only", "by appointment"},
      {"en", "Open 24 hours", "open 24 hours"},
      {"en", "24/7", "open 24 hours"},
      {"en", "00:00 – 24:00", "open 24 hours"},
      {"en", "midnight – midnight", "open 24 hours"},
      {"en", "00:00 – 23:59", "00:00-23:59"},
      // Words of the content's language, or English ones.
      {"es", "Cerrado", "closed"},
      {"es", "CON CITA PREVIA", "by appointment"},
      {"es", "by appointment", "by appointment"},
      {"fr", "FERMÉ", "closed"},
      {"zh", "休息", "closed"},
      {"ar", "بموعد مسبق", "by appointment"},
      {"en", "Cerrado", "bad-time `Cerrado`: `Cerrado` is not a time"},
      {"en", "close", "bad-time `close`: `close` is not a time"},
      {"en", "closed Friday", "bad-time `closed`: `closed` is not a time"},
  };
  for (const auto& [language, text, expected] : cases) {
    INFO(language << ": " << text);
    CHECK(day(text, language) == expected);
  }
  CHECK(read("words = { closed = \"Stängt\" }\nmon-sun = \"stängt\"\n", "sunday", "sv") ==
        "closed");
}

TEST_CASE("A misspelt word for a day gets its right one, another mistake the forms there are") {
  const auto hints = [](const std::string& text) {
    return content_from("[hours]\nmon-sun = \"" + text + "\"\n")->diags.list().front().hints;
  };
  CHECK(hints("by apointment") == std::vector<std::string>{"did you mean `by appointment`?"});
  CHECK(
      hints("eight to five") ==
      std::vector<std::string>{"write `8:00 am – 5:00 pm`, `08:00–17:00`, `by appointment`, `open "
                               "24 hours` or `closed`"});
}

TEST_CASE("A break that no day has is told, unless no day has times") {
  const auto faults = [](const std::string& hours) {
    return content_from("[hours]\n" + hours + "lunch = \"12 – 1 pm\"\n")->faults();
  };
  const std::vector<std::string> idle = {
      "lunch-outside-hours `\"12 – 1 pm\"`: the lunch break `12 – 1 pm` is inside the opening "
      "hours "
      "of no day"};
  CHECK(faults("mon-sun = \"8 am – noon\"\n") == idle);
  CHECK(faults("mon-sat = \"8 am – noon\"\nsunday = \"by appointment\"\n") == idle);
  CHECK(faults("mon-sat = \"8 am – noon\"\nsunday = \"8 am – 5 pm\"\n").empty());
  CHECK(faults("mon-sun = \"by appointment\"\n").empty());
  CHECK(faults("mon-sun = \"closed\"\n").empty());
  // What Sunday was meant to be is not known.
  CHECK(faults("mon-sat = \"8 am – noon\"\nsunday = \"8\"\n").size() == 1);
}

TEST_CASE("A week that goes on over noon says whether it has a break") {
  const auto faults = [](const std::string& hours) {
    return content_from("[hours]\n" + hours)->faults();
  };
  const std::vector<std::string> asked = {
      "missing-key `[hours]`: `lunch` is missing: Sunday goes on over noon"};
  CHECK(faults("mon-sat = \"closed\"\nsunday = \"11:59 am – 1:01 pm\"\n") == asked);
  CHECK(faults("mon-sat = \"closed\"\nsunday = \"noon – 5 pm\"\n").empty());
  CHECK(faults("mon-sat = \"closed\"\nsunday = \"8 am – 1 pm\"\n").empty());
  CHECK(faults("mon-sat = \"closed\"\nsunday = \"8 am – noon, 1 – 5 pm\"\n").empty());
  CHECK(faults("mon-sat = \"by appointment\"\nsunday = \"open 24 hours\"\n").empty());
  CHECK(faults("lunch = \"none\"\nmon-sun = \"8 am – 5 pm\"\n").empty());
}

TEST_CASE("Special dates are one day, or from one to another, and none is there twice") {
  const auto faults = [](const std::string& special) {
    return content_from(kWeek + "[[hours.special]]\nhours = \"closed\"\n" + special)->faults();
  };
  using List = std::vector<std::string>;
  CHECK(faults("from = 2026-12-24\nto = 2027-01-02\n").empty());
  CHECK(faults("from = 2026-12-24\nto = 2026-12-24\n").empty());
  CHECK(faults("from = 2026-12-24\n") ==
        List{"missing-key `[[hours.special]]`: a special date has no `to`"});
  CHECK(faults("to = 2026-12-24\n") ==
        List{"missing-key `[[hours.special]]`: a special date has no `from`"});
  CHECK(faults("") == List{"missing-key `[[hours.special]]`: a special date has no `date`"});
  CHECK(faults("date = 2026-12-24\nto = 2026-12-26\n") ==
        List{"bad-value `2026-12-26`: a special date has both `date` and a first or last day"});
  CHECK(faults("from = 2026-12-24\nto = 2026-12-23\n") ==
        List{"bad-date `2026-12-23`: 2026-12-23 is before 2026-12-24"});
  // Half a year is long; more is a slip in the year.
  CHECK(faults("from = 2026-01-01\nto = 2026-07-02\n").empty());
  CHECK(faults("from = 2026-01-01\nto = 2026-07-03\n") ==
        List{"bad-date `2026-07-03`: these special dates last 184 days"});
  const std::string next = "[[hours.special]]\nhours = \"closed\"\n";
  CHECK(faults("from = 2026-12-24\nto = 2026-12-26\n" + next + "date = 2026-12-27\n").empty());
  CHECK(faults("from = 2026-12-24\nto = 2026-12-26\n" + next + "date = 2026-12-26\n") ==
        List{"duplicate-name `2026-12-26`: the special date 2026-12-26 is there twice"});
  // The second is the one further down, whatever its date.
  CHECK(faults("date = 2026-12-26\n" + next + "from = 2026-12-24\nto = 2026-12-28\n") ==
        List{"duplicate-name `2026-12-24`: the special date 2026-12-26 is there twice"});
  // One that spans two others is told with each.
  CHECK(faults("date = 2026-12-25\n" + next + "date = 2026-12-27\n" + next +
               "from = 2026-12-24\nto = 2026-12-28\n")
            .size() == 2);
}

TEST_CASE("A special date keeps the break of its day, unless it says otherwise") {
  const auto read_special = [](const std::string& rest, const std::string& season = "") {
    const auto content = content_from(kWeek + "[[hours.special]]\n" + rest + season);
    if (const auto faults = content->faults(); !faults.empty()) return faults.front();
    return plain(content->rows("hours.special", {"times"})).front();
  };
  const std::string thursday = "date = 2026-12-31\nhours = ", open = "\"8 am – 5 pm\"\n";
  CHECK(read_special(thursday + open) == "8:00_am–12:00_pm, 1:00–5:00_pm");
  CHECK(read_special(thursday + "\"8 am – noon\"\n") == "8:00_am–12:00_pm");
  CHECK(read_special(thursday + "\"1 – 5 pm\"\n") == "1:00–5:00_pm");
  CHECK(read_special(thursday + "\"8 am – noon, 1 – 5 pm\"\n") == "8:00_am–12:00_pm, 1:00–5:00_pm");
  // A Saturday that is closed else would have the break of all days.
  CHECK(read_special("date = 2027-01-02\nhours = " + open) == "8:00_am–12:00_pm, 1:00–5:00_pm");
  CHECK(read_special(thursday + open + "lunch = \"none\"\n") == "8:00_am–5:00_pm");
  CHECK(read_special(thursday + open + "lunch = \"12:30 – 1 pm\"\n") ==
        "8:00_am–12:30_pm, 1:00–5:00_pm");
  CHECK(read_special(thursday + "\"8 am – 12:30 pm\"\n") ==
        "lunch-outside-hours `\"8 am – 12:30 pm\"`: the special date 2026-12-31 closes within the "
        "lunch break `12:00 pm - 1:00 pm`");
  CHECK(read_special(thursday + "\"8 am – 12:30 pm\"\nlunch = \"none\"\n") == "8:00_am–12:30_pm");
  CHECK(
      read_special(thursday + "\"open 24 hours\"\n") ==
      "lunch-outside-hours `\"open 24 hours\"`: the special date 2026-12-31 is open 24 hours, and "
      "not during the lunch break `12:00 pm - 1:00 pm`");
  CHECK(read_special(thursday + "\"closed\"\nlunch = \"12 – 1 pm\"\n") ==
        "lunch-outside-hours `\"12 – 1 pm\"`: the special date 2026-12-31 has no hours, and so no "
        "lunch break");
  CHECK(read_special(thursday + "\"8 am – noon\"\nlunch = \"12 – 1 pm\"\n") ==
        "lunch-outside-hours `\"12 – 1 pm\"`: the lunch break `12 – 1 pm` is not inside the hours "
        "of the special date 2026-12-31");
  // Within a season its break holds.
  const std::string winter = "[[hours.season]]\nfrom = \"12-15\"\nto = \"01-01\"\nlunch = ";
  CHECK(read_special(thursday + open, winter + "\"12:30 – 1 pm\"\n") ==
        "8:00_am–12:30_pm, 1:00–5:00_pm");
  CHECK(read_special(thursday + open, winter + "\"none\"\n") == "8:00_am–5:00_pm");
  CHECK(
      read_special("from = 2027-01-01\nto = 2027-01-02\nhours = " + open, winter + "\"none\"\n") ==
      "lunch-outside-hours `\"8 am – 5 pm\"`: the days of the special date "
      "2027-01-01/2027-01-02 have different lunch breaks");
}

TEST_CASE("Days may be cut short to three letters or more") {
  CHECK(read("mon-thurs = \"9 am – noon\"\nFri = \"closed\"\nsatur-sund = \"closed\"\n",
             "thursday") == "09:00-12:00");
  CHECK(read("mon-th = \"9 am – noon\"\nfri-sun = \"closed\"\n", "friday")
            .starts_with("unknown-key"));
}

TEST_CASE("A word a language lacks is asked for when a day needs it") {
  CHECK(day("by appointment", "it") == "by appointment");
  const std::string unknown = "missing-key `[hours]`: the word for `";
  CHECK(read("mon-sun = \"by appointment\"", "sunday", "fi") ==
        unknown + "by_appointment` in the language `fi` is not known");
  CHECK(read("mon-sun = \"24/7\"", "sunday", "fi") ==
        unknown + "open_24_hours` in the language `fi` is not known");
  CHECK(read("mon-sun = \"24/7\"\nwords = { open_24_hours = \"avoinna 24 h\" }", "sunday", "fi") ==
        "open 24 hours");
  CHECK(read("mon-sun = \"8 – 9 am\"", "sunday", "fi") == "08:00-09:00");
}

TEST_CASE("A day may have its hours on some weeks only, and a note") {
  const auto saturday = [](const std::string& table) {
    return read("mon-fri = \"closed\"\nsat = { " + table + " }\nsun = \"closed\"\n", "saturday");
  };
  CHECK(saturday("hours = \"9 am – 1 pm\"") == "09:00-13:00");
  CHECK(saturday("hours = \"9 am – 1 pm\", weeks = \"last, 1st\", note = \"laser only\"") ==
        "09:00-13:00 weeks 1 last note \"laser only\"");
  CHECK(saturday("hours = \"by appointment\", weeks = \"every other from 2026-12-05\"") ==
        "by appointment every other week from 2026-12-05");
  CHECK(saturday("hours = \"9 am – 1 pm\", note = \"\"\"a\nb\"\"\"") ==
        "bad-value `\"\"\"a\nb\"\"\"`: the note has several lines");
  // A range counts from any of its days.
  const std::string range =
      " = { hours = \"9 am – 1 pm\", weeks = \"every other from 2026-12-06\" }\n";
  CHECK(read("mon-fri = \"closed\"\nsat-sun" + range, "sunday") ==
        "09:00-13:00 every other week from 2026-12-06");
  CHECK(read("fri-sat" + range + "sun-thu = \"closed\"\n", "friday") ==
        "bad-date `2026-12-06`: 2026-12-06 is a Sunday, not a Friday");
}

TEST_CASE("Words for weeks come from the content where a language has none here") {
  const std::string week =
      "mon-fri = \"8 – 9 am\"\nsun = \"8 – 9 am\"\nsat = { hours = \"8 – 9 am\", weeks = \"1st\" "
      "}\n";
  CHECK(read(week, "saturday", "pt") ==
        "missing-key `[hours]`: the word for `weeks` in the language `pt` is not known");
  const std::string weeks = "weeks = \"{weeks} {day} do mês\"";
  CHECK(read(week + "words = { " + weeks + " }\n", "saturday", "pt") ==
        "missing-key `[hours]`: the word for `first` in the language `pt` is not known");
  CHECK(read(week + "words = { first = \"1.º\", " + weeks + " }\n", "saturday", "pt") ==
        "08:00-09:00 weeks 1");
  CHECK(read(week + "words = { weeks = \"{weeks} do mês\" }\n", "saturday", "en") ==
        "bad-value `\"{weeks} do mês\"`: `weeks` in `hours.words` has no `{day}`");
  CHECK(read(week + "words = { every_other = \"now and then\" }\n", "saturday", "en") ==
        "bad-value `\"now and then\"`: `every_other` in `hours.words` has no `{date}`");
  CHECK(read(week + "words = { lunch = \"siesta\" }\n", "saturday", "en") ==
        "bad-value `\"siesta\"`: `lunch` in `hours.words` has no `{times}`");
}

TEST_CASE(
    "A break is taken out of the days it lies in, and a half day that meets it is asked about") {
  const auto saturday = [](const std::string& hours, const std::string& lunch) {
    return read("mon-fri = \"8 am – 5 pm\"\nsat = \"" + hours +
                    "\"\nsun = \"closed\"\nlunch = " + lunch + "\n",
                "saturday");
  };
  const std::string at_noon = "\"12–1 pm\"";
  CHECK(saturday("8 am – 5 pm", at_noon) == "08:00-17:00 lunch 12:00-13:00");
  CHECK(saturday("8 am – noon", at_noon) == "08:00-12:00");
  CHECK(saturday("1 – 5 pm", at_noon) == "13:00-17:00");
  CHECK(saturday("8 am – noon, 1 – 5 pm", at_noon) == "08:00-17:00 lunch 12:00-13:00");
  CHECK(saturday("10 pm – 6 am", "{ sat = \"2–3 am\" }") == "22:00-30:00 lunch 26:00-27:00");
  CHECK(saturday("9 am – 1 pm", "{ mon-fri = \"12–1 pm\", sat = \"none\" }") == "09:00-13:00");
  CHECK(saturday("9 am – 1 pm", "{ mon-sat = \"none\" }") == "09:00-13:00");
  const auto fault = [](const std::string& lunch, const std::string& message) {
    return "lunch-outside-hours `" + lunch + "`: " + message;
  };
  CHECK(saturday("9 am – 1 pm", at_noon) ==
        fault(at_noon, "Saturday closes within the lunch break `12–1 pm`"));
  CHECK(saturday("8 am – 12:01 pm", at_noon) ==
        fault(at_noon, "Saturday closes within the lunch break `12–1 pm`"));
  CHECK(saturday("12:59 – 5 pm", at_noon) ==
        fault(at_noon, "Saturday opens within the lunch break `12–1 pm`"));
  CHECK(saturday("12:15 – 12:45 pm", at_noon) ==
        fault(at_noon, "the hours of Saturday lie within the lunch break `12–1 pm`"));
  CHECK(saturday("open 24 hours", at_noon) ==
        fault(at_noon, "Saturday is open 24 hours, and not during the lunch break `12–1 pm`"));
  CHECK(saturday("closed", "{ sat = \"12–1 pm\" }") ==
        fault(at_noon, "Saturday has no hours, and so no lunch break"));
  CHECK(saturday("by appointment", "{ sat-sun = \"12–1 pm\" }") ==
        fault(at_noon, "Saturday has no hours, and so no lunch break"));
  CHECK(saturday("8 am – noon", "{ sat = \"12–1 pm\" }") ==
        fault(at_noon, "the lunch break `12–1 pm` is not inside the opening hours of Saturday"));
}

TEST_CASE("A night does not go on after the next day opens") {
  const auto friday = [](const std::string& saturday) {
    return read("mon-thu = \"closed\"\nfri = \"10 pm – 2 am\"\nsat = \"" + saturday +
                    "\"\nsun = \"closed\"\n",
                "friday");
  };
  CHECK(friday("2 – 6 am") == "22:00-26:00");
  CHECK(friday("closed") == "22:00-26:00");
  const std::string fault =
      "hours-overlap `\"10 pm – 2 am\"`: the hours of Friday go on until 2:00 am, when Saturday is "
      "open already";
  CHECK(friday("1:59 – 6 am") == fault);
  CHECK(friday("24/7") == fault);
  CHECK(read("mon = \"1 – 6 am\"\ntue-sat = \"closed\"\nsun = \"10 pm – 2 am\"\n", "sunday")
            .starts_with("hours-overlap"));
}
