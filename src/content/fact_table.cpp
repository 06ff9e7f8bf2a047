// SPDX-License-Identifier: MIT
#include "content/fact_table.h"

#include <algorithm>
#include <array>

namespace handbill::content {
namespace {

using enum FactInfo::Kind;

constexpr auto kFacts = std::to_array<FactInfo>({
    {Written, "clinic.name", "text", "the name of the clinic"},
    {Written, "clinic.phone", "phone", "the number to call, as people of the country write it"},
    {Written, "clinic.phone2", "phone", "a second number to call"},
    {Written, "clinic.text", "phone", "the number for text messages; its `uri` begins with sms:"},
    {Written, "clinic.fax", "phone", "the fax number"},
    {Written, "clinic.email", "mail", "the mail address"},
    {Written, "clinic.web", "web", "the clinic’s web address, with https://"},
    {Written, "clinic.booking", "web", "where appointments are booked"},
    {Written, "clinic.hours_page", "web", "the page that tells special dates"},
    {Written, "clinic.map_url", "web",
     "a map of the address; when it is not written, an OpenStreetMap search for the address"},
    {Written, "clinic.address", "table", "the postal address"},
    {Written, "clinic.address.street", "text", "number and street"},
    {Written, "clinic.address.suite", "text", "suite, floor or room"},
    {Written, "clinic.address.city", "text", "the city"},
    {Written, "clinic.address.state", "text", "the state, by its two letters in the US"},
    {Written, "clinic.address.zip", "text",
     "the ZIP or postal code, in quotes, as its country writes it"},
    {Written, "clinic.address.country", "text",
     "two letters of the country, UK as well as GB; \"US\" when it is not written"},
    {Written, "hours.monday", "hours",
     "\"8:00 am – 5:00 pm\", several spans parted by commas, \"by appointment\", \"open 24 hours\" "
     "or \"closed\", or a table of these `hours`, `weeks` (\"1st, 3rd\", \"last\", \"every other "
     "from "
     "2026-12-05\") and `note`; so for each day, short (`mon`, `thurs`) or long, or for a range "
     "(`monday-friday`)"},
    {Written, "hours.tuesday", "hours", "the same"},
    {Written, "hours.wednesday", "hours", "the same"},
    {Written, "hours.thursday", "hours", "the same"},
    {Written, "hours.friday", "hours", "the same"},
    {Written, "hours.saturday", "hours", "the same"},
    {Written, "hours.sunday", "hours", "the same"},
    {Written, "hours.lunch", "hours",
     "the lunch break of all open days, or a table of breaks by day"},
    {Written, "hours.season", "list",
     "parts of the year with other hours: `from` and `to` (\"06-01\" of every year, or a date), "
     "`name`, `lunch` and the days that differ"},
    {Written, "hours.special", "list",
     "dates with other hours: `date`, or `from` and `to`; `name`, `hours` and `lunch`"},
    {Written, "hours.words", "table",
     "words for languages the program does not know: `closed`, `by_appointment`, `open_24_hours`, "
     "`to`; `weeks` as in \"{weeks} {day} of the month\", with `first` to `fifth` and `last`; "
     "`every_other` as in \"every other week from {date}\"; `lunch` as in \"closed for lunch "
     "{times}\""},
    {Written, "notice.NAME.applies", "true or false",
     "whether a notice that the law may ask for applies to the clinic; what does not is not "
     "printed"},
    {Written, "notice.NAME.reason", "text", "why it does not apply, and who decided so"},
    {Written, "notice.NAME.source", "text",
     "the web address its words were copied from, or who wrote them; what else stands below a "
     "notice are words of yours: `text`, `short`, lists"},
    {Written, "notice.NAME.read", "date", "the day on which a source on the web was read"},
    {Written, "revision.date", "date", "the day the file was last reviewed"},
    {Written, "revision.status", "one of draft, approved",
     "drafts print with a mark, and not at all as final"},
    {Written, "revision.approved_by", "text", "the role that approved the file"},
    {Written, "revision.note", "text", "for whoever edits the file; never printed"},
    {Computed, "hours.lunch", "text", "the lunch break in words: 12:00 to 1:00 pm"},
    {Computed, "hours.lunch_open", "time", "when the lunch break begins"},
    {Computed, "hours.lunch_close", "time", "when the lunch break ends"},
    {Computed, "hours.summary", "text", "the week in one line: Monday to Friday, 8 am to 5 pm"},
    {Computed, "hours.closed_days", "text", "the closed days: Saturday and Sunday"},
    {Computed, "revision.date", "date", "the latest date of all files of the document"},
    {Computed, "revision.status", "text", "draft when one file of the document is"},
    {Computed, "revision.approved_by", "text", "the roles that approved the files"},
    {Computed, "approval.line", "text",
     "of a document that is approved: Version 3, approved November 30, 2026; what tells of an "
     "approval falls away while there is none"},
    {Computed, "approval.version", "text", "which of the approved versions it is"},
    {Computed, "approval.date", "date", "the day of its approval, of several the last"},
    {Computed, "approval.expires", "date", "the last day it may be handed out"},
    {Computed, "approval.roles", "text", "the roles that have approved it"},
    {Computed, "hours.monday", "text",
     "the hours of one day as in `times`; so for each day, by its long name"},
    {List, "hours.week", "rows", "one row a day, Monday first"},
    {List, "hours.grouped", "rows", "one row for each run of days with equal hours"},
    {List, "hours.lines", "rows",
     "for signs: one row for each span of each run of days with equal hours"},
    {List, "hours.seasons", "rows", "one row for each season, its week in one line"},
    {List, "hours.season_grouped", "rows",
     "the weeks of the seasons, one row for each run of days with equal hours"},
    {List, "hours.season_lines", "rows",
     "for signs: the weeks of the seasons, one row for each span as in `hours.lines`"},
    {List, "hours.special", "rows", "one row for each special date, by date"},
    {RowKey, "day", "text",
     "Monday; of a group Monday–Friday; of a special date its weekday; in `hours.lines` on the "
     "first "
     "row of a group alone"},
    {RowKey, "day_short", "text", "Mon, Mon–Fri"},
    {RowKey, "open", "time",
     "when the day opens, in `hours.lines` the span; empty when it is closed"},
    {RowKey, "close", "time",
     "when the day closes, in `hours.lines` the span; empty when it is closed"},
    {RowKey, "span", "text", "of `hours.lines`: one span, 8:00 am–12:00 pm"},
    {RowKey, "remark", "text",
     "of `hours.lines`, in rows of their own after the hours they are about: weeks and note of the "
     "days; the break, when all days keep one (Closed for lunch 12:00 to 1:00 pm). Where no column "
     "shows it, the rows are not there"},
    {RowKey, "morning_open", "time", "equal to `open`; empty when only the afternoon is open"},
    {RowKey, "morning_close", "time",
     "when the morning ends: at the lunch break, or for the day; else empty"},
    {RowKey, "afternoon_open", "time",
     "when the afternoon begins: after the lunch break, or with the day; else empty"},
    {RowKey, "afternoon_close", "time", "equal to `close`; empty when only the morning is open"},
    {RowKey, "weeks", "text",
     "of a day with hours on some weeks only: 1st and 3rd Saturday of the month"},
    {RowKey, "note", "text", "the note of the day"},
    {RowKey, "state", "text",
     "open, closed, by appointment or open 24 hours, in English: for conditions, not for paper"},
    {RowKey, "words", "text",
     "of a day without times: Closed, By appointment, Open 24 hours, in the language of the "
     "content"},
    {RowKey, "closed", "text", "Closed, in the language of the content; empty on other days"},
    {RowKey, "times", "text",
     "all that is to be said of a day: 8:00 am–12:00 pm, 1:00–5:00 pm, or By appointment; weeks "
     "and note follow in brackets"},
    {RowKey, "date", "date", "of a special date: December 25, 2026, or December 24–26, 2026"},
    {RowKey, "date_iso", "text", "of a special date: 2026-12-25, or 2026-12-24/2026-12-26"},
    {RowKey, "name", "text", "of a special date or a season: its name"},
    {RowKey, "entry", "text",
     "of a special date, or a season in `hours.seasons`: name and hours, Christmas Day: closed, or "
     "Summer: Friday, 8 am to 12 pm; without a name the hours alone"},
    {RowKey, "dates", "date",
     "of a season: June 1–August 31, with years if it is of one; like `name`, `from` and `to` on "
     "its first row alone"},
    {RowKey, "from", "date", "of a season: its first day"},
    {RowKey, "to", "date", "of a season: its last day"},
    {RowKey, "summary", "text",
     "of `hours.seasons`: the whole week, Monday to Thursday, 8 am to 12 pm and 1 to 5 pm; Friday, "
     "8 am to 12 pm"},
    {RowKey, "changes", "text",
     "of `hours.seasons`: the days that differ from the week, Friday, 8 am to 12 pm"},
    {Page, "page", "number", "in the text of a frame: the number of its page"},
    {Page, "pages", "number", "how many pages the document has"},
    {Page, "page.h1", "text",
     "in the text of a frame, as a running head: the first heading of the first level that begins "
     "on its page in a story, else the last before it; so for `page.h2` to `page.h4`"},
    {Page, "page of NAME", "number",
     "the page of a heading, by its words, or of a story, a [table.NAME], a frame or a side"},
    {Page, "next page of NAME", "number",
     "in the text of a frame: the page on which a story or a [table.NAME] goes on; where it does "
     "not, what would tell it falls away"},
    {Page, "previous page of NAME", "number", "the same, for where it comes from"},
    {Page, "document.headings", "rows",
     "for contents: one row for each heading of a story, with its `title`, its `level` and the "
     "`page` it begins on"},
    {Page, "document.h1", "rows",
     "the same for headings of the first level; so for `document.h2` to `document.h4`"},
});

constexpr auto kFormats = std::to_array<FormatInfo>({
    {"line", FactType::Address, "an address", "5454 Wisconsin Ave, Ste 1400, Chevy Chase, MD 20815",
     "the address in one line; so it is without a format"},
    {"lines", FactType::Address, "an address",
     "5454 Wisconsin Ave, Ste 1400 / Chevy Chase, MD 20815",
     "street and city on lines of their own"},
    {"street", FactType::Address, "an address", "5454 Wisconsin Ave, Ste 1400", "the first line"},
    {"city", FactType::Address, "an address", "Chevy Chase, MD 20815", "the second line"},
    {"national", FactType::Phone, "a phone number", "(202) 555-0143",
     "as dialled in the country; so it is without a format"},
    {"international", FactType::Phone, "a phone number", "+1 202-555-0143", "with country code"},
    {"uri", FactType::Phone, "a phone number", "tel:+12025550143", "for links and QR codes"},
    {"short", FactType::Web, "a web address", "clinic.example/book",
     "without https:// and without a slash at the end"},
    {"long", FactType::Date, "a date", "November 22, 2026", "so it is without a format"},
    {"short", FactType::Date, "a date", "Nov 22, 2026", "the month cut short"},
    {"month", FactType::Date, "a date", "November 2026", "month and year"},
    {"weekday", FactType::Date, "a date", "Friday, December 25", "weekday, month and day"},
    {"day", FactType::Date, "a date", "Dec 25",
     "the month cut short and the day, without the year"},
    {"iso", FactType::Date, "a date", "2026-11-22", "year, month, day"},
    {"whole", FactType::Money, "an amount of money", "$12", "without cents, when there are none"},
    {"iso", FactType::Money, "an amount of money", "USD 12.50",
     "the currency by its three letters"},
    {"money", FactType::Money, "an amount of money", "$12.50",
     "of a number that [facts] gives no type: in the currency of the country, or in one that is "
     "named, `money EUR`; `money whole` and `money EUR iso` are these formats of it"},
    {"number", FactType::Number, "a number", "1,250.5", "digits grouped as the language does"},
    {"percent", FactType::Number, "a number", "20%", "the number with the sign of the language"},
    {"roman", FactType::Number, "a number", "iv", "in small Roman numbers, up to 3,999"},
    {"roman-capitals", FactType::Number, "a number", "IV", "in Roman numbers"},
    {"clock", FactType::Time, "a time of a row", "8:00",
     "without am or pm: in a column of mornings or afternoons; else when no time of the table can "
     "be misread"},
    {"list", FactType::TextList, "a list of texts", "redness, warmth, and tightness",
     "the items in one sentence"},
    {"plain", FactType::Prose, "prose", "as *written*", "not read as Markdown"},
    {"optional", FactType::Prose, "prose", "",
     "nothing, where an entry of a list has no such key or an empty one: else both are faults"},
});

}  // namespace

std::vector<FactInfo> known_facts() { return {kFacts.begin(), kFacts.end()}; }
std::vector<FormatInfo> formats() { return {kFormats.begin(), kFormats.end()}; }
std::span<const FormatInfo> format_table() { return kFormats; }
std::span<const FactInfo> fact_table() { return kFacts; }

std::string_view written_type(std::string_view path) {
  const auto found = std::ranges::find_if(
      kFacts, [&](const FactInfo& fact) { return fact.kind == Written && fact.name == path; });
  return found == kFacts.end() ? std::string_view() : found->type;
}

std::vector<std::string> written_keys(std::string_view table) {
  std::vector<std::string> keys;
  for (const FactInfo& fact : kFacts) {
    if (fact.kind != Written || !fact.name.starts_with(table)) continue;
    const std::string_view rest = fact.name.substr(table.size());
    if (rest.starts_with('.') && rest.find('.', 1) == std::string_view::npos) {
      keys.emplace_back(rest.substr(1));
    }
  }
  return keys;
}

}  // namespace handbill::content
