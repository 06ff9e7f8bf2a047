// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "base/number.h"
#include "document/resolve_imposition.h"

namespace handbill::document {
namespace {

struct Resolved {
  std::optional<Imposition> imposition;
  std::string said;
};

/// Pages of 200 by 100 pt with 9 pt of bleed, and 20 pt round a block of them.
Resolved resolved(const std::string& toml, Length foot = {}) {
  using Files = std::map<std::string, std::string, std::less<>>;
  const diag::MemoryFiles files(Files{{"layouts/impositions/own.toml", toml}});
  diag::SourceMap sources;
  diag::Diagnostics diags;
  const auto spec = spec::parse_imposition(files, "own", {}, sources, diags);
  REQUIRE(spec);
  const PageNeeds page{
      {Length::pt(200), Length::pt(100)}, Length::pt(9), {Length::pt(20), Length::pt(20)}, foot};
  Resolved result{resolve_imposition(*spec, "own", page, diags), {}};
  CHECK(result.imposition.has_value() == !diags.has_errors());
  for (const diag::Diagnostic& each : diags.list()) result.said += each.message;
  return result;
}

/// "2 x 3", and whether the pages stand on their side.
std::string places(const std::string& toml) {
  const Resolved result = resolved(toml);
  if (!result.imposition) return result.said;
  return std::to_string(*result.imposition->columns) + " x " +
         std::to_string(*result.imposition->rows) +
         (result.imposition->quarter_turn ? " on their side" : "");
}

std::string sheet(double width, double height) {
  return "sheet = ['" + format_number(width, 2) + " pt', '" + format_number(height, 2) + " pt']\n";
}

const std::string kNUp = "scheme = 'n-up'\nmargin = 0\nturn = 'none'\n";

}  // namespace

TEST_CASE("as many pages go on a sheet as stand there with their gutters and their marks") {
  // Two columns: 2 * 200 + 18 + 2 * 20 = 458; three rows: 3 * 100 + 2 * 18 + 2 * 20 = 376.
  CHECK(places(kNUp + sheet(458, 376)) == "2 x 3");
  CHECK(places(kNUp + sheet(457.9, 376)) == "1 x 3");
  CHECK(places(kNUp + sheet(458, 375.9)) == "2 x 2");
  CHECK(places(kNUp + sheet(240, 140)) == "1 x 1");
  CHECK(places(kNUp + "gutter = ['10 pt', '0 pt']\n" + sheet(450, 340)) == "2 x 3");
  CHECK(places(kNUp + "gutter = ['10 pt', '0 pt']\n" + sheet(449.9, 339.9)) == "1 x 2");
  CHECK(places(kNUp + "gutter = 0\n" + sheet(14400, 14400)) == "71 x 100");
  const std::string margin =
      "scheme = 'n-up'\nturn = 'none'\nmargin = { left = '10 pt', top = '5 "
      "pt', bottom = '7 pt', right = '10 pt' }\nflip = 'short-edge'\n";
  CHECK(places(margin + sheet(478, 388)) == "2 x 3");
  CHECK(places(margin + sheet(477.9, 387.9)) == "1 x 2");
}

TEST_CASE("a sheet that no page goes on is told of, and one that so many do not go on") {
  CHECK(places(kNUp + sheet(239.9, 140)) ==
        "pages of 2.778 × 1.389 in, with 0.278 × 0.278 in around them for bleed and marks, do not "
        "go on a sheet of 3.332 × 1.944 in less its margins");
  CHECK(places(kNUp + "columns = 2\n" + sheet(458, 376)) == "2 x 3");
  CHECK(places(kNUp + "columns = 1\nrows = 2\n" + sheet(458, 376)) == "1 x 2");
  CHECK(places(kNUp + "columns = 3\n" + sheet(458, 376)).find("do not go so often on") !=
        std::string::npos);
  CHECK(places(kNUp + "rows = 4\n" + sheet(458, 376)).find("do not go so often on") !=
        std::string::npos);
}

TEST_CASE("pages stand on their side where more of them go on the sheet so") {
  const std::string any = "scheme = 'n-up'\nmargin = 0\n";
  // On their side 240 wide are two, upright one.
  CHECK(places(any + sheet(258, 240)) == "2 x 1 on their side");
  CHECK(places(any + sheet(257.9, 258)) == "1 x 2");
  // As many: they stay upright.
  CHECK(places(any + sheet(240, 240)) == "1 x 1");
  CHECK(places(any + "turn = 'quarter'\n" + sheet(240, 240)) == "1 x 1 on their side");
  CHECK(places(any + "turn = 'none'\n" + sheet(258, 240)) == "1 x 1");
}

TEST_CASE("schemes that put backs beside fronts take an even number of them") {
  const std::string turn = "scheme = 'work-and-turn'\nmargin = 0\nturn = 'none'\n";
  const std::string tumble = "scheme = 'work-and-tumble'\nmargin = 0\nturn = 'none'\n";
  CHECK(places(turn + sheet(676, 376)) == "2 x 3");
  CHECK(places(tumble + sheet(676, 376)) == "3 x 2");
  CHECK(
      places(turn + "columns = 3\n" + sheet(676, 376)) ==
      "`work-and-turn` puts fronts and backs on one sheet, so it takes an even number of columns");
  CHECK(places(tumble + "rows = 1\n" + sheet(676, 376)) ==
        "`work-and-tumble` puts fronts and backs on one sheet, so it takes an even number of rows");
  CHECK(places(turn + "columns = 2\nrows = 1\n" + sheet(676, 376)) == "2 x 1");
}

TEST_CASE("edges that lie on each other when the sheet is turned are kept equally free") {
  const auto margins = [](const std::string& more, double width, double height) {
    const auto result =
        resolved("margin = { top = '1 pt', right = '2 pt', bottom = '3 pt', left = '4 pt' }\n" +
                 more + sheet(width, height));
    REQUIRE(result.imposition);
    const Insets& margin = result.imposition->margin;
    return std::vector<double>{margin.top.pt(), margin.right.pt(), margin.bottom.pt(),
                               margin.left.pt()};
  };
  const std::vector<double> upright = {1, 4, 3, 4}, level = {3, 2, 3, 4};
  CHECK(margins("scheme = 'n-up'\n", 500, 600) == upright);
  CHECK(margins("scheme = 'n-up'\n", 600, 600) == upright);
  CHECK(margins("scheme = 'n-up'\n", 600, 500) == level);
  CHECK(margins("scheme = 'n-up'\nflip = 'short-edge'\n", 600, 500) == upright);
  CHECK(margins("scheme = 'n-up'\nflip = 'short-edge'\n", 500, 600) == level);
  CHECK(margins("scheme = 'work-and-turn'\n", 600, 500) == upright);
  CHECK(margins("scheme = 'work-and-tumble'\n", 500, 600) == level);
}

TEST_CASE("what an imposition leaves open has its usual values") {
  const Resolved plain = resolved("scheme = 'step-and-repeat'\nsheet = 'tabloid'\n");
  REQUIRE(plain.imposition);
  CHECK(plain.imposition->scheme == Scheme::StepAndRepeat);
  CHECK(plain.imposition->sheet.width.inch() == Approx(11));
  CHECK(plain.imposition->margin.top.inch() == Approx(0.25));
  CHECK(plain.imposition->gutter_across.pt() == Approx(18));
  CHECK(plain.imposition->gutter_down.pt() == Approx(18));
  CHECK(plain.imposition->overlap.inch() == Approx(0.5));
  CHECK(resolved("scheme = 'n-up'\nsheet = 'folio'\n").said ==
        "`folio` is no sheet size that has a name");
}

TEST_CASE("a tile shows more than twice its overlap, above a foot for its words") {
  const auto tile = [](double width, double height, double foot) {
    return resolved("scheme = 'tile'\nmargin = '10 pt'\noverlap = '40 pt'\n" + sheet(width, height),
                    Length::pt(foot));
  };
  const std::string too_little = "margins and overlap leave too little of the tiles' sheet";
  CHECK(tile(100.1, 100.1, 0).said == "");
  CHECK(tile(100, 100.1, 0).said == too_little);
  CHECK(tile(100.1, 100, 0).said == too_little);
  CHECK(tile(100.1, 110.1, 20).said == "");
  CHECK(tile(100.1, 110, 20).said == too_little);
  CHECK(tile(200, 200, 20).imposition->margin.bottom == Length::pt(20));
  CHECK(tile(200, 200, 5).imposition->margin.bottom == Length::pt(10));
}

TEST_CASE("two pages and what is milled off between them go on a sheet that is folded") {
  const std::string stitch = "scheme = 'saddle-stitch'\nmargin = 0\n";
  // 2 * 200 + 2 * 20 wide, 100 + 2 * 20 high.
  CHECK(places(stitch + sheet(440, 140)) == "2 x 1");
  CHECK(places(stitch + sheet(439.9, 140)).starts_with("two pages side by side are 5.556 × 1.389"));
  CHECK(places(stitch + sheet(440, 139.9)).ends_with("less its margins"));
  const std::string glue = "scheme = 'perfect-binding'\nmargin = 0\n";
  CHECK(places(glue + sheet(458, 140)) == "2 x 1");
  CHECK(places(glue + sheet(457.9, 140)).starts_with("two pages side by side are 5.806"));
  CHECK(places(glue + "mill = 0\n" + sheet(440, 140)) == "2 x 1");
}

TEST_CASE("a section has a multiple of four pages") {
  const auto signature = [](const std::string& toml) {
    const Resolved result = resolved("margin = 0\n" + toml + sheet(600, 200));
    return result.imposition ? std::to_string(result.imposition->binding.signature) : result.said;
  };
  CHECK(signature("scheme = 'saddle-stitch'\n") == "0");
  CHECK(signature("scheme = 'perfect-binding'\n") == "16");
  CHECK(signature("scheme = 'saddle-stitch'\nsignature = 4\n") == "4");
  CHECK(signature("scheme = 'saddle-stitch'\nsignature = 5\n") ==
        "`signature` is 5; a section has a multiple of 4 pages, because a folded sheet has 4");
  CHECK(signature("scheme = 'saddle-stitch'\nsignature = 128\n") == "128");
}

TEST_CASE("a cover apart has its own paper, whose thickness is known") {
  const auto cover = [](const std::string& toml) {
    const Resolved result =
        resolved("scheme = 'saddle-stitch'\nmargin = 0\n" + toml + sheet(600, 200));
    if (!result.imposition) return result.said;
    return format_number(result.imposition->binding.cover_caliper.mm(), 4);
  };
  const std::string apart = "cover = 'apart'\n";
  CHECK(cover(apart) == "0");
  CHECK(cover(apart + "cover_stock = 'silk, 200 gsm'\n") == "0.17");
  CHECK(cover(apart + "cover_stock = 'silk, 200 gsm'\ncover_caliper = '0.2 mm'\n") == "0.2");
  CHECK(cover(apart + "cover_stock = 'silk'\n") ==
        "`cover_stock` is `silk`, which does not say what it weighs");
  CHECK(cover("cover_stock = 'silk, 200 gsm'\n") ==
        "`cover_stock` is of a cover that is a sheet of its own");
}

TEST_CASE("keys that a scheme has no use for are told of") {
  const auto said = [](const std::string& toml) { return resolved(toml + sheet(600, 200)).said; };
  CHECK(said("scheme = 'n-up'\ncreep = 'none'\n") ==
        "`n-up` has no use for `creep`, a key of saddle-stitch and perfect-binding");
  CHECK(said("scheme = 'n-up'\nmill = '3 mm'\n") ==
        "`n-up` has no use for `mill`, a key of perfect-binding");
  CHECK(said("scheme = 'saddle-stitch'\nmill = '3 mm'\n") ==
        "`saddle-stitch` has no use for `mill`, a key of perfect-binding");
  CHECK(said("scheme = 'saddle-stitch'\ncolumns = 2\n") ==
        "`saddle-stitch` has no use for `columns`, which stands two pages side by side");
  CHECK(said("scheme = 'saddle-stitch'\ncover = 'apart'\nspine = '3 mm'\n") ==
        "`saddle-stitch` has no use for `spine`, because what is stitched through one fold has "
        "none; `signature` makes sections");
  CHECK(said("scheme = 'saddle-stitch'\ncover = 'apart'\nsignature = 8\nspine = '3 mm'\n") == "");
  CHECK(said("scheme = 'tile'\nspine = '3 mm'\n") ==
        "`tile` has no use for `spine`, a key of saddle-stitch and perfect-binding");
  CHECK(said("scheme = 'perfect-binding'\nmill = '3 mm'\ncreep = '1 mm'\n") == "");
}

TEST_CASE("creep is that of the paper, none, or a length") {
  const auto creep = [](const std::string& value) {
    const Resolved result = resolved("scheme = 'saddle-stitch'\n" + value + sheet(600, 200));
    REQUIRE(result.imposition);
    return result.imposition->binding.creep;
  };
  CHECK_FALSE(creep(""));
  CHECK_FALSE(creep("creep = 'auto'\n"));
  CHECK(creep("creep = 'none'\n") == Length());
  CHECK(creep("creep = '2 pt'\n") == Length::pt(2));
}

}  // namespace handbill::document
