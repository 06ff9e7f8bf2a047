// SPDX-License-Identifier: MIT
// Sides that make several pages, and what is told of pages: in the font of squares, in which 18
// letters of 10 pt stand in a line of these pages, and 6 lines on a page.
#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>

#include "system/squares_project.h"

namespace handbill::test {
namespace {

constexpr const char* kStyles = R"(
[style.chapter]
parent       = "body"
break_before = "frame"

[markdown]
p  = "body"
h1 = "chapter"
h2 = "body"
)";

constexpr const char* kWords = R"([words]
one = "One"

[revision]
status      = "approved"
approved_by = "office manager"
date        = 2026-11-22
)";

/// A page with a story, and a line about it in the margin.
constexpr const char* kBody = R"(
[[side]]
name  = "text"
pages = "all"
[[side.frame]]
name  = "body"
story = "long"
)";

/// A story of so many lines.
std::string story_of(int lines, const std::string& line = "word") {
  std::string text = "\n[story.long]\ntext = \"\"\"\n";
  for (int i = 0; i < lines; ++i) text += line + "\n\n";
  return text + "\"\"\"\n";
}

class Pages {
 public:
  explicit Pages(const std::string& layout, const std::vector<std::string>& more = {},
                 const std::string& margin = "'10 pt'", const std::string& direction = "auto",
                 const std::string& rows = {}) {
    write_squares_project(folder_, {"pages", kStyles + layout, margin, direction}, kWords + rows);
    run("fragments", more);
  }

  void run(const std::string& stage, const std::vector<std::string>& more = {}) {
    std::vector<std::string> command = {"env",     "-C",      folder_.path().string(),
                                        program(), "build",   "--format",
                                        "dump",    "--stage", stage};
    command.insert(command.end(), more.begin(), more.end());
    const ProgramResult result = run_program(command);
    exit_code = result.exit_code;
    messages = result.errors;
    summary = result.output;
    const auto file = folder_ / "out/pages.txt";
    dump = std::filesystem::exists(file) ? read_file(file) : std::string();
  }

  /// The words of each page, lines parted by bars: "text-1: One|Two".
  std::vector<std::string> pages() const {
    std::vector<std::string> pages;
    std::istringstream lines(dump);
    for (std::string line; std::getline(lines, line);) {
      const std::string words = line.substr(std::min(line.find('"'), line.size()));
      const std::string quoted =
          words.size() > 1 ? words.substr(1, words.rfind('"') - 1) : std::string();
      if (line.starts_with("side ")) pages.push_back(quoted + ":");
      if (line.find("  line ") == line.npos) continue;
      pages.back() += (pages.back().ends_with(":") ? " " : "|") + quoted;
    }
    return pages;
  }
  /// How often `words` stands in the messages.
  int told(const std::string& words) const {
    int count = 0;
    for (std::size_t at = 0; (at = messages.find(words, at)) != messages.npos; ++at) ++count;
    return count;
  }

  /// Of the pages: what each of their links leads to, "heading-1 "Two"".
  std::vector<std::string> links() {
    run("pages");
    std::vector<std::string> links;
    std::istringstream lines(dump);
    for (std::string line; std::getline(lines, line);) {
      const std::size_t to = line.find(" to ");
      if (line.starts_with("  link ")) links.push_back(line.substr(to + 4));
    }
    return links;
  }

  int exit_code = 0;
  std::string messages, summary, dump;

 private:
  TempFolder folder_;
};

using List = std::vector<std::string>;

TEST_CASE("a side makes as many pages as its story fills, and no more") {
  for (const int lines : {1, 6, 7, 12, 13, 60, 61}) {
    CAPTURE(lines);
    const Pages built(story_of(lines) + kBody);
    INFO(built.messages);
    CHECK(built.exit_code == 0);
    CHECK(built.messages.empty());
    CHECK(built.pages().size() == static_cast<std::size_t>((lines + 5) / 6));
  }
}

TEST_CASE("a side makes as many pages as its table fills, its header on each") {
  std::string rows = "\n[table.long]\n[[table.long.row]]\ncells = ['Head']\nheader = true\n";
  for (int i = 1; i <= 12; ++i) {
    rows += "[[table.long.row]]\ncells = ['row " + std::to_string(i) + "']\n";
  }
  const Pages built(rows + "[[side]]\npages = 'all'\n[[side.frame]]\ntable = 'long'\n");
  INFO(built.messages);
  CHECK(built.messages.empty());
  const List pages = built.pages();
  REQUIRE(pages.size() == 3);
  CHECK(pages[1].starts_with("2: Head|row "));
  CHECK(pages[2].ends_with("|row 12"));
}

TEST_CASE("a side makes a number of pages, and what they can't hold is told of the last") {
  const std::string three = story_of(19) +
                            "[[side]]\npages = 3\n[[side.frame]]\nname = 'body'\n"
                            "story = 'long'\n";
  const Pages full(three);
  CHECK(full.exit_code != 0);
  CHECK(full.told("[overset]") == 1);
  CHECK(full.told("page 3") == 1);
  std::string fits = three;
  fits.replace(fits.find("word\n\n"), 6, "");
  CHECK(Pages(fits).pages().size() == 3);
}

TEST_CASE("pages tell their number, and how many they are") {
  const std::string folio =
      "[[side.frame]]\ntext = '{page} of {pages}, {page | roman}, {page | "
      "roman-capitals}'\nbox = { top = '88 pt' }\nover = ['body']\n";
  const Pages built("[pages]\nfirst = 4\n" + story_of(12) + kBody + folio);
  INFO(built.messages);
  CHECK(built.pages() == List{"text-1: word|word|word|word|word|word|4 of 2, iv, IV",
                              "text-2: word|word|word|word|word|word|5 of 2, v, V"});
}

TEST_CASE("a story that runs over pages has no page of its own") {
  const Pages built(story_of(2, "{page}") + kBody);
  CHECK(built.told("`{page}` stands in a text that is not of one page") == 2);
  CHECK(built.told("[bad-interpolation]") == 2);
}

TEST_CASE("running heads name the first heading of the page, else the last before it") {
  const std::string text =
      "[story.long]\ntext = '''\n# One\n\na\n\n{column break}\n\nb\n\n# "
      "Two\n\nc\n\n## Deep\n\nd\n'''\n";
  const std::string head =
      "[[side.frame]]\ntext = '{page.h1}'\nbox = { top = '88 pt' }\nover = "
      "['body']\n[[side.frame]]\ntext = '{page.h2}'\nbox = { top = '88 pt' "
      "}\nover = ['body']\n";
  const Pages built(text + kBody + head);
  INFO(built.messages);
  CHECK(built.pages() ==
        List{"text-1: One|a|One", "text-2: b|One", "text-3: Two|c|Deep|d|Two|Deep"});
}

TEST_CASE("contents have a row for each heading of a story, with its page") {
  const std::string text =
      "[story.long]\ntext = '''\n# One & only\n\na\n\n# Two\n\n## Deep\n\nb\n'''\n";
  const std::string contents =
      "[[side]]\nname = 'contents'\n[[side.frame]]\ntext = '# Contents'\nbox = { height = '12 pt' "
      "}\n[[side.frame]]\nbox = { top = '30 pt' }\n[side.frame.table]\nrows = 'document.headings'\n"
      "[[side.frame.table.column]]\ntext = '{n} {title} {page} {level}'\n";
  Pages built(text + contents + kBody);
  INFO(built.messages);
  CHECK(built.messages.empty());
  REQUIRE(built.pages().size() == 3);
  CHECK(built.pages()[0] == "contents: Contents|1 One & only 2 1|2 Two 3 1|3 Deep 3 2");
  // Title and number each lead there.
  const std::string one = "heading-1 \"One & only\"", two = "heading-1 \"Two\"",
                    deep = "heading-2 \"Deep\"";
  CHECK(built.links() == List{one, one, two, two, deep, deep});
}

TEST_CASE("contents of one level lead to its headings") {
  const std::string text = "[story.long]\ntext = '''\n# A\n\n## C\n\n# B\n\n## D\n'''\n";
  const std::string contents =
      "[[side]]\nname = 'contents'\n[[side.frame]]\n[side.frame.table]\nrows = 'document.h2'\n"
      "[[side.frame.table.column]]\ntext = '{title}'\n";
  Pages built(text + contents + kBody);
  INFO(built.messages);
  CHECK(built.links() == List{"heading-2 \"C\"", "heading-2 \"D\""});
}

TEST_CASE("contents are sorted and grouped as other rows are") {
  const std::string text = "[story.long]\ntext = '''\n## Bee\n\na\n\n## Ant\n\n## Asp\n\nb\n'''\n";
  const auto contents = [&](const std::string& keys) {
    return Pages(text +
                 "[[side]]\nname = 'index'\n[[side.frame]]\n[side.frame.table]\nrows = "
                 "'document.h2'\n" +
                 keys + "[[side.frame.table.column]]\ntext = '{title} {page}'\n" + kBody);
  };
  Pages sorted = contents("sort = ['-title']\n");
  INFO(sorted.messages);
  CHECK(sorted.pages()[0] == "index: Bee 2|Asp 2|Ant 2");
  CHECK(sorted.links().front() == "heading-2 \"Bee\"");
  Pages grouped = contents(
      "sort = ['title']\ngroup = '{page}'\ngroup_header = { text = '{count} on {page}: {sum "
      "page}' }\n");
  INFO(grouped.messages);
  CHECK(grouped.pages()[0] == "index: 3 on 2: 6|Ant 2|Asp 2|Bee 2");
  CHECK(contents("sort = 'titel'\n").told("no entry has `titel`") == 1);
}

TEST_CASE("what is laid for an entry knows the pages of its own story") {
  const std::string layout =
      "[story.letter]\ntext = 'words'\n[[side]]\nname = 'a'\nrepeat = 'words.list'\n"
      "[[side.frame]]\nstory = 'letter'\n[[side.frame]]\ntext = '{name} on {page of letter}'\n"
      "box = { top = '50 pt' }\n[[side]]\n[[side.frame]]\ntext = 'see {page of ";
  const std::string rows = "[[words.list]]\nname = 'x'\n[[words.list]]\nname = 'y'\n";
  const Pages built(layout + "letter[2]}'\n", {}, "'10 pt'", "auto", rows);
  INFO(built.messages);
  CHECK(built.pages() == List{"a[1]: words|x on 1", "a[2]: words|y on 2", "3: see 2"});
  const Pages vague(layout + "letter}'\n", {}, "'10 pt'", "auto", rows);
  CHECK(vague.told("each entry has `letter` for itself; this does not say which entry") == 1);
  CHECK(vague.told("name one (`{page of letter[1]}`)") == 1);
}

TEST_CASE("numbers of pages lead to what stands there, in a link to where that leads") {
  const std::string text = "[story.long]\ntext = '''\na\n\n# After: care\n\nb\n'''\n";
  const std::string front =
      "[[side]]\nname = 'first'\n[[side.frame]]\ntext = '{page of after care} {page of long} "
      "[{page of after care}](https://a.org) {page}'\n";
  const std::string foot =
      "[[side.frame]]\ntext = '{next page of long}'\nbox = { top = '88 pt' }\nover = ['body']\n";
  Pages built(front + text + kBody + foot);
  INFO(built.messages);
  CHECK(built.links() == List{"heading-1 \"After: care\"", "page 2 \"2\"", "\"https://a.org\"",
                              "\"https://a.org\"", "page 3 \"3\""});
}

TEST_CASE("every number of a note leads to the note, by its words, and the note leads back") {
  Pages built(
      "[[side]]\n[[side.frame]]\ntext = '''\na[^1] b[^1] c[^2]\n\nd[^1]\n\n[^1]: Of *all*.\n[^2]: "
      "Two.\n'''\n");
  INFO(built.messages);
  CHECK(built.links() == List{"note \"Of all.\"", "note \"Of all.\"", "note \"Two.\"",
                              "note \"Of all.\"", "link \"a b c\"", "link \"a b c\""});
}

TEST_CASE("texts name the page of a heading, a story, a frame or a side") {
  const std::string text =
      "[story.long]\ntext = '''\na\n\n# After: care\n\nsee {page of after "
      "care}\n'''\n";
  const std::string names =
      "[[side]]\nname = 'last'\n[[side.frame]]\nname = 'end'\ntext = '{page of after-care} {page "
      "of long} {page  of end} {page of last} {page of first | roman}'\n";
  const Pages built("[[side]]\nname = 'first'\n" + text + kBody + names);
  INFO(built.messages);
  CHECK(built.messages.empty());
  CHECK(built.pages() ==
        List{"first:", "text-1: a", "text-2: After: care|see 3", "last: 3 2 4 4 i"});
}

TEST_CASE("a name that nothing has is told once, with what may be meant") {
  const Pages built(story_of(8) + kBody +
                    "[[side.frame]]\ntext = '{page of bodi}'\n[[side.frame]]\ntext = '{next page "
                    "of body}'\n[[side.frame]]\ntext = '{next page of lonk}'\n");
  INFO(built.messages);
  CHECK(built.told("no heading, story, table, frame or side is called `bodi`") == 1);
  CHECK(built.told("did you mean `body`?") == 1);
  CHECK(built.told("no story, table or list that flows is called `body`") == 1);
  CHECK(built.told("did you mean `long`?") == 1);
}

TEST_CASE("what tells where a story goes on is there only where it does") {
  const std::string jumps =
      "[[side.frame]]\ntext = 'on {next page of long}'\nbox = { top = '88 pt' }\nover = "
      "['body']\n[[side.frame]]\ntext = 'from {previous page of long}'\nbox = { top = "
      "0, height = '10 pt' }\nover = ['body']\n";
  const Pages built(story_of(13, "w") + kBody + jumps);
  INFO(built.messages);
  CHECK(built.messages.empty());
  CHECK(built.pages() ==
        List{"text-1: w|w|w|w|w|w|on 2", "text-2: w|w|w|w|w|w|on 3|from 1", "text-3: w|from 2"});
}

TEST_CASE("rectos and versos have parents and frames of their own, and so have parents") {
  const std::string parents = R"(
[[parent]]
name  = "every"
recto = "right"
[[parent.frame]]
text = "every"
[[parent]]
name   = "page"
parent = "every"
[[parent.frame]]
text = "page"
when = ["no first page", "no last page"]
[[parent]]
name = "right"
[[parent.frame]]
text = "right"
[[parent]]
name = "left"
[[parent.frame]]
text = "left"
[[side]]
parent = "page"
verso  = "left"
pages  = 4
[[side.frame]]
text = "R"
when = "recto"
[[side.frame]]
text = "V"
when = "no recto"
[[side]]
when = "recto"
[[side]]
when = "verso"
)";
  const Pages built(parents);
  CHECK(built.pages() == List{"1: right|every|R", "2: every|page|left|V", "3: right|every|page|R",
                              "4: every|left|V", "5:", "6:"});
}

TEST_CASE("margins follow the spine, from right to left the other way") {
  const std::string sides = "[[side]]\npages = 2\n[[side.frame]]\nname = 'f'\nfill = 'black'\n";
  const std::string spine = "{ top = 0, bottom = 0, inside = '30 pt', outside = '10 pt' }";
  const auto boxes = [&](const std::string& direction) {
    const Pages built(sides, {}, spine, direction);
    List boxes;
    for (std::size_t at = 0; (at = built.dump.find("frame \"f\"", at)) != built.dump.npos; ++at) {
      boxes.push_back(built.dump.substr(at, built.dump.find('\n', at) - at));
    }
    return boxes;
  };
  const std::string recto = "frame \"f\" 30 0 160 100", verso = "frame \"f\" 10 0 160 100";
  CHECK(boxes("auto") == List{recto, verso});
  CHECK(boxes("rtl") == List{verso, recto});
}

TEST_CASE("a margin has both or none of inside and outside, and no other sides beside them") {
  const std::string side = "[[side]]\n";
  CHECK(Pages(side, {}, "{ inside = '30 pt' }").told("`inside` has no `outside`") == 1);
  CHECK(Pages(side, {}, "{ outside = '30 pt' }").told("`outside` has no `inside`") == 1);
  CHECK(Pages(side, {}, "{ inside = 0, outside = 0, left = 0 }")
            .told("`left` stands beside `inside`") == 1);
  CHECK(Pages(side, {}, "{ inside = 0, outside = '199 pt' }").exit_code == 0);
  CHECK(Pages(side, {}, "{ inside = '1 pt', outside = '199 pt' }").told("[bad-value]") == 1);
}

TEST_CASE("a blank page is there where one is needed, and told of") {
  const std::string layout = R"(
[pages]
multiple = 4
blank    = "empty"
[[parent]]
name = "empty"
[[parent.frame]]
text = "left blank {page}"
[[side]]
name = "cover"
[[side]]
name  = "one"
start = "recto"
[[side]]
name  = "two"
start = "recto"
[[side]]
name = "back"
last = true
)";
  const Pages built(layout);
  CHECK(built.pages() == List{"cover:", "2: left blank 2", "one:", "4: left blank 4",
                              "two:", "6: left blank 6", "7: left blank 7", "back:"});
  CHECK(built.summary.find("page 2 is left blank, so that `one` starts on a recto") !=
        built.summary.npos);
  CHECK(built.summary.find("pages 6 and 7 are left blank, so that the document has a multiple of 4 "
                           "pages") != built.summary.npos);
}

TEST_CASE("no document of sides that say how many they make has more than 2,000 pages") {
  const std::string many = "[[side]]\npages = 2000\n";
  CHECK(Pages(many).exit_code == 0);
  const Pages more(many + "[[side]]\npages = 1\n");
  CHECK(more.told("[too-large]") == 1);
  CHECK(Pages("[[side]]\npages = 2001\n").told("[bad-value]") == 1);
}

TEST_CASE("parents of parents are 16 deep at most") {
  const auto chain = [](int depth) {
    std::string text;
    for (int i = 1; i <= depth; ++i) {
      text += "[[parent]]\nname = 'p" + std::to_string(i) + "'\n";
      if (i < depth) text += "parent = 'p" + std::to_string(i + 1) + "'\n";
    }
    return text + "[[parent.frame]]\ntext = 'deep'\n[[side]]\nparent = 'p1'\n";
  };
  CHECK(Pages(chain(16)).pages() == List{"1: deep"});
  CHECK(Pages(chain(17)).told("[too-large]") == 1);
}

TEST_CASE("Roman numbers are whole, from 1 to 3,999") {
  const auto page = [](const std::string& first) {
    return Pages("[pages]\nfirst = " + first +
                 "\n[[side]]\n[[side.frame]]\ntext = '{page | roman}'\n");
  };
  CHECK(page("3999").pages() == List{"1: mmmcmxcix"});
  CHECK(page("4000").told("`page` is 4000; Roman numbers are whole, from 1 to 3,999") == 1);
  CHECK(page("1").pages() == List{"1: i"});
  CHECK(page("0").told("[bad-interpolation]") == 1);
  CHECK(page("9999").told("[bad-interpolation]") == 1);
  CHECK(page("10000").told("[bad-value]") == 1);
  CHECK(page("-99").told("[bad-interpolation]") == 1);
  CHECK(page("-100").told("[bad-value]") == 1);
}

/// The page that is named has one digit or two, which makes room for the text before it, or takes
/// it: so the higher it is the lower it becomes.
constexpr const char* kUnsettled = R"(
[pages]
first = FIRST
[story.long]
text = "a\n\n## end"
[[side]]
[[side.frame]]
name = "see"
text = "at {page of end}"
box  = { top = "10 pt", left = "120 pt", width = "40 pt" }
[[side.frame]]
story = "long"
box   = { top = "10 pt", width = "80 pt", bottom = "see.bottom" }
[[side]]
[[side.frame]]
story = "long"
)";

TEST_CASE("what is told of pages comes to rest in three passes, or is told") {
  const auto from = [](const std::string& first) {
    std::string layout = kUnsettled;
    return layout.replace(layout.find("FIRST"), 5, first);
  };
  const Pages settled(from("8"));
  INFO(settled.messages);
  CHECK(settled.told("what is told of pages") == 0);
  CHECK(settled.pages() == List{"1: at 9|a", "2: end"});
  const Pages moving(from("9"));
  CHECK(moving.exit_code == 0);
  CHECK(moving.told("warning: what is told of pages moves the heading `end` to another page") == 1);
  CHECK(Pages(from("9"), {"--final"}).told("error: what is told of pages moves") == 1);
}

TEST_CASE("a fact of the content that is called as one of the pages is that fact") {
  const Pages built("[[side]]\n[[side.frame]]\ntext = '{page.h1}'\n", {"--set", "page.h1=Own"});
  INFO(built.messages);
  CHECK(built.pages() == List{"1: Own"});
}

TEST_CASE("a mistake in a template is told once, with all its places") {
  const std::string frame =
      "[[side.frame]]\ntext = '{page}'\nbox = { top = '10 pt', height = '12 pt' }\n";
  const Pages over(story_of(13) + kBody + frame);
  INFO(over.messages);
  CHECK(over.told("[text-overlap]") == 1);
  CHECK(over.told("`1` is printed over `word`") == 1);
  CHECK(over.told("2 more on pages 2 and 3") == 1);
  const Pages unknown(story_of(60) + kBody + "[[side.frame]]\ntext = '{words.two}'\n");
  CHECK(unknown.told("error: ") == 1);
}

TEST_CASE("variants give way on pages too, and pages follow variants") {
  const std::string variant =
      "[[variant]]\nname = 'small'\nwhen = 'overset body'\n"
      "[variant.style.body]\nsize = '5 pt'\nleading = '6 pt'\n";
  const std::string three =
      "[[side]]\npages = 2\n[[side.frame]]\nname = 'body'\nstory = 'long'\n"
      "[[side]]\nname = 'more'\npages = 'all'\n[[side.frame]]\nstory = 'other'\n";
  const std::string other = "[story.other]\ntext = \"" +
                            std::string("a\\n\\nb\\n\\nc\\n\\nd\\n\\ne\\n\\nf\\n\\ng") + "\"\n";
  const Pages fits(story_of(12) + other + three + variant);
  CHECK(fits.pages().size() == 4);
  const Pages small(story_of(13) + other + three + variant);
  INFO(small.messages);
  CHECK(small.exit_code == 0);
  CHECK(small.pages().size() == 3);
}

TEST_CASE("footers stand in every kind of output, and are not read") {
  const std::string layout =
      story_of(7) + kBody +
      "[[side.frame]]\ntext = 'p {page}'\nbox = { top = '88 pt' }\nover = ['body']\n";
  Pages built(layout);
  for (const char* stage : {"document", "pages", "plates"}) {
    CAPTURE(stage);
    built.run(stage);
    INFO(built.messages);
    CHECK(built.exit_code == 0);
    CHECK(built.dump.find("2") != built.dump.npos);
    CHECK((built.dump.find("p 2") != built.dump.npos || std::string(stage) == "plates"));
  }
  built.run("words");
  CHECK(built.dump.find("word") != built.dump.npos);
  CHECK(built.dump.find("p 2") == built.dump.npos);
}

}  // namespace
}  // namespace handbill::test
