// SPDX-License-Identifier: MIT
#include "preflight/cmap.h"

#include <algorithm>

#include "base/big_endian.h"
#include "preflight/content_lexer.h"

namespace handbill::preflight {

// The operands before an `end…` operator, as a map has them.
struct CMapToken {
  std::string bytes;
  std::uint32_t number = 0;  ///< of a number, or a string as one
  std::vector<std::string> list;
  bool is_list = false;
};

namespace {

constexpr std::size_t kMostEntries = 200'000;
constexpr std::uint32_t kLastCodePoint = 0x10FFFF;

CMapToken token_of(const Operand& operand) {
  CMapToken token;
  if (operand.kind == Operand::Kind::Number) {
    token.number = static_cast<std::uint32_t>(std::clamp(operand.number, 0.0, 1e9));
  } else if (operand.kind == Operand::Kind::String) {
    token.bytes = operand.text;
    token.number = big_endian(operand.text);
  } else if (operand.kind == Operand::Kind::Array) {
    token.is_list = true;
    for (const Operand& item : operand.items) token.list.push_back(item.text);
  }
  return token;
}

}  // namespace

void append_utf8(std::string& out, std::uint32_t c) {
  if (c > kLastCodePoint || (c >= 0xD800 && c < 0xE000)) return;
  const auto add = [&](std::uint32_t byte) { out += static_cast<char>(byte); };
  if (c < 0x80) {
    add(c);
  } else if (c < 0x800) {
    add(0xC0 | (c >> 6U));
    add(0x80 | (c & 0x3FU));
  } else if (c < 0x10000) {
    add(0xE0 | (c >> 12U));
    add(0x80 | ((c >> 6U) & 0x3FU));
    add(0x80 | (c & 0x3FU));
  } else {
    add(0xF0 | (c >> 18U));
    add(0x80 | ((c >> 12U) & 0x3FU));
    add(0x80 | ((c >> 6U) & 0x3FU));
    add(0x80 | (c & 0x3FU));
  }
}

std::string from_utf16(std::string_view bytes) {
  std::string text;
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    std::uint32_t unit = big_endian(bytes.substr(i, 2));
    if (unit >= 0xD800 && unit < 0xDC00 && i + 3 < bytes.size()) {
      const std::uint32_t low = big_endian(bytes.substr(i + 2, 2));
      if (low >= 0xDC00 && low < 0xE000) {
        unit = 0x10000 + ((unit - 0xD800) << 10U) + (low - 0xDC00);
        i += 2;
      }
    }
    append_utf8(text, unit);
  }
  return text;
}

CMap CMap::identity() {
  CMap map;
  map.spaces_ = {{2, 0, 0xFFFF}};
  map.glyphs_ = {{0, 0xFFFF, 0}};
  return map;
}

CMap CMap::parse(std::string_view text) {
  CMap map;
  ContentLexer lexer(text);
  std::vector<Operand> operands;
  std::string op;
  std::size_t entries = 0;
  while (lexer.next(operands, op)) {
    if (!op.starts_with("end")) continue;
    entries += operands.size();
    if (entries > kMostEntries) break;
    std::vector<CMapToken> tokens;
    tokens.reserve(operands.size());
    for (const Operand& operand : operands) tokens.push_back(token_of(operand));
    map.read_section(op, tokens);
  }
  std::ranges::sort(map.glyphs_, {}, &Range::low);
  std::ranges::sort(map.text_ranges_, {}, &Range::low);
  return map;
}

void CMap::read_section(std::string_view section, const std::vector<CMapToken>& t) {
  if (section == "endcodespacerange") {
    for (std::size_t i = 0; i + 1 < t.size(); i += 2) {
      spaces_.push_back(
          {std::clamp<std::size_t>(t[i].bytes.size(), 1, 4), t[i].number, t[i + 1].number});
    }
  } else if (section == "endcidrange") {
    for (std::size_t i = 0; i + 2 < t.size(); i += 3) {
      glyphs_.push_back({t[i].number, t[i + 1].number, t[i + 2].number});
    }
  } else if (section == "endcidchar") {
    for (std::size_t i = 0; i + 1 < t.size(); i += 2) {
      glyphs_.push_back({t[i].number, t[i].number, t[i + 1].number});
    }
  } else if (section == "endbfchar") {
    for (std::size_t i = 0; i + 1 < t.size(); i += 2)
      texts_[t[i].number] = from_utf16(t[i + 1].bytes);
  } else if (section == "endbfrange") {
    for (std::size_t i = 0; i + 2 < t.size(); i += 3) {
      const CMapToken& to = t[i + 2];
      for (std::size_t j = 0; j < to.list.size(); ++j) {
        texts_[t[i].number + static_cast<std::uint32_t>(j)] = from_utf16(to.list[j]);
      }
      if (to.is_list) continue;
      if (to.bytes.size() == 2) {
        text_ranges_.push_back({t[i].number, t[i + 1].number, to.number});
      } else if (t[i].number == t[i + 1].number) {
        texts_[t[i].number] = from_utf16(to.bytes);
      }
    }
  }
}

std::uint32_t CMap::next(std::string_view& bytes, std::size_t& length) const {
  std::size_t shortest = spaces_.empty() ? 1 : 4;
  for (const CodeSpace& space : spaces_) {
    shortest = std::min(shortest, space.length);
    if (bytes.size() < space.length) continue;
    const std::uint32_t code = big_endian(bytes.substr(0, space.length));
    if (code < space.low || code > space.high) continue;
    length = space.length;
    bytes.remove_prefix(length);
    return code;
  }
  length = std::min(shortest, bytes.size());
  const std::uint32_t code = big_endian(bytes.substr(0, length));
  bytes.remove_prefix(length);
  return code;
}

std::uint32_t CMap::glyph(std::uint32_t code) const {
  const auto above = std::ranges::upper_bound(glyphs_, code, {}, &Range::low);
  if (above == glyphs_.begin()) return 0;
  const Range& range = *std::prev(above);
  return code <= range.high ? range.to + (code - range.low) : 0;
}

std::string CMap::text(std::uint32_t code) const {
  if (const auto it = texts_.find(code); it != texts_.end()) return it->second;
  const auto above = std::ranges::upper_bound(text_ranges_, code, {}, &Range::low);
  if (above == text_ranges_.begin()) return {};
  const Range& range = *std::prev(above);
  std::string text;
  if (code <= range.high) append_utf8(text, range.to + (code - range.low));
  return text;
}

}  // namespace handbill::preflight
