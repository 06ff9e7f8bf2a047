// SPDX-License-Identifier: MIT
// One question a layout asks of the content, with all that its messages need. What is written is
// answered in written_fact.cpp, what is computed in computed_fact.cpp, what tells of several rows
// in group_facts.cpp; what is not there is told in missing_fact.cpp. Private to these.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/amount.h"
#include "content/content_data.h"
#include "content/date.h"
#include "content/fact_table.h"

namespace handbill::content {

/// Facts that the fact table calls so are computed or for the program only, never copied as
/// written.
bool is_reserved(std::string_view known);

/// What to do about "second.…" in a document of one language.
std::string second_hint();

/// Of the user's facts, and of those that are computed, of one kind; not all of many.
std::vector<std::string> known_paths(const Content::Impl& impl, FactInfo::Kind computed);

/// An address whose parts are still blank is written on one line by hand.
inline constexpr Length kBlankAddress = Length::inch(3);

class Question {
 public:
  Question(const Content::Impl& impl, std::string_view path, std::string full,
           std::string_view format, const FactRow* scope, diag::Span asked_at,
           diag::Diagnostics& diags)
      : impl_(impl),
        path_(path),
        full_(std::move(full)),
        known_(impl.types.in_table(full_)),
        format_(format.substr(0, format.find(' '))),
        details_(format.substr(std::min(format_.size() + 1, format.size()))),
        scope_(scope),
        asked_at_(asked_at),
        diags_(diags) {}

  std::optional<Insert> answer();

 private:
  // Formats, and what is told.
  bool knows_format();
  bool knows_details();
  std::optional<Insert> plain(std::string text, FactType type);
  bool suits(FactType type);
  std::nullopt_t not_text(const std::string& what, const spec::Value* table = nullptr);
  void fail(diag::DiagnosticId id, std::string message, std::vector<std::string> hints = {},
            std::string fact = {});

  // Of rows that belong together.
  std::optional<Insert> of_count();
  Question of_other(std::string_view key, const FactRow& row) const;
  std::optional<Insert> of_sum(std::string_view key, bool may_lack);
  static const RowFact* computed_in(const FactRow& row, std::string_view key);
  std::nullopt_t not_a_number();
  std::optional<Money> amount_of(const spec::Value& value, const std::string& path);
  std::optional<std::string> currency_for(std::string_view own);
  MoneyForm money_form() const;

  // What is written.
  std::optional<Insert> of_value(const spec::Value& value, std::string_view type);
  std::optional<Insert> of_string(const spec::Value& value, const std::string& text,
                                  std::string_view type);
  std::optional<Insert> of_phone(const std::string& text);
  std::optional<Insert> of_web(const std::string& text);
  std::optional<Insert> of_money(const spec::Value& value);
  std::optional<Insert> of_decimal(const spec::Value& value);
  static bool is_scalar(const spec::Value& value);
  std::optional<Insert> of_amount(const spec::Value& value);
  std::optional<Insert> as_number(const spec::Value& value);
  std::string words_of(const Decimal& number) const;
  std::optional<Insert> of_written_date(const spec::Value& value);
  std::optional<Insert> of_dates(const DateRange& dates);
  std::optional<Insert> of_whole(std::int64_t number);
  std::optional<Insert> of_roman(const std::string& number);
  std::optional<Insert> of_number(double number);
  std::optional<Insert> of_list(const spec::Value::Array& list);
  std::optional<Insert> of_table(const spec::Value& table);

  // What is computed.
  std::optional<Insert> of_row(const RowFact& fact);
  std::nullopt_t cannot_tell(const Untold& untold);
  std::optional<Insert> of_time(const RowTime& time);
  std::optional<Insert> computed();
  std::optional<Insert> of_revision();
  bool is_of_approval() const;
  std::optional<Insert> of_approval();
  std::string approval_line() const;
  std::optional<Insert> of_week(std::string text);
  const spec::Value* written_hours() const;
  std::optional<Insert> of_day(std::size_t day, const OpeningHours& hours);
  std::optional<Insert> of_lunch(const OpeningHours& hours);
  std::optional<Insert> map();

  // What is not there.
  bool is_row_lost() const;
  bool is_misspelt_key() const;
  bool other_rows_have_it() const;
  bool row_may_lack_it() const;
  std::nullopt_t missing_in_row();
  std::nullopt_t misspelt_as(const spec::Entry& misspelt);
  std::vector<std::string> near_paths() const;
  std::nullopt_t missing();

  /// Of the language that the fact is told in.
  const LocaleText& locale() const {
    const bool is_in_row = spec::path_in_second(path_).has_value();
    return impl_.locale_of(is_in_row ? path_ : std::string_view(full_));
  }
  bool is_group() const { return scope_ != nullptr && scope_->group != nullptr; }
  const spec::Value* written_in_row() const { return value_in(scope_, path_); }
  std::optional<Insert> of_date(const spec::Date& date) { return of_dates({date, date}); }
  bool is_roman() const { return format_ == "roman" || format_ == "roman-capitals"; }

  const Content::Impl& impl_;
  std::string_view path_;
  std::string full_;   ///< the path in the whole content
  std::string known_;  ///< what the fact table calls it; empty: nothing
  std::string_view format_;
  std::string_view details_;     ///< what stands behind the format
  std::string_view currency_{};  ///< of `money EUR`
  std::string_view form_{};      ///< of `money whole`
  const FactRow* scope_;
  diag::Span asked_at_;
  diag::Diagnostics& diags_;
};

}  // namespace handbill::content
