// SPDX-License-Identifier: MIT
#include "prose/syllables.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/ascii.h"
#include "base/utf8.h"

namespace handbill::prose {
namespace {

constexpr std::string_view kEnglishVowels = "aeiouy";

bool is_english_vowel(char c) { return kEnglishVowels.find(c) != kEnglishVowels.npos; }

/// Words that the rules below get wrong.
struct KnownWord {
  std::string_view word;
  std::size_t syllables;
};
constexpr auto kKnown = std::to_array<KnownWord>({
    {"aloe", 2},       {"anyone", 3},    {"anything", 3},     {"awesome", 2},    {"business", 2},
    {"businesses", 3}, {"cafe", 2},      {"chocolate", 3},    {"client", 2},     {"clients", 2},
    {"cyan", 2},       {"diet", 2},      {"diets", 2},        {"everybody", 4},  {"everyday", 3},
    {"everyone", 3},   {"evening", 2},   {"evenings", 2},     {"everything", 3}, {"every", 2},
    {"forever", 3},    {"hereby", 2},    {"ideal", 2},        {"immediate", 4},  {"maybe", 2},
    {"naked", 2},      {"quiet", 2},     {"ragged", 2},       {"ratio", 3},      {"real", 1},
    {"recipe", 3},     {"recipes", 3},   {"rugged", 2},       {"sacred", 2},     {"someone", 2},
    {"thereof", 2},    {"vein", 1},      {"wednesday", 2},    {"wicked", 2},     {"immediately", 5},
    {"whatsoever", 4}, {"theirs", 1},    {"minutiae", 4},     {"acre", 2},       {"acres", 2},
    {"argue", 2},      {"choir", 2},     {"duo", 2},          {"fatigue", 2},    {"fatigued", 2},
    {"isle", 1},       {"isles", 1},     {"collagen", 3},     {"syncope", 3},    {"cliche", 2},
    {"apache", 3},     {"behavior", 3},  {"intermediate", 5}, {"convenient", 3}, {"catastrophe", 4},
    {"epitome", 4},    {"simile", 3},    {"karate", 3},       {"sesame", 3},     {"resume", 2},
    {"usually", 4},    {"casually", 4},  {"liaison", 3},      {"iron", 2},       {"ironing", 3},
    {"acne", 2},       {"guarantee", 3}, {"guaranteed", 3},   {"hundred", 2},    {"hundreds", 2},
    {"lukewarm", 2},   {"safety", 2},    {"everywhere", 3},   {"whoever", 3},    {"wherever", 3},
    {"chaos", 2},      {"unique", 2},    {"triage", 2},       {"museum", 3},     {"museums", 3},
    {"policeman", 3},  {"square", 1},    {"squares", 1},
});

constexpr auto kKnownInOrder = [] {
  auto words = kKnown;
  std::ranges::sort(words, {}, &KnownWord::word);
  return words;
}();

/// Letters, "[aei]" one of some, "[^aei]" a letter that is none of them; "^" the beginning and "$"
/// the end of the word. Wherever it stands there are so many syllables more than vowels in a row.
struct Spelled {
  std::string_view pattern;
  int more;
};
constexpr auto kSpelled = std::to_array<Spelled>({
    // An e that is not heard.
    {"[^aeiouyl]e$", -1},
    {"[aeiouyl]le$", -1},
    {"[^aeiouyszxcglh]es$", -1},
    {"[aeiouy]les$", -1},
    {"[^sc]hes$", -1},
    {"[^aeiouytdl]ed$", -1},
    {"[aeiouyl]led$", -1},
    {"[aeiouy][^aeiouy]ely$", -1},
    {"[aeiouy][^aeiouy][^aeiouyl]ely$", -1},
    {"[aeiouy][^aeiouy]eful", -1},
    {"[aeiouy][^aeiouy][^aeiouyl]eful", -1},
    {"[aeiouy][^aeiouy]eless", -1},
    {"[aeiouy][^aeiouy][^aeiouyl]eless", -1},
    {"[aeiouy][^aeiouy]eness", -1},
    {"[aeiouy][^aeiouy][^aeiouyl]eness", -1},
    {"[aeiouynr][gsvrcktz]ement", -1},
    {"gue$", -1},
    {"que$", -1},
    {"ques$", -1},
    {"gues$", -1},
    {"gued$", -1},
    {"ically$", -1},
    // Vowels side by side that part.
    {"[^ctgsl]ia[^g]", 1},
    {"[^ctgsl]ia$", 1},
    {"^diag", 1},
    {"[^il]lia", 1},
    {"iliat", 1},
    {"^liab", 1},
    {"[ct]iab", 1},
    {"[ct]iat", 1},
    {"[^ctgsxnl]io", 1},
    {"[eo]nious", 1},
    {"lio[tl]", 1},
    {"lio$", 1},
    {"tio[lp]", 1},
    {"ium", 1},
    {"ius$", 1},
    {"[bdhpr]iu[^ms]", 1},
    {"[^cts]ien[ct]", 1},
    {"scien", 1},
    {"[bcdhklprtv]iet[^hv]", 1},
    {"fier", 1},
    {"ppier", 1},
    {"[^aeiouydpft]ier$", 1},
    {"[^aeiouydpft]iers$", 1},
    {"[aeiouy][^aeiouy]iest$", 1},
    {"[aeiouy][^aeiouy][^aeiouy]iest$", 1},
    {"[^gqs]ua[^r]", 1},
    {"[^gq]uar[^dt]", 1},
    {"gual", 1},
    {"sual", 1},
    {"[^gqe]uen[ct]", 1},
    {"[^gqe]uel[^y]", 1},
    {"[^gqe]uel$", 1},
    {"[^gqe]uet$", 1},
    {"[^gqe]uer", 1},
    {"[^gqs]uou", 1},
    {"[^gqb]uin[ol]", 1},
    {"[^gqb]uin$", 1},
    {"uity$", 1},
    {"[^gqb]uid$", 1},
    {"[^gqb]uids$", 1},
    {"uitiv", 1},
    {"[bcdfhjklmnprtvwxz]eo[acdefghijklmoqrstvwxyz]", 1},
    {"[bcdfhjklmnprtvwxz]eo$", 1},
    {"[^g]eous", 1},
    {"geo[gml]", 1},
    {"[aeouy]ing$", 1},
    {"[aeouy]ings$", 1},
    {"creat", 1},
    {"^react", 1},
    {"^ideas$", 1},
    {"^idea$", 1},
    {"reality", 1},
    {"linea", 1},
    {"nuclea", 1},
    {"theat", 1},
    {"rrhea", 1},
    {"^area$", 1},
    {"^areas$", 1},
    {"coop", 1},
    {"coord", 1},
    {"^preem", 1},
    {"^rein[tcvf]", 1},
    {"^reu[ns]", 1},
    {"^reo[rp]", 1},
    {"^reap[p]", 1},
    {"^ree[mln]", 1},
    {"zool", 1},
    {"[aeo]y[aou]", 1},
    {"[aeo]yer", 1},
    {"oyee", 1},
    {"yist", 1},
    {"oic$", 1},
    {"aic$", 1},
    {"naiv", 1},
    {"poe[mt]", 1},
    {"oas[ie]s", 1},
    {"skii", 1},
    {"ryo", 1},
    {"[dtlr]yal", 1},
    // Letters that are heard with a vowel which is not written.
    {"sm$", 1},
    {"sms$", 1},
    {"thm$", 1},
    {"thms$", 1},
    {"[ds]nt$", 1},
});

/// The letters that may stand at a place: bit 0 is "a".
using LetterSet = std::uint32_t;
constexpr LetterSet kAllLetters = (LetterSet{1} << 26U) - 1;

constexpr LetterSet set_of(char letter) { return LetterSet{1} << unsigned(letter - 'a'); }

/// A pattern of kSpelled, ready to be looked for.
struct LetterPattern {
  static constexpr std::size_t kMostPlaces = 8;
  std::array<LetterSet, kMostPlaces> places{};
  std::size_t size = 0;
  bool at_beginning = false, at_end = false;
  int more = 0;
};

constexpr LetterPattern letter_pattern(const Spelled& written) {
  LetterPattern pattern{.more = written.more};
  LetterSet set = 0;
  bool is_in_set = false, is_none_of = false;
  for (const char c : written.pattern) {
    if (c == '^' && is_in_set) {
      is_none_of = true;
    } else if (c == '^') {
      pattern.at_beginning = true;
    } else if (c == '$') {
      pattern.at_end = true;
    } else if (c == '[') {
      is_in_set = true;
      is_none_of = false;
      set = 0;
    } else if (c == ']') {
      is_in_set = false;
      pattern.places[pattern.size++] = is_none_of ? kAllLetters & ~set : set;
    } else if (is_in_set) {
      set |= set_of(c);
    } else {
      pattern.places[pattern.size++] = set_of(c);
    }
  }
  return pattern;
}

constexpr auto kLetterPatterns = [] {
  std::array<LetterPattern, kSpelled.size()> patterns{};
  for (std::size_t i = 0; i < kSpelled.size(); ++i) patterns[i] = letter_pattern(kSpelled[i]);
  return patterns;
}();

bool is_spelled_at(const LetterPattern& pattern, std::span<const LetterSet> word,
                   std::size_t letter) {
  for (std::size_t i = 0; i < pattern.size; ++i) {
    if ((pattern.places[i] & word[letter + i]) == 0) return false;
  }
  return true;
}

int times_spelled(const LetterPattern& pattern, std::span<const LetterSet> word) {
  if (word.size() < pattern.size) return 0;
  const std::size_t last = word.size() - pattern.size;
  if (pattern.at_beginning && pattern.at_end && last > 0) return 0;
  if (pattern.at_beginning) return is_spelled_at(pattern, word, 0) ? 1 : 0;
  int count = 0;
  for (std::size_t i = pattern.at_end ? last : 0; i <= last; ++i) {
    count += is_spelled_at(pattern, word, i) ? 1 : 0;
  }
  return count;
}

/// Syllables that letters make more, or fewer, than there are vowels in a row.
int more_syllables(std::string_view word) {
  std::vector<LetterSet> letters;
  letters.reserve(word.size());
  for (const char c : word) letters.push_back(set_of(c));
  int more = 0;
  for (const LetterPattern& each : kLetterPatterns)
    more += each.more * times_spelled(each, letters);
  return more;
}

/// First parts of compounds, whose e is not heard: "home-work", "some-thing".
constexpr auto kFirstParts = std::to_array<std::string_view>(
    {"white", "fore",  "shore", "space", "peace", "home", "house", "some",  "there",
     "where", "time",  "life",  "side",  "stone", "fire", "store", "large", "whole",
     "wire",  "base",  "care",  "cake",  "face",  "like", "wise",  "nose",  "note",
     "safe",  "take",  "name",  "live",  "love",  "wave", "line",  "drive", "wide",
     "waste", "trade", "frame", "guide", "type"});
constexpr auto kEndings = std::to_array<std::string_view>({"less", "ness", "ly", "ment", "ful"});

bool is_compound(std::string_view word) {
  return std::ranges::any_of(kFirstParts, [&](std::string_view first) {
    if (!word.starts_with(first)) return false;
    const std::string_view rest = word.substr(first.size());
    if (rest.size() < 3 || is_english_vowel(rest.front())) return false;
    return std::ranges::none_of(kEndings,
                                [&](std::string_view each) { return rest.starts_with(each); });
  });
}

/// The vowels in a row; u behind q and y before a vowel at the beginning are none.
int vowel_groups(std::string_view word) {
  int groups = 0;
  bool was_vowel = false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool is_silent =
        (word[i] == 'u' && i > 0 && word[i - 1] == 'q') ||
        (word[i] == 'y' && i == 0 && word.size() > 1 && is_english_vowel(word[1]));
    const bool is_vowel = is_english_vowel(word[i]) && !is_silent;
    groups += is_vowel && !was_vowel ? 1 : 0;
    was_vowel = is_vowel;
  }
  return groups;
}

std::size_t english_syllables(std::string_view word) {
  const auto* const known = std::ranges::lower_bound(kKnownInOrder, word, {}, &KnownWord::word);
  if (known != kKnownInOrder.end() && known->word == word) return known->syllables;
  int count = vowel_groups(word);
  // An abbreviation is read letter by letter.
  if (count == 0) return std::max<std::size_t>(word.size(), 1);
  count += more_syllables(word);
  if (is_compound(word)) --count;
  return static_cast<std::size_t>(std::max(count, 1));
}

/// Without accents; of other letters than those of English a sign that is none.
char plain_english(char32_t c) {
  if (c < 0x80) return static_cast<char>(c);
  constexpr std::u32string_view kMarked = U"áàâäéèêëíìîïóòôöúùûüç";
  constexpr std::string_view kPlain = "aaaaeeeeiiiioooouuuuc";
  const std::size_t at = kMarked.find(c);
  return at == kMarked.npos ? '.' : kPlain[at];
}

/// Parts of "follow-up" by themselves, "they've" as a whole.
std::size_t count_english(std::string_view word) {
  std::size_t count = 0;
  std::string part;
  const auto end_part = [&] {
    if (!part.empty()) count += english_syllables(part);
    part.clear();
  };
  for (std::size_t at = 0; at < word.size();) {
    const char c = plain_english(next_code_point(word, at));
    if (c >= 'a' && c <= 'z') part.push_back(c);
    if (c == '-') end_part();
  }
  end_part();
  return std::max<std::size_t>(count, 1);
}

// ---- Spanish ------------------------------------------------------------------------------------

constexpr std::u32string_view kOpen = U"aeoáéó";
constexpr std::u32string_view kClosed = U"iuüy";
constexpr std::u32string_view kClosedHeard = U"íú";

bool is_in_set(char32_t c, std::u32string_view set) { return set.find(c) != set.npos; }

/// Without h, and without the u of "qu", "gue", "gui"; y before a vowel is a consonant.
std::u32string heard_spanish(std::string_view word) {
  const std::u32string written = to_utf32(word);
  std::u32string heard;
  for (std::size_t i = 0; i < written.size(); ++i) {
    const char32_t c = written[i], next = i + 1 < written.size() ? written[i + 1] : U' ';
    const char32_t before = i > 0 ? written[i - 1] : U' ';
    const bool is_before_vowel = is_in_set(next, U"aeiouáéíóú");
    if (c == U'h' && before != U'c') continue;
    if (c == U'u' && (before == U'q' || before == U'g') && is_in_set(next, U"eiéí")) continue;
    heard.push_back(c == U'y' && is_before_vowel ? U'j' : c);
  }
  return heard;
}

bool is_spanish_vowel(char32_t c) {
  return is_in_set(c, kOpen) || is_in_set(c, kClosed) || is_in_set(c, kClosedHeard);
}

/// A new syllable begins between two vowels side by side.
bool part_in_spanish(char32_t a, char32_t b) {
  const bool are_open = is_in_set(a, kOpen) && is_in_set(b, kOpen);
  const bool is_accented = (is_in_set(a, kClosedHeard) && is_in_set(b, kOpen)) ||
                           (is_in_set(a, kOpen) && is_in_set(b, kClosedHeard));
  return are_open || is_accented || (a == b && a != U'y');
}

std::size_t count_spanish(std::string_view word) {
  std::size_t count = 0;
  char32_t before = U' ';
  for (const char32_t c : heard_spanish(word)) {
    const bool is_vowel = is_spanish_vowel(c);
    if (is_vowel && (!is_spanish_vowel(before) || part_in_spanish(before, c))) ++count;
    before = c;
  }
  if (count > 0) return count;
  // An abbreviation is read letter by letter.
  return std::max<std::size_t>(count_code_points(word), 1);
}

}  // namespace

std::size_t count_syllables(std::string_view word, SyllableRules rules) {
  return rules == SyllableRules::English ? count_english(word) : count_spanish(word);
}

}  // namespace handbill::prose
