// SPDX-License-Identifier: MIT
#include "records/outdated.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "base/ascii.h"
#include "manifest/changed_words.h"
#include "manifest/compare_shown.h"

namespace handbill::records {
namespace {

using manifest::ShownDifference;

std::vector<std::string> paragraphs_of(const std::string& words) {
  std::vector<std::string> paragraphs(1);
  for (const char c : words) {
    if (c == '\n') {
      paragraphs.emplace_back();
    } else {
      paragraphs.back() += c;
    }
  }
  return paragraphs;
}

std::set<std::string> said_by(const manifest::Shown& shown) {
  std::set<std::string> all;
  for (const manifest::ShownText& text : shown.texts) {
    for (std::string& each : paragraphs_of(text.words)) all.insert(std::move(each));
  }
  return all;
}

bool are_said(const std::string& words, const std::set<std::string>& said) {
  return std::ranges::all_of(paragraphs_of(words),
                             [&](const std::string& each) { return said.contains(each); });
}

std::string quoted(const std::string& words) { return "“" + words + "”"; }

/// Another entry may have its number now.
bool is_of_list(std::string_view path) {
  for (std::size_t at = path.find('.'); at != path.npos; at = path.find('.', at + 1)) {
    if (at + 1 < path.size() && is_digit(path[at + 1])) return true;
  }
  return false;
}

std::string ticked(const std::string& text) { return "`" + text + "`"; }

std::string told_fact(const Change& change, const std::string& say, const std::string& lack) {
  const std::string key = ticked(change.key);
  if (!change.was) {
    return lack + " " + key + ", which is " + (change.is->empty() ? "a blank" : ticked(*change.is));
  }
  const std::string was = change.was->empty() ? "a blank" : ticked(*change.was);
  if (!change.is) return say + " " + key + " " + was + ", which the content has no longer";
  return say + " " + key + " " + was + "; it is " +
         (change.is->empty() ? "a blank" : ticked(*change.is)) + " now";
}

std::string told_text(const Change& change, const std::string& say, const std::string& lack) {
  if (!change.is)
    return say + " " + quoted(manifest::begin_of(*change.was)) +
           ", which the document says no longer";
  if (!change.was)
    return lack + " " + quoted(manifest::begin_of(*change.is)) + ", which the document says now";
  const auto [was, is] = manifest::changed_words(*change.was, *change.is);
  return say + " " + quoted(was) + " in " + ticked(change.key) + "; it is " + quoted(is) + " now";
}

}  // namespace

std::vector<Change> changes(const manifest::Shown& then, const manifest::Shown& now,
                            const FactNow& fact_now) {
  std::vector<Change> found;
  std::optional<std::set<std::string>> said_then, said_now;
  for (const ShownDifference& each : manifest::compare(then, now)) {
    if (each.of == ShownDifference::Of::Order) continue;
    Change change{each.of == ShownDifference::Of::Fact ? Change::Of::Fact : Change::Of::Text,
                  each.key, each.was, each.is};
    if (change.of == Change::Of::Fact && !change.is) {
      change.is = fact_now(change.key);
      if (change.is == change.was) continue;
      if (is_of_list(change.key)) change.is = std::nullopt;
    }
    if (change.of == Change::Of::Text && !change.is) {
      if (!said_now) said_now = said_by(now);
      if (are_said(*change.was, *said_now)) continue;
    }
    if (change.of == Change::Of::Text && !change.was) {
      if (!said_then) said_then = said_by(then);
      if (are_said(*change.is, *said_then)) continue;
    }
    found.push_back(std::move(change));
  }
  std::ranges::stable_sort(found, {}, &Change::of);
  return found;
}

std::string told(const Change& change, Copies copies) {
  const bool is_one = copies == Copies::One;
  const std::string say = is_one ? "says" : "say", lack = is_one ? "does not say" : "do not say";
  return change.of == Change::Of::Fact ? told_fact(change, say, lack)
                                       : told_text(change, say, lack);
}

std::string counted_copies(std::int64_t count) {
  std::string digits = std::to_string(count);
  for (std::size_t end = digits.size(); end > 3; end -= 3) digits.insert(end - 3, 1, ',');
  return digits + (count == 1 ? " copy" : " copies");
}

}  // namespace handbill::records
