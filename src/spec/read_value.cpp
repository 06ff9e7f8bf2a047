// SPDX-License-Identifier: MIT
// Single values: lengths, percentages, colours and the like, checked against what their key takes.
#include <algorithm>
#include <cmath>

#include "base/nearest.h"
#include "base/page_limits.h"
#include "spec/bind.h"
#include "spec/other_words.h"
#include "spec/parse_layout.h"
#include "spec/words.h"

namespace handbill::spec {

using diag::DiagnosticId;

namespace {

constexpr std::string_view kKnownUnits = "units are mm, cm, in, pt and p (pica)";

std::optional<Spanned<Length>> length_of(const Value& value, const Request& request) {
  if (const auto number = value.as_number()) {
    if (*number == 0) return Spanned<Length>{Length(), value.span};
    const std::string shown = format_number(*number, 3);
    request.diags.error(DiagnosticId::BadLength, value.span,
                        "`" + std::string(request.key) + "` is " + shown + ", without a unit",
                        {std::string(kKnownUnits) + ": \"" + shown + " mm\""});
    return std::nullopt;
  }
  const std::string* text = value.as_string();
  if (text == nullptr) {
    request.wrong_type(value);
    return std::nullopt;
  }
  auto length = parse_length(*text);
  if (!length && request.constants != nullptr) {
    const std::size_t errors = request.diags.error_count();
    length = request.constants->length_of(value, request.diags);
    if (request.diags.error_count() > errors) return std::nullopt;
  }
  if (!length) {
    request.diags.error(
        DiagnosticId::BadLength, value.part(0, text->size()),
        "`" + std::string(request.key) + "` is " + quoted(*text) + ", which is not a length",
        {std::string(kKnownUnits) + ": \"3 mm\""});
    return std::nullopt;
  }
  const diag::Span span = value.part(0, text->size());
  if (std::max(*length, -*length) > kLargestPage) {
    request.diags.error(DiagnosticId::BadValue, span,
                        "`" + std::string(request.key) + "` is " + *text +
                            "; no length is over 200 in, the largest page of PDF");
    return std::nullopt;
  }
  if (!request.in_range(length->pt(), span, *text, " pt")) return std::nullopt;
  return Spanned<Length>{*length, value.span};
}

/// All elements of a list, each read by `read_one`.
template <class T, class ReadOne>
bool read_list(const Value& value, const Request& request, std::vector<T>& into, ReadOne read_one) {
  const Value::Array* array = value.as_array();
  if (array == nullptr) {
    request.wrong_type(value);
    return false;
  }
  bool ok = true;
  for (const Value& each : *array) {
    if (request.given_up()) return false;
    if (read_one(each, into.emplace_back())) continue;
    into.pop_back();
    ok = false;
  }
  return ok;
}

}  // namespace

void Request::wrong_type(const Value& value) const {
  // A value that could not be converted has been reported already.
  if (std::holds_alternative<std::monostate>(value.data)) return;
  diags.error(DiagnosticId::WrongType, value.span,
              "`" + std::string(key) + "` is " + with_article(value.type_name()) + "; it takes " +
                  with_article(type));
}

void Request::bad_value(diag::Span span, std::string_view seen,
                        std::vector<std::string> hints) const {
  diags.error(DiagnosticId::BadValue, span,
              "`" + std::string(key) + "` is " + (seen.empty() ? "empty" : quoted(seen)) +
                  "; it takes " + with_article(type),
              std::move(hints));
}

bool Request::in_range(double number, diag::Span span, std::string_view shown,
                       std::string_view unit) const {
  if (number >= range.least && number <= range.most) return true;
  const auto limit = [&](double value) {
    return format_number(value, 3) + (value == 0 ? "" : std::string(unit));
  };
  std::string rule = "it can't be less than " + limit(range.least);
  if (std::isfinite(range.most)) {
    rule = "it is from " + limit(range.least) + " to " + limit(range.most);
  }
  diags.error(DiagnosticId::BadValue, span,
              "`" + std::string(key) + "` is " + std::string(shown) + "; " + rule);
  return false;
}

bool read(const Value& value, const Request& request, Text& into) {
  const std::string* text = value.as_string();
  if (text == nullptr) {
    request.wrong_type(value);
    return false;
  }
  into = {*text, value.span, value.source_offsets};
  const auto words = words_of(request.type);
  if (words.empty() || std::ranges::find(words, *text) != words.end()) return true;
  std::vector<std::string> hints;
  if (const OtherValue* ours = find_other_value(request.key, *text)) {
    hints = {"did you mean `" + std::string(ours->ours) + "`?"};
  } else if (const auto near = nearest(*text, words)) {
    hints = {"did you mean `" + *near + "`?"};
  }
  request.bad_value(value.part(0, text->size()), *text, std::move(hints));
  return false;
}

bool read(const Value& value, const Request& request, Spanned<Length>& into) {
  const auto length = length_of(value, request);
  if (length) into = *length;
  return length.has_value();
}

bool read(const Value& value, const Request& request, Spanned<bool>& into) {
  const bool* flag = std::get_if<bool>(&value.data);
  if (flag == nullptr) {
    request.wrong_type(value);
    return false;
  }
  into = {*flag, value.span};
  return true;
}

bool read(const Value& value, const Request& request, Spanned<Date>& into) {
  const auto* date = std::get_if<Date>(&value.data);
  if (date == nullptr) {
    request.wrong_type(value);
    return false;
  }
  into = {*date, value.span};
  return true;
}

bool read(const Value& value, const Request& request, Spanned<std::int64_t>& into) {
  const auto* number = std::get_if<std::int64_t>(&value.data);
  if (number == nullptr) {
    request.wrong_type(value);
    return false;
  }
  into = {*number, value.span};
  return request.in_range(static_cast<double>(*number), value.span, std::to_string(*number), "");
}

bool read(const Value& value, const Request& request, Spanned<double>& into) {
  auto number = value.as_number();
  if (const auto* text = value.as_string(); text != nullptr && text->ends_with('%')) {
    std::string_view digits(*text);
    digits.remove_suffix(1);
    if (digits.ends_with(' ')) digits.remove_suffix(1);
    if (digits.starts_with('+')) digits.remove_prefix(1);
    number = parse_number(digits);
  }
  if (!number) {
    if (const auto* text = value.as_string()) {
      request.bad_value(value.span, *text);
    } else {
      request.wrong_type(value);
    }
    return false;
  }
  into = {*number, value.span};
  return request.in_range(*number, value.span, format_number(*number, 3) + "%", "%");
}

bool read(const Value& value, const Request& request, EdgeSpec& into) {
  auto edge = parse_edge(value, request.diags, request.constants);
  if (edge) into = std::move(*edge);
  return edge.has_value();
}

bool read(const Value& value, const Request& request, ColorSpec& into) {
  const std::string* text = value.as_string();
  if (text == nullptr) {
    request.wrong_type(value);
    return false;
  }
  const std::string_view whole(*text);
  const std::size_t first = std::min(whole.find_first_not_of(' '), whole.size());
  const std::size_t last = whole.find_last_not_of(' ') + 1;
  std::size_t name_end = last;
  if (last > first && whole[last - 1] == '%') {
    const std::size_t space = whole.rfind(' ', whole.find_last_not_of(" %", last - 1));
    const std::size_t tint = space == whole.npos ? first : space + 1;
    const auto end = whole.find_last_not_of(" %", last - 1) + 1;
    const auto number = parse_number(whole.substr(tint, end - std::min(tint, end)));
    const diag::Span span = value.part(tint, last);
    if (!number || *number < 0 || *number > 100) {
      request.diags.error(
          DiagnosticId::BadValue, span,
          quoted(whole.substr(tint, last - tint)) + " is not a tint; a tint is from 0% to 100%",
          {"a colour is written like \"teal\" or \"teal 40%\""});
      return false;
    }
    into.tint = *number;
    name_end = tint == first ? first : whole.find_last_not_of(' ', tint - 1) + 1;
  }
  if (name_end <= first) {
    request.bad_value(value.span, *text, {"a colour is written like \"teal\" or \"teal 40%\""});
    return false;
  }
  into.swatch = whole.substr(first, name_end - first);
  into.span = value.part(first, name_end);
  return true;
}

std::optional<ColorSpec> parse_color(const Value& value, diag::Diagnostics& diags) {
  Request request = root_request(diags);
  request.key = "color";
  request.type = TypeName<ColorSpec>::text();
  ColorSpec color;
  if (!read(value, request, color)) return std::nullopt;
  return color;
}

bool read(const Value& value, const Request& request, GapSpec& into) {
  into.span = value.span;
  const Value::Array* array = value.as_array();
  if (array == nullptr) {
    if (!read(value, request, into.least)) return false;
    into.most = into.least;
    return true;
  }
  if (array->size() != 2) {
    request.diags.error(DiagnosticId::BadValue, value.span,
                        "`" + std::string(request.key) + "` has " + std::to_string(array->size()) +
                            " values; it takes one, or two: least, most");
    return false;
  }
  const bool has_least = read(array->front(), request, into.least);
  if (!read(array->back(), request, into.most) || !has_least) return false;
  if (into.least.value <= into.most.value) return true;
  request.diags.error(DiagnosticId::BadValue, value.span,
                      "`" + std::string(request.key) + "` is not in order; it takes least, most");
  return false;
}

bool read(const Value& value, const Request& request, InsetsSpec& into) {
  if (value.as_table() != nullptr) return read_table(value, request, into);
  const auto length = length_of(value, request);
  if (!length) return false;
  into = {*length, *length, *length, *length, value.span};
  return true;
}

bool read(const Value& value, const Request& request, MarginSpec& into) {
  if (value.as_table() != nullptr) return read_table(value, request, into);
  const auto length = length_of(value, request);
  if (!length) return false;
  into.top = into.right = into.bottom = into.left = *length;
  into.span = value.span;
  return true;
}

bool read(const Value& value, const Request& request, std::array<Spanned<Length>, 2>& into) {
  const Value::Array* array = value.as_array();
  if (array == nullptr || array->size() != into.size()) {
    if (array == nullptr) {
      request.wrong_type(value);
    } else {
      request.bad_value(value.span, "a list of " + std::to_string(array->size()));
    }
    return false;
  }
  bool ok = true;
  for (std::size_t i = 0; i < into.size(); ++i) ok = read((*array)[i], request, into[i]) && ok;
  return ok;
}

bool read(const Value& value, const Request& request, std::vector<Text>& into) {
  if (value.as_string() != nullptr) return read(value, request, into.emplace_back());
  return read_list(value, request, into,
                   [&](const Value& each, Text& text) { return read(each, request, text); });
}

bool read(const Value& value, const Request& request, std::vector<Spanned<Length>>& into) {
  return read_list(value, request, into, [&](const Value& each, Spanned<Length>& length) {
    return read(each, request, length);
  });
}

bool read(const Value& value, const Request& request, std::vector<Spanned<std::int64_t>>& into) {
  return read_list(value, request, into, [&](const Value& each, Spanned<std::int64_t>& number) {
    return read(each, request, number);
  });
}

bool read(const Value& value, const Request& request, std::vector<Spanned<double>>& into) {
  return read_list(value, request, into, [&](const Value& each, Spanned<double>& number) {
    return read(each, request, number);
  });
}

}  // namespace handbill::spec
