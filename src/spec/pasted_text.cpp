// SPDX-License-Identifier: MIT
#include "spec/pasted_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/ascii.h"
#include "base/roman.h"
#include "base/spaces.h"
#include "base/utf8.h"
#include "spec/edited_text.h"

namespace handbill::spec {
namespace {

using Numbering = MarkdownBlock::Numbering;

constexpr std::size_t kTab = 4;

/// What a line begins with.
enum class Mark {
  None,     ///< words
  Empty,    ///< nothing
  Bullet,   ///< • and its like
  Circle,   ///< "o" and a tab: the second level of Word
  Dash,     ///< –, —
  Tight,    ///< - * + without the space that CommonMark asks for
  Box,      ///< ☐
  Ticked,   ///< ☑
  Figure,   ///< 1.) (1)
  Small,    ///< a. a) (a)
  Capital,  ///< A. A) (A)
  SmallRoman,
  CapitalRoman,
};

struct Line {
  std::size_t begin = 0, end = 0;
  std::size_t indent = 0;  ///< in columns
  Mark mark = Mark::None;
  std::size_t words = 0;  ///< where they begin, behind the mark
  int number = 0;         ///< of counted marks
  int roman = 0;          ///< of letters that may be a Roman number
  std::string form{};     ///< what stands round the number: ".", "()"; the sign of tight marks
  enum class Item { Pasted, CommonMarks } item = Item::Pasted;
  std::string own_form{};  ///< the same of an item that counts as CommonMark has it
};

bool is_roman(Mark mark) { return mark == Mark::SmallRoman || mark == Mark::CapitalRoman; }

bool is_counted(Mark mark) { return mark >= Mark::Figure; }

/// Bytes of white space at `at`; 0: none.
std::size_t blank_size(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] == '\n') return 0;
  std::size_t end = at;
  return is_space(next_code_point(text, end)) ? end - at : 0;
}

std::size_t past_blanks_of(std::string_view text, std::size_t at, std::size_t end) {
  while (at < end) {
    const std::size_t size = blank_size(text, at);
    if (size == 0) break;
    at += size;
  }
  return std::min(at, end);
}

/// As lists have them: "iv" is 4; 0: no number.
int small_roman_number(std::string_view letters) {
  const bool is_small = letters.find_first_not_of("ivxlIVXL") == letters.npos;
  return is_small ? roman_number(letters) : 0;
}

/// What stands for bullets of Symbol and Wingdings where the font is lost; a tab follows.
Mark mark_without_font(char32_t c) {
  constexpr std::u32string_view kBullets = U"§Øüv";
  if (kBullets.find(c) != kBullets.npos) return Mark::Bullet;
  if (c == U'q') return Mark::Box;
  return c == U'o' ? Mark::Circle : Mark::None;
}

/// Bullets of word processors, in Unicode and in the private use of Symbol and Wingdings.
Mark mark_of(char32_t c) {
  constexpr std::u32string_view kBullets =
      U"•‣⁃∙●○◦▪▫■◆◇❖➢➤►▸➔✓✔\xB7\xF0B7\xF0A7\xF076\xF0D8\xF0FC\xF02D";
  constexpr std::u32string_view kBoxes = U"☐❏❑❒□▢\xF06F\xF0A8\xF071";
  if (kBullets.find(c) != kBullets.npos) return Mark::Bullet;
  if (kBoxes.find(c) != kBoxes.npos) return Mark::Box;
  if (c == U'☑' || c == U'☒') return Mark::Ticked;
  if (c == U'–' || c == U'—' || c == U'―') return Mark::Dash;
  return Mark::None;
}

/// One letter, or several that are a Roman number. Returns where they end.
std::size_t read_letters(std::string_view text, std::size_t begin, Line& line) {
  constexpr std::size_t kLongest = 6;  // xxviii
  std::size_t end = begin;
  while (end < line.end && end - begin < kLongest && is_letter(text[end])) ++end;
  const std::string_view letters = text.substr(begin, end - begin);
  line.roman = small_roman_number(letters);
  if (letters.empty() || (letters.size() > 1 && line.roman == 0)) return begin;
  if (letters.size() == 1) line.number = to_lower(letters.front()) - 'a' + 1;
  line.mark = letters.front() >= 'a' ? Mark::Small : Mark::Capital;
  return end;
}

/// "(1)", "1.)", "a.", "A)": what it counts, into `line`. CommonMark's own are left alone.
void read_counted(std::string_view text, std::size_t at, Line& line) {
  const bool has_open = text[at] == '(';
  std::size_t end = at + (has_open ? 1U : 0U);
  const std::size_t first = end;
  while (end < line.end && is_digit(text[end]) && end - first < 3) {
    line.number = line.number * 10 + (text[end++] - '0');
  }
  const bool has_figures = end > first;
  if (!has_figures) end = read_letters(text, end, line);
  const std::size_t closers = end;
  while (end < line.end && end - closers < 2 && (text[end] == '.' || text[end] == ')')) ++end;
  line.form = (has_open ? "(" : "") + std::string(text.substr(closers, end - closers));
  const bool is_closed =
      has_open ? line.form == "()" : line.form == "." || line.form == ")" || line.form == ".)";
  line.words = past_blanks_of(text, end, line.end);
  const bool has_gap = line.words > end;
  const bool is_commonmark = has_figures && has_gap && (line.form == "." || line.form == ")");
  const bool may_be_tight = has_figures || line.form == "()" || line.form == ")";
  const bool is_tight = may_be_tight && !has_gap && end < line.end && is_letter(text[end]);
  if (is_commonmark) line.own_form = line.form;
  if (has_figures) line.mark = Mark::Figure;
  if (!is_closed || is_commonmark || (!has_gap && !is_tight)) line.mark = Mark::None;
}

/// "-A", "*A", "+A"; "- A" is CommonMark's own.
void read_tight(std::string_view text, std::size_t at, Line& line) {
  const char sign = text[at];
  line.form = sign;
  line.words = at + 1;
  const char next = line.words < line.end ? text[line.words] : ' ';
  const std::string_view words = text.substr(at, line.end - at);
  const bool is_word = is_letter(next) || static_cast<unsigned char>(next) >= 0x80;
  // With its partner on the line a star begins emphasis.
  const bool is_alone = sign != '*' || std::ranges::count(words, '*') % 2 == 1;
  if (blank_size(text, line.words) > 0) {
    line.item = Line::Item::CommonMarks;
  } else if (is_word && is_alone) {
    line.mark = Mark::Tight;
  }
}

Line read_line(std::string_view text, std::size_t begin) {
  Line line{.begin = begin, .end = std::min(text.find('\n', begin), text.size())};
  std::size_t at = begin;
  while (const std::size_t size = at < line.end ? blank_size(text, at) : 0) {
    line.indent = text[at] == '\t' ? (line.indent / kTab + 1) * kTab : line.indent + 1;
    at += size;
  }
  line.words = at;
  if (at >= line.end) {
    line.mark = Mark::Empty;
    return line;
  }
  std::size_t end = at;
  const char32_t c = next_code_point(text, end);
  line.words = past_blanks_of(text, end, line.end);
  const bool has_gap = line.words > end;
  line.mark = mark_of(c);
  const bool is_dash_before_word =
      line.mark == Mark::Dash && end < line.end && is_letter(text[end]);
  const bool needs_gap = (line.mark == Mark::Dash && !is_dash_before_word) || c == 0xB7;
  if (needs_gap && !has_gap) line.mark = Mark::None;
  if (end < line.end && text[end] == '\t' && line.mark == Mark::None) {
    line.mark = mark_without_font(c);
  }
  if (c == U'-' || c == U'*' || c == U'+') read_tight(text, at, line);
  if (c == U'(' || is_digit(text[at]) || is_letter(text[at])) {
    if (line.mark == Mark::None) read_counted(text, at, line);
  }
  return line;
}

std::vector<Line> read_lines(std::string_view text) {
  std::vector<Line> lines;
  for (std::size_t at = 0; at < text.size(); at = lines.back().end + 1) {
    lines.push_back(read_line(text, at));
  }
  return lines;
}

/// The next line that is not empty, from `i` on; lines.size(): none.
std::size_t next_filled(const std::vector<Line>& lines, std::size_t i) {
  while (i < lines.size() && lines[i].mark == Mark::Empty) ++i;
  return i;
}

/// Whether two lines, one below the other, are entries of one list.
bool follows(const Line& first, const Line& second) {
  if (first.form != second.form) return false;
  const bool is_own = first.item == Line::Item::CommonMarks;
  if (second.mark == Mark::Tight) return first.mark == Mark::Tight || is_own;
  if (is_roman(first.mark)) {
    const Mark letters = first.mark == Mark::SmallRoman ? Mark::Small : Mark::Capital;
    return second.mark == letters && second.roman == first.number + 1;
  }
  if (first.mark != second.mark) return false;
  return first.mark == Mark::Dash || second.number == first.number + 1;
}

/// The line as the first of a list that goes on with the next one; nothing: it is none.
std::optional<Line> as_first(const Line& line, const Line& next) {
  const bool is_own = next.item == Line::Item::CommonMarks && next.form == line.form;
  if (line.mark == Mark::Tight && (is_own || follows(line, next))) return line;
  if (line.mark == Mark::Dash || line.number == 1) {
    if (follows(line, next)) return line;
  }
  Line roman = line;
  roman.number = line.roman;
  roman.mark = line.mark == Mark::Small ? Mark::SmallRoman : Mark::CapitalRoman;
  const bool has_letters = line.mark == Mark::Small || line.mark == Mark::Capital;
  return has_letters && line.roman == 1 && follows(roman, next) ? std::optional(roman)
                                                                : std::nullopt;
}

/// The lists that may go on, the innermost last, by their last entries.
class OpenLists {
 public:
  /// The line as an entry of one of them, or as the first of another; nothing: it is none.
  std::optional<Line> take(const Line& line, const Line* next) {
    for (std::size_t i = last_.size(); i-- > 0;) {
      if (!follows(*last_[i], line)) continue;
      const Mark mark = last_[i]->mark;
      last_.resize(i);
      Line entry = line;
      if (is_roman(mark)) {
        entry.mark = mark;
        entry.number = line.roman;
      }
      return entry;
    }
    return next != nullptr ? as_first(line, *next) : std::nullopt;
  }
  void add(const Line& line) { last_.push_back(&line); }
  void end() { last_.clear(); }

 private:
  std::vector<const Line*> last_{};
};

/// One dash or "A." begins a sentence; two of them, one below the other, make a list.
void drop_lone_marks(std::vector<Line>& lines) {
  OpenLists lists;
  for (std::size_t i = next_filled(lines, 0); i < lines.size(); i = next_filled(lines, i + 1)) {
    Line& line = lines[i];
    const bool needs_two =
        line.mark == Mark::Dash || line.mark == Mark::Tight || is_counted(line.mark);
    if (!needs_two) {
      if (line.indent == 0) lists.end();
      if (line.item == Line::Item::CommonMarks) lists.add(line);
      continue;
    }
    const std::size_t next = next_filled(lines, i + 1);
    const auto entry = lists.take(line, next < lines.size() ? &lines[next] : nullptr);
    if (entry) {
      line = *entry;
      lists.add(line);
    } else {
      line.mark = Mark::None;
      lists.end();
    }
  }
}

/// Writes the items of lists as CommonMark has them.
class ListWriter {
 public:
  explicit ListWriter(const Value& text) : out_(text) {}

  PastedText run(const std::vector<Line>& lines) {
    for (const Line& line : lines) {
      ++line_;
      if (line.mark == Mark::None && line.item == Line::Item::CommonMarks) {
        open_.clear();
        form_before_.clear();
      } else if (line.mark == Mark::None) {
        end_list(line);
      } else if (line.mark != Mark::Empty) {
        item(line);
      }
      after_item_ = line.mark != Mark::None && line.mark != Mark::Empty;
    }
    return {out_.take(), std::move(lettered_)};
  }

 private:
  /// A list that items are written of.
  struct Open {
    std::size_t depth = 0;
    Numbering numbering{};
    char sign = '.';  ///< behind numbers: lists that have the same would be one
  };

  void end_list(const Line& line) {
    if (line.indent > 0) return;
    open_.clear();
    form_before_ = line.own_form;
    if (!after_item_) return;
    out_.keep_to(line.begin);
    out_.put("\n");
    ++line_;
  }

  void item(const Line& line) {
    const std::size_t depth = line.indent * 2 + (line.mark == Mark::Circle ? 1 : 0);
    const Numbering numbering = numbering_of(line.mark);
    while (!open_.empty() && open_.back().depth > depth) open_.pop_back();
    bool is_first = open_.empty() || open_.back().depth < depth;
    if (is_first) {
      const bool is_taken = open_.empty() && form_before_ == ".";
      open_.push_back({depth, numbering, is_taken ? ')' : '.'});
    } else if (is_counted(line.mark) && open_.back().numbering != numbering) {
      is_first = true;
      open_.back().numbering = numbering;
      open_.back().sign = open_.back().sign == '.' ? ')' : '.';
    }
    if (is_first && numbering != Numbering::Figures) lettered_[line_] = numbering;
    out_.keep_to(line.begin);
    out_.put(std::string((open_.size() - 1) * kTab, ' ') + mark_text(line));
    out_.skip_to(line.words);
  }

  static Numbering numbering_of(Mark mark) {
    switch (mark) {
      case Mark::Small:
        return Numbering::SmallLetters;
      case Mark::Capital:
        return Numbering::CapitalLetters;
      case Mark::SmallRoman:
        return Numbering::SmallRoman;
      case Mark::CapitalRoman:
        return Numbering::CapitalRoman;
      default:
        return Numbering::Figures;
    }
  }

  std::string mark_text(const Line& line) const {
    if (line.mark == Mark::Box) return "- [ ] ";
    if (line.mark == Mark::Ticked) return "- [x] ";
    return is_counted(line.mark) ? std::to_string(line.number) + open_.back().sign + " " : "- ";
  }

  EditedText out_;
  std::map<int, Numbering> lettered_{};
  std::vector<Open> open_{};   ///< the innermost last
  std::string form_before_{};  ///< behind the numbers of CommonMark's own list before; or empty
  int line_ = 0;
  bool after_item_ = false;
};

std::size_t column_past(std::string_view text, std::size_t at, std::size_t column) {
  return text[at] == '\t' ? (column / kTab + 1) * kTab : column + 1;
}

/// A place in a line, in bytes of the text and in columns.
struct Spot {
  std::size_t at = 0;
  std::size_t column = 0;
};

/// The last place in a line that is not past `column`.
Spot spot_at(std::string_view text, std::size_t line, std::size_t column) {
  Spot spot{line};
  while (spot.at < text.size() && text[spot.at] != '\n') {
    const std::size_t next = column_past(text, spot.at, spot.column);
    if (next > column) break;
    next_code_point(text, spot.at);
    spot.column = next;
  }
  return spot;
}

/// Past the white space from a place on, but not past `column`.
Spot past_white(std::string_view text, Spot spot, std::size_t column) {
  while (spot.column < column && spot.at < text.size() &&
         (text[spot.at] == ' ' || text[spot.at] == '\t')) {
    spot.column = column_past(text, spot.at, spot.column);
    ++spot.at;
  }
  return spot;
}

}  // namespace

bool may_be_pasted(std::string_view text) {
  for (const Line& line : read_lines(text)) {
    if (line.mark != Mark::None && line.mark != Mark::Empty) return true;
  }
  return false;
}

PastedText from_pasted(const Value& text) {
  std::vector<Line> lines = read_lines(*text.as_string());
  drop_lone_marks(lines);
  return ListWriter(text).run(lines);
}

Value move_left(const Value& text, const std::vector<IndentedLines>& moved) {
  EditedText out(text);
  const std::string_view source = out.source();
  const std::vector<Line> lines = read_lines(source);
  for (const IndentedLines& each : moved) {
    const auto first = static_cast<std::size_t>(each.first) - 1;
    std::size_t end_column = source.size() * kTab;
    for (std::size_t i = first; i < lines.size() && i < static_cast<std::size_t>(each.last); ++i) {
      const Spot kept = spot_at(source, lines[i].begin, each.kept_columns);
      const Spot words = past_white(source, kept, end_column);
      if (i == first) end_column = words.column;
      out.keep_to(kept.at);
      // A tab that goes past what is kept leaves spaces.
      if (words.at > kept.at) out.put(std::string(each.kept_columns - kept.column, ' '));
      out.skip_to(words.at);
    }
  }
  return out.take();
}

}  // namespace handbill::spec
