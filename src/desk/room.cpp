// SPDX-License-Identifier: MIT
#include "desk/room.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/ascii.h"
#include "base/language_tag.h"
#include "base/utf8.h"

namespace handbill::desk {
namespace {

/// Sentences that are tried without.
constexpr std::size_t kMostTried = 6;

/// A part of a text: bytes [begin, end).
struct Piece {
  std::size_t begin = 0, end = 0;
};

bool is_white(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

/// Without white at its end.
std::string trimmed(std::string_view text) {
  return std::string(text.substr(0, text.find_last_not_of(" \n\t\r") + 1));
}

std::vector<Piece> words_in(std::string_view text) {
  std::vector<Piece> words;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_white(text[at])) continue;
    const std::size_t begin = at;
    while (at < text.size() && !is_white(text[at])) ++at;
    words.push_back({begin, at});
  }
  return words;
}

std::vector<Piece> characters_in(std::string_view text) {
  std::vector<Piece> characters;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    next_code_point(text, at);
    if (!is_white(text[begin])) characters.push_back({begin, at});
  }
  return characters;
}

/// Each * and ** in it has its second.
bool has_whole_marks(std::string_view text) {
  std::size_t one = 0, two = 0;
  for (std::size_t at = text.find('*'); at != text.npos; at = text.find('*', at)) {
    const bool is_two = text.substr(at).starts_with("**");
    is_two ? ++two : ++one;
    at += is_two ? 2 : 1;
  }
  return one % 2 == 0 && two % 2 == 0;
}

/// Where a sentence ends: behind its sign and what closes it, before white or the end.
std::vector<Piece> sentences_in(std::string_view text) {
  constexpr auto kEnds = std::to_array<std::string_view>({".", "!", "?", "。", "！", "？", "؟"});
  constexpr auto kClosing = std::to_array<std::string_view>({"\"", "”", "’", "»", ")", "*"});
  const auto past = [&](const auto& signs, std::size_t at) {
    const auto sign = std::ranges::find_if(
        signs, [&](std::string_view each) { return text.substr(at).starts_with(each); });
    return sign == signs.end() ? at : at + sign->size();
  };
  std::vector<Piece> sentences;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = past(kEnds, at);
    if (end == at) {
      next_code_point(text, at);
      continue;
    }
    const bool is_wide = end - at > 2;  // of Chinese, which has no white behind it
    for (std::size_t more = past(kClosing, end); more != end; more = past(kClosing, end))
      end = more;
    at = end;
    if (end < text.size() && !is_white(text[end]) && !is_wide) continue;
    while (at < text.size() && is_white(text[at])) ++at;
    sentences.push_back({begin, at});
    begin = at;
  }
  if (begin < text.size()) sentences.push_back({begin, text.size()});
  return sentences;
}

/// Marks of Markdown and braces are no words to go on with.
std::vector<std::string> plain(std::string_view text, const std::vector<Piece>& pieces) {
  std::vector<std::string> words;
  for (const Piece& each : pieces) {
    const std::string_view word = text.substr(each.begin, each.end - each.begin);
    const bool is_plain = word.find_first_of("*_[](){}<>`#\\|&") == word.npos;
    if (is_plain) words.emplace_back(word);
  }
  if (words.empty()) words.emplace_back("words");
  return words;
}

class Measure {
 public:
  Measure(const std::string& text, std::string_view language, const Fits& fits)
      : text_(trimmed(text)), fits_(fits) {
    constexpr auto kWithoutSpaces =
        std::to_array<std::string_view>({"zh", "ja", "th", "lo", "km", "my"});
    in_characters_ =
        std::ranges::find(kWithoutSpaces, primary_language(language)) != kWithoutSpaces.end();
    pieces_ = in_characters_ ? characters_in(text_) : words_in(text_);
  }

  std::optional<Room> measure() {
    if (pieces_.empty()) return std::nullopt;
    const auto fits_now = fits_(text_);
    if (!fits_now) return std::nullopt;
    Room room;
    room.in_characters = in_characters_;
    if (*fits_now) {
      const bool is_most = fits_(longer(kMostLeft)).value_or(false);
      room.left = is_most ? kMostLeft : most(kMostLeft, [&](std::size_t n) { return longer(n); });
      room.is_most = is_most;
      return room;
    }
    const std::size_t kept = most(pieces_.size(), [&](std::size_t n) { return shorter(n); });
    if (kept == 0) return std::nullopt;
    room.over = pieces_.size() - kept;
    leave_out(room, kept);
    return room;
  }

 private:
  /// The largest count below `too_many` with which it fits; 0: with none.
  template <class Text>
  std::size_t most(std::size_t too_many, const Text& text) const {
    std::size_t least = 0;
    while (too_many - least > 1) {
      const std::size_t middle = least + (too_many - least) / 2;
      (fits_(text(middle)).value_or(false) ? least : too_many) = middle;
    }
    return least;
  }

  std::string shorter(std::size_t count) const { return text_.substr(0, pieces_[count - 1].end); }

  /// With words of its own, over and over.
  std::string longer(std::size_t count) const {
    const std::vector<std::string> words = plain(text_, pieces_);
    std::string text = text_;
    for (std::size_t i = 0; i < count; ++i) {
      if (!in_characters_) text += ' ';
      text += words[i % words.size()];
    }
    return text;
  }

  /// One sentence, the shortest that does it; else those at the end, `kept` pieces being the most
  /// that fit.
  void leave_out(Room& room, std::size_t kept) const {
    std::vector<Piece> sentences = sentences_in(text_);
    if (sentences.size() < 2) return;
    const auto first_over = std::ranges::find_if(sentences, [&](const Piece& each) {
      return trimmed(part(each)).size() + each.begin > pieces_[kept - 1].end;
    });
    const Piece rest{first_over->begin, text_.size()};
    std::ranges::stable_sort(sentences, {},
                             [](const Piece& each) { return each.end - each.begin; });
    std::size_t tried = 0;
    for (const Piece& each : sentences) {
      if (2 * count(each) < room.over) continue;
      if (++tried > kMostTried) break;
      if (leaves_out(each, room)) return;
    }
    if (rest.begin > 0) leaves_out(rest, room);
  }

  /// True, and told: it fits without that.
  bool leaves_out(const Piece& piece, Room& room) const {
    const std::string without = trimmed(text_.substr(0, piece.begin) + text_.substr(piece.end));
    if (!has_whole_marks(part(piece)) || !fits_(without).value_or(false)) return false;
    room.leave_out = trimmed(part(piece));
    room.without = without;
    return true;
  }

  std::size_t count(const Piece& piece) const {
    return in_characters_ ? characters_in(part(piece)).size() : words_in(part(piece)).size();
  }

  std::string_view part(const Piece& piece) const {
    return std::string_view(text_).substr(piece.begin, piece.end - piece.begin);
  }

  const std::string text_;
  const Fits& fits_;
  bool in_characters_ = false;
  std::vector<Piece> pieces_;
};

}  // namespace

std::optional<Room> room_of(const std::string& text, std::string_view language, const Fits& fits) {
  return Measure(text, language, fits).measure();
}

}  // namespace handbill::desk
