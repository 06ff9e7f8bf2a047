// SPDX-License-Identifier: MIT
// What the documentation says is true: its examples build, and what is generated is up to date.
//
// A fenced block whose first line names a file ("# layouts/NAME.toml", "# content/en/NAME.toml",
// "<!-- layouts/art/NAME.svg -->") is that whole file. Every other TOML block is a part of one.
#include <algorithm>
#include <catch2/catch.hpp>

#include "support/golden.h"
#include "support/paths.h"
#include "system/project.h"

namespace fs = std::filesystem;
using handbill::test::ProjectCopy;
using handbill::test::read_file;
using handbill::test::run_program;

namespace {

const fs::path kSource = handbill::test::source_folder();
const fs::path kTypography = kSource / "tests/examples/typography";
const fs::path kFolds = kSource / "tests/examples/folds";

/// What staff may write and not every layout shows.
constexpr const char* kSeasons = R"(extends = "house"
title = "Hours"
content = ["hours"]
[sheet]
trim = "letter"
[[side]]
[[side.frame]]
table = "seasons"
[[side.frame]]
box = { top = "6 in" }
table = "special"
[table.seasons]
rows = "hours.seasons"
[[table.seasons.column]]
text = "{name} {dates} {summary}"
style = "text"
[table.special]
rows = "hours.special"
[[table.special.column]]
text = "{name} {date} {times}"
style = "text"
)";

struct Block {
  std::string language;
  std::string text;
  std::string file;  ///< empty: a snippet
};

/// The path in "# layouts/first.toml" or "<!-- layouts/art/leaf.svg -->".
std::string named_file(const std::string& text) {
  const std::string line = text.substr(0, text.find('\n'));
  for (const std::string start : {"# ", "<!-- "}) {
    if (!line.starts_with(start)) continue;
    const std::string path = line.substr(start.size(), line.find(' ', start.size()) - start.size());
    if (path.starts_with("layouts/") || path.starts_with("content/")) return path;
  }
  return {};
}

std::vector<Block> fenced_blocks(const std::string& markdown) {
  std::vector<Block> blocks;
  const std::string fence = "```";
  std::size_t at = markdown.starts_with(fence) ? 0 : markdown.find("\n" + fence);
  while (at != markdown.npos) {
    const std::size_t language = markdown.find(fence, at) + fence.size();
    const std::size_t begin = markdown.find('\n', language) + 1;
    const std::size_t end = markdown.find("\n" + fence, begin - 1);
    REQUIRE(end != markdown.npos);
    Block block{markdown.substr(language, begin - 1 - language), {}, {}};
    if (end + 1 > begin) block.text = markdown.substr(begin, end + 1 - begin);
    block.file = named_file(block.text);
    blocks.push_back(std::move(block));
    at = markdown.find("\n" + fence, end + 1);
  }
  return blocks;
}

std::vector<Block> blocks_of(const char* document) {
  return fenced_blocks(read_file(kSource / document));
}

/// Without indentation, empty lines and the spaces that only line things up.
std::string essence(const std::string& text) {
  std::string result;
  bool at_line_start = true;
  for (const char c : text) {
    if (c == '\n') at_line_start = true;
    if (c == ' ' && (at_line_start || result.ends_with(' '))) continue;
    if (c == '\n' && (result.empty() || result.ends_with('\n'))) continue;
    if (c != '\n') at_line_start = false;
    result += c;
  }
  return result;
}

/// All texts between two marks, sorted.
std::vector<std::string> between(const std::string& text, const std::string& open,
                                 const std::string& close) {
  std::vector<std::string> found;
  for (std::size_t at = text.find(open); at != text.npos;) {
    const std::size_t begin = at + open.size(), end = text.find(close, begin);
    found.push_back(text.substr(begin, end - begin));
    at = text.find(open, end + close.size());
  }
  std::ranges::sort(found);
  return found;
}

void build_and_inspect(const ProjectCopy& project, const std::string& layout) {
  CAPTURE(layout);
  const auto built = project.handbill({"build", layout});
  INFO(built.errors);
  REQUIRE(built.exit_code == 0);
  const auto pdf = project / ("out/" + layout + ".pdf");
  const auto checked = run_program({"qpdf", "--check", pdf.string()});
  INFO(checked.output << checked.errors);
  CHECK(checked.exit_code == 0);
}

struct Snippet {
  std::string file;
  std::string before, after;  ///< what stands round it there
};

/// The lines of a text and where each begins.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

/// Where the lines of `snippet` stand one below the other, empty lines and alignment aside.
std::optional<Snippet> find_in_text(const std::string& snippet, const std::string& file,
                                    const std::string& text) {
  std::vector<std::string> wanted;
  for (const std::string_view line : lines_of(snippet)) {
    if (auto words = essence(std::string(line)); !words.empty()) wanted.push_back(words);
  }
  std::vector<std::pair<std::string, std::string_view>> there;
  const auto lines = lines_of(text);
  for (const std::string_view line : lines) {
    if (auto words = essence(std::string(line)); !words.empty()) there.emplace_back(words, line);
  }
  const auto found =
      std::search(there.begin(), there.end(), wanted.begin(), wanted.end(),
                  [](const auto& line, const auto& words) { return line.first == words; });
  if (found == there.end() || wanted.empty()) return std::nullopt;
  const auto last = (found + static_cast<std::ptrdiff_t>(wanted.size()) - 1)->second;
  const auto begin = static_cast<std::size_t>(found->second.data() - text.data());
  const auto end = static_cast<std::size_t>(last.data() + last.size() - text.data()) + 1;
  return Snippet{file, text.substr(0, begin), end < text.size() ? text.substr(end) : ""};
}

/// In the layouts of a project, or in its list of fonts.
std::optional<Snippet> find_snippet(const std::string& snippet, const ProjectCopy& project) {
  std::vector<std::string> files = {"fonts/fonts.toml"};
  for (const std::string& name : project.files("layouts")) {
    if (name.ends_with(".toml")) files.push_back("layouts/" + name);
  }
  for (const std::string& file : files) {
    if (auto found = find_in_text(snippet, file, project.read(file))) return found;
  }
  return std::nullopt;
}

/// A snippet that begins a table shows all of it, so that it can be copied.
bool is_whole_table(const std::string& snippet, const std::string& after) {
  if (!snippet.starts_with('[') || snippet.starts_with("[[")) return true;
  const std::string rest = essence(after);
  return rest.empty() || rest.starts_with('[') || rest.starts_with('#');
}

void write_photo(const ProjectCopy& project) {
  fs::create_directories(project / "layouts/photos");
  fs::copy_file(kSource / "tests/fuzz/corpus/picture/rgb.jpg", project / "layouts/photos/room.jpg");
}

void copy_into(const fs::path& folder, const ProjectCopy& project) {
  fs::copy(folder, project / "",
           fs::copy_options::recursive | fs::copy_options::overwrite_existing);
}

/// But for comments.
std::size_t lines_with_words(const std::string& text) {
  const std::vector<std::string_view> lines = lines_of(text);
  return static_cast<std::size_t>(std::ranges::count_if(
      lines, [](std::string_view line) { return !line.empty() && !line.starts_with('#'); }));
}

}  // namespace

TEST_CASE("the examples build") {
  for (const char* name : {"postcard", "poster"}) {
    const ProjectCopy project;
    copy_into(kSource / "tests/examples" / name, project);
    build_and_inspect(project, name);
  }
}

TEST_CASE("the examples of typography build, and the guide shows each of them") {
  const ProjectCopy project;
  copy_into(kTypography, project);
  const std::string guide = read_file(kSource / "docs/designers-guide.md");
  std::size_t seen = 0;
  for (const auto& entry : fs::directory_iterator(kTypography / "layouts")) {
    if (entry.path().extension() != ".toml") continue;
    const std::string name = entry.path().stem().string();
    build_and_inspect(project, name);
    CHECK(fs::exists(kSource / "docs/pictures" / (name + ".png")));
    CHECK(guide.find("pictures/" + name + ".png") != guide.npos);
    ++seen;
  }
  CHECK(seen > 0);
}

TEST_CASE("the examples of folds build") {
  const ProjectCopy project;
  copy_into(kFolds, project);
  std::size_t seen = 0;
  for (const auto& entry : fs::directory_iterator(kFolds / "layouts")) {
    build_and_inspect(project, entry.path().stem().string());
    ++seen;
  }
  CHECK(seen >= 6);
}

TEST_CASE("every whole example of the documentation builds") {
  for (const char* document : {"README.md", "docs/designers-guide.md"}) {
    CAPTURE(document);
    const ProjectCopy project;
    write_photo(project);
    std::vector<std::string> layouts, shops, impositions;
    for (const Block& block : blocks_of(document)) {
      if (block.file.empty()) continue;
      project.write(block.file, block.text);
      const fs::path path = block.file;
      if (path.parent_path() == "layouts") layouts.push_back(path.stem().string());
      if (path.parent_path() == "layouts/shops") shops.push_back(path.stem().string());
      if (path.parent_path() == "layouts/impositions") impositions.push_back(path.stem().string());
    }
    CHECK(!layouts.empty());
    for (const std::string& layout : layouts) build_and_inspect(project, layout);
    for (const std::string& shop : shops) {
      CHECK(project.handbill({"check", layouts.front(), "--shop", shop}).exit_code == 0);
    }
    copy_into(kSource / "tests/examples/postcard", project);
    for (const std::string& imposition : impositions) {
      const std::string layout = imposition.starts_with("booklet") ? "booklet" : "postcard";
      const auto built = project.handbill(
          {"build", layout, "--impose", imposition, "--shop", "us-sheetfed-coated"});
      INFO(built.errors);
      CHECK(built.exit_code == 0);
    }
  }
}

TEST_CASE("cards and steps from a list take forty lines of layout") {
  const ProjectCopy project;
  for (const Block& block : blocks_of("docs/designers-guide.md")) {
    if (block.file.empty()) continue;
    project.write(block.file, block.text);
    if (block.file != "layouts/checkup.toml" && block.file != "layouts/staff-cards.toml") continue;
    const std::string lines = essence(block.text);
    CAPTURE(block.file);
    CHECK(std::ranges::count(lines, '\n') <= 40);
  }
  std::string staff =
      "[revision]\ndate = 2026-11-22\nstatus = \"approved\"\n"
      "approved_by = \"medical director\"\n";
  for (int i = 1; i <= 100; ++i) {
    const std::string number = std::to_string(i);
    staff += "[[staff.people]]\nname = \"Person " + number + "\"\nrole = \"Role " + number +
             "\"\nweb = \"https://clinic.example/" + number + "\"\n";
  }
  project.write("content/en/staff.toml", staff);
  const auto built = project.handbill({"build", "staff-cards"});
  INFO(built.errors);
  REQUIRE(built.exit_code == 0);
  const auto pdf = (project / "out/staff-cards.pdf").string();
  CHECK(run_program({"pdfinfo", pdf}).output.find("Pages:           200\n") != std::string::npos);
  const auto text = run_program({"pdftotext", "-f", "199", "-l", "199", pdf, "-"});
  CHECK(text.output.find("Person 100\n") != std::string::npos);
}

TEST_CASE("every snippet of README and designer's guide builds as it is printed") {
  // The whole files of the documents, and the examples: some have the same name.
  const ProjectCopy printed, examples;
  for (const fs::path& part : {kTypography, kFolds}) copy_into(part, examples);
  for (const ProjectCopy* project : {&printed, &examples}) {
    write_photo(*project);
    project->write("fonts/fonts.toml", read_file(kSource / "fonts/fonts.toml"));
  }
  std::vector<Block> snippets;
  for (const char* document : {"README.md", "docs/designers-guide.md"}) {
    for (Block& block : blocks_of(document)) {
      if (!block.file.empty()) printed.write(block.file, block.text);
      if (block.file.empty() && block.language == "toml") snippets.push_back(std::move(block));
    }
  }
  CHECK(snippets.size() > 25);
  for (const Block& snippet : snippets) {
    INFO(snippet.text);
    const ProjectCopy* project = &printed;
    auto place = find_snippet(snippet.text, printed);
    if (!place) {
      project = &examples;
      place = find_snippet(snippet.text, examples);
    }
    if (!place && snippet.text.starts_with("[family.")) {
      place = Snippet{"fonts/fonts.toml", project->read("fonts/fonts.toml") + "\n", ""};
    }
    REQUIRE(place);
    CHECK(is_whole_table(snippet.text, place->after));
    const std::string before = project->read(place->file);
    project->write(place->file, place->before + snippet.text + place->after);
    const bool is_layout = place->file.starts_with("layouts/");
    build_and_inspect(*project, is_layout             ? fs::path(place->file).stem().string()
                                : project == &printed ? "threads"
                                                      : "columns");
    project->write(place->file, before);
  }
}

TEST_CASE("the booklet of the guide is written in forty lines, and tells where its chapters are") {
  const ProjectCopy project;
  for (const Block& block : blocks_of("docs/designers-guide.md")) {
    if (block.file == "layouts/first-year.toml") CHECK(lines_with_words(block.text) <= 40);
    if (!block.file.empty()) project.write(block.file, block.text);
  }
  const auto built =
      project.handbill({"build", "first-year", "--format", "dump", "--stage", "words"});
  INFO(built.errors);
  REQUIRE(built.exit_code == 0);
  CHECK(built.output.find("first-year  8 pages") != built.output.npos);
  CHECK(built.output.find("page 7 is left blank") != built.output.npos);
  const std::string words = project.read("out/first-year.txt");
  const std::vector<std::string> chapters = {"Welcome", "The first visit", "At home",
                                             "What it costs"};
  for (std::size_t i = 0; i < chapters.size(); ++i) {
    const std::string page = std::to_string(3 + i);
    CAPTURE(page);
    CHECK(words.find(chapters[i] + "\\n" + page + "\"") != words.npos);
    const bool is_recto = i % 2 == 0;
    const std::string foot = is_recto ? chapters[i] + "\\n" + page : page + "\\nYour first year";
    const std::size_t side = words.find("side \"text-" + std::to_string(i + 1) + "\"");
    CHECK(words.find(foot, side) == words.npos);  // a running foot is not read
  }
}

TEST_CASE("the README lists all that the house offers, and no more") {
  const std::string readme = read_file(kSource / "README.md");
  const std::string house = "\n" + read_file(kSource / "layouts/house.toml");
  for (const auto& [row, kind] :
       {std::pair{"| swatches |", "swatch"}, std::pair{"| fonts |", "font"},
        std::pair{"| styles |", "style"}, std::pair{"| character styles |", "character"}}) {
    CAPTURE(kind);
    const std::size_t begin = readme.find(row);
    REQUIRE(begin != readme.npos);
    auto listed = between(readme.substr(begin, readme.find('\n', begin) - begin), "`", "`");
    // Always there, without a swatch.
    std::erase_if(listed, [](const auto& each) { return each == "black" || each == "paper"; });
    CHECK(listed == between(house, "\n[" + std::string(kind) + ".", "]"));
  }
}

TEST_CASE("the postcard of the README is the example") {
  std::size_t seen = 0;
  for (const Block& block : blocks_of("README.md")) {
    if (block.file.empty()) continue;
    CHECK(block.text == read_file(kSource / "tests/examples/postcard" / block.file));
    ++seen;
  }
  CHECK(seen == 2);
}

TEST_CASE("the reference is what explain prints") {
  const auto explained = run_program({handbill::test::program(), "explain"});
  REQUIRE(explained.exit_code == 0);
  INFO("write it anew: handbill explain > docs/reference.md");
  CHECK((explained.output == read_file(kSource / "docs/reference.md")));
}

TEST_CASE("rules and the guide for print shops are what explain prints of our packs and shops") {
  for (const auto& [option, file] : {std::pair("--rules", "docs/press-rules.md"),
                                     std::pair("--word-rules", "docs/word-rules.md"),
                                     std::pair("--shops", "docs/print-shop-guide.md")}) {
    const auto explained =
        run_program({"env", "-C", kSource.string(), handbill::test::program(), "explain", option});
    INFO("write it anew: handbill explain " << option << " > " << file << "\n" << explained.errors);
    REQUIRE(explained.exit_code == 0);
    CHECK((explained.output == read_file(kSource / file)));
  }
}

TEST_CASE("the shop of the guide for print shops prints, with a profile and an ink of its own") {
  const ProjectCopy project;
  std::vector<Block> shops;
  for (Block& block : blocks_of("docs/print-shop-guide.md")) {
    if (block.language == "toml") shops.push_back(std::move(block));
  }
  REQUIRE(shops.size() == 1);
  project.write("layouts/shops/our-press.toml", shops.front().text);
  fs::create_directory(project / "profiles");
  fs::copy_file(fs::path(handbill::test::build_folder()) / "profiles/fogra39-coated.icc",
                project / "profiles/our-press.icc");
  project.write("layouts/spot.toml", R"(
extends = "house"
title   = "Spot"

[swatch.warm]
cmyk = [0, 45, 80, 0]
spot = "PANTONE 7541 C"

[sheet]
trim = "a6"

[[side]]
  [[side.frame]]
  fill = "warm"
  box  = { left = "margin", right = "margin", top = "margin", height = "2 in" }
)");
  const auto built = project.handbill({"build", "spot", "--shop", "our-press", "--deny-warnings"});
  INFO(built.errors);
  REQUIRE(built.exit_code == 0);
  const auto file = (project / "out/spot.pdf").string();
  const std::string objects = run_program({"qpdf", "--qdf", file, "-"}).output;
  CHECK(objects.find("(FOGRA51)") != objects.npos);
  CHECK(objects.find("/PANTONE#207541#20C") != objects.npos);
  const auto judged = project.handbill({"preflight", "out/spot.pdf", "--shop", "our-press"});
  INFO(judged.output << judged.errors);
  CHECK(judged.exit_code == 0);
}

TEST_CASE("what the staff guide tells to write can be written") {
  const std::string guide = read_file(kSource / "docs/staff-guide.md");
  std::string all_told;
  const auto told = [&](const std::string& text) {
    INFO(text);
    CHECK(essence(guide).find(essence(text)) != std::string::npos);
    all_told += essence(text) + "\n";
    return text;
  };
  const ProjectCopy project;
  project.edit("content/en/hours.toml", "thursday  = \"8:00 am – 5:00 pm\"",
               told("thursday  = \"9:30 am – 5:00 pm\""));
  project.edit("content/en/hours.toml",
               "# [[hours.special]]\n# date  = 2026-12-25\n# name  = \"Christmas Day\"\n"
               "# hours = \"closed\"\n",
               told("[[hours.special]]\ndate  = 2026-12-25\nname  = \"Christmas Day\"\n"
                    "hours = \"closed\"\n"));
  project.edit(
      "content/en/hours.toml", "lunch = \"12:00 pm – 1:00 pm\"",
      told(
          "lunch = { monday-thursday = \"12:00 pm – 1:00 pm\", friday = \"12:30 pm – 1:00 pm\" }"));
  project.edit("content/en/clinic.toml",
               told("phone      = { blank = \"the clinic’s phone number\", width = \"1.75 in\" }"),
               "phone      = \"(301) 555-0142\"");
  project.edit("content/en/clinic.toml", "[revision]\ndate   = 2026-11-22\nstatus = \"draft\"",
               told("[revision]\ndate        = 2026-11-23\nstatus      = \"approved\"\n"
                    "approved_by = \"office manager\""));
  const auto built = project.handbill({"build"});
  INFO(built.errors);
  CHECK(built.exit_code == 0);
  project.write("content/en/hours.toml",
                project.read("content/en/hours.toml") +
                    told("[[hours.special]]\nfrom  = 2026-12-28\nto    = 2027-01-02\n"
                         "name  = \"Winter break\"\nhours = \"closed\"\n") +
                    told("[[hours.season]]\nfrom   = \"06-01\"\nto     = \"08-31\"\n"
                         "name   = \"Summer\"\nfriday = \"8:00 am – 12:00 pm\"\n"));
  project.write("layouts/seasons.toml", kSeasons);
  project.edit("content/en/hours.toml", "saturday  = \"closed\"",
               "saturday  = { hours = \"9:00 am – 12:00 pm\", note = \"laser only\" }");
  project.write("content/es/hours.toml",
                project.read("content/es/hours.toml") +
                    told("[hours]\nsaturday = { note = \"solo láser\" }\n\n[[hours.special]]\n"
                         "date = 2026-12-25\nname = \"Navidad\"\n"));
  const auto seasons =
      project.handbill({"build", "seasons", "--language", "en", "--language", "es"});
  INFO(seasons.errors);
  CHECK(seasons.exit_code == 0);
  CHECK(seasons.errors.find("`Winter break` is not translated") != std::string::npos);
  CHECK(seasons.errors.find("`Christmas Day` is not translated") == std::string::npos);
  all_told += essence(read_file(kSource / "content/en/microneedling.toml"));
  all_told += essence(read_file(kSource / "content/en/aftercare.toml"));
  for (const Block& block : blocks_of("docs/staff-guide.md")) {
    INFO(block.text);
    if (block.language == "toml") CHECK(all_told.find(essence(block.text)) != all_told.npos);
  }
}

TEST_CASE("the messages that the documentation shows are the program's own") {
  const ProjectCopy project;
  project.edit("content/en/hours.toml", "thursday  = \"8:00 am – 5:00 pm\"",
               "thursday  = \"8:00 am – 5:00 am\"");
  for (const Block& block : blocks_of("docs/designers-guide.md")) {
    const bool is_changed =
        block.file == "layouts/threads.toml" || block.file == "layouts/headline.toml";
    if (is_changed) project.write(block.file, block.text);
  }
  project.edit("layouts/headline.toml", "over = [\"band\"]  ", "");
  project.edit("layouts/threads.toml", "\"first.bottom + 30 pt\"",
               "\"first.bottom + 30 pt\", height = \"0.5 in\"");
  const std::string errors =
      project.handbill({"check", "hours-placard", "threads", "headline"}).errors;
  INFO(errors);
  for (const char* document : {"README.md", "docs/staff-guide.md", "docs/designers-guide.md"}) {
    CAPTURE(document);
    std::size_t shown = 0;
    for (const Block& block : blocks_of(document)) {
      if (block.text.find(": error: ") == std::string::npos) continue;
      ++shown;
      CHECK(errors.find(block.text) != errors.npos);
    }
    CHECK(shown == (std::string(document) == "docs/designers-guide.md" ? 2U : 1U));
  }
}
