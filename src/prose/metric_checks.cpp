// SPDX-License-Identifier: MIT
// Checks that measure: how hard a text is to read, how long its sentences are, how it is built.
#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

#include "prose/check_functions.h"
#include "prose/metrics.h"
#include "prose/passive.h"
#include "prose/sections.h"

namespace handbill::prose {
namespace {

/// "9.4"; whole numbers without a fraction.
std::string shown_tenths(double value) {
  const auto tenths = static_cast<long long>(std::llround(value * 10));
  std::string text = std::to_string(tenths / 10);
  if (tenths % 10 != 0) text += "." + std::to_string(std::abs(tenths % 10));
  return tenths < 0 && tenths > -10 ? "-" + text : text;
}

/// Up to the first so many letters, and on one line.
std::string quoted_start(std::string_view text) {
  constexpr std::size_t kMost = 48;
  std::string line(text.substr(0, text.find('\n')));
  if (line.size() > kMost) {
    std::size_t end = kMost;
    while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) --end;
    line = line.substr(0, end) + "…";
  }
  return "`" + line + "`";
}

class Meter {
 public:
  Meter(const WordRule& rule, const Judged& judged, const Metric& metric, Findings& found)
      : rule_(rule), reading_(judged.reading), metric_(metric), found_(found) {
    all_.resize(reading_.words.paragraphs.size());
    for (std::size_t i = 0; i < all_.size(); ++i) all_[i] = i;
    sentences_ = count_sentences(reading_, all_);
  }

  void run() {
    if (reading_.words.paragraphs.empty() || metric_.take == nullptr) return;
    switch (of()) {
      case Metric::Of::Sentence:
        return run_sentences();
      case Metric::Of::Paragraph:
        return run_paragraphs();
      case Metric::Of::Section:
        for (Section& each : sections_of(reading_)) {
          judge(each.heading, std::move(each.paragraphs));
        }
        return;
      case Metric::Of::Document:
        judge(std::nullopt, all_);
        return;
    }
  }

 private:
  Metric::Of of() const {
    if (!rule_.written.within) return metric_.of;
    const std::string& within = rule_.written.within->value;
    if (within == "sentence") return Metric::Of::Sentence;
    if (within == "paragraph") return Metric::Of::Paragraph;
    return within == "section" ? Metric::Of::Section : Metric::Of::Document;
  }

  /// Those of one paragraph; all are in its order.
  std::vector<CountedSentence> sentences_of(std::size_t paragraph) const {
    // Clang 14 can't take the range of std::ranges::equal_range.
    constexpr auto kPlace = &CountedSentence::paragraph;
    return {std::ranges::lower_bound(sentences_, paragraph, {}, kPlace),
            std::ranges::upper_bound(sentences_, paragraph, {}, kPlace)};
  }

  std::vector<CountedSentence> sentences_of(const std::vector<std::size_t>& paragraphs) const {
    std::vector<CountedSentence> all;
    for (const std::size_t each : paragraphs) {
      const auto own = sentences_of(each);
      all.insert(all.end(), own.begin(), own.end());
    }
    return all;
  }

  void run_sentences() {
    for (const CountedSentence& each : sentences_) {
      const Measured measured{reading_, rule_, {each.paragraph}, {each}};
      if (auto finding = finding_of_limits(measured)) {
        std::tie(finding->begin, finding->end) = bytes_of(each);
        finding->said["where"] = quoted_start(text_of(each));
        add(std::move(*finding), each.paragraph);
      }
    }
  }

  void run_paragraphs() {
    for (const std::size_t i : all_) {
      const Measured measured{reading_, rule_, {i}, sentences_of(i)};
      if (auto finding = finding_of_limits(measured)) {
        finding->said["where"] = quoted_start(reading_.written(i).text);
        add(std::move(*finding), i);
      }
    }
  }

  /// A section, or the whole.
  void judge(std::optional<std::size_t> heading, std::vector<std::size_t> paragraphs) {
    Measured measured{reading_, rule_, std::move(paragraphs), {}};
    measured.sentences = sentences_of(measured.paragraphs);
    auto finding = finding_of_limits(measured);
    if (!finding) return;
    finding->said["where"] =
        heading ? quoted_start(reading_.written(*heading).text) : "the document";
    finding->labels = hardest(measured.sentences);
    if (heading) return add(std::move(*finding), *heading);
    // A rule that looks at some paragraphs alone looks at the document as well.
    finding->span = beginning_of(reading_);
    add(std::move(*finding), 0);
  }

  std::optional<Finding> finding_of_limits(const Measured& measured) const {
    const auto value = metric_.take(measured);
    if (!value) return std::nullopt;
    const auto& [least, most] = std::tie(rule_.written.least, rule_.written.most);
    if (most && metric_.has_most && *value > static_cast<double>(most->value)) {
      return told(measured, *value, most->value, "most");
    }
    if (least && metric_.has_least && *value < static_cast<double>(least->value)) {
      return told(measured, *value, least->value, "least");
    }
    return std::nullopt;
  }

  Finding told(const Measured& measured, double value, std::int64_t limit,
               std::string_view bound) const {
    Finding finding;
    finding.said = {{"count", shown_tenths(value)}, {"limit", std::to_string(limit)}};
    if (!rule_.written.message) {
      finding.message = "{where} " + std::string(metric_.told) + ", and {limit} is the " +
                        std::string(bound) + few_sentences(measured);
    }
    return finding;
  }

  /// SMOG was made for more sentences than a leaflet may have.
  std::string few_sentences(const Measured& measured) const {
    if (metric_.name != "smog" || measured.sentences.size() >= kSmogSentences) return "";
    return " (roughly, from " + std::to_string(measured.sentences.size()) +
           " sentences where 30 are asked)";
  }

  std::vector<diag::Label> hardest(std::vector<CountedSentence> sentences) const {
    constexpr std::size_t kMost = 3;
    if (metric_.weight == nullptr) return {};
    std::ranges::stable_sort(sentences, std::ranges::greater{}, metric_.weight);
    std::vector<diag::Label> labels;
    for (const CountedSentence& each : sentences) {
      if (labels.size() == kMost) break;
      const auto [begin, end] = bytes_of(each);
      const diag::Span span = words::written_at(reading_.written(each.paragraph), begin, end);
      if (!span.known()) continue;
      labels.push_back({span, std::to_string(each.words) + " words, " +
                                  std::to_string(each.long_words) + " of them long"});
    }
    return labels;
  }

  std::pair<std::size_t, std::size_t> bytes_of(const CountedSentence& sentence) const {
    const auto& tokens = reading_.paragraphs[sentence.paragraph].tokens;
    return {tokens[sentence.tokens.begin].begin, tokens[sentence.tokens.end - 1].end};
  }
  std::string_view text_of(const CountedSentence& sentence) const {
    const auto [begin, end] = bytes_of(sentence);
    return std::string_view(reading_.written(sentence.paragraph).text).substr(begin, end - begin);
  }

  void add(Finding finding, std::size_t paragraph) {
    finding.paragraph = paragraph;
    found_.push_back(std::move(finding));
  }

  const WordRule& rule_;
  const Reading& reading_;
  const Metric& metric_;
  Findings& found_;
  std::vector<std::size_t> all_{};            ///< paragraphs
  std::vector<CountedSentence> sentences_{};  ///< of all of them
};

}  // namespace

void judge_metric(const WordRule& rule, const Judged& judged, Findings& found) {
  const std::string& language = judged.reading.words.language;
  if (!holds_in(rule, language) || is_beyond(rule, language)) return;
  const Metric* metric = find_metric(rule.written.measure->value, language);
  if (metric != nullptr) Meter(rule, judged, *metric, found).run();
}

void judge_passive(const WordRule&, const Judged& judged, Findings& found) {
  const Reading& reading = judged.reading;
  for (std::size_t i = 0; i < reading.paragraphs.size(); ++i) {
    if (!is_prose(reading.written(i))) continue;
    const auto& tokens = reading.paragraphs[i].tokens;
    for (const words::Range& each : passives_in(reading.paragraphs[i], reading.words.language)) {
      Finding finding;
      finding.paragraph = i;
      finding.begin = tokens[each.begin].begin;
      finding.end = tokens[each.end - 1].end;
      found.push_back(std::move(finding));
    }
  }
}

}  // namespace handbill::prose
