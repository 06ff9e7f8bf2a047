// SPDX-License-Identifier: MIT
// Checks of what stands below which heading: for how long, with which number, in which order.
#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <string>
#include <utility>

#include "prose/check_functions.h"
#include "prose/moments.h"
#include "prose/sections.h"

namespace handbill::prose {
namespace {

bool says(const PhraseSet& phrases, const ReadParagraph& paragraph) {
  return !phrases.find(paragraph).empty();
}

bool any_says(const PhraseSet& phrases, const Reading& reading,
              const std::vector<std::size_t>& paragraphs) {
  return std::ranges::any_of(paragraphs,
                             [&](std::size_t i) { return says(phrases, reading.paragraphs[i]); });
}

/// The number of words and numbers up to token `end`.
std::size_t words_before(const ReadParagraph& paragraph, std::size_t end) {
  const auto tokens = std::span(paragraph.tokens).first(end);
  return static_cast<std::size_t>(std::ranges::count_if(
      tokens, [](const Token& each) { return each.kind != Token::Kind::Sign; }));
}

/// A heading says a phrase when it begins with it; a single word must be all of it ("Do").
bool is_headed(const PhraseSet& phrases, const ReadParagraph& heading) {
  return std::ranges::any_of(phrases.find(heading), [&](const Match& each) {
    if (words_before(heading, each.first) > 0) return false;
    const std::size_t all = words_before(heading, heading.tokens.size());
    return words_before(heading, each.last + 1) > 1 || all == 1;
  });
}

Finding at_paragraph(std::size_t paragraph) {
  Finding finding;
  finding.paragraph = paragraph;
  return finding;
}

/// About all of a document, where it begins.
Finding at_beginning(const Reading& reading) {
  Finding finding;
  finding.span = beginning_of(reading);
  return finding;
}

bool is_looked_at(const WordRule& rule, const Reading& reading) {
  return !reading.words.paragraphs.empty() && holds_in(rule, reading.words.language);
}

// ---- Facts --------------------------------------------------------------------------------------

/// "phone" of "clinic.phone", and the whole.
bool is_named(std::string_view path, const spec::Text& fact) {
  return path == fact.value || path.substr(path.rfind('.') + 1) == fact.value;
}

/// Seven digits or more in a row, with the signs that stand between those of a number.
bool has_typed_number(const ReadParagraph& paragraph) {
  constexpr std::size_t kFewestDigits = 7;
  constexpr std::string_view kSigns = "()-–.+/";
  std::size_t digits = 0;
  for (const Token& each : paragraph.tokens) {
    if (each.kind == Token::Kind::Number) {
      digits += static_cast<std::size_t>(
          std::ranges::count_if(each.plain, [](char c) { return c >= '0' && c <= '9'; }));
      if (digits >= kFewestDigits) return true;
    } else if (kSigns.find(each.plain) == kSigns.npos) {
      digits = 0;
    }
  }
  return false;
}

/// The fact, or the blank that waits for it; of a telephone number also one that is typed.
bool tells_fact(const Reading& reading, std::size_t index, const spec::Text& fact) {
  const words::Paragraph& paragraph = reading.written(index);
  const auto& origins = paragraph.origins.list();
  return std::ranges::any_of(paragraph.blanks,
                             [&](const words::Blank& each) { return is_named(each.fact, fact); }) ||
         std::ranges::any_of(origins,
                             [&](const text::Origin& each) {
                               return each.fact != nullptr && is_named(each.fact->path, fact);
                             }) ||
         (fact.value == "phone" && has_typed_number(reading.paragraphs[index]));
}

/// One of the phrases, or of the facts, that a rule has for what must stand beside.
bool has_beside(const WordRule& rule, const Reading& reading,
                const std::vector<std::size_t>& paragraphs) {
  return any_says(rule.beside, reading, paragraphs) ||
         std::ranges::any_of(rule.written.facts, [&](const spec::Text& fact) {
           return std::ranges::any_of(paragraphs,
                                      [&](std::size_t i) { return tells_fact(reading, i, fact); });
         });
}

// ---- items-need ---------------------------------------------------------------------------------

/// Items below headings, each of which needs a phrase.
class ItemsNeed {
 public:
  ItemsNeed(const WordRule& rule, const Reading& reading, Findings& found)
      : rule_(rule), reading_(reading), found_(found) {}

  void run() {
    for (const Section& section : sections_of(reading_)) {
      if (section.heading && is_asked(*section.heading)) judge(section);
    }
    for (const words::Flow& flow : reading_.words.flows) {
      if (flow.kind == words::Flow::Kind::Table) judge_columns(flow);
    }
  }

 private:
  /// The heading, or one that it stands below.
  bool is_asked(std::size_t heading) const {
    constexpr int kDeepest = 6;
    std::optional<std::size_t> at = heading;
    for (int depth = 0; at && depth < kDeepest; ++depth) {
      if (is_headed(rule_.words, reading_.paragraphs[*at])) return true;
      at = reading_.written(*at).heading;
    }
    return false;
  }

  void judge(const Section& section) {
    // "For the first 24 hours" as heading or lead-in says it for all below.
    const Entries entries = entries_of(reading_, section);
    if (says(rule_.beside, reading_.paragraphs[*section.heading])) return;
    if (any_says(rule_.beside, reading_, entries.lead_in)) return;
    for (const Entry& each : entries.entries) judge(each.paragraphs);
  }

  void judge(const std::vector<std::size_t>& entry) {
    if (!any_says(rule_.beside, reading_, entry)) found_.push_back(at_paragraph(entry.front()));
  }

  /// "Do" and "Do not" as names of columns.
  void judge_columns(const words::Flow& flow) {
    std::vector<std::size_t> asked;
    for_cells(flow, [&](std::size_t i, const words::Cell& cell) {
      if (cell.is_head && is_headed(rule_.words, reading_.paragraphs[i])) {
        asked.push_back(cell.column);
      }
    });
    for (const std::size_t column : asked) judge_column(flow, column, asked);
  }

  void judge_column(const words::Flow& flow, std::size_t column,
                    const std::vector<std::size_t>& asked) {
    std::map<std::size_t, std::vector<std::size_t>> rows, besides;
    for_cells(flow, [&](std::size_t i, const words::Cell& cell) {
      if (cell.is_head) return;
      if (cell.column == column) rows[cell.row].push_back(i);
      if (std::ranges::find(asked, cell.column) == asked.end()) besides[cell.row].push_back(i);
    });
    for (const auto& [row, entry] : rows) {
      if (!any_says(rule_.beside, reading_, besides[row])) judge(entry);
    }
  }

  template <class Use>
  void for_cells(const words::Flow& flow, Use use) const {
    for (std::size_t i = flow.paragraphs.begin; i < flow.paragraphs.end; ++i) {
      if (const auto& cell = reading_.written(i).cell) use(i, *cell);
    }
  }

  const WordRule& rule_;
  const Reading& reading_;
  Findings& found_;
};

/// With its heading, and the sections before and behind it.
std::vector<std::size_t> neighbourhood(const std::vector<Section>& sections, std::size_t at) {
  std::vector<std::size_t> all;
  const std::size_t first = at > 0 ? at - 1 : 0;
  for (std::size_t i = first; i < sections.size() && i <= at + 1; ++i) {
    if (sections[i].heading) all.push_back(*sections[i].heading);
    all.insert(all.end(), sections[i].paragraphs.begin(), sections[i].paragraphs.end());
  }
  return all;
}

}  // namespace

void judge_items_need(const WordRule& rule, const Judged& judged, Findings& found) {
  if (is_looked_at(rule, judged.reading)) ItemsNeed(rule, judged.reading, found).run();
}

void judge_sentences_need(const WordRule& rule, const Judged& judged, Findings& found) {
  const Reading& reading = judged.reading;
  for (std::size_t i = 0; i < reading.paragraphs.size(); ++i) {
    const ReadParagraph& read = reading.paragraphs[i];
    if (!is_prose(reading.written(i)) || says(rule.beside, read)) continue;
    const auto& heading = reading.written(i).heading;
    if (heading && says(rule.beside, reading.paragraphs[*heading])) continue;
    // What stands below "Do not" is asked by items-need.
    if (heading && is_headed(rule.words, reading.paragraphs[*heading])) continue;
    for (const Match& each : rule.words.find(read)) {
      const auto begins = [&](const Sentence& sentence) {
        return sentence.tokens.begin == each.first;
      };
      if (!std::ranges::any_of(read.sentences, begins)) continue;
      found.push_back(finding_of(judged, i, each));
      break;
    }
  }
}

void judge_section_needs(const WordRule& rule, const Judged& judged, Findings& found) {
  const Reading& reading = judged.reading;
  if (!is_looked_at(rule, reading)) return;
  const bool is_anywhere = rule.written.within && rule.written.within->value == "document";
  const std::vector<Section> sections = sections_of(reading);
  std::vector<std::size_t> all;
  for (const Section& each : sections) {
    all.insert(all.end(), each.paragraphs.begin(), each.paragraphs.end());
  }
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const auto& heading = sections[i].heading;
    if (!heading || !is_headed(rule.words, reading.paragraphs[*heading])) continue;
    const auto& near = is_anywhere ? all : neighbourhood(sections, i);
    if (!has_beside(rule, reading, near)) found.push_back(at_paragraph(*heading));
  }
}

void judge_must_say(const WordRule& rule, const Judged& judged, Findings& found) {
  const Reading& reading = judged.reading;
  if (!is_looked_at(rule, reading)) return;
  std::optional<Match> first;
  std::size_t where = 0;
  for (std::size_t i = 0; i < reading.paragraphs.size(); ++i) {
    const bool is_heading = reading.written(i).kind == words::Kind::Heading;
    const bool looks = rule.written.measure && rule.written.measure->value == "headings"
                           ? is_heading && is_headed(rule.words, reading.paragraphs[i])
                           : says(rule.words, reading.paragraphs[i]);
    if (looks) return;
    if (std::ranges::any_of(rule.written.facts,
                            [&](const spec::Text& fact) { return tells_fact(reading, i, fact); })) {
      return;
    }
    const auto asked = first ? std::vector<Match>{} : rule.beside.find(reading.paragraphs[i]);
    if (asked.empty()) continue;
    first = asked.front();
    where = i;
  }
  if (rule.beside.empty()) return found.push_back(at_beginning(reading));
  if (first) found.push_back(finding_of(judged, where, *first));
}

void judge_headings_order(const WordRule& rule, const Judged& judged, Findings& found) {
  const Reading& reading = judged.reading;
  if (!is_looked_at(rule, reading)) return;
  std::optional<std::size_t> later;
  for (std::size_t i = 0; i < reading.paragraphs.size(); ++i) {
    if (reading.written(i).kind != words::Kind::Heading) continue;
    if (!later && is_headed(rule.beside, reading.paragraphs[i])) later = i;
    if (!later || !is_headed(rule.words, reading.paragraphs[i])) continue;
    Finding finding = at_paragraph(i);
    finding.instead = reading.written(*later).text;
    found.push_back(std::move(finding));
    return;
  }
}

namespace {

/// Which paragraphs follow each other: a column of a table, a list, the headings of a level.
struct Row {
  enum class Of { Column, List, Headings } of{};
  std::size_t flow = 0, column = 0;
  int level = 0;
  auto operator<=>(const Row&) const = default;
};

std::optional<Row> row_of(const words::Paragraph& paragraph) {
  if (paragraph.cell) {
    return Row{Row::Of::Column, paragraph.flow, paragraph.cell->column, 0};
  }
  if (paragraph.kind == words::Kind::Heading) return Row{Row::Of::Headings, 0, 0, paragraph.level};
  if (paragraph.kind == words::Kind::ListItem) {
    return Row{Row::Of::List, paragraph.flow, paragraph.heading.value_or(0), paragraph.level};
  }
  return std::nullopt;
}

}  // namespace

void judge_times_rise(const WordRule& rule, const Judged& judged, Findings& found) {
  const Reading& reading = judged.reading;
  if (!is_looked_at(rule, reading)) return;
  struct Last {
    double moment;
    std::size_t paragraph;
  };
  std::map<Row, Last> last;
  for (std::size_t i = 0; i < reading.paragraphs.size(); ++i) {
    const auto row = row_of(reading.written(i));
    const auto moment = row ? moment_of(reading.paragraphs[i]) : std::nullopt;
    if (!moment) continue;
    const auto known = last.find(*row);
    if (known != last.end() && *moment < known->second.moment) {
      Finding finding = at_paragraph(i);
      const std::string& before = reading.written(known->second.paragraph).text;
      finding.instead = before.substr(0, before.find('\n'));
      const std::string& text = reading.written(i).text;
      finding.end = std::min(text.find('\n'), text.size());
      found.push_back(std::move(finding));
    }
    last.insert_or_assign(*row, Last{*moment, i});
  }
}

/// What people must answer is told with the score (see score.h).
void judge_question(const WordRule&, const Judged&, Findings&) {}

}  // namespace handbill::prose
