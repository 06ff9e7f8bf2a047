// SPDX-License-Identifier: MIT
#include "spec/translation.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "spec/parse_layout.h"

using namespace handbill;
using namespace handbill::spec;

namespace {

using List = std::vector<std::string>;

struct Checked {
  ContentSpec content;
  std::vector<std::string> said;
};

/// content/en/words.toml and content/es/words.toml, read for Spanish.
Checked checked(std::map<std::string, std::string, std::less<>> files) {
  files["layouts/main.toml"] = "content = [\"words\"]\n";
  diag::SourceMap sources;
  diag::Diagnostics diags;
  const diag::MemoryFiles reader(std::move(files));
  const auto layout = parse_layout(reader, "layouts/main.toml", "es", sources, diags);
  REQUIRE(layout);
  Checked result;
  result.content = parse_content(reader, *layout, {}, sources, diags);
  compare_translations(result.content, diags);
  for (const auto& each : diags.list()) result.said.push_back(each.message);
  return result;
}

const Value* fact(const Checked& checked, std::string_view path) {
  for (const auto& file : checked.content.files) {
    if (const Value* found = file.root.at_path(path)) return found;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("What a translation leaves out or changes is said") {
  struct Case {
    const char* original;
    const char* translation;
    std::vector<std::string> said;
  };
  const std::vector<Case> cases = {
      // What texts say is compared by those who know words.
      {"[a]\nb = \"For 7 days\"", "[a]\nb = \"17 días\"", {}},
      {"[a]\nb = \"Yes\"\nc = \"No\"", "[a]\nb = \"Sí\"", {"`a.c` is not translated"}},
      {"[a]\nb = \"Yes\"", "[a]\nb = \"Sí\"\nc = \"No\"", {"`a.c` is not in `en`"}},
      {"[a]\nb = [\"x\", \"y\"]", "[a]\nb = [\"x\"]", {"`a.b` has 1 entries, in `en` 2"}},
      {"[a]\nb = \"Yes\"", "[a]\nb = 5", {"`a.b` is a whole number, but in `en` a text"}},
      // Facts that are the same in every language need not stand twice.
      {"[clinic]\nphone = \"1\"\n[hours]\nmonday = \"closed\"\n[a]\nb = \"Yes\"",
       "[a]\nb = \"Sí\"",
       {}},
      {"[hours]\nmonday = \"8 am – 5 pm\"",
       "[hours]\nmonday = \"8 am – 6 pm\"",
       {"`hours.monday` is `8 am – 6 pm`, in `en` `8 am – 5 pm`"}},
      {"[a.headings]\nb = \"Yes\"", "[a.heading]\nb = \"Sí\"", {"`a.heading` is not in `en`"}},
      // The document that prints the entry says that it has no `for`.
      {"[[a.b]]\nfor = \"Yes\"", "[[a.b]]\nfr = \"Sí\"", {}},
      {"[a]\nb = \"Yes\"", "[a]\nb = \"Sí\"\n[clinic]\nname = \"x\"", {}},
  };
  for (const Case& c : cases) {
    INFO(c.translation);
    const Checked result =
        checked({{"content/en/words.toml", c.original}, {"content/es/words.toml", c.translation}});
    CHECK_FALSE(result.content.files.empty());
    CHECK(result.said == c.said);
  }
}

TEST_CASE("A translation is laid over the original, so that facts stand once") {
  const Checked result =
      checked({{"content/en/words.toml",
                "[revision]\nstatus = \"draft\"\n[hours]\nmonday = \"closed\"\n"
                "[a]\nb = \"Yes\""},
               {"content/es/words.toml", "[revision]\nstatus = \"approved\"\n[a]\nb = \"Sí\""}});
  CHECK(result.said.empty());
  CHECK(*fact(result, "hours.monday")->as_string() == "closed");
  CHECK(*fact(result, "a.b")->as_string() == "Sí");
  // The facts are still those of a draft.
  std::vector<std::string> states;
  for (const auto& file : result.content.files) {
    states.push_back(*file.root.at_path("revision.status")->as_string());
  }
  CHECK(states == std::vector<std::string>{"draft", "approved"});
}

TEST_CASE("A text that is still empty is as in the original") {
  const Checked result =
      checked({{"content/en/words.toml",
                "[a]\nb = \"Yes\"\nc = \"\"\nd = [\"One\", \"Two\"]\n[[a.e]]\nf = \"Go\"\n"},
               {"content/es/words.toml",
                "[a]\nb = \"\"\nc = \"\"\nd = [\"Uno\", \"\"]\n[[a.e]]\nf = \"\"\n"}});
  CHECK(result.said.empty());
  CHECK(*fact(result, "a.b")->as_string() == "Yes");
  CHECK(fact(result, "a.c")->as_string()->empty());
  CHECK(*fact(result, "a.d.0")->as_string() == "Uno");
  CHECK(*fact(result, "a.d.1")->as_string() == "Two");
  CHECK(*fact(result, "a.e.0.f")->as_string() == "Go");
}

TEST_CASE("Names and notes of opening hours are translated where they stand, found by their date") {
  const std::string english =
      "[hours]\nmonday = \"closed\"\nsaturday = { hours = \"9 am – 1 pm\", note = \"laser only\" "
      "}\n"
      "[[hours.special]]\ndate = 2026-12-24\nhours = \"closed\"\n"
      "[[hours.special]]\ndate = 2026-12-25\nname = \"Christmas Day\"\nhours = \"closed\"\n"
      "[[hours.season]]\nfrom = \"06-01\"\nto = \"08-31\"\nname = \"Summer\"\nmonday = \"9–5\"\n";
  const std::string said_of =
      " is not translated in `content/es/words.toml`, and is printed as it is";
  const List none_of_them = {"`laser only`" + said_of, "`Christmas Day`" + said_of,
                             "`Summer`" + said_of};
  CHECK(checked({{"content/en/words.toml", english}}).said == none_of_them);
  CHECK(checked({{"content/en/words.toml", english},
                 {"content/es/words.toml", "[revision]\nstatus = \"draft\"\n"}})
            .said == none_of_them);
  const Checked spanish = checked({{"content/en/words.toml", english},
                                   {"content/es/words.toml",
                                    "[hours]\nsaturday = { note = \"solo láser\" }\n"
                                    "[[hours.special]]\ndate = 2026-12-25\nname = \"Navidad\"\n"
                                    "[[hours.season]]\nfrom = \"06-01\"\nname = \"Verano\"\n"}});
  CHECK(spanish.said.empty());
  CHECK(*fact(spanish, "hours.saturday.hours")->as_string() == "9 am – 1 pm");
  CHECK(*fact(spanish, "hours.saturday.note")->as_string() == "solo láser");
  CHECK(fact(spanish, "hours.special.0.name") == nullptr);
  CHECK(*fact(spanish, "hours.special.1.name")->as_string() == "Navidad");
  CHECK(*fact(spanish, "hours.special.1.hours")->as_string() == "closed");
  CHECK(*fact(spanish, "hours.season.0.name")->as_string() == "Verano");
  CHECK(*fact(spanish, "hours.season.0.to")->as_string() == "08-31");
  CHECK(*fact(spanish, "hours.season.0.monday")->as_string() == "9–5");
}

TEST_CASE("Words for a date, a season or a note that is gone are told, and dropped") {
  const Checked spanish = checked(
      {{"content/en/words.toml", "[hours]\nmonday = \"closed\"\n"},
       {"content/es/words.toml",
        "[hours]\nmonday = { note = \"solo láser\" }\n[[hours.special]]\ndate = 2026-12-25\n"
        "name = \"Navidad\"\n[[hours.season]]\nfrom = \"06-01\"\nname = \"Verano\"\n"}});
  CHECK(spanish.said == List{"`hours.monday` is a group of facts, but in `en` a text",
                             "`hours.special` is not in `en`", "`hours.season` is not in `en`"});
  CHECK(*fact(spanish, "hours.monday")->as_string() == "closed");
  CHECK(fact(spanish, "hours.special") == nullptr);
  CHECK(fact(spanish, "hours.season") == nullptr);
}

TEST_CASE("A special date that the original has not, or tells otherwise, is told of") {
  const auto said = [](const std::string& special) {
    return checked({{"content/en/words.toml",
                     "[hours]\nmonday = \"closed\"\n[[hours.special]]\nfrom = 2026-12-24\n"
                     "to = 2026-12-26\nhours = \"9 am – 1 pm\"\n"},
                    {"content/es/words.toml", "[[hours.special]]\n" + special}})
        .said;
  };
  CHECK(said("from = 2026-12-24\n").empty());
  CHECK(said("date = 2026-12-25\nname = \"Navidad\"") ==
        List{"`hours.special` of 2026-12-25 is not in `en`"});
  CHECK(said("name = \"Navidad\"") ==
        List{"an entry of `hours.special` has no first day that says which it is"});
  CHECK(said("from = 2026-12-24\nto = 2026-12-27") ==
        List{"`hours.special.2026-12-24.to` is another date than in `en`"});
  CHECK(said("from = 2026-12-24\nhours = \"9 am – 2 pm\"") ==
        List{"`hours.special.2026-12-24.hours` is `9 am – 2 pm`, in `en` `9 am – 1 pm`"});
}

TEST_CASE("A file of facts needs no translation, and a file of words does") {
  const Checked facts = checked({{"content/en/words.toml", "[clinic]\nphone = \"1\""}});
  REQUIRE_FALSE(facts.content.files.empty());
  CHECK(*fact(facts, "clinic.phone")->as_string() == "1");
  const Checked words = checked({{"content/en/words.toml", "[a]\nb = \"Yes\""}});
  CHECK((words.content.extent == ContentSpec::Extent::FileUnread));
  const Checked only_here = checked({{"content/es/words.toml", "[a]\nb = \"Sí\""}});
  CHECK((only_here.content.extent == ContentSpec::Extent::Whole));
}

TEST_CASE("a translation with other keys throughout is compared in time, and each key is told") {
  constexpr int kKeys = 4000;
  const auto words = [](char letter) {
    std::string text = "[words]\n";
    for (int i = 0; i < kKeys; ++i) {
      text += letter + std::to_string(i * 7919 % 1000003) + " = \"x\"\n";
    }
    return text;
  };
  const auto many =
      checked({{"content/en/words.toml", words('a')}, {"content/es/words.toml", words('b')}});
  CHECK(many.said.size() == 2 * kKeys);
}

TEST_CASE("a slip is named among a hundred keys, and among more nothing is guessed") {
  for (const int keys : {100, 101}) {
    std::string original = "[words]\nfarewell = \"x\"\n",
                translation = "[words]\nfarewel = \"x\"\n";
    for (int i = 1; i < keys; ++i) translation += "z" + std::to_string(i * i * i) + " = \"x\"\n";
    const auto slip =
        checked({{"content/en/words.toml", original}, {"content/es/words.toml", translation}});
    const bool is_told = std::ranges::count(slip.said, "`words.farewell` is not translated") == 1;
    CHECK(is_told == (keys > 100));
  }
}
