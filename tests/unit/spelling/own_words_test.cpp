// SPDX-License-Identifier: MIT
#include "spelling/own_words.h"

#include <catch2/catch.hpp>

using namespace handbill;
using namespace handbill::spelling;
using Lines = std::vector<std::string_view>;

namespace {

struct Project {
  using Files = std::map<std::string, std::string, std::less<>>;
  explicit Project(Files written)
      : files(std::move(written)), own(read_own_words(files, sources, diags)) {}

  diag::MemoryFiles files;
  diag::SourceMap sources{};
  diag::Diagnostics diags{};
  OwnWords own;
};

}  // namespace

TEST_CASE("A line has a word or the words of a name, and may have a note") {
  const Project project(Project::Files{{"content/words.txt",
                                        "# What we use here.\n"
                                        "\n"
                                        "HydraFacial\n"
                                        "  Botox Cosmetic   # a product\r\n"
                                        "Nu’Skin"}});
  CHECK(project.diags.list().empty());
  CHECK(project.own.of("en") == Lines{"HydraFacial", "Botox Cosmetic", "Nu'Skin"});
}

TEST_CASE("Words of a language hold for it and its regions alone") {
  const Project project(Project::Files{{"content/words.txt", "Juvéderm\n"},
                                       {"content/es/words.txt", "microagujas\n"},
                                       {"content/es-MX/words.txt", "checar\n"}});
  CHECK(project.own.of("en-US") == Lines{"Juvéderm"});
  CHECK(project.own.of("es") == Lines{"Juvéderm", "microagujas"});
  CHECK(project.own.of("es-MX") == Lines{"Juvéderm", "checar", "microagujas"});
  CHECK(project.own.of("est") == Lines{"Juvéderm"});
}

TEST_CASE("Letters with accents are one sign, however they were typed") {
  const Project project(Project::Files{{"content/words.txt",
                                        "Juve\xCC\x81"
                                        "derm\n"}});
  CHECK(project.own.of("en") == Lines{"Juvéderm"});
}

TEST_CASE("A project without words of its own is sound") {
  const Project project(Project::Files{{"content/en/clinic.toml", ""}});
  CHECK(project.diags.list().empty());
  CHECK(project.own.words.empty());
  CHECK_FALSE(project.own.more);
  CHECK_FALSE(added("Botox", project.own));
}

TEST_CASE("A word is added on a line of its own") {
  struct Case {
    const char *text, *with;
  };
  for (const Case& each :
       {Case{"", "Botox\n"}, Case{"one\n", "one\nBotox\n"}, Case{"one", "one\nBotox\n"}}) {
    CAPTURE(each.text);
    const Project project(Project::Files{{"content/words.txt", each.text}});
    const auto fix = added("Botox", project.own);
    REQUIRE(fix);
    std::string text = each.text;
    CHECK(fix->span.end == text.size());
    text.replace(fix->span.begin, fix->span.end - fix->span.begin, fix->replacement);
    CHECK(text == each.with);
  }
}

TEST_CASE("Lines that are too long, and words that are too many, are told") {
  const auto told = [](const std::string& text) {
    const Project project(Project::Files{{"content/words.txt", text}});
    std::vector<std::string> messages;
    for (const auto& each : project.diags.list()) messages.push_back(each.message);
    return messages;
  };
  using Messages = std::vector<std::string>;
  CHECK(told(std::string(kLongestOwnWord, 'a')).empty());
  CHECK(told(std::string(kLongestOwnWord + 1, 'a')) ==
        Messages{"this line is over 200 bytes long"});
  std::string most;
  for (std::size_t i = 0; i < kMostOwnWords; ++i) most += "a\n";
  CHECK(told(most).empty());
  CHECK(told(most + "a\na\n") == Messages{"there are more than 20,000 words of your own"});
  CHECK(told("\xFF").size() == 1);
}
