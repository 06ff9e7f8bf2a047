// SPDX-License-Identifier: MIT
// Leaflets of plain lines, to be judged by the packs of days and amounts, and mended.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/hinted_fix.h"
#include "diag/render.h"
#include "prose/judge_words.h"
#include "support/paths.h"

namespace handbill::prose::test_leaflets {

/// A line is a paragraph: "# heading", "- item", "| cell | cell" of a row, or else plain.
class Leaflet {
 public:
  Leaflet(std::string name, const std::string& text, const std::string& language,
          diag::SourceMap& sources)
      : file_(sources.add(name, text)) {
    words_.language = language;
    std::size_t begin = 0;
    while (begin < text.size()) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      add_line(std::string_view(text).substr(begin, end - begin), begin);
      begin = end + 1;
    }
    for (const words::Paragraph& each : words_.paragraphs) {
      if (each.kind == words::Kind::Heading && words_.title.empty()) words_.title = each.text;
    }
    reading_ = read(std::move(name), std::move(words_));
  }

  const Reading& reading() const { return reading_; }

 private:
  void add_line(std::string_view line, std::size_t offset) {
    if (line.starts_with("| ")) return add_row(line, offset);
    const bool is_heading = line.starts_with("# "), is_item = line.starts_with("- ");
    if (!is_row_) ++flow_;
    is_row_ = false;
    const std::size_t skipped = is_heading || is_item ? 2 : 0;
    words::Paragraph& paragraph = add(line.substr(skipped), offset + skipped);
    if (is_heading) {
      paragraph.kind = words::Kind::Heading;
      paragraph.level = 1;
      paragraph.heading.reset();
      heading_ = words_.paragraphs.size() - 1;
    } else if (is_item) {
      paragraph.kind = words::Kind::ListItem;
      paragraph.label = words::Label{words::Label::Sign::Bullet, "•"};
      paragraph.flow = 0;
    }
  }

  void add_row(std::string_view line, std::size_t offset) {
    if (!is_row_) {
      ++flow_;
      row_ = 0;
    }
    is_row_ = true;
    std::size_t column = 0;
    for (std::size_t at = 2; at < line.size(); ++column) {
      const std::size_t end = std::min(line.find(" | ", at), line.size());
      add(line.substr(at, end - at), offset + at).cell = words::Cell{row_, column};
      at = end + 3;
    }
    ++row_;
  }

  words::Paragraph& add(std::string_view text, std::size_t offset) {
    words::Paragraph paragraph;
    paragraph.text = text;
    const auto begin = static_cast<std::uint32_t>(offset);
    paragraph.span = {file_, begin, begin + static_cast<std::uint32_t>(text.size())};
    paragraph.origins.add({0, text::Origin::Kind::Typed, paragraph.span, {}, {}});
    paragraph.runs = {{0, words_.language}};
    paragraph.heading = heading_;
    paragraph.flow = flow_;
    words_.paragraphs.push_back(std::move(paragraph));
    return words_.paragraphs.back();
  }

  diag::FileId file_;
  words::Words words_;
  Reading reading_;
  std::optional<std::size_t> heading_;
  std::size_t flow_ = 1, row_ = 0;
  bool is_row_ = false;
};

/// The rules of the two packs.
inline const std::vector<WordRule>& rules_of_days_and_amounts() {
  static const std::vector<WordRule> rules = [] {
    std::vector<WordRule> all;
    const diag::DiskFiles files({test::source_folder()});
    for (const char* name : {"calendar", "amounts"}) {
      diag::SourceMap sources;
      diag::Diagnostics diags;
      const auto pack = spec::parse_rules(files, name, {}, sources, diags);
      for (WordRule& each : word_rules(pack.value(), name, diags)) all.push_back(std::move(each));
    }
    return all;
  }();
  return rules;
}

/// What the packs say of leaflets of one language on November 30, 2026.
struct JudgedLeaflets {
  explicit JudgedLeaflets(const std::vector<std::string>& texts, const std::string& language = "en",
                          const std::vector<WordRule>& rules = rules_of_days_and_amounts()) {
    Context context;
    context.today = spec::Date{2026, 11, 30};
    for (const std::string& each : texts) {
      leaflets.emplace_back("leaflet" + std::to_string(leaflets.size()), each, language, sources);
    }
    std::vector<Judged> judged;
    for (const Leaflet& each : leaflets) judged.push_back({each.reading(), context});
    for (const Judged& each : judged) diags.add_all(judge_words(rules, each));
    diags.add_all(compare_words(rules, judged));
  }

  bool says(std::string_view rule) const {
    for (const diag::Diagnostic& each : diags.list()) {
      if (each.rule && each.rule->id == rule) return true;
    }
    return false;
  }

  std::string told() const { return diag::render(diags, sources, diag::Paint::Plain); }

  /// The first text with all fixes made, the last first.
  std::string mended() const {
    std::string text(sources.text(diag::FileId{0}));
    std::vector<diag::Fix> fixes;
    for (const diag::Diagnostic& each : diags.list()) {
      if (const auto fix = diag::fix_of(each, sources)) fixes.push_back(*fix);
    }
    std::ranges::sort(fixes,
                      [](const auto& one, const auto& other) { return other.span < one.span; });
    for (const diag::Fix& each : fixes) {
      text.replace(each.span.begin, each.span.end - each.span.begin, each.replacement);
    }
    return text;
  }

  diag::SourceMap sources;
  std::vector<Leaflet> leaflets;
  diag::Diagnostics diags;
};

}  // namespace handbill::prose::test_leaflets
