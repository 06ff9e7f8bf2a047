// SPDX-License-Identifier: MIT
#include "spec/lost_header.h"

#include <algorithm>
#include <unordered_set>

#include "spec/toml_line.h"
#include "spec/words.h"

namespace handbill::spec {
namespace {

using Kind = TomlStatement::Kind;
using Statements = std::vector<TomlStatement>;

/// An empty line between the statement before `i` and this one; the last of them.
std::optional<std::size_t> empty_line_before(std::string_view text, const Statements& statements,
                                             std::size_t i) {
  std::optional<std::size_t> found;
  const std::size_t end = line_start(text, statements[i].begin);
  for (std::size_t line = next_line(text, statements[i - 1].end); line < end;
       line = next_line(text, line)) {
    if (past_blanks(text, line) >= line_end(text, line)) found = line;
  }
  return found;
}

/// The statements of one table, and those of it that may have stood below a header of their own.
class Search {
 public:
  Search(std::string_view text, const Statements& statements, std::size_t twice,
         const AskedKeys& asked)
      : text_(text), statements_(statements), twice_(twice), asked_(asked) {
    begin_ = twice;
    while (begin_ > 0 && statements[begin_ - 1].kind != Kind::Header) --begin_;
    end_ = twice;
    while (end_ < statements.size() && statements[end_].kind != Kind::Header) ++end_;
  }

  std::optional<LostHeader> run() const {
    std::size_t first = twice_;
    while (first > begin_ && !empty_line_before(text_, statements_, first)) --first;
    if (first > begin_) {
      LostHeader lost{.first = first, .end = end_};
      lost.line = empty_line_before(text_, statements_, first);
      name(lost);
      if (!lost.table.empty() || repeated(first) >= 2) return lost;
    } else if (is_list() && repeated(twice_) == end_ - twice_ && end_ - twice_ >= 2) {
      return LostHeader{twice_, end_, std::string(statements_[begin_ - 1].key), 2};
    }
    return std::nullopt;
  }

 private:
  bool is_list() const { return begin_ > 0 && statements_[begin_ - 1].brackets == 2; }

  /// How many from `first` on are set above it too.
  std::size_t repeated(std::size_t first) const {
    std::unordered_set<std::string_view> above;
    for (std::size_t i = begin_; i < first; ++i) above.insert(statements_[i].key);
    std::size_t count = 0;
    for (std::size_t i = first; i < end_; ++i) count += above.count(statements_[i].key);
    return count;
  }

  void name(LostHeader& lost) const {
    if (is_list() && repeated(lost.first) == lost.end - lost.first) {
      lost.table = statements_[begin_ - 1].key;
      lost.brackets = 2;
      return;
    }
    std::vector<std::string> keys;
    for (std::size_t i = lost.first; i < lost.end; ++i) keys.emplace_back(statements_[i].key);
    HeadingsThere there;
    for (const TomlStatement& each : statements_) {
      if (each.kind == Kind::Header) there.headings.emplace_back(each.key);
    }
    there.is_there = [&](std::string_view table) {
      return std::ranges::find(there.headings, table) != there.headings.end();
    };
    lost.table = missing_table_of(asked_, keys, there);
  }

  std::string_view text_;
  const Statements& statements_;
  std::size_t twice_;
  const AskedKeys& asked_;
  std::size_t begin_ = 0, end_ = 0;  ///< the table, without its header
};

/// The entry by which a header can't stand: `timeline = "…"` above `[[aftercare.timeline]]`.
std::size_t entry_in_the_way(const Statements& statements, std::size_t header) {
  std::string_view table;
  for (std::size_t i = 0; i < header; ++i) {
    const TomlStatement& each = statements[i];
    if (each.kind == Kind::Header) {
      table = each.key;
      continue;
    }
    const std::string path = std::string(table) + "." + std::string(each.key);
    if (path == statements[header].key) return i;
  }
  return header;
}

std::string in_brackets(std::string_view table, int brackets) {
  const auto count = static_cast<std::size_t>(brackets);
  return std::string(count, '[') + std::string(table) + std::string(count, ']');
}

/// Null: there is none.
const TomlStatement* header_above(const Statements& statements, std::size_t i) {
  while (i > 0) {
    if (statements[--i].kind == Kind::Header) return &statements[i];
  }
  return nullptr;
}

}  // namespace

std::optional<LostHeader> find_lost_header(std::string_view text, const Statements& statements,
                                           std::size_t twice, const AskedKeys& asked) {
  if (statements[twice].kind != Kind::Header) return Search(text, statements, twice, asked).run();
  const std::size_t entry = entry_in_the_way(statements, twice);
  if (entry == twice) return std::nullopt;
  const auto lost = Search(text, statements, entry, asked).run();
  return lost && !lost->table.empty() ? lost : std::nullopt;
}

diag::Diagnostic lost_header(const LostHeader& lost, std::string_view text, diag::FileId file,
                             const Statements& statements) {
  const auto span = [&](std::size_t begin, std::size_t end) {
    return diag::Span{file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  };
  const TomlStatement& first = statements[lost.first];
  const TomlStatement* above = header_above(statements, lost.first);
  StrayKeys stray{.first = std::string(first.key), .count = lost.end - lost.first};
  if (above != nullptr) stray.above = in_brackets(above->key, above->brackets);
  const diag::Span heading = above != nullptr ? span(above->begin, above->end) : diag::Span{};
  const diag::Span at = span(first.begin, first.begin + first.key.size());
  if (lost.table.empty()) {
    stray.repeat = StrayKeys::Repeat::OfKeys;
    return tell_stray(stray, diag::DiagnosticId::TomlSyntax, at, heading);
  }
  stray.missing = in_brackets(lost.table, lost.brackets);
  if (lost.brackets == 2) stray.repeat = StrayKeys::Repeat::OfEntry;
  diag::Diagnostic result = tell_stray(stray, diag::DiagnosticId::TomlSyntax, at, heading);
  const std::size_t line = line_start(text, first.begin);
  result.fix = diag::Fix{span(line, line), stray.missing + "\n"};
  return result;
}

std::optional<SingleBrackets> find_single_brackets(const Statements& statements,
                                                   const TomlStatement& twice) {
  if (twice.kind != Kind::Header) return std::nullopt;
  const auto header_in = [&](int brackets) {
    const auto found = std::ranges::find_if(statements, [&](const TomlStatement& each) {
      return each.kind == Kind::Header && each.mending == TomlStatement::Mending::Whole &&
             each.key == twice.key && each.brackets == brackets;
    });
    return static_cast<std::size_t>(found - statements.begin());
  };
  const SingleBrackets found{header_in(1), header_in(2)};
  const bool has_both = found.single < statements.size() && found.entry < statements.size();
  return has_both ? std::optional(found) : std::nullopt;
}

diag::Diagnostic single_brackets(const SingleBrackets& brackets, diag::FileId file,
                                 const Statements& statements) {
  const auto span_of = [&](std::size_t index) {
    const TomlStatement& header = statements[index];
    return diag::Span{file, static_cast<std::uint32_t>(header.begin),
                      static_cast<std::uint32_t>(header.end)};
  };
  const std::string_view key = statements[brackets.single].key;
  const diag::Span at = span_of(brackets.single);
  const std::string meant = in_brackets(key, 2);
  return {.id = diag::DiagnosticId::TomlSyntax,
          .message = quoted(in_brackets(key, 1)) +
                     " has single brackets, and the entries of this list double ones",
          .span = at,
          .labels = {{span_of(brackets.entry), "one of them"}},
          .hints = {"did you mean " + quoted(meant) + "?"},
          .fix = diag::Fix{at, meant}};
}

}  // namespace handbill::spec
