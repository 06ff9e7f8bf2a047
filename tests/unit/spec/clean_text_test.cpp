// SPDX-License-Identifier: MIT
#include "spec/clean_text.h"

#include <catch2/catch.hpp>

#include "spec/markdown.h"

namespace handbill::spec {
namespace {

struct Read {
  diag::SourceMap sources{};
  diag::Diagnostics diags{};
  Value root{};

  explicit Read(const std::string& toml) {
    const auto read = read_toml(sources, sources.add("a.toml", toml), diags);
    REQUIRE(read);
    root = *read;
  }

  std::string text(std::string_view key) const { return *root.find(key)->as_string(); }
  /// The part of the file at bytes of a string.
  std::string at(std::string_view key, std::size_t begin, std::size_t end) const {
    const diag::Span span = root.find(key)->part(begin, end);
    return std::string(sources.text(span.file).substr(span.begin, span.end - span.begin));
  }
};

/// Of a text with one fault: what it is read as.
std::string cleaned(const std::string& text) {
  const Read read("a = \"" + text + "\"\n");
  REQUIRE(read.diags.list().size() == 1);
  CHECK(read.diags.list().front().id == diag::DiagnosticId::BadCharacter);
  return read.text("a");
}

bool is_taken(const std::string& text) {
  const Read read("a = \"" + text + "\"\n");
  return read.diags.list().empty() && read.text("a") == text;
}

}  // namespace

TEST_CASE("Text is read in form C, typed or escaped, and every byte keeps its place") {
  const Read read("\"cafe\u0301\" = \"le cafe\u0301 au lait\"\nb = \"o\\u0301 x\"\n");
  CHECK(read.diags.list().empty());
  CHECK(read.root.as_table()->front().key == "caf\u00E9");
  CHECK(read.text("caf\u00E9") == "le caf\u00E9 au lait");
  CHECK(read.at("caf\u00E9", 6, 8) == "e\u0301");
  CHECK(read.at("caf\u00E9", 9, 11) == "au");
  CHECK(read.text("b") == "\u00F3 x");
  CHECK(read.at("b", 0, 2) == "o\\u0301");
  CHECK(read.at("b", 3, 4) == "x");
}

TEST_CASE("Letters put together by names of characters are in form C too") {
  diag::Diagnostics diags;
  const auto blocks = parse_markdown(Value{std::string("o&#769; x")}, diags);
  REQUIRE(blocks.size() == 1);
  CHECK(blocks.front().inlines.front().text == "\u00F3 x");
}

TEST_CASE("What may not stand in a text may not be named in it") {
  for (const char* name : {"&#xFFFE;", "&#8238;", "&#x2068;", "&#7;"}) {
    diag::Diagnostics diags;
    (void)parse_markdown(Value{"one " + std::string(name) + " two"}, diags);
    INFO(name);
    REQUIRE(diags.list().size() == 1);
    CHECK(diags.list().front().id == diag::DiagnosticId::BadCharacter);
  }
}

TEST_CASE("What can't be printed is told once a text, and taken out") {
  CHECK(cleaned("a\u0085b") == "ab");
  CHECK(cleaned("a\\u007Fb") == "ab");
  CHECK(cleaned("a\\u0000b\\u0001c") == "abc");
  CHECK(cleaned("a\uFFFEb") == "ab");
  CHECK(cleaned("a\U0001FFFFb") == "ab");
  CHECK(cleaned("a\uFDD0b\uFDEFc") == "abc");
  CHECK(cleaned("a\u202Ab\u202Cc") == "abc");
  CHECK(cleaned("a\\rb") == "ab");
  CHECK(is_taken("a\tb"));
  CHECK(is_taken("a\uFFFCb\uFDCFc\uFDF0d"));
}

TEST_CASE("Isolates are taken in pairs, each in one paragraph") {
  CHECK(is_taken("a \u2068b \u2067c\u2069 d\u2069"));
  CHECK(is_taken("\u200Ea\u200Fb\u061C"));
  CHECK(cleaned("a \u2068b") == "a b");
  CHECK(cleaned("a\u2069 b") == "a b");
  CHECK(cleaned("\u2066a\\n\\nb\u2069") == "a\n\nb");
  CHECK(cleaned("\u2066\u2067a\u2069") == "\u2067a\u2069");
}

TEST_CASE("The fix takes the character out, or puts in what Windows means by it") {
  const Read read("a = \"it\u0092s\"\n");
  REQUIRE(read.diags.list().size() == 1);
  const diag::Diagnostic& fault = read.diags.list().front();
  REQUIRE(fault.fix);
  CHECK(fault.fix->replacement == "\u2019");
  CHECK(fault.span.end - fault.span.begin == 2);
  const Read other("a = \"it\u0081s\"\n");
  REQUIRE(other.diags.list().size() == 1);
  CHECK(other.diags.list().front().fix->replacement.empty());
}

}  // namespace handbill::spec
