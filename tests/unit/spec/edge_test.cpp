// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "base/number.h"
#include "spec/parse_layout.h"

namespace handbill::spec {
namespace {

struct Parsed {
  diag::SourceMap sources{};
  diag::Diagnostics diags{};
  std::optional<EdgeSpec> edge{};

  /// `text` is the TOML of the value.
  explicit Parsed(const std::string& text) {
    const auto file = sources.add("t.toml", "edge = " + text + "\n");
    const auto root = read_toml(sources, file, diags);
    REQUIRE(root.has_value());
    edge = parse_edge(*root->find("edge"), diags);
  }

  /// "+9 pt at `9 pt`" for each term.
  std::string terms() const {
    std::string result;
    if (!edge) return "none";
    for (const EdgeSpec::Term& term : edge->terms) {
      if (!result.empty()) result += ' ';
      result += term.sign < 0 ? '-' : '+';
      switch (term.kind) {
        case EdgeSpec::Term::Kind::Length:
          append_number(result, term.length.pt(), 3);
          break;
        case EdgeSpec::Term::Kind::Percent:
          append_number(result, term.percent, 3);
          result += '%';
          break;
        case EdgeSpec::Term::Kind::Margin:
          result += 'M';
          break;
        case EdgeSpec::Term::Kind::Frame:
          result += term.frame + ":" + std::to_string(static_cast<int>(term.edge));
          break;
      }
      result += "<" + std::string(sources.text(term.span)) + ">";
    }
    return result;
  }
};

}  // namespace

TEST_CASE("Edges are sums of lengths, percentages, the margin and edges of frames") {
  struct Case {
    const char* text;
    const char* expected;
  };
  const auto [text, expected] = GENERATE(values<Case>({
      {"0", "+0<0>"},
      {"0.0", "+0<0.0>"},
      {"'0'", "+0<0>"},
      {"\"0.5 in\"", "+36<0.5 in>"},
      {"\"62%\"", "+62%<62%>"},
      {"\"62 %\"", "+62%<62 %>"},
      {"\"margin\"", "+M<margin>"},
      {"\"margin + 6 pt\"", "+M<margin> +6<6 pt>"},
      {"\"margin+6pt-1p\"", "+M<margin> +6<6pt> -12<1p>"},
      {"\"-3 pt\"", "-3<3 pt>"},
      {"\"art.bottom - 12 pt\"", "+art:3<art.bottom> -12<12 pt>"},
      {"\"art.bottom-12pt\"", "+art:3<art.bottom> -12<12pt>"},
      {"\"cover-art.left + b_2.right\"", "+cover-art:0<cover-art.left> +b_2:2<b_2.right>"},
      {"\"Ü.top\"", "+Ü:1<Ü.top>"},
      {"\"a.top\\t+ 1 pt\"", "+a:1<a.top> +1<1 pt>"},
  }));
  CAPTURE(text);
  const Parsed parsed(text);
  CHECK(parsed.terms() == expected);
  CHECK(parsed.diags.list().empty());
}

TEST_CASE("A bad edge is reported at its bad part") {
  struct Case {
    const char* text;
    const char* marked;
    const char* hint;
  };
  const auto [text, marked, hint] = GENERATE(values<Case>({
      {"\"art.botom - 12 pt\"", "botom", "did you mean `art.bottom`?"},
      {"\"12 pt - marign\"", "marign", "did you mean `margin`?"},
      {"\"3\"", "3", "units are mm, cm, in, pt, p (pica) and %"},
      {"12", "12", "units are mm, cm, in, pt, p (pica) and %: \"12 mm\""},
      {"\"50% 3 pt\"", "3 pt", ""},
      {"\"a\\\\b\"", "a", ""},
  }));
  CAPTURE(text);
  const Parsed parsed(text);
  CHECK_FALSE(parsed.edge.has_value());
  REQUIRE(parsed.diags.list().size() == 1);
  const auto& report = parsed.diags.list().front();
  CHECK(report.id == diag::DiagnosticId::BadLength);
  CHECK(parsed.sources.text(report.span) == marked);
  if (*hint != '\0') CHECK(report.hints == std::vector<std::string>{hint});
}

TEST_CASE("An edge of very many parts ends with a report") {
  std::string text = "\"1 pt";
  for (int i = 0; i < 10'000; ++i) text += " + 1 pt";
  const Parsed parsed(text + "\"");
  CHECK_FALSE(parsed.edge.has_value());
  CHECK(parsed.diags.error_count() == 1);
}

}  // namespace handbill::spec
