// SPDX-License-Identifier: MIT
// Documents for rules, written in a few lines: "# heading", "- item", "|head|head", "cell|cell" of
// a table, "{clinic.phone}" for a blank that waits for it; all else is a paragraph.
#pragma once

#include <catch2/catch.hpp>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "diag/file_reader.h"
#include "prose/judge_words.h"
#include "prose/word_rules.h"
#include "spec/rules_spec.h"
#include "support/paths.h"

namespace handbill::prose {

class DocumentWriter {
 public:
  explicit DocumentWriter(std::string language) : language_(std::move(language)) {
    words_.language = language_;
  }

  words::Words write(const std::string& text) {
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
      if (!line.empty()) add(line);
    }
    close_flow();
    return std::move(words_);
  }

 private:
  void add(const std::string& line) {
    if (line.starts_with('|') || line.find('|') != line.npos) return add_row(line);
    flow(words::Flow::Kind::Text);
    if (line.starts_with('#')) return add_heading(line);
    if (line.starts_with("- ")) {
      words::Paragraph& item = paragraph(line.substr(2));
      item.kind = words::Kind::ListItem;
      item.level = 1;
      item.label = words::Label{words::Label::Sign::Bullet, "•"};
      return;
    }
    paragraph(line);
  }

  void add_heading(const std::string& line) {
    const std::size_t level = line.find_first_not_of('#');
    const std::size_t index = words_.paragraphs.size();
    words::Paragraph& heading = paragraph(line.substr(line.find_first_not_of("# ")));
    heading.kind = words::Kind::Heading;
    heading.level = static_cast<int>(level);
    heading.heading.reset();
    heading_ = index;
  }

  void add_row(const std::string& line) {
    flow(words::Flow::Kind::Table);
    const bool is_head = line.starts_with('|');
    std::istringstream cells(is_head ? line.substr(1) : line);
    std::size_t column = 0;
    for (std::string cell; std::getline(cells, cell, '|'); ++column) {
      if (cell.empty()) continue;
      paragraph(cell).cell = words::Cell{rows_, column, 1, 1, is_head};
    }
    ++rows_;
    words_.flows.back().rows = rows_;
    words_.flows.back().columns = std::max(words_.flows.back().columns, column);
  }

  words::Paragraph& paragraph(const std::string& text) {
    words::Paragraph made;
    constexpr std::string_view kAsked = "{clinic.phone}";
    const std::size_t blank = text.find(kAsked);
    made.text = text;
    if (blank != text.npos) {
      made.text.replace(blank, kAsked.size(), words::kBlankSign);
      made.blanks.push_back({blank, "", "clinic.phone"});
    }
    made.origins.add({0, text::Origin::Kind::Typed, {}, {}, {}});
    made.runs = {{0, language_}};
    made.flow = words_.flows.size() - 1;
    made.heading = heading_;
    words_.paragraphs.push_back(std::move(made));
    return words_.paragraphs.back();
  }

  void flow(words::Flow::Kind kind) {
    if (!words_.flows.empty() && words_.flows.back().kind == kind) return;
    close_flow();
    rows_ = 0;
    words_.flows.push_back({.kind = kind, .name = "", .paragraphs = {words_.paragraphs.size(), 0}});
  }
  void close_flow() {
    if (!words_.flows.empty()) words_.flows.back().paragraphs.end = words_.paragraphs.size();
  }

  std::string language_;
  words::Words words_;
  std::optional<std::size_t> heading_{};
  std::size_t rows_ = 0;
};

inline Reading written_reading(const std::string& text, const std::string& language = "en") {
  return read("test", DocumentWriter(language).write(text));
}

/// The rules of a pack that comes with the program.
inline std::vector<WordRule> rules_of_pack(const std::string& name) {
  const diag::DiskFiles files({test::source_folder()});
  diag::SourceMap sources;
  diag::Diagnostics diags;
  const auto pack = spec::parse_rules(files, name, {}, sources, diags);
  REQUIRE(pack);
  auto rules = word_rules(*pack, name, diags);
  REQUIRE(diags.list().empty());
  return rules;
}

/// Rules of a pack that is written in a test, without its title.
inline std::vector<WordRule> rules_of_text(const std::string& rules,
                                           diag::Diagnostics* told = nullptr) {
  const diag::MemoryFiles files({{"layouts/rules/own.toml", "title = \"Own\"\n" + rules}});
  diag::SourceMap sources;
  diag::Diagnostics diags;
  const auto pack = spec::parse_rules(files, "own", {}, sources, diags);
  auto read = pack ? word_rules(*pack, "own", diags) : std::vector<WordRule>{};
  if (told != nullptr) *told = diags;
  if (told == nullptr) REQUIRE(diags.list().empty());
  return read;
}

/// "for-how-long: `Avoid sun.` does not …" for each finding.
inline std::vector<std::string> told_of_words(const std::vector<WordRule>& rules,
                                              const std::string& text,
                                              const std::string& language = "en") {
  const Reading reading = written_reading(text, language);
  const Context nothing;
  std::vector<std::string> told;
  const auto found = judge_words(rules, {reading, nothing});
  for (const auto& each : found.list()) {
    told.push_back(each.rule->id + ": " + each.message);
  }
  return told;
}

}  // namespace handbill::prose
