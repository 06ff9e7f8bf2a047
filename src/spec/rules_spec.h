// SPDX-License-Identifier: MIT
// A pack of rules as written: layouts/rules/NAME.toml.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "diag/file_reader.h"
#include "diag/source_map.h"
#include "spec/layout_spec.h"

namespace handbill::spec {

/// How hard a rule is for one class of print work, and where it draws the line. Which limits a rule
/// takes depends on its check.
struct RuleLimitsSpec {
  std::optional<Text> severity;  ///< "error", "warning", "off"
  std::optional<Spanned<Length>> size, width, square, distance;
  std::optional<Spanned<double>> ink, black, tint;
  std::optional<Spanned<std::int64_t>> ppi, ppi_error, modules, grams;
  diag::Span span{};
};

struct PressRuleSpec {
  std::optional<Text> check;
  std::optional<Text> name, wants, why, source;
  std::vector<Named<RuleLimitsSpec>> classes;  ///< "any": all that are not named
  diag::Span span{};
};

struct RuleClassSpec {
  std::optional<Text> title;
  diag::Span span{};
};

/// A rule over what documents say. Which keys it takes depends on its check.
struct WordRuleSpec {
  std::optional<Text> check;
  std::optional<Text> level;    ///< "error", "final", "voices", "warning", "consider", "off"
  std::vector<Text> languages;  ///< BCP 47; none: all
  std::vector<Text> of;         ///< kinds of paragraphs it looks at; none: all
  std::vector<Text> words;      ///< phrases that it looks for
  std::vector<SetSpec> swap;    ///< what stands for which phrase
  std::vector<Text> except;     ///< phrases that hide what is found in them
  std::vector<Text> beside;     ///< phrases of which one must stand near
  std::vector<Text> begins;     ///< phrases that what it looks at must not begin with
  std::optional<Text> within;   ///< how near: "sentence", "paragraph", "section", "document"
  std::optional<Text> measure;  ///< what is measured, of a metric
  std::vector<Text> facts;      ///< types of facts, or paths
  std::optional<Spanned<std::int64_t>> least, most;
  std::optional<Text> item, part;  ///< of a checklist: its number, and the part that has a score
  std::optional<Text> asks;        ///< what people must answer where the program can't
  std::optional<Text> when;        ///< what a document must have for the item to apply
  std::optional<Text> message, hint, why, source, link;
  std::vector<Text> found, sound;  ///< texts in which it must, and must not, find something
  diag::Span span{};
};

struct RulePackSpec {
  std::optional<Text> title, doc;
  std::vector<Named<RuleClassSpec>> classes;
  std::vector<Named<PressRuleSpec>> rules;
  std::vector<Named<WordRuleSpec>> word_rules;
  diag::Span span{};
};

/// The pack `name` of layouts/rules, laid over those it extends. Reports unknown-rule at `asked_at`
/// when there is no such pack, and whatever is wrong in it.
std::optional<RulePackSpec> parse_rules(const diag::FileReader& files, std::string_view name,
                                        diag::Span asked_at, diag::SourceMap& sources,
                                        diag::Diagnostics& diags);

/// The text dump of it.
std::string dump(const RulePackSpec& pack, const diag::SourceMap& sources);

}  // namespace handbill::spec
