// SPDX-License-Identifier: MIT
#include "content/special_dates.h"

#include <algorithm>

#include "content/date.h"
#include "content/known_keys.h"
#include "content/wording.h"

namespace handbill::content {
namespace {

using diag::DiagnosticId;
using spec::Value;

/// Half a year; what lasts longer is likely a slip in the year.
constexpr int kLongestSpecial = 183;

class SpecialReader {
 public:
  explicit SpecialReader(DayReader& reader) : reader_(reader) {}

  std::vector<SpecialDay> read(const Value& value) {
    read_specials(value);
    std::ranges::stable_sort(dates_, {}, [](const SpecialDay& each) { return each.dates.from; });
    return without_doubles();
  }

 private:
  void read_specials(const Value& value) {
    const Value::Array* list = value.as_array();
    if (list == nullptr) {
      reader_.diags.error(DiagnosticId::WrongType, value.span,
                          "special dates have a heading each, and their lines below it",
                          {"head each special date with `[[hours.special]]`"});
      return;
    }
    for (const Value& each : *list) read_special(each);
  }

  void read_special(const Value& value) {
    if (value.as_table() == nullptr) {
      reader_.diags.error(DiagnosticId::WrongType, value.span,
                          "a special date has a `date` and its `hours`",
                          {"write `{ date = 2026-12-25, hours = \"closed\" }`"});
      return;
    }
    check_known_keys(value, keys_, "`hours.special`", reader_.diags);
    const Value* hours = value.find("hours");
    const auto dates = read_dates(value);
    if (hours == nullptr) return report_missing(value, "hours");
    DayHours day = reader_.read_hours_text(*hours);
    if (!dates) return;
    const Value* first = value.find("date") ? value.find("date") : value.find("from");
    dates_.push_back({*dates, name_of(value), std::move(day), first->span});
  }

  void report_missing(const Value& special, std::string_view key) {
    if (may_be_meant(special, keys_, key)) return;
    const bool is_range = key == "from" || key == "to";
    reader_.diags.error(DiagnosticId::MissingKey, special.span,
                        "a special date has no `" + std::string(key) + "`",
                        {is_range ? "write `from = 2026-12-24` and `to = 2026-12-26`"
                                  : "write `date = 2026-12-25` and `hours = \"closed\"`"});
  }

  /// `date`, or `from` and `to`. Nothing: a fault was reported.
  std::optional<DateRange> read_dates(const Value& special) {
    const Value *date = special.find("date"), *from = special.find("from");
    const Value* to = special.find("to");
    if (date != nullptr && (from != nullptr || to != nullptr)) {
      reader_.diags.error(DiagnosticId::BadValue, (from != nullptr ? from : to)->span,
                          "a special date has both `date` and a first or last day",
                          {"write `date` for one day, `from` and `to` for several"});
      return std::nullopt;
    }
    if (date != nullptr) {
      const auto day = read_date(*date, reader_.diags);
      return day ? std::optional(DateRange{*day, *day}) : std::nullopt;
    }
    if (from == nullptr || to == nullptr) {
      report_missing(special, from != nullptr ? "to" : to != nullptr ? "from" : "date");
      return std::nullopt;
    }
    return read_range(*from, *to);
  }

  std::optional<DateRange> read_range(const Value& from, const Value& to) {
    const auto first = read_date(from, reader_.diags), last = read_date(to, reader_.diags);
    if (!first || !last) return std::nullopt;
    if (*last < *first) {
      reader_.diags.add({.id = DiagnosticId::BadDate,
                         .message = iso_date(*last) + " is before " + iso_date(*first),
                         .span = to.span,
                         .labels = {{from.span, "the first day"}},
                         .hints = {"correct the year, or let `from` be the first day"}});
      return std::nullopt;
    }
    const int days = days_between(*first, *last) + 1;
    if (days > kLongestSpecial) {
      reader_.diags.warning(DiagnosticId::BadDate, to.span,
                            "these special dates last " + std::to_string(days) + " days",
                            {"correct the year, if it is not right"});
    }
    return DateRange{*first, *last};
  }

  std::string name_of(const Value& special) {
    const Value* name = special.find("name");
    return name != nullptr ? reader_.read_line(*name, "the name of a special date") : "";
  }

  /// Sorted by their first day, so that a day which is there twice is within what stands before.
  std::vector<SpecialDay> without_doubles() {
    std::vector<SpecialDay> kept;
    for (SpecialDay& each : dates_) {
      if (kept.empty() || kept.back().dates.to < each.dates.from) {
        kept.push_back(std::move(each));
        continue;
      }
      // Of the two the one further down in the file is the second.
      const bool is_in_order = kept.back().span < each.span;
      reader_.diags.add(
          {.id = DiagnosticId::DuplicateName,
           .message = "the special date " + iso_date(each.dates.from) + " is there twice",
           .span = is_in_order ? each.span : kept.back().span,
           .labels = {{is_in_order ? kept.back().span : each.span, "first here"}}});
      kept.back().dates.to = std::max(kept.back().dates.to, each.dates.to);
    }
    return kept;
  }

  const std::vector<std::string> keys_ = {"date", "from", "to", "name", "hours"};
  DayReader& reader_;
  std::vector<SpecialDay> dates_;
};

}  // namespace

std::vector<SpecialDay> read_special_dates(const Value& value, DayReader& reader) {
  return SpecialReader(reader).read(value);
}

}  // namespace handbill::content
