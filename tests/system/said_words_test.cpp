// SPDX-License-Identifier: MIT
// What a document says is what its paper says.
#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>

#include "base/utf8.h"
#include "system/project.h"
#include "text/hyphenate.h"

namespace handbill::test {
namespace {

using Names = std::vector<std::string>;

bool is_east_asian(char32_t c) { return c >= 0x2E80 && c < 0xFF00; }

bool is_in_word(char32_t c) { return (c >= '0' && c <= '9') || text::is_in_words(c); }

/// pdftotext parts the letters of Arabic words from each other.
bool is_arabic(char32_t c) { return c >= 0x600 && c < 0x700; }

/// Words, ideographs and Arabic letters each for itself; signs only part them.
Names words_in(std::string_view text) {
  Names words;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) words.push_back(std::exchange(word, {}));
  };
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const bool is_single = is_east_asian(c) || is_arabic(c);
    if (!is_in_word(c) || is_single) end_word();
    if (is_in_word(c) || is_single) append_utf8(word, c);
    if (is_single) end_word();
  }
  end_word();
  return words;
}

/// Poppler gives a letter and the vowel sign over it in either order: without those.
Names in_order(std::string_view text) {
  Names words = words_in(text);
  std::erase_if(words, [](const std::string& word) {
    std::size_t at = 0;
    const char32_t c = next_code_point(word, at);
    return c >= 0x64B && c <= 0x652;
  });
  return words;
}

Names sorted_words(std::string_view text) {
  Names words = words_in(text);
  std::ranges::sort(words);
  return words;
}

/// What stands in quotes in the lines of a dump that tell of words on paper: labels and texts.
std::string told(const std::string& dump) {
  std::istringstream lines(dump);
  std::string text;
  for (std::string line; std::getline(lines, line);) {
    const bool is_paragraph = line.starts_with("    ") && !line.starts_with("     ");
    const bool is_drawn = line.starts_with("    figure") || line.starts_with("    code");
    if (!is_paragraph || is_drawn) continue;
    bool is_quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (line[i] == '"') {
        is_quoted = !is_quoted;
        text += ' ';
      } else if (is_quoted && line[i] == '\\') {
        text += line[++i] == 'n' ? ' ' : line[i];
      } else if (is_quoted) {
        text += line[i];
      }
    }
  }
  return text;
}

/// What stands in quotes in the lines of a dump of what is heard, without what is said again or of
/// blanks and pictures: heads of cells, labels of blanks, what abbreviations stand for, alternate
/// texts.
std::string heard(const std::string& dump) {
  std::istringstream lines(dump);
  std::string text;
  // What comes before tells what it was made from, and its title.
  while (std::getline(lines, text) && !text.starts_with("heard of")) continue;
  text.clear();
  for (std::string line; std::getline(lines, line);) {
    const std::size_t begin = line.find_first_not_of(' ');
    const bool is_drawn =
        line.compare(begin, 7, "graphic") == 0 || line.compare(begin, 7, "QR code") == 0;
    if (is_drawn) continue;
    std::string said;  // since the last quote ended
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (line[i] != '"') {
        said += line[i];
        continue;
      }
      std::string quoted;
      while (line[++i] != '"') {
        if (line[i] == '\\') ++i;
        quoted += line[i - 1] == '\\' && line[i] == 'n' ? ' ' : line[i];
      }
      const bool is_again = said.ends_with(" under ") || said.ends_with("blank for ") ||
                            said == " for " || said == ", ";
      if (!is_again) text += quoted + ' ';
      said.clear();
    }
  }
  return text;
}

/// Words parted with a soft hyphen are put together, as readers do (PDF 1.7, 14.8.2.2.3).
std::string printed(const std::filesystem::path& pdf) {
  std::string text = run_program({"pdftotext", "-raw", pdf.string(), "-"}).output;
  constexpr std::string_view kParted = "\u00AD\n";
  for (std::size_t at = 0; (at = text.find(kParted, at)) != text.npos;) {
    text.erase(at, kParted.size());
  }
  return text;
}

/// What the structure tree has, in its order.
std::string tagged(const std::filesystem::path& pdf) {
  std::istringstream lines(run_program({"pdfinfo", "-struct-text", pdf.string()}).output);
  std::string text;
  for (std::string line; std::getline(lines, line);) {
    const std::size_t begin = line.find('"'), end = line.rfind('"');
    if (begin != line.npos && line.find_first_not_of(' ') == begin) {
      text += line.substr(begin + 1, end - begin - 1) + ' ';
    }
  }
  constexpr std::string_view kParted = "\u00AD";
  for (std::size_t at = 0; (at = text.find(kParted, at)) != text.npos;) {
    text.erase(at, kParted.size());
  }
  return text;
}

/// The same letter by letter: only blocks and fields part what stands before them from what
/// follows, so that spaces between words must be there.
std::string tagged_letters(const std::filesystem::path& pdf) {
  std::istringstream lines(run_program({"pdfinfo", "-struct-text", pdf.string()}).output);
  std::string text;
  bool is_label = false;
  for (std::string line; std::getline(lines, line);) {
    const std::size_t begin = line.find_first_not_of(' ');
    if (begin == line.npos || line[begin] == '/') continue;
    const bool is_in_line = line.find("(inline)") != line.npos || line.find("Object ") == begin;
    if (line[begin] == '"') {
      text += line.substr(begin + 1, line.rfind('"') - begin - 1);
      if (std::exchange(is_label, false)) text += ' ';
    } else if (!is_in_line) {
      text += ' ';
      is_label = line.find("Lbl ") == begin;
    }
  }
  return text;
}

/// What is printed outside the trim of each page: the slug, and what drafts have above it.
std::string around_page(const std::string& dump) {
  constexpr std::string_view kSlug = "\n  slug \"";
  const std::size_t begin = dump.find(kSlug) + kSlug.size();
  const bool is_draft = dump.find("\n  draft\n") != dump.npos;
  return dump.substr(begin, dump.find('"', begin) - begin) + (is_draft ? " DRAFT " : " ");
}

Names without(const Names& all, const Names& others) {
  Names rest;
  std::ranges::set_difference(all, others, std::back_inserter(rest));
  return rest;
}

TEST_CASE("the words of a document are those on its paper, and those tagged in their order") {
  const ProjectCopy project;
  REQUIRE(project.handbill({"build", "--language", "all"}).exit_code == 0);
  const auto dumped = [&](const char* stage, const char* folder) {
    return project.handbill(
        {"build", "--language", "all", "--format", "dump", "--stage", stage, "-o", folder});
  };
  REQUIRE(dumped("words", "words").exit_code == 0);
  REQUIRE(dumped("document", "documents").exit_code == 0);
  REQUIRE(dumped("heard", "heard").exit_code == 0);
  for (const char* document : {"aftercare-sheet", "hours-placard", "treatment-brochure"}) {
    for (const char* language : {"ar", "en", "es", "zh"}) {
      const std::string name = std::string(document) + "." + language;
      CAPTURE(name);
      const std::string paper = printed(project / ("out/" + name + ".pdf"));
      std::string text = told(project.read("words/" + name + ".txt"));
      const Names tags = in_order(tagged(project / ("out/" + name + ".pdf")));
      CHECK(tags == in_order(text));
      CHECK(tags == in_order(heard(project.read("heard/" + name + ".txt"))));
      for (auto pages = std::ranges::count(paper, '\f'); pages > 0; --pages) {
        text += around_page(project.read("documents/" + name + ".txt"));
      }
      const Names said = sorted_words(text);
      const Names seen = sorted_words(paper);
      CHECK(said.size() > 20);
      CHECK(without(said, seen) == Names());
      CHECK(without(seen, said) == Names());
    }
  }
}

constexpr std::string_view kPeels = R"(
[revision]
date = 2026-11-22
status = "approved"
approved_by = "office manager"

[abbreviations]
AHA = "alpha hydroxy acid"

[peels]
text = """
# Chemical peels with AHA

Microneedling encourages the formation of extraordinarily sophisticated collagen reorganization, and characteristically
**incontrovertibly uncharacteristic** rehabilitation and [internationalization documentation](https://peels.org/a) follow.
Characteristically, *dermatologists' recommendations* concerning photosensitivity and hyperpigmentation necessitate
straightforward precautionary measures throughout rehabilitation[^1].

## Before you come

- One thing
  - nested
- Two

  still two
- [ ] Bring a hat

> Said by one, *quietly*.

Name: {blank 0.3 in}

## After

Responsibilities notwithstanding, interdisciplinary dermatological recommendations concerning photosensitivity and
hyperpigmentation characteristically necessitate straightforward precautionary measures throughout rehabilitation.

[^1]: A characteristically straightforward note with AHA.
"""
)";

constexpr std::string_view kNarrow = R"(
title = "Peels"
content = ["peels"]

[sheet]
trim = "a6"

[font.text]
family = "EB Garamond"

[style.text]
font = "text"
size = "9 pt"
leading = "11 pt"
align = "justify"
hyphenate = true
tolerance = 10000
emergency_stretch = "20 pt"

[markdown]
p = "text"
h1 = "text"
h2 = "text"
bullet = "text"
link_address = "hidden"

[[side]]
pages = "all"
[[side.frame]]
text = "Page {page} of peels"
box = { top = "0.25 in" }
[[side.frame]]
story = "peels.text"
columns = 3
gutter = "8 pt"
box = { top = "0.5 in", height = "1 in", left = "0.3 in", right = "0.3 in" }
[[side.frame]]
story = "peels.text"
z = -1
box = { top = "2 in", height = "0.7 in", left = "1 in", width = "0.9 in" }
)";

TEST_CASE("words parted in columns, frames and pages are whole to who listens and who copies") {
  const ProjectCopy project;
  project.write("content/en/peels.toml", kPeels);
  project.write("layouts/peels.toml", kNarrow);
  const auto built = project.handbill({"build", "peels"});
  CAPTURE(built.output);
  REQUIRE(built.exit_code == 0);
  REQUIRE(
      project.handbill({"build", "peels", "--format", "dump", "--stage", "words", "-o", "words"})
          .exit_code == 0);
  const Names said = words_in(told(project.read("words/peels.txt")));
  CHECK(words_in(tagged_letters(project / "out/peels.pdf")) == said);
  const std::string paper = printed(project / "out/peels.pdf");
  CHECK(std::ranges::count(paper, '\f') > 2);
  Names seen = sorted_words(paper);
  Names sorted = said;
  std::ranges::sort(sorted);
  // Its halves stand in two frames, which other words stand between: the tree joins them.
  CHECK(without(sorted, seen) == Names{"dermatological"});
}

}  // namespace
}  // namespace handbill::test
