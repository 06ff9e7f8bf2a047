// SPDX-License-Identifier: MIT
#include "prose/translated_text.h"

#include <algorithm>
#include <array>

#include "base/words.h"
#include "prose/measures.h"
#include "prose/words_alone.h"
#include "spec/words.h"

namespace handbill::prose {
namespace {

using Measures = std::vector<Measure>;

class Comparison {
 public:
  explicit Comparison(const TranslatedText& text)
      : text_(text),
        theirs_(measures_in(text.source, text.source_language)),
        ours_(measures_in(text.translation, text.language)) {}

  std::vector<TextDifference> differences() {
    cancel([](const Measure& one, const Measure& other) {
      return one.digits == other.digits && one.counted == other.counted;
    });
    cancel(are_equal);
    tell_other_units();
    cancel([](const Measure& one, const Measure& other) { return one.digits == other.digits; });
    drop_words();
    tell_numbers();
    tell_facts();
    tell_links();
    tell_lists();
    return std::move(found_);
  }

 private:
  /// Takes out, pair by pair, what is told in both.
  template <class Same>
  void cancel(const Same& same) {
    std::erase_if(theirs_, [&](const Measure& one) {
      const auto found =
          std::ranges::find_if(ours_, [&](const Measure& other) { return same(one, other); });
      if (found == ours_.end()) return false;
      ours_.erase(found);
      return true;
    });
  }

  std::string as_written(std::string_view text, const Measure& measure) const {
    return "`" + std::string(text.substr(measure.begin, measure.end - measure.begin)) + "`";
  }

  /// "24 minutes" for "24 hours".
  void tell_other_units() {
    const auto is_other = [](const Measure& one, const Measure& other) {
      return one.digits == other.digits && one.counted != Counted::Other &&
             other.counted != Counted::Other;
    };
    std::erase_if(theirs_, [&](const Measure& one) {
      const auto found =
          std::ranges::find_if(ours_, [&](const Measure& other) { return is_other(one, other); });
      if (found == ours_.end()) return false;
      found_.push_back({found->begin, found->end,
                        "says " + as_written(text_.translation, *found) + ", in `" +
                            std::string(text_.source_language) + "` " +
                            as_written(text_.source, one)});
      ours_.erase(found);
      return true;
    });
  }

  /// Numbers that one language writes in words, or leaves to a dual.
  void drop_words() {
    const auto drop = [](Measures& measures, std::string_view other, std::string_view language) {
      constexpr double kMostInWords = 12;
      std::erase_if(measures, [&](const Measure& each) {
        if (each.is_word || each.digits == "1" || each.digits == "2") return true;
        return each.value <= kMostInWords && each.value >= 1 && each.digits.size() <= 2 &&
               has_number_word(other, language, static_cast<int>(each.value));
      });
    };
    drop(theirs_, text_.translation, text_.language);
    drop(ours_, text_.source, text_.source_language);
  }

  static std::string listed(std::string_view text, const Measures& measures) {
    std::vector<std::string> numbers;
    for (const Measure& each : measures) {
      std::string_view number = text.substr(each.begin, each.end - each.begin);
      numbers.emplace_back(number);
    }
    std::string all;
    for (const std::string& each : numbers) all += (all.empty() ? "" : ", ") + each;
    return all.empty() ? "no number" : all;
  }

  void tell_numbers() {
    if (theirs_.empty() && ours_.empty()) return;
    std::size_t begin = 0, end = 0;
    if (!ours_.empty()) {
      begin = ours_.front().begin;
      end = ours_.front().end;
    }
    found_.push_back({begin, end,
                      "tells other numbers than in `" + std::string(text_.source_language) +
                          "`: " + listed(text_.translation, ours_) + " instead of " +
                          listed(text_.source, theirs_)});
  }

  static std::vector<std::string> without(std::vector<std::string> all,
                                          const std::vector<std::string>& others) {
    for (const std::string& each : others) {
      const auto found = std::ranges::find(all, each);
      if (found != all.end()) all.erase(found);
    }
    return all;
  }

  void tell_facts() {
    const auto theirs = placeholders_in(text_.source), ours = placeholders_in(text_.translation);
    for (const std::string& each : without(theirs, ours)) {
      found_.push_back({0, 0, "has lost `{" + each + "}`"});
    }
    for (const std::string& each : without(ours, theirs)) {
      const std::size_t at = text_.translation.find("{" + each);
      const std::size_t begin = at == std::string_view::npos ? 0 : at;
      found_.push_back(
          {begin, begin == 0 && at != 0 ? 0 : begin + each.size() + 1,
           "has `{" + each + "}`, which is not in `" + std::string(text_.source_language) + "`"});
    }
  }

  void tell_links() {
    const auto theirs = linked_hosts_in(text_.source), ours = linked_hosts_in(text_.translation);
    const auto lost = without(theirs, ours), more = without(ours, theirs);
    if (lost.empty() && more.empty()) return;
    const auto told = [](const std::vector<std::string>& hosts) {
      return hosts.empty() ? std::string("nowhere") : "to " + spec::quoted(hosts.front());
    };
    found_.push_back({0, 0,
                      "leads " + told(more) + ", in `" + std::string(text_.source_language) + "` " +
                          told(lost)});
  }

  static std::size_t entries_of(std::string_view text) {
    std::size_t entries = 0;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      std::string_view line = text.substr(at, end - at);
      line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
      const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
      const bool is_counted = digits > 0 && (line.substr(digits).starts_with(". ") ||
                                             line.substr(digits).starts_with(") "));
      const bool is_item =
          line.starts_with("- ") || line.starts_with("* ") || line.starts_with("+ ");
      entries += is_counted || is_item ? 1 : 0;
      at = end + 1;
    }
    return entries;
  }

  void tell_lists() {
    const std::size_t theirs = entries_of(text_.source), ours = entries_of(text_.translation);
    if (theirs == ours) return;
    found_.push_back({0, 0,
                      "lists " + std::to_string(ours) + (ours == 1 ? " entry" : " entries") +
                          ", in `" + std::string(text_.source_language) + "` " +
                          std::to_string(theirs)});
  }

  const TranslatedText& text_;
  Measures theirs_, ours_;
  std::vector<TextDifference> found_{};
};

}  // namespace

std::vector<TextDifference> differences(const TranslatedText& text) {
  // What is yet to be written differs in all, which is told once (left_standing).
  if (text.translation.find_first_not_of(" \t\r\n") == text.translation.npos) return {};
  return Comparison(text).differences();
}

std::vector<std::string> lost_facts(const TranslatedText& text) {
  auto lost = placeholders_in(text.source);
  for (const std::string& each : placeholders_in(text.translation)) {
    const auto found = std::ranges::find(lost, each);
    if (found != lost.end()) lost.erase(found);
  }
  return lost;
}

}  // namespace handbill::prose
