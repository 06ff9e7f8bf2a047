// SPDX-License-Identifier: MIT
#include "heard/check_words.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "heard/idle_words.h"
#include "text/scripts.h"

namespace handbill::heard {
namespace {

using words::Flow;
using words::Kind;
using words::Paragraph;
using enum diag::DiagnosticId;

/// Columns with words of their own that a table without names for them may have: so many are heard
/// as one sentence.
constexpr std::size_t kMostUnnamed = 2;
/// Letters of a foreign script that stand for themselves: "µ", "Ω".
constexpr std::size_t kMostForeign = 1;

std::string in_quotes(std::string_view text) {
  constexpr std::size_t kMost = 60;
  std::size_t end = std::min(text.size(), text.find('\n'));
  if (end > kMost) {
    end = kMost;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  }
  return "`" + std::string(text.substr(0, end)) + (end < text.size() ? "…" : "") + "`";
}

class Check {
 public:
  Check(const words::Words& words, Links links, diag::Diagnostics& diags)
      : words_(words), links_(links), diags_(diags) {}

  void run() {
    for (const Paragraph& each : words_.paragraphs) {
      if (each.kind == Kind::Figure) check_alt(each);
      if (each.kind == Kind::Heading) check_heading(each);
      check_links(each);
      check_scripts(each);
    }
    for (const Flow& each : words_.flows) {
      if (each.kind == Flow::Kind::Table) check_table(each);
    }
  }

 private:
  void warn(diag::DiagnosticId id, const Paragraph& at, std::size_t begin, std::size_t end,
            std::string message, std::string hint) {
    diag::Span span = words::written_at(at, begin, end);
    if (!span.known()) span = at.span;
    diags_.warning(id, span, std::move(message), {std::move(hint)});
  }

  void check_alt(const Paragraph& figure) {
    const std::string& text = figure.text;
    const std::string& language = figure.runs.front().language;
    const std::string hint = "say what it shows, in a few words, to someone on the telephone";
    if (is_file_name(text)) {
      warn(AltSaysNothing, figure, 0, text.size(),
           "the name of a file, " + in_quotes(text) + ", stands for a picture", hint);
    } else if (is_idle_alt(text, language)) {
      warn(AltSaysNothing, figure, 0, text.size(),
           in_quotes(text) + " tells nothing of the picture it stands for", hint);
    } else if (const auto idle = idle_beginning(text, language); !idle.empty()) {
      warn(AltSaysNothing, figure, 0, text.size(),
           in_quotes(text) + " begins by saying that it is a picture, which a voice says itself",
           "begin with what it shows");
    }
  }

  void check_heading(const Paragraph& heading) {
    const int last = std::exchange(last_level_, heading.level);
    if (heading.level <= last + 1) return;
    const std::string level = std::to_string(heading.level);
    warn(HeadingSkipped, heading, 0, heading.text.size(),
         last == 0 ? "the first heading, " + in_quotes(heading.text) + ", is of level " + level
                   : "the heading " + in_quotes(heading.text) + " is of level " + level +
                         ", and the one before it of level " + std::to_string(last),
         "write it with `" + std::string(static_cast<std::size_t>(last) + 1, '#') +
             "`; a style makes it look as it should");
  }

  static std::string text_of(const Paragraph& paragraph, std::size_t run) {
    const auto& runs = paragraph.runs;
    const std::size_t end = run + 1 < runs.size() ? runs[run + 1].begin : paragraph.text.size();
    return paragraph.text.substr(runs[run].begin, end - runs[run].begin);
  }

  /// Other words beside an address lead there too: "our page (clinic.org/?day=1)".
  static bool is_named(const Paragraph& paragraph, const std::string& link) {
    for (std::size_t i = 0; i < paragraph.runs.size(); ++i) {
      if (paragraph.runs[i].link == link && !is_bare_address(text_of(paragraph, i))) return true;
    }
    return false;
  }

  /// Words that lead to one address are one link, whatever they look like.
  void check_links(const Paragraph& paragraph) {
    const auto& runs = paragraph.runs;
    for (std::size_t i = 0; i < runs.size();) {
      std::size_t next = i + 1;
      while (next < runs.size() && runs[next].link == runs[i].link) ++next;
      const std::size_t end = next < runs.size() ? runs[next].begin : paragraph.text.size();
      const std::string text = paragraph.text.substr(runs[i].begin, end - runs[i].begin);
      if (!runs[i].link.empty() && is_idle_link(text, runs[i].language)) {
        warn(LinkSaysNothing, paragraph, runs[i].begin, end,
             "the link " + in_quotes(text) + " does not tell where it leads",
             "name what is there: who listens to the links alone hears nothing else");
      } else if (links_ == Links::Followed && !runs[i].link.empty() && is_bare_address(text) &&
                 !is_named(paragraph, runs[i].link)) {
        warn(LinkSaysNothing, paragraph, runs[i].begin, end,
             "the link " + in_quotes(text) + " is an address, which a voice reads sign by sign",
             "name what is there, as in `[our web page](https://…)`; paper shows the address too");
      }
      i = next;
    }
  }

  void check_scripts(const Paragraph& paragraph) {
    for (std::size_t i = 0; i < paragraph.runs.size(); ++i) {
      const words::Run& run = paragraph.runs[i];
      const bool is_last = i + 1 == paragraph.runs.size();
      const std::size_t end = is_last ? paragraph.text.size() : paragraph.runs[i + 1].begin;
      check_script(paragraph, run, end);
    }
  }

  /// Latin letters are read in every language; others are not.
  void check_script(const Paragraph& paragraph, const words::Run& run, std::size_t end) {
    const std::string_view text = paragraph.text;
    if (text::is_plain_latin(text.substr(run.begin, end - run.begin))) return;
    const std::string own = text::script_of_language(run.language);
    struct Found {
      std::size_t letters = 0, begin = 0, end = 0;
    };
    std::map<std::uint32_t, Found> foreign;
    for (std::size_t at = run.begin; at < end;) {
      const std::size_t begin = at;
      next_code_point(text, at);
      // In no language: what the letter itself is.
      for (const std::uint32_t script : text::scripts_of(text.substr(begin, at - begin), "en")) {
        if (script == text::iso_tag('L', 'a', 't', 'n') || text::covers_script(own, script))
          continue;
        Found& found = foreign[script];
        if (++found.letters == 1) found.begin = begin;
        found.end = at;
      }
    }
    for (const auto& [script, found] : foreign) {
      if (found.letters <= kMostForeign) continue;
      warn(LanguageUnmarked, paragraph, found.begin, found.end,
           in_quotes(text.substr(found.begin, found.end - found.begin)) + " is in " +
               text::full_name_of_script(script) + " letters, and its language is `" +
               run.language + "`",
           "give the words a style with the `language` they are in: a voice follows it");
    }
  }

  /// A cell that begins with a dash goes on with the one before it: "8:00", "–12:00".
  static bool goes_on(const Paragraph& cell) {
    return cell.text.starts_with("–") || cell.text.starts_with("−") || cell.text.starts_with("-");
  }

  void check_table(const Flow& flow) {
    std::map<std::size_t, std::set<std::size_t>> rows;  // with words, by column
    std::set<std::size_t> all_rows;
    for (std::size_t i = flow.paragraphs.begin; i < flow.paragraphs.end; ++i) {
      const Paragraph& each = words_.paragraphs[i];
      if (!each.cell) continue;
      if (each.cell->is_head) return;
      if (each.cell->columns > 1 || each.cell->names_row || goes_on(each)) continue;
      rows[each.cell->column].insert(each.cell->row);
      all_rows.insert(each.cell->row);
    }
    constexpr std::size_t kFewestRows = 2;
    std::erase_if(rows, [](const auto& column) { return column.second.size() < kFewestRows; });
    if (rows.size() <= kMostUnnamed || all_rows.size() < kFewestRows) return;
    diags_.warning(TableWithoutHead, flow.span,
                   "nothing names the columns of the table" +
                       (flow.name.empty() ? std::string() : " `" + flow.name + "`") + ": " +
                       std::to_string(rows.size()) + " of them have words",
                   {"give its columns a `header`, or it a `[[table.header]]` or a row with "
                    "`header = true`: a voice says it with each cell"});
  }

  const words::Words& words_;
  Links links_;
  diag::Diagnostics& diags_;
  int last_level_ = 0;  ///< of headings; 0: there was none
};

}  // namespace

void check_words(const words::Words& words, Links links, diag::Diagnostics& diags) {
  Check(words, links, diags).run();
}

}  // namespace handbill::heard
