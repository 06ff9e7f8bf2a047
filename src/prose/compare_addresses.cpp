// SPDX-License-Identifier: MIT
// Street lines, suites, states and postal codes against those of the facts.
#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.h"
#include "content/blank.h"
#include "content/us_state.h"
#include "prose/compare_facts.h"
#include "prose/own_facts.h"
#include "prose/word_list.h"

namespace handbill::prose {
namespace {

struct ShortForm {
  std::string_view written, full;
};
/// As the US Postal Service shortens them (Publication 28, appendices B and C), and the Spanish
/// ones most in use.
constexpr auto kShortForms = std::to_array<ShortForm>({
    {"ave", "avenue"},    {"av", "avenue"},     {"avenida", "avenue"}, {"avda", "avenue"},
    {"st", "street"},     {"str", "street"},    {"rd", "road"},        {"blvd", "boulevard"},
    {"dr", "drive"},      {"ln", "lane"},       {"ct", "court"},       {"pl", "place"},
    {"sq", "square"},     {"pkwy", "parkway"},  {"hwy", "highway"},    {"ter", "terrace"},
    {"cir", "circle"},    {"ste", "suite"},     {"fl", "floor"},       {"rm", "room"},
    {"apt", "apartment"}, {"n", "north"},       {"s", "south"},        {"e", "east"},
    {"w", "west"},        {"ne", "northeast"},  {"nw", "northwest"},   {"se", "southeast"},
    {"sw", "southwest"},  {"bldg", "building"}, {"cres", "crescent"},
});
constexpr auto kStreetTypes = std::to_array<std::string_view>(
    {"avenue", "street", "road", "boulevard", "drive", "lane", "court", "place", "square",
     "parkway", "highway", "terrace", "circle", "way", "crescent", "calle", "pike"});
constexpr auto kRooms = std::to_array<std::string_view>(
    {"suite", "unit", "floor", "room", "apartment", "building", "oficina", "piso"});

/// Letters of a street's name that may be mistyped.
constexpr std::size_t kMostStreetSlips = 2;
constexpr std::size_t kMostNameWords = 3;

std::string full_form(const std::string& plain) {
  std::string word = plain;
  while (word.ends_with('.')) word.pop_back();
  const auto found = std::ranges::find(kShortForms, word, &ShortForm::written);
  return found == kShortForms.end() ? word : std::string(found->full);
}

bool is_street_type(std::string_view word) { return is_in(kStreetTypes, word); }
bool is_room(std::string_view word) { return is_in(kRooms, word); }

/// A token that is no comma or full stop, in its full form.
struct AddressWord {
  std::string word;
  std::size_t begin = 0, end = 0;
  bool is_capital = false;
};
using AddressWords = std::vector<AddressWord>;

AddressWords address_words(const ReadParagraph& paragraph, std::string_view text) {
  AddressWords words;
  for (const Token& token : paragraph.tokens) {
    if (token.kind == Token::Kind::Sign && token.plain != "#") continue;
    const char first = text[token.begin];
    words.push_back({full_form(token.plain), token.begin, token.end, first >= 'A' && first <= 'Z'});
  }
  return words;
}

AddressWords words_of_text(std::string_view text) { return address_words(read_text(text), text); }

struct OwnAddressFact {
  const OwnFact* fact = nullptr;
  AddressWords street{}, suite{}, city{}, state{};
  std::string zip{};  ///< without spaces, in small letters
  bool is_street_blank = false;
};

std::string part_of_address(const spec::Value& table, std::string_view key) {
  const spec::Value* value = table.find(key);
  const std::string* text = value != nullptr ? value->as_string() : nullptr;
  return text != nullptr ? *text : std::string();
}

std::string joined_code(std::string_view code) {
  std::string joined;
  for (const char c : code) {
    if (is_digit(c) || is_letter(c)) joined += to_lower(c);
  }
  return joined;
}

OwnAddressFact own_address(const OwnFact& fact) {
  OwnAddressFact own{&fact};
  if (fact.is_blank || fact.value->as_table() == nullptr) return own;
  own.street = words_of_text(part_of_address(*fact.value, "street"));
  own.suite = words_of_text(part_of_address(*fact.value, "suite"));
  own.city = words_of_text(part_of_address(*fact.value, "city"));
  own.state = words_of_text(part_of_address(*fact.value, "state"));
  own.zip = joined_code(part_of_address(*fact.value, "zip"));
  const spec::Value* street = fact.value->find("street");
  own.is_street_blank = street != nullptr && content::is_blank(*street);
  return own;
}

/// One paragraph, one address.
class AddressReader {
 public:
  AddressReader(const AddressWords& words, const OwnAddressFact& own, std::size_t paragraph,
                Comparison& compared)
      : words_(words), own_(own), paragraph_(paragraph), compared_(compared) {}

  void read() {
    for (std::size_t i = 0; i < words_.size();) {
      const std::size_t behind = read_street(i);
      if (behind > i) {
        i = behind;
        continue;
      }
      const std::size_t behind_city = read_city(i);
      i = std::max(i + 1, behind_city);
    }
  }

 private:
  bool stands_at(std::size_t i, const AddressWords& words) const {
    if (words.empty() || i + words.size() > words_.size()) return false;
    for (std::size_t k = 0; k < words.size(); ++k) {
      if (words_[i + k].word != words[k].word) return false;
    }
    return true;
  }

  void add(Agreement agreement, std::size_t first, std::size_t behind, const std::string& key,
           std::string is) {
    const std::string path = own_.fact->path + (key.starts_with('.') ? key : "");
    const std::string format = key.starts_with('.') ? "" : key;
    compared_.push_back({.agreement = agreement,
                         .paragraph = paragraph_,
                         .begin = words_[first].begin,
                         .end = words_[behind - 1].end,
                         .fact = path,
                         .refer = "{" + path + (format.empty() ? "}" : " | " + format + "}"),
                         .is = std::move(is),
                         .organisation = own_.fact->organisation});
  }

  std::string fact_part(std::string_view key) const {
    return part_of_address(*own_.fact->value, key);
  }

  /// Behind the street and what follows of the address; `i`: none begins there.
  std::size_t read_street(std::size_t i) {
    if (!own_.street.empty()) {
      const auto differs = differing_word(i);
      if (differs) {
        const std::size_t behind = i + own_.street.size();
        if (*differs < own_.street.size()) {
          add(Agreement::Slip, i, behind, ".street", fact_part("street"));
          return behind;
        }
        return read_behind_street(i, behind);
      }
    }
    const std::size_t behind = street_shape(i);
    if (behind == i) return i;
    if (own_.is_street_blank) {
      add(Agreement::Blank, i, behind, ".street", {});
    } else if (!own_.street.empty()) {
      add(Agreement::Other, i, behind, ".street", fact_part("street"));
    }
    return behind;
  }

  /// The only word that differs from the street of the fact; their number: none does. Nothing: it
  /// is no such street.
  std::optional<std::size_t> differing_word(std::size_t i) const {
    const AddressWords& own = own_.street;
    if (i + own.size() > words_.size() || own.size() < 2) return std::nullopt;
    std::optional<std::size_t> differs;
    bool has_name = false;
    for (std::size_t k = 0; k < own.size(); ++k) {
      const bool is_name = !has_digit(own[k].word) && !is_street_type(own[k].word);
      const bool is_same = own[k].word == words_[i + k].word;
      has_name = has_name || (is_name && is_same && own[k].word.size() > 3);
      if (is_same) continue;
      if (differs || !may_stand_for(own[k].word, words_[i + k])) return std::nullopt;
      differs = k;
    }
    const bool is_name_slip = differs && !has_digit(own[*differs].word);
    if (!has_name && !is_name_slip) return std::nullopt;
    return differs.value_or(own.size());
  }

  static bool may_stand_for(const std::string& own, const AddressWord& typed) {
    if (has_digit(own)) return has_digit(typed.word);
    if (is_street_type(own)) return is_street_type(typed.word);
    return own.size() > 3 && slips_between(own, typed.word, kMostStreetSlips) <= kMostStreetSlips;
  }

  std::size_t read_behind_street(std::size_t i, std::size_t behind) {
    std::size_t end = behind;
    const bool has_suite = stands_at(end, own_.suite);
    if (has_suite) {
      end += own_.suite.size();
    } else if (end + 1 < words_.size() && !own_.suite.empty() &&
               (is_room(words_[end].word) || words_[end].word == "#")) {
      add(Agreement::Same, i, behind, ".street", fact_part("street"));
      add(Agreement::Slip, end, end + 2, ".suite", fact_part("suite"));
      return end + 2;
    }
    const bool is_street_whole = has_suite || own_.suite.empty();
    const std::size_t whole = city_and_code(end);
    if (whole > end && is_street_whole) {
      add(Agreement::Same, i, whole, "", {});
      return whole;
    }
    const bool with_suite = has_suite;
    add(Agreement::Same, i, end, with_suite ? "street" : ".street", fact_part("street"));
    return end;
  }

  /// Behind "Chevy Chase, MD 20815" as the fact has it; `i`: something differs.
  std::size_t city_and_code(std::size_t i) const {
    std::size_t end = i;
    if (!stands_at(end, own_.city)) return i;
    end += own_.city.size();
    if (!own_.state.empty()) {
      if (!stands_at(end, own_.state)) return i;
      end += own_.state.size();
    }
    if (own_.zip.empty()) return end;
    const std::size_t behind = behind_code(end);
    return behind > end && code_at(end, behind) == own_.zip ? behind : i;
  }

  std::string code_at(std::size_t first, std::size_t behind) const {
    std::string code;
    for (std::size_t k = first; k < behind; ++k) code += joined_code(words_[k].word);
    return code;
  }

  /// Behind the words at `i` that have as many letters and digits as the code of the fact.
  std::size_t behind_code(std::size_t i) const {
    std::size_t size = 0, k = i;
    while (k < words_.size() && size < own_.zip.size() && k < i + 3) {
      size += joined_code(words_[k++].word).size();
    }
    const bool is_code = size == own_.zip.size() && has_digit(code_at(i, k));
    return is_code ? k : i;
  }

  /// A city with its state or its code.
  std::size_t read_city(std::size_t i) {
    if (own_.city.empty() || !stands_at(i, own_.city)) return read_other_code(i);
    std::size_t at = i + own_.city.size();
    if (const std::size_t whole = city_and_code(i); whole > at) {
      if (!own_.zip.empty()) add(Agreement::Same, i, whole, "city", {});
      return whole;
    }
    if (!own_.state.empty() && at < words_.size()) {
      const bool is_state = stands_at(at, own_.state);
      const auto* state = content::find_us_state(words_[at].word);
      const bool is_other = !is_state && state != nullptr && words_[at].is_capital &&
                            own_.state.size() == 1 && words_[at].word.size() == 2;
      if (is_other) add(Agreement::Slip, at, at + 1, ".state", fact_part("state"));
      if (is_state || is_other) at += is_state ? own_.state.size() : 1;
    }
    const std::size_t behind = own_.zip.empty() ? at : behind_code(at);
    if (behind > at && code_at(at, behind) != own_.zip) {
      add(Agreement::Slip, at, behind, ".zip", fact_part("zip"));
    }
    return behind;
  }

  /// "Bethesda, MD 20814": a state of the US and a ZIP code.
  std::size_t read_other_code(std::size_t i) {
    constexpr std::size_t kZipDigits = 5;
    if (i == 0 || i + 1 >= words_.size() || own_.zip.size() < kZipDigits) return i;
    const AddressWord& state = words_[i];
    const std::string& zip = words_[i + 1].word;
    const bool is_zip = zip.size() == kZipDigits && std::ranges::all_of(zip, is_digit);
    if (!is_zip || state.word.size() != 2 || !state.is_capital) return i;
    if (content::find_us_state(state.word) == nullptr) return i;
    const bool is_own = own_.zip.starts_with(zip);
    add(is_own ? Agreement::Same : Agreement::Other, i + 1, i + 2, ".zip", fact_part("zip"));
    return i + 2;
  }

  /// "5400 Willard Ave": a number, names with capitals, and what streets are called.
  std::size_t street_shape(std::size_t i) const {
    const std::string& number = words_[i].word;
    if (number.size() > 5 || !std::ranges::all_of(number, is_digit)) return i;
    for (std::size_t k = i + 1; k < words_.size() && k <= i + 1 + kMostNameWords; ++k) {
      if (!words_[k].is_capital) return i;
      if (k > i + 1 && is_street_type(words_[k].word)) return k + 1;
    }
    return i;
  }

  const AddressWords& words_;
  const OwnAddressFact& own_;
  std::size_t paragraph_;
  Comparison& compared_;
};

/// What is the same as one address is no slip of another.
void keep_same(Comparison& compared, std::size_t first) {
  const auto is_covered = [&](const Compared& each) {
    if (each.agreement == Agreement::Same) return false;
    return std::any_of(compared.begin() + static_cast<std::ptrdiff_t>(first), compared.end(),
                       [&](const Compared& other) {
                         return other.agreement == Agreement::Same &&
                                other.paragraph == each.paragraph && other.begin < each.end &&
                                each.begin < other.end;
                       });
  };
  Comparison kept(compared.begin(), compared.begin() + static_cast<std::ptrdiff_t>(first));
  for (std::size_t i = first; i < compared.size(); ++i) {
    if (!is_covered(compared[i])) kept.push_back(compared[i]);
  }
  compared = std::move(kept);
}

}  // namespace

void compare_addresses(const WordRule&, const Judged& judged, Comparison& compared) {
  const std::vector<OwnFact> facts = own_facts(*judged.context.content, "address");
  std::vector<OwnAddressFact> own;
  for (const OwnFact& each : facts) own.push_back(own_address(each));
  const std::size_t first = compared.size();
  for (std::size_t i = 0; i < judged.reading.paragraphs.size(); ++i) {
    const std::string& text = judged.reading.written(i).text;
    if (!has_digit(text)) continue;
    const AddressWords words = address_words(judged.reading.paragraphs[i], text);
    for (const OwnAddressFact& each : own) AddressReader(words, each, i, compared).read();
  }
  if (own.size() > 1) keep_same(compared, first);
}

}  // namespace handbill::prose
