// SPDX-License-Identifier: MIT
#include "compare/passages.h"

#include <algorithm>
#include <map>
#include <set>

#include "compare/sequence.h"
#include "compare/tokens.h"

namespace handbill::compare {
namespace {

/// What shares less is another paragraph.
constexpr double kAlike = 0.5;
/// One that stands elsewhere has to share more to be known again, and to have so many words.
constexpr double kAlikeElsewhere = 0.7;
constexpr std::size_t kWordsElsewhere = 4;
/// Of what has no more words than this, one stands in for another at the same place.
constexpr std::size_t kFewWords = 6;
/// Pairs that are held against each other at most.
constexpr std::size_t kMostPairs = 40'000;

std::vector<std::uint32_t> words_of(const std::vector<Token>& tokens) {
  std::vector<std::uint32_t> words;
  for (const Token& each : tokens) words.push_back(each.word);
  return words;
}

std::size_t letters(const std::vector<Token>& tokens, std::size_t begin, std::size_t end) {
  std::size_t count = 0;
  for (std::size_t i = begin; i < end; ++i) count += tokens[i].end - tokens[i].begin;
  return count;
}

/// Hunks with less between them than either has are one: "a [b] the [c] d" is read with more pains
/// than "a [b the c] d".
std::vector<Hunk> joined(const std::vector<Hunk>& hunks, const std::vector<Token>& before,
                         const std::vector<Token>& after) {
  const auto weight = [&](const Hunk& hunk) {
    return std::max(letters(before, hunk.old_begin, hunk.old_end),
                    letters(after, hunk.new_begin, hunk.new_end));
  };
  std::vector<Hunk> result;
  for (const Hunk& hunk : hunks) {
    if (!result.empty()) {
      Hunk& last = result.back();
      const std::size_t between = letters(before, last.old_end, hunk.old_begin);
      if (between <= std::min(weight(last), weight(hunk)) && between <= 12) {
        last.old_end = hunk.old_end;
        last.new_end = hunk.new_end;
        continue;
      }
    }
    result.push_back(hunk);
  }
  return result;
}

/// Tokens [begin, end) with the spaces behind them.
std::string text_of(const std::string& text, const std::vector<Token>& tokens, std::size_t begin,
                    std::size_t end) {
  if (begin == end) return {};
  const std::size_t stop = end < tokens.size() ? tokens[end].begin : text.size();
  return text.substr(tokens[begin].begin, stop - tokens[begin].begin);
}

/// A passage made ready.
struct Read {
  std::string text;
  std::vector<Token> tokens{};
  std::vector<std::uint32_t> words{}, sorted{};
  std::uint32_t number = 0;  ///< the same text, the same number
};

std::vector<Read> read_all(const std::vector<Passage>& passages, Vocabulary& vocabulary,
                           Vocabulary& texts) {
  std::vector<Read> all;
  for (const Passage& each : passages) {
    Read read{with_plain_spaces(each.text)};
    read.tokens = vocabulary.tokens(read.text);
    read.words = read.sorted = words_of(read.tokens);
    std::ranges::sort(read.sorted);
    read.number = texts.number(read.text);
    all.push_back(std::move(read));
  }
  return all;
}

/// Of the words of both, in whatever order, how many are the same: about as much as likeness can
/// be.
double most_likeness(const Read& a, const Read& b) {
  const std::size_t all = a.sorted.size() + b.sorted.size();
  std::size_t common = 0;
  for (auto x = a.sorted.begin(), y = b.sorted.begin();
       x != a.sorted.end() && y != b.sorted.end();) {
    common += *x == *y ? 1 : 0;
    const auto left = *x;
    if (left <= *y) ++x;
    if (*y <= left) ++y;
  }
  return all == 0 ? 1 : 2 * static_cast<double>(common) / static_cast<double>(all);
}

double likeness(const Read& a, const Read& b) {
  std::size_t changed = 0, all = 0;
  for (const Hunk& hunk : differences(a.words, b.words)) {
    changed += letters(a.tokens, hunk.old_begin, hunk.old_end) +
               letters(b.tokens, hunk.new_begin, hunk.new_end);
  }
  all = letters(a.tokens, 0, a.tokens.size()) + letters(b.tokens, 0, b.tokens.size());
  return all == 0 ? 1 : 1 - static_cast<double>(changed) / static_cast<double>(all);
}

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

class Comparison {
 public:
  Comparison(const std::vector<Passage>& before, const std::vector<Passage>& after)
      : before_(before),
        after_(after),
        old_(read_all(before, vocabulary_, texts_)),
        new_(read_all(after, vocabulary_, texts_)) {}

  std::vector<Change> run() {
    align();
    find_elsewhere();
    find_moved();
    std::vector<Change> changes;
    std::size_t next = 0;
    const auto add_removed_up_to = [&](std::size_t end) {
      for (; next < end; ++next) {
        if (!partner_[next]) changes.push_back({Change::Kind::Removed, next, std::nullopt});
      }
    };
    for (std::size_t i = 0; i < new_.size(); ++i) {
      const auto& from = origin_[i];
      if (from && !moved_.contains(i)) add_removed_up_to(*from);
      if (!from) {
        changes.push_back({Change::Kind::Added, std::nullopt, i});
      } else if (auto change = change_of(*from, i)) {
        changes.push_back(std::move(*change));
      }
    }
    add_removed_up_to(old_.size());
    return changes;
  }

 private:
  std::vector<std::uint32_t> numbers(const std::vector<Read>& all) const {
    std::vector<std::uint32_t> list;
    for (const Read& each : all) list.push_back(each.number);
    return list;
  }

  void pair(std::size_t x, std::size_t y) {
    partner_[x] = y;
    origin_[y] = x;
  }

  void align() {
    partner_.resize(old_.size());
    origin_.resize(new_.size());
    std::size_t x = 0, y = 0;
    auto hunks = differences(numbers(old_), numbers(new_));
    hunks.push_back({old_.size(), old_.size(), new_.size(), new_.size()});
    for (const Hunk& hunk : hunks) {
      while (x < hunk.old_begin) pair(x++, y++);
      pair_within(hunk);
      x = hunk.old_end;
      y = hunk.new_end;
    }
  }

  /// Those that are alike, in order and as alike as can be; and few words that stand in for few.
  void pair_within(const Hunk& hunk) {
    const Pairs pairs = alike_pairs(hunk);
    for (const auto& [x, y] : pairs) pair(x, y);
    std::size_t x = hunk.old_begin, y = hunk.new_begin;
    const auto pair_single = [&](std::size_t end_x, std::size_t end_y) {
      const bool are_single = end_x - x == 1 && end_y - y == 1;
      if (are_single && is_short(old_[x]) && is_short(new_[y]) && !stands_elsewhere(x, y)) {
        pair(x, y);
      }
    };
    for (const auto& [px, py] : pairs) {
      pair_single(px, py);
      x = px + 1;
      y = py + 1;
    }
    pair_single(hunk.old_end, hunk.new_end);
  }

  static bool is_short(const Read& read) { return read.words.size() <= kFewWords; }

  /// The one is further on, or the other was: a move, and no change of words.
  bool stands_elsewhere(std::size_t x, std::size_t y) const {
    const auto count = [](const std::vector<Read>& all, std::uint32_t number) {
      return std::ranges::count(all, number, &Read::number);
    };
    const std::uint32_t was = old_[x].number, is = new_[y].number;
    return count(new_, was) >= count(old_, was) || count(old_, is) >= count(new_, is);
  }

  Pairs alike_pairs(const Hunk& hunk) const {
    const std::size_t rows = hunk.old_end - hunk.old_begin, columns = hunk.new_end - hunk.new_begin;
    if (rows == 0 || columns == 0 || rows * columns > kMostPairs) return {};
    std::vector<std::vector<double>> likes(rows, std::vector<double>(columns));
    std::vector<std::vector<double>> best(rows + 1, std::vector<double>(columns + 1));
    for (std::size_t i = rows; i-- > 0;) {
      for (std::size_t j = columns; j-- > 0;) {
        const Read& a = old_[hunk.old_begin + i];
        const Read& b = new_[hunk.new_begin + j];
        const double like = most_likeness(a, b) < kAlike / 2 ? 0 : likeness(a, b);
        likes[i][j] = like >= kAlike ? like : 0;
        const double with = likes[i][j] > 0 ? likes[i][j] + best[i + 1][j + 1] : 0;
        best[i][j] = std::max({with, best[i + 1][j], best[i][j + 1]});
      }
    }
    Pairs pairs;
    for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
      if (likes[i][j] > 0 && best[i][j] == likes[i][j] + best[i + 1][j + 1]) {
        pairs.emplace_back(hunk.old_begin + i++, hunk.new_begin + j++);
      } else {
        best[i][j] == best[i + 1][j] ? ++i : ++j;
      }
    }
    return pairs;
  }

  void find_elsewhere() {
    std::map<std::uint32_t, std::vector<std::size_t>> gone;
    for (std::size_t x = old_.size(); x-- > 0;) {
      if (!partner_[x]) gone[old_[x].number].push_back(x);
    }
    for (std::size_t y = 0; y < new_.size(); ++y) {
      if (origin_[y]) continue;
      const auto found = gone.find(new_[y].number);
      if (found == gone.end() || found->second.empty()) continue;
      pair(found->second.back(), y);
      found->second.pop_back();
    }
    find_alike_elsewhere();
  }

  void find_alike_elsewhere() {
    std::size_t left = kMostPairs;
    for (std::size_t y = 0; y < new_.size(); ++y) {
      if (origin_[y] || new_[y].words.size() < kWordsElsewhere) continue;
      std::optional<std::size_t> nearest;
      double most = kAlikeElsewhere;
      for (std::size_t x = 0; x < old_.size() && left > 0; ++x) {
        if (partner_[x] || most_likeness(old_[x], new_[y]) < most / 2) continue;
        --left;
        const double like = likeness(old_[x], new_[y]);
        if (like < most) continue;
        most = like;
        nearest = x;
      }
      if (!nearest) continue;
      pair(*nearest, y);
    }
  }

  /// All but the longest row of those that come in the order they came in before.
  void find_moved() {
    std::vector<std::size_t> ends;  // of the rows of each length: that which ends first
    std::vector<std::optional<std::size_t>> before(new_.size());
    for (std::size_t y = 0; y < new_.size(); ++y) {
      if (!origin_[y]) continue;
      const auto longer = std::ranges::lower_bound(ends, *origin_[y], {},
                                                   [&](std::size_t end) { return *origin_[end]; });
      if (longer != ends.begin()) before[y] = *(longer - 1);
      longer == ends.end() ? ends.push_back(y) : void(*longer = y);
      moved_.insert(y);
    }
    std::optional<std::size_t> at;
    if (!ends.empty()) at = ends.back();
    for (; at; at = before[*at]) moved_.erase(*at);
  }

  static bool has_place(const std::vector<Passage>& all, const std::string& place) {
    return std::ranges::find(all, place, &Passage::place) != all.end();
  }

  /// It stands on another panel, and not on one of another name alone.
  bool is_on_other_panel(std::size_t x, std::size_t y) const {
    const std::string &from = before_[x].place, &to = after_[y].place;
    return from != to && has_place(after_, from) && has_place(before_, to);
  }

  std::optional<Change> change_of(std::size_t x, std::size_t y) const {
    const bool is_moved = moved_.contains(y) || is_on_other_panel(x, y);
    const bool is_changed = old_[x].number != new_[y].number;
    if (!is_moved && !is_changed) return std::nullopt;
    Change change{is_moved ? is_changed ? Change::Kind::MovedAndChanged : Change::Kind::Moved
                           : Change::Kind::Changed,
                  x, y};
    if (is_changed) change.pieces = compare_words(old_[x].text, new_[y].text);
    return change;
  }

  const std::vector<Passage>&before_, &after_;
  Vocabulary vocabulary_, texts_;
  std::vector<Read> old_, new_;
  std::vector<std::optional<std::size_t>> partner_, origin_;
  std::set<std::size_t> moved_;  ///< of the new ones
};

}  // namespace

std::vector<Piece> compare_words(const std::string& before, const std::string& after) {
  Vocabulary vocabulary;
  const auto old_tokens = vocabulary.tokens(before), new_tokens = vocabulary.tokens(after);
  auto hunks =
      joined(differences(words_of(old_tokens), words_of(new_tokens)), old_tokens, new_tokens);
  hunks.push_back({old_tokens.size(), old_tokens.size(), new_tokens.size(), new_tokens.size()});
  std::vector<Piece> pieces;
  const auto add = [&](Piece::Kind kind, std::string text) {
    if (!text.empty()) pieces.push_back({kind, std::move(text)});
  };
  std::size_t y = 0;
  for (const Hunk& hunk : hunks) {
    add(Piece::Kind::Same, text_of(after, new_tokens, y, hunk.new_begin));
    add(Piece::Kind::Removed, text_of(before, old_tokens, hunk.old_begin, hunk.old_end));
    add(Piece::Kind::Added, text_of(after, new_tokens, hunk.new_begin, hunk.new_end));
    y = hunk.new_end;
  }
  return pieces;
}

double likeness(const std::string& before, const std::string& after) {
  Vocabulary vocabulary, texts;
  const auto read = [&](const std::string& text) {
    return std::move(read_all({{text}}, vocabulary, texts).front());
  };
  const Read a = read(before), b = read(after);
  return likeness(a, b);
}

std::vector<Change> compare_passages(const std::vector<Passage>& before,
                                     const std::vector<Passage>& after) {
  return Comparison(before, after).run();
}

}  // namespace handbill::compare
