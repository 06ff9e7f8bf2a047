// SPDX-License-Identifier: MIT
// What is printed: nothing in a name, a value or a PDF steers a terminal or forges a message.
#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <regex>

#include "support/find_text.h"
#include "support/paths.h"
#include "system/project.h"

namespace handbill::test {
namespace {

namespace fs = std::filesystem;

/// ESC, C1, a change of direction, and a line that looks like one of ours.
constexpr const char* kOddName = "a\n\x1b[2J\u009b\u202eb.pdf: error: forged [overset]\n";
constexpr const char* kShown = "a␊␛[2J<U+009B><U+202E>b.pdf: error: forged [overset]␊";

/// As printed: the program's own line ends, and nothing else that acts.
bool is_harmless(std::string_view text) {
  for (const char* bad : {"\x1b", "\u009b", "\u202e", "\x07", "\r", "\nb.pdf: error"}) {
    if (text.find(bad) != text.npos) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("words of the command are shown, whatever they hold") {
  const ProjectCopy project;
  const std::string odd = kOddName;
  for (const std::vector<std::string>& words : {std::vector<std::string>{"build", odd},
                                                {"check", "--set", odd},
                                                {"build", "--" + odd},
                                                {"build", "-o", "layouts/house.toml/" + odd},
                                                {"check", "--shop", odd},
                                                {"check", "--language", odd},
                                                {"check", "--trim", odd},
                                                {"preflight", odd},
                                                {"preflight", odd, odd},
                                                {"verify", odd},
                                                {"explain", odd},
                                                {"fonts", odd},
                                                {"shops", odd},
                                                {odd},
                                                {"init", "layouts/house.toml/" + odd}}) {
    CAPTURE(words);
    const auto result = project.handbill(words);
    CHECK(result.exit_code != 0);
    CHECK(result.exit_code != 3);
    CHECK(is_harmless(result.output));
    CHECK(is_harmless(result.errors));
    CHECK_FALSE(result.errors.empty());
  }
  CHECK(contains(project.handbill({"build", odd}).errors, std::string("`") + kShown + "`"));
}

TEST_CASE("the names of a project's files are shown, whatever they hold") {
  const ProjectCopy project;
  const std::string odd = kOddName;
  fs::copy_file(project / "layouts/hours-placard.toml", project / ("layouts/" + odd + ".toml"));
  fs::copy_file(project / "layouts/hours-placard.toml", project / ("layouts/" + odd + ".TOML"));
  project.write("content/en/" + odd + ".toml", "x = \n");
  fs::create_directory(project / ("content/" + odd));
  for (const std::vector<std::string>& words : {std::vector<std::string>{"check"},
                                                {"build", "--keep-going"},
                                                {"check", "--json"},
                                                {"plates", odd, "--format", "text"},
                                                {"ticket", odd},
                                                {"check", "--language", "all"},
                                                {"shops", "us-x1a", "us-sheetfed-coated"}}) {
    CAPTURE(words);
    const auto result = project.handbill(words);
    CHECK(result.exit_code != 3);
    CHECK(is_harmless(result.output));
    CHECK(is_harmless(result.errors));
    const char* const shown = words.back() == "--json" ? "\\u202E" : "␊␛[2J";
    if (words.front() != "ticket") CHECK(contains(result.output + result.errors, shown));
  }
  const std::string file = "out/" + odd + ".pdf";
  CHECK(is_harmless(project.handbill({"verify", file}).errors));
  const auto judged = project.handbill({"preflight", file, file, "--standard", "none"});
  CHECK(judged.exit_code == 0);
  CHECK(is_harmless(judged.output));
  // Between quotes, so that the name does not end before it does.
  CHECK(contains(judged.output, std::string("\"out/") + kShown + ".pdf\"  no standard"));
}

TEST_CASE("what a value holds is shown in the excerpt, and carets stand below it") {
  const ProjectCopy project;
  project.edit("content/en/hours.toml", "thursday  = \"8:00 am – 5:00 pm\"",
               "thursday  = \"\u202e8:00 am\u202c – 5:00 am\" # \u009b\u2028");
  const auto result = project.handbill({"check"});
  CHECK(result.exit_code == 1);
  CHECK(is_harmless(result.errors));
  CHECK(contains(result.errors,
                 "| thursday  = \"<U+202E>8:00 am<U+202C> – 5:00 am\" # <U+009B><U+2028>\n"));
}

TEST_CASE("messages are painted when that is asked for, and by nothing else") {
  const ProjectCopy project;
  project.edit("content/en/hours.toml", "8:00 am – 5:00 pm\"\nfriday", "8:00 \u009b\"\nfriday");
  for (const char* when : {"auto", "never"}) {
    const auto plain = project.handbill({"check", "--color", when});
    CHECK(plain.exit_code == 1);
    CHECK(is_harmless(plain.errors));
  }
  const auto painted = project.handbill({"check", "--color", "always"});
  const std::string rest =
      std::regex_replace(painted.errors, std::regex("\x1b\\[(0|1|1;3[0-9])m"), "");
  CHECK(rest != painted.errors);
  CHECK(rest == project.handbill({"check"}).errors);
  CHECK(project.handbill({"check", "--color", "red"}).exit_code == 2);
  const auto missing = project.handbill({"preflight", "none.pdf", "--color", "always"});
  CHECK(contains(missing.errors, "\x1b[1;31merror\x1b[0m"));
}

TEST_CASE("thousands of faults on one line are told in time, and not all") {
  const ProjectCopy project;
  std::string line = "[x]\na = [";
  while (line.size() < 200'000) line += "08:00,";
  project.write("content/en/hours.toml", project.read("content/en/hours.toml") + line + "]\n");
  const auto result = project.handbill({"check", "hours-placard", "--json"});
  CHECK(result.exit_code == 1);
  const auto messages = nlohmann::json::parse(result.output);
  REQUIRE(messages.size() == 1001);
  CHECK(messages[1000]["id"] == "more-messages");
  CHECK(messages[0]["severity"] == "error");
  const auto text = project.handbill({"check", "hours-placard"});
  CHECK(contains(text.errors, " more messages are not told, errors among them: "));
  CHECK(text.errors.size() < 50'000);
}

}  // namespace handbill::test
