// SPDX-License-Identifier: MIT
#include "preflight/content_lexer.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace handbill::preflight {
namespace {

constexpr int kDeepestArrays = 32;
constexpr std::size_t kMostOperands = 2000;
/// A TJ of a whole page has thousands of numbers; no collection is longer than this.
constexpr std::size_t kMostItems = 100'000;

enum class Sort : unsigned char { Regular, White, Delimiter };

constexpr std::array<Sort, 256> make_sorts() {
  std::array<Sort, 256> sorts{};
  for (const char c : {'\0', '\t', '\n', '\f', '\r', ' '}) {
    sorts[static_cast<unsigned char>(c)] = Sort::White;
  }
  for (const char c : {'(', ')', '<', '>', '[', ']', '{', '}', '/', '%'}) {
    sorts[static_cast<unsigned char>(c)] = Sort::Delimiter;
  }
  return sorts;
}
constexpr auto kSorts = make_sorts();

Sort sort_of(char c) { return kSorts[static_cast<unsigned char>(c)]; }

int hex_digit(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

const Operand* Operand::find(std::string_view key) const {
  for (std::size_t i = 0; i + 1 < items.size(); i += 2) {
    if (items[i].text == key) return &items[i + 1];
  }
  return nullptr;
}

bool ContentLexer::next(std::vector<Operand>& operands, std::string& op) {
  operands.clear();
  for (;;) {
    Operand value;
    switch (read(value, op, 0)) {
      case Token::End:
        if (!operands.empty()) fault_ = "operands stand at its end without an operator";
        return false;
      case Token::Keyword:
        return true;
      case Token::Value:
        if (operands.size() >= kMostOperands) operands.erase(operands.begin());
        operands.push_back(std::move(value));
        break;
      case Token::CloseArray:
      case Token::CloseDictionary:
        fault_ = "a bracket is closed that was not opened";
        break;
    }
  }
}

void ContentLexer::skip_white() {
  while (!at_end()) {
    if (content_[at_] == '%') {
      while (!at_end() && content_[at_] != '\n' && content_[at_] != '\r') ++at_;
    } else if (sort_of(content_[at_]) == Sort::White) {
      ++at_;
    } else {
      return;
    }
  }
}

ContentLexer::Token ContentLexer::read(Operand& value, std::string& keyword, int depth) {
  skip_white();
  if (at_end()) return Token::End;
  const char c = content_[at_];
  const char following = at_ + 1 < content_.size() ? content_[at_ + 1] : '\0';
  if (is_digit(c) || c == '-' || c == '+' || c == '.') {
    if (read_number(value)) return Token::Value;
    return read_keyword(value, keyword);
  }
  switch (c) {
    case '/':
      read_name(value);
      return Token::Value;
    case '(':
      read_string(value);
      return Token::Value;
    case '[':
      ++at_;
      value.kind = Operand::Kind::Array;
      read_collection(value, Token::CloseArray, depth);
      return Token::Value;
    case ']':
      ++at_;
      return Token::CloseArray;
    case '<':
      if (following == '<') {
        at_ += 2;
        value.kind = Operand::Kind::Dictionary;
        read_collection(value, Token::CloseDictionary, depth);
      } else {
        read_hex(value);
      }
      return Token::Value;
    case '>':
      at_ += following == '>' ? 2 : 1;
      return Token::CloseDictionary;
    default:
      return read_keyword(value, keyword);
  }
}

ContentLexer::Token ContentLexer::read_keyword(Operand& value, std::string& keyword) {
  const std::size_t from = at_++;
  if (sort_of(content_[from]) == Sort::Regular) {
    while (!at_end() && sort_of(content_[at_]) == Sort::Regular) ++at_;
  }
  const std::string_view word = content_.substr(from, at_ - from);
  if (word == "true" || word == "false") {
    value.kind = Operand::Kind::Bool;
    value.number = word == "true" ? 1 : 0;
    return Token::Value;
  }
  if (word == "null") return Token::Value;
  constexpr std::size_t kLongest = 32;
  keyword.assign(word.substr(0, kLongest));
  return Token::Keyword;
}

void ContentLexer::read_collection(Operand& value, Token close, int depth) {
  std::string keyword;
  for (;;) {
    Operand item;
    const Token token = depth < kDeepestArrays ? read(item, keyword, depth + 1) : Token::End;
    if (token == Token::End) fault_ = "an array or dictionary does not end";
    if (token == Token::Keyword) fault_ = "an operator stands in an array or dictionary";
    if (token == Token::End || token == close) return;
    // A keyword in a collection is damage; what follows is read on.
    if (token == Token::Value && value.items.size() < kMostItems) {
      value.items.push_back(std::move(item));
    }
  }
}

void ContentLexer::read_name(Operand& value) {
  value.kind = Operand::Kind::Name;
  ++at_;
  while (!at_end() && sort_of(content_[at_]) == Sort::Regular) {
    const char c = content_[at_++];
    if (c == '#' && at_ + 1 < content_.size()) {
      const int high = hex_digit(content_[at_]), low = hex_digit(content_[at_ + 1]);
      if (high >= 0 && low >= 0) {
        value.text += static_cast<char>(high * 16 + low);
        at_ += 2;
        continue;
      }
    }
    value.text += c;
  }
}

void ContentLexer::read_string(Operand& value) {
  value.kind = Operand::Kind::String;
  ++at_;
  int open = 1;
  while (!at_end()) {
    const char c = content_[at_++];
    if (c == '\\') {
      read_escape(value.text);
      continue;
    }
    if (c == '(') ++open;
    if (c == ')' && --open == 0) return;
    value.text += c;
  }
  fault_ = "a string does not end";
}

void ContentLexer::read_escape(std::string& text) {
  if (at_end()) return;
  const char c = content_[at_++];
  if (c >= '0' && c <= '7') {
    int code = c - '0';
    for (int i = 0; i < 2 && !at_end() && content_[at_] >= '0' && content_[at_] <= '7'; ++i) {
      code = code * 8 + (content_[at_++] - '0');
    }
    text += static_cast<char>(code & 0xFF);
    return;
  }
  constexpr std::string_view kFrom = "nrtbf", kTo = "\n\r\t\b\f";
  if (const auto i = kFrom.find(c); i != kFrom.npos) {
    text += kTo[i];
  } else if (c == '\r') {
    if (!at_end() && content_[at_] == '\n') ++at_;
  } else if (c != '\n') {
    text += c;
  }
}

void ContentLexer::read_hex(Operand& value) {
  value.kind = Operand::Kind::String;
  ++at_;
  int high = -1;
  while (!at_end() && content_[at_] != '>') {
    const char c = content_[at_++];
    const int digit = hex_digit(c);
    if (digit < 0 && sort_of(c) != Sort::White) fault_ = "a string in hexadecimal has other signs";
    if (digit < 0) continue;
    if (high < 0) {
      high = digit;
    } else {
      value.text += static_cast<char>(high * 16 + digit);
      high = -1;
    }
  }
  if (high >= 0) value.text += static_cast<char>(high * 16);
  if (at_end()) fault_ = "a string does not end";
  if (!at_end()) ++at_;
}

bool ContentLexer::read_number(Operand& value) {
  std::size_t at = at_;
  const bool negative = content_[at] == '-';
  while (at < content_.size() && (content_[at] == '-' || content_[at] == '+')) ++at;
  double number = 0, scale = 1;
  std::size_t digits = 0;
  bool after_point = false;
  for (; at < content_.size(); ++at) {
    const char c = content_[at];
    if (is_digit(c)) {
      ++digits;
      if (after_point) scale /= 10;
      // Beyond this, digits say nothing that a page could show.
      if (digits < 16) number = after_point ? number + (c - '0') * scale : number * 10 + (c - '0');
    } else if (c == '.' && !after_point) {
      after_point = true;
    } else {
      break;
    }
  }
  if (digits == 0) {
    // A lone sign or point stands for 0, as every reader has it.
    if (at < content_.size() && sort_of(content_[at]) == Sort::Regular) return false;
  } else if (at < content_.size() && content_[at] == '-') {
    while (at < content_.size() && sort_of(content_[at]) == Sort::Regular) ++at;
  }
  constexpr double kMost = 1e9;
  value.kind = Operand::Kind::Number;
  value.number = std::min(number, kMost) * (negative ? -1 : 1);
  at_ = at;
  return true;
}

std::string_view ContentLexer::picture_data(std::size_t length) {
  if (!at_end() && sort_of(content_[at_]) == Sort::White) ++at_;
  const std::size_t from = std::min(at_, content_.size());
  const auto stands_alone = [&](std::size_t at) {
    const bool before = at == from || sort_of(content_[at - 1]) == Sort::White;
    const bool after = at + 2 >= content_.size() || sort_of(content_[at + 2]) != Sort::Regular;
    return before && after;
  };
  std::size_t end =
      std::min(content_.size(), length > content_.size() - from ? from : from + length);
  end = content_.find("EI", end);
  while (end != content_.npos && !stands_alone(end) && length == 0)
    end = content_.find("EI", end + 1);
  if (end == content_.npos) {
    fault_ = "a picture in it does not end";
    at_ = content_.size();
    return content_.substr(from);
  }
  at_ = end + 2;
  return content_.substr(from, end - from);
}

}  // namespace handbill::preflight
