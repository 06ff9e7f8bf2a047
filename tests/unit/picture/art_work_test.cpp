// SPDX-License-Identifier: MIT
#include "picture/art_work.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <functional>

#include "diag/packing.h"
#include "picture/picture_book.h"
#include "support/other_readers.h"

namespace handbill::picture {
namespace {

using display::Art;

const ScreenColors kInks = {
    {"#000000", color::Color::black()},
    {"#c96f4a", color::Color::spot_ink("PANTONE 7522 C", {0, 0.5, 0.6, 0.2})},
    {"currentcolor", color::Color::process({1, 0, 0, 0})}};

/// Of every kind of thing that art can hold.
constexpr std::string_view kEverything =
    "<svg viewBox=\"0 0 90 60\">"
    "<linearGradient id=\"g\"><stop stop-color=\"#000000\"/>"
    "<stop offset=\"1\" stop-color=\"#c96f4a\"/></linearGradient>"
    "<rect width=\"9\" height=\"9\" fill=\"url(#g)\" opacity=\"0.5\"/>"
    "<path d=\"M0 0C1 2 3 4 5 6Z\" fill=\"currentColor\" fill-rule=\"evenodd\"/>"
    "<circle r=\"4\" fill=\"none\" stroke=\"#c96f4a\" stroke-width=\"2\" stroke-linecap=\"round\" "
    "stroke-linejoin=\"bevel\" stroke-dasharray=\"1 2\"/></svg>";

struct Asked {
  ArtResult result;
  diag::Diagnostics diags;
  diag::FileId file;
};

Asked ask(confined::Reader& reader, std::string_view text) {
  diag::SourceMap sources;
  sources.add("layouts/any.toml", "a file before it");
  Asked asked{{}, {}, sources.add("layouts/art.svg", std::string(text))};
  asked.result = ask_for_art(reader, sources, asked.file, kInks, asked.diags);
  return asked;
}

bool are_same(const Art& a, const Art& b) {
  const auto same_shape = [](const display::Shape& x, const display::Shape& y) {
    const bool has_same_gradient = (x.gradient != nullptr) == (y.gradient != nullptr) &&
                                   (!x.gradient || *x.gradient == *y.gradient);
    const auto same_stroke = [&] {
      if (x.stroke.has_value() != y.stroke.has_value()) return false;
      return !x.stroke ||
             (x.stroke->color == y.stroke->color && x.stroke->width == y.stroke->width &&
              x.stroke->cap == y.stroke->cap && x.stroke->join == y.stroke->join &&
              x.stroke->miter_limit == y.stroke->miter_limit && x.stroke->dash == y.stroke->dash &&
              x.stroke->dash_phase == y.stroke->dash_phase &&
              x.stroke->overprint == y.stroke->overprint);
    };
    return x.path == y.path && x.fill == y.fill && has_same_gradient &&
           x.fill_rule == y.fill_rule && same_stroke() && x.opacity == y.opacity &&
           x.overprint == y.overprint;
  };
  return a.size == b.size && std::ranges::equal(a.shapes, b.shapes, same_shape);
}

/// Whether the answer is distrusted, or art after all.
bool is_distrusted(std::string_view text, const std::function<void(confined::Reply&)>& lie) {
  test::LyingReader reader(lie);
  const Asked asked = ask(reader, text);
  CHECK((asked.result.index() == 1) == (reader.distrusted == 1));
  return reader.distrusted == 1;
}

/// An answer without art that says this of the file.
std::function<void(confined::Reply&)> saying(diag::Diagnostic found) {
  return [found = std::move(found)](confined::Reply& reply) {
    reply.words = confined::packed(std::shared_ptr<const Path>(), std::vector{found});
  };
}

}  // namespace

TEST_CASE("art is the same whichever reader has read it, and so is what is wrong with it") {
  const auto apart = confined::reader_apart();
  const Asked here = ask(*confined::reader_here(), kEverything);
  const Asked there = ask(*apart, kEverything);
  REQUIRE((here.result.index() == 0 && there.result.index() == 0));
  REQUIRE(std::get<0>(here.result)->shapes.size() == 3);
  CHECK(are_same(*std::get<0>(here.result), *std::get<0>(there.result)));

  const Asked wrong = ask(*apart, "<svg viewBox=\"0 0 9 9\"><text/><rect fill=\"red\"/></svg>");
  CHECK(std::get<0>(wrong.result) == nullptr);
  REQUIRE(wrong.diags.error_count() >= 1);
  for (const diag::Diagnostic& each : wrong.diags.list()) CHECK(each.span.file == wrong.file);
  CHECK(wrong.diags.list()[0].message == "element `text` is outside the subset of SVG");
  CHECK_FALSE(wrong.diags.list()[0].hints.empty());
}

TEST_CASE("whatever one byte of the answer is, art stays within its limits and its colours") {
  std::size_t size = 0;
  REQUIRE_FALSE(is_distrusted(kEverything, [&](auto& reply) { size = reply.words.size(); }));
  for (std::size_t at = 0; at < size; ++at) {
    for (const char value : {'\0', '\1', '\x7F', '\xFF'}) {
      test::LyingReader reader([&](confined::Reply& reply) { reply.words[at] = value; });
      const Asked asked = ask(reader, kEverything);
      const auto* art = std::get_if<0>(&asked.result);
      if (art == nullptr) continue;
      REQUIRE(*art);
      for (const display::Shape& shape : (*art)->shapes) {
        for (const PathStep& step : shape.path.steps()) {
          CHECK(std::abs(step.end.x.pt()) <= 1e6);
        }
        if (shape.fill) CHECK((shape.fill->spot.empty() || shape.fill->spot == "PANTONE 7522 C"));
      }
    }
  }
}

TEST_CASE("a reader can speak of nothing but the art it was given") {
  using enum diag::DiagnosticId;
  const diag::FileId its_file{0};
  const auto size = static_cast<std::uint32_t>(kEverything.size());
  using diag::Severity;
  CHECK_FALSE(is_distrusted(kEverything,
                            saying({SvgSyntax, Severity::Error, "wrong", {its_file, size, size}})));
  CHECK(is_distrusted(
      kEverything,
      saying({SvgSyntax, Severity::Error, "beyond the end", {its_file, size, size + 1}})));
  CHECK(is_distrusted(kEverything,
                      saying({SvgSyntax, Severity::Error, "backwards", {its_file, 2, 1}})));
  CHECK(is_distrusted(
      kEverything, saying({SvgSyntax, Severity::Error, "another file", {diag::FileId{1}, 0, 1}})));
  CHECK(
      is_distrusted(kEverything, saying({PressRule, Severity::Error, "a rule", {its_file, 0, 1}})));
  CHECK(is_distrusted(kEverything,
                      saying({SvgSyntax, Severity::Note, "all is well", {its_file, 0, 1}})));
  CHECK(is_distrusted(kEverything, [](auto& reply) {
    reply.words = confined::packed(std::shared_ptr<const Path>(), std::vector<std::string>());
  }));
}

TEST_CASE("art is read once for the same text, place and inks") {
  PictureBook book;
  diag::SourceMap sources;
  const auto file = sources.add("layouts/art.svg", std::string(kEverything));
  const auto twin = sources.add("layouts/twin.svg", std::string(kEverything));
  diag::Diagnostics diags;
  const auto art = [&](diag::FileId of, const ScreenColors& inks) {
    return book.read_art(sources, of, inks, {}, diags);
  };
  const auto first = art(file, kInks);
  REQUIRE(first);
  CHECK(art(file, kInks) == first);
  CHECK(art(twin, kInks) != first);  // its parts speak of places in it
  ScreenColors paler = kInks;
  for (auto& [screen, ink] : paler) ink.tint = 0.5;
  CHECK(art(file, paler) != first);
  CHECK(art(file, kInks) == first);
}

TEST_CASE("art over which the reader ended is told at its name, and not tried again") {
  const auto reader = std::make_shared<test::DyingReader>();
  PictureBook book(reader);
  diag::SourceMap sources;
  const auto layout = sources.add("layouts/any.toml", "art = \"art.svg\"");
  const auto file = sources.add("layouts/art.svg", std::string(kEverything));
  const diag::Span asked_at{layout, 6, 15};
  for (int trial = 0; trial < 2; ++trial) {
    diag::Diagnostics diags;
    CHECK_FALSE(book.read_art(sources, file, kInks, asked_at, diags));
    REQUIRE(diags.error_count() == 1);
    CHECK(diags.list()[0].span == asked_at);
    CHECK(diags.list()[0].message ==
          "art `layouts/art.svg` can't be read: the process that reads it ended with a memory "
          "fault");
  }
  CHECK(reader->asked == 1);
}

}  // namespace handbill::picture
