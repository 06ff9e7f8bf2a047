// SPDX-License-Identifier: MIT
// Checks of what those need who have a document read to them: what stands for pictures, levels of
// headings, words of links, names of columns, languages.
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "base/spaces.h"
#include "base/utf8.h"
#include "prose/check_functions.h"
#include "text/scripts.h"

namespace handbill::prose {
namespace {

using words::Flow;
using words::Kind;
using words::Paragraph;

Finding finding_at_bytes(std::size_t paragraph, std::size_t begin, std::size_t end) {
  Finding finding;
  finding.paragraph = paragraph;
  finding.begin = begin;
  finding.end = end;
  return finding;
}

/// Without white and signs round it, in small letters.
std::string bare(std::string_view text) {
  constexpr std::string_view kSigns = ".,:;!>()[]\"'";
  const auto is_idle = [&](char c) { return is_space(c) || kSigns.find(c) != kSigns.npos; };
  while (!text.empty() && is_idle(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_idle(text.back())) text.remove_suffix(1);
  return to_lower(text);
}

bool has_word(std::span<const Token> tokens) {
  return std::ranges::any_of(tokens,
                             [](const Token& each) { return each.kind != Token::Kind::Sign; });
}

/// A phrase is all there is, but for signs.
bool says_only(const PhraseSet& phrases, const ReadParagraph& read) {
  return std::ranges::any_of(phrases.find(read), [&](const Match& each) {
    const std::span<const Token> tokens(read.tokens);
    return !has_word(tokens.first(each.first)) && !has_word(tokens.subspan(each.last + 1));
  });
}

bool begins_with(const PhraseSet& phrases, const ReadParagraph& read) {
  return std::ranges::any_of(phrases.find(read), [&](const Match& each) {
    return !has_word(std::span(read.tokens).first(each.first));
  });
}

// ---- Pictures -----------------------------------------------------------------------------------

/// The name of a file, or what a camera calls its pictures: "leaf.jpg", "IMG_1234".
bool is_file_name(std::string_view text) {
  constexpr std::array<std::string_view, 10> kEndings = {".jpg", ".jpeg", ".png",  ".svg",  ".gif",
                                                         ".tif", ".tiff", ".webp", ".heic", ".pdf"};
  constexpr std::array<std::string_view, 8> kCameras = {"img",   "dsc",  "dscn", "dscf",
                                                        "image", "pict", "scan", "photo"};
  const std::string name = bare(text);
  if (name.find(' ') == name.npos) {
    for (const std::string_view each : kEndings) {
      if (name.size() > each.size() && name.ends_with(each)) return true;
    }
  }
  const auto digits = std::ranges::find_if(name, is_digit);
  constexpr std::ptrdiff_t kFewest = 2;
  if (name.end() - digits < kFewest || !std::all_of(digits, name.end(), is_digit)) return false;
  std::string before(name.begin(), digits);
  while (!before.empty() &&
         (before.back() == '_' || before.back() == '-' || before.back() == ' ')) {
    before.pop_back();
  }
  return std::ranges::find(kCameras, before) != kCameras.end();
}

}  // namespace

void judge_alt_missing(const WordRule&, const Judged& judged, Findings& found) {
  for (const document::Unsaid& each : judged.reading.words.unsaid) {
    Finding finding;
    finding.span = each.span;
    if (each.has_alt) finding.message = "the `alt` of this picture comes out without a word";
    found.push_back(std::move(finding));
  }
}

void judge_alt_text(const WordRule& rule, const Judged& judged, Findings& found) {
  for (std::size_t i = 0; i < judged.reading.paragraphs.size(); ++i) {
    const Paragraph& figure = judged.reading.written(i);
    if (figure.kind != Kind::Figure) continue;
    Finding finding = finding_at_bytes(i, 0, figure.text.size());
    const ReadParagraph& read = judged.reading.paragraphs[i];
    if (is_file_name(figure.text)) {
      finding.message = "the name of a file, `{found}`, stands for a picture";
    } else if (begins_with(rule.begins, read)) {
      finding.message =
          "`{found}` begins by saying that it is a picture, which a voice says itself";
      finding.hint = "begin with what it shows";
    } else if (!says_only(rule.words, read)) {
      continue;
    }
    found.push_back(std::move(finding));
  }
}

// ---- Headings -----------------------------------------------------------------------------------

void judge_heading_levels(const WordRule&, const Judged& judged, Findings& found) {
  int last = 0;  // there was none
  for (std::size_t i = 0; i < judged.reading.paragraphs.size(); ++i) {
    const Paragraph& heading = judged.reading.written(i);
    if (heading.kind != Kind::Heading) continue;
    const int before = std::exchange(last, heading.level);
    if (heading.level <= before + 1) continue;
    Finding finding = finding_at_bytes(i, 0, heading.text.size());
    if (before == 0) finding.message = "the first heading, `{found}`, is of level {level}";
    finding.instead = std::string(static_cast<std::size_t>(before) + 1, '#');
    finding.said = {{"level", std::to_string(heading.level)}, {"before", std::to_string(before)}};
    found.push_back(std::move(finding));
  }
}

// ---- Links --------------------------------------------------------------------------------------

namespace {

/// An address that people do not say as they read it: with its "https://", or with what stands
/// behind a "?". "clinic.org/after" is a name of the place.
bool is_bare_address(std::string_view text) {
  const std::string said = bare(text);
  if (said.find_first_of(" \n") != said.npos || said.find('.') == said.npos) return false;
  return said.starts_with("http://") || said.starts_with("https://") || said.find('?') != said.npos;
}

/// Words that lead to one address are one link, whatever they look like.
struct LinkWords {
  std::size_t begin = 0, end = 0;  ///< bytes of the text
  const std::string* address = nullptr;
};

std::vector<LinkWords> links_of(const Paragraph& paragraph) {
  std::vector<LinkWords> links;
  const auto& runs = paragraph.runs;
  for (std::size_t i = 0; i < runs.size();) {
    std::size_t next = i + 1;
    while (next < runs.size() && runs[next].link == runs[i].link) ++next;
    const std::size_t end = next < runs.size() ? runs[next].begin : paragraph.text.size();
    if (!runs[i].link.empty()) links.push_back({runs[i].begin, end, &runs[i].link});
    i = next;
  }
  return links;
}

std::string_view words_of_link(const Paragraph& paragraph, const LinkWords& link) {
  return std::string_view(paragraph.text).substr(link.begin, link.end - link.begin);
}

/// Other words beside an address lead there too: "our page (clinic.org/?day=1)".
bool is_named_beside(const Paragraph& paragraph, const std::vector<LinkWords>& links,
                     const LinkWords& link) {
  return std::ranges::any_of(links, [&](const LinkWords& each) {
    return *each.address == *link.address && !is_bare_address(words_of_link(paragraph, each));
  });
}

}  // namespace

void judge_link_text(const WordRule& rule, const Judged& judged, Findings& found) {
  for (std::size_t i = 0; i < judged.reading.paragraphs.size(); ++i) {
    const Paragraph& paragraph = judged.reading.written(i);
    const std::vector<LinkWords> links = links_of(paragraph);
    for (const LinkWords& each : links) {
      Finding finding = finding_at_bytes(i, each.begin, each.end);
      const std::string_view text = words_of_link(paragraph, each);
      if (!says_only(rule.words, read_text(text))) {
        // Who prints an address wants to see it.
        if (!judged.context.is_for_voices || !is_bare_address(text) ||
            is_named_beside(paragraph, links, each)) {
          continue;
        }
        finding.message = "the link `{found}` is an address, which a voice reads sign by sign";
        finding.hint =
            "name what is there, as in `[our web page](https://…)`; paper shows the address too";
      }
      found.push_back(std::move(finding));
    }
  }
}

// ---- Tables -------------------------------------------------------------------------------------

namespace {

/// Columns with words of their own that a table without names for them may have: so many are heard
/// as one sentence.
constexpr std::size_t kMostUnnamed = 2;
constexpr std::size_t kFewestRows = 2;

/// A cell that begins with a dash goes on with the one before it: "8:00", "–12:00".
bool goes_on(const Paragraph& cell) {
  return cell.text.starts_with("–") || cell.text.starts_with("−") || cell.text.starts_with("-");
}

/// Those with words that nothing names. None: something does, or there are few.
std::size_t unnamed_columns(const words::Words& words, const Flow& flow) {
  std::map<std::size_t, std::set<std::size_t>> rows;  // with words, by column
  std::set<std::size_t> all_rows;
  for (std::size_t i = flow.paragraphs.begin; i < flow.paragraphs.end; ++i) {
    const Paragraph& each = words.paragraphs[i];
    if (!each.cell) continue;
    if (each.cell->is_head) return 0;
    if (each.cell->columns > 1 || each.cell->names_row || goes_on(each)) continue;
    rows[each.cell->column].insert(each.cell->row);
    all_rows.insert(each.cell->row);
  }
  std::erase_if(rows, [](const auto& column) { return column.second.size() < kFewestRows; });
  return rows.size() <= kMostUnnamed || all_rows.size() < kFewestRows ? 0 : rows.size();
}

}  // namespace

void judge_table_heads(const WordRule&, const Judged& judged, Findings& found) {
  const words::Words& words = judged.reading.words;
  for (const Flow& flow : words.flows) {
    if (flow.kind != Flow::Kind::Table) continue;
    const std::size_t columns = unnamed_columns(words, flow);
    if (columns == 0) continue;
    Finding finding;
    finding.span = flow.span;
    finding.said = {{"table", flow.name.empty() ? "the table" : "the table `" + flow.name + "`"},
                    {"count", std::to_string(columns)}};
    found.push_back(std::move(finding));
  }
}

// ---- Languages ----------------------------------------------------------------------------------

namespace {

/// Letters of a foreign script that stand for themselves: "µ", "Ω".
constexpr std::size_t kMostForeign = 1;

struct ForeignLetters {
  std::size_t count = 0, begin = 0, end = 0;
};

/// By script. Latin letters are read in every language; others are not.
std::map<std::uint32_t, ForeignLetters> foreign_letters(std::string_view text, std::size_t begin,
                                                        std::size_t end,
                                                        const std::string& language) {
  std::map<std::uint32_t, ForeignLetters> foreign;
  if (text::is_plain_latin(text.substr(begin, end - begin))) return foreign;
  const std::string own = text::script_of_language(language);
  for (std::size_t at = begin; at < end;) {
    const std::size_t letter = at;
    next_code_point(text, at);
    // In no language: what the letter itself is.
    for (const std::uint32_t script : text::scripts_of(text.substr(letter, at - letter), "en")) {
      if (script == text::iso_tag('L', 'a', 't', 'n') || text::covers_script(own, script)) continue;
      ForeignLetters& letters = foreign[script];
      if (++letters.count == 1) letters.begin = letter;
      letters.end = at;
    }
  }
  return foreign;
}

}  // namespace

void judge_scripts(const WordRule&, const Judged& judged, Findings& found) {
  for (std::size_t i = 0; i < judged.reading.paragraphs.size(); ++i) {
    const Paragraph& paragraph = judged.reading.written(i);
    for (std::size_t k = 0; k < paragraph.runs.size(); ++k) {
      const words::Run& run = paragraph.runs[k];
      const bool is_last = k + 1 == paragraph.runs.size();
      const std::size_t end = is_last ? paragraph.text.size() : paragraph.runs[k + 1].begin;
      for (const auto& [script, letters] :
           foreign_letters(paragraph.text, run.begin, end, run.language)) {
        if (letters.count <= kMostForeign) continue;
        Finding finding = finding_at_bytes(i, letters.begin, letters.end);
        finding.said = {{"script", text::full_name_of_script(script)}, {"language", run.language}};
        found.push_back(std::move(finding));
      }
    }
  }
}

}  // namespace handbill::prose
