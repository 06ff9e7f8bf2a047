// SPDX-License-Identifier: MIT
#include "picture/qr.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "support/run_program.h"

using handbill::Length;
using handbill::Path;
using handbill::PathStep;
using handbill::Point;
using handbill::color::Color;
using handbill::diag::DiagnosticId;
using handbill::diag::Diagnostics;
using handbill::display::Art;
using handbill::picture::make_qr;
using handbill::picture::QrLevel;
using handbill::picture::QuietZone;

namespace {

std::shared_ptr<const Art> make(const std::string& text, QrLevel level = QrLevel::M) {
  Diagnostics diags;
  auto art = make_qr(text, {level}, {}, diags);
  REQUIRE(art);
  REQUIRE(diags.list().empty());
  REQUIRE(art->shapes.size() == 1);
  return art;
}

/// How often the path winds round a point, by counting the upright lines left of it.
int winding(const Path& path, double x, double y) {
  int turns = 0;
  Point start{}, at{};
  const auto cross = [&](Point from, Point to) {
    if (from.x != to.x || from.x.pt() > x) return;
    if (from.y.pt() < y && to.y.pt() > y) ++turns;
    if (from.y.pt() > y && to.y.pt() < y) --turns;
  };
  for (const PathStep& step : path.steps()) {
    if (step.kind == PathStep::Kind::Move) start = step.end;
    if (step.kind == PathStep::Kind::Line) cross(at, step.end);
    if (step.kind == PathStep::Kind::Close) cross(at, start);
    at = step.kind == PathStep::Kind::Close ? start : step.end;
  }
  return turns;
}

/// A portable graymap, each module `scale` pixels wide.
std::string rasterize(const Art& art, int scale) {
  const int modules = static_cast<int>(std::lround(art.size.width.pt()));
  const std::string side = std::to_string(modules * scale);
  std::string pgm = "P5 " + side + " " + side + " 255\n";
  for (int y = 0; y < modules; ++y) {
    std::string row;
    for (int x = 0; x < modules; ++x) {
      const bool dark = winding(art.shapes[0].path, x + 0.5, y + 0.5) != 0;
      row.append(static_cast<std::size_t>(scale), dark ? '\0' : '\xFF');
    }
    for (int i = 0; i < scale; ++i) pgm += row;
  }
  return pgm;
}

std::string scanned(const Art& art) {
  const handbill::test::TempFolder folder;
  const auto file = folder.write("qr.pgm", rasterize(art, 4));
  const auto result = handbill::test::run_program({"zbarimg", "--quiet", "--raw", file.string()});
  return result.output;
}

}  // namespace

TEST_CASE("a scanner reads back what a QR code holds") {
  const auto text =
      GENERATE(as<std::string>{}, "https://example.org/hours", "HTTPS://EXAMPLE.ORG/HOURS",
               "tel:+13015550100", "12345678901234567890", "https://example.org/salle-d'été?q=日本",
               "BEGIN:VCARD\nVERSION:4.0\nFN:Clinic\nTEL:+1 301 555 0100\nEND:VCARD");
  const auto level = GENERATE(QrLevel::L, QrLevel::M, QrLevel::Q, QrLevel::H);
  CAPTURE(text, static_cast<int>(level));
  CHECK(scanned(*make(text, level)) == text + "\n");
}

TEST_CASE("a QR code is as small as its text allows, with four light modules around") {
  // Version 1 has 21 modules a side, each further version four more (ISO/IEC 18004, 5.3.1).
  CHECK(make("https://a.org", QrLevel::L)->size.width == Length::pt(21 + 8));
  CHECK(make("https://example.org/hours", QrLevel::L)->size.width == Length::pt(25 + 8));
  CHECK(make("https://example.org/hours", QrLevel::H)->size.width == Length::pt(33 + 8));
  const auto art = make("https://example.org/hours");
  CHECK(art->size.width == art->size.height);
  const auto box = art->shapes[0].path.bounds();
  REQUIRE(box);
  CHECK(box->left == Length::pt(4));
  CHECK(box->top == Length::pt(4));
  CHECK(box->right() == art->size.width - Length::pt(4));
  CHECK(box->bottom() == art->size.height - Length::pt(4));
}

TEST_CASE("neighbouring modules share one outline, so no seam can show") {
  const auto art = make("https://example.org/hours");
  CHECK(art->shapes[0].fill == Color::black());
  CHECK_FALSE(art->shapes[0].stroke);
  // A ring and its hole, a square inside: the finder pattern in the corner (ISO/IEC 18004, 6.3.3).
  const Path& path = art->shapes[0].path;
  CHECK(winding(path, 4.5, 4.5) == -1);
  CHECK(winding(path, 5.5, 5.5) == 0);
  CHECK(winding(path, 7.5, 7.5) == -1);
  // Two sides of the same line would be steps that run along each other.
  struct Edge {
    int x, y, dx, dy;
    auto operator<=>(const Edge&) const = default;
  };
  std::vector<Edge> edges;
  Point start{}, at{};
  for (const PathStep& step : path.steps()) {
    const Point to = step.kind == PathStep::Kind::Close ? start : step.end;
    if (step.kind == PathStep::Kind::Move) start = to;
    if (step.kind != PathStep::Kind::Move) {
      const int length = static_cast<int>(std::abs((to.x - at.x).pt() + (to.y - at.y).pt()));
      const int dx = static_cast<int>((to.x - at.x).pt()) / length;
      const int dy = static_cast<int>((to.y - at.y).pt()) / length;
      for (int i = 0; i < length; ++i) {
        const int x = static_cast<int>(at.x.pt()) + i * dx,
                  y = static_cast<int>(at.y.pt()) + i * dy;
        // Undirected: from its upper or left end.
        edges.push_back({std::min(x, x + dx), std::min(y, y + dy), std::abs(dx), std::abs(dy)});
      }
    }
    at = to;
  }
  std::sort(edges.begin(), edges.end());
  CHECK(std::adjacent_find(edges.begin(), edges.end()) == edges.end());
}

TEST_CASE("the same text gives the same code") {
  CHECK(make("https://example.org")->shapes[0].path == make("https://example.org")->shapes[0].path);
}

TEST_CASE("what a QR code can't hold is reported") {
  Diagnostics diags;
  CHECK_FALSE(make_qr(std::string(3000, 'a'), {QrLevel::L}, {}, diags));
  CHECK_FALSE(make_qr(std::string(1300, 'a'), {QrLevel::H}, {}, diags));
  CHECK_FALSE(make_qr(std::string(100'000, 'a'), {QrLevel::L}, {}, diags));
  CHECK_FALSE(make_qr("", {QrLevel::L}, {}, diags));
  CHECK_FALSE(make_qr("\xFF", {QrLevel::L}, {}, diags));
  REQUIRE(diags.list().size() == 5);
  CHECK(diags.list()[0].id == DiagnosticId::QrTooLong);
  CHECK(diags.list()[0].message == "text of 3000 bytes is too long for a QR code");
  CHECK(diags.list()[1].id == DiagnosticId::QrTooLong);
  CHECK(diags.list()[2].id == DiagnosticId::QrTooLong);
  CHECK(diags.list()[3].id == DiagnosticId::BadValue);
  CHECK(diags.list()[4].id == DiagnosticId::BadValue);
}

TEST_CASE("With the quiet zone outside, the modules reach the edges of the art") {
  Diagnostics diags;
  const auto inside = make("https://example.com");
  const auto outside =
      make_qr("https://example.com", {QrLevel::M, Color::black(), QuietZone::Outside}, {}, diags);
  REQUIRE(outside);
  CHECK(inside->size.width - outside->size.width == Length::pt(8));
  const auto ink = outside->shapes[0].path.bounds();
  REQUIRE(ink);
  CHECK(ink->left == Length());
  CHECK(ink->top == Length());
  CHECK(ink->right() == outside->size.width);
  CHECK(ink->bottom() == outside->size.height);
}
