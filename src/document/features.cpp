// SPDX-License-Identifier: MIT
#include "document/features.h"

#include <algorithm>
#include <charconv>

namespace handbill::document {
namespace {

using enum diag::DiagnosticId;

bool is_tag(std::string_view tag) {
  return tag.size() == 4 &&
         std::all_of(tag.begin(), tag.end(), [](char c) { return c > ' ' && c <= '~'; });
}

/// Largest alternate a feature can choose; fonts number theirs from 1.
constexpr unsigned kLargestValue = 255;

}  // namespace

void FeatureList::set(std::string_view tag, unsigned value) {
  const auto found = std::find_if(list_.begin(), list_.end(),
                                  [&](const text::Feature& each) { return each.tag == tag; });
  if (found != list_.end()) {
    found->value = value;
  } else {
    list_.push_back(text::Feature{std::string(tag), value});
  }
}

void FeatureList::add(const spec::Text& written) {
  std::string_view tag = written.value;
  unsigned value = 1;
  bool readable = true;
  if (tag.starts_with('-') || tag.starts_with('+')) {
    value = tag[0] == '+' ? 1 : 0;
    tag.remove_prefix(1);
  } else if (const std::size_t equals = tag.find('='); equals != std::string_view::npos) {
    const std::string_view digits = tag.substr(equals + 1);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    readable =
        error == std::errc{} && end == digits.data() + digits.size() && value <= kLargestValue;
    tag = tag.substr(0, equals);
  }
  if (!readable || !is_tag(tag)) {
    teller_.error(BadValue, written.span, quoted(written.value) + " is not an OpenType feature",
                  {"write a tag of four letters: `smcp`, `ss01=2`, `-liga`"});
    return;
  }
  set(tag, value);
}

void FeatureList::add_figures(const spec::Text& figures) {
  const std::vector<std::string> known = {"lining", "old-style", "tabular", "proportional"};
  std::string_view rest = figures.value;
  while (!rest.empty()) {
    const std::size_t space = rest.find(' ');
    const std::string_view word = rest.substr(0, space);
    rest = space == std::string_view::npos ? std::string_view{} : rest.substr(space + 1);
    if (word.empty()) continue;
    // Naming one of a pair takes the other back, because a font may have either as its default.
    if (word == "lining" || word == "old-style") {
      set("lnum", word == "lining" ? 1 : 0);
      set("onum", word == "lining" ? 0 : 1);
    } else if (word == "tabular" || word == "proportional") {
      set("tnum", word == "tabular" ? 1 : 0);
      set("pnum", word == "tabular" ? 0 : 1);
    } else {
      teller_.error(BadValue, figures.span,
                    quoted(word) + " figures are not known; figures are " + one_of(known),
                    did_you_mean(word, known));
      return;
    }
  }
}

void FeatureList::add_caps(const spec::Text& caps) {
  if (caps.value == "normal") return;
  set("smcp", 1);
  if (caps.value == "all-small") set("c2sc", 1);
}

}  // namespace handbill::document
