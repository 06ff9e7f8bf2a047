// SPDX-License-Identifier: MIT
#include "prose/phrases.h"

#include <algorithm>
#include <utility>

namespace handbill::prose {
namespace {

constexpr std::size_t kMostPlaces = 24;
constexpr std::size_t kMostGaps = 3;
constexpr std::size_t kWidestGap = 4;

std::vector<std::string_view> parted(std::string_view text, char sign) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = std::min(text.find(sign), text.size());
    parts.push_back(text.substr(0, end));
    if (end == text.size()) return parts;
    text.remove_prefix(end + 1);
  }
}

/// It is one token, and its own plain form.
bool is_plain_word(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
}

/// Nothing: it is no word, or more than one.
std::optional<Place::Choice> choice_of(std::string_view written) {
  const bool is_beginning = written.size() > 1 && written.ends_with('*');
  if (is_beginning) written.remove_suffix(1);
  if (is_plain_word(written)) return Place::Choice{std::string(written), is_beginning};
  ReadParagraph read = read_text(written);
  if (read.tokens.size() != 1) return std::nullopt;
  return Place::Choice{std::move(read.tokens.front().plain), is_beginning};
}

/// What stands between two spaces: one place, or several ("100%").
bool add_places(std::string_view piece, std::vector<Place>& places) {
  if (piece == "..") {
    places.push_back({.is_gap = true});
    return true;
  }
  const bool may_lack = piece.size() > 1 && piece.ends_with('?');
  if (may_lack) piece.remove_suffix(1);
  if (piece == "#") {
    places.push_back({.may_lack = may_lack});
    return true;
  }
  if (piece.find_first_of("|*") != piece.npos && piece.size() > 1) {
    Place place{.may_lack = may_lack};
    for (const std::string_view each : parted(piece, '|')) {
      auto choice = choice_of(each);
      if (!choice) return false;
      place.choices.push_back(std::move(*choice));
    }
    places.push_back(std::move(place));
    return true;
  }
  if (is_plain_word(piece)) {
    places.push_back({.choices = {{std::string(piece)}}, .may_lack = may_lack});
    return true;
  }
  for (Token& each : read_text(piece).tokens) {
    places.push_back({.choices = {{std::move(each.plain)}}, .may_lack = may_lack});
  }
  return true;
}

bool holds(const Place& place, const Token& token) {
  if (place.choices.empty()) return token.kind == Token::Kind::Number;
  return std::ranges::any_of(place.choices, [&](const Place::Choice& each) {
    return each.is_beginning ? token.plain.starts_with(each.text) : token.plain == each.text;
  });
}

/// The tokens of one sentence.
class Matcher {
 public:
  Matcher(const std::vector<Token>& tokens, std::size_t end) : tokens_(tokens), end_(end) {}

  /// The token behind the last of the phrase when its places from `place` on stand at `token`.
  std::optional<std::size_t> end_of(const Phrase& phrase, std::size_t place,
                                    std::size_t token) const {
    if (place == phrase.places.size()) return token;
    const Place& here = phrase.places[place];
    if (here.is_gap) return behind_gap(phrase, place + 1, token);
    if (token < end_ && holds(here, tokens_[token])) {
      if (const auto end = end_of(phrase, place + 1, token + 1)) return end;
    }
    return here.may_lack ? end_of(phrase, place + 1, token) : std::nullopt;
  }

 private:
  std::optional<std::size_t> behind_gap(const Phrase& phrase, std::size_t place,
                                        std::size_t token) const {
    for (std::size_t words = 0;; ++token) {
      if (const auto end = end_of(phrase, place, token)) return end;
      if (token >= end_) return std::nullopt;
      if (tokens_[token].kind != Token::Kind::Sign && ++words > kWidestGap) return std::nullopt;
    }
  }

  const std::vector<Token>& tokens_;
  std::size_t end_;
};

/// It is the end of one that began earlier, without what may be left out.
bool is_rest(const Match& match, const std::vector<Match>& found) {
  constexpr std::size_t kLongest = kMostPlaces * (kWidestGap + 1);
  for (auto each = found.rbegin(); each != found.rend(); ++each) {
    if (each->first + kLongest < match.first) return false;
    if (each->phrase == match.phrase && each->last == match.last) return true;
  }
  return false;
}

bool is_open(const Place& place) { return place.is_gap || place.may_lack; }

}  // namespace

std::optional<Phrase> read_phrase(std::string_view written) {
  Phrase phrase{std::string(written), {}};
  for (const std::string_view piece : parted(written, ' ')) {
    if (!piece.empty() && !add_places(piece, phrase.places)) return std::nullopt;
  }
  const auto& places = phrase.places;
  if (places.empty() || places.size() > kMostPlaces) return std::nullopt;
  if (places.front().is_gap || is_open(places.back())) return std::nullopt;
  if (std::ranges::all_of(places, is_open)) return std::nullopt;
  const auto gaps = std::ranges::count_if(places, &Place::is_gap);
  if (static_cast<std::size_t>(gaps) > kMostGaps) return std::nullopt;
  return phrase;
}

std::size_t PhraseSet::add(Phrase phrase) {
  const std::size_t index = phrases_.size();
  for (const Place& each : phrase.places) {
    if (each.choices.empty() && !each.is_gap) by_number_.push_back(index);
    for (const Place::Choice& choice : each.choices) {
      (choice.is_beginning ? by_beginning_ : by_word_)[choice.text].push_back(index);
      if (choice.is_beginning) {
        beginning_sizes_.insert(choice.text.size());
        letters_begun_.set(static_cast<unsigned char>(choice.text[0]));
      } else {
        words_begun_.set(key_of(choice.text) % words_begun_.size());
      }
    }
    if (!is_open(each)) break;
  }
  phrases_.push_back(std::move(phrase));
  return index;
}

std::vector<std::size_t> PhraseSet::candidates(const Token& token) const {
  std::vector<std::size_t> all;
  const auto add = [&](const Index& index, std::string_view text) {
    const auto known = index.find(text);
    if (known != index.end()) all.insert(all.end(), known->second.begin(), known->second.end());
  };
  add(by_word_, token.plain);
  for (const std::size_t size : beginning_sizes_) {
    if (size > token.plain.size()) break;
    add(by_beginning_, std::string_view(token.plain).substr(0, size));
  }
  if (token.kind == Token::Kind::Number)
    all.insert(all.end(), by_number_.begin(), by_number_.end());
  std::ranges::sort(all);
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

std::vector<Match> PhraseSet::find(const ReadParagraph& paragraph) const {
  std::vector<Match> found;
  if (empty()) return found;
  for (const Sentence& sentence : paragraph.sentences) {
    const Matcher matcher(paragraph.tokens, sentence.tokens.end);
    for (std::size_t at = sentence.tokens.begin; at < sentence.tokens.end; ++at) {
      if (!may_begin(paragraph.tokens[at])) continue;
      for (const std::size_t phrase : candidates(paragraph.tokens[at])) {
        const auto end = matcher.end_of(phrases_[phrase], 0, at);
        const Match match{phrase, at, end ? *end - 1 : 0};
        if (end && !is_rest(match, found)) found.push_back(match);
      }
    }
  }
  return found;
}

}  // namespace handbill::prose
