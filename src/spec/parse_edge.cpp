// SPDX-License-Identifier: MIT
// edge = term { ("+" | "-") term }
// term = operand { ("*" | "/") operand }, all but one of them numbers
// operand = length | percent | number | value | "margin" | "words" | frame "." edge name
//         | "column" number "." ("left" | "right" | "center")
//         | ("max" | "min") "(" edge { "," edge } ")"
#include <array>
#include <cmath>

#include "base/ascii.h"
#include "base/nearest.h"
#include "base/number.h"
#include "base/page_limits.h"
#include "spec/constants.h"
#include "spec/parse_layout.h"
#include "spec/words.h"

namespace handbill::spec {
namespace {

using diag::DiagnosticId;
using Term = EdgeSpec::Term;

constexpr std::size_t kMostTerms = 32;
constexpr int kDeepest = 8;
constexpr double kMostGridColumns = 100;

constexpr auto kEdges = std::to_array<std::pair<std::string_view, EdgeName>>({
    {"left", EdgeName::Left},
    {"top", EdgeName::Top},
    {"right", EdgeName::Right},
    {"bottom", EdgeName::Bottom},
    {"center", EdgeName::Center},
    {"middle", EdgeName::Middle},
});

bool is_name_start(char c) {
  return is_letter(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

bool ends_number(char c) { return std::string_view(" +-,)*/").find(c) != std::string_view::npos; }

bool is_name(char c) { return is_name_start(c) || is_digit(c) || c == '-'; }

class EdgeParser {
 public:
  EdgeParser(const Value& value, std::string_view text, diag::Diagnostics& diags,
             Constants* constants)
      : value_(value), text_(text), diags_(diags), constants_(constants) {}

  std::optional<EdgeSpec> run() {
    auto edge = parse_edge();
    if (!edge || at_ == text_.size()) return edge;
    return fail(at_, text_.size(), "`" + rest() + "` follows without `+` or `-`");
  }

 private:
  /// Up to the end of the text, or to what can't go on with an edge.
  std::optional<EdgeSpec> parse_edge() {
    EdgeSpec edge;
    skip_spaces();
    const std::size_t begin = at_;
    std::optional<double> sign = take_sign().value_or(1);
    std::size_t end = begin;
    while (sign) {
      skip_spaces();
      if (terms_++ == kMostTerms) return fail(0, text_.size(), "an edge of more than 32 parts");
      auto term = parse_product();
      if (!term) return std::nullopt;
      term->sign = *sign;
      edge.terms.push_back(std::move(*term));
      end = at_;
      skip_spaces();
      sign = take_sign();
    }
    edge.span = depth_ == 0 ? value_.span : value_.part(begin, end);
    return edge;
  }

  /// A term, or a number to multiply it with.
  struct Operand {
    Term term{};
    std::optional<double> number{};
  };

  std::optional<Term> parse_product() {
    const std::size_t begin = at_;
    auto product = parse_operand();
    if (!product) return std::nullopt;
    skip_spaces();
    std::size_t end = at_;
    while (at_ < text_.size() && (text_[at_] == '*' || text_[at_] == '/')) {
      const bool divides = text_[at_++] == '/';
      skip_spaces();
      const auto factor = parse_operand();
      if (!factor) return std::nullopt;
      if (!multiply(*product, *factor, divides, begin)) return std::nullopt;
      end = at_;
      skip_spaces();
    }
    at_ = end;
    if (!product->number) return product->term;
    if (*product->number == 0) return Term{.span = value_.part(begin, end)};
    fail(begin, end,
         "`" + std::string(text_.substr(begin, end - begin)) + "` is a number, without a unit",
         {"units are mm, cm, in, pt, p (pica) and %"});
    return std::nullopt;
  }

  bool multiply(Operand& product, const Operand& factor, bool divides, std::size_t begin) {
    using enum Term::Kind;
    const auto is_amount = [](const Operand& each) {
      return each.number || each.term.kind == Length || each.term.kind == Percent;
    };
    const bool fits = is_amount(product) && is_amount(factor) &&
                      (divides ? factor.number.has_value() : product.number || factor.number);
    if (!fits || (divides && *factor.number == 0)) {
      fail(begin, at_,
           !fits ? "a length is multiplied with a number, or divided by one"
                 : "a length can't be divided by 0",
           {"write it like \"card / 2 + 6 pt\""});
      return false;
    }
    const double by = divides ? 1 / *factor.number : factor.number.value_or(1);
    if (product.number && factor.number) {
      *product.number *= by;
    } else if (product.number) {
      const double number = *product.number;
      product = factor;
      scale(product.term, number);
    } else {
      scale(product.term, by);
    }
    product.term.span = value_.part(begin, at_);
    return true;
  }

  static void scale(Term& term, double by) {
    term.length = term.length * by;
    term.percent *= by;
  }

  std::optional<Operand> parse_operand() {
    if (auto number = plain_number()) return Operand{{}, number};
    const std::size_t begin = at_;
    if (const ConstantSpec* constant = take_constant()) {
      if (constant->kind == ConstantSpec::Kind::Number) return Operand{{}, constant->value};
      return Operand{Term{.length = Length::pt(constant->value), .span = value_.part(begin, at_)},
                     std::nullopt};
    }
    auto term = parse_term();
    if (!term) return std::nullopt;
    return Operand{std::move(*term), std::nullopt};
  }

  /// Without a unit, and beside a `*` or `/`.
  std::optional<double> plain_number() {
    const std::size_t begin = at_;
    std::size_t end = begin;
    while (end < text_.size() && (is_digit(text_[end]) || text_[end] == '.')) ++end;
    if (end == begin) return std::nullopt;
    const std::size_t next = text_.find_first_not_of(" \t", end);
    const bool multiplies = next != text_.npos && (text_[next] == '*' || text_[next] == '/');
    const std::size_t before = begin == 0 ? text_.npos : text_.find_last_not_of(" \t", begin - 1);
    const bool is_factor = before != text_.npos && (text_[before] == '*' || text_[before] == '/');
    const bool has_unit = next != text_.npos && (is_letter(text_[next]) || text_[next] == '%');
    if (has_unit || (!multiplies && !is_factor)) return std::nullopt;
    const auto number = parse_number(text_.substr(begin, end - begin));
    if (number) at_ = end;
    return number;
  }

  /// A value of the layout, by its name.
  const ConstantSpec* take_constant() {
    if (constants_ == nullptr || at_ == text_.size() || !is_name_start(text_[at_])) return nullptr;
    std::size_t end = at_;
    while (end < text_.size() && is_name(text_[end])) ++end;
    if (end < text_.size() && (text_[end] == '.' || text_[end] == '(')) return nullptr;
    const ConstantSpec* found = constants_->find(text_.substr(at_, end - at_));
    if (found != nullptr) at_ = end;
    return found;
  }

  std::optional<Term> parse_term() {
    if (at_ == text_.size()) {
      fail(at_, at_,
           text_.empty() ? "an edge is empty"
           : depth_ > 0  ? "a bracket is not closed"
                         : "an edge ends after its `+` or `-`");
      return std::nullopt;
    }
    const char c = text_[at_];
    if (is_digit(c) || c == '.') return number_term();
    if (is_name_start(c)) return name_term();
    const bool is_missing = depth_ > 0 && (c == ',' || c == ')');
    fail(at_, is_missing ? at_ + 1 : text_.size(),
         is_missing ? "an edge is missing before `" + std::string(1, c) + "`"
                    : "`" + rest() + "` is not an edge",
         {std::string(kForms)});
    return std::nullopt;
  }

  std::optional<Term> number_term() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && (is_digit(text_[at_]) || text_[at_] == '.')) ++at_;
    const std::size_t digits_end = at_;
    skip_spaces();
    const std::size_t unit = at_;
    while (at_ < text_.size() && !ends_number(text_[at_])) ++at_;
    if (unit == at_) at_ = digits_end;
    const std::string_view whole = text_.substr(begin, at_ - begin);
    Term term;
    term.span = value_.part(begin, at_);
    if (whole.ends_with('%')) {
      const auto percent = parse_number(text_.substr(begin, digits_end - begin));
      if (percent && unit + 1 == at_ && *percent <= 1000) {
        term.kind = Term::Kind::Percent;
        term.percent = *percent;
        return term;
      }
    } else if (const auto length = parse_length(whole)) {
      if (*length <= kLargestPage) {
        term.length = *length;
        return term;
      }
      fail(begin, at_, "`" + std::string(whole) + "` is farther than 200 in");
      return std::nullopt;
    }
    fail(begin, at_, "`" + std::string(whole) + "` is neither a length nor a percentage",
         {"units are mm, cm, in, pt, p (pica) and %"});
    return std::nullopt;
  }

  std::optional<Term> name_term() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_name(text_[at_])) ++at_;
    const std::string_view name = text_.substr(begin, at_ - begin);
    Term term;
    if (at_ < text_.size() && text_[at_] == '.') {
      term.kind = Term::Kind::Frame;
      term.frame = name;
      if (!edge_of_frame(name, term.edge)) return std::nullopt;
    } else if (name == "column" && at_ < text_.size() && column_follows()) {
      term.kind = Term::Kind::Column;
      if (!column_edge(begin, term)) return std::nullopt;
    } else if (name == "margin") {
      term.kind = Term::Kind::Margin;
    } else if (name == "words") {
      term.kind = Term::Kind::Words;
    } else if ((name == "max" || name == "min") && opens_bracket()) {
      term.kind = name == "max" ? Term::Kind::Max : Term::Kind::Min;
      if (!parse_choices(begin, term.choices)) return std::nullopt;
    } else {
      unknown_name(begin, name);
      return std::nullopt;
    }
    term.span = value_.part(begin, at_);
    return term;
  }

  bool column_follows() const {
    const std::size_t next = text_.find_first_not_of(" \t", at_);
    return next != std::string_view::npos && is_digit(text_[next]);
  }

  /// "2.left" after "column".
  bool column_edge(std::size_t begin, Term& term) {
    skip_spaces();
    const std::size_t digits = at_;
    while (at_ < text_.size() && is_digit(text_[at_])) ++at_;
    const auto number = parse_number(text_.substr(digits, at_ - digits));
    if (!number || *number < 1 || *number > kMostGridColumns) {
      fail(begin, at_, "`" + std::string(text_.substr(begin, at_ - begin)) + "` is no column",
           {"columns count from 1 to 100"});
      return false;
    }
    term.column = static_cast<int>(*number);
    if (at_ == text_.size() || text_[at_] != '.') {
      fail(begin, at_,
           "the edge after `" + std::string(text_.substr(begin, at_ - begin)) + "` is missing",
           {"write it like \"column 2.left\""});
      return false;
    }
    return edge_of_frame(text_.substr(begin, at_ - begin), term.edge);
  }

  bool opens_bracket() {
    const std::size_t next = text_.find_first_not_of(" \t", at_);
    if (next == std::string_view::npos || text_[next] != '(') return false;
    at_ = next + 1;
    return true;
  }

  /// Edges with commas between them, and the bracket that ends them.
  bool parse_choices(std::size_t begin, std::vector<EdgeSpec>& choices) {
    if (++depth_ > kDeepest) {
      fail(begin, text_.size(), "brackets are nested more than 8 deep");
      return false;
    }
    do {
      auto edge = parse_edge();
      if (!edge) return false;
      choices.push_back(std::move(*edge));
    } while (take(','));
    --depth_;
    if (take(')')) return true;
    fail(begin, text_.size(),
         at_ == text_.size() ? "a bracket is not closed"
                             : "`" + rest() + "` stands where `,` or `)` should",
         {"write it like \"max(do.bottom, dont.bottom)\""});
    return false;
  }

  bool take(char sign) {
    if (at_ == text_.size() || text_[at_] != sign) return false;
    ++at_;
    return true;
  }

  bool edge_of_frame(std::string_view frame, EdgeName& edge) {
    const std::size_t begin = ++at_;
    while (at_ < text_.size() && is_name_start(text_[at_])) ++at_;
    const std::string_view name = text_.substr(begin, at_ - begin);
    for (const auto& [known, value] : kEdges) {
      if (known != name) continue;
      edge = value;
      return true;
    }
    std::vector<std::string> names;
    for (const auto& [known, value] : kEdges) names.emplace_back(known);
    std::vector<std::string> hints = {"edges are left, top, right, bottom, center and middle"};
    if (const auto near = nearest(name, names)) {
      hints = {"did you mean `" + std::string(frame) + "." + *near + "`?"};
    }
    fail(begin, at_,
         name.empty() ? "the edge after `" + std::string(frame) + ".` is missing"
                      : "a frame has no edge `" + std::string(name) + "`",
         std::move(hints));
    return false;
  }

  void unknown_name(std::size_t begin, std::string_view name) {
    std::vector<std::string> hints = {std::string(kForms)};
    const std::vector<std::string> words = opens_bracket() ? std::vector<std::string>{"max", "min"}
                                                           : std::vector<std::string>{"margin"};
    const std::size_t end = begin + name.size();
    const bool has_constants = constants_ != nullptr && !constants_->names().empty();
    std::vector<std::string> known =
        has_constants ? constants_->names() : std::vector<std::string>();
    known.insert(known.end(), words.begin(), words.end());
    if (name.starts_with("margin-")) {
      hints = {"put spaces round the `-`"};
    } else if (const auto near = nearest(name, known)) {
      hints = {"did you mean `" + *near + "`?"};
    } else if (name == "left" || name == "right" || name == "top" || name == "bottom") {
      hints = {"name the frame too: `art." + std::string(name) + "`"};
    }
    fail(begin, end,
         has_constants ? "no value is called `" + std::string(name) + "`"
                       : "`" + std::string(name) + "` is not an edge",
         std::move(hints));
  }

  std::optional<double> take_sign() {
    if (at_ == text_.size() || (text_[at_] != '+' && text_[at_] != '-')) return std::nullopt;
    return text_[at_++] == '+' ? 1 : -1;
  }

  void skip_spaces() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
  }

  std::string rest() const { return std::string(text_.substr(at_)); }

  std::nullopt_t fail(std::size_t begin, std::size_t end, std::string message,
                      std::vector<std::string> hints = {}) {
    diags_.error(DiagnosticId::BadLength, value_.part(begin, end), std::move(message),
                 std::move(hints));
    return std::nullopt;
  }

  static constexpr std::string_view kForms =
      "an edge is written like \"0.5 in\", \"62%\", \"margin + 6 pt\", \"art.bottom - 12 pt\" or "
      "\"max(do.bottom, dont.bottom)\"";

  const Value& value_;
  std::string_view text_;
  diag::Diagnostics& diags_;
  Constants* constants_;
  std::size_t at_ = 0;
  std::size_t terms_ = 0;
  int depth_ = 0;  ///< of brackets
};

}  // namespace

std::optional<EdgeSpec> parse_edge(const Value& value, diag::Diagnostics& diags,
                                   Constants* constants) {
  if (const auto* text = value.as_string()) {
    return EdgeParser(value, *text, diags, constants).run();
  }
  if (const auto number = value.as_number()) {
    if (*number == 0) return EdgeSpec{{Term{.span = value.span}}, value.span};
    diags.error(
        DiagnosticId::BadLength, value.span,
        "`" + format_number(*number, 3) + "` is a length without a unit",
        {"units are mm, cm, in, pt, p (pica) and %: \"" + format_number(*number, 3) + " mm\""});
    return std::nullopt;
  }
  diags.error(DiagnosticId::WrongType, value.span,
              "an edge is a text such as \"0.5 in\", not " + with_article(value.type_name()));
  return std::nullopt;
}

}  // namespace handbill::spec
