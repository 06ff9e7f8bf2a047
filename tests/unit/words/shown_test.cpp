// SPDX-License-Identifier: MIT
#include "words/shown.h"

#include <catch2/catch.hpp>

#include "support/resolved_case.h"

namespace handbill::words {
namespace {

constexpr const char* kShownLayout = R"(title = "Test"
content = ["content"]
[sheet]
trim = "letter"
[font.text]
family = "Lato"
[style.body]
font = "text"
[markdown]
p = "body"
h1 = "body"
)";

/// What a document with these frames shows of this content.
manifest::Shown shown_of(const std::string& frames, const std::string& content_text,
                         const std::string& head = kShownLayout) {
  const diag::MemoryFiles files({{"fonts/fonts.toml", test::kCaseFonts},
                                 {"layouts/layout.toml", head + frames},
                                 {"content/en/content.toml", content_text}});
  diag::SourceMap sources;
  diag::Diagnostics diags;
  const auto catalog = spec::parse_fonts(files, sources, diags);
  const auto layout = spec::parse_layout(files, "layouts/layout.toml", "", sources, diags);
  REQUIRE(layout);
  const auto content =
      content::Content::check(spec::parse_content(files, *layout, {}, sources, diags), diags,
                              {.revisions = content::Revisions::NotAsked});
  font::FontBook fonts{font::machine_font_folders()};
  text::HyphenBook hyphens(text::machine_hyphen_folders());
  picture::PictureBook pictures;
  const auto document = document::document_of({*layout, content, *catalog, files}, fonts, hyphens,
                                              pictures, sources, diags);
  INFO(diag::render(diags, sources, diag::Paint::Plain));
  REQUIRE(document);
  return shown_by(from_document(*document), *document, content, sources);
}

constexpr const char* kFront = "[[side]]\nname = \"front\"\n";
constexpr const char* kClinic = "[clinic]\nname = \"Test Clinic\"\nphone = \"301 555 0199\"\n";

std::string frame_of(const std::string& markdown) {
  return std::string(kFront) + "[[side.frame]]\nname = \"box\"\ntext = '''\n" + markdown +
         "\n'''\n";
}

struct ShownCase {
  const char* what;
  std::string frames;
  std::string content;
  const char* expected;
};

}  // namespace

TEST_CASE("a document shows facts by path, and texts by their home") {
  const std::string rows =
      std::string(kFront) +
      "[[side.frame]]\nname = \"list\"\n[side.frame.table]\nrows = \"care.do\"\n"
      "[[side.frame.table.column]]\ntext = \"{n}. {text} — *{for}*\"\nwidth = \"1 share\"\n";
  const ShownCase cases[] = {
      {"a fact as it is told, in words of the layout", frame_of("Call  {clinic.phone}\nnow."),
       kClinic,
       "fact\tclinic.phone\t(301) 555-0199\tfront\n"
       "text\tlayouts/layout.toml#box\ten\tCall {clinic.phone} now.\tfront\n"},
      {"not what nothing is printed of", frame_of("{clinic.name}"), kClinic,
       "fact\tclinic.name\tTest Clinic\tfront\n"},
      {"a blank, and a line to write on", frame_of("Name: {blank 2 in}\n\n{clinic.phone}"),
       "[clinic]\nname = \"A\"\nphone = { blank = \"the phone number\" }\n",
       "fact\tclinic.phone\t\tfront\ntext\tlayouts/layout.toml#box\ten\tName: ____\tfront\n"},
      {"a text of the content, its marks and hyphens left out", frame_of("{care.intro}"),
       "[care]\nintro = \"\"\"\nKeep  it **dr\\u00ADy**.\n\nCall {clinic.phone}.\n\"\"\"\n" +
           std::string(kClinic),
       "fact\tclinic.phone\t(301) 555-0199\tfront\n"
       "text\tcare.intro\ten\tKeep it dry.\\nCall {clinic.phone}.\tfront\n"},
      {"entries of a list, each by its place in it", rows,
       "[[care.do]]\ntext = \"Rest\"\nfor = \"a day\"\n[[care.do]]\ntext = \"Drink\"\nfor = \"a "
       "week\"\n",
       "text\tlayouts/layout.toml#list\ten\t{care.do.n}. —\tfront\n"
       "text\tcare.do.0.text\ten\tRest\tfront\ntext\tcare.do.0.for\ten\ta day\tfront\n"
       "text\tcare.do.1.text\ten\tDrink\tfront\ntext\tcare.do.1.for\ten\ta week\tfront\n"},
      {"where typed words lead", frame_of("See [our page](https://example.org/a)."), kClinic,
       "text\tlayouts/layout.toml#box\ten\tSee our page <https://example.org/a> .\tfront\n"},
      {"a text that is told twice, once", frame_of("{care.intro}\n\n{care.intro}"),
       "[care]\nintro = \"Rest.\"\n", "text\tcare.intro\ten\tRest.\tfront\n"},
      {"and what is said twice in one, twice", frame_of("{care.intro}"),
       "[care]\nintro = \"Rest.\\n\\nRest.\"\n", "text\tcare.intro\ten\tRest.\\nRest.\tfront\n"},
      {"what an abbreviation stands for", frame_of("Take AHA."),
       "[abbreviations]\nAHA = \"alpha hydroxy acid\"\n",
       "text\tlayouts/layout.toml#box\ten\tTake AHA.\tfront\n"
       "text\tabbreviations.AHA\ten\talpha hydroxy acid\tfront\n"},
      {"what a code says, and the fact in it",
       std::string(kFront) + "[[side.frame]]\nname = \"map\"\nqr = \"{clinic.web}\"\nalt = \"Our "
                             "page\"\nbox = { width = \"2 in\" }\n",
       std::string(kClinic) + "web = \"https://example.org/a\"\n",
       "fact\tclinic.web\thttps://example.org/a\tfront\n"
       "text\tlayouts/layout.toml#map\ten\tOur page\tfront\n"
       "text\tlayouts/layout.toml#map code\ten\thttps://example.org/a\tfront\n"},
  };
  for (const ShownCase& each : cases) {
    INFO(each.what);
    CHECK(manifest::as_text(shown_of(each.frames, each.content)) == each.expected);
  }
}

TEST_CASE("what stands in no words is not shown: titles of files, facts that are waited for") {
  std::string head = kShownLayout;
  head.replace(head.find("\"Test\""), 6, "\"{clinic.name}\"");
  const manifest::Shown shown = shown_of(frame_of("Call {clinic.phone}."), kClinic, head);
  REQUIRE(shown.facts.size() == 1);
  CHECK(shown.facts[0].path == "clinic.phone");
}

TEST_CASE("opening hours are shown day by day, however days share a line") {
  const std::string table =
      std::string(kFront) +
      "[[side.frame]]\nname = \"week\"\n[side.frame.table]\nrows = \"hours.grouped\"\n"
      "[[side.frame.table.column]]\ntext = \"{day_short}: {times}\"\nwidth = \"1 share\"\n";
  const std::string shared =
      "[hours]\nmonday-friday = \"8:00 am – 5:00 pm\"\nsaturday-sunday = \"closed\"\n";
  const std::string apart =
      "[hours]\nmonday = \"08:00 - 17:00\"\ntuesday-friday = \"8 am to 5 pm\"\n"
      "saturday = \"closed\"\nsunday = \"closed\"\n";
  const manifest::Shown shown = shown_of(table, shared);
  REQUIRE(shown.facts.size() == 7);
  CHECK(shown.facts[0].path == "hours.friday");
  CHECK(shown.facts[0].value == "8:00 am\u20135:00 pm");
  CHECK(shown.facts[0].places == std::vector<std::string>{"front"});
  CHECK(shown_of(table, apart) == shown);
}

TEST_CASE("the hash holds facts and words, and nothing of how they look") {
  const std::string text = frame_of("{care.intro}\n\nCall {clinic.phone}.");
  const auto hash_of = [&](const std::string& frames, const std::string& content,
                           std::string head = kShownLayout) {
    return manifest::hash(shown_of(frames, content, head));
  };
  const std::string content = "[care]\nintro = \"Rest for **a day**.\"\n" + std::string(kClinic);
  const std::string hash = hash_of(text, content);
  const auto with = [&](const char* from, const char* to) {
    std::string changed = content;
    return changed.replace(changed.find(from), std::string(from).size(), to);
  };
  SECTION("the same") {
    CHECK(hash_of(text, with("**a day**", "a\u00A0day")) == hash);
    CHECK(hash_of(text, with("301 555 0199", "(301) 555-0199")) == hash);
    CHECK(hash_of(text, with("Test Clinic", "Other Clinic")) == hash);
    CHECK(hash_of(text, with("a day", "a\\u00AD day")) == hash);
    std::string a4 = kShownLayout;
    a4.replace(a4.find("letter"), 6, "a4");
    CHECK(hash_of(text, content, a4) == hash);
    std::string other_frame = text;
    CHECK(hash_of(other_frame.replace(other_frame.find("\"box\""), 5, "\"tub\""), content) == hash);
  }
  SECTION("another") {
    CHECK(hash_of(text, with("a day", "a week")) != hash);
    CHECK(hash_of(text, with("0199", "0198")) != hash);
    CHECK(hash_of(frame_of("{care.intro}\n\nPhone {clinic.phone}."), content) != hash);
    CHECK(hash_of(frame_of("Call {clinic.phone}.\n\n{care.intro}"), content) != hash);
    CHECK(hash_of(frame_of("{care.intro}\n\nCall us."), content) != hash);
  }
}

}  // namespace handbill::words
