// SPDX-License-Identifier: MIT
// What can be measured of a document by its words and by how it is built.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "prose/grade.h"
#include "prose/word_rules.h"

namespace handbill::prose {

/// Sentences or paragraphs that are measured together.
struct Measured {
  const Reading& reading;
  const WordRule& rule;
  std::vector<std::size_t> paragraphs{};
  std::vector<CountedSentence> sentences{};  ///< of these paragraphs
};

struct Metric {
  std::string_view name;  ///< "grade"
  /// What is said of too much or too little: "reads at about grade {count}".
  std::string_view told;
  /// What it measures, one by one; a rule may say `within` for sections and documents.
  enum class Of { Sentence, Paragraph, Section, Document } of = Of::Section;
  /// Nothing: too little is there to measure.
  std::optional<double> (*take)(const Measured& measured) = nullptr;
  /// It can be taken in that language; null: in all.
  bool (*can_take)(std::string_view language) = nullptr;
  /// How hard a single sentence is by it, to name the hardest; null: none are named.
  double (*weight)(const CountedSentence& sentence) = nullptr;
  /// Which limits it has: "ease" is a grade, which has a most, or a score, which has a least.
  bool has_most = true, has_least = true;
};

std::span<const Metric> metrics();
/// "ease" is that of the language. Null: there is none of that name.
const Metric* find_metric(std::string_view name, std::string_view language);
/// What a rule may say as `measure`.
std::span<const std::string_view> metric_names();

/// The rule is a metric that can't be taken in this language.
bool is_beyond(const WordRule& rule, std::string_view language);

}  // namespace handbill::prose
