// SPDX-License-Identifier: MIT
// What the sheet says, as content of its layout.
#include <algorithm>
#include <string_view>

#include "base/words.h"
#include "build/diff_sheet.h"
#include "build/diff_words.h"
#include "build/set_page.h"
#include "spec/toml_text.h"

namespace handbill::build {
namespace {

using compare::Change;
using compare::Piece;

std::string as_prose(std::string_view text) { return plain_prose(text, PlainLines::Joined); }

/// Words between the marks of what came or went; the spaces at their ends stay outside.
std::string marked_prose(std::string_view words, Piece::Kind kind) {
  const std::size_t end = words.find_last_not_of(' ') + 1;
  const std::string prose = as_prose(words.substr(0, end));
  const std::string behind(words.substr(end));
  if (prose.empty() || kind == Piece::Kind::Same) return prose + behind;
  return (kind == Piece::Kind::Added ? "**" + prose + "**" : "*‹" + prose + "›*") + behind;
}

/// Marks of Markdown hold only where spaces, or letters, stand on their outer side.
std::string pieces_prose(const std::vector<Piece>& pieces) {
  constexpr const char* kThinSpace = "\u2009";
  std::string prose;
  bool was_marked = false;
  for (const Piece& each : shortened(pieces)) {
    const bool is_marked = each.kind != Piece::Kind::Same;
    const bool touches = !prose.empty() && prose.back() != ' ' && !each.text.starts_with(' ');
    if (touches && (is_marked || was_marked)) prose += kThinSpace;
    prose += marked_prose(each.text, each.kind);
    was_marked = is_marked;
  }
  return prose;
}

std::string change_prose(const DocumentDiff& diff, const Change& change) {
  const compare::Passage& passage = passage_of(diff, change);
  const std::string whole = beginning_of(passage.text, kMostLetters);
  switch (change.kind) {
    case Change::Kind::Added:
      return "Added: " + marked_prose(whole, Piece::Kind::Added);
    case Change::Kind::Removed:
      return "Removed: " + marked_prose(whole, Piece::Kind::Removed);
    case Change::Kind::Changed:
      return pieces_prose(change.pieces);
    case Change::Kind::Moved:
      return "Moved here from " + as_prose(place_of(diff.before->passages[*change.before])) + ": " +
             as_prose(whole);
    case Change::Kind::MovedAndChanged:
      return "Moved here from " + as_prose(place_of(diff.before->passages[*change.before])) + ": " +
             pieces_prose(change.pieces);
  }
  return {};
}

std::string facts_report(const std::vector<FactChange>& facts) {
  if (facts.empty()) return {};
  const auto value = [](const std::optional<std::string>& text, Piece::Kind kind) {
    const std::string words = !text ? "not shown" : text->empty() ? "a blank" : *text;
    return marked_prose(beginning_of(words, kMostLetters), kind);
  };
  std::string report = "## Facts\n\n";
  for (const FactChange& each : facts) {
    report += "### " + as_prose(each.path) + ", in " +
              as_prose(counted(each.documents.size(), "document")) + "\n\n" +
              value(each.before, Piece::Kind::Removed) + " " +
              value(each.after, Piece::Kind::Added) + "\n\n";
  }
  return report;
}

std::string document_report(const DocumentDiff& diff) {
  std::string report = "## " + as_prose(diff.name) + "\n\n";
  if (diff.state != DocumentDiff::State::Changed) {
    return report + "The document " + summary_of(diff) + ".\n\n";
  }
  std::string last;
  for (const Change& each : diff.changes) {
    const std::string place = place_of(passage_of(diff, each));
    if (place != last && !place.empty()) report += "### " + as_prose(place) + "\n\n";
    last = place;
    report += change_prose(diff, each) + "\n\n";
  }
  if (diff.changes.empty()) report += "No word changed; its pages look different.\n\n";
  return report;
}

std::string report_of(const Diff& diff) {
  std::string report = facts_report(diff.facts);
  for (const DocumentDiff& each : diff.documents) {
    if (each.state != DocumentDiff::State::Same) report += document_report(each);
  }
  std::size_t pages = 0;
  for (const DocumentDiff& each : diff.documents) pages += each.pages.size();
  if (pages > kMostPagesShown) {
    report += "## Pages\n\nOf " + counted(pages, "page") + " that look different the first " +
              std::to_string(kMostPagesShown) + " are shown.\n\n";
  }
  return report.empty() ? "A reader finds nothing changed." : report;
}

std::string page_entry(const DocumentDiff& of, const PageChange& page, const Diff& diff,
                       std::size_t number) {
  const std::string share = page.before && page.after
                                ? share_text(page.share) + " of the page looks different"
                            : page.after ? "The page was added"
                                         : "The page was removed";
  const std::string file = sheet_picture_name(number);
  return "[[changes.pages]]\ndocument = " + plain_string(of.name) +
         "\nnumber = " + plain_string(page_name(page)) + "\nshare = " + plain_string(share) +
         "\nold_title = " + plain_string("Old: " + diff.before.title) +
         "\nnew_title = " + plain_string("New: " + diff.after.title) +
         "\nold = " + spec::toml_string(file + "-old") +
         "\nnew = " + spec::toml_string(file + "-new") + "\n";
}

}  // namespace

std::string sheet_picture_name(std::size_t number) { return "page-" + std::to_string(number); }

std::string sheet_content(const Diff& diff) {
  std::string text =
      "[changes]\ntitle = \"What changed\"\nversions = " +
      plain_string("From " + diff.before.title + " to " + diff.after.title) +
      "\nlegend = \"*‹went›*, **came**\"\nreport = " + spec::toml_string(report_of(diff)) + "\n";
  std::size_t number = 0;
  std::string pages;
  for (const DocumentDiff& each : diff.documents) {
    for (const PageChange& page : each.pages) {
      if (number < kMostPagesShown) pages += page_entry(each, page, diff, number++);
    }
  }
  return text + (pages.empty() ? "pages = []\n" : pages);
}

}  // namespace handbill::build
