// SPDX-License-Identifier: MIT
#include "prose/amount_limits.h"

#include <utility>

namespace handbill::prose {
namespace {

/// A text of a rule, to be read like one of a document.
struct RuleText {
  explicit RuleText(std::string_view text) : read(read_text(text)) {
    written.text = text;
    written.runs = {{0, "en"}};
  }
  words::Paragraph written;
  ReadParagraph read;
};

std::optional<AmountLimit> read_limit(std::string_view written) {
  const RuleText text(written);
  const Passage passage(text.written, text.read);
  AmountLimit limit{.written = std::string(written)};
  std::size_t at = 0;
  const bool is_most = passage.plain(0) == "up" && passage.plain(1) == "to";
  if (is_most) at = 2;
  const auto low = number_at(passage, at);
  if (!low) return std::nullopt;
  limit.most = low->value;
  at = low->last + 1;
  if (!is_most) {
    const auto high = passage.plain(at) == "to" ? number_at(passage, at + 1) : std::nullopt;
    if (!high) return std::nullopt;
    limit.least = std::exchange(limit.most, high->value);
    at = high->last + 1;
  }
  if (const auto unit = unit_at(passage, at)) {
    limit.unit = unit->unit;
    at = unit->last + 1;
  }
  if (passage.plain(at) == "at" && passage.plain(at + 1) == "once") {
    limit.each = AmountLimit::Each::Dose;
    at += 2;
  } else if (passage.plain(at) == "a" && passage.plain(at + 1) == "day") {
    limit.each = AmountLimit::Each::Day;
    at += 2;
  }
  return at == passage.size() ? std::optional(std::move(limit)) : std::nullopt;
}

}  // namespace

std::optional<std::vector<AmountLimit>> read_limits(std::string_view written) {
  std::vector<AmountLimit> limits;
  for (;;) {
    const std::size_t end = written.find(", ");
    auto limit = read_limit(written.substr(0, end));
    if (!limit) return std::nullopt;
    limits.push_back(std::move(*limit));
    if (end == written.npos) return limits;
    written.remove_prefix(end + 2);
  }
}

}  // namespace handbill::prose
