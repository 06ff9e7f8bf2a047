// SPDX-License-Identifier: MIT
// What holds for the places of all words.
#pragma once

#include <catch2/catch.hpp>

#include "base/spaces.h"
#include "base/utf8.h"
#include "words/words.h"

namespace handbill::words {

/// Spaces and line ends, as TOML and Markdown may write them.
inline bool is_white(std::string_view text) {
  std::string rest(text);
  for (const std::string_view escape : {"\\u00A0", "\\t", "\\n", "\\"}) {
    for (std::size_t at = 0; (at = rest.find(escape, at)) != rest.npos;) {
      rest.erase(at, escape.size());
    }
  }
  for (std::size_t at = 0; at < rest.size();) {
    if (!is_space(next_code_point(rest, at))) return false;
  }
  return true;
}

/// Letters that stand for others, as far as a reader can tell from what is typed.
inline bool may_stand_for(std::string_view set, std::string_view typed) {
  if (set == typed) return true;
  if (is_white(set)) {
    return is_white(typed) || typed == "{flush end}" || typed.find("...") < 2;
  }
  if (set == kBlankSign) return typed.starts_with("{blank");
  // Escapes, references, signs and accents begin or end otherwise; words do not.
  std::size_t letters = 0;
  for (std::size_t at = 0; at < set.size(); ++letters) next_code_point(set, at);
  return letters <= 2;
}

/// Every byte has an origin; what is typed is what stands in the file.
inline void check_places(const Words& words, const diag::SourceMap& sources) {
  using Kind = text::Origin::Kind;
  for (const Paragraph& paragraph : words.paragraphs) {
    INFO(paragraph.text);
    CHECK_FALSE(paragraph.text.empty());
    const auto& origins = paragraph.origins.list();
    REQUIRE_FALSE(origins.empty());
    CHECK(origins.front().begin == 0);
    for (std::size_t i = 0; i < origins.size(); ++i) {
      const text::Origin& origin = origins[i];
      const std::size_t end = i + 1 < origins.size() ? origins[i + 1].begin : paragraph.text.size();
      REQUIRE(origin.begin < end);
      const std::string set = paragraph.text.substr(origin.begin, end - origin.begin);
      // Between the blocks of a text on one line stands nothing but space.
      REQUIRE((origin.span.known() || (origin.kind == Kind::Added && set == " ")));
      const std::string typed(origin.span.known() ? sources.text(origin.span) : "");
      INFO(set << " from " << typed);
      switch (origin.kind) {
        case Kind::Typed:
          CHECK(set == typed);
          CHECK(editable_at(paragraph, origin.begin, end) == origin.span);
          break;
        case Kind::Meant:
          CHECK(may_stand_for(set, typed));
          break;
        case Kind::Fact:
          CHECK(origin.fact != nullptr);
          CHECK(typed.starts_with("{"));
          CHECK(typed.ends_with("}"));
          CHECK_FALSE(editable_at(paragraph, origin.begin, end));
          break;
        case Kind::Added:
          CHECK_FALSE(editable_at(paragraph, origin.begin, end));
          break;
      }
    }
    REQUIRE_FALSE(paragraph.runs.empty());
    CHECK(paragraph.runs.front().begin == 0);
    for (const Blank& blank : paragraph.blanks) {
      CHECK(paragraph.text.substr(blank.offset, kBlankSign.size()) == kBlankSign);
    }
  }
}

}  // namespace handbill::words
