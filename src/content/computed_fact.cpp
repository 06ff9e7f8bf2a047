// SPDX-License-Identifier: MIT
// Facts that the program computes: of opening hours, of the files, of rows.
#include <algorithm>
#include <array>

#include "content/clock_form.h"
#include "content/hours_rows.h"
#include "content/hours_text.h"
#include "content/question.h"
#include "content/wording.h"

namespace handbill::content {
namespace {

using diag::Diagnostic;
using diag::DiagnosticId;
using diag::Diagnostics;
using diag::Span;
using spec::Value;

constexpr std::array<std::string_view, kDaysOfWeek> kDayPaths = {
    "hours.monday", "hours.tuesday",  "hours.wednesday", "hours.thursday",
    "hours.friday", "hours.saturday", "hours.sunday"};

}  // namespace

std::optional<Insert> Question::of_row(const RowFact& fact) {
  if (const auto* text = std::get_if<std::string>(&fact.value)) {
    return plain(*text, FactType::Text);
  }
  if (const auto* time = std::get_if<RowTime>(&fact.value)) return of_time(*time);
  if (const auto* dates = std::get_if<DateRange>(&fact.value)) return of_dates(*dates);
  if (const auto* untold = std::get_if<Untold>(&fact.value)) return cannot_tell(*untold);
  if (const auto* number = std::get_if<std::int64_t>(&fact.value)) return of_whole(*number);
  return Plain{};
}

/// One message for all columns that ask: the cause stands in the content.
std::nullopt_t Question::cannot_tell(const Untold& untold) {
  diags_.add({.id = DiagnosticId::HoursUntold,
              .message = untold.message,
              .span = untold.hours,
              .labels = {{asked_at_, "the column"}},
              .hints = {"ask your designer for rows of `" + scope_->path +
                        ".lines`, or for `{times}`: they "
                        "tell every week"}});
  return std::nullopt;
}

std::optional<Insert> Question::of_time(const RowTime& time) {
  const TimeForm form = format_ == "clock" ? time.on_clock : TimeForm::Minutes;
  return plain(locale().time(time.minutes, form), FactType::Time);
}

std::optional<Insert> Question::computed() {
  if (known_ == "revision" || known_ == "hours") return not_text("a table");
  if (known_.starts_with("revision.")) return of_revision();
  const OpeningHours* hours = impl_.hours_of(full_);
  if (hours == nullptr) return missing();
  if (find_hours_list(known_) != nullptr) return not_text("a list");
  if (known_ == "hours.summary") return of_week(summary_text(*hours, locale()));
  if (known_ == "hours.closed_days") return of_week(closed_days_text(*hours, locale()));
  const auto day = std::ranges::find(kDayPaths, known_);
  if (day != kDayPaths.end()) {
    return of_day(static_cast<std::size_t>(day - kDayPaths.begin()), *hours);
  }
  if (known_.starts_with("hours.lunch")) return of_lunch(*hours);
  return missing();
}

std::optional<Insert> Question::of_revision() {
  if (path_ == "revision.date" && impl_.revision_date) return of_date(*impl_.revision_date);
  if (path_ == "revision.status" && impl_.has_revision) {
    return plain(impl_.unfinished.empty() ? "approved" : "draft", FactType::Text);
  }
  if (path_ == "revision.approved_by" && !impl_.approved_by.empty()) {
    return plain(locale().list(impl_.approved_by), FactType::Text);
  }
  return missing();
}

/// A table of that name that the user has stays what it was.
bool Question::is_of_approval() const {
  return path_.starts_with("approval.") && !impl_.tables.contains("approval");
}

std::string Question::approval_line() const {
  const ApprovalFacts& approval = *impl_.approval;
  std::string line(locale().words().approved);
  if (line.empty()) line = "{version} · {date}";
  const auto put = [&](std::string_view name, const std::string& text) {
    line.replace(line.find(name), name.size(), text);
  };
  put("{version}", std::to_string(approval.version));
  put("{date}", locale().date(approval.date, DateForm::Long));
  return line;
}

/// Without an approval there is nothing to tell.
std::optional<Insert> Question::of_approval() {
  const std::string_view key = path_.substr(path_.find('.') + 1);
  constexpr std::array<std::string_view, 5> kKeys = {"line", "version", "date", "roles", "expires"};
  if (std::ranges::find(kKeys, key) == kKeys.end()) return missing();
  const bool is_date = key == "date" || key == "expires";
  if (!suits(is_date ? FactType::Date : FactType::Text)) return std::nullopt;
  const auto& approval = impl_.approval;
  if (!approval || (key == "expires" && !approval->expires)) return Absent{};
  if (key == "date") return of_date(approval->date);
  if (key == "expires") return of_date(*approval->expires);
  if (key == "line") return Plain{approval_line()};
  if (key == "version") return Plain{std::to_string(approval->version)};
  return Plain{locale().list(approval->roles)};
}

/// Words about the week; a week of which there is nothing to say has no such fact.
std::optional<Insert> Question::of_week(std::string text) {
  if (!text.empty() || !suits(FactType::Text)) return plain(std::move(text), FactType::Text);
  return Absent{written_hours()->span};
}

/// The table of the opening hours asked of.
const Value* Question::written_hours() const { return impl_.find(impl_.types.owner(full_)); }

std::optional<Insert> Question::of_day(std::size_t day, const OpeningHours& hours) {
  return plain(times_text(hours.days[day], static_cast<int>(day), hours, locale()), FactType::Text);
}

/// The clinic has no break, or none that all its days keep: then rows of days tell the breaks.
std::optional<Insert> Question::of_lunch(const OpeningHours& hours) {
  const bool is_time = known_ == "hours.lunch_open" || known_ == "hours.lunch_close";
  if (!is_time && known_ != "hours.lunch") return missing();
  if (!suits(is_time ? FactType::Time : FactType::Text)) return std::nullopt;
  const auto lunch = common_lunch(hours.days);
  if (!lunch) {
    const Value* written = written_hours()->find("lunch");
    return Absent{(written != nullptr ? written : written_hours())->span};
  }
  const TimeForm on_clock = clock_form(hours.days);
  if (known_ == "hours.lunch_open") return of_time({lunch->open, on_clock});
  if (known_ == "hours.lunch_close") return of_time({lunch->close, on_clock});
  return Plain{lunch_text(hours, *lunch, locale())};
}

std::optional<Insert> Question::map() {
  const std::string place = full_.substr(0, full_.rfind('.')) + ".address";
  const Value* table = impl_.find(place);
  if (table == nullptr) return missing();
  const auto address = read_address(*table, impl_.typed.regions.at(place));
  if (!address) return Blank{kBlankAddress};
  return of_web(map_url(*address));
}

}  // namespace handbill::content
