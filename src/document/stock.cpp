// SPDX-License-Identifier: MIT
#include "document/stock.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/ascii.h"
#include "base/number.h"

namespace handbill::document {
namespace {

constexpr double kLeastGrams = 10;
constexpr double kMostGrams = 2000;
constexpr double kGramsAPound = 453.59237;
constexpr double kSheetsAReam = 500;
constexpr double kSquareMetresASquareInch = 0.0254 * 0.0254;
constexpr double kCoatedBulk = 0.85;    // µm for each g/m²
constexpr double kUncoatedBulk = 1.25;  // µm for each g/m²

/// The area in square inches of the sheets of which 500 weigh a grade's pounds.
struct BasisSize {
  std::string_view grade;
  double area;
};
constexpr auto kBasisSizes = std::to_array<BasisSize>({
    {"text", 25.0 * 38},
    {"book", 25.0 * 38},
    {"offset", 25.0 * 38},
    {"cover", 20.0 * 26},
    {"bond", 17.0 * 22},
    {"writing", 17.0 * 22},
    {"index", 25.5 * 30.5},
});
constexpr std::array<std::string_view, 3> kGramUnits = {"gsm", "g/m²", "g/m2"};
constexpr std::array<std::string_view, 4> kPoundUnits = {"lb", "lb.", "lbs", "#"};
constexpr std::array<std::string_view, 8> kCoatedWords = {"coated", "gloss", "glossy", "silk",
                                                          "satin",  "matt",  "matte",  "dull"};

template <class Words>
bool is_one_of(std::string_view word, const Words& words) {
  return std::ranges::find(words, word) != words.end();
}

bool is_in_number(char c) { return is_digit(c) || c == '.'; }

/// Lower case; a number and the unit written against it come apart: "148gsm" is "148", "gsm".
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  bool in_word = false, in_number = false;
  for (char c : text) {
    c = to_lower(c);
    if (c == ' ' || c == ',' || c == ';' || c == '(' || c == ')' || c == '-') {
      in_word = false;
      continue;
    }
    const bool number = is_in_number(c) && (!in_word || in_number);
    if (!in_word || (in_number && !number)) words.emplace_back();
    words.back() += c;
    in_word = true;
    in_number = number;
  }
  return words;
}

double grams_of_pounds(double pounds, const std::vector<std::string>& words) {
  for (const auto& [grade, area] : kBasisSizes) {
    if (!is_one_of(grade, words)) continue;
    return pounds * kGramsAPound / (kSheetsAReam * area * kSquareMetresASquareInch);
  }
  return 0;
}

}  // namespace

double grams_of(std::string_view stock) {
  const std::vector<std::string> words = words_of(stock);
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const auto number = parse_number(words[i]);
    if (!number) continue;
    double grams = 0;
    if (is_one_of(words[i + 1], kGramUnits)) grams = *number;
    if (is_one_of(words[i + 1], kPoundUnits)) grams = grams_of_pounds(*number, words);
    if (grams >= kLeastGrams && grams <= kMostGrams) return grams;
  }
  return 0;
}

Length estimated_caliper(std::string_view stock, double grams) {
  const bool coated = std::ranges::any_of(
      words_of(stock), [](const std::string& word) { return is_one_of(word, kCoatedWords); });
  return Length::mm(grams * (coated ? kCoatedBulk : kUncoatedBulk) / 1000);
}

}  // namespace handbill::document
