// SPDX-License-Identifier: MIT
// Rules that look for phrases: what they find, where they look, and what is wrong with a rule.
#include <catch2/catch.hpp>

#include "diag/render.h"
#include "prose/judge_words.h"
#include "prose/word_rules.h"

namespace handbill::prose {
namespace {

/// A pack of one rule, and documents of one paragraph a line: "# " before a heading, "* " an item.
class Trial {
 public:
  explicit Trial(std::string rule) {
    const diag::MemoryFiles files(
        {{"layouts/rules/ours.toml", "title = \"Ours\"\n[word_rule.ours]\n" + std::move(rule)}});
    const auto pack = spec::parse_rules(files, "ours", {}, sources_, diags_);
    if (pack) rules_ = word_rules(*pack, "ours", diags_);
  }

  /// What is said of the rule itself.
  std::string faults() const { return diag::render(diags_, sources_, diag::Paint::Plain); }

  /// Messages of what is found, one a line; of documents after the first behind "2: ".
  std::string finds(const std::vector<std::string>& documents, const std::string& language = "en") {
    std::vector<Reading> readings;
    for (const std::string& each : documents) {
      readings.push_back(read(std::to_string(readings.size() + 1), words_of(each, language)));
    }
    const Context nothing;
    std::string all;
    std::vector<Judged> judged;
    for (const Reading& each : readings) judged.push_back({each, nothing});
    for (const Judged& each : judged) add(judge_words(rules_, each), all);
    add(compare_words(rules_, judged), all);
    return all;
  }
  std::string finds(const std::string& text) { return finds(std::vector{text}); }

 private:
  static words::Words words_of(const std::string& text, const std::string& language) {
    words::Words words{"", language, {}, {}, {}};
    std::optional<std::size_t> heading;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      words::Paragraph made;
      made.text = text.substr(begin, end - begin);
      if (made.text.starts_with("# ")) made.kind = words::Kind::Heading;
      if (made.text.starts_with("* ")) made.kind = words::Kind::ListItem;
      if (made.kind != words::Kind::Paragraph) made.text.erase(0, 2);
      made.origins.add({0, text::Origin::Kind::Added, {}, {}, {}});
      made.runs = {{0, language}};
      made.heading = heading;
      if (made.kind == words::Kind::Heading) heading = words.paragraphs.size();
      words.paragraphs.push_back(std::move(made));
      begin = end + 1;
    }
    return words;
  }

  static void add(const diag::Diagnostics& found, std::string& all) {
    for (const diag::Diagnostic& each : found.list()) {
      all += (all.empty() ? "" : "\n") +
             std::string(each.documents.empty() ? "" : each.documents[0] + ": ") + each.message;
    }
  }

  diag::SourceMap sources_;
  diag::Diagnostics diags_;
  std::vector<WordRule> rules_;
};

bool has_text(const std::string& text, const std::string& part) {
  return text.find(part) != text.npos;
}

}  // namespace

TEST_CASE("existence finds phrases but where they are excepted") {
  Trial trial(
      "check = \"existence\"\nwords = [\"guarantee*\"]\nexcept = [\"no .. guarantee*\"]\n"
      "message = \"seen {found}\"\n");
  CHECK(trial.faults().empty());
  CHECK(trial.finds("We guarantee it. Guaranteed!") == "seen guarantee\nseen Guaranteed");
  CHECK(trial.finds("There is no way to guarantee it.").empty());
}

TEST_CASE("a rule looks at the parts and languages it names") {
  Trial trial(
      "check = \"existence\"\nwords = [\"cure\"]\nmessage = \"x {found}\"\nof = [\"headings\"]\n"
      "languages = [\"en\"]\n");
  CHECK(trial.finds("# Cure\ncure\n* cure") == "x Cure");
  CHECK(trial.finds({"# Cure"}, "en-US") == "x Cure");
  CHECK(trial.finds({"# Cure"}, "es").empty());
  CHECK(trial.finds({"# Cure"}, "enm").empty());
}

TEST_CASE("substitution says what is meant, with the capital of what stands there") {
  Trial trial(
      "check = \"substitution\"\nswap = { \"utilize\" = \"use\", \"prior to\" = \"before\" }\n");
  CHECK(trial.finds("Prior to it, utilize soap.") ==
        "`Prior to` stands here, and `Before` is meant\n`utilize` stands here, and `use` is meant");
}

TEST_CASE("occurrence counts below, at and above its limits") {
  Trial most(
      "check = \"occurrence\"\nwords = [\"very\"]\nmost = 2\nwithin = \"paragraph\"\nmessage = "
      "\"{count} of {limit}\"\n");
  CHECK(most.finds("very very").empty());
  CHECK(most.finds("very very very") == "3 of 2");
  CHECK(most.finds("very very\nvery").empty());
  Trial least(
      "check = \"occurrence\"\nwords = [\"call\"]\nleast = 2\nmessage = \"{count} of {limit}\"\n");
  CHECK(least.finds("We wait.") == "0 of 2");
  CHECK(least.finds("call") == "1 of 2");
  CHECK(least.finds("call\ncall").empty());
}

TEST_CASE("what must stand beside a phrase may stand as far off as the rule says") {
  const auto near = [](const std::string& within) {
    Trial trial("check = \"needs-beside\"\nwords = [\"call\"]\nbeside = [\"#\"]\nwithin = \"" +
                within + "\"\nmessage = \"x\"\n");
    std::string found;
    for (const char* text : {"Call. 911.", "Call\n911", "# A\nCall\n# B\n911", "Call 911"}) {
      found += trial.finds(text).empty() ? "-" : "x";
    }
    return found;
  };
  CHECK(near("sentence") == "xxx-");
  CHECK(near("paragraph") == "-xx-");
  CHECK(near("section") == "--x-");
  CHECK(near("document") == "----");
}

TEST_CASE("consistency tells of the rarer way, in one document or all") {
  const std::string rule = "check = \"consistency\"\nswap = { \"check-up\" = \"checkup\" }\n";
  Trial one(rule);
  CHECK(one.finds("check-up").empty());
  CHECK(one.finds("check-up checkup checkup") ==
        "1: `check-up` is written here, and `checkup` elsewhere");
  CHECK(one.finds("check-up check-up checkup") ==
        "1: `checkup` is written here, and `check-up` elsewhere");
  CHECK(one.finds(std::vector<std::string>{"check-up", "checkup"}).empty());
  Trial all(rule + "within = \"project\"\n");
  CHECK(all.finds(std::vector<std::string>{"checkup checkup", "check-up"}) ==
        "2: `check-up` is written here, and `checkup` elsewhere");
}

TEST_CASE("what is wrong with a rule is told at its keys") {
  CHECK(has_text(Trial("check = \"existance\"\n").faults(),
                 "there is no check of words `existance` [unknown-rule]"));
  CHECK(has_text(Trial("check = \"existance\"\n").faults(), "did you mean `existence`?"));
  CHECK(has_text(Trial("check = \"existence\"\nmessage = \"x\"\n").faults(),
                 "`ours` needs the key `words` of its check `existence` [missing-key]"));
  CHECK(has_text(Trial("check = \"existence\"\nwords = [\"a\"]\n").faults(),
                 "`ours` needs the key `message` of its check `existence` [missing-key]"));
  CHECK(has_text(
      Trial("check = \"existence\"\nwords = [\"a\"]\nmessage = \"x\"\nmost = 2\n").faults(),
      "the check `existence` takes no `most` [unknown-key]"));
  CHECK(has_text(Trial("check = \"existence\"\nwords = [\"..\"]\nmessage = \"x\"\n").faults(),
                 "`..` is no phrase that can be looked for [bad-value]"));
  CHECK(
      has_text(Trial("check = \"existence\"\nwords = [\"a\"]\nmessage = \"x\"\nof = [\"titles\"]\n")
                   .faults(),
               "there are no `titles` to look at [bad-value]"));
}

TEST_CASE("a rule that is off finds nothing, and hides no fault of its own") {
  Trial off("check = \"existence\"\nwords = [\"a\"]\nmessage = \"x\"\nlevel = \"off\"\n");
  CHECK(off.faults().empty());
  CHECK(off.finds("a").empty());
  CHECK(has_text(Trial("check = \"existence\"\nlevel = \"off\"\n").faults(), "missing-key"));
}

}  // namespace handbill::prose
