// SPDX-License-Identifier: MIT
// What a print shop is resolved to, and what it gives the sheet.
#include <catch2/catch.hpp>
#include <map>

#include "diag/render.h"
#include "document/resolve_shop.h"
#include "document/shop_text.h"
#include "spec/parse_layout.h"
#include "spec/parse_shop.h"
#include "support/bind_to.h"
#include "support/golden.h"
#include "support/paths.h"

namespace handbill::document {
namespace {

using Files = std::map<std::string, std::string, std::less<>>;

const std::string kRoot = test::source_folder();

/// A project with the shop `near` and a press condition `own` with a profile.
Files project(std::string shop) {
  return {{"layouts/shops/near.toml", "title = \"Near\"\n" + std::move(shop)},
          {"layouts/shops/conditions.toml",
           "[condition.own]\nidentifier = \"Own\"\nink_limit = 310\nicc = \"profiles/own.icc\"\n"
           "[condition.bare]\nidentifier = \"Bare\"\nprofile = \"never-built\"\n"},
          {"profiles/own.icc", test::read_file(kRoot + "/tests/profiles/small.icc")},
          {"fonts/fonts.toml",
           "[family.\"Squares\"]\nfaces = [{ weight = 400, file = \"squares.ttf\" }]\n"},
          {"fonts/squares.ttf", test::read_file(kRoot + "/tests/fonts/squares.ttf")}};
}

struct Asked {
  std::shared_ptr<const Shop> shop;
  bool has_preview = false;
  std::string said;
};

Asked ask(const Files& files, std::string_view name = "near") {
  diag::SourceMap sources;
  diag::Diagnostics diags;
  ShopBook shops({});
  const auto reader = diag::MemoryFiles(files);
  const auto found = shops.find(name, {}, reader, sources, diags);
  CHECK(found.has_value() != diags.has_errors());
  // Asked again it says the same, and opens no profile anew.
  diag::Diagnostics again;
  const auto same = shops.find(name, {}, reader, sources, again);
  CHECK(again.list().size() == diags.list().size());
  if (found && same) CHECK(same->shop->condition.icc == found->shop->condition.icc);
  Asked result;
  result.said = diag::render(diags, sources, diag::Paint::Plain);
  if (!found) return result;
  result.shop = found->shop;
  const color::Color solid{.cmyk = {1, 0, 0, 0}};
  result.has_preview =
      found->press.to_rgb(solid) != color::Preview::without_profile().to_rgb(solid);
  return result;
}

/// The sheet of a layout whose [sheet] has these keys, for the shop `near`.
std::pair<std::optional<Sheet>, std::string> sheet_of(const std::string& keys,
                                                      const std::string& shop) {
  Files files = project(shop);
  files["layouts/any.toml"] =
      "[sheet]\nsize = [\"4 in\", \"3 in\"]\n" + keys + "\n[font.text]\nfamily = \"Squares\"\n" +
      "[style.body]\nfont = \"text\"\nsize = \"12 pt\"\n[markdown]\np = \"body\"\n[[side]]\n";
  const diag::MemoryFiles reader(files);
  diag::SourceMap sources;
  diag::Diagnostics diags;
  ShopBook shops({});
  const auto catalog = spec::parse_fonts(reader, sources, diags);
  const auto layout = spec::parse_layout(reader, "layouts/any.toml", "", sources, diags);
  REQUIRE((catalog && layout));
  auto content_spec = spec::parse_content(reader, *layout, {}, sources, diags);
  const auto content = content::Content::check(std::move(content_spec), diags);
  const auto near = shops.find("near", {}, reader, sources, diags);
  REQUIRE(near);
  const Theme theme = theme_of({*layout, content, *catalog, reader}, sources, near->shop);
  const std::string said = diag::render(theme.found, sources, diag::Paint::Plain);
  if (theme.found.has_errors()) return {std::nullopt, said};
  return {theme.folded.sheet, said};
}

}  // namespace

TEST_CASE("a shop that says little asks for what most shops ask for") {
  const auto near = ask(project(""));
  REQUIRE(near.shop);
  CHECK(near.shop->name == "near");
  CHECK(near.shop->title == "Near");
  CHECK(near.shop->standard.empty());
  CHECK(near.shop->condition.identifier.empty());
  CHECK(near.shop->bleed == Length::inch(0.125));
  CHECK_FALSE(near.shop->marks.any());
  CHECK_FALSE(near.shop->spots.has_value());
  CHECK_FALSE(near.has_preview);
}

TEST_CASE("a shop's condition brings its ink limit, its profile and the preview") {
  const auto near = ask(project("standard = \"PDF/X-4\"\ncondition = \"own\"\nspots = []\n"));
  INFO(near.said);
  REQUIRE(near.shop);
  CHECK(near.shop->standard == Claim::X4);
  CHECK(near.shop->condition.name == "own");
  CHECK(near.shop->condition.identifier == "Own");
  CHECK(near.shop->ink_limit == 310);
  REQUIRE(near.shop->condition.icc);
  CHECK(near.shop->condition.icc->size() > 1000);
  CHECK(near.has_preview);
  REQUIRE(near.shop->spots.has_value());
  CHECK(near.shop->spots->empty());
}

TEST_CASE("a shop's own ink limit and a condition written in its file win") {
  const auto near = ask(
      project("condition = { identifier = \"Mine\", icc = \"profiles/own.icc\", ink_limit = 250 }\n"
              "ink_limit = 240\n"));
  INFO(near.said);
  REQUIRE(near.shop);
  CHECK(near.shop->condition.name.empty());
  CHECK(near.shop->condition.identifier == "Mine");
  CHECK(near.shop->condition.ink_limit == 250);
  CHECK(near.shop->ink_limit == 240);
}

TEST_CASE("a shop asks for several claims, by their words or their names") {
  const auto near =
      ask(project("standard = [\"x-4\", \"PDF/A-2u\", \"ua-1\"]\ncondition = \"own\"\n"));
  INFO(near.said);
  REQUIRE(near.shop);
  CHECK(near.shop->standard == Claims{Claim::X4, Claim::A2u, Claim::Ua1});
  CHECK(near.shop->asked_at.size() == 3);
  CHECK(near.shop->asked_at.at(Claim::Ua1).known());
  // They name no press, so they want no condition.
  CHECK(ask(project("standard = [\"ua-1\", \"a-2b\"]\n")).said.empty());
  CHECK(ask(project("standard = [\"none\"]\n")).said.empty());
}

TEST_CASE("claims that can't stand beside each other are told at the second") {
  struct Case {
    std::string standard, told;
    std::size_t column;
  };
  const Case cases[] = {
      {"[\"a-2a\", \"a-2b\"]", "`a-2b` can't stand beside `a-2a`: a file says one of the two", 21},
      {"[\"x-4\", \"x-1a\"]", "`x-1a` can't stand beside `x-4`: a file says one of the two", 20},
      {"[\"ua-1\", \"PDF/UA-1\"]", "`PDF/UA-1` can't stand beside `ua-1`: it is named twice", 21},
      {"[\"x-1a\", \"ua-1\"]",
       "`ua-1` can't stand beside `x-1a`: PDF/X-1a is PDF 1.4 for printing alone: it has no tags",
       21},
      {"[\"x-4\", \"none\"]", "`none` can't stand beside `x-4`: `none` stands alone", 20},
  };
  for (const Case& each : cases) {
    const auto near = ask(project("standard = " + each.standard + "\ncondition = \"own\"\n"));
    CAPTURE(each.standard, near.said);
    CHECK(near.said.find("near.toml:2:" + std::to_string(each.column) + ": error: " + each.told) !=
          near.said.npos);
  }
  const auto misspelt = ask(project("standard = [\"x-4\", \"a-2\"]\ncondition = \"own\"\n"));
  CHECK(misspelt.said.find("did you mean `a-2") != misspelt.said.npos);
  CHECK(ask(project("standard = 4\n")).said.find("[wrong-type]") != std::string::npos);
}

TEST_CASE("a profile is missed only where it is embedded") {
  const auto x4 = ask(project("standard = \"PDF/X-4\"\ncondition = \"bare\"\n"));
  CHECK_FALSE(x4.shop);
  CHECK(x4.said.find("[profile-missing]") != x4.said.npos);
  CHECK(x4.said.find("./dev build") != x4.said.npos);
  for (const char* standard : {"PDF/X-1a:2003", "none"}) {
    CAPTURE(standard);
    const auto other =
        ask(project("standard = \"" + std::string(standard) + "\"\ncondition = \"bare\"\n"));
    CHECK(other.said.empty());
    REQUIRE(other.shop);
    CHECK_FALSE(other.shop->condition.icc);
  }
}

TEST_CASE("what is wrong with a shop is said at its place") {
  const auto [shop, part] = GENERATE(values<std::pair<std::string, std::string>>({
      {"standard = \"PDF/X-4\"\n", "the shop needs a `condition`"},
      {"condition = \"ownn\"\n", "did you mean `own`?"},
      {"condition = { identifier = \"X\", icc = \"layouts/shops/near.toml\" }\n",
       "[profile-broken]"},
      {"condition = { identifier = \"X\", icc = \"nowhere.icc\" }\n", "[profile-missing]"},
  }));
  const auto near = ask(project(shop));
  CAPTURE(shop, near.said);
  CHECK(near.said.find("layouts/shops/near.toml:2:") == 0);
  CHECK(near.said.find(part) != near.said.npos);
}

TEST_CASE("a shop that does not exist, or lies elsewhere, is unknown") {
  for (const char* name : {"neer", "../near", "", "conditions", "near.toml"}) {
    const auto found = ask(project(""), name);
    CAPTURE(name, found.said);
    CHECK(found.said.find("[unknown-shop]") != found.said.npos);
  }
  CHECK(ask(project(""), "neer").said.find("did you mean `near`?") != std::string::npos);
}

TEST_CASE("a shop gives the sheet its bleed, safe areas and marks") {
  const std::string shop =
      "bleed = \"4 mm\"\nsafe = \"5 mm\"\nfold_safe = \"6 mm\"\n"
      "marks = { draw = [\"crop\", \"color-bar\"], length = \"7 mm\" }\n";
  const auto [plain, said] = sheet_of("", shop);
  REQUIRE(plain);
  CHECK(plain->bleed == Length::mm(4));
  CHECK(plain->safe == Length::mm(5));
  CHECK(plain->fold_safe == Length::mm(6));
  CHECK(marks_text(plain->marks) == "crop, color-bar");
  CHECK(plain->marks.length == Length::mm(7));

  const auto [own, unsaid] =
      sheet_of("bleed = \"9 mm\"\nsafe = \"2 mm\"\nfold_safe = \"7 mm\"\nmarks = true", shop);
  REQUIRE(own);
  CHECK(own->bleed.mm() == Approx(9));
  CHECK(own->safe == Length::mm(5));
  CHECK(own->fold_safe.mm() == Approx(7));
  CHECK(marks_text(own->marks) == "crop, color-bar");
}

TEST_CASE("too little bleed for the shop is an error at the layout's place") {
  const auto [sheet, said] = sheet_of("bleed = \"2 mm\"", "bleed = \"3 mm\"\n");
  CHECK_FALSE(sheet);
  CHECK(said.find("layouts/any.toml:3:9: error: `bleed` is 2 mm; the shop `near` asks for at least "
                  "3 mm [bad-value]") == 0);
}

TEST_CASE("a shop that prints no bleed gets none") {
  const auto [sheet, said] = sheet_of("bleed = \"2 mm\"", "bleed = 0\n");
  REQUIRE(sheet);
  CHECK(sheet->bleed == Length());
}

TEST_CASE("the shops that come with the program are sound but for profiles still to be built") {
  const diag::DiskFiles files({kRoot});
  const auto names = spec::shop_names(files);
  CHECK(names.size() >= 6);
  diag::SourceMap sources;
  ShopBook shops({});
  for (const std::string& name : names) {
    CAPTURE(name);
    diag::Diagnostics diags;
    const auto found = shops.find(name, {}, files, sources, diags);
    if (found) CHECK(found->shop->safe >= Length::mm(3));
    for (const diag::Diagnostic& each : diags.list()) {
      CHECK(each.id == diag::DiagnosticId::ProfileMissing);
    }
  }
}

TEST_CASE("all shops are told by the same keys") {
  const auto plain = shop_facts(Shop{});
  const auto other = shop_facts(*ask(project("condition = \"own\"\nrich_black = [1, 2, 3, 100]\n"
                                             "spots = [\"Gold\"]\n"))
                                     .shop);
  REQUIRE(plain.size() == other.size());
  std::map<std::string, std::string> changed;
  for (std::size_t i = 0; i < plain.size(); ++i) {
    CHECK(plain[i].key == other[i].key);
    CHECK_FALSE(other[i].value.empty());
    if (plain[i].value != other[i].value) changed[other[i].key] = other[i].value;
  }
  CHECK(changed["condition"] == "own, Own");
  CHECK(changed["rich_black"] == "1 / 2 / 3 / 100 from 1 in (25.4 mm)");
  CHECK(changed["spots"] == "Gold");
}

}  // namespace handbill::document
