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

  /// "+9<9 pt>" for each term; "max[…|…]" for choices.
  std::string terms() const { return edge ? terms(*edge) : "none"; }

  std::string terms(const EdgeSpec& of) const {
    std::string result;
    for (const EdgeSpec::Term& term : of.terms) {
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
        case EdgeSpec::Term::Kind::Words:
          result += 'W';
          break;
        case EdgeSpec::Term::Kind::Frame:
          result += term.frame + ":" + std::to_string(static_cast<int>(term.edge));
          break;
        case EdgeSpec::Term::Kind::Column:
          result += std::to_string(term.column) + ":" + std::to_string(static_cast<int>(term.edge));
          break;
        case EdgeSpec::Term::Kind::Max:
          result += "max" + choices(term);
          continue;
        case EdgeSpec::Term::Kind::Min:
          result += "min" + choices(term);
          continue;
      }
      result += "<" + std::string(sources.text(term.span)) + ">";
    }
    return result;
  }

  std::string choices(const EdgeSpec::Term& term) const {
    std::string result;
    for (const EdgeSpec& each : term.choices) {
      result += (result.empty() ? "" : "|") + terms(each);
      CHECK(sources.text(term.span).find(sources.text(each.span)) != std::string_view::npos);
    }
    return "[" + result + "]";
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
      {"'words'", "+W<words>"},
      {"'2 * 3 pt'", "+6<2 * 3 pt>"},
      {"'6 pt*2/3 - 10% / 4'", "+4<6 pt*2/3> -2.5%<10% / 4>"},
      {"'a.center + 1 pt'", "+a:4<a.center> +1<1 pt>"},
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
      {"\"max(a.bottom, b.bottom) + 16 pt\"", "+max[+a:3<a.bottom>|+b:3<b.bottom>] +16<16 pt>"},
      {"\"min (a.top-3pt,margin+2pt,50%)\"",
       "+min[+a:1<a.top> -3<3pt>|+M<margin> +2<2pt>|+50%<50%>]"},
      {"\"max( min(a.top , b.top) - 1 pt , c.top )\"",
       "+max[+min[+a:1<a.top>|+b:1<b.top>] -1<1 pt>|+c:1<c.top>]"},
      {"\"max(a.top)\"", "+max[+a:1<a.top>]"},
      {"\"max.top + 1 pt\"", "+max:1<max.top> +1<1 pt>"},
      {"\"column 2.left - 6 pt\"", "+2:0<column 2.left> -6<6 pt>"},
      {"\"6 pt + column  100.center\"", "+6<6 pt> +100:4<column  100.center>"},
      {"\"max(column 1.right, a.right)\"", "+max[+1:2<column 1.right>|+a:2<a.right>]"},
      {"\"column.left\"", "+column:0<column.left>"},
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
      {"\"maxx(a.top, b.top)\"", "maxx", "did you mean `max`?"},
      {"\"max(a.top, b.botom)\"", "botom", "did you mean `b.bottom`?"},
      {"\"max(a.top b.top)\"", "max(a.top b.top)", "write it like \"max(do.bottom, dont.bottom)\""},
      {"\"max(a.top, b.top\"", "max(a.top, b.top", "write it like \"max(do.bottom, dont.bottom)\""},
      {"\"max(a.top, b.top))\"", ")", ""},
      {"\"max(a.top,)\"", ")", ""},
      {"\"max()\"", ")", ""},
      {"\"max(\"", "", ""},
      {"\"max\"", "max", ""},
      {"\"column 0.left\"", "column 0", "columns count from 1 to 100"},
      {"\"column 101.left\"", "column 101", "columns count from 1 to 100"},
      {"\"column 2\"", "column 2", "write it like \"column 2.left\""},
      {"\"column 2.lef\"", "lef", "did you mean `column 2.left`?"},
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

TEST_CASE("Brackets nest eight deep, and hold thirty-two parts in all") {
  const auto nested = [](int depth) {
    std::string text = "\"";
    for (int i = 0; i < depth; ++i) text += "max(";
    return text + "a.top" + std::string(static_cast<std::size_t>(depth), ')') + "\"";
  };
  CHECK(Parsed(nested(8)).diags.list().empty());
  for (const int depth : {9, 10'000}) {
    const Parsed deeper(nested(depth));
    CHECK_FALSE(deeper.edge.has_value());
    CHECK(deeper.diags.error_count() == 1);
  }
  const auto wide = [](int count) {
    std::string text = "\"max(a.top";
    for (int i = 1; i < count; ++i) text += ", a.top";
    return text + ")\"";
  };
  CHECK(Parsed(wide(31)).diags.list().empty());
  CHECK(Parsed(wide(32)).diags.error_count() == 1);
}

}  // namespace handbill::spec
