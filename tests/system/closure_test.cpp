// SPDX-License-Identifier: MIT
// Closure: what the program writes for a print shop passes its own preflight for that shop. Every
// document of the program, in every language, for every shop, as pages and on sheets of every
// imposition. Every pair of document and shop stands on every sheet in one language, which goes
// round; HANDBILL_ALL (`./dev closure`) tries all of them.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <tuple>

#include "support/find_text.h"
#include "system/project.h"

namespace handbill::test {
namespace {

using Json = nlohmann::json;
using Names = std::vector<std::string>;

/// What is found, told apart by what it is about: numbers differ by how a file rounds.
struct Finding {
  std::string id, severity, about;
  auto operator<=>(const Finding&) const = default;
};

Finding finding_of(const Json& told) {
  const auto message = told.at("message").get<std::string>();
  return {told.at("id").get<std::string>(), told.at("severity").get<std::string>(),
          message.substr(0, message.find_first_of("0123456789"))};
}

/// Those that are no fault (notes) are not compared: a file has none.
using FindingsOf = std::map<std::string, std::set<Finding>>;

Names documents_of(const Json& told) {
  if (told.contains("documents")) return told.at("documents").get<Names>();
  if (told.contains("document")) return {told.at("document").get<std::string>()};
  return {};
}

FindingsOf told_by_build(const std::string& output) {
  FindingsOf all;
  if (output.empty()) return all;
  for (const Json& told : Json::parse(output)) {
    for (const std::string& document : documents_of(told)) all[document].insert(finding_of(told));
  }
  return all;
}

Names names_in(const ProjectCopy& project, const std::string& folder, const std::string& no_name) {
  Names names;
  for (const std::string& file : project.files(folder)) {
    if (file.ends_with(".toml") && file != no_name)
      names.push_back(file.substr(0, file.size() - 5));
  }
  return names;
}

/// Why a document can't stand on the sheets of an imposition; empty: it can.
std::string refusal(const std::string& document, const std::string& imposition) {
  const bool has_back = document.starts_with("treatment-brochure");
  if (imposition.starts_with("work-and-turn") && !has_back) {
    return "`" + imposition +
           "` prints fronts and backs on one sheet, but the document has a side without a back";
  }
  return {};
}

class Closure {
 public:
  Names documents() const { return names_in(project_, "layouts", "house.toml"); }
  Names shops() const { return names_in(project_, "layouts/shops", "conditions.toml"); }
  /// The documents have too few pages for those that are bound: booklet_test.cpp has one.
  Names impositions() const {
    Names names = names_in(project_, "layouts/impositions", {});
    std::erase_if(names, [](const std::string& name) {
      return name.starts_with("saddle-stitch") || name.starts_with("perfect-binding");
    });
    return names;
  }
  Names languages() const {
    Names folders = project_.files("content");
    std::erase_if(folders, [](const std::string& each) { return each.find('.') != each.npos; });
    return folders;
  }

  /// Builds all documents and preflights what is written. `languages`: one, or all.
  void check(const std::string& language, const std::string& shop, const std::string& imposition) {
    CAPTURE(language, shop, imposition);
    std::filesystem::remove_all(project_ / "out");
    Names command = {"build"};
    for (const std::string& each : documents()) command.push_back(each);
    for (const auto& [option, value] : {std::pair("--language", language),
                                        {"--shop", shop},
                                        {"--impose", imposition},
                                        {"-o", std::string("out")}}) {
      command.insert(command.end(), {option, value});
    }
    command.insert(command.end(), {"--keep-going", "--json"});
    const ProgramResult built = project_.handbill(command);
    INFO(built.errors);
    const FindingsOf told = told_by_build(built.output);
    check_refusals(told, imposition);
    check_files(told, shop);
  }

  std::size_t written() const { return written_; }
  std::size_t refused() const { return refused_; }

 private:
  void check_refusals(const FindingsOf& told, const std::string& imposition) {
    for (const auto& [document, findings] : told) {
      const std::string reason = refusal(document, imposition);
      for (const Finding& each : findings) {
        if (each.severity != "error") continue;
        CAPTURE(document, each.id);
        CHECK(reason.starts_with(each.about));
        CHECK_FALSE(reason.empty());
        ++refused_;
      }
    }
  }

  void check_files(const FindingsOf& told, const std::string& shop) {
    const Names files = project_.files("out");
    if (files.empty()) return;
    Names command = {"preflight", "--shop", shop, "--json"};
    for (const std::string& each : files) command.push_back("out/" + each);
    const ProgramResult judged = project_.handbill(command);
    INFO(judged.errors);
    for (const Json& file : Json::parse(judged.output)) {
      ++written_;
      std::string name = file.at("file").get<std::string>().substr(4);
      name.resize(name.size() - 4);
      const auto known = told.find(name);
      for (const Json& each : file.at("findings")) {
        CAPTURE(name, each.dump(1));
        if (each.at("id") == "tags-for-people") continue;  // it is said of every file with tags
        CHECK((known != told.end() && known->second.contains(finding_of(each))));
      }
    }
  }

  ProjectCopy project_;
  std::size_t written_ = 0, refused_ = 0;
};

}  // namespace

TEST_CASE("no finding of preflight in any document is news to who built it for that shop") {
  Closure closure;
  for (const std::string& shop : closure.shops()) closure.check("all", shop, "none");
  CHECK(closure.refused() == 0);
  CHECK(closure.written() ==
        closure.documents().size() * closure.languages().size() * closure.shops().size());
}

TEST_CASE("no finding of preflight on any sheet is news, and what fits on none says why") {
  Closure closure;
  const Names languages = closure.languages();
  const std::size_t tried = tries_all() ? languages.size() : 1;
  std::size_t run = 0, expected = 0;
  for (const std::string& imposition : closure.impositions()) {
    for (const std::string& shop : closure.shops()) {
      // Seven shops and four languages have no factor in common: each pair comes up.
      closure.check(tries_all() ? "all" : languages[run++ % languages.size()], shop, imposition);
      expected += closure.documents().size() * tried;
    }
  }
  CHECK(closure.written() + closure.refused() == expected);
  // All documents but the brochure have one side.
  const std::size_t one_sided = closure.documents().size() - 1;
  CHECK(closure.refused() == closure.shops().size() * one_sided * tried);
}

}  // namespace handbill::test
