// SPDX-License-Identifier: MIT
#include "spec/footnotes.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/ascii.h"
#include "base/spaces.h"

namespace handbill::spec {
namespace {

using Piece = MarkdownInline;

bool is_label_character(char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '_'; }

/// The label of "[^label]" at `at`; empty: there is none.
std::string_view label_at(std::string_view text, std::size_t at) {
  if (!text.substr(at).starts_with("[^")) return {};
  std::size_t end = at + 2;
  while (end < text.size() && is_label_character(text[end])) ++end;
  if (end == text.size() || text[end] != ']') return {};
  return text.substr(at + 2, end - at - 2);
}

/// "[^label]" without the label.
constexpr std::size_t kBrackets = 3;

bool is_empty(std::string_view line) {
  return std::ranges::all_of(line, [](char c) { return is_space(c); });
}

/// The definition that begins in the line at `begin`; no label: there is none.
NoteSource definition_at(std::string_view text, std::size_t begin) {
  std::size_t at = begin;
  while (at < text.size() && at - begin < 3 && text[at] == ' ') ++at;
  const std::string_view label = label_at(text, at);
  std::size_t words = at + label.size() + kBrackets;
  if (label.empty() || words >= text.size() || text[words] != ':') return {};
  ++words;
  while (words < text.size() && (text[words] == ' ' || text[words] == '\t')) ++words;
  return {std::string(label), at, words, 0};
}

std::size_t end_of_line(std::string_view text, std::size_t begin) {
  return std::min(text.find('\n', begin), text.size());
}

Piece part_of(const Piece& text, std::size_t begin, std::size_t end) {
  Piece part;
  part.text = text.text.substr(begin, end - begin);
  part.span = text.part(begin, end);
  if (!text.source_offsets.empty()) {
    const auto from = text.source_offsets.begin();
    part.source_offsets.assign(from + static_cast<std::ptrdiff_t>(begin),
                               from + static_cast<std::ptrdiff_t>(end) + 1);
  }
  return part;
}

void split(const Piece& text, std::vector<Piece>& into) {
  std::size_t done = 0;
  const std::string& words = text.text;
  for (std::size_t at = words.find("[^"); at != words.npos; at = words.find("[^", at + 1)) {
    const std::string_view label = label_at(words, at);
    if (label.empty()) continue;
    if (at > done) into.push_back(part_of(text, done, at));
    done = at + label.size() + kBrackets;
    Piece reference;
    reference.kind = Piece::Kind::Reference;
    reference.text = label;
    reference.span = text.part(at, done);
    into.push_back(std::move(reference));
  }
  if (done < words.size()) into.push_back(done == 0 ? text : part_of(text, done, words.size()));
}

void split_references(std::vector<Piece>& pieces) {
  std::vector<Piece> result;
  for (Piece& each : pieces) {
    split_references(each.children);
    if (each.kind == Piece::Kind::Text) {
      split(each, result);
    } else {
      result.push_back(std::move(each));
    }
  }
  pieces = std::move(result);
}

using References = std::map<std::string, diag::Span, std::less<>>;

void collect(const std::vector<Piece>& pieces, References& into) {
  for (const Piece& each : pieces) {
    if (each.kind == Piece::Kind::Reference) into.emplace(each.text, each.span);
    collect(each.children, into);
  }
}

void collect(const std::vector<MarkdownBlock>& blocks, References& into) {
  for (const MarkdownBlock& each : blocks) {
    collect(each.inlines, into);
    collect(each.children, into);
  }
}

}  // namespace

bool has_notes(std::string_view markdown) { return markdown.find("[^") != markdown.npos; }

std::vector<NoteSource> take_notes(std::string& markdown) {
  std::vector<NoteSource> notes;
  bool in_note = false;
  for (std::size_t begin = 0; begin < markdown.size();) {
    const std::size_t end = end_of_line(markdown, begin);
    NoteSource note = definition_at(markdown, begin);
    if (!note.label.empty()) {
      notes.push_back(std::move(note));
      in_note = true;
    } else if (is_empty(std::string_view(markdown).substr(begin, end - begin))) {
      in_note = false;
    }
    if (in_note) notes.back().end = end;
    begin = end + 1;
  }
  for (NoteSource& note : notes) {
    note.words = std::min(note.words, note.end);
    for (std::size_t i = note.begin; i < note.end; ++i) {
      if (markdown[i] != '\n') markdown[i] = ' ';
    }
  }
  return notes;
}

void split_references(std::vector<MarkdownBlock>& blocks) {
  for (MarkdownBlock& each : blocks) {
    split_references(each.inlines);
    split_references(each.children);
  }
}

void check_notes(const std::vector<MarkdownBlock>& blocks, diag::Diagnostics& diags) {
  using enum diag::DiagnosticId;
  References references, notes;
  collect(blocks, references);
  for (const MarkdownBlock& each : blocks) {
    if (each.kind != MarkdownBlock::Kind::Note) continue;
    const auto [first, is_new] = notes.emplace(each.label, each.span);
    if (!is_new) {
      diags.add({DuplicateName,
                 diag::Severity::Error,
                 "two notes are called `" + each.label + "`",
                 each.span,
                 {{first->second, "the first stands here"}},
                 {}});
    } else if (!references.contains(each.label)) {
      diags.error(BadValue, each.span, "nothing refers to the note `" + each.label + "`",
                  {"write `[^" + each.label + "]` in the text"});
    }
  }
  for (const auto& [label, span] : references) {
    if (notes.contains(label)) continue;
    diags.error(BadValue, span, "there is no note `" + label + "`",
                {"add a paragraph `[^" + label + "]: …` to this text"});
  }
}

}  // namespace handbill::spec
