// SPDX-License-Identifier: MIT
#include "spec/constants.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/ascii.h"
#include "base/nearest.h"
#include "base/number.h"
#include "base/page_limits.h"
#include "spec/parse_layout.h"
#include "spec/words.h"

namespace handbill::spec {
namespace {

using diag::DiagnosticId;

/// What an edge or a length says already.
constexpr auto kTaken = std::to_array<std::string_view>(
    {"mm", "cm", "in", "pt", "p", "ft", "m", "margin", "max", "min", "words", "auto"});

bool is_name(std::string_view name) {
  const auto is_start = [](char c) {
    return is_letter(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
  };
  return !name.empty() && is_start(name.front()) &&
         std::ranges::all_of(name, [&](char c) { return is_start(c) || is_digit(c) || c == '-'; });
}

/// Of a sum of lengths alone.
std::optional<Length> sum_of(const EdgeSpec& edge) {
  Length sum{};
  for (const EdgeSpec::Term& term : edge.terms) {
    if (term.kind != EdgeSpec::Term::Kind::Length) return std::nullopt;
    sum += term.length * term.sign;
  }
  return sum;
}

}  // namespace

Constants::Constants(const Value* table, diag::Diagnostics& diags) : diags_(diags) {
  if (table == nullptr || table->is_lost()) return;
  if (table->as_table() == nullptr) {
    diags.error(
        DiagnosticId::WrongType, table->span,
        "`value` is " + with_article(table->type_name()) + "; it takes lengths by name: `[value]`");
    return;
  }
  for (const Entry& entry : *table->as_table()) {
    if (entry.key.empty()) continue;
    known_[entry.key].entry = &entry;
    order_.push_back(entry.key);
  }
  for (const std::string& each : order_) read(known_.at(each));
}

const ConstantSpec* Constants::find(std::string_view name) {
  const auto found = known_.find(name);
  if (found == known_.end()) return nullptr;
  read(found->second);
  return found->second.value ? &*found->second.value : &stand_in_;
}

std::vector<std::string> Constants::names() const { return order_; }

std::vector<ConstantSpec> Constants::all() const {
  std::vector<ConstantSpec> all;
  for (const std::string& each : order_) {
    if (const auto& value = known_.at(each).value) all.push_back(*value);
  }
  return all;
}

void Constants::read(Known& known) {
  using enum Known::State;
  if (known.state == Read) return;
  if (known.state == Open) {
    diags_.error(DiagnosticId::BadValue, known.entry->key_span,
                 "value " + quoted(known.entry->key) + " is written with itself");
    return;
  }
  known.state = Open;
  known.value = value_of(*known.entry);
  known.state = Read;
}

std::optional<ConstantSpec> Constants::value_of(const Entry& entry) {
  ConstantSpec result{entry.key, 0, ConstantSpec::Kind::Number, entry.value.span};
  const bool is_taken = std::ranges::find(kTaken, entry.key) != kTaken.end();
  if (is_taken || !is_name(entry.key)) {
    diags_.error(DiagnosticId::BadValue, entry.key_span,
                 is_taken ? quoted(entry.key) + " has a meaning of its own; it can't name a value"
                          : quoted(entry.key) + " can't name a value",
                 {"a name is made of letters, digits, `-` and `_`, a letter first"});
    return std::nullopt;
  }
  if (entry.value.is_lost()) return std::nullopt;
  if (const auto number = entry.value.as_number()) {
    result.value = *number;
    return result;
  }
  const std::string* text = entry.value.as_string();
  if (text == nullptr) {
    diags_.error(DiagnosticId::WrongType, entry.value.span,
                 quoted(entry.key) + " is " + with_article(entry.value.type_name()) +
                     "; a value is a length or a number");
    return std::nullopt;
  }
  const auto edge = parse_edge(entry.value, diags_, this);
  if (!edge) return std::nullopt;
  const auto length = sum_of(*edge);
  if (!length || std::max(*length, -*length) > kLargestPage) {
    diags_.error(DiagnosticId::BadValue, entry.value.part(0, text->size()),
                 length ? quoted(entry.key) + " is over 200 in, the largest page of PDF"
                        : quoted(entry.key) + " is a place of a frame; a value is a length");
    return std::nullopt;
  }
  result.kind = ConstantSpec::Kind::Length;
  result.value = length->pt();
  return result;
}

std::optional<Length> Constants::length_of(const Value& value, diag::Diagnostics& diags) {
  diag::Diagnostics found;
  const auto edge = parse_edge(value, found, this);
  if (edge) return sum_of(*edge);
  const std::string& text = *value.as_string();
  const bool is_sum = text.find_first_of("*/+-(") != text.npos || is_name(text);
  if (!known_.empty() && is_sum) {
    for (const diag::Diagnostic& each : found.list()) diags.add(each);
  }
  return std::nullopt;
}

}  // namespace handbill::spec
