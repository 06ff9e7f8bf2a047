// SPDX-License-Identifier: MIT
#include "layout/tell_overset.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/spaces.h"
#include "base/utf8.h"
#include "document/content_kinds.h"

namespace handbill::layout {
namespace {

bool is_written_without_spaces(std::string_view language) {
  constexpr auto kLanguages = std::to_array<std::string_view>({"zh", "ja", "th", "lo", "km", "my"});
  return std::ranges::find(kLanguages, language.substr(0, language.find('-'))) != kLanguages.end();
}

struct Amount {
  std::size_t words = 0;
  std::size_t characters = 0;
};

Amount amount_in(const text::Line& line) {
  Amount amount;
  bool inside = false;
  for (std::size_t at = 0; at < line.text.size();) {
    const bool is_white = is_space(next_code_point(line.text, at));
    amount.words += !is_white && !inside;
    amount.characters += !is_white;
    inside = !is_white;
  }
  return amount;
}

/// Each of the two by itself.
Amount more_of(const Amount& one, const Amount& other) {
  return {std::max(one.words, other.words), std::max(one.characters, other.characters)};
}

Amount sum_of(const std::vector<Amount>& amounts, std::size_t begin, std::size_t end) {
  Amount sum;
  for (std::size_t i = begin; i < end; ++i) {
    sum.words += amounts[i].words;
    sum.characters += amounts[i].characters;
  }
  return sum;
}

/// What has to go of a text for `count` of its lines to go, wherever in it that is cut: what its
/// last line has and the fullest of the others; and two more, for where it is cut and at its end
/// the rest breaks into other lines.
Amount amount_to_cut(const std::vector<const text::Line*>& lines, std::size_t count) {
  if (count == 0 || lines.empty()) return {};
  std::vector<Amount> amounts;
  for (const text::Line* each : lines) amounts.push_back(amount_in(*each));
  const Amount all = sum_of(amounts, 0, amounts.size());
  if (count >= lines.size()) return all;
  Amount fullest;
  for (std::size_t i = 0; i + count <= lines.size(); ++i) {
    fullest = more_of(fullest, sum_of(amounts, i, i + count - 1));
  }
  const Amount& last = amounts.back();
  constexpr std::size_t kMore = 2;
  const bool has_words = all.words > lines.size();
  return {std::min(fullest.words + last.words + (has_words ? kMore : 0), all.words),
          std::min(fullest.characters + last.characters + kMore, all.characters)};
}

std::string count_of(std::size_t count, const std::string& one, const std::string& several) {
  return std::to_string(count) + " " + (count == 1 ? one : several);
}

/// "14 words"; "20 characters" of a language that is written without spaces.
std::string words_of(const Amount& amount, const std::string& language) {
  return is_written_without_spaces(language)
             ? count_of(amount.characters, "character", "characters")
             : count_of(amount.words, "word", "words");
}

std::string in_ticks(const std::string& name) { return "`" + name + "`"; }

/// Each once, with all its letters.
std::vector<text::Source> sources_of(const std::vector<const text::Paragraph*>& paragraphs) {
  std::vector<text::Source> sources;
  for (const text::Paragraph* paragraph : paragraphs) {
    for (const text::Source& each : paragraph->sources) {
      const auto known = std::ranges::find(sources, each.path, &text::Source::path);
      if (known == sources.end()) {
        sources.push_back(each);
      } else {
        known->letters += each.letters;
      }
    }
  }
  return sources;
}

bool lies_in(diag::Span part, diag::Span whole) {
  return part.known() && part.file == whole.file && whole.begin <= part.begin &&
         part.end <= whole.end;
}

/// The quotes of a text are no words of it.
bool begins_with(diag::Span text, diag::Span words) {
  constexpr std::uint32_t kQuotes = 4;
  return text.file == words.file && text.begin <= words.begin &&
         words.begin <= text.begin + kQuotes;
}

void add_place(const TightPlace& place, diag::Diagnostic& problem) {
  problem.labels.push_back({place.frame->span, place.what});
  problem.frame = place.frame->name;
  problem.area = place.area;
}

}  // namespace

std::vector<const text::Paragraph*> paragraphs_of(const document::Row& row) {
  std::vector<const text::Paragraph*> paragraphs;
  for (const document::Cell& cell : row.cells) {
    const auto* text = document::text_of(cell);
    if (text == nullptr) continue;
    for (const text::Paragraph& each : text->paragraphs) paragraphs.push_back(&each);
  }
  return paragraphs;
}

std::string names_of(const std::vector<const text::Paragraph*>& paragraphs) {
  std::vector<text::Source> sources = sources_of(paragraphs);
  if (sources.empty()) return {};
  std::ranges::stable_sort(sources, std::greater<>(), &text::Source::letters);
  std::string names = in_ticks(sources.front().path);
  for (std::size_t i = 1; i < sources.size(); ++i) {
    names += (i + 1 == sources.size() ? " and " : ", ") + in_ticks(sources[i].path);
  }
  return names;
}

std::optional<diag::Span> span_of(const text::Line& line) {
  for (const display::Item& item : line.items) {
    if (item.span.known()) return item.span;
  }
  return std::nullopt;
}

const text::Source* source_at(const text::Paragraph& paragraph, diag::Span span) {
  for (const text::Source& each : paragraph.sources) {
    if (lies_in(span, each.span) || lies_in(span, each.asked_at)) return &each;
  }
  return nullptr;
}

namespace {

bool is_of(const text::Paragraph& paragraph, const std::string& path) {
  return std::ranges::find(paragraph.sources, path, &text::Source::path) != paragraph.sources.end();
}

/// Of the text at `path`; when it has no more lines than are left over, of all texts.
Amount amount_over(const TextOver& over, const std::string& path) {
  std::vector<const text::Line*> own, all;
  for (const LineOfText& each : over.lines) {
    all.push_back(each.line);
    if (is_of(*each.paragraph, path)) own.push_back(each.line);
  }
  return amount_to_cut(own.size() > over.left_over ? own : all, over.left_over);
}

}  // namespace

diag::Diagnostic tell(const TextOver& over) {
  const std::vector<text::Source> sources = sources_of(over.paragraphs);
  const std::string language =
      over.paragraphs.empty() ? "" : over.paragraphs.front()->style->text->language;
  const auto longest = std::ranges::max_element(sources, {}, &text::Source::letters);
  const std::string amount =
      words_of(amount_over(over, longest == sources.end() ? "" : longest->path), language);
  diag::Diagnostic problem{.id = diag::DiagnosticId::Overset, .message = {}, .span = over.from};
  const std::string by =
      " too long by about " + amount + " (" + count_of(over.left_over, "line", "lines") + ")";
  if (sources.empty()) {
    problem.message = "this text is" + by;
    problem.hints.push_back("cut about " + amount + ", make the frame larger or the style smaller");
  } else {
    problem.message =
        names_of(over.paragraphs) + (sources.size() == 1 ? " is" : " are together") + by;
    problem.hints.push_back("cut about " + amount + " from " + in_ticks(longest->path));
    if (longest->span.known()) problem.span = longest->span;
    if (over.from.known() && !begins_with(problem.span, over.from)) {
      problem.labels.push_back({over.from, "from here on there is no room"});
    }
  }
  add_place(over.place, problem);
  return problem;
}

std::optional<LongEntry> long_entry(const std::vector<Fragment>& rows, std::size_t lines) {
  constexpr std::size_t kLeast = 3;
  std::vector<std::size_t> counts;
  LongEntry entry;
  for (const Fragment& row : rows) {
    std::size_t most = 0;
    for (const Fragment& cell : row.children) {
      most = std::max(most, cell.lines.size());
      if (cell.lines.size() <= entry.lines.size()) continue;
      entry = {counts.size(), {}, lines};
      for (const LineFragment& each : cell.lines) entry.lines.push_back(each.line);
    }
    counts.push_back(most);
  }
  const std::size_t longest = entry.lines.size();
  if (longest < kLeast || lines > longest) return std::nullopt;
  counts.erase(counts.begin() + static_cast<std::ptrdiff_t>(entry.row));
  const std::size_t others = counts.empty() ? 1 : std::ranges::max(counts);
  if (longest < 2 * others || longest - lines < others) return std::nullopt;
  return entry;
}

namespace {

diag::Diagnostic tell_entry(const RowsOver& over) {
  const document::Row& row = over.table->rows[over.entry->row];
  const std::vector<const text::Paragraph*> paragraphs = paragraphs_of(row);
  const std::vector<text::Source> sources = sources_of(paragraphs);
  const auto longest = std::ranges::max_element(sources, {}, &text::Source::letters);
  const bool is_written = longest != sources.end() && longest->span.known();
  const std::string language = paragraphs.empty() ? "" : paragraphs.front()->style->text->language;
  const LongEntry& entry = *over.entry;
  const std::string amount = words_of(amount_to_cut(entry.lines, entry.left_over), language);
  diag::Diagnostic problem{.id = diag::DiagnosticId::Overset,
                           .message = "an entry of " + in_ticks(over.table->list) +
                                      " is too long by about " + amount + " (" +
                                      count_of(entry.left_over, "line", "lines") + ")",
                           .span = is_written ? longest->span : row.span};
  problem.hints.push_back("cut about " + amount + " from it");
  add_place(over.place, problem);
  return problem;
}

}  // namespace

diag::Diagnostic tell(const RowsOver& over) {
  if (over.entry && !over.table->list.empty()) return tell_entry(over);
  const auto& rows = over.table->rows;
  const auto is_entry = [](const document::Row& row) {
    return !row.header && row.kind == document::Row::Kind::Entry;
  };
  const auto entries = static_cast<std::size_t>(std::ranges::count_if(rows, is_entry));
  const auto fitting =
      rows.begin() + static_cast<std::ptrdiff_t>(std::min(over.fitting, rows.size()));
  // Where feet alone have no room, an entry less makes it.
  const auto room =
      std::min(static_cast<std::size_t>(std::count_if(rows.begin(), fitting, is_entry)),
               std::max<std::size_t>(entries, 1) - 1);
  const bool is_list = !over.table->list.empty();
  diag::Diagnostic problem{.id = diag::DiagnosticId::Overset,
                           .message = is_list ? in_ticks(over.table->list) + " has " +
                                                    count_of(entries, "entry", "entries")
                                              : "the table has " + count_of(entries, "row", "rows"),
                           .span = rows[std::min(over.fitting, rows.size() - 1)].span};
  problem.message +=
      room == 0 ? ", there is room for none" : ", there is room for " + std::to_string(room);
  if (!problem.span.known()) problem.span = over.place.frame->span;
  add_place(over.place, problem);
  if (!is_list) {
    problem.hints.push_back("make the frame larger, the style smaller or the row gap narrower");
    return problem;
  }
  problem.hints.push_back((room == 0 ? "shorten the entries by "
                                     : "take out " + count_of(entries - room, "entry", "entries") +
                                           ", or shorten the entries by ") +
                          count_of(over.lines, "line", "lines") + " in all");
  return problem;
}

}  // namespace handbill::layout
