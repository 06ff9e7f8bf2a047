// SPDX-License-Identifier: MIT
// Where ragged lines end, read back from the PDF.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <sstream>
#include <vector>

#include "system/project.h"

namespace handbill::test {
namespace {

constexpr double kLeft = 20, kMeasure = 130;  // points

std::string layout(const std::string& style) {
  return R"(title = "Rag"
content = ["rag"]
[sheet]
size   = ["170 pt", "700 pt"]
bleed  = 0
safe   = 0
margin = "20 pt"
[font.text]
family = "Lato"
[style.body]
size    = "10 pt"
leading = "13 pt"
)" + style +
         R"(
[markdown]
p = "body"
[[side]]
[[side.frame]]
text = "{rag.text}"
box  = { left = "margin", right = "margin", top = "margin" }
)";
}

constexpr const char* kContent = R"([revision]
date        = 2026-01-01
status      = "approved"
approved_by = "office manager"
[rag]
text = """
Your face may be red, warm, tight and tender, like a sunburn. It may swell a little, be dry or flake. \
All of this is normal and fades within a few days. Let your skin rest, and put nothing on it unless \
we told you to. Rinse with lukewarm water; a cool, clean cloth eases the heat. Redness fades within \
three days, while your skin may feel dry and tight. It may flake afterwards: let it come off by \
itself. Your skin builds new collagen in the weeks that follow, so protect it from the sun. Wash \
gently with a mild cleanser, twice a day. Drink enough water, sleep on a fresh pillowcase, and keep \
your hands away from your face. Makeup, sweat and swimming pools irritate open skin.
"""
)";

struct Rag {
  std::size_t lines = 0, deep = 0, hyphens = 0;
  double deviation = 0;   // of line ends, points
  double farthest = 0;    // right end of a line
  double last_width = 0;  // of the last line
};

/// Of one paragraph; lines as they are painted, by MuPDF: other readers put parted words together.
Rag rag_of(const std::string& style) {
  const ProjectCopy project;
  project.write("content/en/rag.toml", kContent);
  project.write("layouts/rag.toml", layout(style));
  const auto built = project.handbill({"build", "rag"});
  INFO(built.errors);
  REQUIRE(built.exit_code == 0);
  std::istringstream text(
      run_program({"mutool", "draw", "-F", "stext", (project / "out/rag.pdf").string()}).output);
  std::vector<double> ends, tops;
  std::vector<bool> in_hyphen;
  for (std::string line; std::getline(text, line);) {
    double left = 0, top = 0, right = 0;
    if (std::sscanf(line.c_str(), "<line bbox=\"%lf %lf", &left, &top) == 2) {
      if (!tops.empty() && std::abs(top - tops.back()) <= 5) continue;
      tops.push_back(top);
      ends.push_back(0);
      in_hyphen.push_back(false);
    } else if (std::sscanf(line.c_str(), "<char quad=\"%lf %lf %lf", &left, &top, &right) == 3) {
      if (line.find("c=\" \"") != line.npos) continue;  // lines end in one that nobody sees
      ends.back() = std::max(ends.back(), right - kLeft);
      in_hyphen.back() = line.find("c=\"&#xad;\"") != line.npos;
    }
  }
  Rag rag;
  rag.hyphens = static_cast<std::size_t>(std::ranges::count(in_hyphen, true));
  REQUIRE(ends.size() > 10);
  rag.lines = ends.size();
  rag.farthest = *std::ranges::max_element(ends);
  rag.last_width = ends.back();
  ends.pop_back();
  double sum = 0, squares = 0;
  for (const double end : ends) {
    sum += end;
    squares += end * end;
    rag.deep += end < 0.8 * kMeasure ? 1 : 0;
  }
  const auto count = static_cast<double>(ends.size());
  rag.deviation = std::sqrt(std::max(0.0, squares / count - sum * sum / count / count));
  return rag;
}

}  // namespace

TEST_CASE("Ragged lines end near to each other, without a hyphen or a runt") {
  const Rag stiff = rag_of("rag_give = 0");
  const Rag usual = rag_of("");
  CHECK(usual.deviation < 0.95 * stiff.deviation);
  CHECK(usual.deep <= stiff.deep);
  CHECK(usual.lines <= stiff.lines);
  for (const Rag& rag : {stiff, usual}) {
    CHECK(rag.hyphens == 0);
    CHECK(rag.farthest < kMeasure + 0.1);
    CHECK(rag.last_width > 0.15 * kMeasure);
  }
}

TEST_CASE("Hyphens make the rag more even, the more of them the less they cost") {
  const Rag whole = rag_of("");
  const Rag few = rag_of("hyphenate = true");
  const Rag many = rag_of("hyphenate = true\nhyphen_zone = 0");
  CHECK(few.hyphens > 0);
  CHECK(few.hyphens < many.hyphens);
  CHECK(few.deviation < whole.deviation);
  CHECK(rag_of("hyphenate = true\nhyphen_zone = \"60 pt\"").hyphens == 0);
}

}  // namespace handbill::test
