// SPDX-License-Identifier: MIT
// What docs/limits.md promises of layouts, content and art: each limit is reached without a word,
// and told one above it.
#include <catch2/catch.hpp>
#include <functional>

#include "build/compile.h"
#include "color/profile_folders.h"
#include "diag/read_text.h"
#include "picture/qr.h"
#include "picture/read_svg.h"
#include "spec/rules_spec.h"
#include "support/golden.h"
#include "support/paths.h"

namespace handbill::test {
namespace {

using GivenFiles = std::map<std::string, std::string, std::less<>>;
using Messages = std::vector<std::string>;

Messages messages_of(const diag::Diagnostics& diags) {
  Messages messages;
  for (const diag::Diagnostic& each : diags.list()) {
    messages.push_back(std::string(diag::info(each.id).name) + ": " + each.message);
  }
  return messages;
}

/// Of a layout with this text in it and this content.
Messages compiled(const std::string& layout, const std::string& content = "",
                  const std::vector<std::string>& settings = {}) {
  const diag::MemoryFiles files(GivenFiles{
      {"fonts/fonts.toml",
       "[family.\"Squares\"]\nlicence = \"MIT\"\nfaces = [{ file = \"squares.ttf\" }]\n"},
      {"fonts/squares.ttf", read_file(source_folder() + "/tests/fonts/squares.ttf")},
      {"content/en/words.toml", content},
      {"layouts/sign.toml",
       "title = \"Sign\"\ncontent = [\"words\"]\n[font.text]\nfamily = \"Squares\"\n" + layout}});
  diag::SourceMap sources;
  diag::Diagnostics diags;
  font::FontBook fonts({});
  text::HyphenBook hyphens({});
  document::ShopBook shops({});
  picture::PictureBook pictures;
  text::ShapeBook shapes;
  workspace::Products products;
  const color::Preview press = color::Preview::without_profile();
  build::compile({.files = files,
                  .layout = "layouts/sign.toml",
                  .settings = settings,
                  .press = press,
                  .hyphens = hyphens,
                  .shops = shops,
                  .pictures = pictures,
                  .shapes = shapes,
                  .products = products},
                 fonts, sources, diags);
  return messages_of(diags);
}

Messages drawn(const std::string& svg, const std::string& box = "viewBox='0 0 9 9'") {
  const diag::MemoryFiles files(GivenFiles{{"a.svg", "<svg " + box + ">" + svg + "</svg>"}});
  diag::SourceMap sources;
  diag::Diagnostics diags;
  const auto file = diag::read_text(files, "a.svg", {}, sources, diags);
  REQUIRE(file);
  picture::read_svg(
      sources, *file, [](std::string_view) { return color::Color{}; }, diags);
  return messages_of(diags);
}

std::string repeated(const std::string& part, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += part;
  return result;
}

const std::string kSheet =
    "[style.body]\nsize = \"10 pt\"\n[markdown]\np = \"body\"\n[sheet]\ntrim = "
    "\"letter\"\n[[side]]\n";

/// `count` files, each of which extends the next.
Messages extended(int count) {
  GivenFiles files;
  for (int i = 0; i < count; ++i) {
    const bool is_last = i + 1 == count;
    files["layouts/f" + std::to_string(i) + ".toml"] =
        is_last ? "" : "extends = \"f" + std::to_string(i + 1) + "\"\n";
  }
  const diag::MemoryFiles reader(files);
  diag::SourceMap sources;
  diag::Diagnostics diags;
  spec::parse_layout(reader, "layouts/f0.toml", "", sources, diags);
  return messages_of(diags);
}

Messages packs(int count) {
  GivenFiles files;
  for (int i = 0; i < count; ++i) {
    const bool is_last = i + 1 == count;
    files["layouts/rules/p" + std::to_string(i) + ".toml"] =
        "title = \"P\"\n" + (is_last ? "" : "extends = \"p" + std::to_string(i + 1) + "\"\n");
  }
  const diag::MemoryFiles reader(files);
  diag::SourceMap sources;
  diag::Diagnostics diags;
  spec::parse_rules(reader, "p0", {}, sources, diags);
  return messages_of(diags);
}

/// A thousand entries of eighteen frames each and one round them, the list itself, and the rest.
Messages with_frames(int count) {
  std::string content = "[list]\nwords = [";
  for (int i = 0; i < 1000; ++i) content += "\"a\", ";
  const std::string part =
      "[part.many]\nheight = \"1 pt\"\n" + repeated("[[part.many.frame]]\n", 18);
  const std::string list =
      "[[side.frame]]\npart = \"many\"\nrepeat = \"list.words\"\nbox = { top = 0 }\n";
  return compiled(kSheet + list + repeated("[[side.frame]]\n", count - 1 - 1000 * 19) + part,
                  content + "]\n");
}

/// Parts that are placed in each other, `count` deep.
Messages with_parts(int count) {
  std::string parts;
  for (int i = 0; i < count; ++i) {
    const std::string name = "part.a" + std::to_string(i);
    const bool is_last = i + 1 == count;
    parts += "[[" + name + ".frame]]\n" +
             (is_last ? "text = \"x\"\n" : "part = \"a" + std::to_string(i + 1) + "\"\n");
  }
  return compiled(kSheet + "[[side.frame]]\npart = \"a0\"\nbox = { top = 0 }\n" + parts, "");
}

/// Texts that are put into one another, `count` deep.
Messages inserted(int count) {
  std::string content = "[note]\n";
  for (int i = 0; i < count; ++i) {
    const bool is_last = i + 1 == count;
    content += "a" + std::to_string(i) + " = \"" +
               (is_last ? "x" : "{note.a" + std::to_string(i + 1) + "}") + "\"\n";
  }
  return compiled(kSheet + "[[side.frame]]\ntext = \"{note.a0}\"\n", content);
}

Messages with_text_of(int bytes) {
  const std::string text(static_cast<std::size_t>(bytes), 'a');
  return compiled(kSheet + "[[side.frame]]\ntext = \"{note.a}\"\n",
                  "[note]\na = \"" + text + "\"\n");
}

Messages with_quotes(int depth) {
  return compiled(kSheet + "[[side.frame]]\ntext = \"" + repeated("> ", depth - 1) + "a\"\n");
}

/// Four texts, of which the first three have 25 and the next; the paragraph of each counts too.
Messages with_inserted_quotes(int depth) {
  const std::string some = repeated("> ", 25);
  return compiled(kSheet + "[[side.frame]]\ntext = \"" + some + "{note.a}\"\n",
                  "[note]\na = \"" + some + "{note.b}\"\nb = \"" + some + "{note.c}\"\nc = \"" +
                      repeated("> ", depth - 79) + "a\"\n");
}

Messages with_columns(int count) {
  return compiled(kSheet + "[[side.frame]]\n[[side.frame.table.row]]\ncells = [" +
                  repeated("\"a\",", count) + "]\n");
}

Messages with_type_of(int points) {
  return compiled("[style.big]\nsize = \"" + std::to_string(points) + " pt\"\n[sheet]\n" +
                  "trim = \"letter\"\n[[side]]\n");
}

Messages with_stops(int count) {
  return compiled(kSheet + "[[side.frame]]\nfill = { gradient = \"linear\", stops = [" +
                  repeated("\"black\",", count) + "] }\n");
}

Messages with_length_of(int points) {
  return compiled(kSheet + "[[side.frame]]\ninset = \"" + std::to_string(points) + " pt\"\n");
}

Messages with_side_of(int points) {
  return compiled("[sheet]\nsize = [\"" + std::to_string(points) + " pt\", \"4 in\"]\n[[side]]\n");
}

Messages with_bleed_of(int points) {
  return compiled("[sheet]\ntrim = \"letter\"\nbleed = \"" + std::to_string(points) +
                  " pt\"\n[[side]]\n");
}

Messages with_setting(int keys) {
  return compiled(kSheet, "", {"note" + repeated(".a", keys - 1) + "=x"});
}

Messages with_code(int digits) {
  diag::Diagnostics diags;
  const std::string text(static_cast<std::size_t>(digits), '7');
  picture::make_qr(text, {picture::QrLevel::L}, {}, diags);
  return messages_of(diags);
}

struct Limit {
  const char* what;
  int most;
  std::function<Messages(int)> messages;
  const char* told;
};

const Limit kLimits[] = {
    {"tables and lists in one another", 64,
     [](int n) { return compiled(kSheet, "a = " + repeated("[", n) + repeated("]", n) + "\n"); },
     "too-large: this nests deeper than 64"},
    {"parts of a key", 64,
     [](int n) { return compiled(kSheet, "a" + repeated(".a", n - 1) + " = 1\n"); },
     "too-large: this "},
    {"layouts that extend each other", 32, extended,
     "too-large: files extend each other more than 32 deep here"},
    {"rule packs that extend each other", 32, packs,
     "too-large: files extend each other more than 32 deep here"},
    {"keys of a setting", 64, with_setting, " has more than 64 keys"},
    {"bytes of a text", 65'536, with_text_of, "too-large: a single text is over 64 KiB"},
    {"lists and quotes of a text in one another", 32, with_quotes,
     "too-large: this text nests lists, quotes or emphasis deeper than 32"},
    {"texts put into one another", 16, inserted,
     "too-large: texts are put into one another more than 16 deep"},
    {"quotes in texts put into one another", 100, with_inserted_quotes,
     "too-large: lists and quotes are nested more than 100 deep"},
    {"frames of a document", 20'000, with_frames, "too-large: the document has over 20,000 frames"},
    {"parts in one another", 16, with_parts,
     "too-large: parts are placed in each other over 16 deep"},
    {"columns of a table", 100, with_columns, "too-large: a row has over 100 columns"},
    {"size of type", 2000, with_type_of, "it is from 1 pt to 2000 pt"},
    {"leading", 4000,
     [](int n) {
       return compiled("[style.body]\nsize = \"9 pt\"\nleading = \"" + std::to_string(n) +
                       " pt\"\n[sheet]\ntrim = \"letter\"\n[[side]]\n");
     },
     "it is from 1 pt to 4000 pt"},
    {"stops of a gradient", 64, with_stops, "a gradient has from 2 to 64 stops"},
    {"bytes of an abbreviation", 100,
     [](int n) {
       return compiled(kSheet + "[[side.frame]]\ntext = \"a\"\n",
                       "[abbreviations]\n" + repeated("a", n) + " = \"words\"\n");
     },
     "too-large: an abbreviation is 101 bytes long; 100 are the most"},
    {"a length", 14'400, with_length_of, "no length is over 200 in"},
    {"a side of a sheet", 13'680, with_side_of, "bad-value: a sheet of 13681 pt"},
    {"bleed", 144, with_bleed_of, "bad-value: `bleed` is 145 pt"},
    {"digits of a QR code", 7089, with_code, "qr-too-long: text of 7090 bytes"},
};

const Limit kLimitsOfArt[] = {
    {"groups of art in one another", 50,
     [](int n) { return drawn(repeated("<g>", n - 1) + "<g/>" + repeated("</g>", n - 1)); },
     "too-large: elements are nested more than 50 deep"},
    {"attributes of an element of art", 200,
     [](int n) {
       std::string text;
       for (int i = 0; i < n; ++i) text += " data-a" + std::to_string(i) + "=''";
       return drawn("<g" + text + "/>");
     },
     "too-large: more than 200 attributes"},
    {"path steps of art", 200'000,
     [](int n) { return drawn("<path d='M0 0" + repeated("h1", n - 1) + "'/>"); },
     "too-large: art has more than 200000 path steps"},
    {"stops of a gradient of art", 64,
     [](int n) {
       return drawn("<linearGradient>" + repeated("<stop stop-color='#000'/>", n) +
                    "</linearGradient>");
     },
     "too-large: a gradient has more than 64 stops"},
    {"side of a view box", 100'000,
     [](int n) { return drawn("", "viewBox='0 0 " + std::to_string(n) + " 9'"); },
     "too-large: the view box is larger than 100,000 units"},
    {"how far a shape reaches", 1'000'000,
     [](int n) { return drawn("<path d='M0 0h" + std::to_string(n) + "'/>"); },
     "too-large: shape reaches more than 1,000,000 points away"},
    {"dashes of a line of art", 32,
     [](int n) {
       return drawn("<path stroke='#000' stroke-dasharray='" + repeated("1 ", n) +
                    "' d='M0 0h1'/>");
     },
     "svg-unsupported: "},
};

bool is_told(const Messages& messages, std::string_view what) {
  return std::ranges::any_of(messages,
                             [&](const std::string& each) { return each.find(what) != each.npos; });
}

void check(const Limit& limit) {
  const Messages within = limit.messages(limit.most), above = limit.messages(limit.most + 1);
  CAPTURE(within, above);
  CHECK_FALSE(is_told(within, limit.told));
  CHECK(is_told(above, limit.told));
}

}  // namespace

TEST_CASE("limits of layouts and content are reached without a word, and told one above") {
  for (const Limit& limit : kLimits) {
    DYNAMIC_SECTION(limit.what) { check(limit); }
  }
}

TEST_CASE("limits of art are reached without a word, and told one above") {
  for (const Limit& limit : kLimitsOfArt) {
    DYNAMIC_SECTION(limit.what) { check(limit); }
  }
}

TEST_CASE("a text file has four mebibytes at most") {
  constexpr std::size_t kMost = std::size_t{4} << 20;
  const diag::MemoryFiles files(
      GivenFiles{{"within", std::string(kMost, ' ')}, {"above", std::string(kMost + 1, ' ')}});
  diag::SourceMap sources;
  diag::Diagnostics diags;
  CHECK(diag::read_text(files, "within", {}, sources, diags));
  CHECK(diags.list().empty());
  CHECK_FALSE(diag::read_text(files, "above", {}, sources, diags));
  CHECK(messages_of(diags) == Messages{"too-large: `above` is larger than 4 MiB"});
}

}  // namespace handbill::test
