// SPDX-License-Identifier: MIT
// The questions a layout asks of the content: one fact, or the rows of a list.
#include <algorithm>
#include <array>

#include "base/nearest.h"
#include "base/number.h"
#include "content/absent.h"
#include "content/amount.h"
#include "content/blank.h"
#include "content/clock_form.h"
#include "content/content_data.h"
#include "content/date.h"
#include "content/fact_table.h"
#include "content/hours_rows.h"
#include "content/hours_text.h"
#include "content/no_break.h"
#include "content/sum.h"
#include "content/web_address.h"
#include "content/wording.h"

namespace handbill::content {
namespace {

using diag::Diagnostic;
using diag::DiagnosticId;
using diag::Diagnostics;
using diag::Span;
using spec::Value;

/// U+2028: a new line in the same paragraph.
constexpr std::string_view kLineSeparator = "\u2028";
/// An address whose parts are still blank is written on one line by hand.
constexpr Length kBlankAddress = Length::inch(3);

constexpr std::array<std::string_view, kDaysOfWeek> kDayPaths = {
    "hours.monday", "hours.tuesday",  "hours.wednesday", "hours.thursday",
    "hours.friday", "hours.saturday", "hours.sunday"};

std::string_view first_key(std::string_view path) { return path.substr(0, path.find('.')); }

/// Facts that the fact table calls so are computed or for the program only, never copied as
/// written.
bool is_reserved(std::string_view known) {
  const std::string_view table = first_key(known);
  return table == "hours" || table == "revision";
}

/// Enough to find a slip of the finger, however large the content.
constexpr std::size_t kMostCandidates = 500;
/// As many errors as are told of a run, to programs too: nothing is guessed for later ones.
constexpr std::size_t kMostGuesses = 1000;

void add_paths(const Value& value, const std::string& path, const FactTypes& types,
               std::vector<std::string>& paths) {
  if (paths.size() >= kMostCandidates || is_reserved(types.in_table(path))) return;
  const Value::Table* table = value.as_table();
  if (table == nullptr || is_blank(value)) {
    paths.push_back(path);
    return;
  }
  for (const spec::Entry& entry : *table) {
    add_paths(entry.value, path + "." + entry.key, types, paths);
  }
}

/// A computed fact or list under the names it has here: "bakery.open.week" of "hours.week".
void add_computed(const FactInfo& fact, const Content::Impl& impl,
                  std::vector<std::string>& paths) {
  if (!fact.name.starts_with("hours.")) {
    if (impl.has_revision) paths.emplace_back(fact.name);
    return;
  }
  for (const auto& [path, hours] : impl.hours) {
    paths.push_back(path + std::string(fact.name.substr(fact.name.find('.'))));
  }
}

std::vector<std::string> known_paths(const Content::Impl& impl, FactInfo::Kind computed) {
  std::vector<std::string> paths;
  for (const FactInfo& fact : fact_table()) {
    if (fact.kind == computed) add_computed(fact, impl, paths);
  }
  for (const auto& [key, value] : impl.tables) {
    add_paths(*value, std::string(key), impl.types, paths);
  }
  return paths;
}

/// One question, with all that its messages need.
class Question {
 public:
  Question(const Content::Impl& impl, std::string_view path, std::string full,
           std::string_view format, const FactRow* scope, Span asked_at, Diagnostics& diags)
      : impl_(impl),
        path_(path),
        full_(std::move(full)),
        known_(impl.types.in_table(full_)),
        format_(format.substr(0, format.find(' '))),
        details_(format.substr(std::min(format_.size() + 1, format.size()))),
        scope_(scope),
        asked_at_(asked_at),
        diags_(diags) {}

  std::optional<Insert> answer() {
    if (!format_.empty() && !knows_format()) return std::nullopt;
    const bool is_optional = format_ == kOptional;
    if (is_optional) format_ = {};
    if (is_group() && path_ == kRowCount) return of_count();
    if (const auto key = summed_key(path_)) return of_sum(*key, is_optional);
    if (is_optional && row_may_lack_it()) return Plain{};
    if (scope_ != nullptr) {
      const auto fact = std::ranges::find(scope_->computed, path_, &RowFact::key);
      if (fact != scope_->computed.end()) return of_row(*fact);
      const Value* value = is_reserved(known_) ? nullptr : written_in_row();
      if (value != nullptr) return of_value(*value, impl_.types.type(full_));
    }
    if (is_reserved(known_)) return computed();
    const Value* value = impl_.find(path_);
    if (value != nullptr) return of_value(*value, impl_.types.type(path_));
    if (known_ == "clinic.map_url") return map();
    return missing();
  }

 private:
  bool knows_format() {
    const auto formats = format_table();
    if (std::ranges::find(formats, format_, &FormatInfo::name) != formats.end()) {
      return knows_details();
    }
    std::vector<std::string> names;
    for (const FormatInfo& format : formats) names.emplace_back(format.name);
    fail(DiagnosticId::BadInterpolation, "unknown format " + quoted(format_),
         did_you_mean(format_, names));
    return false;
  }

  /// What stands behind `money`: a currency, and one of its forms.
  bool knows_details() {
    for (std::string_view rest = details_; !rest.empty();) {
      const std::string_view word = rest.substr(0, rest.find(' '));
      rest.remove_prefix(std::min(word.size() + 1, rest.size()));
      if (format_ == "money" && currency_.empty() && spec::is_currency(word)) {
        currency_ = word;
      } else if (format_ == "money" && form_.empty() && (word == "whole" || word == "iso")) {
        form_ = word;
      } else {
        fail(DiagnosticId::BadInterpolation,
             quoted(word) + " can't stand behind the format " + quoted(format_),
             {format_ == "money"
                  ? "`money` takes a currency, and `whole` or `iso`: `money EUR whole`"
                  : "take it out"});
        return false;
      }
    }
    return true;
  }

  bool is_group() const { return scope_ != nullptr && scope_->group != nullptr; }

  std::optional<Insert> of_count() {
    return plain(number_text(std::to_string(scope_->group->size()), impl_.locale.icu_locale()),
                 FactType::Number);
  }

  /// A question about the same key of another row.
  Question of_other(std::string_view key, const FactRow& row) const {
    return {impl_, key, path_in(impl_, key, &row), {}, &row, asked_at_, diags_};
  }

  std::optional<Insert> of_sum(std::string_view key, bool may_lack) {
    if (!is_group()) {
      fail(DiagnosticId::BadInterpolation, "there are no rows here to sum",
           {"sums stand in the `group_header`, `group_footer` or `footer` of a table"});
      return std::nullopt;
    }
    Sum sum;
    std::string currency;
    for (const FactRow& row : *scope_->group) {
      Question each = of_other(key, row);
      if (const RowFact* fact = computed_in(row, key)) {
        const auto* number = std::get_if<std::int64_t>(&fact->value);
        if (number == nullptr) return each.not_a_number();
        sum.add(std::to_string(*number));
        continue;
      }
      const Value* value = value_in(&row, key);
      if (value == nullptr && may_lack) continue;
      if (value == nullptr) return each.missing();
      if (value->is_lost()) return std::nullopt;
      if (is_blank(*value)) return Blank{blank_width(*value)};
      if (is_absent(each.full_, *value, impl_.types)) continue;
      const auto amount = amount_of(*value, each.full_);
      if (!amount) return std::nullopt;
      if (!currency.empty() && amount->currency != currency) {
        diags_.error(DiagnosticId::BadValue, value->span,
                     "this is in " + quoted(amount->currency) + ", and the rows above in " +
                         quoted(currency) + ": they have no sum");
        return std::nullopt;
      }
      currency = amount->currency;
      if (sum.add(amount->amount)) continue;
      diags_.error(DiagnosticId::TooLarge, value->span,
                   quoted(amount->amount) + " can't be summed: over 12 digits, or 9 decimals");
      return std::nullopt;
    }
    const std::string locale = impl_.locale.icu_locale();
    if (!currency.empty()) return Plain{money_text({sum.text(), currency}, money_form(), locale)};
    if (format_ == "percent") return Plain{percent_text(sum.text(), locale)};
    return plain(number_text(sum.text(), locale), FactType::Number);
  }

  static const RowFact* computed_in(const FactRow& row, std::string_view key) {
    const auto found = std::ranges::find(row.computed, key, &RowFact::key);
    return found != row.computed.end() ? &*found : nullptr;
  }

  std::nullopt_t not_a_number() {
    fail(DiagnosticId::BadInterpolation, quoted(path_) + " is no number, and has no sum");
    return std::nullopt;
  }

  /// A number that is to be summed; of money with its currency.
  std::optional<Money> amount_of(const Value& value, const std::string& path) {
    const std::string_view type = impl_.types.type(path);
    if (type == "money" || format_ == "money") {
      const auto currency = currency_for(type == "money" ? impl_.types.form(path) : "");
      return currency ? read_money(value, *currency, diags_) : std::nullopt;
    }
    auto number = read_decimal(value, diags_);
    if (!number) return std::nullopt;
    return Money{std::move(*number), {}};
  }

  /// What amounts without a currency are in: that of their type, the one asked for, or that of the
  /// country.
  std::optional<std::string> currency_for(std::string_view own) {
    if (!own.empty() && !currency_.empty() && own != currency_) {
      fail(DiagnosticId::BadInterpolation,
           quoted(path_) + " is in " + quoted(own) + ", not in " + quoted(currency_));
      return std::nullopt;
    }
    if (!own.empty()) return std::string(own);
    if (!currency_.empty()) return std::string(currency_);
    std::string currency = currency_of(impl_.locale.icu_locale());
    if (!currency.empty()) return currency;
    fail(DiagnosticId::BadInterpolation, "the currency of " + quoted(path_) + " is not known",
         {"name it: `{" + std::string(path_) + " | money EUR}`"});
    return std::nullopt;
  }

  MoneyForm money_form() const {
    const std::string_view form = format_ == "money" ? form_ : format_;
    return form == "whole" ? MoneyForm::Whole : form == "iso" ? MoneyForm::Iso : MoneyForm::Full;
  }

  /// True when the row has parts that can't be read.
  bool is_row_lost() const {
    return scope_ != nullptr && scope_->row != nullptr && !scope_->row->is_whole();
  }

  /// True when a key that is not one of its table, which has been reported, was meant to be this.
  bool is_misspelt_key() const {
    const std::size_t dot = path_.rfind('.');
    if (dot == path_.npos) return false;
    const Value* table = impl_.find(path_.substr(0, dot));
    const std::vector<std::string> known = impl_.types.keys(path_.substr(0, dot));
    if (known.empty() || table == nullptr || table->as_table() == nullptr) return false;
    return std::ranges::any_of(*table->as_table(), [&](const spec::Entry& entry) {
      const bool is_known = std::ranges::find(known, entry.key) != known.end();
      return !is_known && nearest(entry.key, known) == path_.substr(dot + 1);
    });
  }

  bool other_rows_have_it() const {
    if (scope_ == nullptr || scope_->list == nullptr || scope_->row->as_table() == nullptr) {
      return false;
    }
    return std::ranges::any_of(*scope_->list->as_array(), [&](const Value& row) {
      return row.as_table() != nullptr && row.at_path(path_) != nullptr;
    });
  }

  /// The row has no such key, nor one that may be meant for it: such as no row with it has.
  bool row_may_lack_it() const {
    const bool is_list =
        scope_ != nullptr && scope_->row != nullptr && scope_->row->as_array() != nullptr;
    if (is_list && path_.find_first_not_of("0123456789") == path_.npos) {
      return value_in(scope_, path_) == nullptr;
    }
    if (scope_ == nullptr || scope_->list == nullptr || scope_->row->as_table() == nullptr) {
      return false;
    }
    const bool is_of_content = is_reserved(known_) || impl_.tables.contains(first_key(path_));
    if (is_of_content || scope_->row->at_path(path_) != nullptr) return false;
    std::vector<std::string> keys;
    for (const spec::Entry& entry : *scope_->row->as_table()) {
      const auto is_beside_it = [&](const Value& row) {
        return row.at_path(path_) != nullptr && row.find(entry.key) != nullptr;
      };
      if (std::ranges::none_of(*scope_->list->as_array(), is_beside_it)) keys.push_back(entry.key);
    }
    return !nearest(path_, keys);
  }

  /// The layout is right, then, and the row is not.
  std::nullopt_t missing_in_row() {
    std::vector<std::string> keys;
    for (const spec::Entry& entry : *scope_->row->as_table()) keys.push_back(entry.key);
    Diagnostic diagnostic{.id = DiagnosticId::FactMissing,
                          .message = "this entry has no " + quoted(path_),
                          .span = scope_->row->span,
                          .labels = {{asked_at_, "asked for here"}}};
    if (const auto near = nearest(path_, keys)) {
      const auto entry = std::ranges::find(*scope_->row->as_table(), *near, &spec::Entry::key);
      diagnostic.span = entry->key_span;
      diagnostic.hints = {"did you mean " + quoted(path_) + "?"};
      diagnostic.fix = diag::Fix{entry->key_span, std::string(path_)};
    } else {
      diagnostic.hints = {"write it as in the other entries"};
    }
    diags_.add(std::move(diagnostic));
    return std::nullopt;
  }

  const Value* written_in_row() const { return value_in(scope_, path_); }

  std::optional<Insert> of_row(const RowFact& fact) {
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
  std::nullopt_t cannot_tell(const Untold& untold) {
    diags_.add({.id = DiagnosticId::HoursUntold,
                .message = untold.message,
                .span = untold.hours,
                .labels = {{asked_at_, "the column"}},
                .hints = {"ask your designer for rows of `" + scope_->path +
                          ".lines`, or for `{times}`: they "
                          "tell every week"}});
    return std::nullopt;
  }

  std::optional<Insert> of_time(const RowTime& time) {
    const TimeForm form = format_ == "clock" ? time.on_clock : TimeForm::Minutes;
    return plain(impl_.locale.time(time.minutes, form), FactType::Time);
  }

  std::optional<Insert> computed() {
    if (known_ == "revision" || known_ == "hours") return not_text("a table");
    if (known_.starts_with("revision.")) return of_revision();
    const OpeningHours* hours = impl_.hours_of(full_);
    if (hours == nullptr) return missing();
    if (find_hours_list(known_) != nullptr) return not_text("a list");
    if (known_ == "hours.summary") return of_week(summary_text(*hours, impl_.locale));
    if (known_ == "hours.closed_days") return of_week(closed_days_text(*hours, impl_.locale));
    const auto day = std::ranges::find(kDayPaths, known_);
    if (day != kDayPaths.end()) {
      return of_day(static_cast<std::size_t>(day - kDayPaths.begin()), *hours);
    }
    if (known_.starts_with("hours.lunch")) return of_lunch(*hours);
    return missing();
  }

  std::optional<Insert> of_revision() {
    if (path_ == "revision.date" && impl_.revision_date) return of_date(*impl_.revision_date);
    if (path_ == "revision.status" && impl_.has_revision) {
      return plain(impl_.unfinished.empty() ? "approved" : "draft", FactType::Text);
    }
    if (path_ == "revision.approved_by" && !impl_.approved_by.empty()) {
      return plain(impl_.locale.list(impl_.approved_by), FactType::Text);
    }
    return missing();
  }

  /// Words about the week; a week of which there is nothing to say has no such fact.
  std::optional<Insert> of_week(std::string text) {
    if (!text.empty() || !suits(FactType::Text)) return plain(std::move(text), FactType::Text);
    return Absent{written_hours()->span};
  }

  /// The table of the opening hours asked of.
  const Value* written_hours() const { return impl_.find(impl_.types.owner(full_)); }

  std::optional<Insert> of_day(std::size_t day, const OpeningHours& hours) {
    return plain(times_text(hours.days[day], static_cast<int>(day), hours, impl_.locale),
                 FactType::Text);
  }

  /// The clinic has no break, or none that all its days keep: then rows of days tell the breaks.
  std::optional<Insert> of_lunch(const OpeningHours& hours) {
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
    return Plain{lunch_text(hours, *lunch, impl_.locale)};
  }

  std::optional<Insert> map() {
    const std::string place = full_.substr(0, full_.rfind('.')) + ".address";
    const Value* table = impl_.find(place);
    if (table == nullptr) return missing();
    const auto address = read_address(*table, impl_.typed.regions.at(place));
    if (!address) return Blank{kBlankAddress};
    return of_web(map_url(*address));
  }

  std::optional<Insert> of_value(const Value& value, std::string_view type) {
    if (value.is_lost()) return std::nullopt;
    if (is_blank(value)) return Blank{blank_width(value)};
    if (is_absent(full_, value, impl_.types)) return Absent{value.span};
    if (type == "money") return of_money(value);
    if (type == "number") return of_decimal(value);
    if (type.empty() && is_scalar(value)) {
      if (format_ == "money") return of_amount(value);
      if (format_ == "number" || format_ == "percent") return as_number(value);
    }
    if (type == "date") return of_written_date(value);
    if (const std::string* text = value.as_string()) return of_string(value, *text, type);
    if (const auto* date = std::get_if<spec::Date>(&value.data)) return of_date(*date);
    if (const auto* whole = std::get_if<std::int64_t>(&value.data)) {
      return is_roman() ? of_whole(*whole) : plain(std::to_string(*whole), FactType::Number);
    }
    if (const auto* number = std::get_if<double>(&value.data)) return of_number(*number);
    if (value.as_array() != nullptr) return of_list(*value.as_array());
    // What is no text of its type has been reported.
    if (!type.empty() && type != "table" && type != "address") return std::nullopt;
    if (value.as_table() != nullptr) return of_table(value);
    return not_text(a_type(value));
  }

  std::optional<Insert> of_string(const Value& value, const std::string& text,
                                  std::string_view type) {
    if (says_none(value) && if_none(full_, impl_.types) == IfNone::Empty) return Plain{};
    if (type == "phone") return of_phone(text);
    if (type == "web") return of_web(text);
    if (type == "code") return plain(no_break(text), FactType::Text);
    if (!type.empty()) return plain(text, FactType::Text);
    if (format_ == "plain") return Plain{text};
    if (format_ == "short" && is_web_address(text)) return of_web(text);
    if (!suits(FactType::Prose)) return std::nullopt;
    return Prose{&value};
  }

  std::optional<Insert> of_phone(const std::string& text) {
    if (!suits(FactType::Phone)) return std::nullopt;
    const auto found = std::ranges::find(impl_.typed.phones, full_, &NamedPhone::path);
    // A number that can't be read has been reported.
    if (found == impl_.typed.phones.end()) return Plain{text};
    if (format_ == "international") return Plain{found->phone.international};
    if (format_ == "uri") return Plain{found->phone.uri};
    return Plain{found->phone.national};
  }

  std::optional<Insert> of_web(const std::string& text) {
    if (!suits(FactType::Web)) return std::nullopt;
    return Plain{format_ == "short" ? std::string(without_scheme(text)) : text};
  }

  // What can't be read has been reported.

  std::optional<Insert> of_money(const Value& value) {
    Diagnostics said;
    const auto currency = currency_for(impl_.types.form(full_));
    const auto money = currency ? read_money(value, *currency, said) : std::nullopt;
    if (!money || !suits(FactType::Money)) return std::nullopt;
    return Plain{money_text(*money, money_form(), impl_.locale.icu_locale())};
  }

  std::optional<Insert> of_decimal(const Value& value) {
    Diagnostics said;
    const auto number = read_decimal(value, said);
    if (!number || !suits(FactType::Number)) return std::nullopt;
    if (is_roman()) return of_roman(*number);
    return Plain{words_of(*number)};
  }

  // What has no type is read as what the format asks for.

  static bool is_scalar(const Value& value) {
    return value.as_string() != nullptr || value.as_number().has_value();
  }

  std::optional<Insert> of_amount(const Value& value) {
    const auto currency = currency_for({});
    const auto money = currency ? read_money(value, *currency, diags_) : std::nullopt;
    if (!money) return std::nullopt;
    return Plain{money_text(*money, money_form(), impl_.locale.icu_locale())};
  }

  std::optional<Insert> as_number(const Value& value) {
    const auto number = read_decimal(value, diags_);
    if (!number) return std::nullopt;
    if (is_roman()) return of_roman(*number);
    return Plain{words_of(*number)};
  }

  std::string words_of(const Decimal& number) const {
    const std::string locale = impl_.locale.icu_locale();
    return format_ == "percent" ? percent_text(number, locale) : number_text(number, locale);
  }

  std::optional<Insert> of_written_date(const Value& value) {
    Diagnostics said;
    const auto date = read_date(value, said);
    return date ? of_date(*date) : std::nullopt;
  }

  std::optional<Insert> of_date(const spec::Date& date) { return of_dates({date, date}); }

  std::optional<Insert> of_dates(const DateRange& dates) {
    if (!suits(FactType::Date)) return std::nullopt;
    if (format_ == "iso") return Plain{iso_date(dates)};
    return Plain{impl_.locale.dates(dates, format_ == "short"     ? DateForm::Short
                                           : format_ == "month"   ? DateForm::Month
                                           : format_ == "weekday" ? DateForm::Weekday
                                           : format_ == "day"     ? DateForm::Day
                                                                  : DateForm::Long)};
  }

  bool is_roman() const { return format_ == "roman" || format_ == "roman-capitals"; }

  /// Nobody parts the thousands of a page.
  std::optional<Insert> of_whole(std::int64_t number) {
    if (!suits(FactType::Number)) return std::nullopt;
    if (is_roman()) return of_roman(std::to_string(number));
    return Plain{count_text(number, impl_.locale.icu_locale())};
  }

  std::optional<Insert> of_roman(const std::string& number) {
    const auto whole = parse_number(number);
    const bool is_whole = whole && number.find('.') == number.npos;
    if (is_whole && *whole >= 1 && *whole <= kLargestRoman) {
      return Plain{roman_text(static_cast<int>(*whole),
                              format_ == "roman" ? RomanLetters::Small : RomanLetters::Capital)};
    }
    fail(DiagnosticId::BadInterpolation,
         quoted(path_) + " is " + number + "; Roman numbers are whole, from 1 to 3,999");
    return std::nullopt;
  }

  std::optional<Insert> of_number(double number) {
    // TOML's inf and nan are numbers too.
    if (number - number != 0) return not_text("no number that can be printed");
    if (is_roman()) return of_roman(format_number(number, 9));
    return plain(format_number(number, 9), FactType::Number);
  }

  std::optional<Insert> of_list(const Value::Array& list) {
    std::vector<std::string> texts;
    for (const Value& each : list) {
      if (const std::string* text = each.as_string()) texts.push_back(*text);
    }
    if (format_ != "list" || texts.size() != list.size()) return not_text("a list");
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (texts[i].find_first_not_of(" \t\r\n") != std::string::npos) continue;
      diags_.error(DiagnosticId::BadValue, list[i].span, "this entry is empty",
                   {"write its words, or take the whole entry out"});
      return std::nullopt;
    }
    return Plain{impl_.locale.list(texts)};
  }

  std::optional<Insert> of_table(const Value& table) {
    if (known_ != "clinic.address") {
      if (const spec::Entry* misspelt = misspelt_blank(table)) return misspelt_as(*misspelt);
      return not_text("a table", &table);
    }
    if (!suits(FactType::Address)) return std::nullopt;
    const auto address = read_address(table, impl_.typed.regions.at(full_));
    if (!address) return Blank{kBlankAddress};
    if (format_ == "street") return Plain{address->street};
    if (format_ == "city") return Plain{address->city};
    const std::string_view between = format_ == "lines" ? kLineSeparator : ", ";
    if (address->street.empty() || address->city.empty()) {
      return Plain{address->street + address->city};
    }
    return Plain{address->street + std::string(between) + address->city};
  }

  std::nullopt_t misspelt_as(const spec::Entry& misspelt) {
    report_misspelt_blank(misspelt, std::string(path_), diags_);
    return std::nullopt;
  }

  std::optional<Insert> plain(std::string text, FactType type) {
    if (!suits(type)) return std::nullopt;
    return Plain{std::move(text)};
  }

  /// True when the format, if any, is one for facts of this type.
  bool suits(FactType type) {
    if (format_.empty()) return true;
    std::string takes;
    for (const FormatInfo& format : format_table()) {
      if (format.name != format_) continue;
      if (format.takes == type) return true;
      if (!takes.empty()) takes += " or ";
      takes += format.takes_text;
    }
    // What is plain already may be asked for plainly.
    if (format_ == "plain") return true;
    std::vector<std::string> fitting;
    for (const FormatInfo& format : format_table()) {
      if (format.takes == type) fitting.push_back("`" + std::string(format.name) + "`");
    }
    fail(DiagnosticId::BadInterpolation,
         "the format " + quoted(format_) + " is for " + takes + ", which " + quoted(path_) +
             " is not",
         {fitting.empty() ? "take the format out" : "its formats are " + joined(fitting)});
    return false;
  }

  std::nullopt_t not_text(const std::string& what, const Value* table = nullptr) {
    std::vector<std::string> hints;
    if (what == "a list") {
      hints = {"ask your designer for a table of its entries (`rows = \"" + std::string(path_) +
               "\"`); if they are single texts, write `{" + std::string(path_) + " | list}`"};
    } else if (table != nullptr && !table->as_table()->empty()) {
      hints = {"name one of them: `{" + std::string(path_) + "." + table->as_table()->front().key +
               "}`"};
    } else if (known_ == "hours") {
      hints = {"write `{" + std::string(path_) + ".summary}`"};
    } else if (path_ == "revision") {
      hints = {"write `{revision.date}`"};
    }
    fail(DiagnosticId::BadInterpolation,
         quoted(path_) + (what == "a list"    ? " has several entries, and is no text itself"
                          : what == "a table" ? " has facts below it, and is no text itself"
                                              : " is " + what + ", not a text"),
         std::move(hints));
    return std::nullopt;
  }

  std::vector<std::string> near_paths() const {
    auto paths = known_paths(impl_, FactInfo::Kind::Computed);
    for (const FactInfo& fact : fact_table()) {
      const bool is_path = fact.name.find(' ') == fact.name.npos;
      if (fact.kind == FactInfo::Kind::Page && is_path) paths.emplace_back(fact.name);
    }
    if (scope_ != nullptr) {
      for (const RowFact& fact : scope_->computed) paths.emplace(paths.begin(), fact.key);
      if (scope_->row != nullptr && scope_->row->as_table() != nullptr) {
        for (const auto& entry : *scope_->row->as_table()) paths.insert(paths.begin(), entry.key);
      }
    }
    std::erase(paths, path_);  // a computed fact that has nothing to come from
    return did_you_mean(path_, paths);
  }

  std::nullopt_t missing() {
    if (impl_.may_be_lost(path_) || is_row_lost() || is_misspelt_key()) return std::nullopt;
    const Value* row = scope_ != nullptr ? scope_->row : nullptr;
    const spec::Entry* blank = row != nullptr && path_ == "text" ? misspelt_blank(*row) : nullptr;
    if (blank != nullptr) return misspelt_as(*blank);
    if (other_rows_have_it()) return missing_in_row();
    if (row != nullptr && row->as_array() != nullptr && path_.find('.') == path_.npos) {
      diags_.add({.id = DiagnosticId::FactMissing,
                  .message = "this entry is a list of " + std::to_string(row->as_array()->size()) +
                             ", and has no " + quoted(path_),
                  .span = row->span,
                  .labels = {{asked_at_, "asked for here"}},
                  .hints = {"its keys are `1`, `2` and so on"}});
      return std::nullopt;
    }
    const std::string table(path_.substr(0, path_.find('.')));
    std::vector<std::string> hints;
    if (diags_.error_count() < kMostGuesses) hints = near_paths();
    const std::size_t dot = path_.rfind('.');
    const bool may_be_none = dot != path_.npos && impl_.tables.contains(table) &&
                             if_none(path_, impl_.types) == IfNone::FallsAway;
    if (may_be_none) {
      const std::string key(path_.substr(dot + 1)), heading(path_.substr(0, dot));
      const std::string organisation = impl_.types.organisation(path_);
      hints = {"write `" + key + " = \"…\"` under `[" + heading + "]`, or `" + key +
               " = \"none\"` if " +
               (organisation.empty() ? "there is none" : organisation + " has none")};
    }
    if (hints.empty() && !impl_.tables.contains(table) && path_.find('.') != path_.npos) {
      hints = {"no content file of this document has `[" + table +
               "]`; name its subject in `content`"};
    }
    fail(DiagnosticId::FactMissing, "the content has no " + quoted(path_), std::move(hints),
         std::string(path_));
    return std::nullopt;
  }

  /// `fact` is the path of one that is missing.
  void fail(DiagnosticId id, std::string message, std::vector<std::string> hints = {},
            std::string fact = {}) {
    Diagnostic diagnostic{.id = id, .message = std::move(message), .span = asked_at_};
    diagnostic.hints = std::move(hints);
    diagnostic.fact = std::move(fact);
    if (scope_ != nullptr && scope_->span.known()) {
      diagnostic.labels.push_back({scope_->span, "for this row"});
    }
    diags_.add(std::move(diagnostic));
  }

  const Content::Impl& impl_;
  std::string_view path_;
  std::string full_;   ///< the path in the whole content
  std::string known_;  ///< what the fact table calls it; empty: nothing
  std::string_view format_;
  std::string_view details_;     ///< what stands behind the format
  std::string_view currency_{};  ///< of `money EUR`
  std::string_view form_{};      ///< of `money whole`
  const FactRow* scope_;
  Span asked_at_;
  Diagnostics& diags_;
};

/// `hours`: the path of those that the rows are of.
std::vector<FactRow> scopes_of(std::vector<ComputedRow> rows, std::string_view hours) {
  std::vector<FactRow> scopes;
  for (ComputedRow& row : rows) {
    scopes.push_back({.computed = std::move(row.facts),
                      .span = row.hours,
                      .number = scopes.size() + 1,
                      .path = std::string(hours)});
  }
  return scopes;
}

std::vector<FactRow> scopes_of(const Value& list, std::string_view path,
                               const FactRow* outer = nullptr) {
  std::vector<FactRow> scopes;
  const Value::Array& rows = *list.as_array();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].is_lost()) continue;
    scopes.push_back({.row = &rows[i],
                      .span = rows[i].span,
                      .list = &list,
                      .number = i + 1,
                      .path = std::string(path) + "." + std::to_string(i),
                      .outer = outer});
  }
  return scopes;
}

bool is_row(const Value& value) {
  return value.as_table() != nullptr || value.as_string() != nullptr ||
         value.as_array() != nullptr || value.is_lost();
}

}  // namespace

std::optional<Insert> Content::insert(std::string_view path, std::string_view format,
                                      const FactRow* scope, Span asked_at,
                                      Diagnostics& diags) const {
  return Question(*impl_, path, full_path(path, scope), format, scope, asked_at, diags).answer();
}

std::optional<std::vector<FactRow>> Content::rows(std::string_view path, Span asked_at,
                                                  Diagnostics& diags) const {
  const Value* value = impl_->find(path);
  if (const OpeningHours* hours = impl_->hours_of(path)) {
    const HoursList* list = find_hours_list(impl_->types.in_table(path));
    const std::string_view owner = impl_->types.owner(path);
    if (list != nullptr) return scopes_of(list->rows(*hours, impl_->locale), owner);
    if (path != owner) value = nullptr;
  }
  const Value::Array* list = value ? value->as_array() : nullptr;
  if (list != nullptr && std::ranges::all_of(*list, is_row)) {
    return scopes_of(*value, path);
  }
  if (value != nullptr ? value->is_lost() : impl_->may_be_lost(path)) return std::nullopt;
  if (list != nullptr) {
    diags.error(DiagnosticId::FactMissing, asked_at,
                "the entries of " + quoted(path) +
                    " are not alike: each is a text, or each a group of facts");
  } else if (value != nullptr) {
    diags.error(DiagnosticId::FactMissing, asked_at,
                quoted(path) + " is " + a_type(*value) + ", not a list of entries",
                {"write it as `{" + std::string(path) + "}` in a text"});
  } else {
    std::vector<std::string> lists = known_paths(*impl_, FactInfo::Kind::List);
    std::erase(lists, path);
    auto hints = did_you_mean(path, lists);
    const std::string table(path.substr(0, path.find('.')));
    if (hints.empty() && !impl_->tables.contains(table)) {
      hints = {"no content file of this document has `[" + table +
               "]`; name its subject in `content`"};
    }
    diags.add({.id = DiagnosticId::FactMissing,
               .message = "the content has no list " + quoted(path),
               .span = asked_at,
               .hints = std::move(hints),
               .fact = std::string(path)});
  }
  return std::nullopt;
}

std::optional<std::vector<FactRow>> Content::entries(const FactRow& entry, std::string_view key,
                                                     Span asked_at, Diagnostics& diags) const {
  const Value* list = value_in(&entry, key);
  if (list != nullptr && list->is_lost()) return std::nullopt;
  const Value::Array* rows = list != nullptr ? list->as_array() : nullptr;
  if (rows != nullptr && std::ranges::all_of(*rows, is_row)) {
    return scopes_of(*list, full_path(key, &entry), &entry);
  }
  diags.add({.id = DiagnosticId::FactMissing,
             .message = list == nullptr ? "this entry has no list " + quoted(key)
                                        : quoted(key) + " of this entry is " + a_type(*list) +
                                              ", not a list of entries",
             .span = list == nullptr ? entry.span : list->span,
             .labels = {{asked_at, "asked for here"}}});
  return std::nullopt;
}

}  // namespace handbill::content
