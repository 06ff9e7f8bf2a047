// SPDX-License-Identifier: MIT
#include "spec/toml_text.h"

#include <algorithm>

#include "base/number.h"
#include "base/utf8.h"

namespace handbill::spec {
namespace {

constexpr std::size_t kMostTables = 20'000;

/// The quotes round the string that starts `text`: one or three.
std::size_t quote_count(std::string_view text) {
  return text.size() >= 3 && text[1] == text[0] && text[2] == text[0] ? 3 : 1;
}

/// Bytes of a line end at the start of `text`: 0, 1 or 2.
std::size_t line_end_size(std::string_view text) {
  if (text.starts_with("\r\n")) return 2;
  return text.starts_with('\n') ? 1 : 0;
}

std::optional<char32_t> hex_value(std::string_view digits) {
  char32_t value = 0;
  for (const char c : digits) {
    int digit = -1;
    if (c >= '0' && c <= '9') digit = c - '0';
    if (c >= 'a' && c <= 'f') digit = c - 'a' + 10;
    if (c >= 'A' && c <= 'F') digit = c - 'A' + 10;
    if (digit < 0) return std::nullopt;
    value = value * 16 + static_cast<char32_t>(digit);
  }
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (surrogate || value > 0x10FFFF) return std::nullopt;
  return value;
}

class Decoder {
 public:
  Decoder(std::string_view body, std::uint32_t start) : body_(body), start_(start) {
    result_.text.reserve(body.size());
    result_.offsets.reserve(body.size() + 1);
  }

  /// False: an escape is broken.
  bool run(char quote) {
    const std::string_view special = quote == '"' ? "\\\r" : "\r";
    while (at_ < body_.size()) {
      const std::size_t next = std::min(body_.find_first_of(special, at_), body_.size());
      copy(next);
      if (next == body_.size()) break;
      if (body_[next] == '\\') {
        if (!escape()) return false;
      } else {
        const bool is_line_end = body_.substr(next).starts_with("\r\n");
        put(is_line_end ? "\n" : "\r", is_line_end ? 2 : 1);
      }
    }
    return true;
  }

  DecodedString finish() && {
    result_.offsets.push_back(start_ + static_cast<std::uint32_t>(body_.size()));
    return std::move(result_);
  }

 private:
  /// The body up to `end` as it is.
  void copy(std::size_t end) {
    result_.text += body_.substr(at_, end - at_);
    for (; at_ < end; ++at_) result_.offsets.push_back(start_ + static_cast<std::uint32_t>(at_));
  }

  /// `bytes` stand for the next `source_size` bytes of the body.
  void put(std::string_view bytes, std::size_t source_size) {
    result_.text += bytes;
    result_.offsets.insert(result_.offsets.end(), bytes.size(),
                           start_ + static_cast<std::uint32_t>(at_));
    at_ += source_size;
  }

  bool escape() {
    if (at_ + 1 >= body_.size()) return false;
    const char kind = body_[at_ + 1];
    switch (kind) {
      case 'b':
        put("\b", 2);
        return true;
      case 'f':
        put("\f", 2);
        return true;
      case 'n':
        put("\n", 2);
        return true;
      case 'r':
        put("\r", 2);
        return true;
      case 't':
        put("\t", 2);
        return true;
      case '"':
        put("\"", 2);
        return true;
      case '\\':
        put("\\", 2);
        return true;
      case 'u':
        return code_point(4);
      case 'U':
        return code_point(8);
      default:
        return line_ending_backslash();
    }
  }

  bool code_point(std::size_t digits) {
    if (at_ + 2 + digits > body_.size()) return false;
    const auto value = hex_value(body_.substr(at_ + 2, digits));
    if (!value) return false;
    std::string bytes;
    append_utf8(bytes, *value);
    put(bytes, 2 + digits);
    return true;
  }

  bool line_ending_backslash() {
    const std::size_t next = body_.find_first_not_of(" \t", at_ + 1);
    if (next == body_.npos || line_end_size(body_.substr(next)) == 0) return false;
    const std::size_t rest = body_.find_first_not_of(" \t\r\n", next);
    at_ = rest == body_.npos ? body_.size() : rest;
    return true;
  }

  std::string_view body_;
  std::uint32_t start_;
  std::size_t at_ = 0;
  DecodedString result_{};
};

/// Walks over TOML far enough to tell strings and comments from the rest.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::optional<Excess> run() {
    while (at_ < text_.size()) {
      step();
      if (depth_ > kDeepestToml) return Excess{at_, "this nests deeper than 64"};
      if (dots_ > kDeepestToml) return Excess{at_, "this key has more than 64 parts"};
      if (tables_ > kMostTables) return Excess{at_, "the file has more than 20,000 tables"};
      ++at_;
    }
    return std::nullopt;
  }

 private:
  void step() {
    const char c = text_[at_];
    if (c == '"' || c == '\'') return string(c);
    if (c == '#') {
      at_ = std::min(text_.find('\n', at_), text_.size()) - 1;
      return;
    }
    if (c == '.') {
      tables_ += dots_ == 0 && !after_equals_;
      ++dots_;
    }
    if (c == '[' && depth_ == 0 && !after_equals_) ++tables_;  // a header
    if (c == '\n' || c == '=' || c == ',' || c == '{' || c == '[') {
      dots_ = 0;
      after_equals_ = c == '=' || (c == '[' && after_equals_);
    }
    if (c == '[' || c == '{') ++depth_;
    if ((c == ']' || c == '}') && depth_ > 0) --depth_;
  }

  /// Leaves `at_` on the closing quote (or at the end).
  void string(char quote) {
    const std::size_t quotes = quote_count(text_.substr(at_));
    std::size_t i = at_ + quotes;
    for (; i < text_.size(); ++i) {
      if (quote == '"' && text_[i] == '\\') {
        ++i;
      } else if (text_[i] == quote && (quotes == 1 || closes(i, quote))) {
        break;
      } else if (text_[i] == '\n' && quotes == 1) {
        break;
      }
    }
    if (quotes == 3) {
      // Up to two more quotes may stand before the closing three.
      while (closes(i + 1, quote)) ++i;
      i += 2;
    }
    at_ = std::min(i, text_.size());
  }

  bool closes(std::size_t i, char quote) const {
    return i + 2 < text_.size() && text_[i] == quote && text_[i + 1] == quote &&
           text_[i + 2] == quote;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  std::size_t dots_ = 0;
  std::size_t tables_ = 0;
  bool after_equals_ = false;
};

/// Spaces that do not break, joiners, marks of direction and the like.
bool is_unseen(char32_t c) {
  return c == 0xA0 || c == 0xAD || c == 0x202F || c == 0x61C || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}

}  // namespace

std::string escaped_toml(std::string_view text, TomlLines lines) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    const bool is_of_lines = lines == TomlLines::Several;
    // A single quote ends no string of several lines.
    const bool is_plain_quote = is_of_lines && c == '"' && at < text.size() && text[at] != '"';
    if ((c == '"' && !is_plain_quote) || c == '\\') {
      out += '\\';
      out += static_cast<char>(c);
    } else if (c == '\n' && is_of_lines) {
      out += '\n';
    } else if (c == '\n' || c == '\t') {
      out += c == '\n' ? "\\n" : "\\t";
    } else if (c < ' ' || c == 0x7F || is_unseen(c)) {
      out += "\\u" + hex_digits(c, 4);
    } else {
      out += text.substr(begin, at - begin);
    }
  }
  return out;
}

std::string toml_string(std::string_view text) {
  return "\"" + escaped_toml(text, TomlLines::One) + "\"";
}

std::string long_toml_string(std::string_view text) {
  constexpr std::string_view kQuotes = "\"\"\"";
  return std::string(kQuotes) + "\n" + escaped_toml(text, TomlLines::Several) +
         std::string(kQuotes);
}

std::optional<DecodedString> decode_toml_string(std::string_view literal, std::uint32_t start) {
  if (literal.size() < 2 || (literal[0] != '"' && literal[0] != '\'')) return std::nullopt;
  const char quote = literal[0];
  const std::size_t quotes = literal.size() >= 6 ? quote_count(literal) : 1;
  std::size_t begin = quotes;
  if (quotes == 3) begin += line_end_size(literal.substr(begin));
  if (begin + quotes > literal.size()) return std::nullopt;
  const std::string_view body = literal.substr(begin, literal.size() - quotes - begin);
  Decoder decoder(body, start + static_cast<std::uint32_t>(begin));
  if (!decoder.run(quote)) return std::nullopt;
  return std::move(decoder).finish();
}

std::optional<Excess> find_excess(std::string_view text) { return Scanner(text).run(); }

}  // namespace handbill::spec
