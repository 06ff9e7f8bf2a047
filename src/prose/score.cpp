// SPDX-License-Identifier: MIT
#include "prose/score.h"

#include <algorithm>
#include <utility>

#include "prose/judge_words.h"
#include "prose/metrics.h"
#include "prose/sections.h"
#include "words/blocks.h"

namespace handbill::prose {
namespace {

bool has_kind(const Reading& reading, words::Kind kind) {
  const auto& all = reading.words.paragraphs;
  return std::ranges::find(all, kind, &words::Paragraph::kind) != all.end();
}

bool has_table(const std::vector<words::Block>& blocks) {
  return std::ranges::any_of(blocks, [](const words::Block& each) {
    return each.kind == words::Block::Kind::Table || has_table(each.blocks);
  });
}

/// Numbers that people have to understand: not those of facts.
bool has_numbers(const Reading& reading) {
  for (std::size_t i = 0; i < reading.paragraphs.size(); ++i) {
    for (const Token& each : reading.paragraphs[i].tokens) {
      if (each.kind != Token::Kind::Number) continue;
      if (!is_fact(reading.written(i), each.begin, each.end)) return true;
    }
  }
  return false;
}

bool has_percentages(const Reading& reading) {
  PhraseSet phrases;
  for (const char* each : {"# %", "# percent", "# por ciento", "# in #", "# of #", "# de cada #"}) {
    if (auto phrase = read_phrase(each)) phrases.add(std::move(*phrase));
  }
  return std::ranges::any_of(
      reading.paragraphs, [&](const ReadParagraph& each) { return !phrases.find(each).empty(); });
}

bool says_one_of(const PhraseSet& phrases, const Reading& reading) {
  return std::ranges::any_of(
      reading.paragraphs, [&](const ReadParagraph& each) { return !phrases.find(each).empty(); });
}

bool applies(const WordRule& rule, const Reading& reading) {
  const bool is_question = rule.check->name == "question";
  if (is_question && !rule.beside.empty() && !says_one_of(rule.beside, reading)) return false;
  if (!rule.written.when) return true;
  const std::string& what = rule.written.when->value;
  if (what == "said") return says_one_of(rule.words, reading);
  if (what == "numbers") return has_numbers(reading);
  if (what == "percentages") return has_percentages(reading);
  if (what == "pictures") return has_kind(reading, words::Kind::Figure);
  if (what == "headings") return has_kind(reading, words::Kind::Heading);
  if (what == "tables") return has_table(words::as_blocks(reading.words).body);
  return true;
}

std::string question_of(const WordRule& rule) {
  const std::string& asked = rule.written.asks ? rule.written.asks->value : rule.id;
  return rule.written.item->value + ": " + asked;
}

Score& score_of(const WordRule& rule, std::vector<Score>& scores) {
  const std::string part = rule.written.part ? rule.written.part->value : "";
  const auto known = std::ranges::find_if(
      scores, [&](const Score& each) { return each.pack == rule.pack && each.part == part; });
  if (known != scores.end()) return *known;
  scores.push_back({rule.pack, part});
  return scores.back();
}

std::string told(const Score& score) {
  const auto count = [](std::size_t number) { return std::to_string(number); };
  std::string text = "`" + score.pack + "`" + (score.part.empty() ? "" : ", " + score.part) + ": " +
                     count(score.reached) + " of " + count(score.items()) + " reached";
  if (score.missed > 0) text += ", " + count(score.missed) + " missed";
  if (score.asked > 0) text += ", " + count(score.asked) + " more once people have answered";
  return text;
}

/// By people, if they have.
Answer answered(const WordRule& rule, const Context& context) {
  const auto known = context.answers.find(rule.id);
  if (known == context.answers.end()) return Answer::Asked;
  return known->second == "yes"  ? Answer::Reached
         : known->second == "no" ? Answer::Missed
                                 : Answer::Idle;
}

}  // namespace

Answer answer_of(const WordRule& rule, const Judged& judged) {
  const std::string& language = judged.reading.words.language;
  if (!applies(rule, judged.reading)) return Answer::Idle;
  const bool is_asked =
      rule.check->name == "question" || !holds_in(rule, language) || is_beyond(rule, language);
  if (is_asked) return answered(rule, judged.context);
  return judge_words(rule, judged).list().empty() ? Answer::Reached : Answer::Missed;
}

std::vector<Score> scores_of(const RuleList& rules, const Judged& judged) {
  std::vector<Score> scores;
  for (const WordRule* rule : rules) {
    if (!rule->written.item) continue;
    Score& score = score_of(*rule, scores);
    switch (answer_of(*rule, judged)) {
      case Answer::Reached:
        ++score.reached;
        break;
      case Answer::Missed:
        ++score.missed;
        break;
      case Answer::Asked:
        ++score.asked;
        score.questions.push_back(question_of(*rule));
        break;
      case Answer::Idle:
        break;
    }
  }
  return scores;
}

void tell_scores(const RuleList& rules, const Judged& judged, diag::Diagnostics& diags) {
  if (judged.reading.words.paragraphs.empty()) return;
  for (Score& each : scores_of(rules, judged)) {
    diag::Diagnostic note{diag::DiagnosticId::WordRule, diag::Severity::Note, told(each),
                          beginning_of(judged.reading)};
    note.hints = std::move(each.questions);
    note.rule = diag::RuleInfo{each.pack, ""};
    diags.add(std::move(note));
  }
}

}  // namespace handbill::prose
