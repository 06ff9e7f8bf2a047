// SPDX-License-Identifier: MIT
// tests/words: texts as people write them, each with one fault, judged by the packs that come with
// the program as a clinic judges its own. And those of the texts that are sound.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "support/golden.h"
#include "support/paths.h"
#include "system/project.h"

namespace handbill::test {
namespace {

using Json = nlohmann::json;

constexpr const char* kGroups[] = {"typing", "facts", "dates", "amounts", "claims", "plain"};

/// A table of tests/words, and its language.
struct FaultTable {
  std::string name = "faults";
  std::string language = "en";
};

/// How many texts of a list there are: each stands on a line of its own.
std::size_t count_of(const std::string& file, const std::string& group, const std::string& list) {
  std::istringstream lines(file.substr(file.find("[" + group + "]")));
  std::size_t count = 0;
  bool is_inside = false;
  for (std::string line; std::getline(lines, line);) {
    if (is_inside && line.starts_with("]")) break;
    if (is_inside) ++count;
    if (line.starts_with(list + " = [")) is_inside = true;
  }
  return count;
}

/// A paragraph for each text of a list.
std::string layout_of(const std::string& group, const std::string& list, std::size_t count) {
  std::string text =
      "extends = \"house\"\ntitle = \"Notice\"\ncontent = [\"clinic\", \"hours\", \"faults\"]\n"
      "rules = [\"words\", \"claims\", \"plain-language\"]\n[sheet]\ntrim = [\"8 "
      "in\", \"100 "
      "in\"]\n"
      "[story.all]\ntext = '''\n";
  for (std::size_t i = 0; i < count; ++i) {
    text += "{" + group + "." + list + "." + std::to_string(i) + "}\n\n";
  }
  return text + "'''\n[[side]]\n[[side.frame]]\nstory = \"all\"\n";
}

constexpr const char* kClinic = R"([revision]
date        = 2026-11-22
status      = "approved"
approved_by = "office manager"

[clinic]
name    = "Example Skin Clinic"
phone   = "(301) 555-0100"
web     = "https://www.exampleskin.com"
booking = "none"
hours_page = "none"

[clinic.address]
street = "5454 Wisconsin Ave"
suite  = "Ste 1400"
city   = "Chevy Chase"
state  = "MD"
zip    = "20815"
)";

class Faults {
 public:
  explicit Faults(const FaultTable& table = {})
      : language_(table.language),
        faults_("content/" + table.language + "/faults.toml"),
        file_(read_file(std::filesystem::path(source_folder()) / "tests/words" /
                        (table.name + ".toml"))) {
    project_.write(faults_, file_);
    project_.write("content/en/clinic.toml", kClinic);
  }

  /// What is said of the texts of a list, by their index; notes left out.
  std::map<std::size_t, std::vector<Json>> judged(const std::string& group,
                                                  const std::string& list) const {
    const std::string name = group + "-" + list;
    project_.write("layouts/" + name + ".toml",
                   layout_of(group, list, count_of(file_, group, list)));
    const auto result = project_.handbill(
        {"check", name, "--json", "--today", "2026-11-30", "--language", language_});
    INFO(result.errors);
    REQUIRE(result.exit_code < 2);
    std::map<std::size_t, std::vector<Json>> found;
    for (const Json& each : Json::parse(result.output)) {
      const std::string path = each.value("fact", "");
      const std::string before = group + "." + list + ".";
      if (!path.starts_with(before) || each["severity"] == "note") continue;
      found[std::stoul(path.substr(before.size()))].push_back(each);
    }
    return found;
  }

  std::size_t count(const std::string& group, const std::string& list) const {
    return count_of(file_, group, list);
  }

  /// Makes the first edit that is offered for each text. Gives what it mends.
  std::map<std::size_t, std::string> mend(
      const std::map<std::size_t, std::vector<Json>>& found) const {
    std::map<std::size_t, std::string> mended;
    std::vector<std::string> lines;
    std::istringstream text(project_.read(faults_));
    for (std::string line; std::getline(text, line);) lines.push_back(line);
    for (const auto& [index, all] : found) {
      const auto has_edit = [&](const Json& each) {
        return each.contains("fix") && each["fix"]["file"] == faults_;
      };
      const auto edit = std::ranges::find_if(all, has_edit);
      if (edit == all.end()) continue;
      make((*edit)["fix"], lines);
      mended.emplace(index, (*edit)["message"]);
    }
    std::string joined;
    for (const std::string& line : lines) joined += line + "\n";
    project_.write(faults_, joined);
    return mended;
  }

 private:
  /// Edits are of one line; columns count characters.
  static void make(const Json& fix, std::vector<std::string>& lines) {
    std::string& line = lines[fix["line"].get<std::size_t>() - 1];
    const auto offset = [&](std::size_t column) {
      std::size_t at = 0;
      for (std::size_t i = 1; i < column; ++i) {
        for (++at; at < line.size() && (static_cast<unsigned char>(line[at]) & 0xC0U) == 0x80U;)
          ++at;
      }
      return at;
    };
    const std::size_t begin = offset(fix["column"]), end = offset(fix["end_column"]);
    line.replace(begin, end - begin, fix["replacement"].get<std::string>());
  }

  ProjectCopy project_;
  std::string language_, faults_;
  std::string file_;
};

std::string list_of(const std::vector<std::string>& all) {
  std::string text;
  for (const std::string& each : all) text += each + "\n";
  return text;
}

/// "facts.faults.3": the ids of what was found there.
std::string ids_of(const std::vector<Json>& all) {
  std::string text;
  for (const Json& each : all) text += " " + each["id"].get<std::string>();
  return text;
}

bool says(const std::vector<Json>& all, const std::string& message) {
  return std::ranges::any_of(all, [&](const Json& each) { return each["message"] == message; });
}

}  // namespace

TEST_CASE("of faults as people make them nine in ten are found, and most can be mended") {
  std::size_t faults = 0, found = 0, offered = 0, mended = 0;
  std::vector<std::string> missed, unmended;
  for (const std::string group : kGroups) {
    const Faults texts;
    const std::size_t count = texts.count(group, "faults");
    REQUIRE(count >= 15);
    const auto before = texts.judged(group, "faults");
    std::size_t own = 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (before.contains(i)) {
        ++own;
      } else {
        missed.push_back(group + "." + std::to_string(i));
      }
    }
    const auto edited = texts.mend(before);
    const auto after = texts.judged(group, "faults");
    for (const auto& [index, message] : edited) {
      const bool stays = after.contains(index) && says(after.at(index), message);
      mended += stays ? 0 : 1;
      if (stays) unmended.push_back(group + "." + std::to_string(index) + ": " + message);
    }
    faults += count;
    found += own;
    offered += edited.size();
  }
  WARN("found " << found << " of " << faults << ", " << mended << " mended of " << offered
                << " offered");
  INFO("missed:\n" << list_of(missed) << "not mended by their edits:\n" << list_of(unmended));
  CHECK(found * 10 >= faults * 9);
  CHECK(offered * 3 >= faults);
  CHECK(unmended.empty());
}

TEST_CASE("of what is nearly a fault nothing is said") {
  for (const std::string group : kGroups) {
    const Faults texts;
    std::vector<std::string> said;
    for (const auto& [index, all] : texts.judged(group, "sound")) {
      said.push_back(group + ".sound." + std::to_string(index) + ids_of(all));
    }
    INFO(list_of(said));
    CHECK(said.empty());
  }
}

TEST_CASE("of faults as other trades make them nine in ten are found, in English and Spanish") {
  const FaultTable tables[] = {{"trades_en", "en"},        {"trades_es", "es"},
                               {"trades_second_en", "en"}, {"trades_second_es", "es"},
                               {"trades_third_en", "en"},  {"trades_third_es", "es"}};
  for (const FaultTable& table : tables) {
    std::size_t faults = 0, found = 0;
    std::vector<std::string> missed;
    for (const std::string group : kGroups) {
      const Faults texts(table);
      const auto all = texts.judged(group, "faults");
      for (std::size_t i = 0; i < texts.count(group, "faults"); ++i, ++faults) {
        if (all.contains(i)) {
          ++found;
        } else {
          missed.push_back(group + "." + std::to_string(i));
        }
      }
    }
    INFO(table.name << " missed:\n" << list_of(missed));
    CHECK(faults >= 15);
    CHECK(found * 10 >= faults * 9);
  }
}

TEST_CASE("of what other trades say rightly nothing must be mended") {
  for (const FaultTable& table :
       {FaultTable{"trades_en", "en"}, FaultTable{"trades_es", "es"},
        FaultTable{"trades_second_en", "en"}, FaultTable{"trades_second_es", "es"},
        FaultTable{"trades_third_en", "en"}, FaultTable{"trades_third_es", "es"}}) {
    for (const std::string group : kGroups) {
      const Faults texts(table);
      std::vector<std::string> said;
      for (const auto& [index, all] : texts.judged(group, "sound")) {
        for (const Json& each : all) {
          if (each["severity"] != "consider")
            said.push_back(group + std::to_string(index) + ids_of(all));
        }
      }
      INFO(table.name << ":\n" << list_of(said));
      CHECK(said.empty());
    }
  }
}

}  // namespace handbill::test
