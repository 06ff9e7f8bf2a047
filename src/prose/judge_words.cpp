// SPDX-License-Identifier: MIT
#include "prose/judge_words.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace handbill::prose {
namespace {

using words::Kind;
using words::Paragraph;

/// What a rule calls it.
std::string_view part_of(const Paragraph& paragraph) {
  if (paragraph.kind == Kind::Figure || paragraph.kind == Kind::Code) return "pictures";
  if (paragraph.cell) return "cells";
  switch (paragraph.kind) {
    case Kind::Heading:
      return "headings";
    case Kind::ListItem:
      return "items";
    case Kind::Quote:
      return "quotes";
    case Kind::Note:
      return "notes";
    case Kind::Paragraph:
    case Kind::Figure:
    case Kind::Code:
      break;
  }
  return "paragraphs";
}

bool looks_at(const WordRule& rule, const Paragraph& paragraph) {
  const auto& parts = rule.written.of;
  return parts.empty() || std::ranges::any_of(parts, [&](const spec::Text& each) {
           return each.value == part_of(paragraph);
         });
}

/// Puts what `said` has in for {NAME}.
std::string filled_in(std::string_view text, const std::map<std::string, std::string>& said) {
  std::string result;
  while (!text.empty()) {
    const std::size_t open = std::min(text.find('{'), text.size());
    result += text.substr(0, open);
    text.remove_prefix(open);
    const std::size_t close = text.find('}');
    if (close == text.npos) break;
    const auto known = said.find(std::string(text.substr(1, close - 1)));
    result += known != said.end() ? known->second : std::string(text.substr(0, close + 1));
    text.remove_prefix(close + 1);
  }
  return result += text;
}

/// Without the middle of what is long.
std::string shortened(std::string_view text) {
  constexpr std::size_t kMost = 80;
  std::string line(text);
  std::ranges::replace(line, '\n', ' ');
  if (line.size() <= kMost) return line;
  std::size_t end = kMost;
  while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) --end;
  return line.substr(0, end) + "…";
}

diag::Severity severity_of(Level level) {
  switch (level) {
    case Level::Error:
      return diag::Severity::Error;
    case Level::Consider:
    case Level::Off:
      return diag::Severity::Consider;
    case Level::Final:
    case Level::Voices:
    case Level::Warning:
      break;
  }
  return diag::Severity::Warning;
}

class Teller {
 public:
  Teller(const WordRule& rule, const Judged& judged) : rule_(rule), judged_(judged) {}

  /// False: it stands where the rule does not look.
  bool is_wanted(const Finding& finding) {
    if (finding.span.known()) return true;
    const Paragraph& paragraph = judged_.reading.written(finding.paragraph);
    return looks_at(rule_, paragraph) && holds_in(rule_, language_at(paragraph, finding.begin)) &&
           !is_excepted(finding);
  }

  diag::Diagnostic diagnostic(const Finding& finding) const {
    const Level level = finding.level.value_or(rule_.level);
    diag::Diagnostic told{rule_.check->id, severity_of(level), message_of(finding),
                          place_of(finding)};
    told.labels = finding.labels;
    told.hints = finding.hints;
    const auto said = said_of(finding);
    const auto& own = rule_.written.hint;
    if (!finding.hint.empty()) {
      told.hints.push_back(finding.hint);
    } else if (own) {
      told.hints.push_back(filled_in(own->value, said));
    }
    if (rule_.written.why) told.hints.push_back(filled_in(rule_.written.why->value, said));
    told.rule = diag::RuleInfo{rule_.id, source(), link(), is_error_in_print(level)};
    told.fix = fix_of(finding);
    return told;
  }

 private:
  bool is_error_in_print(Level level) const {
    return level == Level::Final || (level == Level::Voices && judged_.context.is_for_voices);
  }

  bool is_excepted(const Finding& finding) {
    if (rule_.except.empty()) return false;
    const ReadParagraph& read = judged_.reading.paragraphs[finding.paragraph];
    const auto [known, is_new] = excepted_.try_emplace(finding.paragraph);
    if (is_new) known->second = rule_.except.find(read);
    return std::ranges::any_of(known->second, [&](const Match& each) {
      return read.tokens[each.first].begin < finding.end &&
             finding.begin < read.tokens[each.last].end;
    });
  }

  std::string found_text(const Finding& finding) const {
    if (finding.span.known() && finding.begin == finding.end) return {};
    const std::string& text = judged_.reading.written(finding.paragraph).text;
    if (finding.begin == finding.end) return shortened(text);
    return shortened(std::string_view(text).substr(finding.begin, finding.end - finding.begin));
  }

  std::map<std::string, std::string> said_of(const Finding& finding) const {
    auto said = finding.said;
    said.try_emplace("found", found_text(finding));
    said.try_emplace("instead", finding.instead);
    return said;
  }

  std::string message_of(const Finding& finding) const {
    const auto& own = rule_.written.message;
    const std::string text = !finding.message.empty() ? finding.message
                             : own                    ? own->value
                                                      : std::string(rule_.check->message);
    return filled_in(text, said_of(finding));
  }

  diag::Span place_of(const Finding& finding) const {
    if (finding.span.known()) return finding.span;
    const Paragraph& paragraph = judged_.reading.written(finding.paragraph);
    if (finding.begin == finding.end) return whole(paragraph);
    const diag::Span span = words::written_at(paragraph, finding.begin, finding.end);
    return span.known() ? span : paragraph.span;
  }

  static diag::Span whole(const Paragraph& paragraph) {
    const diag::Span span = words::written_at(paragraph, 0, paragraph.text.size());
    return span.known() ? span : paragraph.span;
  }

  std::optional<diag::Fix> fix_of(const Finding& finding) const {
    if (finding.fix) return finding.fix;
    if (!finding.mended || finding.begin == finding.end) return std::nullopt;
    const Paragraph& paragraph = judged_.reading.written(finding.paragraph);
    const auto span = words::editable_at(paragraph, finding.begin, finding.end);
    if (!span) return std::nullopt;
    return diag::Fix{*span, *finding.mended};
  }

  std::string source() const { return rule_.written.source ? rule_.written.source->value : ""; }
  std::string link() const { return rule_.written.link ? rule_.written.link->value : ""; }

  const WordRule& rule_;
  const Judged& judged_;
  std::map<std::size_t, std::vector<Match>> excepted_{};  ///< by paragraph, once asked for
};

enum class Names { Told, Untold };

/// Some of the document is in a language that the rule looks at.
bool is_spoken(const WordRule& rule, const Reading& reading) {
  if (rule.written.languages.empty()) {
    return !reading.words.paragraphs.empty() || !reading.words.unsaid.empty();
  }
  return std::ranges::any_of(reading.words.paragraphs, [&](const Paragraph& paragraph) {
    return std::ranges::any_of(
        paragraph.runs, [&](const words::Run& each) { return holds_in(rule, each.language); });
  });
}

void tell(const WordRule& rule, std::span<const Judged> judged, const Findings& found, Names names,
          diag::Diagnostics& diags) {
  std::vector<Teller> tellers;
  for (const Judged& each : judged) tellers.emplace_back(rule, each);
  for (const Finding& each : found) {
    Teller& teller = tellers[each.document];
    if (!teller.is_wanted(each)) continue;
    diag::Diagnostic told = teller.diagnostic(each);
    if (names == Names::Told) told.documents = {judged[each.document].reading.document};
    diags.add(std::move(told));
  }
}

}  // namespace

diag::Diagnostics judge_words(const WordRule& rule, const Judged& judged) {
  diag::Diagnostics diags;
  if (rule.check->judge == nullptr || !is_spoken(rule, judged.reading)) return diags;
  Findings found;
  rule.check->judge(rule, judged, found);
  tell(rule, std::span(&judged, 1), found, Names::Untold, diags);
  return diags;
}

diag::Diagnostics judge_words(const std::vector<WordRule>& rules, const Judged& judged) {
  diag::Diagnostics diags;
  for (const WordRule& rule : rules) diags.add_all(judge_words(rule, judged));
  return diags;
}

diag::Diagnostics compare_words(const WordRule& rule, std::span<const Judged> judged) {
  diag::Diagnostics diags;
  if (rule.check->compare == nullptr) return diags;
  Findings found;
  rule.check->compare(rule, judged, found);
  tell(rule, judged, found, Names::Told, diags);
  return diags;
}

diag::Diagnostics compare_words(const std::vector<WordRule>& rules,
                                std::span<const Judged> judged) {
  diag::Diagnostics diags;
  for (const WordRule& rule : rules) diags.add_all(compare_words(rule, judged));
  return diags;
}

}  // namespace handbill::prose
