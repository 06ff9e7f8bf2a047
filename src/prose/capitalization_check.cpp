// SPDX-License-Identifier: MIT
// Words and titles that have other capitals than they should.
#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "prose/check_functions.h"
#include "prose/word_usage.h"
#include "spelling/speller.h"

namespace handbill::prose {
namespace {

void judge_listed(const WordRule& rule, const Judged& judged, Findings& found) {
  for (std::size_t i = 0; i < judged.reading.paragraphs.size(); ++i) {
    const std::string& text = judged.reading.written(i).text;
    for (const Match& match : rule.words.find(judged.reading.paragraphs[i])) {
      Finding finding = finding_of(judged, i, match);
      const std::string_view here =
          std::string_view(text).substr(finding.begin, finding.end - finding.begin);
      const std::string& listed = rule.words[match.phrase].written;
      const bool is_same_word = plain_form(here) == plain_form(listed);
      if (!is_same_word || here == listed || spelling::casing_of(here) == Casing::Capitals)
        continue;
      finding.instead = listed;
      finding.mended = listed;
      found.push_back(std::move(finding));
    }
  }
}

/// A word with a capital that would be right without, or the other way round.
class TitleJudge {
 public:
  TitleJudge(const Judged& judged, bool has_capitals, Findings& found)
      : judged_(judged), has_capitals_(has_capitals), found_(found) {}

  void run() {
    const auto words = used_words(judged_.reading);
    for (std::size_t begin = 0; begin < words.size();) {
      std::size_t end = begin + 1;
      while (end < words.size() && words[end].paragraph == words[begin].paragraph) ++end;
      judge(std::span(words).subspan(begin, end - begin));
      begin = end;
    }
  }

 private:
  void judge(std::span<const UsedWord> words) {
    const auto& tokens = judged_.reading.paragraphs[words.front().paragraph].tokens;
    const std::string& text = judged_.reading.written(words.front().paragraph).text;
    std::string mended;
    std::size_t taken = 0;
    for (const UsedWord& each : words) {
      if (each.token == 0 || !is_wrong(each)) continue;
      const Token& token = tokens[each.token];
      mended += text.substr(taken, token.begin - taken);
      mended +=
          has_capitals_ ? spelling::with_capital(each.text) : spelling::in_small_letters(each.text);
      taken = token.end;
    }
    if (taken == 0) return;
    Finding finding;
    finding.paragraph = words.front().paragraph;
    finding.end = text.size();
    finding.instead = mended + text.substr(taken);
    finding.mended = finding.instead;
    found_.push_back(std::move(finding));
  }

  bool is_wrong(const UsedWord& word) const {
    if (has_capitals_) {
      constexpr std::size_t kLongSmall = 3;
      return word.casing == Casing::Small && count_code_points(word.plain) > kLongSmall;
    }
    const spelling::Speller* speller = judged_.context.speller;
    // Without a speller nobody knows whether it is a name.
    return word.casing == Casing::Capital && speller != nullptr &&
           speller->look_up(word.plain, word.language) == spelling::Spelling::Right &&
           !speller->is_name(word.text, word.language);
  }

  const Judged& judged_;
  bool has_capitals_;
  Findings& found_;
};

}  // namespace

void judge_capitalization(const WordRule& rule, const Judged& judged, Findings& found) {
  const auto& measure = rule.written.measure;
  if (!measure) {
    judge_listed(rule, judged, found);
  } else {
    TitleJudge(judged, measure->value == "title", found).run();
  }
}

}  // namespace handbill::prose
