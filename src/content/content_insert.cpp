// SPDX-License-Identifier: MIT
// The questions a layout asks of the content: one fact.
#include <algorithm>

#include "content/question.h"
#include "content/wording.h"

namespace handbill::content {
namespace {

using diag::Diagnostic;
using diag::DiagnosticId;
using diag::Diagnostics;
using diag::Span;
using spec::Value;

}  // namespace

std::optional<Insert> Question::answer() {
  if (!format_.empty() && !knows_format()) return std::nullopt;
  const bool is_optional = format_ == kOptional;
  if (is_optional) format_ = {};
  if (const auto left_out = impl_.left_out_at(full_)) return Absent{*left_out};
  if (is_group() && path_ == kRowCount) return of_count();
  if (const auto key = summed_key(path_)) return of_sum(*key, is_optional);
  if (is_optional && row_may_lack_it()) return Plain{};
  if (scope_ != nullptr) {
    const auto fact = std::ranges::find(scope_->computed, path_, &RowFact::key);
    if (fact != scope_->computed.end()) return of_row(*fact);
    const Value* value = is_reserved(known_) ? nullptr : written_in_row();
    if (value != nullptr) return of_value(*value, impl_.types.type(full_));
  }
  if (is_of_approval()) return of_approval();
  if (is_reserved(known_)) return computed();
  const Value* value = impl_.find(path_);
  if (value != nullptr) return of_value(*value, impl_.types.type(path_));
  if (known_ == "clinic.map_url") return map();
  return missing();
}

bool Question::knows_format() {
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
bool Question::knows_details() {
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
           {format_ == "money" ? "`money` takes a currency, and `whole` or `iso`: `money EUR whole`"
                               : "take it out"});
      return false;
    }
  }
  return true;
}

std::optional<Insert> Question::plain(std::string text, FactType type) {
  if (!suits(type)) return std::nullopt;
  return Plain{std::move(text)};
}

/// True when the format, if any, is one for facts of this type.
bool Question::suits(FactType type) {
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
  fail(
      DiagnosticId::BadInterpolation,
      "the format " + quoted(format_) + " is for " + takes + ", which " + quoted(path_) + " is not",
      {fitting.empty() ? "take the format out" : "its formats are " + joined(fitting)});
  return false;
}

std::nullopt_t Question::not_text(const std::string& what, const Value* table) {
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

/// `fact` is the path of one that is missing.
void Question::fail(DiagnosticId id, std::string message, std::vector<std::string> hints,
                    std::string fact) {
  Diagnostic diagnostic{.id = id, .message = std::move(message), .span = asked_at_};
  diagnostic.hints = std::move(hints);
  diagnostic.fact = std::move(fact);
  if (scope_ != nullptr && scope_->span.known()) {
    diagnostic.labels.push_back({scope_->span, "for this row"});
  }
  diags_.add(std::move(diagnostic));
}

std::optional<Insert> Content::insert(std::string_view path, std::string_view format,
                                      const FactRow* scope, Span asked_at,
                                      Diagnostics& diags) const {
  return Question(*impl_, path, full_path(path, scope), format, scope, asked_at, diags).answer();
}

}  // namespace handbill::content
