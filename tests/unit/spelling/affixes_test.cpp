// SPDX-License-Identifier: MIT
#include "spelling/affixes.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <stdexcept>

using handbill::spelling::Affixes;
using Forms = std::vector<std::string>;

namespace {

constexpr const char* kRules = R"(
SET UTF-8
NEEDAFFIX n
FORBIDDENWORD f
NOSUGGEST !

PFX U Y 1
PFX U 0 un .

PFX N N 1
PFX N 0 non .

SFX D Y 4
SFX D 0 d e
SFX D y ied [^aeiou]y
SFX D 0 ed [^ey]
SFX D 0 ed [aeiou]y

SFX R Y 1
SFX R 0 er/S .

SFX S Y 1
SFX S 0 s .
)";

Forms forms(const std::string& line) {
  Forms found;
  Affixes(kRules).forms(line, [&](std::string form) { found.push_back(std::move(form)); });
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace

TEST_CASE("Words of a dictionary have all forms that their flags give") {
  struct Case {
    const char* line;
    Forms forms;
  };
  const std::vector<Case> cases = {
      {"heal", {"heal"}},
      {"heal/", {"heal"}},
      {"heal/D", {"heal", "healed"}},
      {"heal/DU", {"heal", "healed", "unheal", "unhealed"}},
      {"peel/DN", {"nonpeel", "peel", "peeled"}},
      {"dry/D", {"dried", "dry"}},
      {"play/D", {"play", "played"}},
      {"care/D", {"care", "cared"}},
      {"peel/R", {"peel", "peeler", "peelers"}},
      {"peel/RU", {"peel", "peeler", "peelers", "unpeel", "unpeeler", "unpeelers"}},
      {"heal/Dn", {"healed"}},
      {"heal/Df", {}},
      {"heal/D!", {}},
      {"heal/x", {"heal"}},
      {"heal/D\tpo:verb", {"heal", "healed"}},
      {"curación", {"curación"}},
  };
  for (const Case& each : cases) {
    CAPTURE(each.line);
    CHECK(forms(each.line) == each.forms);
  }
}

TEST_CASE("Lines that are no words have no forms") {
  for (const char* line : {"", " ", "# a note", "two words", "\xFF\xFE", "a@b"}) {
    CAPTURE(line);
    CHECK(forms(line).empty());
  }
}

TEST_CASE("Flags are signs, pairs of letters or numbers, as the dictionary says") {
  const auto forms_by = [](const std::string& kind, const std::string& flag,
                           const std::string& line) {
    Forms found;
    Affixes("SET UTF-8\n" + kind + "SFX " + flag + " Y 1\nSFX " + flag + " 0 s .\n")
        .forms(line, [&](std::string form) { found.push_back(std::move(form)); });
    return found;
  };
  CHECK(forms_by("FLAG UTF-8\n", "Á", "peel/xÁ") == Forms{"peel", "peels"});
  CHECK(forms_by("FLAG long\n", "aB", "peel/xyaB") == Forms{"peel", "peels"});
  CHECK(forms_by("FLAG num\n", "104", "peel/1,104") == Forms{"peel", "peels"});
  CHECK(forms_by("", "B", "peel/AB") == Forms{"peel", "peels"});
  CHECK(forms_by("FLAG long\n", "aB", "peel/xaBy") == Forms{"peel"});
}

TEST_CASE("A suffix is not put at what it would take away as a whole") {
  Forms found;
  Affixes("SET UTF-8\nSFX A Y 1\nSFX A ar o ar\n").forms("ar/A", [&](std::string form) {
    found.push_back(std::move(form));
  });
  CHECK(found == Forms{"ar"});
}

TEST_CASE("Rules in another encoding are refused") {
  CHECK_THROWS_AS(Affixes("SET ISO8859-1\n"), std::runtime_error);
  CHECK_THROWS_AS(Affixes("SET UTF-8\nSFX \xFF Y 1\n"), std::runtime_error);
  CHECK_NOTHROW(Affixes("\xEF\xBB\xBFSET UTF-8\n"));
}
