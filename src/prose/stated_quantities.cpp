// SPDX-License-Identifier: MIT
#include "prose/stated_quantities.h"

#include <initializer_list>
#include <limits>
#include <optional>
#include <string_view>

#include "prose/spans_of_time.h"
#include "prose/times_a_day.h"
#include "prose/written_amounts.h"

namespace handbill::prose {
namespace {

/// Quantities of a sentence and their words.
class QuantityReader {
 public:
  QuantityReader(const Passage& passage, const Sentence& sentence, Tells tells)
      : passage_(passage),
        begin_(sentence.tokens.begin),
        end_(sentence.tokens.end),
        tells_(tells) {}

  std::vector<FoundQuantity> read() const {
    std::vector<FoundQuantity> all;
    for (std::size_t at = begin_; at < end_; ++at) {
      auto found = quantity_at(at);
      if (!found || found->last >= end_) continue;
      at = found->last;
      all.push_back(*found);
    }
    return all;
  }

 private:
  using Kind = Quantity::Kind;

  std::optional<FoundQuantity> quantity_at(std::size_t at) const {
    if (const auto times = times_a_day_at(passage_, at); times && times->last < end_) {
      // "in 24 hours" is a time of its own here.
      if (times->is_sum) return by_span(at);
      return FoundQuantity{{Kind::Times, times->times, times->times}, times->first, times->last};
    }
    if (const auto now = at_once(at)) return now;
    if (const auto heat = temperature(at)) return heat;
    return by_span(at);
  }

  std::optional<FoundQuantity> at_once(std::size_t at) const {
    const bool is_right = passage_.is_any(
        at, {"right", "immediately", "straight", "directly", "inmediatamente", "justo"});
    if (!is_right || !passage_.is_any(at + 1, {"after", "afterwards", "después"}))
      return std::nullopt;
    return FoundQuantity{{Kind::After, 0, 0}, at, at + 1};
  }

  std::optional<FoundQuantity> temperature(std::size_t at) const {
    const auto amount = amount_at(passage_, at);
    if (!amount || amount->unit.unit->dimension != Dimension::Temperature) return std::nullopt;
    const Kind kind = amount->unit.unit->name == "F" ? Kind::Fahrenheit : Kind::Celsius;
    return FoundQuantity{
        {kind, amount->low.value, amount->high.value}, amount->first, amount->last};
  }

  std::optional<FoundQuantity> by_span(std::size_t at) const {
    const auto span = span_at(passage_, at);
    if (!span || span->last >= end_) return std::nullopt;
    FoundQuantity found{{Kind::For, span->low, span->high, span->is_vague}, at, span->last};
    if (passage_.is_any(span->last + 1, {"old", "apart", "each", "of", "a", "per", "al"})) {
      return std::nullopt;
    }
    return take_words_before(found) ? std::optional(found) : std::nullopt;
  }

  /// "for", "within", "after", and "at least" before them. False: none says what the span is.
  bool take_words_before(FoundQuantity& found) const {
    std::size_t at = found.first;
    Quantity& quantity = found.quantity;
    const auto take = [&](std::initializer_list<std::string_view> words) {
      if (at <= begin_ || !passage_.is_any(at - 1, words)) return false;
      --at;
      return true;
    };
    take({"the", "las", "los", "about", "around", "approximately", "unos", "unas"});
    take({"next", "first", "primeras", "próximas", "siguientes", "primeros"});
    if (take({"least", "menos", "minimum"})) {
      take({"at", "lo", "al"});
      take({"por"});
      quantity.high = std::numeric_limits<double>::infinity();
    } else if (take({"to", "hasta"})) {
      take({"up"});
      quantity.low = 0;
    } else if (take({"than"}) && take({"more", "longer"})) {
      return false;
    }
    take({"the", "las", "los"});
    const auto kind = kind_of(found, take);
    if (!kind) return false;
    quantity.kind = *kind;
    found.first = at;
    if (*kind == Kind::For && quantity.high < 2) quantity.kind = Kind::Brief;
    if (*kind == Kind::Over) {
      // By the end of it: "within 3 weeks", "up to 3 weeks".
      if (!quantity.is_vague && quantity.low == 0) quantity.low = quantity.high;
    }
    return true;
  }

  template <class Take>
  std::optional<Kind> kind_of(FoundQuantity& found, Take take) const {
    if (take({"wait", "espere", "esperar"})) {
      const bool is_ban = passage_.is_any(found.last + 1, {"before", "antes", "to", "para"});
      if (!is_ban) return std::nullopt;
      found.is_ban = true;
      return Kind::For;
    }
    if (take({"every", "each", "cada", "than", "over", "by", "under", "hace"})) return std::nullopt;
    if (tells_ == Tells::End) {
      take({"within", "in", "after", "for", "en", "durante", "por", "tras", "dentro"});
      return Kind::Over;
    }
    if (take({"for", "during", "durante", "por", "until"})) return Kind::For;
    if (take({"de"})) return take({"después"}) ? std::optional(Kind::After) : std::nullopt;
    if (take({"after", "tras"})) return Kind::After;
    if (passage_.is_any(found.last + 1, {"later", "después"})) {
      ++found.last;
      return Kind::After;
    }
    if (passage_.is_any(found.last + 1, {"after"})) return Kind::After;
    if (passage_.is_any(found.last + 1, {"before", "antes"})) return Kind::Before;
    return std::nullopt;
  }

  const Passage& passage_;
  std::size_t begin_, end_;
  Tells tells_;
};

}  // namespace

std::vector<FoundQuantity> quantities_in(const Passage& passage, const Sentence& sentence,
                                         Tells tells) {
  return QuantityReader(passage, sentence, tells).read();
}

}  // namespace handbill::prose
