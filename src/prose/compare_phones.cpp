// SPDX-License-Identifier: MIT
#include <algorithm>

#include "prose/compare_facts.h"
#include "prose/own_facts.h"
#include "prose/typed_phones.h"

namespace handbill::prose {
namespace {

/// Digits of a telephone number that may be mistyped.
constexpr std::size_t kMostPhoneSlips = 2;
constexpr std::size_t kShortestLocal = 7;

struct OwnPhone {
  const OwnFact* fact = nullptr;
  std::string full;      ///< with the country code, "13015550100"; empty: it can't be read
  std::string national;  ///< "3015550100"
};

/// What is dialled before a number and is no part of it: "1", "0".
std::string_view without_trunk(std::string_view digits) {
  const bool has_one = digits.size() == 11 && digits.front() == '1';
  const bool has_nought = digits.size() > kShortestLocal && digits.front() == '0';
  if (has_one || has_nought) digits.remove_prefix(1);
  return digits;
}

OwnPhone own_phone(const OwnFact& fact, const content::Content& content) {
  OwnPhone own{&fact, {}, std::string(without_trunk(phone_digits(fact.text())))};
  own.full = phone_digits(printed_fact(content, fact.path, "uri"));
  if (printed_fact(content, fact.path).starts_with('+')) own.national = own.full;
  return own;
}

/// "+44 (0)20 …" has a nought that nobody dials.
bool is_same_abroad(std::string_view typed, std::string_view full) {
  if (typed == full) return true;
  for (std::size_t code = 1; code <= 3 && code < typed.size(); ++code) {
    if (typed[code] != '0') continue;
    std::string without(typed);
    without.erase(code, 1);
    if (without == full) return true;
  }
  return false;
}

bool is_same(const TypedPhone& typed, const OwnPhone& own) {
  if (typed.is_international && !own.full.empty()) return is_same_abroad(typed.digits, own.full);
  const std::string_view digits = without_trunk(typed.digits);
  if (digits == own.national || typed.digits == own.full) return true;
  const std::string_view longest = own.full.empty() ? own.national : own.full;
  return digits.size() >= kShortestLocal && longest.ends_with(digits);
}

std::size_t slips(const TypedPhone& typed, const OwnPhone& own) {
  const std::string_view digits = without_trunk(typed.digits);
  std::string_view as_much = own.full.empty() ? own.national : own.full;
  if (!typed.is_international) {
    as_much = own.national;
    if (digits.size() == kShortestLocal && as_much.size() > digits.size()) {
      as_much = as_much.substr(as_much.size() - digits.size());
    }
  }
  return slips_between(typed.is_international ? std::string_view(typed.digits) : digits, as_much,
                       kMostPhoneSlips);
}

/// How the fact is asked for so that it is printed as it is typed.
std::string reference_to(const OwnFact& fact, const TypedPhone& typed) {
  return "{" + fact.path + (typed.is_international ? " | international}" : "}");
}

class PhoneComparer {
 public:
  PhoneComparer(const WordRule& rule, const content::Content& content)
      : content_(content), facts_(own_facts(content, "phone")) {
    for (const spec::Text& each : rule.written.except) others_.push_back(phone_digits(each.value));
    for (const OwnFact& each : facts_) {
      if (!each.text().empty()) own_.push_back(own_phone(each, content));
    }
  }

  bool has_facts() const { return !facts_.empty(); }

  /// Fills in all but the place. False: there is nothing to say.
  bool compare(const TypedPhone& typed, Compared& compared) const {
    const auto is_known = [&](const std::string& other) {
      return without_trunk(other) == without_trunk(typed.digits);
    };
    if (std::ranges::any_of(others_, is_known)) return false;
    const OwnPhone* nearest = own_.empty() ? nullptr : &own_.front();
    std::size_t fewest = kMostPhoneSlips + 1;
    for (const OwnPhone& own : own_) {
      const std::size_t count =
          is_same(typed, own) ? 0 : std::max<std::size_t>(1, slips(typed, own));
      if (count >= fewest) continue;
      fewest = count;
      nearest = &own;
    }
    const auto blank = std::ranges::find_if(facts_, &OwnFact::is_blank);
    if (fewest > kMostPhoneSlips && blank != facts_.end()) {
      compared.agreement = Agreement::Blank;
      return name(*blank, typed, compared);
    }
    if (nearest == nullptr) return false;
    compared.agreement = fewest == 0                 ? Agreement::Same
                         : fewest <= kMostPhoneSlips ? Agreement::Slip
                                                     : Agreement::Other;
    return name(*nearest->fact, typed, compared);
  }

 private:
  bool name(const OwnFact& fact, const TypedPhone& typed, Compared& compared) const {
    compared.fact = fact.path;
    compared.refer = reference_to(fact, typed);
    compared.is = printed_fact(content_, fact.path, typed.is_international ? "international" : "");
    compared.organisation = fact.organisation;
    return true;
  }

  const content::Content& content_;
  std::vector<OwnFact> facts_;
  std::vector<OwnPhone> own_;
  std::vector<std::string> others_;  ///< numbers that everybody knows
};

}  // namespace

void compare_phones(const WordRule& rule, const Judged& judged, Comparison& compared) {
  const PhoneComparer comparer(rule, *judged.context.content);
  if (!comparer.has_facts()) return;
  for (std::size_t i = 0; i < judged.reading.paragraphs.size(); ++i) {
    const std::string& text = judged.reading.written(i).text;
    for (const TypedPhone& typed :
         find_typed_phones(judged.reading.paragraphs[i], text, rule.beside)) {
      Compared one{.paragraph = i, .begin = typed.begin, .end = typed.end};
      if (comparer.compare(typed, one)) compared.push_back(std::move(one));
    }
  }
}

}  // namespace handbill::prose
