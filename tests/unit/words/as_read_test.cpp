// SPDX-License-Identifier: MIT
#include "words/as_read.h"

#include <catch2/catch.hpp>

#include "diag/render.h"
#include "support/resolved_case.h"

namespace handbill::words {
namespace {

constexpr const char* kReadLayout = R"(title = "Test"
content = ["content"]
[sheet]
trim = "letter"
[font.text]
family = "Lato"
[style.body]
font = "text"
[markdown]
p = "body"
[[side]]
name = "front"
[[side.frame]]
name = "box"
text = '''
)";

struct ReadCase {
  diag::SourceMap sources{};
  std::optional<document::Document> document{};
  Words words{};
  std::vector<ReadText> texts{};
};

/// What is read of a frame with that text.
void read_frame_text(const std::string& markdown, const std::string& content_text, ReadCase& out) {
  const diag::MemoryFiles files({{"fonts/fonts.toml", test::kCaseFonts},
                                 {"layouts/layout.toml", kReadLayout + markdown + "\n'''\n"},
                                 {"content/en/content.toml", content_text}});
  diag::Diagnostics diags;
  const auto catalog = spec::parse_fonts(files, out.sources, diags);
  const auto layout = spec::parse_layout(files, "layouts/layout.toml", "", out.sources, diags);
  REQUIRE(layout);
  const auto content =
      content::Content::check(spec::parse_content(files, *layout, {}, out.sources, diags), diags,
                              {.revisions = content::Revisions::NotAsked});
  font::FontBook fonts{font::machine_font_folders()};
  text::HyphenBook hyphens(text::machine_hyphen_folders());
  picture::PictureBook pictures;
  out.document = document::document_of({*layout, content, *catalog, files}, fonts, hyphens,
                                       pictures, out.sources, diags);
  INFO(diag::render(diags, out.sources, diag::Paint::Plain));
  REQUIRE(out.document);
  out.words = from_document(*out.document);
  out.texts = as_read(out.words);
}

constexpr const char* kReadContent =
    "[revision]\ndate = 2026-11-22\nstatus = \"approved\"\napproved_by = \"nurse\"\n"
    "[clinic]\nname = \"Test Clinic\"\nphone = \"301 555 0199\"\n"
    "[care]\ndry = \"Keep it dry for 24 hours.\"\n";

}  // namespace

TEST_CASE("a document is read a paragraph a line, whatever it looks like") {
  const std::pair<const char*, const char*> cases[] = {
      {"Call  {clinic.phone}\nnow.", "Call (301) 555-0199 now."},
      {"Keep it **dry**,\\\nplease.", "Keep it dry, please."},
      {"One.\n\nTwo.", "One.|Two."},
      {"Name: {blank 2 in}", "Name: ____"},
      {"See [our page](https://example.org/a) first.", "See our page (example.org/a) first."},
      {"Version of {revision.date}", "Version of"},
      {"{revision.date}\n\n{care.dry}", "Keep it dry for 24 hours."},
      {"Page {page} of {pages}: {care.dry}", "Page of : Keep it dry for 24 hours."},
  };
  for (const auto& [markdown, expected] : cases) {
    INFO(markdown);
    ReadCase read;
    read_frame_text(markdown, kReadContent, read);
    std::string all;
    for (const ReadText& each : read.texts) all += (all.empty() ? "" : "|") + each.text;
    CHECK(all == expected);
    for (const ReadText& each : read.texts) CHECK(each.offsets.size() == each.text.size() + 1);
  }
}

TEST_CASE("each word of a text knows where it is written, and a fact where its value is") {
  ReadCase read;
  read_frame_text("{care.dry}\n\nCall {clinic.phone}.", kReadContent, read);
  REQUIRE(read.texts.size() == 2);
  const auto written = [&](std::size_t text, std::string_view words) {
    const std::size_t begin = read.texts[text].text.find(words);
    REQUIRE(begin != std::string::npos);
    const diag::Span at = written_at(read.words, read.texts[text], begin, begin + words.size());
    REQUIRE(at.known());
    return std::string(read.sources.text(at));
  };
  CHECK(written(0, "24 hours") == "24 hours");
  CHECK(written(1, "555") == "\"301 555 0199\"");
  CHECK(written(1, "Call") == "Call");
  // Of words that are gone, what stands there now.
  const diag::Span gone = written_at(read.words, read.texts[0], 5, 5);
  CHECK(read.sources.text(gone) == "i");
}

}  // namespace handbill::words
