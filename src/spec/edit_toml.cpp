// SPDX-License-Identifier: MIT
#include "spec/edit_toml.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/utf8.h"
#include "spec/clean_text.h"
#include "spec/toml_line.h"
#include "spec/toml_text.h"

namespace handbill::spec {
namespace {

constexpr std::string_view kFolded = "\"\"\"";
constexpr std::string_view kLiteralLines = "'''";
/// Of lines that are folded anew, in signs.
constexpr std::size_t kLeastFold = 60;

bool is_control(char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7F; }

/// The longest line of a value, in signs.
std::size_t width_of(std::string_view like) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < like.size(); at = next_line(like, at)) {
    width = std::max(width, count_code_points(like.substr(at, line_end(like, at) - at)));
  }
  return std::max(width, kLeastFold);
}

/// Line ends of the text stay; lines that are longer than those of `like` end in a \ .
std::string folded(const std::string& long_text, std::size_t width) {
  std::string out;
  std::size_t signs = 0, space = 0;  // of the line; behind its last space
  for (std::size_t at = 0; at < long_text.size();) {
    const std::size_t begin = at;
    next_code_point(long_text, at);
    out += long_text.substr(begin, at - begin);
    ++signs;
    if (long_text[begin] == '\n') {
      signs = space = 0;
      continue;
    }
    if (signs + 2 > width && space > 0) {
      const std::string rest = out.substr(space);
      out = out.substr(0, space) + "\\\n" + rest;
      signs = count_code_points(rest);
      space = 0;
    }
    // What follows a \ at the end of a line is left out up to the next word: no space may be there.
    const bool is_last = long_text[begin] == ' ' && at < long_text.size() && long_text[at] != ' ';
    if (is_last) space = out.size();
  }
  return out;
}

bool fits_literal(std::string_view text, std::string_view quotes) {
  const bool has_lines = quotes == kLiteralLines;
  const bool has_control = std::ranges::any_of(
      text, [&](char c) { return is_control(c) && c != '\t' && !(has_lines && c == '\n'); });
  if (has_control || text.ends_with('\'')) return false;
  return text.find(quotes) == text.npos;
}

/// Quoted where it is no bare key (TOML 1.0, "Keys").
std::string as_key(std::string_view key) {
  const bool is_bare = !key.empty() && std::ranges::all_of(key, [](char c) {
    return is_letter(c) || is_digit(c) || c == '_' || c == '-';
  });
  return is_bare ? std::string(key) : toml_string(key);
}

/// The keys of "a.b", each as it is written. Nothing: a file may not have them.
std::optional<std::string> as_keys(std::string_view path) {
  std::string keys;
  std::size_t count = 0;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('.', begin), path.size());
    const std::string_view key = path.substr(begin, end - begin);
    for (std::size_t at = 0; at < key.size();) {
      if (const char32_t c = next_code_point(key, at); is_refused(c) || c < ' ') return {};
    }
    if (key.empty() || ++count > kDeepestToml) return {};
    keys += (begin > 0 ? "." : "") + as_key(key);
    begin = end + 1;
  }
  return keys;
}

class Editor {
 public:
  explicit Editor(const TomlFile& toml)
      : toml_(toml), text_(toml.sources.text(toml.file)), eol_(line_ends(text_)) {
    note(toml.root);
    std::ranges::sort(headers_);
  }

  std::optional<diag::Fix> set(std::string_view path, std::string_view literal) const {
    const Value* there = toml_.root.at_path(path);
    if (there != nullptr) return replace(*there, literal);
    if (!as_keys(path)) return {};
    const std::size_t dot = path.rfind('.');
    const std::string_view home = dot == path.npos ? "" : path.substr(0, dot);
    const std::string key = as_key(path.substr(home.empty() ? 0 : dot + 1));
    const Value* table = home.empty() ? &toml_.root : toml_.root.at_path(home);
    if (table != nullptr) return add(*table, key, literal);
    return add_table(home, key, literal);
  }

 private:
  static std::string line_ends(std::string_view text) {
    return text.find("\r\n") != text.npos ? "\r\n" : "\n";
  }

  bool has_header(const Value& value) const {
    return value.as_table() != nullptr && value.span.known() &&
           toml_.sources.text(value.span).starts_with('[');
  }
  bool is_inline(const Value& value) const {
    return value.as_table() != nullptr && value.span.known() &&
           toml_.sources.text(value.span).starts_with('{');
  }

  void note(const Value& value) {
    if (has_header(value)) headers_.push_back(value.span);
    if (const Value::Table* table = value.as_table(); table != nullptr && !is_inline(value)) {
      for (const Entry& entry : *table) {
        if (entry.value.as_table() == nullptr || is_inline(entry.value)) {
          entries_.push_back({entry.key_span, entry.value.span});
        }
        note(entry.value);
      }
    } else if (const Value::Array* array = value.as_array()) {
      for (const Value& each : *array) note(each);
    }
  }

  /// With the line ends of the file.
  std::string in_file(std::string_view text) const {
    std::string out;
    for (const char c : text) out += c == '\n' ? eol_ : std::string(1, c);
    return out;
  }

  std::optional<diag::Fix> replace(const Value& there, std::string_view literal) const {
    if (there.is_lost() || !there.span.known() || there.span.file != toml_.file) return {};
    if (there.as_table() != nullptr && !is_inline(there)) return {};
    const Value::Array* array = there.as_array();
    if (array != nullptr &&
        std::ranges::any_of(*array, [&](const Value& each) { return has_header(each); })) {
      return {};
    }
    return diag::Fix{there.span, in_file(literal)};
  }

  std::size_t column_of_equals(const diag::Span& key) const {
    const std::size_t begin = line_start(text_, key.begin);
    return count_code_points(text_.substr(begin, text_.find('=', key.end) - begin));
  }
  bool is_padded(const diag::Span& key) const { return text_.find('=', key.end) > key.end + 1; }

  /// The longest key of a column has one space alone, and is in it all the same.
  bool is_in_column(const diag::Span& key, std::size_t begin) const {
    return is_padded(key) || std::ranges::any_of(entries_, [&](const Written& each) {
             const bool is_beside = each.key.begin >= begin && each.key.end < key.begin;
             return is_beside && is_padded(each.key) &&
                    column_of_equals(each.key) == column_of_equals(key);
           });
  }

  /// How a key with its value is written where `before` is the line of another, of a table that
  /// begins at `table`.
  std::string entry(const std::string& key, std::string_view literal,
                    const std::optional<diag::Span>& before, std::size_t table = 0) const {
    std::string name = key;
    if (before) {
      const std::size_t begin = line_start(text_, before->begin);
      const std::string_view indent = text_.substr(begin, past_blanks(text_, begin) - begin);
      name = std::string(indent) + key;
      const std::size_t column = column_of_equals(*before);
      if (is_in_column(*before, table)) name.resize(std::max(name.size(), column - 1), ' ');
    }
    return name + " = " + std::string(literal);
  }

  diag::Span at(std::size_t offset) const {
    const auto place = static_cast<std::uint32_t>(offset);
    return {toml_.file, place, place};
  }

  std::optional<diag::Fix> add(const Value& table, const std::string& key,
                               std::string_view literal) const {
    if (table.as_table() == nullptr) return {};
    if (is_inline(table)) return add_inline(table, key, literal);
    const bool is_root = &table == &toml_.root;
    if (!is_root && !has_header(table)) return {};
    const std::size_t begin = is_root ? 0 : table.span.end;
    const auto next =
        std::ranges::find_if(headers_, [&](const diag::Span& each) { return each.begin >= begin; });
    const std::size_t end = next == headers_.end() ? text_.size() : next->begin;
    std::optional<diag::Span> last_key;
    std::size_t last = begin;
    for (const Written& each : entries_) {
      if (each.value.begin < begin || each.value.end > end || each.value.end <= last) continue;
      last = each.value.end;
      last_key = each.key;
    }
    if (is_root && !last_key) {
      const std::string before_header = entry(key, literal, {}) + "\n" + (end > 0 ? "\n" : "");
      return diag::Fix{at(end), in_file(before_header)};
    }
    return diag::Fix{at(line_end(text_, last)),
                     in_file("\n" + entry(key, literal, last_key, begin))};
  }

  std::optional<diag::Fix> add_inline(const Value& table, const std::string& key,
                                      std::string_view literal) const {
    std::size_t end = table.span.end - 1;  // before the brace
    while (text_[end - 1] == ' ' || text_[end - 1] == '\t') --end;
    const bool is_first = table.as_table()->empty();
    return diag::Fix{at(end), in_file((is_first ? " " : ", ") + key + " = " + std::string(literal) +
                                      (text_[end] == '}' ? " " : ""))};
  }

  /// At the end of the file. Its own home is no list: an entry that is not there has no place.
  std::optional<diag::Fix> add_table(std::string_view path, const std::string& key,
                                     std::string_view literal) const {
    for (std::size_t dot = path.find('.'); dot != path.npos; dot = path.find('.', dot + 1)) {
      const Value* above = toml_.root.at_path(path.substr(0, dot));
      if (above != nullptr && !is_plain_table(*above)) return {};
    }
    const bool is_numbered = path.find_first_not_of("0123456789", path.rfind('.') + 1) == path.npos;
    if (is_numbered) return {};
    const bool ends = text_.empty() || text_.ends_with('\n');
    return diag::Fix{
        at(text_.size()),
        in_file(std::string(ends ? "" : "\n") + (text_.empty() ? "" : "\n") + "[" +
                as_keys(path).value() + "]\n" + key + " = " + std::string(literal) + "\n")};
  }

  bool is_plain_table(const Value& value) const {
    return value.as_table() != nullptr && !is_inline(value);
  }

  struct Written {
    diag::Span key, value;
  };

  const TomlFile& toml_;
  std::string_view text_;
  std::string eol_;
  std::vector<diag::Span> headers_;
  std::vector<Written> entries_;  ///< but tables with headers
};

}  // namespace

std::optional<diag::Fix> set_value(const TomlFile& toml, std::string_view path,
                                   std::string_view literal) {
  return Editor(toml).set(path, literal);
}

std::optional<diag::Fix> set_text(const TomlFile& toml, std::string_view path,
                                  std::string_view text) {
  const Value* there = toml.root.at_path(path);
  if (there == nullptr || there->as_string() == nullptr || !there->span.known()) {
    return set_value(toml, path, as_literal(text));
  }
  const bool ends_line = there->as_string()->ends_with('\n') && !text.ends_with('\n');
  return set_value(
      toml, path,
      as_literal(std::string(text) + (ends_line ? "\n" : ""), toml.sources.text(there->span)));
}

std::string as_literal(std::string_view text, std::string_view like) {
  const bool has_lines = text.find('\n') != text.npos;
  if (like.starts_with(kLiteralLines) && fits_literal(text, kLiteralLines)) {
    return std::string(kLiteralLines) + "\n" + std::string(text) + std::string(kLiteralLines);
  }
  if (like.starts_with(kFolded) || has_lines) {
    const std::string written = long_toml_string(text);
    const bool is_folded = like.find("\\\n") != like.npos || like.find("\\\r\n") != like.npos;
    return is_folded ? folded(written, width_of(like)) : written;
  }
  if (like.starts_with('\'') && fits_literal(text, "'")) return "'" + std::string(text) + "'";
  return toml_string(text);
}

std::string edited(std::string_view text, std::vector<diag::Fix> edits) {
  std::ranges::stable_sort(edits, {}, [](const diag::Fix& each) {
    return std::pair(each.span.begin, each.span.end);  // what is put in stands first
  });
  std::string out;
  std::size_t at = 0;
  for (const diag::Fix& each : edits) {
    out += text.substr(at, each.span.begin - at);
    out += each.replacement;
    at = each.span.end;
  }
  out += text.substr(at);
  return out;
}

}  // namespace handbill::spec
