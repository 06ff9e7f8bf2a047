// SPDX-License-Identifier: MIT
#include <algorithm>

#include "base/shown.h"
#include "base/words.h"
#include "build/diff_words.h"

namespace handbill::build {
namespace {

using compare::Change;
using compare::Passage;
using compare::Piece;

class Writer {
 public:
  explicit Writer(DiffPaint paint) : paint_(paint) {}

  void line(const std::string& text) { text_ += text + "\n"; }
  std::string take() { return std::move(text_); }

  /// The spaces behind a word stand outside of its marks.
  std::string marked(const Piece& piece) const {
    const bool is_removed = piece.kind == Piece::Kind::Removed;
    const std::size_t end = piece.text.find_last_not_of(' ') + 1;
    const std::string words = shown(piece.text.substr(0, end));
    const std::string marks = is_removed ? "[-" + words + "-]" : "{+" + words + "+}";
    const char* const color = is_removed ? "\x1b[31m" : "\x1b[32m";
    const std::string painted =
        paint_ == DiffPaint::Ansi ? std::string(color) + marks + "\x1b[0m" : marks;
    return painted + piece.text.substr(end);
  }

 private:
  DiffPaint paint_;
  std::string text_;
};

std::string pieces_text(const std::vector<Piece>& pieces, const Writer& writer) {
  std::string text;
  for (const Piece& each : shortened(pieces)) {
    text += each.kind == Piece::Kind::Same ? shown(each.text) : writer.marked(each);
  }
  return text.substr(0, text.find_last_not_of(' ') + 1);
}

std::string move_of(const Passage& before, const Passage& after) {
  const std::string from = place_of(before), to = place_of(after);
  return from == to ? "moved within this part: " : "moved here from " + shown(from) + ": ";
}

std::string told(const DocumentDiff& diff, const Change& change, const Writer& writer) {
  const Passage& passage = passage_of(diff, change);
  const std::string whole = shown(beginning_of(passage.text, kMostLetters));
  switch (change.kind) {
    case Change::Kind::Added:
      return "added    " + whole;
    case Change::Kind::Removed:
      return "removed  " + whole;
    case Change::Kind::Changed:
      return "changed  " + pieces_text(change.pieces, writer);
    case Change::Kind::Moved:
      return move_of(diff.before->passages[*change.before], passage) + whole;
    case Change::Kind::MovedAndChanged:
      return "changed and " + move_of(diff.before->passages[*change.before], passage) +
             pieces_text(change.pieces, writer);
  }
  return {};
}

void tell_words(const DocumentDiff& diff, Writer& writer) {
  std::string last;
  for (const Change& each : diff.changes) {
    const std::string place = place_of(passage_of(diff, each));
    if (place != last || &each == &diff.changes.front()) {
      if (!place.empty()) writer.line("  " + shown(place));
      last = place;
    }
    writer.line("    " + told(diff, each, writer));
  }
}

void tell_pages(const DocumentDiff& diff, Writer& writer) {
  for (const PageChange& page : diff.pages) {
    const std::string name = "  " + shown(page_name(page));
    if (!page.before || !page.after) {
      writer.line(name + (page.after ? " was added" : " was removed"));
    } else {
      writer.line(name + ": " + share_text(page.share) + " of it looks different, in " +
                  counted(page.areas.size(), "place"));
    }
  }
  if (!diff.are_pages_compared) writer.line("  its pages were not compared");
}

/// "sign" of "sign.es".
std::string document_of(const std::string& name) { return name.substr(0, name.find('.')); }

/// "sign, sign.es, card": those of one layout as "sign (and es), card".
std::string names_text(const std::vector<std::string>& names) {
  std::string text, last;
  bool is_open = false;
  for (const std::string& name : names) {
    const std::string document = document_of(name);
    const bool goes_on = document == last && name.size() > document.size();
    if (goes_on) {
      text += (is_open ? ", " : " (and ") + name.substr(document.size() + 1);
      is_open = true;
      continue;
    }
    text += (is_open ? ")" : "") + std::string(text.empty() ? "" : ", ") + name;
    is_open = false;
    last = document;
  }
  return text + (is_open ? ")" : "");
}

void tell_facts(const std::vector<FactChange>& facts, Writer& writer) {
  if (facts.empty()) return;
  const auto value = [](const std::optional<std::string>& value) {
    return !value           ? "not shown"
           : value->empty() ? "a blank"
                            : shown(beginning_of(*value, kMostLetters));
  };
  writer.line(counted(facts.size(), "fact") + " changed");
  for (const FactChange& each : facts) {
    writer.line("  " + shown(each.path) + ": " + value(each.before) + " → " + value(each.after));
    writer.line("    in " + shown(names_text(each.documents)));
  }
  writer.line("");
}

void tell_faults(const Version& version, const ToldVersion& told, Writer& writer) {
  for (const VersionFault& each : told.faults) {
    if (each.document.empty()) {
      writer.line(shown(each.message));
      continue;
    }
    const bool loses_pages = each.loses == VersionFault::Loses::Pages;
    writer.line(shown(each.document) + " in " + shown(version.title) +
                (loses_pages ? " has no pages to compare: " : " can't be compared: ") +
                shown(each.message));
  }
}

void tell_end(const Diff& diff, Writer& writer) {
  using State = DocumentDiff::State;
  const auto count = [&](State state) {
    return static_cast<std::size_t>(
        std::ranges::count(diff.documents, state, &DocumentDiff::state));
  };
  if (diff.is_same()) {
    if (diff.has_faults()) return;
    writer.line(counted(count(State::Same), "document") +
                " compared: a reader finds nothing changed");
    return;
  }
  std::string line = counted(diff.documents.size(), "document") +
                     " compared: " + std::to_string(count(State::Changed)) + " changed";
  for (const auto& [state, word] :
       {std::pair{State::Added, " added"}, std::pair{State::Removed, " removed"},
        std::pair{State::Same, " the same"}}) {
    if (count(state) > 0) line += ", " + std::to_string(count(state)) + word;
  }
  writer.line(line);
}

}  // namespace

std::string text_of(const Diff& diff, DiffPaint paint) {
  Writer writer(paint);
  writer.line("from " + shown(diff.before.title) + " to " + shown(diff.after.title));
  writer.line("");
  tell_facts(diff.facts, writer);
  for (const DocumentDiff& each : diff.documents) {
    if (each.state == DocumentDiff::State::Same) continue;
    writer.line(shown(each.name) + ": " + summary_of(each));
    if (each.state == DocumentDiff::State::Changed) {
      tell_words(each, writer);
      tell_pages(each, writer);
    }
    writer.line("");
  }
  tell_faults(diff.before, diff.told_before, writer);
  tell_faults(diff.after, diff.told_after, writer);
  tell_end(diff, writer);
  return writer.take();
}

}  // namespace handbill::build
