// SPDX-License-Identifier: MIT
#include "content/us_state.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace handbill::content {
namespace {

/// Beginnings of ZIP codes as in the address data of libaddressinput (Google, September 2024);
/// where two states match, the longer beginning counts.
constexpr auto kUsStates = std::to_array<UsState>({
    {"AA", "Armed Forces Americas", "340", ""},
    {"AE", "Armed Forces Europe", "09", ""},
    {"AK", "Alaska", "995 996 997 998 999", ""},
    {"AL", "Alabama", "35 36", "FL GA MS TN"},
    {"AP", "Armed Forces Pacific", "962 963 964 965 966", ""},
    {"AR", "Arkansas", "716 717 718 719 72", "LA MS MO OK TN TX"},
    {"AS", "American Samoa", "96799", ""},
    {"AZ", "Arizona", "85 86", "CA CO NV NM UT"},
    {"CA", "California", "90 91 92 93 94 95 960 961", "AZ NV OR"},
    {"CO", "Colorado", "80 81", "AZ KS NE NM OK UT WY"},
    {"CT", "Connecticut", "06", "MA NY RI"},
    {"DC", "District of Columbia", "200 202 203 204 205 569", "MD VA"},
    {"DE", "Delaware", "197 198 199", "MD NJ PA"},
    {"FL", "Florida", "32 33 341 342 343 344 345 346 347 348 349", "AL GA"},
    {"FM", "Micronesia", "96941 96942 96943 96944", ""},
    {"GA", "Georgia", "30 31 398 39901", "AL FL NC SC TN"},
    {"GU", "Guam", "9691 9692 96931 96932", ""},
    {"HI", "Hawaii", "967 968", ""},
    {"IA", "Iowa", "50 51 52", "IL MN MO NE SD WI"},
    {"ID", "Idaho", "832 833 834 835 836 837 838 839", "MT NV OR UT WA WY"},
    {"IL", "Illinois", "60 61 62", "IN IA KY MO WI"},
    {"IN", "Indiana", "46 47", "IL KY MI OH"},
    {"KS", "Kansas", "66 67", "CO MO NE OK"},
    {"KY", "Kentucky", "40 41 420 421 422 423 424 425 426 427", "IL IN MO OH TN VA WV"},
    {"LA", "Louisiana", "70 710 711 712 713 714 715", "AR MS TX"},
    {"MA", "Massachusetts", "01 020 021 022 023 024 025 026 027 05501 05544", "CT NH NY RI VT"},
    {"MD", "Maryland", "206 207 208 209 21", "DC DE PA VA WV"},
    {"ME", "Maine", "039 04", "NH"},
    {"MH", "Marshall Islands", "9696 9697", ""},
    {"MI", "Michigan", "48 49", "IN OH WI"},
    {"MN", "Minnesota", "55 560 561 562 563 564 565 566 567", "IA ND SD WI"},
    {"MO", "Missouri", "63 64 65", "AR IL IA KS KY NE OK TN"},
    {"MP", "Northern Mariana Islands", "96950 96951 96952", ""},
    {"MS", "Mississippi", "386 387 388 389 390 391 392 393 394 395 396 397", "AL AR LA TN"},
    {"MT", "Montana", "59", "ID ND SD WY"},
    {"NC", "North Carolina", "27 28", "GA SC TN VA"},
    {"ND", "North Dakota", "58", "MN MT SD"},
    {"NE", "Nebraska", "68 69", "CO IA KS MO SD WY"},
    {"NH", "New Hampshire", "030 031 032 033 034 035 036 037 038", "MA ME VT"},
    {"NJ", "New Jersey", "07 08", "DE NY PA"},
    {"NM", "New Mexico", "87 880 881 882 883 884", "AZ CO OK TX UT"},
    {"NV", "Nevada", "889 89", "AZ CA ID OR UT"},
    {"NY", "New York", "10 11 12 13 14 06390 00501 00544", "CT MA NJ PA VT"},
    {"OH", "Ohio", "43 44 45", "IN KY MI PA WV"},
    {"OK", "Oklahoma", "73 74", "AR CO KS MO NM TX"},
    {"OR", "Oregon", "97", "CA ID NV WA"},
    {"PA", "Pennsylvania", "15 16 17 18 190 191 192 193 194 195 196", "DE MD NJ NY OH WV"},
    {"PR", "Puerto Rico", "006 007 009", ""},
    {"PW", "Palau", "96939 96940", ""},
    {"RI", "Rhode Island", "028 029", "CT MA"},
    {"SC", "South Carolina", "29", "GA NC"},
    {"SD", "South Dakota", "57", "IA MN MT NE ND WY"},
    {"TN", "Tennessee", "37 380 381 382 383 384 385", "AL AR GA KY MS MO NC VA"},
    {"TX", "Texas", "75 76 77 78 79 885 73301 73344", "AR LA NM OK"},
    {"UT", "Utah", "84", "AZ CO ID NV NM WY"},
    {"VA", "Virginia", "201 22 23 240 241 242 243 244 245 246", "DC KY MD NC TN WV"},
    {"VI", "Virgin Islands", "008", ""},
    {"VT", "Vermont", "05", "MA NH NY"},
    {"WA", "Washington", "98 990 991 992 993 994", "ID OR"},
    {"WI", "Wisconsin", "53 54", "IL IA MI MN"},
    {"WV", "West Virginia", "247 248 249 25 26", "KY MD OH PA VA"},
    {"WY", "Wyoming", "82 830 831 83414", "CO ID MT NE SD UT"},
});

/// Calls `visit` with each of the words.
template <class Visit>
void for_each_word(std::string_view words, Visit visit) {
  while (!words.empty()) {
    const std::size_t space = std::min(words.find(' '), words.size());
    visit(words.substr(0, space));
    words.remove_prefix(std::min(space + 1, words.size()));
  }
}

bool same_letters(std::string_view a, std::string_view b) {
  const auto same = [](char x, char y) { return to_lower(x) == to_lower(y); };
  return std::ranges::equal(a, b, same);
}

}  // namespace

std::span<const UsState> us_states() { return kUsStates; }

const UsState* find_us_state(std::string_view text) {
  const auto* found = std::ranges::find_if(kUsStates, [&](const UsState& state) {
    return same_letters(text, state.code) || same_letters(text, state.name);
  });
  return found == kUsStates.end() ? nullptr : found;
}

const UsState* us_state_of_zip(std::string_view zip) {
  const UsState* found = nullptr;
  std::size_t longest = 0;
  for (const UsState& state : kUsStates) {
    for_each_word(state.zips, [&](std::string_view begin) {
      if (!zip.starts_with(begin) || begin.size() <= longest) return;
      longest = begin.size();
      found = &state;
    });
  }
  return found;
}

bool have_a_border(const UsState& one, const UsState& other) {
  return one.neighbours.find(other.code) != std::string_view::npos;
}

}  // namespace handbill::content
