// SPDX-License-Identifier: MIT
#include "prose/metrics.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "base/language_tag.h"
#include "prose/checks.h"
#include "prose/initials.h"
#include "prose/passive.h"
#include "prose/sections.h"
#include "words/blocks.h"

namespace handbill::prose {
namespace {

/// Of fewer words no formula says anything.
constexpr std::size_t kFewestWords = 30;

bool is_english(std::string_view language) { return primary_language(language) == "en"; }
bool is_spanish(std::string_view language) { return primary_language(language) == "es"; }
bool has_syllables(std::string_view language) { return syllable_rules(language).has_value(); }

Sums of_one(const CountedSentence& sentence) {
  return {1, sentence.words, sentence.syllables, sentence.long_words};
}

template <double (*formula)(const Sums&)>
std::optional<double> by_formula(const Measured& measured) {
  const Sums sums = sum_of(measured.sentences);
  if (sums.words < kFewestWords) return std::nullopt;
  return formula(sums);
}

double percent(std::size_t of, std::size_t all) {
  return 100.0 * static_cast<double>(of) / static_cast<double>(std::max<std::size_t>(all, 1));
}

// ---- Words --------------------------------------------------------------------------------------

std::optional<double> passive_sentences(const Measured& measured) {
  if (measured.sentences.empty()) return std::nullopt;
  std::size_t count = 0, paragraph = measured.reading.paragraphs.size();
  std::vector<words::Range> passives;  // of that paragraph
  for (const CountedSentence& each : measured.sentences) {
    if (each.paragraph != paragraph) {
      paragraph = each.paragraph;
      passives =
          passives_in(measured.reading.paragraphs[paragraph], measured.reading.words.language);
    }
    const bool is_passive = std::ranges::any_of(passives, [&](const words::Range& passive) {
      return passive.begin >= each.tokens.begin && passive.begin < each.tokens.end;
    });
    count += is_passive ? 1 : 0;
  }
  return percent(count, measured.sentences.size());
}

std::optional<double> long_words(const Measured& measured) {
  const Sums sums = sum_of(measured.sentences);
  if (sums.words < kFewestWords) return std::nullopt;
  return percent(sums.long_words, sums.words);
}

/// Words that a rule names, that have four syllables or more, or that are initials nobody explains.
class HardWords {
 public:
  explicit HardWords(const Measured& measured)
      : measured_(measured), rules_(syllable_rules(measured.reading.words.language)) {}

  std::size_t count() {
    std::size_t count = 0;
    for (const CountedSentence& each : measured_.sentences) {
      if (named_.empty() || each.paragraph != paragraph_) name(each.paragraph);
      for (std::size_t i = each.tokens.begin; i < each.tokens.end; ++i) count += is_hard(i) ? 1 : 0;
    }
    return count;
  }

 private:
  void name(std::size_t paragraph) {
    paragraph_ = paragraph;
    const ReadParagraph& read = measured_.reading.paragraphs[paragraph];
    named_.assign(read.tokens.size(), false);
    for (const Match& each : measured_.rule.words.find(read)) {
      for (std::size_t i = each.first; i <= each.last; ++i) named_[i] = true;
    }
  }

  bool is_hard(std::size_t i) {
    const Token& token = measured_.reading.paragraphs[paragraph_].tokens[i];
    if (token.kind != Token::Kind::Word) return false;
    const words::Paragraph& written = measured_.reading.written(paragraph_);
    return named_[i] || is_long(token.plain) ||
           (is_initials(written, token) && !is_expanded(written, token));
  }

  bool is_long(const std::string& word) {
    const auto [known, is_new] = long_.try_emplace(word, false);
    if (is_new) known->second = rules_ && count_syllables(word, *rules_) >= 4;
    return known->second;
  }

  const Measured& measured_;
  std::optional<SyllableRules> rules_;
  std::size_t paragraph_ = 0;
  std::vector<bool> named_{};  ///< tokens of that paragraph
  std::map<std::string, bool, std::less<>> long_{};
};

std::optional<double> hard_words(const Measured& measured) {
  const Sums sums = sum_of(measured.sentences);
  if (sums.words < kFewestWords) return std::nullopt;
  return percent(HardWords(measured).count(), sums.words);
}

std::optional<double> words_in_all(const Measured& measured) {
  if (measured.sentences.empty()) return std::nullopt;
  return static_cast<double>(sum_of(measured.sentences).words);
}

std::optional<double> sentences_in_all(const Measured& measured) {
  if (measured.sentences.empty()) return std::nullopt;
  return static_cast<double>(measured.sentences.size());
}

// ---- How it is built ----------------------------------------------------------------------------

template <words::Kind kind>
std::optional<double> count_of(const Measured& measured) {
  const auto& all = measured.reading.words.paragraphs;
  return static_cast<double>(std::ranges::count(all, kind, &words::Paragraph::kind));
}

/// Calls `use(block)` for all there are, those in others too.
template <class Use>
void each_block(const std::vector<words::Block>& blocks, Use use) {
  for (const words::Block& each : blocks) {
    use(each);
    each_block(each.blocks, use);
  }
}

template <class Holds>
double count_blocks(const Measured& measured, Holds holds) {
  std::size_t count = 0;
  each_block(words::as_blocks(measured.reading.words).body,
             [&](const words::Block& each) { count += holds(each) ? 1 : 0; });
  return static_cast<double>(count);
}

std::optional<double> count_lists(const Measured& measured) {
  return count_blocks(
      measured, [](const words::Block& each) { return each.kind == words::Block::Kind::List; });
}

/// It names its columns or rows.
bool has_heads(const words::Block& table) {
  bool has = false;
  each_block(table.blocks,
             [&](const words::Block& each) { has |= each.head != words::Block::Head::None; });
  return has;
}

std::optional<double> count_headless_tables(const Measured& measured) {
  return count_blocks(measured, [](const words::Block& each) {
    return each.kind == words::Block::Kind::Table && !has_heads(each);
  });
}

/// Paragraphs with words that stand out: headings aside, strong or emphasised ones.
std::optional<double> count_stressed(const Measured& measured) {
  const auto is_stressed = [](const words::Run& each) {
    return each.stress.strong || each.stress.emphasis;
  };
  return static_cast<double>(
      std::ranges::count_if(measured.reading.words.paragraphs, [&](const words::Paragraph& each) {
        return each.kind == words::Kind::Heading || std::ranges::any_of(each.runs, is_stressed);
      }));
}

constexpr Metric kGrade{
    .name = "grade",
    .told = "reads at about grade {count}",
    .of = Metric::Of::Section,
    .take = by_formula<flesch_kincaid>,
    .can_take = is_english,
    .weight = [](const CountedSentence& each) { return flesch_kincaid(of_one(each)); },
    .has_least = false};
constexpr Metric kSzigriszt{
    .name = "szigriszt",
    .told = "has {count} points of ease",
    .of = Metric::Of::Section,
    .take = by_formula<szigriszt>,
    .can_take = is_spanish,
    .weight = [](const CountedSentence& each) { return -szigriszt(of_one(each)); },
    .has_most = false};
/// Of languages without a formula.
constexpr Metric kEase{.name = "ease",
                       .told = "is hard to read",
                       .of = Metric::Of::Section,
                       .take = nullptr,
                       .can_take = has_syllables};

constexpr auto kMetrics = std::to_array<Metric>({
    kGrade,
    {.name = "smog",
     .told = "reads at about grade {count} by SMOG",
     .of = Metric::Of::Document,
     .take = by_formula<smog>,
     .can_take = is_english,
     .weight = [](const CountedSentence& each) { return static_cast<double>(each.long_words); },
     .has_least = false},
    kSzigriszt,
    kEase,
    {.name = "sentence-words",
     .told = "has {count} words in a sentence",
     .of = Metric::Of::Sentence,
     .take = words_in_all},
    {.name = "paragraph-sentences",
     .told = "has {count} sentences",
     .of = Metric::Of::Paragraph,
     .take = sentences_in_all},
    {.name = "paragraph-words",
     .told = "has {count} words",
     .of = Metric::Of::Paragraph,
     .take = words_in_all},
    {.name = "section-words",
     .told = "has {count} words without another heading",
     .of = Metric::Of::Section,
     .take = words_in_all},
    {.name = "passive",
     .told = "may be passive in {count} % of its sentences",
     .of = Metric::Of::Document,
     .take = passive_sentences,
     .can_take = tells_passives},
    {.name = "long-words",
     .told = "has {count} % of words with three syllables or more",
     .of = Metric::Of::Document,
     .take = long_words,
     .can_take = has_syllables,
     .weight = [](const CountedSentence& each) { return static_cast<double>(each.long_words); }},
    {.name = "hard-words",
     .told = "has {count} % of hard words",
     .of = Metric::Of::Document,
     .take = hard_words,
     .can_take = is_english},
    {.name = "headings",
     .told = "has {count} headings",
     .of = Metric::Of::Document,
     .take = count_of<words::Kind::Heading>},
    {.name = "pictures",
     .told = "has {count} pictures",
     .of = Metric::Of::Document,
     .take = count_of<words::Kind::Figure>},
    {.name = "lists", .told = "has {count} lists", .of = Metric::Of::Document, .take = count_lists},
    {.name = "headless-tables",
     .told = "has {count} tables that name no columns or rows",
     .of = Metric::Of::Document,
     .take = count_headless_tables},
    {.name = "stressed",
     .told = "has {count} places that stand out",
     .of = Metric::Of::Document,
     .take = count_stressed},
});

constexpr auto kNames = [] {
  std::array<std::string_view, kMetrics.size()> names{};
  for (std::size_t i = 0; i < names.size(); ++i) names[i] = kMetrics[i].name;
  return names;
}();

}  // namespace

std::span<const Metric> metrics() { return kMetrics; }
std::span<const std::string_view> metric_names() { return kNames; }

const Metric* find_metric(std::string_view name, std::string_view language) {
  if (name == "ease" && is_english(language)) return &kGrade;
  if (name == "ease" && is_spanish(language)) return &kSzigriszt;
  const auto* const found = std::ranges::find(kMetrics, name, &Metric::name);
  return found == kMetrics.end() ? nullptr : found;
}

bool is_beyond(const WordRule& rule, std::string_view language) {
  if (rule.check->name != "metric" || !rule.written.measure) return false;
  const Metric* metric = find_metric(rule.written.measure->value, language);
  return metric == nullptr || (metric->can_take != nullptr && !metric->can_take(language));
}

}  // namespace handbill::prose
