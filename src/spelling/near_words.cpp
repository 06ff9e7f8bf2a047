// SPDX-License-Identifier: MIT
// A walk through the graph of a list that keeps, for the letters so far, what each beginning of the
// typed word would cost (the distance of Damerau and Levenshtein, row by row), and turns back where
// all cost too much.
#include "spelling/near_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"
#include "spelling/letters.h"

namespace handbill::spelling {
namespace {

constexpr int kEasySlip = 2;
constexpr int kAccentSlip = 1;
/// Steps of a walk: many times those of the longest word in the largest list.
constexpr std::size_t kMostSteps = std::size_t{1} << 18U;

struct Letter {
  char32_t letter = 0, base = 0;
  explicit Letter(char32_t each) : letter(each), base(base_letter(each)) {}
};

/// Groups of letters that sound alike somewhere, or nearly.
constexpr auto kAlike =
    std::to_array<std::u32string_view>({U"aeiouy", U"scz", U"bv", U"gj", U"ckq", U"mn"});

int cost_of_replacing(const Letter& typed, const Letter& meant) {
  if (typed.letter == meant.letter) return 0;
  if (typed.base == meant.base) return kAccentSlip;
  const bool are_alike = std::ranges::any_of(kAlike, [&](std::u32string_view group) {
    return group.find(typed.base) != group.npos && group.find(meant.base) != group.npos;
  });
  return are_alike ? kEasySlip : kOneSlip;
}

bool is_one_of(char32_t letter, std::u32string_view letters) {
  return letters.find(letter) != letters.npos;
}

/// One that is missing, or too many: easily one that is doubled, a second vowel, an h that is not
/// heard, and an apostrophe.
int cost_of_letter(const Letter& letter, const Letter* before) {
  if (letter.base == '\'') return kAccentSlip;
  const bool is_silent =
      letter.base == 'h' && (before == nullptr || is_one_of(before->base, U"cgkprstw"));
  const bool is_second = before != nullptr &&
                         (before->base == letter.base ||
                          (is_one_of(letter.base, U"aeiou") && is_one_of(before->base, U"aeiou")));
  return is_silent || is_second ? kEasySlip : kOneSlip;
}

/// Two slips are looked for behind a first letter that is right: that is where few are made, and
/// the search takes a twentieth of the time.
enum class First { Any, AsTyped };

class Walk {
 public:
  Walk(const WordList& list, const std::vector<Letter>& typed, int limit, First first)
      : list_(list), typed_(typed), limit_(limit), first_(first) {}

  std::vector<NearWord> words() {
    std::vector<int> first(typed_.size() + 1);
    for (std::size_t i = 1; i < first.size(); ++i) first[i] = first[i - 1] + cost_of_leaving(i);
    rows_.push_back(std::move(first));
    step(list_.root(), 0, 0);
    return std::move(found_);
  }

 private:
  /// Typed letter i (from 1) is too many.
  int cost_of_leaving(std::size_t i) const {
    return cost_of_letter(typed_[i - 1], i > 1 ? &typed_[i - 2] : nullptr);
  }

  /// `pending` bytes of a letter of the list have been read, and `letter` of it.
  void step(std::uint32_t node, int pending, char32_t letter) {
    list_.each_edge(node, [&](const WordListEdge& edge) {
      if (++steps_ > kMostSteps) return;
      const unsigned char byte = edge.letter;
      int left = pending;
      char32_t read = letter;
      if (byte < 0x80) {
        left = 0;
        read = byte;
      } else if (byte >= 0xC0) {
        left = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1;
        read = byte & (0x3FU >> static_cast<unsigned>(left));
      } else if (left > 0) {
        --left;
        read = (read << 6U) | (byte & 0x3FU);
      }
      bytes_ += static_cast<char>(byte);
      if (left > 0) {
        if (bytes_.size() < kMostBytes) step(edge.next, left, read);
      } else {
        take(edge, read);
      }
      bytes_.pop_back();
    });
  }

  void take(const WordListEdge& edge, char32_t letter) {
    const bool is_other_first = letters_.empty() && base_letter(letter) != typed_.front().base;
    if (first_ == First::AsTyped && is_other_first) return;
    letters_.emplace_back(letter);
    rows_.push_back(next_row());
    const std::vector<int>& row = rows_.back();
    if (edge.ends_word && row.back() <= limit_) found_.push_back({bytes_, row.back()});
    const bool may_go_on = *std::ranges::min_element(row) <= limit_ ||
                           *std::ranges::min_element(rows_[rows_.size() - 2]) + kEasySlip <= limit_;
    if (may_go_on && letters_.size() <= kLongestNear + 2) step(edge.next, 0, 0);
    rows_.pop_back();
    letters_.pop_back();
  }

  std::vector<int> next_row() const {
    const std::vector<int>& before = rows_.back();
    const Letter& meant = letters_.back();
    const Letter* const last = letters_.size() > 1 ? &letters_[letters_.size() - 2] : nullptr;
    const int missing = cost_of_letter(meant, last);
    std::vector<int> row(before.size());
    row[0] = before[0] + missing;
    for (std::size_t i = 1; i < row.size(); ++i) {
      const Letter& typed = typed_[i - 1];
      row[i] = std::min({before[i] + missing, row[i - 1] + cost_of_leaving(i),
                         before[i - 1] + cost_of_replacing(typed, meant)});
      const bool are_swapped = i > 1 && last != nullptr && typed.letter == last->letter &&
                               typed_[i - 2].letter == meant.letter && typed.letter != meant.letter;
      if (are_swapped) row[i] = std::min(row[i], rows_[rows_.size() - 2][i - 2] + kEasySlip);
    }
    return row;
  }

  static constexpr std::size_t kMostBytes = 4 * (kLongestNear + 3);

  const WordList& list_;
  const std::vector<Letter>& typed_;
  int limit_;
  First first_;
  std::size_t steps_ = 0;
  std::string bytes_;
  std::vector<Letter> letters_;
  std::vector<std::vector<int>> rows_;  ///< one more than letters
  std::vector<NearWord> found_;
};

/// In order, and each once.
struct Candidate {
  int cost;
  std::size_t list;
  bool has_other_beginning, has_capital;
  std::string word;
  auto operator<=>(const Candidate&) const = default;
};

std::vector<Candidate> candidates(std::span<const WordList> lists, const std::vector<Letter>& typed,
                                  int limit, First beginning) {
  std::vector<Candidate> all;
  for (std::size_t i = 0; i < lists.size(); ++i) {
    for (NearWord& each : Walk(lists[i], typed, limit, beginning).words()) {
      std::size_t at = 0;
      const char32_t first = base_letter(next_code_point(each.word, at));
      const bool has_capital = casing_of(each.word) != Casing::Small;
      all.push_back({each.cost, i, first != typed.front().base, has_capital, std::move(each.word)});
    }
  }
  std::ranges::sort(all);
  return all;
}

}  // namespace

std::vector<NearWord> near_words(std::span<const WordList> lists, std::string_view word,
                                 std::size_t most, int most_cost) {
  std::vector<Letter> typed;
  for (std::size_t at = 0; at < word.size();) typed.emplace_back(next_code_point(word, at));
  if (typed.empty() || typed.size() > kLongestNear) return {};
  constexpr std::size_t kShort = 3, kLong = 6;
  auto found = candidates(lists, typed, typed.size() <= kShort ? kEasySlip : kOneSlip, First::Any);
  if (found.empty() && typed.size() >= kLong)
    found = candidates(lists, typed, most_cost, First::AsTyped);
  std::vector<NearWord> near;
  for (Candidate& each : found) {
    if (near.size() == most || each.cost > found.front().cost + 1) break;
    const bool is_known =
        std::ranges::any_of(near, [&](const NearWord& known) { return known.word == each.word; });
    if (!is_known) near.push_back({std::move(each.word), each.cost});
  }
  return near;
}

}  // namespace handbill::spelling
