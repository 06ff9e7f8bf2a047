// SPDX-License-Identifier: MIT
// What rows that belong together come to.
#include <algorithm>

#include "content/absent.h"
#include "content/blank.h"
#include "content/question.h"
#include "content/sum.h"
#include "content/wording.h"

namespace handbill::content {
namespace {

using diag::Diagnostic;
using diag::DiagnosticId;
using diag::Diagnostics;
using diag::Span;
using spec::Value;

}  // namespace

std::optional<Insert> Question::of_count() {
  return plain(number_text(std::to_string(scope_->group->size()), locale().icu_locale()),
               FactType::Number);
}

/// A question about the same key of another row.
Question Question::of_other(std::string_view key, const FactRow& row) const {
  return {impl_, key, path_in(impl_, key, &row), {}, &row, asked_at_, diags_};
}

std::optional<Insert> Question::of_sum(std::string_view key, bool may_lack) {
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
  const std::string locale = this->locale().icu_locale();
  if (!currency.empty()) return Plain{money_text({sum.text(), currency}, money_form(), locale)};
  if (format_ == "percent") return Plain{percent_text(sum.text(), locale)};
  return plain(number_text(sum.text(), locale), FactType::Number);
}

const RowFact* Question::computed_in(const FactRow& row, std::string_view key) {
  const auto found = std::ranges::find(row.computed, key, &RowFact::key);
  return found != row.computed.end() ? &*found : nullptr;
}

std::nullopt_t Question::not_a_number() {
  fail(DiagnosticId::BadInterpolation, quoted(path_) + " is no number, and has no sum");
  return std::nullopt;
}

/// A number that is to be summed; of money with its currency.
std::optional<Money> Question::amount_of(const Value& value, const std::string& path) {
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
std::optional<std::string> Question::currency_for(std::string_view own) {
  if (!own.empty() && !currency_.empty() && own != currency_) {
    fail(DiagnosticId::BadInterpolation,
         quoted(path_) + " is in " + quoted(own) + ", not in " + quoted(currency_));
    return std::nullopt;
  }
  if (!own.empty()) return std::string(own);
  if (!currency_.empty()) return std::string(currency_);
  std::string currency = currency_of(locale().icu_locale());
  if (!currency.empty()) return currency;
  fail(DiagnosticId::BadInterpolation, "the currency of " + quoted(path_) + " is not known",
       {"name it: `{" + std::string(path_) + " | money EUR}`"});
  return std::nullopt;
}

MoneyForm Question::money_form() const {
  const std::string_view form = format_ == "money" ? form_ : format_;
  return form == "whole" ? MoneyForm::Whole : form == "iso" ? MoneyForm::Iso : MoneyForm::Full;
}

}  // namespace handbill::content
