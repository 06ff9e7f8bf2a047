// SPDX-License-Identifier: MIT
// Prices against those of the facts: a price is that of what its sentence names.
#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "content/amount.h"
#include "prose/compare_facts.h"
#include "prose/own_facts.h"
#include "prose/word_list.h"

namespace handbill::prose {
namespace {

/// Keys that name what a row with a price is.
constexpr auto kNameKeys =
    std::to_array<std::string_view>({"name", "title", "item", "what", "service", "text"});
constexpr auto kCurrencySigns = std::to_array<std::string_view>({"$", "€", "£", "¥"});
constexpr auto kCurrencyWords = std::to_array<std::string_view>(
    {"dollars", "usd", "cad", "eur", "euros", "gbp", "pesos", "mxn", "€", "£", "dólares"});
/// With one of these between a name and a price, the price is of more than the name.
constexpr auto kJoining =
    std::to_array<std::string_view>({"and", "with", "plus", "+", "&", "y", "con", "more"});
/// Before a price, or behind it: it is none of the thing itself.
constexpr auto kNoPrices = std::to_array<std::string_view>(
    {"save", "add", "extra", "deposit", "tip", "over", "under", "off", "more", "less", "discount",
     "above", "below", "by", "ahorre", "fee", "refund", "credit"});
constexpr std::size_t kMostWordsOfName = 6;

struct PricedFact {
  const OwnFact* fact = nullptr;
  std::string amount;              ///< in hundredths: "2500"
  std::vector<std::string> names;  ///< of what it is the price of, word by word
};

/// "2500" of "25", "25.00"; empty: it is no amount.
std::string hundredths(std::string_view number) {
  std::string digits;
  const std::size_t sign = number.find_last_of(".,");
  const bool has_decimals = sign != number.npos && number.size() - sign == 3;
  for (std::size_t i = 0; i < number.size(); ++i) {
    if (is_digit(number[i])) digits += number[i];
    if (!is_digit(number[i]) && number[i] != '.' && number[i] != ',') return {};
  }
  if (!has_decimals) digits += "00";
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
  return digits;
}

std::string amount_of_fact(const OwnFact& fact, const content::Content& content) {
  diag::Diagnostics said;
  const auto money = content::read_money(*fact.value, content.types().form(fact.path), said);
  if (!money) return {};
  std::string amount = money->amount;
  const std::size_t point = amount.find('.');
  if (point != amount.npos) amount.resize(std::min(amount.size(), point + 3), '0');
  if (point != amount.npos && amount.size() - point == 2) amount += '0';
  return hundredths(amount);
}

std::vector<std::string> words_with_meaning(std::string_view text) {
  std::vector<std::string> words;
  for (const Token& token : read_text(text).tokens) {
    const bool counts = token.kind == Token::Kind::Number ||
                        (token.kind == Token::Kind::Word && token.plain.size() > 2);
    if (counts && words.size() < kMostWordsOfName) words.push_back(token.plain);
  }
  return words;
}

std::vector<std::string> names_of_price(const OwnFact& fact, const content::Content& content) {
  const std::size_t dot = fact.path.rfind('.');
  if (dot == fact.path.npos) return {};
  const spec::Value* row = content.written(fact.path.substr(0, dot));
  if (row != nullptr && row->as_table() != nullptr) {
    for (const std::string_view key : kNameKeys) {
      const spec::Value* name = row->find(key);
      const std::string* text = name != nullptr ? name->as_string() : nullptr;
      if (text != nullptr) return words_with_meaning(*text);
    }
  }
  std::string key = fact.path.substr(dot + 1);
  std::ranges::replace(key, '_', ' ');
  return key == "price" || key == "cost" ? std::vector<std::string>() : words_with_meaning(key);
}

/// "baguettes" is "baguette", and the other way round.
bool is_same_word(std::string_view one, std::string_view other) {
  const auto is_plural = [](std::string_view a, std::string_view b) {
    return a.size() > b.size() && a.starts_with(b) && a.size() - b.size() <= 2 && a.back() == 's';
  };
  return one == other || is_plural(one, other) || is_plural(other, one);
}

struct TypedPrice {
  std::size_t first = 0, last = 0;  ///< tokens
  std::string amount;
  bool has_decimals = false;
};

class PriceReader {
 public:
  PriceReader(const ReadParagraph& paragraph, const std::vector<PricedFact>& facts)
      : paragraph_(paragraph), tokens_(paragraph.tokens), facts_(facts) {}

  /// Calls `use(price, fact)` for prices of what has one.
  template <class Use>
  void each(Use use) const {
    for (const Sentence& sentence : paragraph_.sentences) {
      for (std::size_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
        const auto price = price_at(i, sentence.tokens.end);
        if (!price) continue;
        const PricedFact* fact = fact_of(*price, sentence.tokens);
        if (fact != nullptr) use(*price, *fact);
        i = price->last;
      }
    }
  }

 private:
  std::optional<TypedPrice> price_at(std::size_t i, std::size_t end) const {
    const auto plain = [&](std::size_t k) {
      return k < end ? std::string_view(tokens_[k].plain) : std::string_view();
    };
    const bool has_sign = is_in(kCurrencySigns, plain(i)) && i + 1 < end;
    const std::size_t number = has_sign ? i + 1 : i;
    if (number >= end || tokens_[number].kind != Token::Kind::Number) return std::nullopt;
    const bool has_word = !has_sign && is_in(kCurrencyWords, plain(number + 1));
    if (!has_sign && !has_word) return std::nullopt;
    TypedPrice price{i, has_sign ? number : number + 1, hundredths(plain(number))};
    price.has_decimals = plain(number).size() > 3 && plain(number)[plain(number).size() - 3] == '.';
    return price.amount.empty() ? std::nullopt : std::optional(price);
  }

  bool names(const PricedFact& fact, words::Range tokens) const {
    return !fact.names.empty() && std::ranges::all_of(fact.names, [&](const std::string& name) {
      for (std::size_t i = tokens.begin; i < tokens.end; ++i) {
        if (is_same_word(tokens_[i].plain, name)) return true;
      }
      return false;
    });
  }

  /// That of the longest name; where several are named, one that has this price, or none.
  const PricedFact* fact_of(const TypedPrice& price, words::Range tokens) const {
    const PricedFact* longest = nullptr;
    bool is_doubtful = false;
    for (const PricedFact& each : facts_) {
      if (!names(each, tokens)) continue;
      if (each.amount == price.amount) return &each;
      if (longest != nullptr && longest->names.size() == each.names.size()) is_doubtful = true;
      if (longest == nullptr || longest->names.size() < each.names.size()) {
        longest = &each;
        is_doubtful = false;
      }
    }
    is_doubtful = is_doubtful || has_several_prices(tokens) ||
                  (longest != nullptr && is_of_more(price, *longest, tokens));
    return is_doubtful ? nullptr : longest;
  }

  /// "A baguette and a coffee are $7", "$2 off a baguette".
  bool is_of_more(const TypedPrice& price, const PricedFact& fact, words::Range tokens) const {
    const auto is_among = [&](const auto& words, std::size_t i) {
      return i >= tokens.begin && i < tokens.end &&
             std::ranges::find(words, tokens_[i].plain) != words.end();
    };
    for (std::size_t i = tokens.begin; i < tokens.end; ++i) {
      const bool is_of_name = std::ranges::find(fact.names, tokens_[i].plain) != fact.names.end();
      if (is_among(kJoining, i) && !is_of_name) return true;
    }
    return is_among(kNoPrices, price.last + 1) || is_among(kNoPrices, price.first - 1);
  }

  bool has_several_prices(words::Range tokens) const {
    std::size_t count = 0;
    for (std::size_t i = tokens.begin; i < tokens.end; ++i) {
      const auto price = price_at(i, tokens.end);
      if (price) i = price->last;
      count += price ? 1 : 0;
    }
    return count > 1;
  }

  const ReadParagraph& paragraph_;
  const std::vector<Token>& tokens_;
  const std::vector<PricedFact>& facts_;
};

}  // namespace

void compare_prices(const WordRule&, const Judged& judged, Comparison& compared) {
  const content::Content& content = *judged.context.content;
  const std::vector<OwnFact> facts = own_facts(content, "money");
  std::vector<PricedFact> priced;
  for (const OwnFact& each : facts) {
    if (each.is_blank) continue;
    PricedFact fact{&each, amount_of_fact(each, content), names_of_price(each, content)};
    if (!fact.amount.empty() && !fact.names.empty()) priced.push_back(std::move(fact));
  }
  if (priced.empty()) return;
  for (std::size_t i = 0; i < judged.reading.paragraphs.size(); ++i) {
    const ReadParagraph& paragraph = judged.reading.paragraphs[i];
    PriceReader(paragraph, priced).each([&](const TypedPrice& price, const PricedFact& fact) {
      const bool is_whole = !price.has_decimals && fact.amount.ends_with("00");
      const std::string format = is_whole ? "whole" : "";
      compared.push_back(
          {.agreement = price.amount == fact.amount ? Agreement::Same : Agreement::Slip,
           .paragraph = i,
           .begin = paragraph.tokens[price.first].begin,
           .end = paragraph.tokens[price.last].end,
           .fact = fact.fact->path,
           .refer = "{" + fact.fact->path + (is_whole ? " | whole}" : "}"),
           .is = printed_fact(content, fact.fact->path, format),
           .organisation = fact.fact->organisation});
    });
  }
}

}  // namespace handbill::prose
