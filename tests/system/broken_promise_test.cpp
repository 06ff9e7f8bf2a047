// SPDX-License-Identifier: MIT
// A fault of the program ends the document it is met in; what was opened for it serves the next.
#include <catch2/catch.hpp>

#include "base/check.h"
#include "build/compile.h"
#include "color/profile_folders.h"
#include "diag/guarded.h"
#include "display/dump.h"
#include "support/paths.h"

namespace handbill::test {
namespace {

/// The project of the program itself, whose promise breaks at one of the reads.
class BreakingFiles final : public diag::FileReader {
 public:
  diag::FileAnswer read(std::string_view path) const override {
    HANDBILL_CHECK(++reads_ != breaks_at_, "files can be asked for");
    return files_.read(path);
  }
  std::vector<std::string> list(std::string_view folder) const override {
    return files_.list(folder);
  }
  void break_at(int read) {
    reads_ = 0;
    breaks_at_ = read;
  }
  int reads() const { return reads_; }

 private:
  diag::DiskFiles files_{{source_folder()}};
  mutable int reads_ = 0;
  int breaks_at_ = 0;
};

/// What a host keeps from document to document.
struct Host {
  BreakingFiles files;
  font::FontBook fonts{font::machine_font_folders()};
  text::HyphenBook hyphens{text::machine_hyphen_folders()};
  document::ShopBook shops{color::profile_folders()};
  picture::PictureBook pictures;
  text::ShapeBook shapes;
  workspace::Products products;
  diag::SourceMap sources;
  color::Preview press = color::Preview::without_profile();

  /// The dump of its pages; empty: `diags` says why.
  std::string build(const std::string& layout, diag::Diagnostics& diags) {
    std::string pages;
    diag::guarded(diags, [&] {
      const build::Compiled compiled = build::compile({.files = files,
                                                       .layout = "layouts/" + layout + ".toml",
                                                       .settings = {},
                                                       .press = press,
                                                       .hyphens = hyphens,
                                                       .shops = shops,
                                                       .pictures = pictures,
                                                       .shapes = shapes,
                                                       .products = products,
                                                       .shop = "us-sheetfed-coated"},
                                                      fonts, sources, diags);
      if (compiled.pages) pages = display::dump(*compiled.pages, fonts);
    });
    return pages;
  }
};

}  // namespace

TEST_CASE("a promise that is broken at any read ends one document, and the next is as ever") {
  diag::Diagnostics none;
  const std::string brochure = Host().build("treatment-brochure", none);
  REQUIRE(!brochure.empty());
  Host host;
  for (int read = 1;; ++read) {
    CAPTURE(read);
    diag::Diagnostics diags;
    host.files.break_at(read);
    const std::string pages = host.build("treatment-brochure", diags);
    if (host.files.reads() < read) {
      CHECK(pages == brochure);
      CHECK(read > 5);
      break;
    }
    CHECK(pages.empty());
    REQUIRE(diags.has_errors());
    CHECK(diags.list().back().id == diag::DiagnosticId::ProgramFault);
    CHECK(diags.list().back().message.find("files can be asked for") != std::string::npos);
  }
}

}  // namespace handbill::test
