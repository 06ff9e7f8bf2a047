// SPDX-License-Identifier: MIT
// Messages as other programs read them: docs/messages.md is true, and the edits they offer help.
#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "diag/render.h"
#include "support/golden.h"
#include "support/paths.h"
#include "system/project.h"

using handbill::test::ProjectCopy;
using handbill::test::read_file;
using nlohmann::json;

namespace {

using Keys = std::set<std::string>;

/// "area.page" for a key of an object in an object; lists count as what is in them.
void collect_keys(const json& value, const std::string& path, Keys& keys) {
  if (value.is_array()) {
    for (const json& each : value) collect_keys(each, path, keys);
  } else if (value.is_object()) {
    for (const auto& [key, inner] : value.items()) {
      keys.insert(path + key);
      collect_keys(inner, path + key + ".", keys);
    }
  }
}

/// A message that has something of everything.
json full_message() {
  using namespace handbill;
  diag::SourceMap sources;
  const diag::FileId file = sources.add("content/en/clinic.toml", "zip = \"2081\"\n");
  diag::Diagnostics diags;
  diags.add({.id = diag::DiagnosticId::BadZip,
             .message = "a digit is missing",
             .span = {file, 7, 11},
             .labels = {{{file, 0, 3}, "the key"}},
             .hints = {"look it up"},
             .rule = diag::RuleInfo{"R0017", "GWG 2022", "https://example.com"},
             .area = diag::PageArea{1, {}},
             .fix = diag::Fix{{file, 7, 11}, "20815"},
             .documents = {"hours-placard"},
             .frame = "address",
             .fact = "clinic.address.zip"});
  return json::parse(diag::render_json(diags, sources));
}

/// The keys in backticks in the first cells of the tables below `heading`, up to the next text.
Keys documented(const std::string& document, const std::string& start) {
  Keys keys;
  std::size_t at = document.find("| --- |", document.find(start));
  REQUIRE(at != document.npos);
  for (at = document.find('\n', at) + 1; document.substr(at).starts_with("| "); ++at) {
    const std::string cell = document.substr(at + 2, document.find(" | ", at + 2) - at - 2);
    for (std::size_t open = cell.find('`'); open != cell.npos; open = cell.find('`', open + 1)) {
      const std::size_t close = cell.find('`', open + 1);
      keys.insert(cell.substr(open + 1, close - open - 1));
      open = close;
    }
    at = document.find('\n', at);
  }
  return keys;
}

/// The message of that kind about that file.
json find_message(const json& messages, const std::string& id) {
  const auto found = std::find_if(messages.begin(), messages.end(),
                                  [&](const json& each) { return each["id"] == id; });
  REQUIRE(found != messages.end());
  return *found;
}

/// The offset of a line and column counted from 1, columns in code points.
std::size_t offset_of(const std::string& text, std::size_t line, std::size_t column) {
  std::size_t at = 0;
  for (; line > 1; --line) at = text.find('\n', at) + 1;
  for (; column > 1; --column) {
    do {
      ++at;
    } while ((static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
  }
  return at;
}

void make_edit(const ProjectCopy& project, const json& fix) {
  std::string text = project.read(fix["file"].get<std::string>());
  const std::size_t begin = offset_of(text, fix["line"], fix["column"]);
  const std::size_t end = offset_of(text, fix["end_line"], fix["end_column"]);
  text.replace(begin, end - begin, fix["replacement"].get<std::string>());
  project.write(fix["file"].get<std::string>(), text);
}

}  // namespace

TEST_CASE("the documentation lists the keys of messages, all and no more") {
  const std::string document = read_file(handbill::test::source_folder() + "/docs/messages.md");
  const json messages = full_message();
  REQUIRE(messages.size() == 1);
  Keys keys;
  collect_keys(messages, "", keys);
  Keys expected = documented(document, "Each message is an object");
  const Keys place = documented(document, "A place has these keys");
  CHECK(place.size() == 5);
  for (const char* key : {"at", "labels", "fix"}) {
    for (const std::string& each : place) expected.insert(std::string(key) + "." + each);
  }
  expected.insert("labels.message");
  CHECK(keys == expected);
}

TEST_CASE("the example of the documentation is what the program prints") {
  const std::string document = read_file(handbill::test::source_folder() + "/docs/messages.md");
  const std::size_t begin = document.find("```json\n") + 8;
  const json shown = json::parse(document.substr(begin, document.find("```", begin) - begin));
  const ProjectCopy project;
  project.edit("content/en/hours.toml", "thursday  = \"8:00 am – 5:00 pm\"",
               "thursday  = \"8:00 am – 5:00 am\"");
  const auto checked = project.handbill({"check", "--json"});
  CHECK(checked.exit_code == 1);
  CHECK(find_message(json::parse(checked.output), "closes-before-opens") == shown[0]);
}

TEST_CASE("a message names the fact, all documents and the edit, and the edit mends it") {
  struct Case {
    const char* file;
    const char* from;
    const char* to;
    const char* id;
    const char* fact;
    std::size_t documents;
  };
  const auto c = GENERATE(values<Case>({
      {"content/en/clinic.toml", "phone      = {", "phon       = {", "unknown-key", "clinic.phon",
       3},
      {"content/en/clinic.toml", "\"20815\"", "20815", "wrong-type", "clinic.address.zip", 3},
      {"content/en/clinic.toml", "\"20815\"", "\"208156901\"", "bad-zip", "clinic.address.zip", 3},
      {"content/en/clinic.toml", "\"20815\"", "\"2O815\"", "bad-zip", "clinic.address.zip", 3},
      {"content/en/clinic.toml", "\"Chevy Chase\"", "“Chevy Chase\"", "toml-syntax",
       "clinic.address.city", 3},
      {"content/en/hours.toml", "saturday  = \"closed\"", "saturday  = closed", "toml-syntax",
       "hours.saturday", 2},
      {"content/en/hours.toml", "saturday  =", "satruday  =", "unknown-key", "hours.satruday", 2},
      {"content/en/aftercare.toml", "text = \"Wear makeup.\"", "texd = \"Wear makeup.\"",
       "fact-missing", "aftercare.dont.1.texd", 1},
      {"content/en/aftercare.toml", "normal = \"", "nromal = \"", "fact-missing",
       "aftercare.nromal", 1},
      {"content/en/aftercare.toml", "\"draft\"", "\"draf\"", "bad-value", "revision.status", 1},
  }));
  CAPTURE(c.file, c.to);
  const ProjectCopy project;
  project.edit(c.file, c.from, c.to);
  const json message =
      find_message(json::parse(project.handbill({"check", "--json"}).output), c.id);
  CHECK(message["fact"] == c.fact);
  CHECK(message["documents"].size() == c.documents);
  REQUIRE(message.contains("fix"));
  make_edit(project, message["fix"]);
  for (const json& each : json::parse(project.handbill({"check", "--json"}).output)) {
    CHECK(each["severity"] != "error");
  }
}

TEST_CASE("messages are written as SARIF, each at its place and its documents") {
  const ProjectCopy project;
  project.edit("content/en/hours.toml", "thursday  = \"8:00 am – 5:00 pm\"",
               "thursday  = \"8:00 am – 5:00 am\"");
  for (const char* command : {"check", "build", "plates", "ticket"}) {
    CAPTURE(command);
    const auto result = project.handbill({command, "--sarif", "reports/all.sarif", "--json"});
    CHECK(result.exit_code == 1);
    const json messages = json::parse(result.output);
    const json run = json::parse(project.read("reports/all.sarif"))["runs"][0];
    REQUIRE(run["results"].size() >= messages.size());
    const json told = find_message(messages, "closes-before-opens");
    bool is_found = false;
    for (const json& each : run["results"]) {
      CHECK(run["tool"]["driver"]["rules"][each["ruleIndex"].get<std::size_t>()]["id"] ==
            each["ruleId"]);
      if (each["ruleId"] != "closes-before-opens") continue;
      is_found = true;
      CHECK(each["level"] == "error");
      CHECK(each["message"]["text"] == told["message"]);
      const json& location = each["locations"][0];
      const json& place = location["physicalLocation"];
      CHECK(place["artifactLocation"]["uri"] == "content/en/hours.toml");
      CHECK(place["region"]["startLine"] == told["at"]["line"]);
      CHECK(place["region"]["startColumn"] == told["at"]["column"]);
      CHECK(place["region"]["endLine"] == told["at"]["end_line"]);
      CHECK(place["region"]["endColumn"] == told["at"]["end_column"]);
      CHECK(location["logicalLocations"][0]["name"] == told["documents"][0]);
      CHECK(each["properties"]["fact"] == "hours.thursday");
    }
    CHECK(is_found);
  }
}

TEST_CASE("a message that concerns no file is in SARIF without a place") {
  const ProjectCopy project;
  const auto none = project.handbill({"check", "no-such", "--sarif", "a.sarif"});
  CHECK(none.exit_code == 1);
  const json result = json::parse(project.read("a.sarif"))["runs"][0]["results"][0];
  CHECK(result["ruleId"] == "file-missing");
  CHECK_FALSE(result.contains("locations"));
}

TEST_CASE("a message about a place on a page names document, frame and rectangle") {
  struct Case {
    const char* id;
    const char* frames;  ///< of a page of A6; `spot` is the one that is told
    const char* shop;
  };
  const auto c = GENERATE(values<Case>({
      {"overset",
       "text = \"one two three four five six seven eight nine ten eleven twelve thirteen\"\n"
       "style = \"text\"\nbox = { top = \"margin\", height = \"16 pt\" }\n",
       "none"},
      {"overset",
       "table = { row = [{ cells = [\"one\"] }, { cells = [\"two\"] }], style = \"text\" }\n"
       "box = { top = \"margin\", height = \"16 pt\" }\n",
       "none"},
      {"word-split",
       "text = \"MMMMMMMMMMMMMMMMMMMMMMMM\"\nstyle = \"text\"\nbox = { width = \"60 pt\" }\n",
       "none"},
      {"line-too-wide",
       "box = { width = \"60 pt\" }\n[side.frame.table]\nstyle = \"text\"\n"
       "column = [{ width = \"50 pt\" }, { width = \"50 pt\" }]\n"
       "row = [{ cells = [\"a\", \"b\"] }]\n",
       "none"},
      {"text-overlap",
       "text = \"over\"\nstyle = \"text\"\nbox = { top = \"margin\", height = \"20 pt\" }\n",
       "none"},
      {"text-under-paint",
       "text = \"low\"\nstyle = \"text\"\nbox = { top = \"60 mm\", height = \"20 pt\" }\n"
       "[[side.frame]]\nname = \"lid\"\nfill = \"blush\"\n"
       "box = { top = \"58 mm\", height = \"40 pt\" }\n",
       "none"},
      {"ink-over-edge",
       "text = \"words that run on\"\nstyle = \"text\"\nbox = { top = \"60 mm\", height = \"20 "
       "pt\" "
       "}\n"
       "[[side.frame]]\nname = \"ring\"\nstroke = { color = \"ink\", width = \"2 pt\" }\n"
       "box = { top = \"58 mm\", left = \"18 mm\", width = \"20 pt\", height = \"30 pt\" }\n",
       "none"},
      {"low-contrast",
       "text = \"dark\"\nstyle = \"text\"\nfill = \"ink\"\n"
       "box = { top = \"60 mm\", height = \"20 pt\" }\n",
       "none"},
      {"outside-safe-area",
       "text = \"near\"\nstyle = \"text\"\nbox = { left = \"1 mm\", top = \"60 mm\", height = "
       "\"20 pt\" }\n",
       "none"},
      {"coarse-picture", "picture = \"photo.png\"\nalt = \"dots\"\nbox = { top = \"60 mm\" }\n",
       "none"},
      {"hairline",
       "stroke = { color = \"ink\", width = \"0.1 pt\" }\nbox = { top = \"60 mm\", height = \"20 "
       "pt\" "
       "}\n",
       "none"},
      {"bad-box",
       "text = \"far\"\nstyle = \"text\"\nbox = { left = \"80 mm\", right = \"80 mm\" }\n", "none"},
      {"bad-box",
       "text = \"far\"\nstyle = \"text\"\nbox = { left = \"90 mm\", width = \"60 mm\" }\n", "none"},
      {"R0019",
       "stroke = { color = \"ink\", width = \"0.1 pt\" }\nbox = { top = \"60 mm\", height = \"20 "
       "pt\" "
       "}\n",
       "us-x1a"},
  }));
  CAPTURE(c.id, c.frames);
  const ProjectCopy project;
  project.write("layouts/photo.png",
                read_file(handbill::test::source_folder() +
                          "/tests/golden/program/layout-waivers/layouts/photos/dots.png"));
  project.write("layouts/spots.toml",
                std::string("extends = \"house\"\ntitle = \"Spots\"\ncontent = [\"aftercare\"]\n"
                            "[sheet]\ntrim = \"a6\"\nbleed = \"4 mm\"\nsafe = \"5 mm\"\n"
                            "margin = \"10 mm\"\n[[side]]\n"
                            "[[side.frame]]\nname = \"top\"\ntext = \"below\"\nstyle = \"text\"\n"
                            "box = { top = \"margin\", height = \"20 pt\" }\n"
                            "[[side.frame]]\nname = \"spot\"\n") +
                    c.frames);
  const auto checked = project.handbill({"check", "spots", "--json", "--shop", c.shop});
  INFO(checked.output << checked.errors);
  const json message = find_message(json::parse(checked.output), c.id);
  CHECK(message["documents"] == json::array({"spots"}));
  CHECK(message["frame"] == "spot");
  REQUIRE(message.contains("area"));
  CHECK(message["area"]["page"] == 1);
  CHECK((message["area"]["width"] != 0 || message["area"]["height"] != 0));
}
