// SPDX-License-Identifier: MIT
#include "build/parity.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "base/edition.h"
#include "base/utf8.h"
#include "display/item_kinds.h"
#include "words/parity.h"

namespace handbill::build {
namespace {

using Letters = std::map<char32_t, std::size_t>;

bool is_counted(char32_t c) { return c > ' ' && c != 0xA0 && c != 0xFFFC; }

void count(std::string_view text, Letters& letters) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_counted(c)) ++letters[c];
  }
}

/// What is read on the pages, by letters: lines and directions part words, and lose none.
Letters letters_of(const display::PageList& pages) {
  Letters letters;
  for (const display::Page& page : pages.pages) {
    for (const display::Item& item : page.items) {
      const auto* run = display::text_of(item);
      if (run != nullptr && item.structure) count(run->text, letters);
    }
  }
  for (const display::StructNode& node : pages.structure) count(node.alt, letters);
  return letters;
}

/// Whether each letter of the words is on the pages as often.
bool is_all_placed(const words::Words& edition, const display::PageList& pages) {
  Letters wanted;
  for (const words::Paragraph& each : edition.paragraphs) count(each.text, wanted);
  const Letters placed = letters_of(pages);
  return std::ranges::all_of(wanted, [&](const auto& letter) {
    const auto found = placed.find(letter.first);
    return found != placed.end() && found->second >= letter.second;
  });
}

std::string name_of(const document::Document& edition) {
  return std::string(facts_of(edition.edition).name);
}

void tell_lost(const words::Words& all, const words::Lost& lost, const std::string& edition,
               diag::Diagnostics& diags) {
  const words::Paragraph& paragraph = all.paragraphs[lost.paragraph];
  const std::string words = paragraph.text.substr(lost.begin, lost.end - lost.begin);
  diags.error(diag::DiagnosticId::EditionIncomplete,
              words::written_at(paragraph, lost.begin, lost.end),
              "the " + edition + " edition lacks `" + words + "`",
              {"report this: an edition is to say all that the layout's pages say"});
}

/// Writing without spaces is counted by its signs.
bool is_word_of_its_own(char32_t c) { return c >= 0x2E80 && c < 0xAC00; }

std::size_t words_in(std::string_view text) {
  std::size_t count = 0;
  bool is_open = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const bool is_whole = is_word_of_its_own(c);
    const bool is_letter = is_counted(c) && !is_whole;
    count += is_whole || (is_letter && !is_open) ? 1 : 0;
    is_open = is_letter;
  }
  return count;
}

/// The pages of the edition on which what is written at a place stands.
class PagesBySpan {
 public:
  explicit PagesBySpan(const display::PageList& pages) {
    for (std::size_t page = 0; page < pages.pages.size(); ++page) {
      for (const display::Item& item : pages.pages[page].items) {
        if (item.structure) pages_[item.span].insert(page + 1);
      }
    }
  }

  /// "1, 4"; one item may show what is written at several places.
  std::string of(const std::set<diag::Span>& spans) const {
    std::set<std::size_t> found;
    for (const auto& [place, pages] : pages_) {
      const auto is_in_it = [&place = place](const diag::Span& each) {
        return each.file == place.file && each.begin < place.end && place.begin < each.end;
      };
      if (std::ranges::any_of(spans, is_in_it)) found.insert(pages.begin(), pages.end());
    }
    std::string list;
    for (const std::size_t page : found) list += (list.empty() ? "" : ", ") + std::to_string(page);
    return list;
  }

 private:
  std::map<diag::Span, std::set<std::size_t>> pages_;
};

/// Facts by their names, and where the layout asks for them.
std::map<std::string, std::set<diag::Span>> facts_in(const words::Words& all) {
  std::map<std::string, std::set<diag::Span>> facts;
  for (const words::Paragraph& paragraph : all.paragraphs) {
    for (const text::Origin& each : paragraph.origins.list()) {
      if (each.fact) facts[each.fact->path].insert(each.span);
    }
  }
  return facts;
}

}  // namespace

void check_parity(const Editions& editions, diag::Diagnostics& diags) {
  const words::Words all = words::from_document(editions.source);
  const words::Words& edition = editions.words;
  const std::string name = name_of(editions.edition);
  for (const words::Lost& each : words::lost_words(all, edition)) tell_lost(all, each, name, diags);
  if (is_all_placed(edition, editions.pages)) return;
  diags.error(diag::DiagnosticId::EditionIncomplete, {},
              "words of the " + name + " edition stand on none of its pages",
              {"report this: an edition is to say all that the layout's pages say"});
}

std::string parity_report(const Editions& editions) {
  const words::Words all = words::from_document(editions.source);
  const words::Words& edition = editions.words;
  std::vector<std::size_t> lost(all.paragraphs.size());
  std::vector<std::string> missing;
  for (const words::Lost& each : words::lost_words(all, edition)) {
    const std::string words =
        all.paragraphs[each.paragraph].text.substr(each.begin, each.end - each.begin);
    lost[each.paragraph] += words_in(words);
    missing.push_back(words);
  }
  std::string parts;
  std::size_t total = 0, total_lost = 0;
  for (const words::Part& part : all.parts) {
    std::size_t here = 0, lost_here = 0;
    for (std::size_t flow = part.flows.begin; flow < part.flows.end; ++flow) {
      const words::Range& range = all.flows[flow].paragraphs;
      for (std::size_t i = range.begin; i < range.end; ++i) {
        here += words_in(all.paragraphs[i].text);
        lost_here += lost[i];
      }
    }
    parts += "side \"" + part.side + "\"" +
             (part.panel.empty() ? "" : " panel \"" + part.panel + "\"") + ": " +
             std::to_string(here - lost_here) + " of " + std::to_string(here) + " words\n";
    total += here;
    total_lost += lost_here;
  }
  const std::size_t pages = editions.pages.pages.size();
  std::string report = "parity of \"" + all.title + "\" in " + all.language + ": " +
                       name_of(editions.edition) + ", " + std::to_string(pages) +
                       (pages == 1 ? " page, " : " pages, ") + std::to_string(total - total_lost) +
                       " of " + std::to_string(total) + " words\n" + parts;
  for (const std::string& each : missing) report += "lacks \"" + each + "\"\n";
  const PagesBySpan places(editions.pages);
  for (const auto& [path, spans] : facts_in(all)) {
    const std::string where = places.of(spans);
    report += "fact " + path + ": " + (where.empty() ? "not found" : "page " + where) + "\n";
  }
  return report;
}

}  // namespace handbill::build
