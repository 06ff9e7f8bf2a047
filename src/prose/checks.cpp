// SPDX-License-Identifier: MIT
#include "prose/checks.h"

#include <algorithm>
#include <array>

#include "prose/check_functions.h"

namespace handbill::prose {
namespace {

constexpr auto kWords = std::to_array<std::string_view>({"words"});
constexpr auto kSwap = std::to_array<std::string_view>({"swap"});
constexpr auto kBeside = std::to_array<std::string_view>({"words", "beside"});
constexpr auto kWithin = std::to_array<std::string_view>({"within"});
constexpr auto kCounted = std::to_array<std::string_view>({"least", "most", "within"});

constexpr auto kChecks = std::to_array<WordCheck>({
    {.name = "existence",
     .doc = "a phrase that is not to be used",
     .needs = kWords,
     .judge = judge_existence},
    {.name = "substitution",
     .doc = "a phrase that another stands for",
     .message = "`{found}` stands here, and `{instead}` is meant",
     .needs = kSwap,
     .judge = judge_substitution},
    {.name = "occurrence",
     .doc = "a phrase that is found too often, or too seldom",
     .needs = kWords,
     .may_have = kCounted,
     .judge = judge_occurrence},
    {.name = "needs-beside",
     .doc = "a phrase that needs another near it",
     .needs = kBeside,
     .may_have = kWithin,
     .judge = judge_needs_beside},
    {.name = "consistency",
     .doc = "two ways to write the same, both of them used",
     .message = "`{found}` is written here, and `{instead}` elsewhere",
     .needs = kSwap,
     .may_have = kWithin,
     .compare = compare_consistency},
    {.name = "repetition",
     .doc = "a word that stands twice in a row",
     .message = "`{found}` stands here twice in a row",
     .judge = judge_repetition},
    {.name = "signs",
     .doc = "signs that stand twice, or where none should",
     .message = "`{found}` stands here, and `{instead}` is meant",
     .judge = judge_signs},
    {.name = "brackets",
     .doc = "brackets and quotation marks without their fellow",
     .message = "`{found}` has no fellow",
     .judge = judge_brackets},
    {.name = "said-twice",
     .doc = "items, paragraphs and titles that are there twice",
     .message = "`{found}` is said twice",
     .judge = judge_said_twice},
});

}  // namespace

std::span<const WordCheck> word_checks() { return kChecks; }

const WordCheck* find_word_check(std::string_view name) {
  const auto found = std::ranges::find(kChecks, name, &WordCheck::name);
  return found == kChecks.end() ? nullptr : &*found;
}

}  // namespace handbill::prose
