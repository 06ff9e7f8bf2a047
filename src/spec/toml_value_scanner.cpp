// SPDX-License-Identifier: MIT
#include "spec/toml_value_scanner.h"

#include <algorithm>

#include "base/spaces.h"
#include "base/utf8.h"
#include "spec/toml_line.h"

namespace handbill::spec {
namespace {

constexpr std::size_t kNowhere = std::string_view::npos;
/// A table in braces over more lines than this is taken as one that was never closed.
constexpr std::size_t kMostLinesOfBraces = 50;

/// Marks for quotes of speech, not apostrophes.
bool is_double_mark(char32_t c) {
  return c == '"' || (c >= 0x201C && c <= 0x201F) || c == 0xAB || c == 0xBB || c == 0x2033 ||
         c == 0xFF02 || (c >= 0x301D && c <= 0x301F);
}

/// The typographic marks in `text` that are double like `quote`, or single like it.
std::size_t count_marks_like(std::string_view text, char quote) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const bool is_mark = typographic_quote_size(text, at) > 0;
    count += is_double_mark(next_code_point(text, at)) == (quote == '"') && is_mark;
  }
  return count;
}

struct MarkRun {
  std::size_t begin = 0, end = 0;
  bool is_typographic = false;  ///< one at least
};

/// The quote marks of any kind at `at`.
MarkRun marks_at(std::string_view text, std::size_t at) {
  MarkRun run{at, at};
  while (const std::size_t size = quote_mark_size(text, run.end)) {
    run.is_typographic = run.is_typographic || size > 1;
    run.end += size;
  }
  return run;
}

std::size_t count_marks(std::string_view text, const MarkRun& run) {
  return count_code_points(text.substr(run.begin, run.end - run.begin));
}

/// Three or more marks between `begin` and `end`, one of them typographic.
std::optional<MarkRun> find_typographic_triple(std::string_view text, std::size_t begin,
                                               std::size_t end) {
  for (std::size_t at = begin; at < end;) {
    const MarkRun run = marks_at(text, at);
    if (run.is_typographic && count_marks(text, run) >= 3) return run;
    at = std::max(run.end, at + 1);
  }
  return std::nullopt;
}

}  // namespace

std::size_t TomlValueScanner::run(std::size_t equals, std::size_t at) {
  at_ = at;
  line_end_ = line_end(text_, at_);
  if (at_ >= line_end_ || text_[at_] == '#') {
    faults_.no_value(key_, equals);
    return line_end_;
  }
  if (text_[at_] == '=') {
    faults_.equals_twice(at_);
    at_ = past_blanks(text_, at_ + 1);
    if (at_ >= line_end_) return line_end_;
  }
  while (true) {
    at_ = past_blanks(text_, at_);
    line_end_ = line_end(text_, at_);
    if (at_ < line_end_ && text_[at_] == '#') at_ = line_end_;
    Then then = Then::GoOn;
    if (at_ >= line_end_) {
      if (open_.empty()) return line_end_;
      then = next_line_of_list();
    } else {
      then = open_.empty() && value_end_ > 0 ? behind_top_value() : piece();
    }
    if (then == Then::Stop) return line_end(text_, at_);
  }
}

TomlValueScanner::Then TomlValueScanner::piece() {
  const char c = text_[at_];
  if (std::size_t size = 0; is_invisible(size)) {
    faults_.invisible_sign(at_, size);
    at_ += size;
    return Then::GoOn;
  }
  if (std::string_view("[]{}").find(c) != kNowhere) return bracket();
  if (c == ',' && !open_.empty()) {
    comma_ = at_++;
    value_end_ = 0;
    expects_key_ = in('{');
    return Then::GoOn;
  }
  if (in('{') && expects_key_) {
    const std::size_t end = find_before(text_, ",}", at_, line_end_);
    if (starts_pair(at_)) {
      begin_value();
      at_ = *value_of_entry(text_, at_);
      value_end_ = 0;
    } else {
      faults_.no_pair(at_, at_ + without_blanks(text_.substr(at_, end - at_)));
      at_ = end;
    }
    expects_key_ = false;
    return Then::GoOn;
  }
  if (c == '"' || c == '\'') return string();
  if (typographic_quote_size(text_, at_) > 0) return typographic_string();
  return bare_words();
}

TomlValueScanner::Then TomlValueScanner::bracket() {
  const char c = text_[at_];
  if (c == '[' || c == '{') {
    begin_value();
    open_.push_back({c, at_++});
    expects_key_ = c == '{';
    value_end_ = 0;
    return Then::GoOn;
  }
  if (open_.empty()) return behind_top_value();
  const Open open = open_.back();
  if ((c == ']') != (open.bracket == '[')) faults_.bracket_unclosed(open.at);
  if (c == '}' && comma_ > 0) faults_.comma_before_brace(comma_);
  open_.pop_back();
  ++at_;
  end_value();
  return Then::GoOn;
}

/// Only a note may stand there.
TomlValueScanner::Then TomlValueScanner::behind_top_value() {
  const std::size_t note = find_before(text_, "#", at_, line_end_);
  const std::size_t end = at_ + without_blanks(text_.substr(at_, note - at_));
  const std::string_view rest = text_.substr(at_, end - at_);
  if (rest == "," || rest == ";") {
    faults_.comma_behind(at_, end);
  } else {
    faults_.words_behind(at_, end);
  }
  at_ = line_end_;
  return Then::Stop;
}

TomlValueScanner::Then TomlValueScanner::next_line_of_list() {
  const Open open = open_.back();
  std::size_t line = next_line(text_, at_);
  if (open.bracket == '[') {
    const bool ends =
        line >= text_.size() || starts_header(text_, line) || starts_entry(text_, line);
    if (ends) {
      faults_.bracket_unclosed(open.at);
      return Then::Stop;
    }
    at_ = line;
    return Then::GoOn;
  }
  for (std::size_t i = 0; i < kMostLinesOfBraces && line < text_.size(); ++i) {
    const std::size_t first = past_blanks(text_, line);
    if (first >= line_end(text_, line) || starts_header(text_, line)) break;
    if (text_[first] == '}') {
      faults_.braces_over_lines(open.at);
      at_ = first + 1;
      open_.pop_back();
      end_value();
      return Then::GoOn;
    }
    line = next_line(text_, line);
  }
  faults_.bracket_unclosed(open.at);
  return Then::Stop;
}

TomlValueScanner::Then TomlValueScanner::string() {
  begin_value();
  const char quote = text_[at_];
  const MarkRun marks = marks_at(text_, at_);
  if (text_.substr(at_).starts_with(std::string(3, quote))) return long_string();
  if (marks.is_typographic && count_marks(text_, marks) >= 3) return typographic_long_string();
  return short_string();
}

TomlValueScanner::Then TomlValueScanner::short_string() {
  const std::size_t open = at_;
  const std::size_t close = short_string_end(open);
  if (close != kNowhere) {
    if (text_[open] == '"') check_escapes(open + 1, close);
    at_ = close + 1;
    return behind_string(open);
  }
  // Brackets that end the line are taken as those of the list.
  const std::string_view line = text_.substr(0, line_end_);
  const std::size_t end = line.find_last_not_of(open_.empty() ? " \t" : " \t,]}") + 1;
  const std::string_view words = text_.substr(open + 1, end - std::min(open + 1, end));
  const std::size_t last = last_sign(words);
  if (typographic_quote_size(words, last) > 0 && count_marks_like(words, text_[open]) % 2 == 1) {
    const std::size_t mark = open + 1 + last;
    faults_.typographic_quotes(mark, end, std::string(1, text_[open]));
  } else {
    faults_.closing_quote_missing(open, end);
  }
  at_ = end;
  end_value();
  return Then::GoOn;
}

TomlValueScanner::Then TomlValueScanner::behind_string(std::size_t open) {
  const std::size_t next = past_blanks(text_, at_);
  const bool is_other_line = next >= line_end_;
  if (!is_other_line && !is_end_of_value(next) && !(in('{') && starts_pair(next))) {
    const std::size_t again = text_.substr(0, line_end_).rfind(text_[open]);
    if (again >= at_) {
      quotes_again(open, again);
      at_ = again + 1;
    } else if (!open_.empty()) {
      const std::size_t end = find_before(text_, ",]}#", next, line_end_);
      faults_.words_behind(next, next + without_blanks(text_.substr(next, end - next)));
      at_ = end;
    }
  }
  end_value();
  return Then::GoOn;
}

/// The string from `open` seems to have ended, but there are more quotes up to `last`.
void TomlValueScanner::quotes_again(std::size_t open, std::size_t last) {
  const char quote = text_[open];
  const std::string_view all = text_.substr(open, last + 1 - open);
  const auto count = std::ranges::count(all, quote);
  const std::size_t first = at_ - 1;
  const std::size_t end = text_.rfind(quote, last - 1) + 1;
  const bool may_be_two = !open_.empty() && text_.substr(first, end - first).find(',') != kNowhere;
  if (count % 2 == 1 || may_be_two || !is_end_of_value(past_blanks(text_, last + 1))) {
    faults_.odd_quotes(open, last + 1);
  } else {
    faults_.quotes_inside(first, end);
  }
}

TomlValueScanner::Then TomlValueScanner::long_string() {
  const std::size_t open = at_;
  const std::size_t end = long_string_end(open);
  if (end == kNowhere) return long_string_unclosed(open);
  if (text_[open] == '"') check_escapes(open + 3, end - 3);
  at_ = end;
  line_end_ = line_end(text_, at_);
  end_value();
  if (!open_.empty()) {
    const std::size_t next = past_blanks(text_, at_);
    if (next < line_end_ && !is_end_of_value(next)) faults_.words_behind(next, line_end_);
  }
  return Then::GoOn;
}

TomlValueScanner::Then TomlValueScanner::long_string_unclosed(std::size_t open) {
  const std::size_t next = where_next_begins(next_line(text_, open));
  if (const auto marks = find_typographic_triple(text_, open + 3, next)) {
    faults_.typographic_quotes(marks->begin, marks->end, std::string(3, text_[open]));
    at_ = marks->end;
    return Then::Stop;
  }
  at_ = last_words_before(open + 3, next);
  faults_.long_text_unclosed(open, at_);
  return Then::Stop;
}

TomlValueScanner::Then TomlValueScanner::typographic_string() {
  begin_value();
  const std::size_t open = at_;
  const MarkRun marks = marks_at(text_, open);
  if (count_marks(text_, marks) >= 3) return typographic_long_string();
  const std::size_t words = open + typographic_quote_size(text_, open);
  std::size_t close = words;
  for (; close < line_end_; ++close) {
    const std::size_t size = quote_mark_size(text_, close);
    if (size > 0 && is_end_of_value(past_blanks(text_, close + size))) break;
  }
  if (close >= line_end_) {
    at_ = open + without_blanks(text_.substr(open, line_end_ - open));
    faults_.typographic_quotes(open, at_, "");
  } else {
    const std::string_view inner = text_.substr(words, close - words);
    const bool is_plain = inner.find_first_of("\"\\") == kNowhere;
    at_ = close + quote_mark_size(text_, close);
    faults_.typographic_quotes(open, at_, is_plain ? "\"" + std::string(inner) + "\"" : "");
  }
  end_value();
  return Then::GoOn;
}

TomlValueScanner::Then TomlValueScanner::typographic_long_string() {
  constexpr std::string_view kQuotes = "\"\"\"";
  const MarkRun open = marks_at(text_, at_);
  const std::size_t next = where_next_begins(next_line(text_, at_));
  std::size_t close = open.end;
  while (close < next && count_marks(text_, marks_at(text_, close)) < 3) ++close;
  if (close >= next) {
    at_ = last_words_before(open.end, next);
    faults_.typographic_quotes(open.begin, open.end, std::string(kQuotes));
    return Then::Stop;
  }
  const std::string_view inner = text_.substr(open.end, close - open.end);
  const bool is_plain = inner.find('\\') == kNowhere && inner.find(kQuotes) == kNowhere;
  at_ = marks_at(text_, close).end;
  line_end_ = line_end(text_, at_);
  const std::string value = std::string(kQuotes) + std::string(inner) + std::string(kQuotes);
  faults_.typographic_quotes(open.begin, at_, is_plain ? value : "");
  end_value();
  return Then::GoOn;
}

TomlValueScanner::Then TomlValueScanner::bare_words() {
  begin_value();
  const std::size_t begin = at_;
  const std::string_view signs = open_.empty() ? "#" : ",]}#";
  const std::size_t stop = find_before(text_, signs, begin + 1, line_end_);
  const std::size_t end = begin + without_blanks(text_.substr(begin, stop - begin));
  const std::string_view words = text_.substr(begin, end - begin);
  at_ = end;
  end_value();
  if (is_well_formed_("a = " + std::string(words))) return Then::GoOn;
  if (open_.empty() && words.ends_with('"') && words.find('"') == words.size() - 1) {
    faults_.opening_quote_missing(begin, end);
  } else {
    faults_.no_quotes(open_.empty() ? key_ : "", begin, end);
  }
  return Then::GoOn;
}

/// A value or a pair begins at `at_`.
void TomlValueScanner::begin_value() {
  if (value_end_ > 0 && !open_.empty()) faults_.comma_missing(value_end_);
  value_end_ = 0;
  comma_ = 0;
}

void TomlValueScanner::end_value() {
  value_end_ = at_;
  comma_ = 0;
  expects_key_ = in('{');
}

/// `\u` and `\U` are followed by four or eight hexadecimal digits.
bool TomlValueScanner::lacks_digits(std::size_t letter, std::size_t end) const {
  const std::size_t wanted = text_[letter] == 'u' ? 4 : text_[letter] == 'U' ? 8 : 0;
  const std::string_view digits = text_.substr(letter + 1, std::min(wanted, end - letter - 1));
  return digits.size() < wanted ||
         digits.find_first_not_of("0123456789abcdefABCDEF") != digits.npos;
}

bool TomlValueScanner::is_escape(std::size_t backslash, std::size_t end) const {
  constexpr std::string_view kKnown = "btnrfuU\"\\\n\r \t";
  const std::size_t sign = backslash + 1;
  return sign >= end || (kKnown.find(text_[sign]) != kNowhere && !lacks_digits(sign, end));
}

/// What is between, with each backslash doubled that means none. In the path of a file none of them
/// is meant: `C:\new`.
std::string TomlValueScanner::with_backslashes(std::size_t begin, std::size_t end) const {
  const std::string_view words = text_.substr(begin, end - begin);
  const bool is_path = words.find(":\\") != kNowhere;
  std::string result;
  for (std::size_t at = begin; at < end; ++at) {
    result += text_[at];
    if (text_[at] != '\\') continue;
    const char next = at + 1 < end ? text_[at + 1] : ' ';
    const bool is_meant = is_escape(at, end) && (!is_path || next == '\\' || next == '"');
    result += is_meant && at + 1 < end ? text_[++at] : '\\';
  }
  return result;
}

/// Of the words between the quotes of a text that takes escapes. The backslashes of a line are told
/// once.
void TomlValueScanner::check_escapes(std::size_t begin, std::size_t end) {
  std::size_t told = begin;
  for (std::size_t at = begin; at < end; ++at) {
    const auto byte = static_cast<unsigned char>(text_[at]);
    if ((byte < 0x20 && std::string_view("\t\n\r").find(text_[at]) == kNowhere) || byte == 0x7F) {
      faults_.invisible_sign(at, 1);
    }
    if (text_[at] != '\\') continue;
    if (at >= told && !is_escape(at, end)) {
      const std::size_t first = std::max(begin, line_start(text_, at));
      told = std::min(end, line_end(text_, at));
      faults_.bad_escape(at, first, told, with_backslashes(first, told));
    }
    ++at;
  }
}

/// White space that is no space: a no-break space, a byte order mark.
bool TomlValueScanner::is_invisible(std::size_t& size) const {
  std::size_t end = at_;
  const char32_t c = next_code_point(text_, end);
  size = end - at_;
  return (c < 0x20 && c != '\t') || c == 0x7F || (c > 0x7F && is_space(c)) || c == 0xAD ||
         (c >= 0x200C && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF;
}

bool TomlValueScanner::is_end_of_value(std::size_t at) const {
  if (at >= line_end_ || text_[at] == '#') return true;
  return !open_.empty() && std::string_view(",]}").find(text_[at]) != kNowhere;
}

/// "width =" in braces.
bool TomlValueScanner::starts_pair(std::size_t at) const {
  const auto value = value_of_entry(text_, at);
  return value && *value <= line_end_;
}

std::size_t TomlValueScanner::short_string_end(std::size_t open) const {
  for (std::size_t at = open + 1; at < line_end_; ++at) {
    if (text_[open] == '"' && text_[at] == '\\') {
      ++at;
    } else if (text_[at] == text_[open]) {
      return at;
    }
  }
  return kNowhere;
}

/// Past the closing quotes; nowhere: there are none, or those found open the text of another entry.
std::size_t TomlValueScanner::long_string_end(std::size_t open) const {
  const std::string quotes(3, text_[open]);
  for (std::size_t at = open + 3; at < text_.size(); ++at) {
    if (text_[open] == '"' && text_[at] == '\\') {
      ++at;
      continue;
    }
    if (!text_.substr(at).starts_with(quotes)) continue;
    const std::size_t line = line_start(text_, at);
    if (line > open && value_of_entry(text_, line) == at) return kNowhere;
    std::size_t end = at + 3;
    for (int more = 0; more < 2 && end < text_.size() && text_[end] == text_[open]; ++more) ++end;
    return end;
  }
  return kNowhere;
}

/// The first line from `from` on that begins another statement, or the end of the text.
std::size_t TomlValueScanner::where_next_begins(std::size_t from) const {
  std::size_t line = from;
  while (line < text_.size() && !starts_header(text_, line) && !starts_entry(text_, line)) {
    line = next_line(text_, line);
  }
  return line;
}

/// The end of the last words between, not counting notes and empty lines.
std::size_t TomlValueScanner::last_words_before(std::size_t begin, std::size_t end) const {
  std::size_t last = begin;
  for (std::size_t line = begin; line < end; line = next_line(text_, line)) {
    const std::size_t first = past_blanks(text_, line);
    const std::size_t stop = line_end(text_, line);
    if (first < stop && text_[first] != '#') {
      last = line + without_blanks(text_.substr(line, stop - line));
    }
  }
  return last;
}

}  // namespace handbill::spec
