// SPDX-License-Identifier: MIT
// Checks that look for phrases.
#include <unicode/uchar.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "prose/check_functions.h"

namespace handbill::prose {
namespace {

/// Calls `use(paragraph, match)` for all there are.
template <class Use>
void each_match(const PhraseSet& phrases, const Reading& reading, Use use) {
  for (std::size_t i = 0; i < reading.paragraphs.size(); ++i) {
    for (const Match& each : phrases.find(reading.paragraphs[i])) use(i, each);
  }
}

std::string_view text_of(const Judged& judged, const Finding& finding) {
  return std::string_view(judged.reading.written(finding.paragraph).text)
      .substr(finding.begin, finding.end - finding.begin);
}

std::string with_capital(std::string_view text) {
  std::size_t at = 0;
  const char32_t first = next_code_point(text, at);
  std::string result;
  append_utf8(result, static_cast<char32_t>(u_toupper(static_cast<UChar32>(first))));
  return result += text.substr(at);
}

/// As the words it stands in for begin.
std::string like(std::string_view words, const std::string& instead) {
  if (words.empty() || instead.empty()) return instead;
  std::size_t at = 0;
  const bool is_capital = u_isupper(static_cast<UChar32>(next_code_point(words, at))) != 0;
  return is_capital ? with_capital(instead) : instead;
}

/// Stretches of a document that what is counted, or near, belongs to.
class Neighbourhoods {
 public:
  Neighbourhoods(const WordRule& rule, const Reading& reading) : reading_(reading) {
    within_ = rule.written.within ? std::string_view(rule.written.within->value) : "document";
  }

  /// A number that matches in the same one share.
  std::size_t of(std::size_t paragraph, std::size_t token) const {
    if (within_ == "sentence") return paragraph * kMostSentences + sentence(paragraph, token);
    if (within_ == "paragraph") return paragraph;
    if (within_ == "section") return section(paragraph);
    return 0;
  }

 private:
  static constexpr std::size_t kMostSentences = std::size_t{1} << 24U;

  std::size_t sentence(std::size_t paragraph, std::size_t token) const {
    const auto& sentences = reading_.paragraphs[paragraph].sentences;
    const auto behind = std::ranges::upper_bound(
        sentences, token, {}, [](const Sentence& each) { return each.tokens.begin; });
    return static_cast<std::size_t>(behind - sentences.begin());
  }

  /// The heading it stands below, itself included; what stands below none is one section.
  std::size_t section(std::size_t paragraph) const {
    const words::Paragraph& written = reading_.written(paragraph);
    if (written.kind == words::Kind::Heading) return paragraph + 1;
    return written.heading ? *written.heading + 1 : 0;
  }

  const Reading& reading_;
  std::string_view within_;
};

}  // namespace

Finding finding_of(const Judged& judged, std::size_t paragraph, const Match& match) {
  const auto& tokens = judged.reading.paragraphs[paragraph].tokens;
  Finding finding;
  finding.paragraph = paragraph;
  finding.begin = tokens[match.first].begin;
  finding.end = tokens[match.last].end;
  return finding;
}

void judge_existence(const WordRule& rule, const Judged& judged, Findings& found) {
  each_match(rule.words, judged.reading, [&](std::size_t paragraph, const Match& match) {
    found.push_back(finding_of(judged, paragraph, match));
  });
}

void judge_substitution(const WordRule& rule, const Judged& judged, Findings& found) {
  each_match(rule.words, judged.reading, [&](std::size_t paragraph, const Match& match) {
    Finding finding = finding_of(judged, paragraph, match);
    const std::string* meant = rule.written.swap[match.phrase].text.as_string();
    finding.instead = like(text_of(judged, finding), *meant);
    // A plainer word may ask for another sentence around it.
    if (rule.level != Level::Consider) finding.mended = finding.instead;
    found.push_back(std::move(finding));
  });
}

void judge_occurrence(const WordRule& rule, const Judged& judged, Findings& found) {
  const Neighbourhoods near(rule, judged.reading);
  std::map<std::size_t, Findings> by_place;
  each_match(rule.words, judged.reading, [&](std::size_t paragraph, const Match& match) {
    by_place[near.of(paragraph, match.first)].push_back(finding_of(judged, paragraph, match));
  });
  const auto limit = [&](const auto& key) { return static_cast<std::size_t>(key->value); };
  const auto tell = [&](Finding finding, std::size_t count, std::size_t most) {
    finding.said = {{"count", std::to_string(count)}, {"limit", std::to_string(most)}};
    found.push_back(std::move(finding));
  };
  const auto& [least, most] = std::tie(rule.written.least, rule.written.most);
  if (least && by_place.empty() && *&least->value > 0 && !judged.reading.paragraphs.empty()) {
    tell({}, 0, limit(least));
  }
  for (const auto& [place, all] : by_place) {
    if (most && all.size() > limit(most)) tell(all[limit(most)], all.size(), limit(most));
    if (least && all.size() < limit(least)) tell(all.front(), all.size(), limit(least));
  }
}

void judge_needs_beside(const WordRule& rule, const Judged& judged, Findings& found) {
  const Neighbourhoods near(rule, judged.reading);
  std::map<std::size_t, bool> has;
  each_match(rule.beside, judged.reading, [&](std::size_t paragraph, const Match& match) {
    has[near.of(paragraph, match.first)] = true;
  });
  each_match(rule.words, judged.reading, [&](std::size_t paragraph, const Match& match) {
    // Once a place.
    if (std::exchange(has[near.of(paragraph, match.first)], true)) return;
    found.push_back(finding_of(judged, paragraph, match));
  });
}

namespace {

/// Where the one and the other way to write it stand.
struct Ways {
  Findings one, other;
};

/// Tells of the rarer way; of the first when there are as many of both.
void tell_rarer(const Ways& ways, const std::string& one, const std::string& other,
                Findings& found) {
  if (ways.one.empty() || ways.other.empty()) return;
  const bool is_one_rarer = ways.one.size() <= ways.other.size();
  for (Finding each : is_one_rarer ? ways.one : ways.other) {
    each.instead = is_one_rarer ? other : one;
    found.push_back(std::move(each));
  }
}

}  // namespace

void compare_consistency(const WordRule& rule, std::span<const Judged> judged, Findings& found) {
  const auto& swap = rule.written.swap;
  PhraseSet others;
  for (const spec::SetSpec& each : swap) {
    // One that can't be read is never found.
    others.add(read_phrase(*each.text.as_string()).value_or(Phrase{}));
  }
  const bool is_project = rule.written.within && rule.written.within->value == "project";
  std::map<std::pair<std::size_t, std::size_t>, Ways> ways;  // by pair and document
  const auto collect = [&](const PhraseSet& phrases, Findings Ways::*into) {
    for (std::size_t i = 0; i < judged.size(); ++i) {
      each_match(phrases, judged[i].reading, [&](std::size_t paragraph, const Match& match) {
        Finding finding = finding_of(judged[i], paragraph, match);
        finding.document = i;
        (ways[{match.phrase, is_project ? 0 : i}].*into).push_back(std::move(finding));
      });
    }
  };
  collect(rule.words, &Ways::one);
  collect(others, &Ways::other);
  for (const auto& [key, each] : ways) {
    tell_rarer(each, swap[key.first].name, *swap[key.first].text.as_string(), found);
  }
}

}  // namespace handbill::prose
