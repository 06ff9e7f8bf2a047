// SPDX-License-Identifier: MIT
#include "text/hyphen_dictionary.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <mutex>
#include <optional>
#include <span>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"

namespace handbill::text {
namespace {

constexpr std::size_t kMostBytes = kLongestWord * 4 + 2;  // with a dot on either side
constexpr std::uint8_t kDigit = 0x0F;
/// On a value whose hyphen would change the letters around it: "Schiffahrt" to "Schiff-fahrt".
constexpr std::uint8_t kChangesSpelling = 0x10;

using Values = std::array<std::uint8_t, kMostBytes + 1>;

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// The patterns of one level, as a tree of their letters.
///
/// As in the library the files are made for, of the patterns that end at one letter only the
/// longest counts, and none when a longer one has begun that may go on: so the German list of
/// compounds has the last word about "bank1auf1trag", though it also has "an1kauf".
class Patterns {
 public:
  /// `size`: of the text that they are read from.
  explicit Patterns(std::size_t size) {
    values_.reserve(size);
    nodes_.reserve(size / 4);
    nodes_.emplace_back();
  }

  /// "1na", ".an5t", "f1f/ff=f,1,2"
  void add(std::string_view pattern) {
    const std::size_t slash = std::min(pattern.find('/'), pattern.size());
    const std::uint8_t mark = slash == pattern.size() ? 0 : kChangesSpelling;
    const auto first_value = static_cast<std::uint32_t>(values_.size());
    std::uint32_t node = kRoot;
    std::size_t depth = 0;
    std::uint8_t value = 0;
    for (const char c : pattern.substr(0, slash)) {
      if (is_digit(c)) {
        value = static_cast<std::uint8_t>(c - '0');
        if (value % 2 == 1) value |= mark;
        continue;
      }
      values_.push_back(value);
      value = 0;
      if (depth == last_.size() || nodes_[last_[depth]].letter != c) {
        last_.resize(depth);
        const std::uint32_t known = child(node, c);
        last_.push_back(known != kNone ? known : add_child(node, c));
      }
      node = last_[depth++];
    }
    values_.push_back(value);
    if (node != kRoot) nodes_[node].values = first_value;
  }

  /// Puts into values[i] the weight of a hyphen before byte i of `dotted`: ".word.".
  void weigh(std::string_view dotted, std::span<std::uint8_t> values) const {
    std::size_t begin = 0;  // of the longest beginning of a pattern that ends where we are
    std::uint32_t node = kRoot;
    for (std::size_t end = 1; end <= dotted.size(); ++end) {
      node = child(node, dotted[end - 1]);
      while (node == kNone && ++begin < end) node = walk(dotted.substr(begin, end - begin));
      if (node == kNone) node = kRoot;
      if (node == kRoot || nodes_[node].values == kNone) continue;
      for (std::size_t i = 0; i <= end - begin; ++i) {
        const std::uint8_t value = values_[nodes_[node].values + i];
        std::uint8_t& best = values[begin + i];
        if ((value & kDigit) > (best & kDigit)) best = value;
      }
    }
  }

 private:
  static constexpr std::uint32_t kRoot = 0;
  static constexpr std::uint32_t kNone = ~std::uint32_t{0};

  struct Node {
    std::uint32_t first_child = kNone;
    std::uint32_t next_sibling = kNone;
    std::uint32_t values = kNone;  ///< where they start; none: a beginning only
    char letter = 0;
  };

  std::uint32_t child(std::uint32_t node, char letter) const {
    std::uint32_t at = nodes_[node].first_child;
    while (at != kNone && nodes_[at].letter != letter) at = nodes_[at].next_sibling;
    return at;
  }

  /// The newest stands first, so that reading a sorted file finds its way at once.
  std::uint32_t add_child(std::uint32_t node, char letter) {
    const auto made = static_cast<std::uint32_t>(nodes_.size());
    nodes_.push_back({.next_sibling = nodes_[node].first_child, .letter = letter});
    nodes_[node].first_child = made;
    return made;
  }

  std::uint32_t walk(std::string_view letters) const {
    std::uint32_t node = kRoot;
    for (const char c : letters) {
      node = child(node, c);
      if (node == kNone) break;
    }
    return node;
  }

  std::vector<std::uint8_t> values_;  ///< one more than letters, for each pattern
  std::vector<Node> nodes_;
  std::vector<std::uint32_t> last_{};  ///< the way to the last pattern: the next begins as it does
};

/// The text in UTF-8; empty when nobody knows its encoding. `converted` owns what is no part of
/// `bytes`.
std::string_view in_utf8(std::string_view bytes, std::string encoding, std::string& converted) {
  if (encoding == "UTF-8") return find_invalid_utf8(bytes) ? std::string_view() : bytes;
  if (encoding.starts_with("microsoft-cp")) encoding.replace(0, 12, "windows-");
  UErrorCode error = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(encoding.c_str(), &error);
  if (U_FAILURE(error) != 0) return {};
  // No character of an 8-bit set takes more than three bytes.
  converted.resize(bytes.size() * 3);
  const int32_t size = ucnv_toAlgorithmic(UCNV_UTF8, converter, converted.data(),
                                          static_cast<int32_t>(converted.size()), bytes.data(),
                                          static_cast<int32_t>(bytes.size()), &error);
  ucnv_close(converter);
  if (U_FAILURE(error) != 0) return {};
  return std::string_view(converted).substr(0, static_cast<std::size_t>(size));
}

std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t')) {
    line.remove_suffix(1);
  }
  return line;
}

/// The number of "LEFTHYPHENMIN 2", if it is that line.
std::optional<int> setting(std::string_view line, std::string_view name) {
  if (!line.starts_with(name) || line.size() <= name.size()) return std::nullopt;
  int value = 0;
  std::from_chars(line.data() + name.size() + 1, line.data() + line.size(), value);
  return std::clamp(value, 0, static_cast<int>(kLongestWord));
}

struct Levels {
  /// The last parts words; one before it cuts compounds into words first.
  std::vector<Patterns> patterns;
  int before = 2, after = 2;                    ///< fewest letters at the ends of a word
  int compound_before = 2, compound_after = 2;  ///< and where words are joined

  bool read_setting(std::string_view line) {
    if (line.front() < 'A' || line.front() > 'Z') return false;
    const auto set = [&](std::string_view name, int& into) {
      const auto value = setting(line, name);
      if (value) into = *value;
      return value.has_value();
    };
    return set("LEFTHYPHENMIN", before) || set("RIGHTHYPHENMIN", after) ||
           set("COMPOUNDLEFTHYPHENMIN", compound_before) ||
           set("COMPOUNDRIGHTHYPHENMIN", compound_after) || line.starts_with("NOHYPHEN");
  }
};

Levels parse(const std::string& bytes) {
  Levels levels;
  std::string_view rest = bytes;
  const std::string encoding(take_line(rest));
  std::string converted;
  rest = in_utf8(rest, encoding, converted);
  levels.patterns.emplace_back(rest.size());
  while (!rest.empty()) {
    const std::string_view line = take_line(rest);
    if (line.empty() || line[0] == '#' || line[0] == '%') continue;
    if (line == "NEXTLEVEL") {
      if (levels.patterns.size() == 2) break;
      levels.patterns.emplace_back(rest.size());
    } else if (!levels.read_setting(line)) {
      levels.patterns.back().add(line);
    }
  }
  return levels;
}

/// A word, or a part of a compound.
struct Section {
  std::string_view letters;
  bool is_first = true;
  bool is_last = true;
};

void weigh(const Patterns& patterns, std::string_view letters, Values& values) {
  std::array<char, kMostBytes> dotted{};
  dotted[0] = dotted[letters.size() + 1] = '.';
  std::ranges::copy(letters, dotted.begin() + 1);
  values.fill(0);
  patterns.weigh({dotted.data(), letters.size() + 2}, values);
}

bool may_part(std::uint8_t value) { return value % 2 == 1 && (value & kChangesSpelling) == 0; }

/// Adds the places in a part before which `letters_before` letters of the word stand.
void part_simple(const Levels& levels, const Section& part, std::size_t letters_before,
                 std::vector<std::uint8_t>& places) {
  Values values;
  weigh(levels.patterns.back(), part.letters, values);
  const auto count = static_cast<int>(count_code_points(part.letters));
  const int before = part.is_first ? levels.before : levels.compound_before;
  const int after = part.is_last ? levels.after : levels.compound_after;
  int letter = 0;
  for (std::size_t at = 1; at < part.letters.size(); ++at) {
    if (continues(part.letters[at])) continue;
    ++letter;
    if (letter < before || count - letter < after || !may_part(values[at + 1])) continue;
    places.push_back(static_cast<std::uint8_t>(letters_before + static_cast<std::size_t>(letter)));
  }
}

/// Compounds are cut into words, which may be compounds themselves.
void part_up(const Levels& levels, const Section& part, std::size_t letters_before,
             std::vector<std::uint8_t>& places) {
  if (levels.patterns.size() == 1) return part_simple(levels, part, letters_before, places);
  const std::string_view word = part.letters;
  Values values;
  weigh(levels.patterns.front(), word, values);
  std::size_t begin = 0;
  const auto part_to = [&](std::size_t end) {
    const std::string_view letters = word.substr(begin, end - begin);
    const Section inner{letters, part.is_first && begin == 0, part.is_last && end == word.size()};
    part_up(levels, inner, letters_before, places);
    letters_before += count_code_points(letters);
    begin = end;
  };
  for (std::size_t end = 1; end < word.size(); ++end) {
    if (continues(word[end]) || !may_part(values[end + 1])) continue;
    part_to(end);
    places.push_back(static_cast<std::uint8_t>(letters_before));
  }
  if (begin == 0) return part_simple(levels, part, letters_before, places);
  part_to(word.size());
}

}  // namespace

struct HyphenDictionary::Impl {
  std::string bytes;
  std::once_flag read;
  Levels levels;
};

HyphenDictionary::HyphenDictionary(std::string bytes) : impl_(std::make_unique<Impl>()) {
  impl_->bytes = std::move(bytes);
}
HyphenDictionary::~HyphenDictionary() = default;

std::vector<std::uint8_t> HyphenDictionary::places(std::string_view word) const {
  std::call_once(impl_->read, [&] { impl_->levels = parse(std::exchange(impl_->bytes, {})); });
  std::vector<std::uint8_t> places;
  const Levels& levels = impl_->levels;
  if (word.empty() || word.size() > kLongestWord * 4 || count_code_points(word) > kLongestWord) {
    return places;
  }
  part_up(levels, {word}, 0, places);
  return places;
}

}  // namespace handbill::text
