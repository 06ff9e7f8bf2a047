// SPDX-License-Identifier: MIT
#include "content/special_dates.h"

#include <algorithm>
#include <map>

#include "content/date.h"
#include "content/wording.h"

namespace handbill::content {
namespace {

using diag::DiagnosticId;
using spec::Entry;
using spec::Value;

class SpecialReader {
 public:
  explicit SpecialReader(DayReader& reader) : reader_(reader) {}

  std::vector<SpecialDay> read(const Value& value) {
    read_specials(value);
    std::ranges::stable_sort(dates_, {}, &SpecialDay::date);
    return std::move(dates_);
  }

 private:
  void read_specials(const Value& value) {
    const Value::Array* list = value.as_array();
    if (list == nullptr) {
      reader_.diags.error(DiagnosticId::WrongType, value.span,
                          "`hours.special` is a list of tables",
                          {"head each special date with `[[hours.special]]`"});
      return;
    }
    for (const Value& each : *list) read_special(each);
  }

  void read_special(const Value& value) {
    if (value.as_table() == nullptr) {
      reader_.diags.error(DiagnosticId::WrongType, value.span, "a special date is a table",
                          {"write `{ date = 2026-12-25, hours = \"closed\" }`"});
      return;
    }
    for (const Entry& entry : *value.as_table()) {
      const std::vector<std::string> keys = {"date", "name", "hours"};
      if (std::ranges::find(keys, entry.key) != keys.end()) continue;
      reader_.diags.error(DiagnosticId::UnknownKey, entry.key_span,
                          "unknown key " + quoted(entry.key) + " in `hours.special`",
                          did_you_mean(entry.key, keys));
    }
    const Value* date = value.find("date");
    const Value* hours = value.find("hours");
    if (date == nullptr || hours == nullptr) {
      if (!value.is_whole()) return;
      reader_.diags.error(
          DiagnosticId::MissingKey, value.span,
          std::string("a special date has no `") + (date == nullptr ? "date" : "hours") + "`",
          {"write `date = 2026-12-25` and `hours = \"closed\"`"});
      return;
    }
    SpecialDay special{
        .name = name_of(value), .hours = reader_.read_hours_text(*hours), .span = date->span};
    const auto read = read_date(*date, reader_.diags);
    if (!read) return;
    special.date = *read;
    add_special(std::move(special));
  }

  std::string name_of(const Value& special) {
    const Value* name = special.find("name");
    if (name == nullptr) return "";
    if (const std::string* text = name->as_string()) return *text;
    reader_.diags.error(DiagnosticId::WrongType, name->span,
                        "the name of a special date is a text");
    return "";
  }

  void add_special(SpecialDay special) {
    const auto [first, is_new] = first_.emplace(special.date, special.span);
    if (!is_new) {
      reader_.diags.add(
          {.id = DiagnosticId::DuplicateName,
           .message = "the special date " + iso_date(special.date) + " is there twice",
           .span = special.span,
           .labels = {{first->second, "first here"}}});
      return;
    }
    dates_.push_back(std::move(special));
  }

  DayReader& reader_;
  std::vector<SpecialDay> dates_;
  std::map<spec::Date, diag::Span> first_;
};

}  // namespace

std::vector<SpecialDay> read_special_dates(const Value& value, DayReader& reader) {
  return SpecialReader(reader).read(value);
}

}  // namespace handbill::content
