// SPDX-License-Identifier: MIT
#include "text/itemize.h"

#include <unicode/ubidi.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <memory>
#include <string>

#include "base/ascii.h"
#include "base/check.h"
#include "base/utf8.h"
#include "text/characters.h"
#include "text/scripts.h"

namespace handbill::text {
namespace {

constexpr std::uint32_t kLatin = iso_tag('L', 'a', 't', 'n');

/// A value that holds from an offset on.
template <class T>
struct Change {
  std::uint32_t offset = 0;
  T value{};
};

struct BidiClose {
  void operator()(UBiDi* bidi) const { ubidi_close(bidi); }
};

struct BidiLevels {
  std::vector<Change<std::uint8_t>> changes;
  bool right_to_left = false;
};

/// By the first letter that has a direction, in an isolate too: isolates stand round numbers and
/// the words beside them, and UAX 9, P2, would pass over a sentence that begins so.
UBiDiLevel base_level(std::string_view text) {
  int depth = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c >= 0x2066 && c <= 0x2068) ++depth;
    if (c == 0x2069) --depth;
    const bool is_put_there = c == 0x200E && depth > 0;  // to hold a number together
    const UCharDirection direction = u_charDirection(static_cast<UChar32>(c));
    if (direction == U_LEFT_TO_RIGHT && !is_put_there) return 0;
    if (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC) return 1;
  }
  return 0;
}

BidiLevels find_levels(std::string_view text, std::string_view language) {
  std::u16string utf16;
  std::vector<std::uint32_t> offsets;  // of each UTF-16 unit
  for (std::size_t at = 0; at < text.size();) {
    const auto offset = static_cast<std::uint32_t>(at);
    const char32_t c = next_code_point(text, at);
    if (c >= 0x10000) {
      utf16 += static_cast<char16_t>(0xD7C0 + (c >> 10U));
      utf16 += static_cast<char16_t>(0xDC00 + (c & 0x3FFU));
      offsets.insert(offsets.end(), 2, offset);
    } else {
      utf16 += static_cast<char16_t>(c);
      offsets.push_back(offset);
    }
  }
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UBiDi, BidiClose> bidi(ubidi_open());
  HANDBILL_CHECK(bidi != nullptr, "ICU has memory");
  const UBiDiLevel base = is_right_to_left(language) ? UBiDiLevel{1} : base_level(text);
  ubidi_setPara(bidi.get(), utf16.data(), static_cast<int32_t>(utf16.size()), base, nullptr,
                &error);
  HANDBILL_CHECK(U_SUCCESS(error), "ICU takes the paragraph");
  BidiLevels result;
  result.right_to_left = (ubidi_getParaLevel(bidi.get()) & 1U) != 0;
  const UBiDiLevel* levels = ubidi_getLevels(bidi.get(), &error);
  HANDBILL_CHECK(U_SUCCESS(error), "ICU has memory");
  for (std::size_t at = 0; at < utf16.size(); ++at) {
    if (at == 0 || levels[at] != levels[at - 1])
      result.changes.push_back({offsets[at], levels[at]});
  }
  return result;
}

/// Scripts by UAX 24, 5.2: common and inherited characters, and those whose extensions allow it,
/// go with what stands before them; at the start, with what follows.
std::vector<Change<std::uint32_t>> find_scripts(std::string_view text) {
  std::vector<Change<UScriptCode>> runs;
  for (std::size_t at = 0; at < text.size();) {
    const auto offset = static_cast<std::uint32_t>(at);
    const auto c = static_cast<UChar32>(next_code_point(text, at));
    UErrorCode error = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(c, &error);
    const bool is_neutral = script == USCRIPT_COMMON || script == USCRIPT_INHERITED;
    if (runs.empty()) {
      runs.push_back({offset, is_neutral ? USCRIPT_COMMON : script});
    } else if (runs.back().value == USCRIPT_COMMON && !is_neutral) {
      runs.back().value = script;
    } else if (!is_neutral && script != runs.back().value &&
               uscript_hasScript(c, runs.back().value) == 0) {
      runs.push_back({offset, script});
    }
  }
  std::vector<Change<std::uint32_t>> result;
  for (const auto& run : runs) {
    const char* name = uscript_getShortName(run.value);
    const bool is_real = run.value > USCRIPT_INHERITED && name != nullptr;
    result.push_back({run.offset, is_real ? iso_tag(name[0], name[1], name[2], name[3]) : kLatin});
  }
  return result;
}

/// Spaces and punctuation only: they go with either neighbour.
bool is_neutral(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c > 0 && !is_letter(c) && !is_digit(c); });
}

/// HarfBuzz takes quadratic time for some runs, such as thousands of marks on one letter.
constexpr std::uint32_t kLongestPiece = 4096;

/// Where the piece from `begin` ends at the latest: after a line end, so that nothing is shaped
/// across it, and after a space when it is too long.
std::uint32_t find_cut(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  std::uint32_t last_space = 0;
  for (std::size_t at = begin; at < end;) {
    if (at - begin >= kLongestPiece) {
      return last_space > 0 ? last_space : static_cast<std::uint32_t>(at);
    }
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x20 && byte < 0x80) {
      ++at;
      if (byte == ' ') last_space = static_cast<std::uint32_t>(at);
    } else if (ends_line(next_code_point(text, at))) {
      return static_cast<std::uint32_t>(at);
    }
  }
  return end;
}

std::vector<Piece> cut_at_line_ends(std::vector<Piece> pieces, std::string_view text) {
  std::vector<Piece> result;
  result.reserve(pieces.size());
  for (Piece& piece : pieces) {
    while (piece.begin < piece.end) {
      Piece part = piece;
      part.end = find_cut(text, piece.begin, piece.end);
      piece.begin = part.end;
      result.push_back(part);
    }
  }
  return result;
}

/// Adds a piece, joined with the one before when that has nothing of another script.
void add_piece(std::vector<Piece>& pieces, std::string_view text, const Piece& piece) {
  if (!pieces.empty()) {
    Piece& last = pieces.back();
    const bool is_neighbour =
        last.inline_index == piece.inline_index && last.bidi_level == piece.bidi_level;
    if (is_neighbour && is_neutral(text.substr(last.begin, last.end - last.begin))) {
      last.end = piece.end;
      last.script = piece.script;
      return;
    }
  }
  pieces.push_back(piece);
}

}  // namespace

Itemized itemize(std::string_view text, const std::vector<std::uint32_t>& inline_ends,
                 std::string_view language) {
  Itemized result;
  std::vector<Change<std::uint8_t>> levels{{0, 0}};
  std::vector<Change<std::uint32_t>> scripts{{0, kLatin}};
  const bool is_short_way = is_plain_latin(text) && !is_right_to_left(language);
  if (!is_short_way && !text.empty()) {
    BidiLevels found = find_levels(text, language);
    levels = std::move(found.changes);
    result.right_to_left = found.right_to_left;
    scripts = find_scripts(text);
  } else if (!is_short_way) {
    result.right_to_left = is_right_to_left(language);
  }

  std::size_t level = 0;
  std::size_t script = 0;
  std::uint32_t at = 0;
  for (std::size_t i = 0; i < inline_ends.size(); ++i) {
    while (at < inline_ends[i]) {
      const auto end_of = [&](const auto& changes, std::size_t index) {
        return index + 1 < changes.size() ? changes[index + 1].offset : inline_ends[i];
      };
      const std::uint32_t end =
          std::min({inline_ends[i], end_of(levels, level), end_of(scripts, script)});
      add_piece(result.pieces, text, {at, end, i, levels[level].value, scripts[script].value});
      at = end;
      if (level + 1 < levels.size() && levels[level + 1].offset == at) ++level;
      if (script + 1 < scripts.size() && scripts[script + 1].offset == at) ++script;
    }
  }
  result.pieces = cut_at_line_ends(std::move(result.pieces), text);
  return result;
}

}  // namespace handbill::text
