// SPDX-License-Identifier: MIT
#include "build/review_sheet.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "spec/written_date.h"

namespace handbill::build {
namespace {

using compare::Change;
using compare::Piece;

/// Markdown opens and closes marks beside white; in scripts without spaces this one is too narrow
/// to be seen.
constexpr std::string_view kHairSpace = "\u200A";

/// Nothing in it is Markdown or a fact.
std::string as_markdown(std::string_view text) {
  constexpr std::string_view kMarkdown = "\\`*_[]<>#+-.!|~()&:";
  std::string result;
  for (const char c : text) {
    if (kMarkdown.find(c) != kMarkdown.npos) {
      result += '\\';
      result += c;
    } else if (c == '{' || c == '}') {
      result += std::string(2, c);
    } else {
      result += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
    }
  }
  return result;
}

/// A string of TOML.
std::string in_quotes(std::string_view markdown) {
  std::string result = "\"";
  for (const char c : markdown) {
    if (c == '\\' || c == '"') result += '\\';
    if (c == '\n') {
      result += "\\n";
    } else {
      result += c;
    }
  }
  return result + '"';
}

std::string entry(std::string_view key, std::string_view markdown) {
  return std::string(key) + " = " + in_quotes(markdown) + "\n";
}

/// A cell of a table.
std::string cell(std::string_view markdown, std::string_view more = {}) {
  return "{ text = " + in_quotes(markdown) + std::string(more) + " }";
}

std::string row(std::string_view table, std::string_view keys,
                const std::vector<std::string>& cells) {
  std::string text =
      "\n[[table." + std::string(table) + ".row]]\n" + std::string(keys) + "cells = [";
  for (const std::string& each : cells) text += (&each == &cells.front() ? "" : ", ") + each;
  return text + "]\n";
}

/// The name of what follows, over all columns.
std::string group_row(std::string_view table, std::string_view name) {
  return row(table, "keep_with_next = true\n",
             {cell(name,
                   ", span = 3, style = \"group\", padding = { top = \"14 pt\", bottom = "
                   "\"6 pt\", left = \"6 pt\" }")});
}

/// Where a row has no words, something stands all the same.
std::string or_dash(const std::string& words) { return words.empty() ? "–" : words; }

std::string on_day(const spec::Date& date) { return spec::iso_date(date); }

/// Rows of what the document says, one side or both.
class Rows {
 public:
  explicit Rows(const Review& review) : review_(review) {}

  std::string write() {
    if (review_.before == nullptr) {
      for (const std::string& each : review_.standing.wording.words) add_first(kWords, each);
      for (const std::string& each : review_.standing.wording.facts) add_first(kFacts, each);
      return text_;
    }
    const records::Approval& before = *review_.before;
    text_ += row("said", "header = true\n",
                 {cell("", kHeadStyle),
                  cell("Approved " + spec::iso_date(before.date) + ", version " +
                           std::to_string(before.version),
                       kHeadStyle),
                  cell("To be approved now", kHeadStyle)});
    add_words(before.wording.words, review_.standing.wording.words);
    add_facts();
    return text_;
  }

 private:
  static constexpr std::string_view kWords = "What it says";
  static constexpr std::string_view kFacts = "Facts it tells";
  static constexpr std::string_view kHeadStyle = ", style = \"head\"";

  /// Counted in each group, which begins with its name.
  std::string number(std::string_view group) {
    int& count = counts_[std::string(group)];
    if (count == 0) text_ += group_row("said", group);
    return std::to_string(++count);
  }

  void add_first(std::string_view group, const std::string& words) {
    const std::string n = number(group);
    text_ += row("said", "", {cell(n), cell(as_markdown(words), ", span = 2")});
  }

  enum class Is { Same, Changed };
  void add(std::string_view group, const std::string& before, const std::string& now, Is is) {
    const std::string n = number(group);
    const std::string_view fill = is == Is::Changed ? ", fill = \"ground\"" : "";
    text_ +=
        row("said", "", {cell(n, fill), cell(or_dash(before), fill), cell(or_dash(now), fill)});
  }

  static std::vector<compare::Passage> passages(const std::vector<std::string>& texts) {
    std::vector<compare::Passage> all;
    for (const std::string& each : texts) all.push_back({each});
    return all;
  }

  void add_words(const std::vector<std::string>& before, const std::vector<std::string>& now) {
    std::size_t next = 0;  // of those that are there now
    const auto add_same_up_to = [&](std::size_t end) {
      for (; next < end; ++next) {
        add(kWords, as_markdown(now[next]), as_markdown(now[next]), Is::Same);
      }
    };
    for (const Change& each : compare::compare_passages(passages(before), passages(now))) {
      if (!each.after) {
        add(kWords, marked({{Piece::Kind::Removed, before[*each.before]}}, Piece::Kind::Removed),
            "*gone*", Is::Changed);
        continue;
      }
      add_same_up_to(*each.after);
      const std::string& words = now[next++];
      if (!each.before) {
        add(kWords, "*new*", marked({{Piece::Kind::Added, words}}, Piece::Kind::Added),
            Is::Changed);
      } else if (each.pieces.empty()) {
        add(kWords, as_markdown(words), as_markdown(words) + " *stood elsewhere*", Is::Changed);
      } else {
        add(kWords, marked(each.pieces, Piece::Kind::Removed),
            marked(each.pieces, Piece::Kind::Added), Is::Changed);
      }
    }
    add_same_up_to(now.size());
  }

  static std::map<std::string, std::string> by_path(const std::vector<std::string>& facts) {
    std::map<std::string, std::string> values;
    for (const std::string& each : facts) values[each.substr(0, each.find(" = "))] = each;
    return values;
  }

  void add_facts() {
    const auto before = by_path(review_.before->wording.facts);
    const auto now = by_path(review_.standing.wording.facts);
    for (const auto& [path, fact] : now) {
      const auto known = before.find(path);
      if (known == before.end()) {
        add(kFacts, "*new*", marked({{Piece::Kind::Added, fact}}, Piece::Kind::Added), Is::Changed);
      } else if (known->second == fact) {
        add(kFacts, as_markdown(fact), as_markdown(fact), Is::Same);
      } else {
        const auto pieces = compare::compare_words(known->second, fact);
        add(kFacts, marked(pieces, Piece::Kind::Removed), marked(pieces, Piece::Kind::Added),
            Is::Changed);
      }
    }
    for (const auto& [path, fact] : before) {
      if (now.contains(path)) continue;
      add(kFacts, marked({{Piece::Kind::Removed, fact}}, Piece::Kind::Removed), "*gone*",
          Is::Changed);
    }
  }

  const Review& review_;
  std::string text_{};
  std::map<std::string, int> counts_{};
};

/// In points, what stands above the lines to sign, and what each of them takes.
constexpr std::size_t kRoomToSign = 70, kRoomOfRole = 58;

std::string roles_in_words(const records::Standing& standing) {
  std::string text;
  for (const records::RoleStanding& each : standing.roles) {
    text += (text.empty() ? "" : ", ") + each.role;
  }
  return text.empty() ? "nobody yet: no role lists this document" : text;
}

std::string ask_of(const Review& review) {
  std::string text = "Document " + review.standing.document + ", " + review.language +
                     ". To be approved by: " + roles_in_words(review.standing) + ". ";
  if (review.before == nullptr) return as_markdown(text + "It has not been approved before.");
  text += "Last approved: version " + std::to_string(review.before->version) + ", by " +
          review.before->role + " on " + on_day(review.before->date) + ".";
  return as_markdown(text);
}

std::string sign_lines(const Review& review) {
  std::string text =
      "Read all of it, on these pages and as it will be printed. Then sign, and have "
      "it recorded:\\\n";
  text +=
      as_markdown("handbill approve " + review.standing.document + " --role \"" +
                  (review.standing.roles.empty() ? "role" : review.standing.roles.front().role) +
                  "\"") +
      "\n";
  for (const records::RoleStanding& each : review.standing.roles) {
    text += "\n### " + as_markdown(each.role) + "\n\nDate {blank 1.4 in}  Signature {blank fill}\n";
  }
  return text;
}

std::string item_rows(const Review& review) {
  std::string text, group;
  for (const ReviewItem& each : review.items) {
    if (each.group != group) text += group_row("asked", each.group);
    group = each.group;
    const bool has_boxes = each.answer == ReviewItem::Answer::Boxes;
    text += row("asked", "",
                {cell(as_markdown(each.item)), cell(as_markdown(each.words)),
                 cell(has_boxes ? "yes ☐\u2003no ☐\u2003n/a ☐" : "seen ☐")});
  }
  return text;
}

/// Of a Markdown text, as it stands in a string of TOML, whatever kind of quotes it has.
std::string in_string(std::string_view markdown) {
  const std::string quoted = in_quotes(markdown);
  return quoted.substr(1, quoted.size() - 2);
}

void put_in(std::string& layout, const std::string& name, std::string_view markdown) {
  const std::string place = "{review." + name + "}", words = in_string(markdown);
  for (std::size_t at = 0; (at = layout.find(place, at)) != layout.npos; at += words.size()) {
    layout.replace(at, place.size(), words);
  }
}

}  // namespace

std::string marked(const std::vector<Piece>& pieces, Piece::Kind side) {
  const bool is_old = side == Piece::Kind::Removed;
  const std::string mark = is_old ? "*" : "**";
  std::string text;
  for (const Piece& each : pieces) {
    if (each.kind == Piece::Kind::Same) {
      text += as_markdown(each.text);
      continue;
    }
    if (each.kind != side) continue;
    const std::size_t end = each.text.find_last_not_of(' ') + 1;
    const std::string words = as_markdown(each.text.substr(0, end));
    const std::string white = each.text.substr(end);
    if (words.empty()) continue;
    // Where a sentence ended, a space did too.
    const bool ended = text.ends_with('.') || text.ends_with('!') || text.ends_with('?');
    if (ended) text += ' ';
    if (!text.empty() && !text.ends_with(' ')) text += kHairSpace;
    text += mark + (is_old ? "\\[" + words + "\\]" : words) + mark;
    text += white.empty() ? std::string(kHairSpace) : white;
  }
  while (text.ends_with(' ')) text.pop_back();
  return text;
}

std::string review_content(const Review& review) {
  // It is what it is: nobody approves the sheet.
  std::string text = "[revision]\ndate = " + review.date +
                     "\nstatus = \"approved\"\napproved_by = \"Handbill\"\n[review]\n";
  for (const ReviewPage& each : review.pages) {
    text += "[[review.pages]]\n" + entry("label", as_markdown(each.label)) +
            "file = " + in_quotes(each.file) + "\n";
  }
  return text;
}

std::string review_layout(const Review& review, std::string layout) {
  std::string name;
  for (const char c : review.title)
    name += c == '{' || c == '}' ? std::string(2, c) : std::string(1, c);
  put_in(layout, "name", name);
  put_in(layout, "title", as_markdown(review.title));
  put_in(layout, "ask", ask_of(review));
  put_in(layout, "marks",
         review.before == nullptr
             ? "Every paragraph and every fact of it stands below, in the order they are read."
             : "Rows on grey have changed. *\\[Words in brackets\\]* are gone; **words in bold, "
               "underlined** are new.");
  put_in(layout, "foot",
         as_markdown("SHA-256 of words and facts " + review.standing.hash.substr(0, 16) + " · " +
                     review.program));
  put_in(layout, "sign", sign_lines(review));
  put_in(layout, "room", std::to_string(kRoomToSign + kRoomOfRole * review.standing.roles.size()));
  return layout + Rows(review).write() + item_rows(review);
}

}  // namespace handbill::build
