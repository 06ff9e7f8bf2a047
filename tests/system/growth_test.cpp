// SPDX-License-Identifier: MIT
// However texts grow and shrink: no ink of text meets other ink that it did not meet before, or
// the program says so.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <map>
#include <random>

#include "build/compile.h"
#include "color/profile_folders.h"
#include "diag/render.h"
#include "layout/place.h"
#include "support/document_values.h"
#include "support/paths.h"
#include "system/ink_judge.h"
#include "system/project.h"
#include "system/random_edits.h"

namespace handbill::test {
namespace {

constexpr unsigned kSeed = 20261122;

/// The project of the program itself, some of its files changed.
class EditedFiles final : public diag::FileReader {
 public:
  diag::FileAnswer read(std::string_view path) const override {
    const auto edited = edits_.find(path);
    if (edited == edits_.end()) return files_.read(path);
    return {.state = diag::FileState::File, .bytes = edited->second};
  }
  std::vector<std::string> list(std::string_view folder) const override {
    return files_.list(folder);
  }
  void edit(const std::string& path, std::string text) { edits_[path] = std::move(text); }
  void restore() { edits_.clear(); }

 private:
  diag::DiskFiles files_{{source_folder()}};
  std::map<std::string, std::string, std::less<>> edits_;
};

/// Fonts and dictionaries are opened once.
class Workshop {
 public:
  build::Compiled build(const std::string& layout, const std::string& language) {
    diags = {};
    sources = {};
    return build::compile({.files = files,
                           .layout = layout,
                           .settings = {},
                           .press = press_,
                           .hyphens = hyphens_,
                           .shops = shops_,
                           .pictures = pictures_,
                           .shapes = shapes_,
                           .products = products_,
                           .language = language},
                          fonts, sources, diags);
  }

  /// All texts of the language, whichever document shows them.
  void edit_content(const std::string& language, double growth, std::mt19937& random) {
    files.restore();
    const std::string folder = "content/" + language;
    for (const std::string& name : files.list(folder)) {
      const std::string path = folder + "/" + name;
      files.edit(path, with_random_edits(*files.read(path).bytes, growth, random));
    }
  }

  const workspace::Products& products() const { return products_; }

  EditedFiles files;
  font::FontBook fonts{font::machine_font_folders()};
  diag::SourceMap sources;
  diag::Diagnostics diags;

 private:
  color::Preview press_ = color::Preview::without_profile();
  text::HyphenBook hyphens_{text::machine_hyphen_folders()};
  document::ShopBook shops_{color::profile_folders()};
  picture::PictureBook pictures_;
  text::ShapeBook shapes_;
  workspace::Products products_;
};

/// HANDBILL_ROUNDS asks for a longer run: of each document in each language.
int rounds() {
  const char* asked = std::getenv("HANDBILL_ROUNDS");
  return asked == nullptr ? 3 : std::max(1, std::atoi(asked));
}

}  // namespace

TEST_CASE("what a layout decides is made once, however often it is built") {
  Workshop workshop;
  for (int time = 0; time < 3; ++time) workshop.build("layouts/hours-placard.toml", "en");
  CHECK(workshop.products().catalogs.size() == 1);
  CHECK(workshop.products().layouts.size() == 1);
  CHECK(workshop.products().themes.size() == 1);
}

TEST_CASE("text that grows or shrinks meets no ink it did not meet before, or there is an error") {
  Workshop workshop;
  int built = 0, refused = 0;
  for (const std::string layout : {"aftercare-sheet", "hours-placard", "treatment-brochure"}) {
    for (const std::string language : {"en", "es", "ar", "zh"}) {
      const std::string path = "layouts/" + layout + ".toml";
      workshop.files.restore();
      const build::Compiled before = workshop.build(path, language);
      INFO(diag::render(workshop.diags, workshop.sources, diag::Paint::Plain));
      REQUIRE(before.pages);
      const std::set<Meeting> met = meetings(*before.pages, workshop.fonts);
      for (int round = 0; round < rounds(); ++round) {
        CAPTURE(kSeed, layout, language, round);
        std::mt19937 random(kSeed + static_cast<unsigned>(round));
        const double growth = std::uniform_real_distribution<double>(0, 0.6)(random);
        workshop.edit_content(language, round == 0 ? 0.05 : growth, random);
        const build::Compiled after = workshop.build(path, language);
        if (!after.pages) {
          ++refused;
          CHECK(workshop.diags.has_errors());
          continue;
        }
        ++built;
        for (const Meeting& each : meetings(*after.pages, workshop.fonts)) {
          CAPTURE(each.page, each.text, each.other);
          CHECK(met.contains(each));
        }
      }
    }
  }
  CAPTURE(built, refused);
  CHECK(built > 0);
  CHECK(refused > 0);
  if (std::getenv("HANDBILL_ROUNDS") != nullptr) WARN(built << " built, " << refused << " refused");
}

TEST_CASE("the judge sees what text meets") {
  const Squares squares;
  const auto met = [&](std::vector<document::Frame> frames) {
    diag::Diagnostics diags;
    const auto pages = layout::place(one_side(std::move(frames)), squares.book, diags);
    std::string text;
    for (const Meeting& each : meetings(pages.value(), squares.book)) {
      text += std::to_string(each.text) + " on " + std::to_string(each.other) + " ";
    }
    return text;
  };
  const auto text = [&](double left) {
    return frame("", box(left, 40, 60, 20),
                 document::TextContent{{paragraph(squares_style(squares), "aaaa")}});
  };
  const auto panel = [&](double left) {
    document::Frame ground = frame("", box(left, 30, 60, 50));
    ground.fill = color::Color::process({0, 0, 0.2, 0});
    return ground;
  };
  CHECK(met({panel(30), text(40)}).empty());
  CHECK(met({panel(110), text(40)}).empty());
  CHECK(met({panel(79.6), text(40)}).empty());
  CHECK(met({panel(75), text(40)}) == "1 on -1 1 on 0 ");
  CHECK(met({text(40), panel(75)}) == "0 on 1 ");
  CHECK(met({text(40), text(75)}) == "0 on 1 ");
}

TEST_CASE("random edits change texts and lists, and leave facts alone") {
  const std::string toml =
      "[revision]\ndate = 2026-11-22\nnote = \"For review\"\n\n[clinic]\nname = \"A clinic\"\n\n"
      "[aftercare]\ntitle = \"After your treatment today\"\nicon = \"sun\"\nbody = \"\"\"\n"
      "Rest {clinic.phone} well.\nSleep **well** and long \\\nenough.\n\"\"\"\n\n"
      "[[aftercare.do]]\ntext = \"Wash gently.\"\n\n[[aftercare.do]]\ntext = \"Sleep well.\"\n";
  std::mt19937 random(kSeed);
  std::size_t shortest = toml.size(), longest = toml.size();
  for (int round = 0; round < 50; ++round) {
    const std::string edited = with_random_edits(toml, 0.6, random);
    shortest = std::min(shortest, edited.size());
    longest = std::max(longest, edited.size());
    CHECK_THAT(edited, Catch::StartsWith(toml.substr(0, toml.find("[aftercare]"))));
    CHECK_THAT(edited, Catch::Contains("icon = \"sun\"\n"));
    CHECK_THAT(edited, Catch::Contains("Rest {clinic.phone} well.\n"));
    CHECK_THAT(edited, Catch::Contains("[[aftercare.do]]\ntext = \""));
    CHECK(std::ranges::count(edited, '"') % 2 == 0);
  }
  CHECK(shortest < toml.size() * 9 / 10);
  CHECK(longest > toml.size() * 11 / 10);
}

}  // namespace handbill::test
