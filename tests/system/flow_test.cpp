// SPDX-License-Identifier: MIT
// Lists whose entries flow from column to column and from page to page: in the font of squares, in
// which an entry of one line is 10 pt tall. Pages hold 80 pt.
#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>

#include "system/squares_project.h"

namespace handbill::test {
namespace {

constexpr const char* kStyles = R"(
[markdown]
p  = "body"

[part.card]
[[part.card.frame]]
name = "words"
text = "{n} {text}"
)";

/// A page of entries, 10 pt apart: four go on it.
constexpr const char* kPages = R"(
[[side]]
name  = "cards"
pages = "all"
[[side.frame]]
name   = "list"
part   = "card"
repeat = "words.list"
flow   = true
gap    = "10 pt"
)";

using List = std::vector<std::string>;

List numbered(std::size_t entries) {
  List list;
  for (std::size_t i = 0; i < entries; ++i) list.push_back("e");
  return list;
}

std::string content_of(const List& entries, const std::string& key) {
  std::string text = R"([revision]
status      = "approved"
approved_by = "office manager"
date        = 2026-11-22

[words]
one  = "One"
)";
  if (entries.empty()) return text + "list = []\n";
  for (const std::string& each : entries)
    text += "[[words.list]]\n" + key + " = \"" + each + "\"\n";
  return text;
}

class Flow {
 public:
  Flow(const List& entries, const std::string& layout, const std::string& margin = "'10 pt'",
       const std::string& direction = "auto")
      : Flow(content_of(entries, "text"), layout, margin, direction, 0) {}

  Flow(const std::string& content, const std::string& layout, const std::string& margin,
       const std::string& direction, int) {
    write_squares_project(folder_, {"flow", kStyles + layout, margin, direction}, content);
    run({"--format", "dump", "--stage", "fragments"});
  }

  void run(const List& more) {
    List command = {"env", "-C", folder_.path().string(), program(), "build"};
    command.insert(command.end(), more.begin(), more.end());
    const ProgramResult result = run_program(command);
    exit_code = result.exit_code;
    messages = result.errors;
    dump_.clear();
    for (const char* each :
         {"out/flow.es.txt", "out/es/flow.txt", "out/flow-es.txt", "out/flow.txt"}) {
      const auto file = folder_ / each;
      if (dump_.empty() && std::filesystem::exists(file)) dump_ = read_file(file);
    }
  }

  /// The words of each page, lines parted by bars.
  List pages() const {
    List pages;
    std::istringstream lines(dump_);
    for (std::string line; std::getline(lines, line);) {
      if (line.starts_with("side ")) pages.emplace_back();
      if (line.find("  line ") == line.npos) continue;
      const std::size_t begin = line.find('"') + 1;
      pages.back() +=
          (pages.back().empty() ? "" : "|") + line.substr(begin, line.rfind('"') - begin);
    }
    return pages;
  }
  /// Where the entries' frames stand: "1: 10 10" on each page.
  List places() const {
    List places;
    std::istringstream lines(dump_);
    for (std::string line; std::getline(lines, line);) {
      if (line.starts_with("side ")) places.emplace_back();
      const std::size_t name = line.find("frame \"list[");
      if (name == line.npos || line.find("].words") != line.npos) continue;
      const std::size_t end = line.find(']');
      std::istringstream box(line.substr(end + 2));
      std::string left, top;
      box >> left >> top;
      places.back() += (places.back().empty() ? "" : ", ") +
                       line.substr(name + 12, end - name - 12) + ": " + left + " " + top;
    }
    return places;
  }
  bool tells(const std::string& words) const { return messages.find(words) != messages.npos; }
  const std::filesystem::path path() const { return folder_.path(); }

  int exit_code = 0;
  std::string messages;

 private:
  TempFolder folder_;
  std::string dump_;
};

TEST_CASE("entries fill page after page, each once and in order") {
  for (const std::size_t entries : {0U, 1U, 3U, 4U, 5U, 8U, 9U, 10U, 1000U}) {
    CAPTURE(entries);
    const Flow built(numbered(entries), kPages);
    INFO(built.messages);
    CHECK(built.exit_code == 0);
    const List pages = built.pages();
    CHECK(pages.size() == std::max<std::size_t>((entries + 3) / 4, 1));
    std::size_t next = 1;
    for (const std::string& page : pages) {
      std::string expected;
      for (std::size_t i = 0; i < 4 && next <= entries; ++i, ++next) {
        expected += (i == 0 ? "" : "|") + std::to_string(next) + " e";
      }
      CHECK(page == expected);
    }
  }
}

TEST_CASE("entries run down the columns of their frame, then go on") {
  const std::string columns = std::string(kPages) + "columns = 2\ngutter = '20 pt'\n";
  const Flow built(numbered(11), columns);
  INFO(built.messages);
  CHECK(built.exit_code == 0);
  CHECK(built.places() == List{"1: 10 10, 2: 10 30, 3: 10 50, 4: 10 70, 5: 110 10, 6: 110 30, "
                               "7: 110 50, 8: 110 70",
                               "9: 10 10, 10: 10 30, 11: 10 50"});
  const Flow balanced(numbered(11), columns + "balance = true\n");
  CHECK(balanced.places()[1] == "9: 10 10, 10: 10 30, 11: 110 10");
  const Flow turned(numbered(5), columns, "'10 pt'", "rtl");
  CHECK(turned.places() == List{"1: 110 10, 2: 110 30, 3: 110 50, 4: 110 70, 5: 10 10"});
}

TEST_CASE("entries beside each other go on row by row") {
  const Flow built(numbered(11), std::string(kPages) + "across = 2\nrow_gap = '25 pt'\n");
  INFO(built.messages);
  CHECK(built.places() == List{"1: 10 10, 2: 105 10, 3: 10 45, 4: 105 45, 5: 10 80, 6: 105 80",
                               "7: 10 10, 8: 105 10, 9: 10 45, 10: 105 45, 11: 10 80"});
}

TEST_CASE("entries of several heights go where they have room") {
  // Lines of 12 pt, and what hangs below the last: three lines are 34 pt tall.
  const std::string three = "eeeeeeeeeeeeeeee eeeeeeeeeeeeeeee eeeeeeeeeeeeeeee";
  const Flow built({three, "b", "c", three, "d", three}, kPages);
  INFO(built.messages);
  CHECK(built.exit_code == 0);
  const List places = built.places();
  REQUIRE(places.size() == 3);
  CHECK(places[0].starts_with("1: 10 10, 2: 10"));
  CHECK(places[0].find("4: ") == std::string::npos);
  CHECK(places[1].starts_with("4: 10 10"));
}

TEST_CASE("entries go on in the next frame with their list, on the page and on others") {
  const std::string layout = R"(
[[side]]
name = "first"
[[side.frame]]
name   = "list"
part   = "card"
repeat = "words.list"
flow   = true
gap    = "10 pt"
box    = { left = "10 pt", width = "60 pt", top = "50 pt", bottom = "10 pt" }
[[side.frame]]
name   = "list2"
text   = "{n}. {text}"
repeat = "words.list"
flow   = true
box    = { left = "100 pt", top = "60 pt", height = "10 pt" }
)" + std::string(kPages);
  const Flow built(numbered(8), layout);
  INFO(built.messages);
  CHECK(built.exit_code == 0);
  CHECK(built.pages() == List{"1 e|2 e|3. e", "4 e|5 e|6 e|7 e", "8 e"});
  const Flow few(numbered(2), layout);
  CHECK(few.pages() == List{"1 e|2 e", ""});
}

TEST_CASE("an entry that no page has room for is told by its number, and the others stand") {
  const std::string nine = "a b c d e f g h i";
  std::string tall;
  for (const char c : nine) tall += c == ' ' ? std::string(" ") : std::string(17, c);
  const Flow built({"e", tall, "e", tall}, kPages);
  CHECK(built.exit_code == 1);
  CHECK(built.tells("entry 2 of `words.list` is "));
  CHECK(built.tells(" too tall for frame `list` (28.2 mm)"));
  CHECK(built.tells("entry 4 of `words.list` is "));
  CHECK_FALSE(built.tells("bad-box"));
  CHECK_FALSE(built.tells("there is room for"));
}

TEST_CASE("entries beyond the last frame are counted") {
  std::string once = kPages;
  once.replace(once.find("pages = \"all\"\n"), 14, "");
  CHECK(Flow(numbered(4), once).exit_code == 0);
  const Flow over(numbered(6), once);
  CHECK(over.exit_code == 1);
  CHECK(over.tells("`words.list` has 6 entries, there is room for 4 [overset]"));
  CHECK_FALSE(over.tells("bad-box"));
  const Flow three(numbered(13),
                   std::string(kPages).replace(std::string(kPages).find("\"all\""), 5, "3"));
  CHECK(three.tells("`words.list` has 13 entries, there is room for 12"));
  const Flow none({"eeeeeeeeeeeeeeee eeeeeeeeeeeeeeee"}, once + "box = { height = '5 pt' }\n");
  CHECK(none.tells("entry 1 of `words.list` is "));
}

TEST_CASE("a variant may make room for entries") {
  std::string layout = kPages;
  layout.replace(layout.find("pages = \"all\"\n"), 14, "");
  const Flow built(numbered(6), layout + R"(
[[variant]]
name = "close"
when = "overset list"
frame.list.gap = "2 pt"
)");
  INFO(built.messages);
  CHECK(built.exit_code == 0);
  CHECK(built.pages() == List{"1 e|2 e|3 e|4 e|5 e|6 e"});
}

TEST_CASE("entries that fall away take no room and no number") {
  const std::string content = content_of(numbered(6), "text") + "[words.more]\nnone = 'none'\n";
  std::string layout = kPages;
  const Flow built(content, layout + "[[part.card.frame]]\nwhen = 'note'\ntext = '{note}'\n",
                   "'10 pt'", "auto", 0);
  INFO(built.messages);
  CHECK(built.pages() == List{"1 e|2 e|3 e|4 e", "5 e|6 e"});
}

TEST_CASE("pages with entries know where they go on") {
  const Flow built(numbered(9), std::string(kPages) + R"(box = { top = "margin", bottom = "30 pt" }
[[side.frame]]
text = "to {next page of words.list}"
box  = { bottom = 0 }
)");
  INFO(built.messages);
  CHECK(built.exit_code == 0);
  CHECK(built.pages() == List{"1 e|2 e|3 e|to 2", "4 e|5 e|6 e|to 3", "7 e|8 e|9 e"});
}

TEST_CASE("rectos, versos and the last page have frames of their own") {
  const std::string layout = R"(
[[side]]
name  = "cards"
pages = "all"
[[side.frame]]
name   = "list"
when   = "recto"
part   = "card"
repeat = "words.list"
flow   = true
gap    = "10 pt"
[[side.frame]]
name   = "list2"
when   = "verso"
part   = "card"
repeat = "words.list"
flow   = true
gap    = "10 pt"
box    = { top = "50 pt", bottom = "margin" }
)";
  const Flow built(numbered(14), layout,
                   "{ top = '10 pt', bottom = '10 pt', inside = '30 pt', "
                   "outside = '10 pt' }");
  INFO(built.messages);
  CHECK(built.exit_code == 0);
  CHECK(built.pages() ==
        List{"1 e|2 e|3 e|4 e", "5 e|6 e", "7 e|8 e|9 e|10 e", "11 e|12 e", "13 e|14 e"});
}

TEST_CASE("locales and variants change and hide frames of a page that repeats") {
  const std::string layout = std::string(kPages) + R"(box = { top = "margin", bottom = "30 pt" }
[[side.frame]]
name = "note"
text = "note"
box  = { bottom = 0 }

[locale.es.change.cards.list]
gap = 0
[locale.es.change.cards.note]
hide = true

[[variant]]
name = "bare"
when = "words.bare.text"
change.cards.note.hide = true
change.cards.list.box = { top = "50 pt", bottom = "margin" }
)";
  CHECK(Flow(numbered(4), layout).pages() == List{"1 e|2 e|3 e|note", "4 e|note"});
  const Flow bare(content_of(numbered(4), "text") + "[words.bare]\ntext = \"b\"\n", layout,
                  "'10 pt'", "auto", 0);
  INFO(bare.messages);
  CHECK(bare.pages() == List{"1 e|2 e", "3 e|4 e"});
  Flow spanish(numbered(7), layout);
  std::filesystem::create_directory(spanish.path() / "content/es");
  std::filesystem::copy_file(spanish.path() / "content/en/words.toml",
                             spanish.path() / "content/es/words.toml");
  spanish.run({"--language", "es", "--format", "dump", "--stage", "fragments"});
  INFO(spanish.messages);
  CHECK(spanish.exit_code == 0);
  CHECK(spanish.pages() == List{"1 e|2 e|3 e|4 e|5 e|6 e", "7 e"});
}

TEST_CASE("a heading stays with the first row of its group, wherever that stands") {
  const std::string head =
      "[part.head]\n[[part.head.frame]]\nname = 'words'\ntext = '{count} {text}'\n" +
      std::string(kPages) +
      "group = '{text}'\ngroup_header = 'head'\ncolumns = 2\ngutter = '20 pt'\n";
  const Flow built({"a", "a", "b", "a", "b", "c"}, head);
  INFO(built.messages);
  CHECK(built.exit_code == 0);
  // Four rows go down a column: the heading of b would be the last of the first.
  CHECK(built.pages() == List{"3 a|1 a|2 a|3 a|2 b|4 b|5 b", "1 c|6 c"});
  CHECK(built.places()[0] ==
        "group 1: 10 10, 1: 10 30, 2: 10 50, 4: 10 70, group 2: 110 10, "
        "3: 110 30, 5: 110 50");
  const Flow sorted({"a", "a", "b", "a", "b", "c"}, head + "sort = '-text'\n");
  CHECK(sorted.pages() == List{"1 c|1 c|2 b|2 b|3 b|3 a|4 a|5 a", "6 a"});
}

TEST_CASE("the frames of a flow have its entries in one order") {
  std::string layout = kPages;
  layout.replace(layout.find("pages = \"all\"\n"), 14, "");
  layout.replace(layout.find("name  = \"cards\"\n"), 16, "");
  const Flow built(numbered(2), layout + "sort = 'text'\n" + layout);
  CHECK(built.tells("entries of `words.list` flow through this frame in the order of the first"));
  const Flow same(numbered(2), layout + "sort = 'text'\n" + layout + "sort = 'text'\n");
  CHECK_FALSE(same.tells("in the order of the first"));
}

TEST_CASE("entries that are taller on a left-hand page go where they have room") {
  // Three go on a right-hand page, two on a left-hand one, where each has a line more.
  const Flow built(numbered(8), std::string(kPages) + R"(
[[part.card.frame]]
when = "verso"
text = "left"
box  = { top = "words.bottom" }
)" + "[change.cards.list]\ngap = '20 pt'\n");
  INFO(built.messages);
  CHECK(built.exit_code == 0);
  CHECK(built.pages() == List{"1 e|2 e|3 e", "4 e|left|5 e|left", "6 e|7 e|8 e"});
}

TEST_CASE("each entry that flows has a story of its own") {
  const Flow built(numbered(5),
                   "[story.note]\ntext = '{text} {n}'\n[[part.card.frame]]\nstory = "
                   "'note'\nbox = { top = 'words.bottom' }\n" +
                       std::string(kPages));
  INFO(built.messages);
  CHECK(built.exit_code == 0);
  CHECK(built.pages() == List{"1 e|e 1|2 e|e 2|3 e|e 3", "4 e|e 4|5 e|e 5"});
}

TEST_CASE("what can't flow is told") {
  const auto told = [](const std::string& layout) {
    const Flow built(numbered(2), layout);
    CHECK(built.exit_code == 1);
    return built.messages;
  };
  const std::string side = "\n[[side]]\n[[side.frame]]\n";
  CHECK_THAT(told(side + "text = 'x'\nflow = true\n"),
             Catch::Contains("`flow` goes with `repeat`, which this frame does not have"));
  CHECK_THAT(told(side + "part = 'card'\nrepeat = 'words.list'\nflow = true\nacross = 'all'\n"),
             Catch::Contains("entries that `flow` stand beside each other by number"));
  CHECK_THAT(told(side + "part = 'card'\nrepeat = 'words.list'\nflow = true\nbox = { top = 0 }\n"),
             Catch::Contains("this one has no height"));
  CHECK_THAT(told("\n[[part.card.frame]]\ntext = '{text}'\nrepeat = 'words.list'\nflow = true\n"
                  "box = { top = 'words.bottom', height = '10 pt' }\n" +
                  side + "part = 'card'\nrepeat = 'words.list'\n"),
             Catch::Contains("this frame is laid for each entry of `words.list`"));
  CHECK_THAT(told("\n[[side]]\npages = 'all'\n[[side.frame]]\npart = 'card'\nset = { n = 'a', text "
                  "= 'b' }\n"),
             Catch::Contains("nothing flows through this side"));
}

TEST_CASE("entries fill no more than 2,000 pages") {
  const Flow built(numbered(2001), std::string(kPages) + "row_gap = '80 pt'\n");
  CHECK(built.exit_code == 1);
  CHECK(built.tells("more than 2,000 pages"));
}

TEST_CASE("entries that flow are in every kind of output") {
  Flow built(numbered(5), kPages);
  built.run({"--format", "pdf", "--format", "svg", "--format", "png"});
  INFO(built.messages);
  CHECK(built.exit_code == 0);
  for (const char* each : {"flow.pdf", "flow-2.svg", "flow-2.png"}) {
    CAPTURE(each);
    CHECK(std::filesystem::exists(built.path() / "out" / each));
  }
}

}  // namespace
}  // namespace handbill::test
