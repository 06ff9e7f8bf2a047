// SPDX-License-Identifier: MIT
// A document with facts of its own, judged by the rules of layouts/rules/facts.toml.
#pragma once

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "content/content.h"
#include "diag/render.h"
#include "prose/judge_words.h"
#include "support/paths.h"
#include "support/resolved_case.h"

namespace handbill::test {

/// What a text says in a document whose content has `facts`.
class FactsProject {
 public:
  FactsProject(std::string facts, std::string text, std::string types = {},
               std::string language = "en")
      : facts_(std::move(facts)),
        text_(std::move(text)),
        types_(std::move(types)),
        language_(std::move(language)) {
    judge();
  }

  /// "id: message" of each finding; of those of a rule, if one is named.
  std::vector<std::string> told(const std::string& rule = {}) const {
    std::vector<std::string> told;
    for (const auto& each : found_) {
      if (rule.empty() || each.id.starts_with(rule)) told.push_back(each.id + ": " + each.message);
    }
    return told;
  }
  bool finds(const std::string& rule) const { return !told(rule).empty(); }
  const std::string& text() const { return text_; }

  /// What is told of other words that have the same facts: "id: message".
  std::vector<std::string> told_of(words::Words words) {
    other_ = std::move(words);
    judge();
    return told();
  }

  /// Puts in the first fix there is. False: none is there.
  bool mend() {
    const auto fix = std::ranges::find_if(found_, [](const Found& each) { return each.can_mend; });
    if (fix == found_.end()) return false;
    text_.replace(fix->begin, fix->end - fix->begin, fix->replacement);
    judge();
    return true;
  }

 private:
  struct Found {
    std::string id, message;
    bool can_mend = false;
    std::size_t begin = 0, end = 0;  ///< of the text
    std::string replacement{};
  };

  static constexpr const char* kTitle = "title = \"Test\"\ncontent = [\"content\"]\n";
  static constexpr const char* kFrame = R"([sheet]
trim = "letter"
[font.text]
family = "Lato"
[style.body]
font = "text"
[markdown]
p = "body"
h1 = "body"
h2 = "body"
[[side]]
[[side.frame]]
text = '''
)";

  void judge() {
    found_.clear();
    const std::string head = kTitle + types_ + kFrame;
    diag::MemoryFiles files({{"fonts/fonts.toml", kCaseFonts},
                             {"layouts/layout.toml", head + text_ + "\n'''\n"},
                             {"content/" + language_ + "/content.toml", facts_}});
    diag::SourceMap sources;
    diag::Diagnostics diags;
    font::FontBook fonts(font::machine_font_folders());
    const auto catalog = spec::parse_fonts(files, sources, diags);
    const auto layout = spec::parse_layout(files, "layouts/layout.toml", language_, sources, diags);
    REQUIRE((catalog && layout));
    const auto content =
        content::Content::check(spec::parse_content(files, *layout, {}, sources, diags), diags,
                                {.revisions = content::Revisions::NotAsked});
    text::HyphenBook hyphens(text::machine_hyphen_folders());
    picture::PictureBook pictures;
    const auto document = document::document_of({*layout, content, *catalog, files}, fonts, hyphens,
                                                pictures, sources, diags);
    INFO(diag::render(diags, sources, diag::Paint::Plain));
    REQUIRE(document);
    REQUIRE_FALSE(diags.has_errors());
    words::Words words = other_ ? *other_ : words::from_document(*document);
    judge(prose::read("test", std::move(words)), content, head.size());
  }

  void judge(const prose::Reading& reading, const content::Content& content, std::size_t offset) {
    const diag::DiskFiles disk({source_folder()});
    diag::SourceMap sources;
    diag::Diagnostics diags;
    const auto pack = spec::parse_rules(disk, "facts", {}, sources, diags);
    REQUIRE(pack);
    const auto rules = prose::word_rules(*pack, "facts", diags);
    REQUIRE_FALSE(diags.has_errors());
    const prose::Context context{&content};
    const diag::Diagnostics judged = prose::judge_words(rules, {reading, context});
    for (const diag::Diagnostic& each : judged.list()) {
      Found found{each.rule->id, each.message};
      if (each.fix) {
        found.can_mend = true;
        found.begin = each.fix->span.begin - offset;
        found.end = each.fix->span.end - offset;
        found.replacement = each.fix->replacement;
      }
      found_.push_back(std::move(found));
    }
  }

  std::string facts_, text_, types_, language_;
  std::vector<Found> found_;
  std::optional<words::Words> other_;
};

}  // namespace handbill::test
